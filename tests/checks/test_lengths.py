"""LEN: lengths in 字."""

import pytest
from pydantic import ValidationError

from doccheck.checks.lengths import ApproximateLength, Length
from doccheck.model.result import Outcome

from .dossiers import Paper, ask, one, said, view


def length(rule: str, text: str, limit: int, **more: object) -> Outcome:
    report = Paper("report", "案例.docx", sections=(("overview", text),), **more)  # type: ignore[arg-type]
    return one(rule, view(report), section="overview", limit=limit)


# ---- LEN01, LEN02
def test_a_text_at_the_limit_passes_and_one_more_fails() -> None:
    assert length("LEN01", "字" * 500, 500).status == "pass"
    assert length("LEN01", "字" * 501, 500).status == "fail"
    assert length("LEN02", "字" * 500, 500).status == "pass"
    assert length("LEN02", "字" * 499, 500).status == "fail"


def test_what_a_reader_is_told() -> None:
    answer = length("LEN01", "字" * 612, 500)
    assert answer.subject == "企业概况"
    assert said(answer) == "企业概况612字，超过上限500字，多112字。"
    assert said(answer, "actual").startswith("612字（")
    assert said(answer, "expected") == "不超过500字"
    assert answer.evidence[0].place.file == "案例.docx"
    for name, value in {"words": "612", "chars": "612", "han": "612", "limit": "500"}.items():
        assert answer.values[name] == value


def test_the_other_counts_are_named_where_they_lie_on_the_other_side() -> None:
    chars = length("LEN01", "字" * 490 + "ISO9001：2015" * 3, 500)
    assert (chars.status, chars.key) == ("pass", "LEN01.pass_chars")
    assert "字符数（不计空格）" in said(chars)
    han = length("LEN01", "字，" * 300, 500)
    assert (han.status, han.key) == ("fail", "LEN01.fail_han")
    both = length("LEN02", "a " * 5 + "，" * 500, 505)
    assert both.key == "LEN02.pass_han"
    both = length("LEN02", "abc " * 480 + "字" * 10, 500)
    assert both.key == "LEN02.fail_chars"
    both = length("LEN03", "abcd " * 500, 500)
    assert (both.status, both.key) == ("pass", "LEN03.pass_under_both")


def test_marks_that_decide_are_for_a_person() -> None:
    answer = length("LEN01", "字" * 495 + "“……——”", 500)
    assert (answer.status, answer.doubt) == ("review", "LEN.doubt_marks")


def test_a_recognised_text_near_the_limit_is_for_a_person() -> None:
    near = length("LEN01", "字" * 508, 500, source="ocr", confidence=0.93)
    assert (near.status, near.doubt) == ("review", "LEN.doubt_ocr")
    assert length("LEN01", "字" * 520, 500, source="ocr", confidence=0.93).status == "fail"
    assert length("LEN01", "字" * 508, 500).status == "fail"


def test_what_was_not_read_may_make_a_text_longer_but_not_shorter() -> None:
    def status(rule: str, words: int) -> str:
        return length(rule, "字" * words, 500, unread=(2,)).status

    assert (status("LEN01", 480), status("LEN01", 520)) == ("review", "fail")
    assert (status("LEN02", 480), status("LEN02", 520)) == ("review", "pass")
    assert (status("LEN03", 300), status("LEN03", 520)) == ("review", "review")
    assert status("LEN03", 700) == "fail"


# ---- LEN03
@pytest.mark.parametrize(("words", "wanted"), [
    (399, "fail"), (400, "review"), (449, "review"), (450, "pass"), (500, "pass"), (550, "pass"),
    (551, "review"), (600, "review"), (601, "fail"),
])  # fmt: skip
def test_about_a_length(words: int, wanted: str) -> None:
    assert length("LEN03", "字" * words, 500).status == wanted


def test_about_says_how_far_and_which_way() -> None:
    answer = length("LEN03", "字" * 300, 500)
    assert said(answer) == "企业概况300字，比要求的500字左右少200字。"
    assert said(answer, "expected") == "500字左右（450至550字）"
    assert said(answer, "fix") == "把企业概况补充到450字以上。"


def test_a_programme_may_draw_other_bands() -> None:
    report = Paper("report", sections=(("overview", "字" * 460),))
    params = {"section": "overview", "limit": 500, "pass_within": 0.05, "review_within": 0.07}
    assert one("LEN03", view(report), **params).status == "fail"


# ---- what is counted
def test_the_whole_text() -> None:
    report = Paper("report", whole="字" * 900, sections=(("overview", "字"),))
    answer = one("LEN03", view(report), document="report", whole=True, limit=1000)
    assert (answer.status, answer.subject) == ("pass", "典型经验材料全文")


def test_the_longest_of_several_whole_texts_counts() -> None:
    seen = view(Paper("report", "a.docx", whole="字"), Paper("report", "b.docx", whole="字" * 990))
    answer = one("LEN03", seen, document="report", whole=True, limit=1000)
    assert answer.values["words"] == "990"


def test_each_of_several_sections_is_judged_alone() -> None:
    cases = (("case|案例一", "字" * 90), ("case|案例二", "字" * 120))
    found = ask("LEN01", view(Paper("report", sections=cases)), section="case", limit=100)
    assert [(a.subject, a.status) for a in found] == [
        ("案例（案例一）", "pass"), ("案例（案例二）", "fail"),
    ]  # fmt: skip


def test_a_field() -> None:
    seen = view(Paper("form", fields={"benchmark_name": "字" * 41, "email": "a@b.cn"}))
    params = {"document": "form", "field": "benchmark_name", "limit": 40}
    answer = one("LEN01", seen, **params)
    assert (answer.status, answer.subject) == ("fail", "标杆名称")
    assert one("LEN01", seen, **(params | {"limit": 41})).status == "pass"


def test_what_is_not_there_is_not_counted() -> None:
    assert one("LEN01", view(Paper("report")), section="overview", limit=9).key == (
        "common.no_section"
    )
    assert one("LEN01", view(Paper("form")), section="overview", limit=9).key == (
        "common.no_document"
    )
    whole = one("LEN03", view(Paper("report")), document="report", whole=True, limit=9)
    assert (whole.status, whole.key) == ("not_checked", "common.no_text")
    blank = view(Paper("form", fields={"benchmark_name": "", "email": "a@b.cn"}))
    answer = one("LEN01", blank, document="form", field="benchmark_name", limit=9)
    assert (answer.status, answer.key) == ("not_checked", "common.no_field")


@pytest.mark.parametrize("params", [
    {"limit": 5},
    {"limit": 5, "section": "a", "whole": True, "document": "b"},
    {"limit": 5, "whole": True},
    {"limit": 5, "field": "a"},
    {"limit": 0, "section": "a"},
    {"limit": 5, "section": "a", "within": 1},
])  # fmt: skip
def test_parameters_that_make_no_sense_are_refused(params: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Length.model_validate(params)


def test_bands_must_be_ordered() -> None:
    with pytest.raises(ValidationError):
        ApproximateLength(limit=5, section="a", pass_within=0.3)


def test_a_section_of_many_is_named_even_when_it_is_alone() -> None:
    report = Paper("report", sections=(("case|案例一", "字" * 90),))
    assert one("LEN01", view(report), section="case", limit=100).subject == "案例（案例一）"
    other = Paper("report", sections=(("overview|企业简介", "字" * 90),))
    assert one("LEN01", view(other), section="overview", limit=100).subject == "企业概况"
