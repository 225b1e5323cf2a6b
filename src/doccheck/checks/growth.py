"""FIN03: a year-on-year change follows from the two years."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from pydantic import Field

from doccheck.checks import audited, slips
from doccheck.checks.audited import answer_each
from doccheck.checks.doubts import DOUBT, may_be_misread
from doccheck.checks.figures import Said
from doccheck.checks.formulas import Lookup, lookups
from doccheck.checks.quantities import HUNDRED, Figure, Span, printed, quotient, span_of, total
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.result import Outcome, Status


class StatedChange(Params):
    """A change stated on the form, and what changed.

    Attributes:
        field: the change. of: the figure or ratio that changed.
        year: the later year. base_year: the earlier one, left out the year before.
    """

    field: str
    of: str
    year: int
    base_year: int | None = None


class GrowthRecomputed(Params):
    """FIN03. The changes that a form states; `document` is the form, left out any document."""

    changes: tuple[StatedChange, ...] = Field(min_length=1)
    document: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change computed: by which reading, from which two figures."""

    reading: str
    span: Span
    new: Figure
    old: Figure
    basis: str


RELATIVE, POINTS = "相对变化", "百分点之差"

RATIO_KINDS = ("percent", "turnover")

YEAR_JUMP = Decimal(2000)
"""Times by which a figure changes from one year to the next only if its unit does (万: 10,000)."""


@check("FIN03", GrowthRecomputed)
def growth_recomputed(view: View, params: GrowthRecomputed) -> Iterator[Outcome]:
    """Recompute each change from the form's columns and from the statements."""
    questions: list[tuple[str, Callable[[], Iterable[Outcome]]]] = [
        (f"{change.field}.{change.year}", partial(_recompute, view, change, params.document))
        for change in params.changes
    ]
    yield from answer_each(questions)


def _recompute(view: View, asked: StatedChange, document: str) -> Iterator[Outcome]:
    stated = _stated(view, asked, document)
    pairs = two_years(view, asked, document)
    ratio = view.program.field(asked.of).kind in RATIO_KINDS
    tried = tuple(c for pair in pairs for c in changes(*pair, ratio))
    if not tried:
        raise _no_base(view, asked, pairs[0][1])
    fitting = next((c for c in tried if _holds(c, stated)), None)
    if fitting is not None:
        yield _outcome(view, asked, stated, (fitting,), Said("pass", _fits_key(fitting)))
    else:
        yield _differs(view, asked, stated, tried)


def _stated(view: View, asked: StatedChange, document: str) -> Figure:
    """Return the stated change; its column may carry the year or none."""
    spec = view.program.field(asked.field)
    year = asked.year if spec.years or spec.year else None
    return audited.stated(view, asked.field, year, document)


def two_years(
    view: View, asked: StatedChange, document: str
) -> tuple[tuple[Figure, Figure, str], ...]:
    """Return the later and earlier figure on every basis that has both.

    Raises NotFoundError, naming what is missing, where none has.
    """
    found: list[tuple[Figure, Figure, str]] = []
    why: NotFoundError | None = None
    for basis, lookup in lookups(view, document):
        try:
            pair = _pair(lookup, asked)
        except NotFoundError as cause:
            why = cause if why is None or basis == "form" else why
            continue
        found.append((*pair, basis))
    if not found and why is not None:
        raise why
    return tuple(dict.fromkeys(found))


def _pair(lookup: Lookup, asked: StatedChange) -> tuple[Figure, Figure]:
    base = asked.year - 1 if asked.base_year is None else asked.base_year
    return lookup(asked.of, asked.year), lookup(asked.of, base)


def changes(new: Figure, old: Figure, basis: str, ratio: bool) -> Iterator[Change]:
    """Yield the readings of a change: relative, and of a ratio in percentage points too."""
    difference = total(((1, span_of(new)), (-1, span_of(old))))
    relative = quotient(difference, _size(span_of(old)))
    if relative is not None:
        yield Change(RELATIVE, relative, new, old, basis)
    if ratio:
        yield Change(POINTS, difference, new, old, basis)


def _size(span: Span) -> Span:
    return span if span.value >= 0 else span.scaled(Decimal(-1))


def _holds(change: Change, stated: Figure) -> bool:
    return change.basis != "parent" and change.span.holds(stated.value, stated.step)


def _fits_key(change: Change) -> str:
    return "FIN03.fits_points" if change.reading == POINTS else "FIN03.fits"


def _no_base(view: View, asked: StatedChange, old: Figure) -> NotFoundError:
    item = audited.subject_of(view, asked.of, old.year)
    return NotFoundError("FIN.zero_divisor", item, {"item": item}, (old.evidence,))


def _differs(view: View, asked: StatedChange, stated: Figure, tried: tuple[Change, ...]) -> Outcome:
    right = tried[0]
    slip = "unit" if _another_unit(right) else name_slip(stated, tried)
    status: Status = "fail"
    doubt = ""
    bare = slip == "percent" and "%" not in stated.evidence.quote
    if slip in ("rounding", "parent", "unit") or bare or right.old.value < 0:
        status = "review"
    elif may_be_misread(view, stated, (right.new, right.old), slip):
        status, doubt = "review", DOUBT
    return _outcome(view, asked, stated, tried, Said(status, f"FIN03.{slip}", doubt=doubt))


def _another_unit(change: Change) -> bool:
    """Tell whether the two years are stated in different units, which FIN06 reports."""
    new, old = abs(change.new.value), abs(change.old.value)
    return max(new, old) > YEAR_JUMP * min(new, old)


def name_slip(stated: Figure, tried: tuple[Change, ...]) -> str:
    """Name the slip that explains a stated change that follows from no reading."""
    for change in sorted(tried, key=lambda c: c.basis != "parent"):
        for slip, span in _slipped(change):
            if span is not None and span.holds(stated.value, stated.step):
                return slip
    for change in tried:
        if name := slips.slip(stated.value, change.span.value, stated.step, stated.step):
            return name
    return "differs"


def _slipped(change: Change) -> Iterator[tuple[str, Span | None]]:
    """Yield what a change would be by each of the usual slips."""
    if change.basis == "parent":
        yield "parent", change.span
        return
    yield "sign", change.span.scaled(Decimal(-1))
    if change.reading == RELATIVE:
        yield "backwards", _backwards(change)
        yield "whole", quotient(span_of(change.new), span_of(change.old))
    yield "percent", change.span.scaled(1 / HUNDRED)
    yield "percent", change.span.scaled(HUNDRED)


def _backwards(change: Change) -> Span | None:
    """Return the change measured on the later year instead of the earlier."""
    difference = total(((1, span_of(change.new)), (-1, span_of(change.old))))
    return quotient(difference, _size(span_of(change.new)))


def _outcome(
    view: View, asked: StatedChange, stated: Figure, tried: tuple[Change, ...], said: Said
) -> Outcome:
    shown = tried[0]
    lines = dict.fromkeys(_working(view, change, stated.step) for change in tried)
    values = {
        "stated": printed(stated.value, stated.step, "percent", "%"),
        "stated_source": stated.source,
        "right": printed(shown.span.value, stated.step, "percent", "%"),
        "reading": shown.reading,
        "working": "；".join(lines),
        "tolerance": printed(stated.step, stated.step, "percent", "%"),
        "sources": "、".join(dict.fromkeys((shown.new.source, shown.old.source))),
        "of": audited.label_of(view, asked.of),
    }
    figures = [f for c in tried for f in (c.new, c.old)]
    evidence = tuple(dict.fromkeys((stated.evidence, *(f.evidence for f in figures))))
    target = f"{asked.field}.{asked.year}"
    subject = subject_of(view, asked)
    return Outcome(said.status, said.key, subject, values, target, evidence, doubt=said.doubt)


def subject_of(view: View, asked: StatedChange) -> str:
    """Return what a change is called: `2023年主营业务收入同比`, `2022年销售收入增长率`."""
    own, changed = audited.label_of(view, asked.field), audited.label_of(view, asked.of)
    spec = view.program.field(asked.field)
    word = own.replace(changed, "") or (spec.column[0] if spec.column else "同比")
    return f"{asked.year}年{changed}{word}"


def _working(view: View, change: Change, step: Decimal) -> str:
    new, old = (audited.in_words(view, f) for f in (change.new, change.old))
    result = printed(change.span.value, step, "percent", "%")
    if change.reading == POINTS:
        return f"{change.reading}：{new}－{old}={result.removesuffix('%')}个百分点"
    return f"{change.reading}：（{new}－{old}）÷{old}={result}"
