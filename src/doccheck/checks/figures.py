"""FIN01: a figure on the form is the audited one."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from pydantic import Field

from doccheck.checks import audited, notes, slips
from doccheck.checks.audited import answer_each, audited_figures, items_for
from doccheck.checks.doubts import DOUBT, may_be_misread
from doccheck.checks.quantities import Figure, agree, finest, printed, tolerance, yuan
from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome, Status


class MatchesAudit(Params):
    """FIN01. Fields of the form that are compared with the statements.

    Attributes:
        document: the form. fields: its figures. year, years: left out, the years of the columns.
        accept: by field the items that fit its label (主营…: main_revenue and revenue). Where
            one of them could not be read, a figure that fits none of the others is for a person.
        source: the programme's document that the figures come from, for naming what is missing.
        loose: fields whose label measures more than the statements' item (研发投入 against
            研发费用): a difference is for a person.
    """

    document: str
    fields: tuple[str, ...] = Field(min_length=1)
    year: int | None = None
    years: tuple[int, ...] = ()
    accept: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    source: str = ""
    loose: tuple[str, ...] = ("rd_expense",)


class Said(NamedTuple):
    """What is answered: status, key of the words, further values, a doubt, figures cited."""

    status: Status
    key: str
    more: dict[str, str] = {}  # noqa: RUF012  (never changed)
    doubt: str = ""
    cited: tuple[Figure, ...] = ()


class Diagnosis(NamedTuple):
    """A slip that explains a difference, and the figure that shows it."""

    slip: str
    figure: Figure | None = None


OTHER_ITEMS: dict[str, tuple[tuple[str, str], ...]] = {
    "net_profit": (("total_for_net", "total_profit"), ("of_parent", "net_profit_of_parent")),
    "total_profit": (("net_for_total", "net_profit"), ("operating", "operating_profit")),
    "revenue": (("main_only", "main_revenue"),),
    "total_assets": (("current_only", "current_assets"),),
    "total_liabilities": (("current_only", "current_liabilities"),),
}
"""By fact, the slip and the item that is copied in its place."""

FOR_A_PERSON = frozenset(
    {"parent", "restated", "other_report", "main_only", "of_parent", "rounding"}
)
"""Explanations that leave room: another column, sheet or scope that may be meant as well."""


@check("FIN01", MatchesAudit)
def figure_matches_audit(view: View, params: MatchesAudit) -> Iterator[Outcome]:
    """Compare each figure of the form with the statements, year by year."""
    yield from answer_each(_questions(view, params))


def _questions(
    view: View, params: MatchesAudit
) -> Iterator[tuple[str, Callable[[], Iterable[Outcome]]]]:
    for name in params.fields:
        for year in audited.years_asked(view, name, params.years, params.year):
            yield f"{name}.{year}", partial(_compare, view, params, name, year)


def _compare(view: View, params: MatchesAudit, name: str, year: int) -> Iterator[Outcome]:
    stated = audited.stated(view, name, year, params.document)
    names = params.accept.get(name) or items_for(name)
    found = _audited(view, names, year)
    if not found:
        raise audited.missing(view, names[0], year, params.source)
    fitting = next((f for f in _best_of_each(found, names) if agree(stated, f)), None)
    if fitting is not None:
        yield _outcome(view, stated, fitting, Said("pass", "FIN01.match"))
        return
    unread = [n for n in names if n not in {f.name for f in found} and n not in _spare(name)]
    if stated.value > found[0].value:  # a part, as main revenue is, cannot be more than the whole
        unread = []
    yield _difference(view, stated, found, params, unread)


def _audited(view: View, names: tuple[str, ...], year: int) -> tuple[Figure, ...]:
    """Return what statements and notes say about a year under some names, the best first."""
    found = audited_figures(view, names, year)
    if notes.MAIN_REVENUE in names and all(f.name != notes.MAIN_REVENUE for f in found):
        found += notes.main_revenue(view, year)
    return found


def _best_of_each(found: tuple[Figure, ...], names: tuple[str, ...]) -> Iterator[Figure]:
    """Yield the best figure of every accepted name."""
    for name in names:
        of_name = [f for f in found if f.name == name]
        yield from of_name[:1]


def _spare(name: str) -> tuple[str, ...]:
    """Return items that need not be there: a statement prints one of several."""
    return items_for(name)[1:]


def _difference(
    view: View,
    stated: Figure,
    found: tuple[Figure, ...],
    params: MatchesAudit,
    unread: list[str],
) -> Outcome:
    right = found[0]
    known = diagnose(view, stated, found)
    slip = known.slip if known else "differs"
    loose = stated.name in params.loose and slip in ("differs", "digit", "transposed", "rounding")
    if loose:
        return _outcome(view, stated, right, Said("review", "FIN01.loose"))
    if unread and slip not in ("unit", "sign"):
        more = {"unread": "、".join(audited.ITEM_LABELS.get(n, n) for n in unread)}
        return _outcome(view, stated, right, Said("review", "FIN01.notes_unread", more))
    shown = known.figure if known and known.figure else right
    more = {"slip_figure": yuan(shown.value, shown.step), "slip_source": shown.source}
    status, doubt = _verdict(view, stated, right, slip)
    cited = (shown,) if shown is not right else ()
    said = Said(status, f"FIN01.{slip}", more, doubt, cited)
    return _outcome(view, stated, right, said)


def _verdict(view: View, stated: Figure, right: Figure, slip: str) -> tuple[Status, str]:
    """Return fail, or review where the slip leaves room or a misread scan explains it."""
    spec = view.program.field(stated.name)
    unclear_label = slip == "total_for_net" and "总额" in spec.label + stated.source
    if slip in FOR_A_PERSON or unclear_label:
        return "review", ""
    if may_be_misread(view, stated, (right,), slip):
        return "review", DOUBT
    if not right.own_year and slip == "differs":
        return "review", "FIN.doubt_comparison"
    return "fail", ""


def diagnose(view: View, stated: Figure, found: tuple[Figure, ...]) -> Diagnosis | None:
    """Name the slip that explains why a stated figure is not the audited one."""
    right = found[0]
    other = _other_source(stated, found) or _other_item(view, stated) or _other_year(view, stated)
    if other and slips.digits(stated.value, stated.step) >= slips.FEWEST_DIGITS:
        return other
    slip = slips.slip(stated.value, right.value, stated.step, right.step)
    return Diagnosis(slip) if slip else None


def _other_source(stated: Figure, found: tuple[Figure, ...]) -> Diagnosis | None:
    for figure in found[1:]:
        if not agree(stated, figure):
            continue
        if figure.scope == "parent":
            return Diagnosis("parent", figure)
        return Diagnosis("other_report" if figure.own_year else "restated", figure)
    return None


def _other_item(view: View, stated: Figure) -> Diagnosis | None:
    for slip, name in OTHER_ITEMS.get(stated.name, ()):
        for figure in _audited(view, (name,), stated.year or 0):
            if agree(stated, figure):
                return Diagnosis(slip, figure)
    return None


def _other_year(view: View, stated: Figure) -> Diagnosis | None:
    year = stated.year or 0
    for slip, other in (("last_year", year - 1), ("next_year", year + 1)):
        names = items_for(stated.name)
        for figure in audited_figures(view, names, other):
            if agree(stated, figure):
                return Diagnosis(slip, figure)
    return None


def _outcome(view: View, stated: Figure, right: Figure, said: Said) -> Outcome:
    spec = view.program.field(stated.name)
    allowed = tolerance(stated.step, right.step)
    values = {
        "stated": printed(stated.value, stated.step, spec.kind, spec.unit),
        "stated_source": stated.source,
        "audited": yuan(right.value, right.step),
        "right": printed(right.value, finest(stated.step, spec.unit), spec.kind, spec.unit),
        "source": right.source,
        "difference": yuan(abs(stated.value - right.value)),
        "tolerance": yuan(allowed),
    } | said.more
    evidence = tuple(f.evidence for f in (stated, right, *said.cited))
    subject = audited.subject_of(view, stated.name, stated.year)
    target = f"{stated.name}.{stated.year}"
    return Outcome(said.status, said.key, subject, values, target, evidence, doubt=said.doubt)
