"""Score cards: rows and sums in whatever order of columns."""

from decimal import Decimal

from blocks import logical, table

from doccheck.understanding.score_card import read_score_card

HEAD = ["序号", "大类", "小类", "评价内容", "分值", "自评分"]


def read(*tables):
    return read_score_card(logical(*tables, key="card", kind="score_card"))


def scores(*tables):
    return [(r.role, r.number, r.name, r.maximum, r.state, r.score) for r in read(*tables)]


def test_a_card_as_the_notice_prints_it():
    found = scores(
        table([
            HEAD,
            ["1", ("基础管理(30分)", 1, 2), "管理规范", "体系", "5", "4"],
            ["2", "质量管理", "认证", "6", "5.5分"],
            [("小计", 4, 1), "11", "9.5"],
            ["20", "加分项", "经济效益", "增长", "", ""],
            [("总分", 4, 1), "", "9.5"],
        ])
    )  # fmt: skip
    assert found == [
        ("item", 1, "管理规范", Decimal(5), "filled", Decimal(4)),
        ("item", 2, "质量管理", Decimal(6), "filled", Decimal("5.5")),
        ("subtotal", None, "小计", Decimal(11), "filled", Decimal("9.5")),
        ("item", 20, "经济效益", None, "blank", None),
        ("total", None, "总分", None, "filled", Decimal("9.5")),
    ]


def test_a_group_that_spans_rows_belongs_to_each():
    found = read(
        table([HEAD, ["1", ("基础", 1, 2), "甲", "", "5", "4"], ["2", "乙", "", "6", "5"]])
    )
    assert [r.group for r in found] == ["基础", "基础"]


def test_columns_in_another_order():
    found = scores(
        table([["自评得分", "评价项目", "标准分"], ["4", "管理规范", "5"], ["4", "合计", "5"]])
    )
    assert [f[0] for f in found] == ["item", "total"]
    assert found[0][3:] == (Decimal(5), "filled", Decimal(4))


def test_the_own_score_is_not_the_reviewers():
    head = [*HEAD[:5], "评审分", "自评分"]
    found = read(table([head, ["1", "基础", "甲", "", "5", "1", "4"]]))
    assert found[0].score == 4


def test_a_card_that_goes_on_in_a_second_table_without_headings():
    first = table([HEAD, ["1", "基础", "甲", "", "5", "4"]])
    second = table([["2", "基础", "乙", "", "6", "5"], [("总分", 4, 1), "", "9"]])
    assert [r.score for r in read(first, second)] == [4, 5, 9]


def test_a_table_of_another_shape_does_not_go_on():
    first = table([HEAD, ["1", "基础", "甲", "", "5", "4"]])
    assert len(read(first, table([["姓名", "电话"], ["张三", "1"]]))) == 1


def test_cells_with_more_than_one_number_are_unclear():
    found = read(
        table([HEAD, ["1", "基础", "甲", "", "5", "3或4"], ["2", "基础", "乙", "", "5", "3+1=4"]])
    )
    assert [r.state for r in found] == ["unclear", "filled"]
    assert found[1].score == 4


def test_a_score_that_spans_rows_belongs_to_none_alone():
    found = read(
        table([HEAD, ["1", "基础", "甲", "", "5", ("9", 1, 2)], ["2", "基础", "乙", "", "5"]])
    )
    assert [r.state for r in found] == ["unclear", "unclear"]


def test_the_notices_own_table_has_no_column_for_scores():
    found = read(table([HEAD[:5], ["1", "基础", "甲", "内容", "5"], [("总分", 5, 1)]]))
    assert [r.state for r in found] == ["no_column", "no_column"]


def test_other_documents_are_no_score_cards():
    assert read_score_card(logical(table([HEAD, ["1", "基础", "甲", "", "5", "4"]]))) == ()
