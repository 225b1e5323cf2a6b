"""From judged outcomes to the report: words, facts, verdict, coverage."""

import pytest

from doccheck.checks.view import View
from doccheck.model.program import Severity
from doccheck.model.report import Report, ReportResult
from doccheck.model.result import Outcome, Status
from doccheck.reports.compose import compose
from doccheck.reports.summary import verdict

from .sample import DOSSIER, FORM, JUDGED, LICENCE, judged


def result(status: Status, severity: Severity = "error") -> ReportResult:
    return ReportResult(
        id="1", rule="MAT01", name="x", status=status, severity=severity, message=""
    )


def by_id(report: Report) -> dict[str, ReportResult]:
    return {r.id: r for r in report.results}


def test_results_keep_the_programmes_order(report: Report) -> None:
    assert [r.id for r in report.results] == [j.rule.id for j in JUDGED]
    assert [r.name for r in report.results][:2] == [
        "enterprise-name-consistency",
        "legal-representative-consistency",
    ]


def test_words_are_filled_with_values_and_subject(report: Report) -> None:
    found = by_id(report)["1-2"]
    assert (found.message, found.expected) == ("法定代表人不一致", "各处相同")
    assert found.actual == "张三、{李四}"


def test_the_programmes_fix_goes_before_the_catalogues(report: Report) -> None:
    assert by_id(report)["1-2"].fix == "请核对营业执照"
    assert by_id(report)["2-1"].fix == "请补交承诺书"


def test_a_pass_needs_no_mending(view: View) -> None:
    passed = judged(("1-2", Outcome("pass", "same", "法定代表人")))
    report = compose(view, passed, "材料", (), "zh", "now")
    assert report.results[0].fix == ""


def test_a_value_that_is_missing_breaks_nothing(view: View) -> None:
    outcome = judged(("1-1", Outcome("pass", "same", "企业名称")))
    assert compose(view, outcome, "材料", (), "zh", "now").results[0].actual == "{value}"


def test_the_doubt_is_said_after_the_message(report: Report) -> None:
    assert by_id(report)["2-1"].message == "没有找到承诺书（有 1页 没有读出，请人工确认）"


def test_evidence_names_document_file_and_place(report: Report) -> None:
    form, licence = by_id(report)["1-2"].evidence
    assert (form.document, form.file, form.location.anchor) == ("d1", FORM, "table[0].cell[2,1]")
    assert licence.location.bbox == (10.0, 20, 30, 40)


def test_proof_of_search_is_in_words(report: Report) -> None:
    search = by_id(report)["2-1"].search
    assert search is not None
    assert search.looked_at == (FORM, f"{LICENCE} 第1页")
    assert search.nearest == (f"“承诺”（{LICENCE} 第2页，相似度 72%）",)
    assert len(search.unread) == 1


def test_facts_have_the_contracts_names_only(report: Report) -> None:
    facts = [(f.document, f.name, f.value) for f in report.facts]
    assert facts == [
        ("d1", "enterprise_name", "甲公司"),
        ("d1", "legal_representative", "张三"),
        ("d1", "revenue.2020", "125000"),
        ("d2", "enterprise_name", "甲<script>alert(1)</script>公司"),
        ("d2", "legal_representative", "李四"),
        ("d3", "revenue.2020", "225000"),
    ]


def test_the_applicant_is_who_the_form_names(report: Report) -> None:
    assert report.submission.enterprise_name == "甲公司"


def test_coverage_counts_who_looks_after_what_is_asked(report: Report) -> None:
    import doccheck.checks  # noqa: F401  fills the registry

    coverage = report.summary.coverage
    assert (coverage.machine, coverage.person, coverage.not_implemented) == (2, 1, 2)
    assert [c.look_at for c in report.checkpoints] == ["看经验是否先进"]


def test_counts(report: Report) -> None:
    counts = report.summary.counts
    assert (counts.passed, counts.fail, counts.review, counts.not_checked) == (1, 2, 1, 1)


@pytest.mark.parametrize(
    ("results", "wanted"),
    [
        ([result("pass"), result("fail")], "fail"),
        ([result("pass"), result("fail", "warning")], "review"),
        ([result("pass"), result("fail", "info")], "pass"),
        ([result("pass"), result("not_checked", "info"), result("review", "info")], "pass"),
        ([result("pass"), result("review", "warning")], "review"),
        ([result("pass"), result("not_checked")], "review"),
        ([result("pass"), result("not_applicable")], "pass"),
        ([], "review"),
    ],
)
def test_verdict(results: list[ReportResult], wanted: str) -> None:
    assert verdict(results) == wanted


def test_same_input_same_report(view: View, report: Report) -> None:
    again = compose(view, JUDGED, "材料", DOSSIER.files, "zh", "2026-01-31T08:00:00Z")
    assert again.model_dump_json() == report.model_dump_json()


def test_what_nobody_checks_is_listed_with_its_reason(report: Report) -> None:
    assert [(u.clause, u.says, u.why) for u in report.not_implemented] == [
        ("三.9", "没有做的", ""),
        ("五", "排名真实", "没有数据"),
    ]
    assert len(report.not_implemented) == report.summary.coverage.not_implemented


def test_results_know_their_material(report: Report) -> None:
    assert report.materials == ("申报表",)
    assert by_id(report)["1-2"].material == "申报表"
