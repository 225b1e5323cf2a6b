"""What the correction notice says: every point at once, in the order of the materials."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from doccheck.model.places import CERTAIN
from doccheck.model.report import Report, ReportResult
from doccheck.reports import overview
from doccheck.reports.wording.notice import INTERNAL
from doccheck.reports.wording.ui import Ui

RECEIVED = "window"
"""Target of the answer about the day of receipt."""

_ASIDE = re.compile(r"[，；](?:可能是没有读清，)?请人工[^，。；！？]*(?=[。；！？]|$)")
"""What a sentence adds for the checker alone: “…，请人工核对。”"""

_SENTENCE = re.compile(r"[^。；;！？]*[。；;！？]?")


class Point(NamedTuple):
    """One point: material, subject, what was found, what is asked, on which basis, the remedy."""

    number: int
    material: str
    subject: str
    found: str
    asked: str
    basis: str
    remedy: str


class Notice(NamedTuple):
    """The notice, ready to be laid out.

    `mend` must be corrected, `explain` is not settled by the material, `advise` does not stand
    in the way; `later` is what could not be checked yet.
    """

    enterprise: str
    program: str
    notice: str
    as_of: str
    deadline: str
    mend: tuple[Point, ...]
    explain: tuple[Point, ...]
    advise: tuple[Point, ...]
    later: tuple[str, ...]


def make_notice(report: Report, ui: Ui) -> Notice:
    """Return the notice; what is waived or only a note is left out."""
    standing = [r for r in report.results if r.severity != "info" and r.waiver is None]
    failed = [r for r in standing if r.status == "fail"]
    order = _Order(report.materials)
    last, received = report.program.deadline, report.submission.as_of
    return Notice(
        enterprise=report.submission.enterprise_name,
        program=report.program.title,
        notice=report.program.notice,
        as_of=_day(received, ui),
        deadline=_day(last, ui) if last and last >= received else "",
        mend=_points(order.sorted(r for r in failed if r.severity == "error"), ui),
        explain=_points(order.sorted(r for r in standing if _to_explain(r)), ui),
        advise=_points(order.sorted(r for r in failed if r.severity == "warning"), ui),
        later=tuple(dict.fromkeys(r.subject for r in standing if r.status == "not_checked")),
    )


def _to_explain(result: ReportResult) -> bool:
    """Tell what the applicant can settle; when its material came in, the receiver knows."""
    return result.status == "review" and result.target != RECEIVED


class _Order:
    """The order of the notice's materials; what belongs to none stands at the end."""

    def __init__(self, materials: tuple[str, ...]) -> None:
        self._rank = {title: n for n, title in enumerate(materials)}

    def sorted(self, results: Iterable[ReportResult]) -> list[ReportResult]:
        last = len(self._rank)
        return sorted(
            results,
            key=lambda r: (self._rank.get(r.material, last + (not r.material)), r.material),
        )


def _points(results: list[ReportResult], ui: Ui) -> tuple[Point, ...]:
    groups = overview.folded(tuple(results))
    return tuple(_point(n, group, ui) for n, group in enumerate(groups, 1))


def _point(number: int, group: overview.Group, ui: Ui) -> Point:
    """Return one point; several answers for one and the same cause are one."""
    result = group[0]
    fixes = (for_applicant(r.fix) for r in group)
    return Point(
        number=number,
        material=result.material or ui("notice.whole"),
        subject=result.subject or ui.rule(result.rule),
        found=for_applicant(result.message) or result.actual,
        asked=overview.listed((r.expected for r in group), ui),
        basis=overview.listed((_basis(r.clause, ui) for r in group), ui),
        remedy=next(filter(None, fixes), "") or ui(_remedy(result)),
    )


def _remedy(result: ReportResult) -> str:
    """Return the key of what is asked where the rule itself says nothing."""
    if result.status != "review":
        return "notice.fix_none"
    unsure = any(e.confidence < CERTAIN for e in result.evidence)
    return "notice.fix_unclear" if unsure else "notice.fix_explain"


def _basis(clause: str, ui: Ui) -> str:
    """Return the clause with the notice before it, unless it begins so itself."""
    named = ui("notice.clause", clause)
    return clause if clause and clause.startswith(named.removesuffix(clause).strip()) else named


def for_applicant(text: str) -> str:
    """Return a text without the sentences that speak to the checker."""
    sentences: list[str] = _SENTENCE.findall(_ASIDE.sub("", text))
    kept = "".join(s for s in sentences if not any(word in s for word in INTERNAL))
    return f"{kept[:-1]}。" if kept.endswith(("；", ";")) else kept.strip()


def _day(iso: str, ui: Ui) -> str:
    if ui.lang != "zh":
        return iso
    day = date.fromisoformat(iso)
    return f"{day.year}年{day.month}月{day.day}日"
