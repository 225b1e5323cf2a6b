"""What each entry of a business licence says: the value of the words printed behind its label."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from doccheck.text import amounts, dates, ids, names

Value = tuple[str, Decimal | None, date | None]
"""A value in words, as a number and as a day, what it is none of being None."""

_NO_PERSON = re.compile(r"[:：\d]|.{31}")  # lines run together; a foreign name may be long
_DELEGATE = re.compile(r"委派代表\s*[:：]?\s*(?P<name>[^()（）,，;；]{2,12})")


def plain(raw: str) -> Value:
    """Return words as they are printed."""
    return raw, None, None


def _dense(raw: str) -> Value:
    return "".join(raw.split()), None, None


def _code(raw: str) -> Value:
    codes = ids.find_uscc(raw)
    return (codes[0] if codes else ""), None, None


def _person(raw: str) -> Value:
    """Return a person's name; of a partnership's partner that is a firm, its delegate's."""
    delegate = _DELEGATE.search(raw)
    alone = raw.split("（", maxsplit=1)[0].split("(", maxsplit=1)[0]
    ways = (delegate["name"] if delegate else "", raw, alone)
    name = next((n for way in ways if (n := names.person_name(way))), None)
    return name or ("" if _NO_PERSON.search(raw) else raw), None, None


def _capital(raw: str) -> Value:
    amount = amounts.parse_amount(raw, "元")
    return ("", None, None) if amount is None else (amounts.plain(amount.value), amount.value, None)


def _address(raw: str) -> Value:
    """Return an address; the business scope beside it that a recogniser ran into it is cut off.

    Where the two are interleaved nothing is sure, and nothing is told.
    """
    scope = _SCOPE.search(raw)
    if scope is None:
        return raw, None, None
    units = list(_UNIT.finditer(raw, 0, scope.start()))
    rest = raw[units[-1].end() : scope.start()] if units else ""
    whole = bool(units) and "号" not in raw[scope.start() :]
    return (raw[: units[-1].end()] if whole and len(rest) <= LONGEST_TRADE else ""), None, None


_SCOPE = re.compile(
    r"依法须经|进出口|的设计|的研发|的生产|的制造|的销售|、?制造|、?销售|技术服务|代理"
)
_UNIT = re.compile(r"号|室|楼|栋|幢|层")
LONGEST_TRADE = 16  # characters of a business scope before the word that gives it away


def _day(raw: str) -> Value:
    reading = dates.parse_date(raw)
    if reading is None or reading.value is None or reading.precision != "day" or reading.doubtful:
        return "", None, None
    return reading.value.isoformat(), None, reading.value


VALUES: dict[str, Callable[[str], Value]] = {
    "registered_address": _address,
    "uscc": _code,
    "enterprise_name": _dense,
    "legal_representative": _person,
    "registered_capital": _capital,
    "established": _day,
}
"""How each key's printed words become its value: as printed, number in yuan, day."""
