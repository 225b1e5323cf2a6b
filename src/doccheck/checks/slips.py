"""The usual slips with figures: which of them explains that a stated figure differs.

Pure arithmetic on what was stated and what is right; nothing here knows documents.
"""

from decimal import ROUND_DOWN, Decimal
from typing import Literal

from doccheck.checks.quantities import rounded, tolerance

Slip = Literal["sign", "unit", "point", "digit", "transposed", "length", "rounding"]

UNIT_POWERS = (4, -4, 3, -3, 8, -8)
"""Powers of ten between units of money: 元 and 万元, 元 and 千元, 元 and 亿元."""

POINT_POWERS = (1, -1, 2, -2)
"""Powers of ten by which a decimal point slips."""

FEWEST_DIGITS = 3
"""Digits that must stand: two figures of one or two digits are alike by chance."""

LAST_PLACES = 2
"""Units of the last place within which a difference is one of rounding."""

MISREADABLE: frozenset[str] = frozenset({"sign", "unit", "point", "digit", "transposed", "length"})
"""Slips that a misread scan shows as well."""


def digits(value: Decimal, step: Decimal) -> int:
    """Return how many digits a value shows at a precision."""
    return max(0, abs(value / step).adjusted() + 1) if value else 0


def slip(stated: Decimal, right: Decimal, stated_step: Decimal, right_step: Decimal) -> Slip | None:
    """Name the slip that turns the right figure into the stated one, None for no known one."""
    step = tolerance(stated_step, right_step)
    if min(digits(stated, stated_step), digits(right, right_step)) < FEWEST_DIGITS:
        return None
    if abs(stated + right) < step:
        return "sign"
    if _shifted(stated, right, stated_step, right_step, UNIT_POWERS):
        return "unit"
    if _is_rounding(stated, right, step):
        return "rounding"
    if _shifted(stated, right, stated_step, right_step, POINT_POWERS):
        return "point"
    return _digit_slip(stated, right, step)


def power_between(
    stated: Decimal, right: Decimal, stated_step: Decimal, right_step: Decimal
) -> int | None:
    """Return the power of ten between units by which a figure is too large, None for none."""
    return _shifted(stated, right, stated_step, right_step, UNIT_POWERS)


def _shifted(
    stated: Decimal, right: Decimal, stated_step: Decimal, right_step: Decimal,
    powers: tuple[int, ...],
) -> int | None:  # fmt: skip
    for power in powers:
        step = tolerance(stated_step.scaleb(-power), right_step)
        enough = min(digits(stated, stated_step), digits(right, step)) >= FEWEST_DIGITS
        if enough and abs(stated.scaleb(-power) - right) < step:
            return power
    return None


def _is_rounding(stated: Decimal, right: Decimal, step: Decimal) -> bool:
    """Tell a figure that is off in its last place, or rounded to more than it shows."""
    if abs(stated - right) <= LAST_PLACES * step:
        return True
    coarse = step
    while stated and not stated % (coarse * 10):
        coarse *= 10
    enough = digits(stated, coarse) >= FEWEST_DIGITS - 1
    return coarse > step and enough and abs(stated - right) < coarse


def _digit_slip(stated: Decimal, right: Decimal, step: Decimal) -> Slip | None:
    if (stated < 0) != (right < 0):
        return None
    shown = _shown(rounded(stated, step), step)
    for right_shown in (_shown(rounded(right, step), step), _shown(_cut(right, step), step)):
        if _one_more(shown, right_shown) or _one_more(right_shown, shown):
            return "length"
        if len(shown) != len(right_shown):
            continue
        differing = [i for i, (a, b) in enumerate(zip(shown, right_shown, strict=True)) if a != b]
        if len(differing) == 1:
            return "digit"
        if _swapped(shown, right_shown, differing):
            return "transposed"
    return None


def _one_more(longer: str, shorter: str) -> bool:
    """Tell whether taking one digit out of the longer makes it the shorter."""
    if len(longer) != len(shorter) + 1:
        return False
    pairs = enumerate(zip(longer, shorter, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), len(shorter))
    return longer[at + 1 :] == shorter[at:]


def _swapped(shown: str, right: str, differing: list[int]) -> bool:
    if len(differing) != 2:  # two digits change places
        return False
    i, j = differing
    return j == i + 1 and shown[i] == right[j] and shown[j] == right[i]


def _shown(value: Decimal, step: Decimal) -> str:
    return str(int(abs(value / step)))


def _cut(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_DOWN) * step
