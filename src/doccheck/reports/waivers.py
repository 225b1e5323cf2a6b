"""Waivers: findings that the checker lets stand. They are shown with who and why, never hidden."""

from collections import Counter
from typing import Literal

from doccheck.model.report import Report, ReportResult, Waiver, WaiverUse
from doccheck.reports.summary import verdict

State = Literal["used", "unused", "expired"]

WAIVABLE = ("fail", "review", "not_checked")


def with_waivers(report: Report, waivers: tuple[Waiver, ...]) -> Report:
    """Return the report with waivers applied: statuses and counts stay, the verdict lets them be.

    One that has expired by the day of receipt changes nothing; it is reported, as is one that
    nothing was waived by.
    """
    if not waivers:
        return report
    valid = tuple(w for w in waivers if w.until.isoformat() >= report.submission.as_of)
    enterprise = report.submission.enterprise_name
    results = tuple(_waived(r, valid, enterprise) for r in report.results)
    used = Counter(r.waiver for r in results if r.waiver is not None)
    uses = tuple(
        WaiverUse(waiver=w, state=_state(w, valid, used), results=used[w]) for w in waivers
    )
    weighed = report.summary.model_copy(update={"verdict": verdict(results)})
    return report.model_copy(update={"results": results, "waivers": uses, "summary": weighed})


def _waived(result: ReportResult, waivers: tuple[Waiver, ...], enterprise: str) -> ReportResult:
    if result.status not in WAIVABLE:
        return result
    fitting = next((w for w in waivers if _fits(w, result, enterprise)), None)
    return result if fitting is None else result.model_copy(update={"waiver": fitting})


def _fits(waiver: Waiver, result: ReportResult, enterprise: str) -> bool:
    return (
        waiver.rule in (result.id, result.rule)
        and waiver.subject in ("", result.subject)
        and waiver.enterprise in ("", enterprise)
    )


def _state(waiver: Waiver, valid: tuple[Waiver, ...], used: Counter[Waiver]) -> State:
    if waiver not in valid:
        return "expired"
    return "used" if used[waiver] else "unused"
