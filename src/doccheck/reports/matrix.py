"""The field × document matrix: what each document says, and whether it agrees."""

from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from doccheck.model.report import Fact, Location, Report, ReportDocument, ReportResult
from doccheck.model.result import Status

SIGNS: dict[Status, str] = {"pass": "✓", "fail": "✗", "review": "？"}
"""Signs that stand beside the colour; other statuses judge no value."""

MONEY = (
    "revenue", "net_profit", "total_profit", "total_assets", "total_liabilities",
    "operating_cost", "inventory", "rd_expense",
)  # fmt: skip
"""Facts whose value is an amount in yuan."""

_WORST: tuple[Status, ...] = ("fail", "review", "pass")


class MatrixCell(NamedTuple):
    """One document's values of one field as printed, and the worst that a rule found about them.

    `yuan` are amounts of money in yuan, so that 万元 and 元 can be compared by eye.
    """

    values: tuple[str, ...]
    yuan: tuple[str, ...]
    status: Status | None
    facts: tuple[Fact, ...] = ()

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
    here = [f for f in facts if f.document == document.id]
    values = tuple(dict.fromkeys(f.raw or f.value for f in here))
    yuan = tuple(dict.fromkeys(_in_yuan(f) for f in here)) if _is_money(name) else ()
    return MatrixCell(values, yuan, _status(name, here, report) if here else None, tuple(here))


def _is_money(name: str) -> bool:
    return name.partition(".")[0] in MONEY


def _in_yuan(fact: Fact) -> str:
    """Return an amount with its thousands grouped; as it is where it is no number."""
    try:
        return f"{Decimal(fact.value):,f}"
    except InvalidOperation:
        return fact.value


def _status(name: str, facts: list[Fact], report: Report) -> Status | None:
    """Return the worst status of the rules about this fact that looked at this document.

    A failure that points first at the very place and words of the value is about it too; what it
    cites besides is what it compares with.
    """
    found = {r.status for r in report.results if any(_about(r, name, f) for f in facts)}
    return next((s for s in _WORST if s in found), None)


def _about(result: ReportResult, name: str, fact: Fact) -> bool:
    cited = [e for e in result.evidence if e.document == fact.document]
    if result.target == name:
        return bool(cited)
    if result.status not in ("fail", "review") or not cited or cited[0] != result.evidence[0]:
        return False
    first = cited[0]
    return first.location == fact.location != Location() and fact.raw in first.text
