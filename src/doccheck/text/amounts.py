"""Reading figures from cells and from running text, as exact decimals.

Money is in yuan whatever unit is printed; every other figure stays as printed (3.5 % is 3.5
with the unit `%`, see `as_ratio`). How precisely a figure is stated is kept, since two figures
compare at the coarser of their two precisions. A dash, a slash or 无 is no figure, never zero.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from doccheck.text.figures import Reading, find_figures
from doccheck.text.numerals import CHARACTERS, chinese_number
from doccheck.text.units import COUNTER, Unit, parse_unit

_CAPITALS = frozenset("壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟")
_DIGIT = r"[零〇]?[壹贰貳叁參叄肆伍陆陸柒捌玖一二三四五六七八九]"
_CHINESE = re.compile(
    rf"(?P<minus>负)?(?:(?:人民币|(?P<percent>百分之))\s*)?(?P<number>[{CHARACTERS}]+)"
    rf"(?:(?P<yuan>[元圆])(?:(?P<jiao>{_DIGIT})角)?(?:(?P<fen>{_DIGIT})分)?[整正]?"
    rf"|(?P<counter>{COUNTER}))?"
)
_TIME_UNITS = frozenset("年月日")
_PERCENT = Unit("%", Decimal(1), False)
_YUAN = Unit("元", Decimal(1), True)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as somebody stated it.

    Attributes:
        value: in yuan for money, else in the printed unit (3.5 for `3.5 %`).
        unit: the printed unit, else the default (`元`, `万元`, `%`, `人`, …); None if unknown.
        decimals: places stated after the point, in the printed unit; negative for `1.5E+7`.
        step: the size of one unit in the last stated place, in yuan or in the printed unit.
        raw: the figure as printed, with sign and unit.
    """

    value: Decimal
    unit: str | None
    decimals: int
    step: Decimal
    raw: str


def parse_amount(s: str, default_unit: str | None = None) -> Amount | None:
    """Read the first figure of a cell; None if the cell holds none.

    A unit beside the figure goes before `default_unit`, which is the caption's or the column's
    (`万元`, `单位：元`, `%`). With a default unit, parts of dates are passed over if another
    figure follows. Everyday Chinese numerals count only if they are the whole cell.
    """
    whole = _CHINESE.fullmatch(s.strip())
    reading = _chinese_reading(whole, parse_unit(default_unit)) if whole else None
    if reading:
        return _amount(reading, s.strip())
    found = all_amounts(s, default_unit)
    if default_unit:
        found = [amount for amount in found if amount.unit not in _TIME_UNITS] or found
    return found[0] if found else None


def all_amounts(s: str, default_unit: str | None = None) -> list[Amount]:
    """Return every figure in a text, in order.

    Left out: dates with separators, digits within codes and words (ISO9001, 3M), digit groups
    that are no well-formed number (12,34), and everyday Chinese numerals without 元.
    """
    default = parse_unit(default_unit)
    readings = [*find_figures(s, default), *_chinese_money(s)]
    return [_amount(reading, s) for reading in sorted(readings, key=lambda found: found.start)]


def as_ratio(amount: Amount) -> Decimal:
    """Return the plain number of a ratio: 0.035 for 3.5 %, 0.0035 for 3.5 ‰, else the value."""
    places = {"%": -2, "百分点": -2, "‰": -3}.get(amount.unit or "", 0)
    return amount.value.scaleb(places)


def plain(value: Decimal) -> str:
    """Print a decimal without exponent, grouping or trailing zeros: `121223600`, `0.2834`."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _amount(found: Reading, s: str) -> Amount:
    step = found.unit.factor.scaleb(-found.decimals)
    raw = s[found.start : found.end].strip()
    return Amount(found.value, found.unit.name, found.decimals, step, raw)


def _chinese_money(s: str) -> Iterator[Reading]:
    """Yield sums in Chinese numerals: two characters at least (三元 is a word), and 元."""
    for match in _CHINESE.finditer(s):
        long_enough = len(match["number"]) > 1 or match["number"] in _CAPITALS
        reading = _chinese_reading(match, _YUAN) if match["yuan"] and long_enough else None
        if reading:
            yield reading


def _chinese_reading(match: re.Match[str], default: Unit) -> Reading | None:
    number = chinese_number(match["number"])
    if number is None:
        return None
    jiao, fen = _one_digit(match["jiao"]), _one_digit(match["fen"])
    decimals = 2 if match["fen"] else 1 if match["jiao"] else 0
    value = Decimal(number) + Decimal(jiao * 10 + fen).scaleb(-2)
    unit = _chinese_unit(match, default)
    signed = -value if match["minus"] else value
    return Reading(match.start(), match.end(), signed * unit.factor, unit, decimals)


def _one_digit(s: str | None) -> int:
    return chinese_number(s[-1]) or 0 if s else 0


def _chinese_unit(match: re.Match[str], default: Unit) -> Unit:
    if match["yuan"]:
        return _YUAN
    if match["percent"]:
        return _PERCENT
    return Unit(match["counter"], Decimal(1), False) if match["counter"] else default


_LEVEL = re.compile(r"([一二三四五六七八九十]|\d{1,2})\s*(?:级|星|档|层)|[Ll]\s*(\d)")


def parse_level(s: str) -> int | None:
    """Read a level (三级, 3级, 四星, L3) as a number; None where none is stated."""
    found = _LEVEL.search(s)
    if found is None:
        return None
    digits = found.group(1) or found.group(2)
    return int(digits) if digits.isdigit() else "零一二三四五六七八九十".index(digits)
