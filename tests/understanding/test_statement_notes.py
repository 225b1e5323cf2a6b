"""Main and other revenue stand in the notes only."""

from decimal import Decimal

from blocks import logical, para, table

from doccheck.model.document import Block
from doccheck.model.dossier import StatementItem
from doccheck.model.places import CERTAIN
from doccheck.understanding.statements import read_statements

STATEMENT = (
    para("利润表"),
    para("2023年度 单位：元"),
    table(
        [
            ["项目", "本期金额", "上期金额"],
            ["一、营业收入", "10.00", "8.00"],
            ["减：营业成本", "6.00", "5.00"],
        ]
    ),
)


def notes(*blocks: Block) -> dict[tuple[str, int], StatementItem]:
    document = logical(*STATEMENT, para("财务报表附注"), *blocks, kind="audit_report")
    return {(i.name, i.year): i for i in read_statements(document)}


def test_revenue_and_cost_by_headings_over_two_rows() -> None:
    read = notes(
        para("（二十）营业收入和营业成本"),
        table([
            ["项目", ("本期发生额", 2, 1), ("上期发生额", 2, 1)],
            ["", "收入", "成本", "收入", "成本"],
            ["主营业务", "9.00", "5.50", "7.00", "4.50"],
            ["其他业务", "1.00", "0.50", "1.00", "0.50"],
            ["合计", "10.00", "6.00", "8.00", "5.00"],
        ]),
    )  # fmt: skip
    assert read["main_revenue", 2023].value == Decimal(9)
    assert read["main_cost", 2023].value == Decimal("5.50")
    assert read["other_revenue", 2022].value == Decimal(1)
    assert read["main_revenue", 2023].evidence.confidence == 1.0


def test_revenue_by_its_label() -> None:
    rows = [
        ["项目", "2023年度", "2022年度"],
        ["主营业务收入", "9.00", "7.00"],
        ["其他业务收入", "1.00", "1.00"],
    ]
    read = notes(table(rows))  # type: ignore[arg-type]
    assert read["main_revenue", 2022].value == Decimal(7)
    assert read["main_revenue", 2022].evidence.confidence == 1.0


def test_notes_that_do_not_add_up_to_the_statement_are_doubted() -> None:
    read = notes(table([["项目", "本期收入", "上期收入"], ["主营业务", "9.00", "7.00"]]))
    assert read["main_revenue", 2023].evidence.confidence < CERTAIN


def test_the_units_of_the_notes_are_their_own() -> None:
    rows = [["项目", "本期收入", "上期收入"], ["主营业务", "0.0010", "0.0008"]]
    read = notes(para("金额单位：人民币万元"), table(rows))  # type: ignore[arg-type]
    assert read["main_revenue", 2023].value == Decimal(10)


def test_other_tables_of_the_notes_say_nothing() -> None:
    rows = [["产品名称", "本期收入", "上期收入"], ["轴承", "9.00", "7.00"]]
    assert ("main_revenue", 2023) not in notes(table(rows))  # type: ignore[arg-type]
