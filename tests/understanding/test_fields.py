from decimal import Decimal

from blocks import document, logical, para, program, table

from doccheck.model.document import Paragraph
from doccheck.model.places import Box, Place
from doccheck.model.program import DocumentSpec, FieldSpec
from doccheck.understanding.fields import read_fields

FORM = DocumentSpec(key="form", kind="application_form", title="申报表")


def field(key, label, *labels, **more):
    return FieldSpec(key=key, label=label, labels=labels, documents=("form",), **more)


FIELDS = (
    field("enterprise_name", "申报单位", "企业名称", kind="enterprise", hints=("（加盖公章）",)),
    field("uscc", "统一社会信用代码", kind="uscc"),
    field("legal_representative", "法人代表", "法定代表人", kind="person"),
    field("representative_phone", "手机", kind="phone", group=("法人代表",)),
    field("contact_person", "申报联系人", "联系人", kind="person"),
    field(
        "contact_phone", "手机", "联系电话", "电话", kind="phone", group=("申报联系人", "联系人")
    ),
    field("revenue", "销售收入", kind="money", unit="万元", years=(2019, 2020)),
    field("employees", "从业人员", kind="count", years=(2019, 2020)),
    field("growth", "销售收入", kind="percent", column=("同比",), year=2020),
    field("application_date", "申报日期", kind="date"),
    field("direction", "申报方向", kind="choice"),
    field("digest", "概况", each_row=True),
)
PROGRAM = program(documents=(FORM,), fields=FIELDS)


def read(*blocks):
    found = read_fields(logical(*blocks, key="form", kind="application_form"), PROGRAM)
    return {r.fact: r for r in found}


def test_a_value_right_of_its_label_is_read_without_the_printed_hint():
    found = read(table([["申报单位", "株洲甲轨道装备有限公司（加盖公章）", "法人代表", "段 艳"]]))
    assert found["enterprise_name"].value == "株洲甲轨道装备有限公司"
    assert found["legal_representative"].value == "段艳"


def test_a_value_below_its_label_is_read_where_labels_stand_in_a_row():
    found = read(table([["申报单位", "法人代表", "申报联系人"], ["甲有限公司", "段艳", "汪程"]]))
    assert found["enterprise_name"].value == "甲有限公司"
    assert found["contact_person"].value == "汪程"


def test_the_same_label_is_told_apart_by_who_leads_its_row():
    found = read(
        table([
            ["法人代表", "段艳", "职务", "总经理", "手 机", "18684438171"],
            ["申报联系人", "汪程", "职务", "主管", "手 机", "15805915268"],
        ])
    )  # fmt: skip
    assert found["representative_phone"].value == "18684438171"
    assert found["contact_phone"].value == "15805915268"


def test_the_mobile_is_preferred_where_both_stand():
    found = read(table([["联系人", "于丽", "电话", "0311-56671437", "手机", "13667265220"]]))
    assert found["contact_phone"].value == "13667265220"


def test_a_leading_cell_merged_over_rows_leads_them_all():
    found = read(
        table([
            [("申报联系人", 1, 2), "汪程", "职务", "主管"],
            ["手机", "15805915268", "邮箱", "a@b.cn"],
        ])
    )  # fmt: skip
    assert found["contact_phone"].value == "15805915268"


def test_year_columns_give_a_reading_for_each_year_in_yuan():
    found = read(
        table([
            ["年 度", "2019年", "2020年"],
            ["销售收入（万元）", "25346.58", "27300.02"],
            ["从业人员（人）", "423", ""],
        ])
    )  # fmt: skip
    assert found["revenue.2019"].number == Decimal("253465800")
    assert found["revenue.2020"].step == Decimal("100")
    assert found["employees.2019"].value == "423"
    assert found["employees.2020"].state == "blank"


def test_years_down_the_side_are_read_as_well():
    found = read(table([["年度", "销售收入（万元）"], ["2019", "100"], ["2020", "120"]]))
    assert found["revenue.2020"].value == "1200000"


def test_a_column_of_another_kind_is_told_by_its_heading():
    found = read(
        table(
            [["重要指标", "2019年", "2020年", "同比"], ["销售收入", "100万元", "120 万元", "20 %"]]
        )
    )
    assert found["growth.2020"].value == "0.2"
    assert found["revenue.2019"].value == "1000000"


def test_a_dash_is_no_figure_and_never_zero():
    found = read(table([["年度", "2019", "2020"], ["销售收入", "—", "0"]]))
    assert found["revenue.2019"].number is None
    assert found["revenue.2020"].number == 0


def test_each_row_under_a_lists_column_is_read():
    rows = [["企业名称", "概况"], ["甲公司", "一线改善"], ["乙公司", ""], ["丙公司", "精益班组"]]
    form = logical(table(rows), key="form", kind="application_form")
    found = [r for r in read_fields(form, PROGRAM) if r.key == "digest"]
    assert [r.raw for r in found] == ["一线改善", "", "精益班组"]
    assert [r.evidence.place.anchor for r in found] == [f"table[0].cell[{n},1]" for n in (1, 2, 3)]


def test_label_and_value_on_a_line_are_read_with_blanks_inside_the_label():
    found = read(
        para("   联 系 人：魏丽"), para("  手机号码：138"), para("申报日期：2021 年 4 月 28 日")
    )
    assert found["contact_person"].value == "魏丽"
    assert found["application_date"].value == "2021-04-28"


def test_two_pairs_on_one_line_are_read_apart():
    found = read(para("企业名称（盖章）：甲有限公司　　法定代表人：段艳"))
    assert found["enterprise_name"].value == "甲有限公司"
    assert found["legal_representative"].value == "段艳"


def test_label_and_value_in_one_cell_are_read():
    found = read(
        table([
            [("申报单位：甲有限公司\n（加盖公章）", 2, 1)],
            ["法人代表：段艳", "手机：18684438171"],
            ["申报联系人：汪程", "手 机：15805915268"],
            [("申报方向：□（一）质量变革\n☑（三）专精特新", 2, 1)],
        ])
    )  # fmt: skip
    assert found["enterprise_name"].value == "甲有限公司"
    assert found["representative_phone"].value == "18684438171"
    assert found["contact_phone"].value == "15805915268"
    assert found["direction"].marked == ("（三）专精特新",)


def test_an_empty_pair_does_not_take_its_neighbours_pair_for_a_value():
    found = read(
        table([["申报联系人：", "法人代表：段艳"], ["申报单位", "申报日期：2021年4月8日"]])
    )
    assert found["contact_person"].state == "blank"
    assert found.get("enterprise_name") is None or found["enterprise_name"].state != "filled"


def test_an_empty_pair_over_the_whole_row_does_not_take_the_row_below():
    found = read(table([[("申报单位：", 2, 1)], ["近3年基本情况", "2018"]]))
    assert found["enterprise_name"].state == "blank"


def test_a_cell_that_leads_a_group_of_rows_is_no_part_of_a_row_of_labels():
    found = read(table([[("一、企业基本情况", 1, 2), "申报单位"], ["甲有限公司"]]))
    assert found["enterprise_name"].value == "甲有限公司"


def printed(text, left, top, right):
    place = Place("a.pdf", 1, Box(left, top, right, top + 14))
    return Paragraph(text, place)


def test_a_value_that_wraps_on_a_printed_cover_is_read_whole():
    found = read(
        printed("申报单位：河北某某特别长的名称钢构", 100, 300, 500),
        printed("股份有限公司", 100, 320, 180),
        printed("申报日期：2021年9月8日", 100, 340, 260),
    )
    assert found["enterprise_name"].value == "河北某某特别长的名称钢构股份有限公司"
    assert found["application_date"].value == "2021-09-08"


def test_a_short_line_does_not_run_on():
    found = read(
        printed("申报单位：甲有限公司", 100, 300, 260), printed("二〇二一年材料", 100, 320, 500)
    )
    assert found["enterprise_name"].value == "甲有限公司"


def test_another_years_columns_are_read_under_their_own_year():
    found = read(table([["年度", "2017", "2018"], ["销售收入（万元）", "100", "120"]]))
    assert set(found) == {"revenue.2017", "revenue.2018"}


def test_a_year_printed_before_the_label_is_that_rows_year():
    found = read(table([["2019年销售收入（万元）", "100"], ["2020年度销售收入（万元）", "120"]]))
    assert found["revenue.2020"].value == "1200000"


def test_a_pair_that_nobody_asks_for_ends_the_value_before_it():
    found = read(para("申报单位：甲有限公司      单位：分"))
    assert found["enterprise_name"].value == "甲有限公司"


def test_an_empty_cell_is_blank_and_a_missing_label_gives_nothing():
    found = read(table([["申报单位", "（加盖公章）"], ["统一社会信用代码", "   "]]))
    assert found["enterprise_name"].state == "blank"
    assert found["uscc"].state == "blank"
    assert "legal_representative" not in found


def test_a_code_spread_one_character_a_cell_is_put_together():
    code = "91430211MAK9YXTG27"
    found = read(table([["统一社会信用代码", *code]]))
    assert found["uscc"].value == code


def test_every_reading_says_where_it_stands():
    found = read(table([["申报单位", "甲有限公司"]]))
    assert found["enterprise_name"].evidence.place.anchor == "table[0].cell[0,1]"


def test_a_tick_box_answer_is_the_marked_one():
    found = read(table([["申报方向", "□（一）质量变革\n☑（二）工业四基\n□（三）专精特新"]]))
    assert found["direction"].marked == ("（二）工业四基",)
    assert len(found["direction"].unmarked) == 2


def test_the_reader_of_files_and_the_builder_agree():
    assert document(para("x")).text == "x"
