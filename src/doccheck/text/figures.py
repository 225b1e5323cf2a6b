"""Finding figures written in Arabic digits: sign, grouping, places, unit, position.

The layer below `amounts`; works on half-width text and knows nothing of Chinese numerals.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from doccheck.text.charset import to_half_width
from doccheck.text.units import NO_UNIT, SUFFIX, Unit, parse_unit, unit_of

_MAX_DIGITS = 24  # longer runs are codes, and Decimal's 28 digits must not round a figure

_OTHER_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\t", " "))
_FIGURE = re.compile(r"[0-9][0-9,.]*(?:[eE][+-]?[0-9]+(?![0-9A-Za-z]))?")
_WELL_FORMED = re.compile(
    r"(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,3}(?:,[0-9]{4})+)"
    r"(?:\.(?P<places>[0-9]+))?(?:[eE](?P<power>[+-]?[0-9]{1,2}))?"
)
_DATE = re.compile(r"(?<![0-9.])[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9.])")

# Blanks that a PDF puts inside figures: beside a separator, or between groups of three where
# places follow or nothing else in the cell is a figure.
_INNER_BLANKS = (
    re.compile(r"(?<=[0-9]) (?=[.,][0-9])|(?<=[0-9],) (?=[0-9]{3}(?![0-9]))"),
    re.compile(r"(?<=[0-9]\.) (?=[0-9]{1,2}(?![0-9]))"),
    re.compile(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?=[.,][0-9])"),
    re.compile(r"\A[^0-9]*[0-9]{1,3}(?: [0-9]{3})+(?=[^0-9]*\Z)"),
)
_INNER = frozenset("0123456789.,")

# What stands before a figure: an opening bracket, a minus, a currency sign. A hyphen behind a
# digit, a letter or a percent sign is a range or a code; a long dash is a minus only at the start.
_BEFORE = re.compile(
    r"(?P<open>\(\s*)?"
    r"(?P<minus>[负▲△]\s*|(?<![0-9A-Za-z%\-])[-−–]|\A\s*[-−–—]\s*)?[¥￥$]?\s*\Z"
)
_CODE_BEFORE = re.compile(r"[A-Za-z][-–/_]?\Z")
_CURRENCY_BEFORE = re.compile(r"(?:RMB|CNY)\s*\Z")
_LINE_START = re.compile(r"(?:\A|[\n。;])\s*\(?\s*\Z")
_ITEM_MARK = re.compile(r"\s*(?:[、)]|\.(?![0-9]))\s*(?=[^\s%‰0-9]|(?:19|20)[0-9]{2})")
_CLOSING = re.compile(r"\s*\)\s*(?P<outside>[%‰])?")
_ITEM_DIGITS = 2  # items are numbered to 99
_REACH = 16  # characters looked at before a figure


class Reading(NamedTuple):
    """A figure found: where its print begins and ends, and what it says in its unit."""

    start: int
    end: int
    value: Decimal
    unit: Unit
    decimals: int


def find_figures(s: str, default: Unit) -> Iterator[Reading]:
    """Yield the figures of a text in order, positions counted in the text as given."""
    text, origin = _readable(s)
    end = 0
    for match in _FIGURE.finditer(text):
        found = _read(text, match, default) if match.start() >= end else None
        if found:
            end = found.end
            yield found._replace(start=origin[found.start], end=origin[end - 1] + 1)


def _readable(s: str) -> tuple[str, list[int]]:
    """Hide dates and drop blanks inside figures; also return where each character stood."""
    text = to_half_width(s).translate(_OTHER_BLANKS)
    text = _DATE.sub(lambda match: "\0" * len(match.group()), text)
    dropped: set[int] = set()
    for pattern in _INNER_BLANKS:
        for match in pattern.finditer(text):
            dropped |= _blanks_between_digits(text, *match.span())
    kept = [i for i in range(len(text)) if i not in dropped]
    return "".join(text[i] for i in kept), kept


def _blanks_between_digits(text: str, start: int, end: int) -> set[int]:
    return {at for at in range(start, end) if text[at] == " " and text[at - 1 : at] in _INNER}


def _read(text: str, figure: re.Match[str], default: Unit) -> Reading | None:
    at = figure.start()
    digits = figure.group().rstrip(",.")
    number = _parse_digits(digits)
    suffix = SUFFIX.match(text, at + len(digits))
    if number is None or suffix is None or _is_code_or_item(text, at, at + len(digits)):
        return None
    has_unit = bool(suffix.group().strip())
    if not has_unit and _is_letter(text[suffix.start() : suffix.start() + 1]):
        return None
    value, decimals = number
    unit = unit_of(suffix, default)
    end = suffix.end() if has_unit else suffix.start()
    found = Reading(at, end, value * unit.factor, unit, decimals)
    return _signed(text, _with_remainder(text, found, suffix, default))


def _is_code_or_item(text: str, start: int, end: int) -> bool:
    """Tell digits of a code (ISO9001, T-100) and numbers of items (1、, （2）) from figures."""
    before = max(0, start - _REACH)
    if _CODE_BEFORE.search(text, before, start):
        return not _CURRENCY_BEFORE.search(text, before, start)
    short = end - start <= _ITEM_DIGITS
    return bool(short and _ITEM_MARK.match(text, end) and _LINE_START.search(text[before:start]))


def _is_letter(ch: str) -> bool:
    return ch.isascii() and ch.isalpha()


def _parse_digits(digits: str) -> tuple[Decimal, int] | None:
    match = _WELL_FORMED.fullmatch(digits)
    if not match or len(digits) > _MAX_DIGITS:
        return None
    decimals = len(match["places"] or "") - int(match["power"] or 0)
    return Decimal(digits.replace(",", "")), decimals


def _with_remainder(text: str, head: Reading, suffix: re.Match[str], default: Unit) -> Reading:
    """Add what follows a bare scale: 1亿2345万元 is one figure."""
    figure = _FIGURE.match(text, head.end) if suffix["scale"] and not suffix["yuan"] else None
    tail = _read(text, figure, default) if figure and not suffix["scaled"] else None
    if tail is None or tail.value >= head.unit.factor:
        return head
    return tail._replace(start=head.start, value=head.value + tail.value)


def _signed(text: str, found: Reading) -> Reading:
    """Apply the minus or the accountant's brackets that stand around a figure."""
    before = _BEFORE.search(text, max(0, found.start - _REACH), found.start)
    if before is None:
        return found
    closing = _CLOSING.match(text, found.end) if before["open"] else None
    bracketed = closing is not None and _is_negative_bracket(text, found, before, closing)
    if not (bracketed or before["minus"]):
        return found
    start = before.start() if bracketed else before.start("minus")
    end = closing.end() if bracketed and closing else found.end
    unit = parse_unit(closing["outside"]) if bracketed and closing else NO_UNIT
    return found._replace(
        start=start, end=end, value=-found.value, unit=found.unit if unit is NO_UNIT else unit
    )


def _is_negative_bracket(
    text: str, found: Reading, before: re.Match[str], closing: re.Match[str]
) -> bool:
    """Tell (1,234) and a whole cell (5) from the number of an item, （1）提高质量."""
    alone = not text[: before.start()].strip() and not text[closing.end() :].strip()
    return alone or found.decimals > 0 or "," in text[found.start : found.end]
