"""FIN02: a ratio follows from its parts by the notice's formula."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from pydantic import Field

from doccheck.checks import audited, slips
from doccheck.checks.audited import answer_each
from doccheck.checks.doubts import DOUBT, may_be_misread
from doccheck.checks.figures import Said
from doccheck.checks.formulas import Computed, Formula, compute, lookups
from doccheck.checks.quantities import HUNDRED, Figure, agree, printed
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.result import Outcome, Status


class RatioRecomputed(Params):
    """FIN02. A ratio of the form and every reading that the printed formula allows.

    Attributes:
        field: the ratio. year, years: left out, the years of its columns.
        readings: what the notice's formula may mean; a figure that fits one of them is right.
        mistaken: formulas that are taken by mistake, to name the slip.
        document: the form; left out, any document that states the ratio.
    """

    field: str
    readings: tuple[Formula, ...] = Field(min_length=1)
    mistaken: tuple[Formula, ...] = ()
    year: int | None = None
    years: tuple[int, ...] = ()
    document: str = ""


SCALES: tuple[Decimal, ...] = (Decimal(1), HUNDRED, 1 / HUNDRED)
"""A turnover may be printed in times or in per cent, whatever its heading says."""


@check("FIN02", RatioRecomputed)
def ratio_recomputed(view: View, params: RatioRecomputed) -> Iterator[Outcome]:
    """Recompute the ratio of each year from the audited figures and from the form's own."""
    yield from answer_each(_questions(view, params))


def _questions(
    view: View, params: RatioRecomputed
) -> Iterator[tuple[str, Callable[[], Iterable[Outcome]]]]:
    for year in audited.years_asked(view, params.field, params.years, params.year):
        yield f"{params.field}.{year}", partial(_recompute, view, params, year)


def _recompute(view: View, params: RatioRecomputed, year: int) -> Iterator[Outcome]:
    stated = audited.stated(view, params.field, year, params.document)
    tried = computed(view, params.readings, year, params.document)
    turnover = view.program.field(params.field).kind == "turnover"
    for scale in SCALES if turnover else SCALES[:1]:
        for each in tried:
            if each.span.holds(stated.value * scale, stated.step * scale):
                yield _fits(view, stated, each, tried, scale)
                return
    yield _differs(view, params, stated, tried)


def computed(
    view: View, readings: Sequence[Formula], year: int, document: str
) -> tuple[Computed, ...]:
    """Compute every reading on every basis that has its parts.

    Raises NotFoundError, naming the missing part, where no reading has all of them.
    """
    found: list[Computed] = []
    why: NotFoundError | None = None
    undivided: Formula | None = None
    for basis, lookup in lookups(view, document):
        for formula in readings:
            try:
                each = compute(formula, year, lookup, basis)
            except NotFoundError as cause:
                why = cause if why is None or basis == "form" else why
                continue
            if each is None:
                undivided = undivided or formula
            else:
                found.append(each)
    if undivided and not found:
        raise _no_divisor(view, undivided, year)
    if why and not found:
        raise why
    return tuple(found)


def _no_divisor(view: View, formula: Formula, year: int) -> NotFoundError:
    divisor = formula.balance or formula.under[-1]
    part = audited.subject_of(view, divisor, year)
    return NotFoundError("FIN.zero_divisor", part, {"item": part})


def _fits(
    view: View, stated: Figure, fitting: Computed, tried: tuple[Computed, ...], scale: Decimal
) -> Outcome:
    """Return a pass; say where the form's own parts are not the audited ones."""
    differing = differing_parts(view, fitting) if fitting.basis == "form" else ()
    more = {"parts": "、".join(audited.subject_of(view, f.name, f.year) for f in differing)}
    if fitting.basis == "parent":
        return _outcome(view, stated, (fitting, *tried), Said("review", "FIN02.parent", more))
    key = "FIN02.fits_form" if differing else "FIN02.fits_scaled" if scale != 1 else "FIN02.fits"
    return _outcome(view, stated, (fitting,), Said("pass", key, more))


def differing_parts(view: View, computed_from: Computed) -> tuple[Figure, ...]:
    """Return the parts that the form states otherwise than the statements."""
    return tuple(
        f
        for f in computed_from.figures
        if f.origin == "form"
        and f.year
        and (right := audited.audited_figures(view, audited.items_for(f.name), f.year))
        and not any(agree(f, each) for each in right)
    )


def _differs(
    view: View, params: RatioRecomputed, stated: Figure, tried: tuple[Computed, ...]
) -> Outcome:
    right = tried[0]
    slip, shown = _slip(view, params, stated, tried)
    status: Status = "fail"
    doubt = ""
    bare = slip == "percent" and "%" not in stated.evidence.quote  # 0.35 meant as 35 %
    if bare or slip in ("rounding", "unit"):  # a part in another unit is FIN06's to report
        status = "review"
    elif may_be_misread(view, stated, right.figures, slip):
        status, doubt = "review", DOUBT
    return _outcome(view, stated, tried, Said(status, f"FIN02.{slip}", {"slip": shown}, doubt))


def _slip(
    view: View, params: RatioRecomputed, stated: Figure, tried: tuple[Computed, ...]
) -> tuple[str, str]:
    """Return the slip's name and what shows it."""
    for scale in SCALES[1:]:
        if any(c.span.scaled(scale).holds(stated.value, stated.step) for c in tried):
            return "percent", ""
    if found := _by_mistake(view, params, stated):
        return "mistaken", f"{found.formula.name}：{found.working}"
    year = stated.year or 0
    for slip, other in (("last_year", year - 1), ("next_year", year + 1)):
        if any(c.span.holds(stated.value, stated.step) for c in _maybe(view, params, other)):
            return slip, str(other)
    for each in tried:
        if name := slips.slip(stated.value, each.span.value, stated.step, stated.step):
            return name, ""
    return "differs", ""


def _by_mistake(view: View, params: RatioRecomputed, stated: Figure) -> Computed | None:
    if not params.mistaken:
        return None
    try:
        found = computed(view, params.mistaken, stated.year or 0, params.document)
    except NotFoundError:
        return None
    return next((c for c in found if c.span.holds(stated.value, stated.step)), None)


def _maybe(view: View, params: RatioRecomputed, year: int) -> tuple[Computed, ...]:
    try:
        return computed(view, params.readings, year, params.document)
    except NotFoundError:
        return ()


def _outcome(view: View, stated: Figure, tried: tuple[Computed, ...], said: Said) -> Outcome:
    shown = tried[0]
    spec = view.program.field(stated.name)
    lines = dict.fromkeys(
        f"{c.formula.name}：{c.working}={printed(c.span.value, stated.step, spec.kind, spec.unit)}"
        for c in tried
    )
    values = {
        "stated": printed(stated.value, stated.step, spec.kind, spec.unit),
        "stated_source": stated.source,
        "right": printed(shown.span.value, stated.step, spec.kind, spec.unit),
        "reading": shown.formula.name,
        "working": "；".join(lines),
        "tolerance": printed(stated.step, stated.step, spec.kind, spec.unit),
        "sources": "、".join(dict.fromkeys(f.source for f in shown.figures)),
    } | said.more
    figures = dict.fromkeys(f for c in tried for f in c.figures)
    evidence = tuple(dict.fromkeys((stated.evidence, *(f.evidence for f in figures))))
    subject = audited.subject_of(view, stated.name, stated.year)
    target = f"{stated.name}.{stated.year}"
    return Outcome(said.status, said.key, subject, values, target, evidence, doubt=said.doubt)
