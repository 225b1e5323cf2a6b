"""SEC: the sections of a text."""

import pytest

from .dossiers import Paper, ask, one, said, view

TEXT = "我们从二〇一八年起在全公司推行这一方法，逐步形成了自己的做法。"
FOUR = ("overview", "method", "practice", "effects")
ALL = tuple((k, TEXT) for k in FOUR)
ASKED = {"document": "report", "sections": FOUR}


# ---- SEC01
def test_all_sections_there_is_one_pass_that_lists_them() -> None:
    answer = one("SEC01", view(Paper("report", sections=ALL)), **ASKED)
    assert answer.status == "pass"
    assert answer.values["found"] == "企业概况、质量管理方法简介、实施与运行情况、实施效果"
    assert len(answer.evidence) == 4


def test_every_missing_section_is_its_own_failure_with_near_headings() -> None:
    report = Paper("report", sections=(*ALL[:2], ("|公司发展概要", TEXT)))
    found = ask("SEC01", view(report), **ASKED)
    assert [(a.status, a.subject) for a in found] == [
        ("fail", "实施与运行情况"), ("fail", "实施效果"), ("pass", "典型经验材料"),
    ]  # fmt: skip
    assert found[0].search is not None and found[0].search.looked_at
    assert said(found[1]) == "典型经验材料里没有找到“实施效果”部分。"


def test_a_section_may_stand_on_an_unread_page() -> None:
    report = Paper("report", sections=ALL[:3], unread=(4,))
    assert [a.status for a in ask("SEC01", view(report), **ASKED)] == ["review", "pass"]


def test_two_sections_under_one_heading_are_for_a_person() -> None:
    report = Paper("report", sections=(*ALL[:2], ("practice|实施过程及实施效果", TEXT)), score=0.8)
    found = ask("SEC01", view(report), **ASKED)
    assert (found[0].status, found[0].key, found[0].subject) == (
        "review", "SEC01.perhaps", "实施效果",
    )  # fmt: skip
    assert "实施过程及实施效果" in said(found[0])


def test_a_heading_that_is_another_sections_own_does_not_count_for_this_one() -> None:
    report = Paper("report", sections=(*ALL[:2], ("practice|实施过程及实施效果", TEXT)), score=1.0)
    assert ask("SEC01", view(report), **ASKED)[0].status == "fail"


def test_the_parts_of_a_section_without_its_heading_are_for_a_person() -> None:
    report = Paper("report", sections=(("background", TEXT),))
    answer = one("SEC01", view(report), document="report", sections=("part",))
    assert (answer.status, answer.key) == ("review", "SEC01.parts_only")


def test_a_section_told_by_its_place_alone_is_for_a_person() -> None:
    report = Paper("report", sections=ALL, heading_confidence=0.8)
    assert one("SEC01", view(report), **ASKED).status == "review"


def test_without_the_write_up_nothing_is_claimed_about_sections() -> None:
    for rule in ("SEC01", "SEC02", "SEC03"):
        answer = one(rule, view(Paper("form")), **ASKED)
        assert (answer.status, answer.key) == ("not_checked", "common.no_document")


# ---- SEC02
def test_sections_in_order_pass_whatever_is_missing() -> None:
    report = Paper("report", sections=(ALL[0], ALL[2]))
    assert one("SEC02", view(report), **ASKED).status == "pass"


def test_sections_out_of_order_fail_with_both_orders() -> None:
    report = Paper("report", sections=(ALL[1], ALL[0], ALL[2], ALL[3]))
    answer = one("SEC02", view(report), **ASKED)
    assert answer.status == "fail"
    assert answer.values["actual"].startswith("质量管理方法简介 → 企业概况")
    assert answer.values["wanted"].startswith("企业概况 → 质量管理方法简介")


def test_one_section_has_no_order() -> None:
    answer = one("SEC02", view(Paper("report", sections=ALL[:1])), **ASKED)
    assert (answer.status, answer.key) == ("not_checked", "SEC02.too_few")


def test_an_order_that_rests_on_a_weak_heading_is_for_a_person() -> None:
    report = Paper("report", sections=(ALL[1], ALL[0]), heading_confidence=0.8)
    assert one("SEC02", view(report), **ASKED).status == "review"


# ---- SEC03
def content(text: str, **more: object) -> tuple[str, str]:
    report = Paper("report", sections=(("overview", text),), **more)  # type: ignore[arg-type]
    answer = one("SEC03", view(report), document="report", sections=("overview",))
    return answer.status, answer.key


def test_a_section_with_content_passes() -> None:
    assert content(TEXT) == ("pass", "SEC03.filled")


def test_an_empty_section_fails() -> None:
    assert content("略") == ("fail", "SEC03.empty")


def test_the_notices_instructions_are_no_content() -> None:
    assert content("企业概况包括所属行业、企业性质，创建时间，地理位置和历史沿革等。") == (
        "fail", "SEC03.copied",
    )  # fmt: skip


def test_instructions_left_over_content_are_for_a_person() -> None:
    text = f"企业概况包括所属行业、企业性质，创建时间。\n{TEXT}"
    assert content(text) == ("review", "SEC03.instructions")


@pytest.mark.parametrize("more", [{"section_pictures": 2}, {"unread": (3,)}])
def test_content_may_be_in_pictures_or_on_unread_pages(more: dict[str, object]) -> None:
    assert content("", **more)[0] == "review"


def test_a_missing_section_is_not_empty_too() -> None:
    found = ask("SEC03", view(Paper("report", sections=ALL[:2])), **ASKED)
    assert [a.status for a in found] == ["pass"]
    assert one("SEC03", view(Paper("report")), **ASKED).key == "common.no_section"


def test_an_order_is_one_documents_own() -> None:
    first = Paper("report", "a.docx", sections=ALL[2:])
    second = Paper("report", "b.docx", sections=ALL[:2])
    assert one("SEC02", view(first, second), **ASKED).status == "pass"


def test_other_headings_are_no_part_of_the_order() -> None:
    report = Paper("report", sections=(ALL[0], ("|附图", TEXT), ALL[1]))
    assert one("SEC02", view(report), **ASKED).values["actual"] == "企业概况 → 质量管理方法简介"


def test_a_joined_heading_must_hold_the_sections_title() -> None:
    report = Paper("report", sections=(("|人才与文化", TEXT), *ALL[:3]))
    assert ask("SEC01", view(report), **ASKED)[0].key == "SEC01.missing"


def test_the_whole_text_is_no_heading() -> None:
    report = Paper("report", title="实施效果", whole=TEXT, sections=ALL[:3])
    assert ask("SEC01", view(report), **ASKED)[0].key == "SEC01.missing"
