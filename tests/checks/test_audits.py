"""FIN04, FIN05 and FIN06: sums of statements, audit reports, units."""

import pytest

from doccheck.checks.audits import opinion_of
from doccheck.model.result import Outcome

from .dossiers import ask, one, said
from .figure_dossiers import APPLICANT, Report, seen

SHEET = {
    "total_assets": "1,000.00", "current_assets": "600.00", "noncurrent_assets": "400.00",
    "total_liabilities": "450.00", "total_equity": "550.00", "liabilities_and_equity": "1,000.00",
}  # fmt: skip
PARTS = {
    "current_assets": ("total_assets", "600.00"),
    "noncurrent_assets": ("total_assets", "400.00"),
}
FACTS = {
    "enterprise_name": APPLICANT,
    "audit_opinion": "标准无保留意见",
    "audit_firm": "常州正信会计师事务所有限公司",
}


def sums(figures: dict[str, str], **more: object) -> list[Outcome]:
    parts = {k: (t, figures[k]) for k, (t, _) in PARTS.items() if k in figures}
    totals = {k: v for k, v in figures.items() if k not in parts}
    report = Report(2023, totals, parts=parts, **more)  # type: ignore[arg-type]
    return ask("FIN04", seen({}, report), document="audit")


# ---- FIN04
def test_sums_that_hold_pass_and_are_listed() -> None:
    (outcome,) = sums(SHEET)
    assert outcome.status == "pass"
    assert "资产总计＝流动资产合计＋非流动资产合计" in said(outcome, "expected")
    assert "允许误差" in said(outcome, "expected")


def test_a_sum_that_does_not_hold_fails_with_the_numbers() -> None:
    (outcome,) = sums(SHEET | {"total_equity": "287.35"})
    assert (outcome.status, outcome.key) == ("fail", "FIN04.broken")
    assert "262.65元" in said(outcome)


def test_one_digit_that_would_mend_all_sums_is_for_a_person() -> None:
    (outcome,) = sums(SHEET | {"total_equity": "850.00"})
    assert (outcome.status, outcome.key) == ("review", "FIN04.mend")
    assert "550.00" in said(outcome)


def test_a_difference_of_rounding_is_none() -> None:
    figures = SHEET | {"total_equity": "550.01"}
    (outcome,) = sums(figures)
    assert outcome.status == "pass"


def test_a_doubtful_reading_never_fails() -> None:
    (outcome,) = sums(SHEET | {"total_equity": "287.35"}, confidence=0.8)
    assert outcome.status == "review"


def test_one_misread_digit_of_a_scan_is_told_with_the_value_that_mends_it() -> None:
    (outcome,) = sums(SHEET | {"total_equity": "850.00"}, source="ocr", confidence=0.9)
    assert (outcome.status, outcome.key) == ("review", "FIN04.mend")
    assert "550.00" in said(outcome)


def test_broken_sums_of_a_scan_are_for_a_person() -> None:
    (outcome,) = sums(SHEET | {"total_equity": "287.35"}, source="ocr")
    assert outcome.status == "review"


def test_on_a_scan_a_total_larger_than_its_lines_says_nothing() -> None:
    parts = {"cash": ("current_assets", "211.11"), "inventory": ("current_assets", "133.33")}
    figures = {"current_assets": "600.00", **{k: v for k, v in SHEET.items() if "assets" not in k}}

    def answers(source: str) -> set[str]:
        report = Report(2023, figures, parts=parts, source=source)  # type: ignore[arg-type]
        return {o.status for o in ask("FIN04", seen({}, report), document="audit")}

    assert "review" in answers("native")  # a line is only laid out unusually
    assert answers("ocr") == {"pass"}  # or one was not read


def test_on_a_scan_a_change_of_cash_without_one_of_its_flows_says_nothing() -> None:
    parts = {
        "net_cash_operating": ("net_cash_increase", "76668615.11"),
        "net_cash_investing": ("net_cash_increase", "-33575718.23"),
    }
    figures = {"net_cash_increase": "39484382.62", **SHEET}

    def answers(source: str) -> set[str]:
        report = Report(2023, figures, parts=parts, source=source)  # type: ignore[arg-type]
        return {o.status for o in ask("FIN04", seen({}, report), document="audit")}

    assert answers("native") == {"fail"}
    assert answers("ocr") == {"pass"}  # the third line was not read


def test_a_blank_part_is_not_zero() -> None:
    figures = {k: v for k, v in SHEET.items() if k not in ("noncurrent_assets", "total_equity")}
    (outcome,) = sums(figures)
    assert outcome.status == "pass"  # only assets = liabilities and equity can be judged


def test_nothing_to_add_up_is_not_checked() -> None:
    (outcome,) = sums({"revenue": "5.00"})
    assert (outcome.status, outcome.key) == ("not_checked", "FIN04.no_sums")


def test_without_any_report_it_is_not_checked() -> None:
    assert one("FIN04", seen({}), document="audit").key == "common.no_document"


def test_a_year_that_opens_otherwise_than_it_closed_is_for_a_person() -> None:
    reports = (Report(2022, SHEET), Report(2023, SHEET, {**SHEET, "total_assets": "990.00"}))
    found = ask("FIN04", seen({}, *reports), document="audit")
    (restated,) = [o for o in found if o.key == "FIN04.restated"]
    assert restated.status == "review"
    assert "资产总计" in said(restated)


def test_a_year_that_opens_as_it_closed_passes() -> None:
    reports = (Report(2022, SHEET), Report(2023, SHEET, SHEET))
    found = ask("FIN04", seen({}, *reports), document="audit")
    assert {o.status for o in found} == {"pass"}
    assert "FIN04.carried" in {o.key for o in found}


# ---- FIN05
def valid(*reports: Report, **params: object) -> list[Outcome]:
    view = seen({"enterprise_name": APPLICANT}, *reports)
    return ask("FIN05", view, document="audit", years=[2023], **params)


def test_a_report_in_order_passes_once() -> None:
    (outcome,) = valid(Report(2023, facts=FACTS, dated="2024-04-14"))
    assert outcome.status == "pass"
    assert "标准无保留意见" in said(outcome)


def test_another_addressee_is_for_a_person() -> None:
    facts = FACTS | {"enterprise_name": "江苏禾木机械制造有限公司"}
    found = valid(Report(2023, facts=facts))
    assert [o.status for o in found] == ["review", "pass"]
    assert "曾用名" in said(found[0])


@pytest.mark.parametrize(
    ("words", "key"),
    [("保留意见", "modified"), ("否定意见", "modified"), ("带强调事项段的无保留意见", "emphasis")],
)
def test_a_modified_opinion_is_for_a_person(words: str, key: str) -> None:
    found = valid(Report(2023, facts=FACTS | {"audit_opinion": words}))
    assert (found[0].status, found[0].key) == ("review", f"FIN05.{key}")


def test_a_programme_may_refuse_modified_opinions_and_accept_emphasis() -> None:
    report = Report(2023, facts=FACTS | {"audit_opinion": "保留意见"})
    assert valid(report, modified="fail")[0].status == "fail"
    report = Report(2023, facts=FACTS | {"audit_opinion": "带强调事项段的无保留意见"})
    assert [o.status for o in valid(report, accept=["unqualified", "emphasis"])] == ["pass"]


def test_two_accountants_and_a_seal_on_the_last_page_are_in_order() -> None:
    (outcome,) = valid(Report(2023, facts=FACTS, signers=2, sealed=True))
    assert outcome.status == "pass"
    assert "签章页：第3页" in said(outcome)


def test_a_signature_page_without_any_mark_is_for_a_person() -> None:
    found = valid(Report(2023, facts=FACTS, signers=2))
    assert (found[0].status, found[0].key) == ("review", "FIN05.unmarked")


def test_statements_in_a_file_of_their_own_are_no_second_report() -> None:
    (outcome,) = valid(Report(2023, facts=FACTS), Report(2023, {"revenue": "5.00"}))
    assert outcome.status == "pass"


def test_fewer_than_two_accountants_are_for_a_person() -> None:
    for count in (0, 1):
        found = valid(Report(2023, facts=FACTS, signers=count, sealed=True))
        assert (found[0].status, found[0].key) == ("review", "FIN05.signers")


def test_a_report_dated_before_the_period_s_end_is_for_a_person() -> None:
    found = valid(Report(2023, facts=FACTS, dated="2023-04-14"))
    assert (found[0].status, found[0].key) == ("review", "FIN05.early")


def test_a_licence_s_old_date_is_not_the_report_s() -> None:
    found = valid(Report(2023, facts=FACTS, dated="2001-12-18"))
    assert "FIN05.early" not in {o.key for o in found}


def test_what_was_not_read_is_named() -> None:
    facts = {k: v for k, v in FACTS.items() if k != "audit_opinion"}
    found = valid(Report(2023, facts=facts))
    assert (found[0].status, found[0].subject) == ("not_checked", "2023年审计报告审计意见")


def test_a_missing_or_unread_year_is_not_checked() -> None:
    assert valid(Report(2022, facts=FACTS))[0].key == "common.no_document"
    assert valid(Report(2023, readable=False))[0].key == "common.unread_document"


@pytest.mark.parametrize(
    ("words", "opinion"),
    [("标准无保留意见", "unqualified"), ("无保留意见", "unqualified"), ("保留意见", "qualified"),
     ("无法表示意见", "disclaimer"), ("否定意见", "adverse"), ("见附件", None)],
)  # fmt: skip
def test_opinions_are_told_apart(words: str, opinion: str | None) -> None:
    assert opinion_of(words) == opinion


# ---- FIN06
PLAIN = {"revenue.2022": "10763.45", "revenue.2023": "12122.36", "total_assets.2023": "13976.02"}


def units(form: dict[str, str], *reports: Report, **more: object) -> list[Outcome]:
    view = seen(form, *reports, **more)  # type: ignore[arg-type]
    return ask("FIN06", view, document="form", fields=["revenue", "total_assets", "net_profit"])


def test_plain_figures_pass() -> None:
    (outcome,) = units(PLAIN | {"employees": "391"})
    assert outcome.status == "pass"


def test_yuan_under_a_heading_of_wan_yuan_fails_where_the_statement_proves_it() -> None:
    report = Report(2023, {"revenue": "121,223,558.89"})
    found = units({"revenue.2023": "121223558.89"}, report)
    assert (found[0].status, found[0].key) == ("fail", "FIN06.proven")
    assert "10,000倍" in said(found[0])
    scanned = Report(2023, {"revenue": "121,223,558.89"}, source="ocr")
    assert units({"revenue.2023": "121223558.89"}, scanned)[0].status == "review"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"revenue.2023": "121223558.89"}, "FIN06.years"),
        ({"revenue.2023": "1212235588.90"}, "FIN06.years"),
        ({"revenue.2022": ""}, "FIN06.plausible"),
        ({"total_assets.2023": "139760225.38"}, "FIN06.fields"),
    ],
)
def test_a_figure_apart_from_those_beside_it_is_for_a_person(
    change: dict[str, str], key: str
) -> None:
    found = units(PLAIN | change)
    assert found[0].key == key
    assert found[0].status == ("pass" if key.endswith("plausible") else "review")


def test_revenue_per_head_beyond_reason_is_for_a_person() -> None:
    found = units({"revenue.2023": "121223558.89", "employees": "391"})
    assert (found[0].status, found[0].key) == ("review", "FIN06.per_head")
    found = units({"revenue.2023": "1.21", "employees": "391"})
    assert found[0].key == "FIN06.per_head"


def test_a_small_profit_beside_large_revenue_is_plausible() -> None:
    assert units(PLAIN | {"net_profit.2022": "1.20", "net_profit.2023": "1863.80"})[0].key == (
        "FIN06.plausible"
    )


def test_without_any_figure_it_is_not_checked() -> None:
    assert units({"revenue.2022": "", "revenue.2023": ""})[0].status == "not_checked"
