"""The three orders of the findings: for the enterprise, the official and the reviewer."""

from collections.abc import Callable
from typing import Any, NamedTuple

from doccheck.model.report import Report, ReportResult
from doccheck.reports import overview
from doccheck.reports.wording.ui import Ui

VIEWS = ("enterprise", "official", "reviewer")
"""By material and page · by how pressing it is · by clause of the notice."""

OF_ROLE = {"enterprise": "enterprise", "reviewer": "official"}
"""The view that a report opens in."""

Group = tuple[ReportResult, ...]
Rank = tuple[Any, ...]


class Spot(NamedTuple):
    """Where a finding stands in a view: its place in the order, its group's title and remark."""

    order: int
    title: str
    about: str


class Finding(NamedTuple):
    """A finding (results of one cause), its number, and its spot in every view.

    The number is that of the official's order in every view, so that it can be quoted.
    """

    number: int
    group: Group
    spots: dict[str, Spot]


class Section(NamedTuple):
    """One group of findings of a view."""

    title: str
    about: str
    findings: tuple[Finding, ...]


def findings(report: Report, ui: Ui) -> tuple[Finding, ...]:
    """Return everything that is open, numbered, with its spot in every view."""
    groups = [g for s in overview.OPEN for g in overview.folded(overview.of_status(report, s))]
    spots = {view: _spots(view, groups, report, ui) for view in VIEWS}
    return tuple(
        Finding(n + 1, group, {view: spots[view][n] for view in VIEWS})
        for n, group in enumerate(groups)
    )


def sections(found: tuple[Finding, ...], view: str) -> tuple[Section, ...]:
    """Return the findings in a view's order, by group."""
    grouped: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda f: f.spots[view].order):
        grouped.setdefault(finding.spots[view].title, []).append(finding)
    return tuple(
        Section(title, members[0].spots[view].about, tuple(members))
        for title, members in grouped.items()
    )


def _spots(view: str, groups: list[Group], report: Report, ui: Ui) -> list[Spot]:
    rank = _RANKS[view](report)
    ranked = sorted(range(len(groups)), key=lambda n: (*rank(groups[n][0]), n))
    order = {n: place for place, n in enumerate(ranked)}
    names = [_name(view, g[0], ui) for g in groups]
    return [
        Spot(order[n], ui("count", title=name, n=names.count(name)), _about(view, groups[n][0], ui))
        for n, name in enumerate(names)
    ]


def _name(view: str, result: ReportResult, ui: Ui) -> str:
    if view == "official":
        return ui("status." + result.status)
    if view == "reviewer":
        return result.clause
    return result.material or (result.evidence[0].file if result.evidence else ui("view.whole"))


def _about(view: str, result: ReportResult, ui: Ui) -> str:
    return ui("about." + result.status) if view == "official" else ""


def _by_material(report: Report) -> Callable[[ReportResult], Rank]:
    """Rank by material in the notice's order, then as one turns the pages."""
    materials = {title: n for n, title in enumerate(report.materials)}
    last = len(materials)

    def rank(result: ReportResult) -> Rank:
        first = result.evidence[0] if result.evidence else None
        box = first.location.bbox if first else None
        return (
            materials.get(result.material, last),
            result.material or (first.file if first else "\uffff"),
            result.status == "not_checked",
            (first.file, first.location.page or 0, box[1] if box else 0.0) if first else ("", 0, 0),
        )

    return rank


def _by_clause(report: Report) -> Callable[[ReportResult], Rank]:
    """Rank by clause, in the order in which the programme first names each."""
    clauses = {c: n for n, c in enumerate(dict.fromkeys(r.clause for r in report.results))}
    return lambda result: (clauses[result.clause], overview.OPEN.index(result.status))


_RANKS: dict[str, Callable[[Report], Callable[[ReportResult], Rank]]] = {
    "enterprise": _by_material,
    "official": lambda _: lambda _: (),
    "reviewer": _by_clause,
}
