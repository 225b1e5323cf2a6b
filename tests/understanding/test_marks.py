import dataclasses

from blocks import logical, para, table

from doccheck.model.document import Picture
from doccheck.understanding.marks import read_marks


def dates(*blocks, kind="commitment_letter"):
    return [m for m in read_marks(logical(*blocks, kind=kind)) if m.kind == "date"]


def test_a_letters_date_line_is_its_date():
    (mark,) = dates(para("承诺书"), para("企业名称（盖章）：甲公司"), para("2021年4月28日"))
    assert (mark.state, mark.value, mark.who) == ("present", "2021-04-28", "enterprise")


def test_an_empty_date_line_is_an_absent_date():
    (mark,) = dates(para("承诺书"), para("      年    月    日"))
    assert mark.state == "absent"


def test_a_letter_without_any_place_for_a_date_has_none():
    (mark,) = dates(para("承诺书"), para("企业名称（盖章）：甲公司"))
    assert mark.state == "absent"


def test_a_date_inside_running_text_is_not_the_letters_date():
    (mark,) = dates(
        para("我公司自2019年3月1日起连续三年参加活动，所提交的材料真实有效，特此承诺。")
    )
    assert mark.state == "absent"


def test_a_month_alone_is_unclear():
    (mark,) = dates(para("2021年4月"))
    assert mark.state == "unclear"


def test_a_day_that_never_was_is_not_real():
    (mark,) = dates(para("2021年2月30日"))
    assert not mark.real


def test_the_recommenders_date_is_not_the_applicants():
    sheet = table([
        ["申报企业（签字或盖章）：\n2023年10月1日", "街道推荐意见（盖章）：\n年   月   日"],
    ])  # fmt: skip
    found = dates(sheet, kind="acceptance_form")
    assert [(m.who, m.state) for m in found] == [
        ("enterprise", "present"),
        ("recommender", "absent"),
    ]


def test_a_seals_place_without_a_picture_is_unclear_not_absent():
    found = list(read_marks(logical(para("企业名称（盖章）：甲公司"), kind="commitment_letter")))
    assert [(m.kind, m.state) for m in found if m.kind == "seal"] == [("seal", "unclear")]


def pasted(appearance, *blocks, at=0):
    picture = Picture(blocks[at].place, 200, 200, "x", at, True, appearance)
    document = dataclasses.replace(logical(*blocks, kind="commitment_letter"), pictures=(picture,))
    return {m.kind: (m.state, m.evidence.confidence) for m in read_marks(document)}


def test_a_red_round_picture_beside_the_place_is_the_seal():
    marks = pasted("seal", para("企业名称（盖章）：甲公司"), para("2021年4月8日"), at=1)
    assert marks["seal"] == ("present", 0.96)


def test_another_picture_at_the_place_is_the_seal_with_doubt():
    assert pasted("", para("企业名称（盖章）：甲公司"))["seal"] == ("present", 0.8)


def test_a_signature_is_not_taken_for_a_seal_nor_the_other_way_round():
    marks = pasted("ink", para("法定代表人签字："), para("（企业盖章）"))
    assert marks["signature"][0] == "present"
    assert marks["seal"][0] == "unclear"


def test_a_seal_far_from_the_place_is_not_its():
    lines = [para(f"承诺第{n}项。") for n in range(8)]
    assert pasted("seal", *lines, para("企业名称（盖章）：甲公司"), at=0)["seal"][0] == "unclear"


def test_a_date_that_the_form_asks_for_is_not_the_day_of_signing():
    sheet = table([
        ["创建起止时间", "2023年1月10日"],
        ["申报企业（盖章）", "2023年10月1日"],
    ])  # fmt: skip
    assert [m.value for m in dates(sheet, kind="acceptance_form")] == ["2023-10-01"]
