"""FIN04: the statements' own sums hold, and a year opens as the one before closed."""

from collections.abc import Iterator, Sequence

from doccheck.checks.audited import STATEMENT_KINDS, document_name, statements
from doccheck.checks.doubts import DOUBT
from doccheck.checks.identities import Sum, name_of, repairs_of, sheets, shown, sums_of
from doccheck.checks.quantities import tolerance, yuan
from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.dossier import LogicalDocument, StatementItem
from doccheck.model.places import Evidence
from doccheck.model.result import Outcome, Status

MOST_EVIDENCE = 12
"""Figures cited for a column whose sums all hold; the broken ones are always cited."""

BALANCE_ITEMS = (
    "total_assets", "total_liabilities", "total_equity", "inventory", "current_assets",
    "current_liabilities", "revenue", "operating_cost", "total_profit", "net_profit",
    "cash_closing",
)  # fmt: skip
"""Figures of one year that two reports both print: this year's column and the next year's."""


class Balances(Params):
    """FIN04. The statements that are added up.

    `document` is the programme's document; where an applicant hands in audit reports instead of
    statements, or the other way round, those are added up.
    """

    document: str


@check("FIN04", Balances)
def statement_balances(view: View, params: Balances) -> Iterator[Outcome]:
    """Add up every column of every statement, then compare years across reports."""
    documents = _documents(view, params.document)
    judged = [outcome for d in documents for outcome in _of_document(view, d)]
    yield from judged
    yield from across_years(view, documents)


def _documents(view: View, key: str) -> tuple[LogicalDocument, ...]:
    """Return the statements to add up; raises NotFoundError where there is nothing to read."""
    own = view.documents(key)
    kind = view.program.document(key).kind
    found = own or (statements(view) if kind in STATEMENT_KINDS else ())
    if not found:
        view.copies(key)
    return found


def _of_document(view: View, document: LogicalDocument) -> Iterator[Outcome]:
    items = [i for i in view.dossier.statement_items if i.document == document.id]
    scanned = document.text_source != "native"
    every = [(sheet, _judgeable(sums_of(sheet), scanned)) for sheet in sheets(items)]
    columns = [(sheet, sums) for sheet, sums in every if sums]
    name = document_name(view, document)
    if not columns:
        yield _unread(view, document, name)
        return
    clean = [(sheet, sums) for sheet, sums in columns if all(s.holds for s in sums)]
    for sheet, sums in columns:
        if not all(s.holds for s in sums):
            yield _broken(sheet[0], sums, name, scanned)
    if clean:
        yield _holding([s for _, sums in clean for s in sums], name)


def _judgeable(sums: Sequence[Sum], scanned: bool) -> tuple[Sum, ...]:
    """Return the sums that can be judged.

    On a scan a total larger than its lines says nothing: a line's figure may not have been read,
    nor does one without a part that sheets usually print. What one figure written otherwise would
    mend is told all the same.
    """
    if not scanned:
        return tuple(sums)
    told = tuple(s for s in sums if s.holds or s.whole)
    if repairs_of(told):
        return told
    return tuple(s for s in told if s.holds or s.of_totals or s.difference < 0)


def _unread(view: View, document: LogicalDocument, name: str) -> Outcome:
    unread = not document.readable or bool(document.unread_pages)
    key = "FIN04.unread" if unread else "FIN04.no_sums"
    values = {"document": name, "files": document.file}
    evidence = (view.cite(document),)
    return Outcome("not_checked", key, name, values, _target(document.year), evidence)


def _target(year: int | None) -> str:
    return f"statements.{year}" if year else "statements"


def _column(item: StatementItem) -> str:
    scope = {"parent": "母公司", "consolidated": "合并", "single": ""}[item.scope]
    return f"{scope}{item.year}年{'' if item.own_year else '（上年数）'}"


def _holding(sums: Sequence[Sum], name: str) -> Outcome:
    values = {
        "document": name,
        "count": str(len(sums)),
        "sums": "；".join(dict.fromkeys(s.says for s in sums if s.of_totals)),
        "tolerance": yuan(max(s.tolerance for s in sums)),
    }
    totals = dict.fromkeys(s.total.evidence for s in sums)
    target = _target(sums[0].total.year)
    return Outcome("pass", "FIN04.holds", name, values, target, tuple(totals)[:MOST_EVIDENCE])


def _broken(first: StatementItem, sums: Sequence[Sum], name: str, scanned: bool) -> Outcome:
    broken = [s for s in sums if not s.holds]
    worst = max(broken, key=lambda s: abs(s.difference))
    repairs = repairs_of(sums)
    values = {
        "document": name,
        "column": _column(first),
        "sums": "；".join(f"{s.says}：{s.working}，相差{yuan(abs(s.difference))}" for s in broken),
        "says": "；".join(s.says for s in broken),
        "difference": yuan(abs(worst.difference)),
        "tolerance": yuan(worst.tolerance),
    }
    if repairs:
        values["repaired"] = "，或".join(
            f"{name_of(r.item)}为{r.value:,f}（现读为{shown(r.item)}）" for r in repairs
        )
        values["items"] = "、".join(name_of(r.item) for r in repairs)
    evidence = tuple(dict.fromkeys(i.evidence for s in broken for i in s.figures))
    key = "FIN04.mend" if repairs else "FIN04.broken"
    subject = f"{name}{_column(first)}"
    status: Status = "fail"
    if repairs or not any(s.of_totals for s in broken):
        status = "review"  # one digit explains it, or a line is only laid out unusually
    doubt = ""
    if scanned and status == "fail":
        status, doubt = "review", DOUBT
    target = _target(first.year)
    return Outcome(status, key, subject, values, target, evidence, doubt=doubt)


# ---- over two reports


def across_years(view: View, documents: Sequence[LogicalDocument]) -> Iterator[Outcome]:
    """Compare what two reports print for the same year: own column and comparison column."""
    order = {d.id: n for n, d in enumerate(documents)}
    items = [
        i for i in view.dossier.statement_items if i.document in order and i.name in BALANCE_ITEMS
    ]
    own = {(i.name, i.year, i.scope): i for i in reversed(items) if i.own_year}
    later: dict[tuple[str, str], list[tuple[StatementItem, StatementItem]]] = {}
    for item in items:
        closing = own.get((item.name, item.year, item.scope))
        if not item.own_year and closing and closing.document != item.document:
            later.setdefault((closing.document, item.document), []).append((closing, item))
    for (first, second), pairs in later.items():
        names = [document_name(view, view.dossier.document(d)) for d in (first, second)]
        yield _compared(names, pairs)


def _compared(
    names: Sequence[str], pairs: Sequence[tuple[StatementItem, StatementItem]]
) -> Outcome:
    year = pairs[0][0].year
    differing = [(a, b) for a, b in pairs if abs(a.value - b.value) > tolerance(a.step, b.step)]
    values = {
        "first": names[0],
        "second": names[1],
        "year": str(year),
        "items": "、".join(name_of(a) for a, _ in differing or pairs),
        "figures": "；".join(f"{name_of(a)} {shown(a)} / {shown(b)}" for a, b in differing),
        "tolerance": yuan(max(tolerance(a.step, b.step) for a, b in pairs)),
    }
    evidence: tuple[Evidence, ...] = tuple(
        e for a, b in (differing or pairs) for e in (a.evidence, b.evidence)
    )
    subject = f"{year}年数字在两份报表间的衔接"
    status: Status = "review" if differing else "pass"
    key = "FIN04.restated" if differing else "FIN04.carried"
    return Outcome(status, key, subject, values, _target(year), evidence)
