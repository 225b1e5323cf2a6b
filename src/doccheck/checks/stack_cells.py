"""Whether a cell of a summary sheet says what a package says, however it is written."""

from collections.abc import Callable
from decimal import Decimal

from doccheck.checks import alike
from doccheck.checks.comparing import Likeness
from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldKind, FieldSpec
from doccheck.text import ids, names
from doccheck.text.amounts import Amount, parse_amount
from doccheck.text.dates import all_dates
from doccheck.text.normalise import key

RATIOS: tuple[FieldKind, ...] = ("percent", "turnover")


def compare(cell: str, reading: FieldReading, spec: FieldSpec) -> Likeness:
    """Compare a cell with a reading; another format or rounding is no difference.

    A mobile and a fixed line may both be right: `doubt_kind`.
    """
    said = reading.value or reading.raw
    if key(cell) in (key(said), key(reading.raw)):
        return "same"
    if reading.number is not None:
        return "same" if _same_number(cell, reading, spec) else "different"
    if spec.kind == "phone" and not ids.check_phone(cell).numbers:
        return "different"
    if spec.kind == "date":
        return "same" if reading.day in [d.value for d in all_dates(cell)] else "different"
    return _BY_KIND[spec.kind](cell, said) if spec.kind in _BY_KIND else "different"


def _phones(a: str, b: str) -> Likeness:
    left, right = ids.check_phone(a), ids.check_phone(b)
    if set(left.numbers) & set(right.numbers):
        return "same"
    return "doubt_kind" if left.kind != right.kind else "different"


_BY_KIND: dict[FieldKind, Callable[[str, str], Likeness]] = {
    "phone": _phones,
    "person": lambda a, b: "same" if names.same_person(a, b) else "different",
    "uscc": lambda a, b: alike.codes(a, b, scanned=False),
}


def _same_number(cell: str, reading: FieldReading, spec: FieldSpec) -> bool:
    """Compare at the coarser precision, in every unit that the cell's bare figure may have."""
    if reading.number is None:
        return False
    for amount in _amounts(cell, spec):
        for factor in _factors(amount, spec):
            value, step = amount.value * factor, amount.step * factor
            tolerance = max(step, reading.step or Decimal(0)) / 2
            if abs(value - reading.number) <= tolerance:
                return True
    return False


def _amounts(cell: str, spec: FieldSpec) -> list[Amount]:
    units = ("万元", "元") if spec.kind == "money" else (spec.unit or None,)
    found = (parse_amount(cell, unit) for unit in units)
    return [amount for amount in found if amount]


def _factors(amount: Amount, spec: FieldSpec) -> tuple[Decimal, ...]:
    if spec.kind not in RATIOS:
        return (Decimal(1),)
    percent = Decimal("0.01")
    if amount.unit in ("%", "百分点"):
        return (percent, Decimal(1)) if not amount.raw.endswith(("%", "％")) else (percent,)
    return (percent, Decimal(1))
