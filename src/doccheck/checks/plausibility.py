"""FIN06: yuan and ten-thousand yuan are not mixed up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pydantic import Field

from doccheck.checks import audited, slips
from doccheck.checks.audited import audited_figures, items_for
from doccheck.checks.doubts import DOUBT, may_be_misread
from doccheck.checks.growth import YEAR_JUMP
from doccheck.checks.quantities import Figure, printed, yuan
from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome, Status

FIELD_GAP = Decimal(5000)
"""Times between total assets, liabilities and revenue of one year and one manufacturer; real
firms lie within some hundreds."""

PER_HEAD_MOST = Decimal(100_000_000)
"""Yuan of revenue per employee and year; the highest of listed manufacturers is about a fifth."""

PER_HEAD_LEAST = Decimal(1_000)
"""Yuan of revenue per employee and year; less does not pay a week's minimum wage."""

LARGEST = Decimal(10) ** 13
"""Yuan; no enterprise of the country has revenue or profit of ten thousand 亿."""

NO_UNIT = 0.85
"""How sure figures must be read for nothing to look odd: a unit is four digits, not one misread."""

COMPARED = ("total_assets", "total_liabilities", "revenue")
"""Figures of one size: profit, tax and R&D may be next to nothing, these may not."""


class UnitPlausible(Params):
    """FIN06. Figures of money on a form, and the field that counts the employees."""

    document: str
    fields: tuple[str, ...] = Field(min_length=1)
    employees: str = "employees"


@check("FIN06", UnitPlausible)
def unit_plausible(view: View, params: UnitPlausible) -> Iterator[Outcome]:
    """Look for figures that are 10,000 times too large or small by everything beside them."""
    figures = _figures(view, params)
    if not figures:
        audited.stated(view, params.fields[0], None, params.document)
    odd = [
        *_against_statements(view, figures),
        *_between_years(view, figures),
        *_beside_others(view, figures),
        *_per_head(view, figures, params),
        *_too_large(view, figures),
    ]
    first = {o.target: o for o in reversed(odd)}
    yield from (o for o in odd if first[o.target] is o)
    if not odd and figures:
        yield _plausible(view, figures)


def _figures(view: View, params: UnitPlausible) -> tuple[Figure, ...]:
    found: dict[tuple[str, int | None], Figure] = {}
    for name in params.fields:
        for reading in audited.stated_readings(view, name, None, params.document):
            figure = audited.form_figure(view, reading)
            found.setdefault((figure.name, figure.year), figure)
    return tuple(found[key] for key in sorted(found, key=lambda k: (k[0], k[1] or 0)))


def _against_statements(view: View, figures: Sequence[Figure]) -> Iterator[Outcome]:
    """Yield figures that are a unit away from the audited ones: that is proof."""
    for figure in figures:
        for right in audited_figures(view, items_for(figure.name), figure.year or 0)[:1]:
            power = slips.power_between(figure.value, right.value, figure.step, right.step)
            if power is None:
                continue
            scanned = may_be_misread(view, figure, (right,), "unit")
            more = {"audited": yuan(right.value, right.step), "source": right.source}
            more |= {"times": _times(Decimal(10) ** power)}
            status: Status = "review" if scanned else "fail"
            doubt = DOUBT if scanned else ""
            yield _odd(view, status, "FIN06.proven", (figure, right), more, doubt)


def _between_years(view: View, figures: Sequence[Figure]) -> Iterator[Outcome]:
    by_name: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.year is not None and figure.value:
            by_name.setdefault(figure.name, []).append(figure)
    for rows in by_name.values():
        for old, new in pairwise(rows):
            times = abs(new.value / old.value)
            comparable = old.name in COMPARED
            if comparable and not 1 / YEAR_JUMP < times < YEAR_JUMP:
                more = {"other": _print(view, old), "other_name": _name(view, old)}
                yield _odd(
                    view, "review", "FIN06.years", (new, old), more | {"times": _times(times)}
                )


def _beside_others(view: View, figures: Sequence[Figure]) -> Iterator[Outcome]:
    """Yield the figure that is apart from both others of its year, or both of two."""
    years = sorted({f.year or 0 for f in figures})
    for year in years:
        row = [f for f in figures if (f.year or 0) == year and f.name in COMPARED and f.value > 0]
        for figure in row:
            others = [o for o in row if o is not figure]
            apart = [o for o in others if not 1 / FIELD_GAP < figure.value / o.value < FIELD_GAP]
            if others and len(apart) == len(others) and len(row) != 2:  # two cannot outvote
                yield _apart(view, figure, apart[0])
        if len(row) == 2 and not 1 / FIELD_GAP < row[0].value / row[1].value < FIELD_GAP:
            yield _apart(view, max(row, key=lambda f: f.value), min(row, key=lambda f: f.value))


def _apart(view: View, figure: Figure, other: Figure) -> Outcome:
    more = {"other": _print(view, other), "other_name": _name(view, other)}
    times = _times(figure.value / other.value)
    return _odd(view, "review", "FIN06.fields", (figure, other), more | {"times": times})


def _per_head(view: View, figures: Sequence[Figure], params: UnitPlausible) -> Iterator[Outcome]:
    for figure in figures:
        if figure.name != "revenue" or figure.value <= 0:
            continue
        heads = audited.stated_readings(view, params.employees, figure.year, params.document)
        heads = heads or audited.stated_readings(view, params.employees, None, params.document)
        people = audited.form_figure(view, heads[0]) if heads else None
        if people is None or people.value <= 0 or people.year not in (figure.year, None):
            continue
        each = figure.value / people.value
        if not PER_HEAD_LEAST <= each <= PER_HEAD_MOST:
            more = {"people": f"{people.value:,.0f}", "each": yuan(each)}
            yield _odd(view, "review", "FIN06.per_head", (figure, people), more)


def _too_large(view: View, figures: Sequence[Figure]) -> Iterator[Outcome]:
    for figure in figures:
        if abs(figure.value) >= LARGEST:
            yield _odd(view, "review", "FIN06.too_large", (figure,), {})


def _times(factor: Decimal) -> str:
    return f"{factor:,.0f}" if factor >= 1 else f"1/{1 / factor:,.0f}"


def _print(view: View, figure: Figure) -> str:
    spec = view.program.field(figure.name)
    return printed(figure.value, figure.step, spec.kind, spec.unit)


def _name(view: View, figure: Figure) -> str:
    return audited.subject_of(view, figure.name, figure.year)


def _odd(
    view: View,
    status: Status,
    key: str,
    figures: Sequence[Figure],
    more: dict[str, str],
    doubt: str = "",
) -> Outcome:
    odd = figures[0]
    values = {"stated": _print(view, odd), "unit": view.program.field(odd.name).unit or "元"} | more
    evidence = tuple(dict.fromkeys(f.evidence for f in figures))
    target = f"{odd.name}.{odd.year}" if odd.year else odd.name
    return Outcome(status, key, _name(view, odd), values, target, evidence, doubt=doubt)


def _plausible(view: View, figures: Sequence[Figure]) -> Outcome:
    names = "、".join(dict.fromkeys(audited.label_of(view, f.name) for f in figures))
    values = {
        "items": names,
        "figures": "；".join(f"{_name(view, f)} {_print(view, f)}" for f in figures),
    }
    evidence = tuple(dict.fromkeys(f.evidence for f in figures))
    return Outcome("pass", "FIN06.plausible", names, values, evidence=evidence, floor=NO_UNIT)
