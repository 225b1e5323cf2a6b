"""NAM: the name of the benchmark."""

import pytest

from doccheck.checks.benchmark import Parts, parse
from doccheck.model.result import Outcome

from .dossiers import ENTERPRISE, NAME, Paper, ask, one, said, view

ENDINGS = ("实践经验", "的实践经验")
CONNECTORS = ("实施", "应用", "基于")


def form(name: str, enterprise: str = ENTERPRISE, **more: object) -> Paper:
    fields = {"enterprise_name": enterprise, "benchmark_name": name}
    return Paper("form", fields=fields, **more)  # type: ignore[arg-type]


def report(name: str, **more: object) -> Paper:
    return Paper("report", fields={"benchmark_name": name}, **more)  # type: ignore[arg-type]


# ---- NAM01
def test_a_name_at_the_limit_passes_and_one_more_fails() -> None:
    assert one("NAM01", view(form("名" * 40)), limit=40).status == "pass"
    answer = one("NAM01", view(form("名" * 50)), limit=40)
    assert (answer.status, answer.subject) == ("fail", "标杆名称")
    assert said(answer, "actual").startswith("50字")
    assert "多10字" in said(answer)


def test_the_longest_name_counts() -> None:
    seen = view(form("名" * 30), report("名" * 41))
    answer = one("NAM01", seen, limit=40)
    assert (answer.status, answer.values["words"]) == ("fail", "41")
    assert [e.place.file for e in answer.evidence] == ["report.docx"]
    assert len(one("NAM01", seen, limit=41).evidence) == 2


def test_marks_that_decide_are_for_a_person() -> None:
    answer = one("NAM01", view(form("名" * 38 + "——“" + "名")), limit=40)
    assert (answer.status, answer.doubt) == ("review", "LEN.doubt_marks")


def test_a_name_that_was_not_read_surely_is_for_a_person() -> None:
    assert one("NAM01", view(form("名" * 50, confidence=0.7)), limit=40).status == "review"


# ---- NAM02
def pattern(name: str, **more: object) -> Outcome:
    params = {"endings": ENDINGS, "connectors": CONNECTORS, "strict": True} | more
    return one("NAM02", view(form(name)), **params)


@pytest.mark.parametrize("name", [
    NAME,
    "沛锐智能装备六西格玛设计实践经验",
    "沛锐智能基于数字化的全流程质量管控的实践经验",
    "“湖南沛锐智能装备有限公司推行精益生产的实践经验”",
    "湖南沛锐智能装备有限公司“双循环”质量改进的实践经验",
    "沛锐导入卓越绩效模式的实践经验",
    "某某集团公司实施六西格玛设计的实践经验",
    "××集团公司实施六西格玛设计的实践经验",
])  # fmt: skip
def test_names_that_fit(name: str) -> None:
    answer = pattern(name)
    assert (answer.status, answer.key) == ("pass", "NAM02.fits")


@pytest.mark.parametrize(("name", "lacks", "proposal"), [
    (
        "湖南沛锐智能装备有限公司实施六西格玛设计的案例", "ending",
        "湖南沛锐智能装备有限公司实施六西格玛设计的实践经验",
    ),
    (
        "实施六西格玛设计的实践经验", "enterprise",
        "湖南沛锐智能装备有限公司实施六西格玛设计的实践经验",
    ),
    (
        "湖南沛锐智能装备有限公司的实践经验", "method",
        "湖南沛锐智能装备有限公司实施××方法的实践经验",
    ),
    (
        "基于大数据的质量管理", "enterprise_ending",
        "湖南沛锐智能装备有限公司基于大数据的质量管理的实践经验",
    ),
    (
        "沛锐智能应用六西格玛设计典型经验", "ending",
        "沛锐智能应用六西格玛设计的实践经验",
    ),
    ("实践经验", "enterprise_method", "湖南沛锐智能装备有限公司实施××方法的实践经验"),
])  # fmt: skip
def test_what_a_name_lacks_is_said_and_a_name_that_fits_is_proposed(
    name: str, lacks: str, proposal: str
) -> None:
    answer = pattern(name)
    assert (answer.status, answer.key) == ("fail", f"NAM02.no_{lacks}")
    assert answer.values["proposal"] == proposal
    assert pattern(proposal).status == "pass"
    assert proposal in said(answer, "fix")


def test_a_proposal_keeps_within_the_usual_length() -> None:
    method = "以客户需求为牵引的全生命周期数字化精益质量管理模式"
    answer = pattern(f"实施{method}")
    assert answer.values["proposal"] == f"湖南沛锐智能装备实施{method}的实践经验"


def test_where_the_notice_says_generally_a_person_decides() -> None:
    assert pattern("六西格玛设计", strict=False).status == "review"


def test_the_notices_own_model_is_always_right() -> None:
    odd = "向零缺陷迈进"
    assert pattern(odd).status == "fail"
    assert pattern(odd, models=(odd,)).status == "pass"


def test_each_different_name_is_judged_once() -> None:
    seen = view(form(NAME), report(f"“{NAME}”"), Paper("report", "b.docx", {"benchmark_name": "x"}))
    found = ask("NAM02", seen, endings=ENDINGS)
    assert [(a.status, len(a.evidence)) for a in found] == [("pass", 2), ("review", 1)]


def test_parts_of_a_name() -> None:
    assert parse(NAME, [ENTERPRISE], ENDINGS, CONNECTORS) == Parts(
        ENTERPRISE, "实施", "六西格玛设计", "的实践经验"
    )
    assert parse("本公司实施六西格玛的经验", [], ("经验",), ()).enterprise == ""
    assert parse("智能工厂建设的经验", [], ("经验",), ()).enterprise == ""


# ---- NAM03
def whose(name: str, *others: Paper) -> Outcome:
    return one("NAM03", view(form(name), *others))


def test_the_applicants_full_and_short_names_pass() -> None:
    assert whose(NAME).key == "NAM03.full"
    assert whose("沛锐智能装备实施精益生产的实践经验").key == "NAM03.short"
    assert whose("湖南沛锐智能装备有限公司（数控分厂）的经验").status == "pass"


def test_another_enterprise_fails() -> None:
    answer = whose("江苏弘望仪表有限公司实施精益生产的实践经验")
    assert (answer.status, answer.values["other"]) == ("fail", "江苏弘望仪表有限公司")
    assert ENTERPRISE in said(answer)


def test_no_enterprise_is_for_a_person() -> None:
    answer = whose("基于大数据的质量管理的实践经验")
    assert (answer.status, answer.key) == ("review", "NAM03.none")


def test_the_group_is_for_a_person() -> None:
    answer = whose("沛锐控股集团有限公司实施精益生产的实践经验")
    assert answer.status in ("review", "pass")
    assert whose("湖南沛锐重工股份有限公司实施精益生产的实践经验").status != "fail"


def test_a_former_name_that_the_papers_tell_of_is_for_a_person() -> None:
    former = "湖南长河机械有限公司"
    name = f"{former}实施精益生产的实践经验"
    assert whose(name).status == "fail"
    told = Paper("report", lines=(f"公司前身为{former}。",))
    assert whose(name, told).key == "NAM03.related"
    repeated = Paper("report", lines=(name,))
    assert whose(name, repeated).status == "fail"


def test_without_the_applicant_the_name_is_not_judged() -> None:
    answer = one("NAM03", view(Paper("form", fields={"benchmark_name": NAME, "email": ""})))
    assert (answer.status, answer.key) == ("not_checked", "common.no_label")
    seen = view(report(NAME), Paper("form", readable=False))
    assert one("NAM03", seen).key == "common.unread_document"


# ---- NAM04
def together(one_name: str, other: str, **more: object) -> Outcome:
    return one("NAM04", view(form(one_name), report(other, **more)))


@pytest.mark.parametrize("other", [
    NAME, f"“{NAME}”", f"《{NAME}》", NAME.replace("有限", " 有限"), f"{NAME}。",
])  # fmt: skip
def test_quotes_brackets_and_blanks_make_no_difference(other: str) -> None:
    assert together(NAME, other).status == "pass"


def test_another_method_fails_and_both_names_are_shown() -> None:
    answer = together(NAME, NAME.replace("六西格玛设计", "零缺陷管理"))
    assert answer.status == "fail"
    assert "零缺陷管理" in said(answer) and "六西格玛" in said(answer)
    assert len(answer.evidence) == 2


@pytest.mark.parametrize(("other", "doubt"), [
    (NAME.replace(ENTERPRISE, "沛锐智能装备"), "CON.doubt_short"),
    (NAME.removesuffix("的实践经验"), "CON.doubt_part"),
])  # fmt: skip
def test_a_name_shortened_or_cut_is_for_a_person(other: str, doubt: str) -> None:
    answer = together(NAME, other)
    assert (answer.status, answer.doubt) == ("review", doubt)


def test_a_difference_that_a_scan_explains_is_for_a_person() -> None:
    other = NAME.replace("六西格玛", "六酉格玛")
    scanned = together(NAME, other, source="ocr", confidence=0.97)
    assert (scanned.status, scanned.doubt) == ("review", "CON.doubt_confusable")
    assert together(NAME, other).status == "fail"


def test_one_name_cannot_differ() -> None:
    answer = one("NAM04", view(form(NAME), Paper("report", "经验.pdf", readable=False)))
    assert (answer.status, answer.key) == ("not_checked", "common.one_place_unread")
    assert "典型经验材料" in said(answer)
