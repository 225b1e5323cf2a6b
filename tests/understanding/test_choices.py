from doccheck.understanding.choices import bracketed, ticked


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
