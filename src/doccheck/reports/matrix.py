"""The field × document matrix: what each document says, and whether it agrees."""

from collections.abc import Collection
from typing import NamedTuple

from doccheck.model.report import Fact, Report, ReportDocument
from doccheck.model.result import Status

SIGNS: dict[Status, str] = {"pass": "✓", "fail": "✗", "review": "？"}
"""Signs that stand beside the colour; other statuses judge no value."""

_WORST: tuple[Status, ...] = ("fail", "review", "pass")


class MatrixCell(NamedTuple):
    """One document's values of one field, and the worst that a rule found about them."""

    values: tuple[str, ...]
    status: Status | None

    @property
    def sign(self) -> str:
        """Return the sign, – where nothing was read, nothing where no rule asks."""
        if not self.values:
            return "–"
        return SIGNS[self.status] if self.status else ""


class Matrix(NamedTuple):
    """Rows of identity facts and of figures, over the documents that hold any."""

    documents: tuple[ReportDocument, ...]
    identity: tuple[tuple[str, tuple[MatrixCell, ...]], ...]
    figures: tuple[tuple[str, tuple[MatrixCell, ...]], ...]


def matrix(report: Report) -> Matrix:
    """Return the matrix; rows in the order in which the facts were first read."""
    holders = {f.document for f in report.facts}
    documents = tuple(d for d in report.documents if d.id in holders)
    names = dict.fromkeys(f.name for f in report.facts)
    figures = _in_order([n for n in names if "." in n])
    return Matrix(
        documents,
        tuple((n, _row(n, documents, report)) for n in names if "." not in n),
        tuple((n, _row(n, documents, report)) for n in figures),
    )


def _in_order(names: Collection[str]) -> list[str]:
    """Return figures' names: by first appearance of the figure, then by year."""
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        first.setdefault(name.partition(".")[0], place)
    return sorted(names, key=lambda n: (first[n.partition(".")[0]], n))


def _row(
    name: str, documents: tuple[ReportDocument, ...], report: Report
) -> tuple[MatrixCell, ...]:
    facts = [f for f in report.facts if f.name == name]
    return tuple(_cell(name, d, facts, report) for d in documents)


def _cell(name: str, document: ReportDocument, facts: list[Fact], report: Report) -> MatrixCell:
    values = dict.fromkeys(f.raw or f.value for f in facts if f.document == document.id)
    return MatrixCell(tuple(values), _status(name, document.id, report) if values else None)


def _status(name: str, document: str, report: Report) -> Status | None:
    """Return the worst status of the rules about this fact that looked at this document."""
    found = {
        r.status
        for r in report.results
        if r.target == name and any(e.document == document for e in r.evidence)
    }
    return next((s for s in _WORST if s in found), None)
