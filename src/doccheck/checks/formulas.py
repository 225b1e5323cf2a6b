"""Formulas of a notice: read from parameters, computed from the form's or audited figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from doccheck.checks import audited
from doccheck.checks.quantities import Figure, Scope, Span, quotient, span_of, total
from doccheck.checks.registry import Params
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View

Lookup = Callable[[str, int], Figure]


class Formula(Params):
    """One reading of a printed formula.

    What stands above the line is the sum of `over` without `less`; below it the sum of `under`,
    or the average or the sum of an item's opening and closing balance. `divided_by` divides the
    whole once more. The names are those of facts and statement items.
    """

    name: str
    over: tuple[str, ...] = Field(min_length=1)
    less: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    under_average: str = ""
    under_sum: str = ""
    divided_by: Decimal = Field(default=Decimal(1), gt=0)

    @model_validator(mode="after")
    def one_thing_is_divided_by(self) -> Self:
        """Refuse none or several things below the line."""
        if sum((bool(self.under), bool(self.under_average), bool(self.under_sum))) != 1:
            raise ValueError("under、under_average、under_sum 只写一个")
        return self

    @property
    def balance(self) -> str:
        """Return the item whose opening and closing balance stand below the line, or empty."""
        return self.under_average or self.under_sum


@dataclass(frozen=True, slots=True)
class Computed:
    """What a formula gives: from which figures, on which basis.

    `basis` is `form` where a part is the form's own, else `audited` or `parent`; `working` shows
    the formula with the numbers in it.
    """

    formula: Formula
    basis: str
    span: Span
    figures: tuple[Figure, ...]
    working: str


def compute(formula: Formula, year: int, lookup: Lookup, basis: str) -> Computed | None:
    """Compute a formula for a year; None where the divisor may be zero.

    Raises NotFoundError where the lookup does.
    """
    over = [(1, lookup(n, year)) for n in formula.over]
    over += [(-1, lookup(n, year)) for n in formula.less]
    under = [(1, lookup(n, year)) for n in formula.under]
    if formula.balance:  # a balance opens as the year before closed
        under += [(1, lookup(formula.balance, y)) for y in (year - 1, year)]
    ratio = quotient(_sum(over), _sum(under))
    if ratio is None:
        return None
    factor = (2 if formula.under_average else 1) / formula.divided_by
    figures = tuple(dict.fromkeys(f for _, f in (*over, *under)))
    working = _in_numbers(formula, _terms(over), _terms(under))
    return Computed(formula, basis, ratio.scaled(factor), figures, working)


def lookups(view: View, document: str) -> Iterator[tuple[str, Lookup]]:
    """Yield the bases on which a formula is computed, the most trusted first.

    Audited figures, the same from the next report's comparison columns, the form's own as far
    as it states them, the parent company's.
    """
    yield "audited", lambda name, year: _audited(view, name, year, 0)
    yield "audited", lambda name, year: _audited(view, name, year, 1)
    yield "form", lambda name, year: _own(view, name, year, document)
    yield "parent", lambda name, year: _of_scope(view, name, year, "parent")


def _audited(view: View, name: str, year: int, place: int) -> Figure:
    found = [f for f in audited.audited(view, name, year) if f.scope != "parent"]
    if not found:
        raise audited.missing(view, name, year)
    distinct = list({f.value: f for f in reversed(found)}.values())[::-1]
    return distinct[min(place, len(distinct) - 1)]


def _of_scope(view: View, name: str, year: int, scope: Scope) -> Figure:
    found = [f for f in audited.audited(view, name, year) if f.scope == scope]
    if not found:
        raise audited.missing(view, name, year)
    return found[0]


def _own(view: View, name: str, year: int, document: str) -> Figure:
    readings = audited.stated_readings(view, name, year, document)
    if readings:
        return audited.form_figure(view, readings[0])
    spec = next((f for f in view.program.fields if f.key == name), None)
    if spec is not None and year in (*spec.years, spec.year):
        try:
            return _audited(view, name, year, 0)
        except NotFoundError:
            return audited.stated(view, name, year, document)  # raises: it is blank on the form
    return _audited(view, name, year, 0)


def _sum(parts: list[tuple[int, Figure]]) -> Span:
    return total((sign, span_of(figure)) for sign, figure in parts)


def _in_numbers(formula: Formula, over: str, under: str) -> str:
    divisor = f"（{under}÷2）" if formula.under_average else under
    again = f"÷{formula.divided_by}" if formula.divided_by != 1 else ""
    return f"{over}÷{divisor}{again}"


def _terms(parts: list[tuple[int, Figure]]) -> str:
    text = "".join(f"{'－' if sign < 0 else '＋'}{figure.value:,f}" for sign, figure in parts)
    return f"（{text.lstrip('＋')}）" if len(parts) > 1 else text.lstrip("＋")
