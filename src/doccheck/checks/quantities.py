"""Figures with what is needed to compare them: value, stated precision, where they come from.

Money is in yuan, ratios are plain numbers; a blank is no figure and never zero.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from doccheck.model.places import Evidence
from doccheck.model.program import FieldKind

Origin = Literal["form", "statement"]
Scope = Literal["single", "consolidated", "parent"]

WAN = Decimal(10_000)  # yuan in 万元
HUNDRED = Decimal(100)
MOST_PLACES = 6  # places after the point that a report shows

UNITS: dict[str, Decimal] = {
    "元": Decimal(1), "千元": Decimal(1000), "万元": WAN, "百万元": WAN * 100,
    "亿元": WAN * WAN,
}  # fmt: skip
"""Yuan in one of each unit that money is printed in."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that somebody stated.

    Attributes:
        name: fact's base name (`revenue`). year: the year it speaks of, None without one.
        value: in yuan, or plain. step: size of one unit in its last printed place.
        evidence: where it stands.
        source: what to call the place in a message (`2023年审计报告“营业收入”`).
        origin: whether the applicant's form or a statement says so.
        document: id of the logical document.
        scope: consolidated or parent-company sheet. own_year: not the comparison column.
    """

    name: str
    year: int | None
    value: Decimal
    step: Decimal
    evidence: Evidence
    source: str
    origin: Origin = "form"
    document: str = ""
    scope: Scope = "single"
    own_year: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A computed value and the bounds that the stated precision of its parts leaves open."""

    low: Decimal
    value: Decimal
    high: Decimal

    def holds(self, stated: Decimal, step: Decimal) -> bool:
        """Tell whether a stated value fits, rounded or cut off at its own last place."""
        return stated == self.value or self.low - step < stated < self.high + step

    def scaled(self, factor: Decimal) -> "Span":
        """Return the span multiplied by a factor."""
        ends = sorted((self.low * factor, self.high * factor))
        return Span(ends[0], self.value * factor, ends[1])


def span_of(figure: Figure) -> Span:
    """Return the span of a figure that was rounded at its last place."""
    half = figure.step / 2
    return Span(figure.value - half, figure.value, figure.value + half)


def total(spans: Iterable[tuple[int, Span]]) -> Span:
    """Return the sum of spans, each with its sign."""
    low = value = high = Decimal(0)
    for sign, span in spans:
        value += sign * span.value
        low += span.low if sign > 0 else -span.high
        high += span.high if sign > 0 else -span.low
    return Span(low, value, high)


def quotient(over: Span, under: Span) -> Span | None:
    """Return over ÷ under, None where the divisor may be zero."""
    if under.low <= 0 <= under.high:
        return None
    ends = [a / b for a in (over.low, over.high) for b in (under.low, under.high)]
    return Span(min(ends), over.value / under.value, max(ends))


def tolerance(*steps: Decimal) -> Decimal:
    """Return the tolerance of a comparison: one unit at the coarser stated precision.

    A figure rounded half up, rounded to even or cut off at that precision differs by less.
    """
    return max(steps)


def agree(a: Figure, b: Figure) -> bool:
    """Tell whether two figures say the same at the coarser of their precisions."""
    return a.value == b.value or abs(a.value - b.value) < tolerance(a.step, b.step)


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """Return a value rounded half up to a multiple of a step."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


# ---- printing


def places_of(step: Decimal, one: Decimal = Decimal(1)) -> int:
    """Return how many places after the point a step has, in units of `one`."""
    return min(MOST_PLACES, max(0, -(step / one).adjusted()))


def finest(step: Decimal, unit: str) -> Decimal:
    """Return the step for printing what is right: hundredths of the unit, finer if stated so."""
    return min(step, UNITS.get(unit, Decimal(1)) / HUNDRED)


def yuan(value: Decimal, step: Decimal = Decimal("0.01")) -> str:
    """Print money in yuan: `121,223,558.89元`."""
    return f"{value:,.{places_of(step)}f}元"


def printed(value: Decimal, step: Decimal, kind: FieldKind, unit: str) -> str:
    """Print a value as a form prints it: money in its unit, a ratio as a percentage."""
    if kind == "money":
        one = UNITS.get(unit, Decimal(1))
        name = unit if unit in UNITS else "元"
        return f"{value / one:,.{places_of(step, one)}f}{name}"
    if kind == "percent":
        return f"{value * HUNDRED:.{places_of(step * HUNDRED)}f}%"
    return f"{value:,.{places_of(step)}f}{'次' if kind == 'turnover' else unit}"
