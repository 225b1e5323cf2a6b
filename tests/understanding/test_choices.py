import pytest

from doccheck.understanding.choices import answers, bracketed, ticked


def test_boxes_before_their_answers():
    on, off = ticked("□国有  □合资  ☑民营  □外资  □港澳台资")
    assert on == ("民营",)
    assert off == ("国有", "合资", "外资", "港澳台资")


def test_boxes_behind_their_answers():
    assert ticked("同意推荐□        不同意推荐☑   。") == (("不同意推荐",), ("同意推荐",))


def test_a_follow_up_question_is_no_part_of_the_answer():
    on, _ = ticked("□否    ☑是    如是，请填写：\n年份  2021  年，名称  省专精特新中小企业")
    assert on == ("是",)


def test_a_mark_in_a_frame():
    assert ticked("【√】是 【 】否")[0] == ("是",)


def test_answers_on_lines_of_their_own():
    on, off = ticked("☑无上市计划\n□有上市计划\n□已上市（股票代码：      ）")
    assert on == ("无上市计划",)
    assert off == ("有上市计划", "已上市")


def test_two_marks_are_two_answers():
    assert len(ticked("☑洁美工厂 ☑品质工厂 □示范工厂")[0]) == 2


def test_text_without_boxes_has_no_answers():
    assert ticked("民营企业") == ((), ())


def test_brackets_with_a_tick_are_marked():
    assert bracketed("国家级（  ）省级（  ）市级（√）") == (("市级",), ("国家级", "省级"))


def test_all_brackets_empty():
    assert bracketed("创新型企业（）高新技术企业（    ）") == ((), ("创新型企业", "高新技术企业"))


@pytest.mark.parametrize(
    ("text", "offered", "on"),
    [
        ("是√ 否", ("是", "否"), ("是",)),
        ("是 √否", ("是", "否"), ("否",)),
        ("√ 是  否", ("是", "否"), ("是",)),
        ("大型 √中型 小型", ("大型", "中型", "小型"), ("中型",)),
    ],
)
def test_a_tick_without_a_box_belongs_to_the_answer_that_it_touches(text, offered, on):
    found = answers(text, offered)
    assert (found.on, found.clear) == (on, True)


@pytest.mark.parametrize("text", ["是√否", "是 √ 否", "是 否", "是 √没有", "☑是 ☒否", "是 □否"])
def test_which_answer_is_meant_is_not_guessed(text):
    found = answers(text, ("是", "否"))
    assert not found.clear
    assert found.on == ()


@pytest.mark.parametrize(
    "text",
    ["国家级（√）省级（ ）市级（）", "国家级【√】\n省级【】市级【 】", "国家级（√省级（）市级（）"],
)
def test_brackets_behind_their_answers_are_not_taken_for_the_next_ones(text):
    assert answers(text, ("国家级", "省级", "市级")).on == ("国家级",)


def test_an_answer_that_holds_another_one_is_not_that_one():
    assert answers("□同意推荐 ☑不同意推荐", ("同意推荐", "不同意推荐")).on == ("不同意推荐",)


def test_an_answer_in_a_follow_up_question_is_not_taken_for_the_one_with_the_box():
    text = "是否已申报：□否 ■是 如是，请附报告"
    assert answers(text, ("是", "否")).on == ("是",)


def test_a_written_answer_stands_for_itself():
    assert answers("民营", ("国有", "民营")).clear
