"""Single questions about reading statements; every layout at once is in test_statements_generated."""

from decimal import Decimal

from blocks import logical, para, table

from doccheck.model.document import Block, Cell, Paragraph, Table
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import CERTAIN, Box, Place
from doccheck.understanding.statements import read_statements, statement_kinds


def statements(*blocks: Block, **more: object) -> LogicalDocument:
    return logical(*blocks, kind="financial_statements", **more)  # type: ignore[arg-type]


def values(document: LogicalDocument, own: bool = True) -> dict[str, Decimal]:
    return {i.name: i.value for i in read_statements(document) if i.own_year is own}


def income(*rows: list[str], header: list[str] | None = None, above: str = "2023年度 单位：元"):  # type: ignore[no-untyped-def]
    head = header or ["项目", "本期金额", "上期金额"]
    return statements(para("利润表"), para(above), table([head, *rows]))


def balance(
    *rows: list[str], above: str = "2023年12月31日 单位：元", header: list[str] | None = None
):  # type: ignore[no-untyped-def]
    head = header or ["资产", "期末余额", "年初余额"]
    return statements(para("资产负债表"), para(above), table([head, *rows]))


# ---- what a cell says


def test_blank_cells_and_dashes_are_no_figures_and_zero_is_one() -> None:
    read = values(
        balance(
            ["货币资金", "", "1.00"],
            ["存货", "—", "1.00"],
            ["应收账款", "/", ""],
            ["商誉", "0.00", ""],
        )
    )
    assert read == {"goodwill": Decimal("0.00")}


def test_a_notes_number_that_ran_into_the_figures_column_is_left_out() -> None:
    read = values(
        income(
            ["一、营业收入", "五、1 233,717,409.53", "1"],
            header=["项目", "附注 本期金额", "上期金额"],
        )
    )
    assert read == {"revenue": Decimal("233717409.53")}


def test_a_negative_figure_stands_in_brackets_or_behind_a_minus() -> None:
    read = values(income(["四、净利润", "(1,234.50)", "1"], ["三、利润总额", "－1,000.00", "1"]))
    assert read == {"net_profit": Decimal("-1234.50"), "total_profit": Decimal("-1000.00")}


def test_digits_that_make_no_figure_are_left_out_not_guessed() -> None:
    read = values(income(["一、营业收入", "12,34,567.00", "1"], ["减：营业成本", "1,2O0.00", "1"]))
    assert read == {}


def test_a_figure_broken_over_two_lines_of_a_cell_is_one_figure() -> None:
    assert values(income(["一、营业收入", "121,223,\n558.89", "1.00"])) == {
        "revenue": Decimal("121223558.89")
    }


def test_a_figure_broken_over_two_rows_is_one_figure() -> None:
    read = values(income(["一、营业收入", "121,223,5", "1.00"], ["", "58.89", ""]))
    assert read == {"revenue": Decimal("121223558.89")}


def test_two_figures_that_may_be_one_are_left_out() -> None:
    assert values(income(["一、营业收入", "1234", "1.00"], ["", "567", ""])) == {}
    assert values(income(["一、营业收入", "1,234.00 5,678.00", "1.00"])) == {}


def test_a_figure_spread_over_two_cells_under_one_heading_is_one_figure() -> None:
    header = [["项目", ("本期金额", 2, 1), "上期金额"]]
    rows = [["一、营业收入", "121,223,", "558.89", "7.00"], ["减：营业成本", "85.00", "", "5.00"]]
    document = statements(para("利润表"), para("2023年度"), table([*header, *rows]))  # type: ignore[list-item]
    assert values(document) == {
        "revenue": Decimal("121223558.89"),
        "operating_cost": Decimal("85.00"),
    }


# ---- units


def test_figures_are_in_yuan_whatever_unit_is_printed() -> None:
    for unit, factor in (("元", 1), ("千元", 1000), ("万元", 10000), ("人民币万元", 10000)):
        read = values(income(["一、营业收入", "12.5", "1"], above=f"2023年度 单位：{unit}"))
        assert read == {"revenue": Decimal("12.5") * factor}


def test_the_unit_in_a_columns_heading_goes_first() -> None:
    read = read_statements(
        income(
            ["一、营业收入", "12.50", "1"], header=["项目", "本期金额（万元）", "上期金额（万元）"]
        )
    )
    assert read[0].value == Decimal(125000)
    assert read[0].step == Decimal(100)


def test_a_name_that_begins_with_yuan_is_no_unit() -> None:
    above = "编制单位：元通科技有限公司 2023年度 单位：万元"
    assert values(income(["一、营业收入", "1.00", "1"], above=above)) == {"revenue": Decimal(10000)}


def test_a_sheet_without_unit_takes_that_of_the_others_and_is_doubted() -> None:
    one = balance(["资产总计", "5.00", "4.00"], above="2023年12月31日 单位：万元").blocks
    other = income(["一、营业收入", "3.00", "2.00"], above="2023年度").blocks
    revenue = next(i for i in read_statements(statements(*one, *other)) if i.name == "revenue")
    assert revenue.value == 30000
    assert revenue.evidence.confidence < CERTAIN
    assert "万元" in revenue.evidence.note


# ---- years and columns


def test_the_opening_column_is_the_year_before_in_either_order() -> None:
    for header, row in (
        (["资产", "期末余额", "上年年末余额"], ["资产总计", "5.00", "4.00"]),
        (["资产", "年初数", "期末数"], ["资产总计", "4.00", "5.00"]),
        (["资产", "2022年12月31日", "2023年12月31日"], ["资产总计", "4.00", "5.00"]),
        (
            ["资产", "附注", "2023年\n12月31日", "2023年1月1日"],
            ["资产总计", "五、1", "5.00", "4.00"],
        ),
    ):
        read = {(i.year, i.own_year): i.value for i in read_statements(balance(row, header=header))}
        assert read == {(2023, True): Decimal(5), (2022, False): Decimal(4)}


def test_line_numbers_and_changes_are_no_figures() -> None:
    header = ["项目", "行次", "本年累计金额", "上年金额", "增减额", "增减%"]
    read = values(income(["一、营业收入", "1", "30.00", "20.00", "10.00", "50.00"], header=header))
    assert read == {"revenue": Decimal(30)}


def test_the_month_is_not_the_year() -> None:
    header = ["项目", "行次", "本年累计金额", "本月金额"]
    read = read_statements(
        income(["一、营业收入", "1", "30.00", "2.00"], header=header, above="2023年12月 单位：元")
    )
    assert [(i.year, i.value) for i in read] == [(2023, Decimal(30))]


def test_half_a_year_gives_no_yearly_figure_but_the_years_opening() -> None:
    assert values(income(["一、营业收入", "3.00", "2.00"], above="2023年1-6月 单位：元")) == {}
    half = balance(["资产总计", "5.00", "4.00"], above="2023年6月30日 单位：元")
    assert [(i.year, i.value) for i in read_statements(half)] == [(2022, Decimal(4))]


def test_december_alone_above_a_plain_column_is_doubted() -> None:
    read = read_statements(income(["一、营业收入", "3.00", "2.00"], above="2023年12月 单位：元"))
    assert all(i.evidence.confidence < CERTAIN for i in read)


def test_without_any_year_nothing_is_read_unless_the_document_has_one() -> None:
    assert read_statements(income(["一、营业收入", "3.00", "2.00"], above="单位：元")) == ()


def test_the_day_of_drawing_up_is_not_the_period() -> None:
    above = "编制日期：2024年3月5日 2023年度 单位：元"
    read = read_statements(income(["一、营业收入", "3.00", "2.00"], above=above))
    assert {i.year for i in read} == {2023, 2022}


def test_headings_split_over_rows_name_scope_and_period() -> None:
    rows = [
        ["项目", ("合并", 2, 1), ("公司", 2, 1)],
        ["", "本期金额", "上期金额", "本期金额", "上期金额"],
        ["一、营业收入", "9.00", "8.00", "5.00", "4.00"],
    ]
    document = statements(para("合并及公司利润表"), para("2023年度"), table(rows))  # type: ignore[arg-type]
    read = {(i.scope, i.year): i.value for i in read_statements(document) if i.name == "revenue"}
    assert read == {
        ("consolidated", 2023): Decimal(9), ("consolidated", 2022): Decimal(8),
        ("parent", 2023): Decimal(5), ("parent", 2022): Decimal(4),
    }  # fmt: skip


def test_consolidated_and_parent_sheets_are_told_apart() -> None:
    def sheet(title: str, value: str) -> list[Block]:
        return [
            para(title),
            para("2023年度"),
            table([["项目", "本期金额"], ["一、营业收入", value]]),
        ]

    for second in ("母公司利润表", "利润表"):
        document = statements(*sheet("合并利润表", "9.00"), *sheet(second, "5.00"))
        assert [(i.scope, i.value) for i in read_statements(document)] == [
            ("consolidated", Decimal(9)),
            ("parent", Decimal(5)),
        ]


# ---- labels


def test_revenue_is_yingye_shouru_where_the_total_stands_too() -> None:
    read = values(income(["一、营业总收入", "10.00", "1"], ["其中：营业收入", "9.00", "1"]))
    assert read == {"total_revenue": Decimal(10), "revenue": Decimal(9)}


def test_revenue_falls_back_on_the_total_and_on_main_revenue_and_says_so() -> None:
    for label in ("一、营业总收入", "一、主营业务收入"):
        revenue = next(
            i for i in read_statements(income([label, "10.00", "1"])) if i.name == "revenue"
        )
        assert revenue.value == Decimal(10)
        assert revenue.evidence.note


def test_noncurrent_is_not_current() -> None:
    read = values(balance(["非流动资产合计", "3.00", "1"], ["流动资产合计", "2.00", "1"]))
    assert read == {"noncurrent_assets": Decimal(3), "current_assets": Decimal(2)}


def test_a_label_wrapped_over_two_rows_is_one_label() -> None:
    for rows in (
        (["负债和所有者权益（或股东", "", ""], ["权益）总计", "5.00", "4.00"]),
        (["负债和所有者权益（或股东", "5.00", "4.00"], ["权益）总计", "", ""]),
        (["所有者权益（或股东权益）", "", ""], ["合计", "5.00", "4.00"]),
    ):
        assert set(values(balance(*rows)).values()) == {Decimal(5)}


def test_equity_has_many_names() -> None:
    for label in ("所有者权益合计", "股东权益合计", "所有者权益（或股东权益）合计", "净资产合计"):
        assert values(balance([label, "5.00", "4.00"])) == {"total_equity": Decimal(5)}


# ---- tables


def test_a_sheet_goes_on_over_a_page_without_its_headings() -> None:
    first = table([["资产", "行次", "期末余额", "年初余额"], ["存货", "9", "3.00", "2.00"]], page=1)
    second = table([["资产总计", "30", "5.00", "4.00"]], page=2)
    document = statements(
        para("资产负债表"), para("2023年12月31日"), first, para("3", role="page_number"), second
    )
    assert values(document) == {"inventory": Decimal(3), "total_assets": Decimal(5)}


def test_statement_of_columns_ruled_but_rows_not_is_taken_apart() -> None:
    def cell(col: int, lines: list[str]) -> Cell:
        blocks = tuple(
            Paragraph(
                t, Place("a.pdf", 1, Box(col * 100, 50 + 12 * n, col * 100 + 90, 60 + 12 * n))
            )
            for n, t in enumerate(lines)
            if t
        )
        return Cell(1, col, blocks, Place("a.pdf", 1))

    head = tuple(
        Cell(0, c, (Paragraph(t, Place("a.pdf", 1)),), Place("a.pdf", 1))
        for c, t in enumerate(["资产", "期末余额", "年初余额"])
    )
    body = (
        cell(0, ["货币资金", "存货", "资产总计"]),
        cell(1, ["1.00", "", "3.00"]),
        cell(2, ["", "2.00", "2.00"]),
    )
    sheet = Table(2, 3, (*head, *body), Place("a.pdf", 1))
    document = statements(para("资产负债表"), para("2023年12月31日"), sheet)
    assert values(document) == {"cash": Decimal(1), "total_assets": Decimal(3)}
    assert values(document, own=False) == {"inventory": Decimal(2), "total_assets": Decimal(2)}


def test_plain_lines_with_too_few_figures_tell_nothing() -> None:
    lines = [
        "资产负债表",
        "2023年12月31日",
        "资产 期末余额 年初余额",
        "存货 3.00",
        "资产总计 5.00 4.00",
    ]
    assert values(statements(*map(para, lines))) == {"total_assets": Decimal(5)}


def test_tables_of_the_notes_are_no_statements() -> None:
    sheet = balance(["存货", "3.00", "2.00"]).blocks
    note = table(
        [["项目", "期末余额", "年初余额"], ["存货", "9.00", "9.00"], ["资产总计", "8.00", "8.00"]]
    )
    document = statements(*sheet, para("江苏某某有限公司财务报表附注"), note)
    assert values(document) == {"inventory": Decimal(3)}


def test_a_table_of_contents_opens_no_sheet() -> None:
    contents = [para("目录"), para("一、资产负债表……3"), para("二、利润表……5")]
    sheet = income(["一、营业收入", "3.00", "2.00"])
    assert statement_kinds(statements(*contents, *sheet.blocks)) == {"income"}


def test_a_table_without_title_is_known_by_its_lines() -> None:
    rows = [["项目", "2023年度", "2022年度"], ["营业收入", "9.00", "8.00"], ["营业利润", "3.00", "2.00"],
            ["利润总额", "3.00", "2.00"], ["净利润", "2.00", "1.00"]]  # fmt: skip
    assert values(statements(table(rows)))["net_profit"] == Decimal(2)  # type: ignore[arg-type]


def test_the_evidence_points_at_the_figures_cell() -> None:
    item = read_statements(income(["一、营业收入", "1,000.00", "2.00"]))[0]
    assert item.evidence.place.anchor == "table[0].cell[1,1]"
    assert item.evidence.quote == "一、营业收入 1,000.00"
    assert item.evidence.confidence == 1.0
    assert item.raw == "1,000.00"


# ---- doubt


def test_a_sum_that_fails_beside_an_unreadable_cell_is_our_doubt() -> None:
    rows = [
        ["货币资金", "1.00", "1"],
        ["应收账款", "1.00", "1"],
        ["存货", "2.0O", "1"],
        ["流动资产合计", "4.00", "3"],
    ]
    total = next(i for i in read_statements(balance(*rows)) if i.name == "current_assets")
    assert total.evidence.confidence < CERTAIN
    assert "流动资产合计" in total.evidence.note


def test_a_sum_that_fails_though_all_was_read_is_left_to_the_check() -> None:
    rows = [["货币资金", "1.00", "1"], ["存货", "5.00", "1"], ["流动资产合计", "3.00", "2"]]
    assert all(i.evidence.confidence == 1.0 for i in read_statements(balance(*rows)))


def test_one_item_with_two_different_figures_is_doubted() -> None:
    rows = [["一、营业收入", "3.00", "2.00"], ["营业收入", "4.00", "2.00"]]
    revenue = read_statements(income(*rows))[0]
    assert revenue.value == Decimal(3)
    assert revenue.evidence.confidence < CERTAIN


def test_a_quarters_report_says_its_period_once_and_gives_no_yearly_figure() -> None:
    quarter = balance(["资产总计", "5.00", "4.00"], above="2023年3月31日 单位：元").blocks
    more = [para("利润表"), para("单位：元"),
            table([["项目", "本期发生额", "上期发生额"], ["一、营业收入", "3.00", "2.00"]])]  # fmt: skip
    read = read_statements(statements(*quarter, *more))
    assert [(i.name, i.year, i.value) for i in read] == [("total_assets", 2022, Decimal(4))]


def test_a_table_before_the_statements_that_quotes_their_lines_is_none() -> None:
    quoted = table([["项目", "期末余额", "期初余额"], ["存货", "9.00", "8.00"],
                    ["应收账款", "9.00", "8.00"], ["货币资金", "9.00", "8.00"]])  # fmt: skip
    document = statements(quoted, *balance(["存货", "3.00", "2.00"]).blocks)
    assert values(document) == {"inventory": Decimal(3)}


def test_small_figures_without_any_unit_are_doubted() -> None:
    doubted = balance(["资产总计", "31,667.39", "1.00"], above="2023年12月31日")
    assert all(i.evidence.confidence < CERTAIN for i in read_statements(doubted))
    sure = balance(["资产总计", "316,673,948.03", "1.00"], above="2023年12月31日")
    assert all(i.evidence.confidence == 1.0 for i in read_statements(sure))


def test_the_equity_heading_beside_an_asset_without_amount_is_no_row_of_headings() -> None:
    rows = [
        ["资产", "期末余额", "负债和所有者权益", "期末余额"],
        ["货币资金", "1.00", "短期借款", "2.00"],
        ["油气资产", "", "所有者权益（或股东权益）：", ""],
        ["资产总计", "7.00", "实收资本（或股本）", "5.00"],
    ]
    document = statements(para("资产负债表"), para("2023年12月31日 单位：元"), table(rows))  # type: ignore[arg-type]
    assert values(document) == {
        "cash": Decimal(1), "short_term_loans": Decimal(2), "total_assets": Decimal(7),
        "paid_in_capital": Decimal(5),
    }  # fmt: skip


def test_the_second_half_of_a_wrapped_label_is_no_label_of_its_own() -> None:
    rows = [
        ["四、净利润", "9.00", "8.00"],
        ["1.归属于母公司所有者的", "", ""],
        ["净利润（净亏损以“-”号", "7.00", "6.00"],
        ["填列）", "", ""],
    ]
    read = values(income(*rows))
    assert read == {"net_profit": Decimal(9), "net_profit_of_parent": Decimal(7)}


def test_a_header_that_states_enterprise_and_unit_is_read_as_part_of_the_sheet() -> None:
    sheet = table([["资产", "期末余额"], ["资产总计", "5.00"]])
    above = para("编制单位：江苏某某有限公司 2023年12月31日 单位：万元", role="header")
    assert values(statements(para("资产负债表"), above, sheet)) == {"total_assets": Decimal(50000)}
