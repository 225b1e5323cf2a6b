"""Checking Chinese telephone numbers: mobile, fixed with area code, 400/800 and short service.

Numbering after the national plan (电信网编号计划): mobiles are 11 digits beginning 13 to 19,
area codes are 010, 02x or four digits beginning 03 to 09, local numbers 7 or 8 digits.
"""

import re
from typing import Literal, NamedTuple

from doccheck.text.charset import to_half_width
from doccheck.text.normalise import clean

PhoneKind = Literal["mobile", "landline", "service", "unknown"]

_GAP = r"[ \-]?"
_COUNTRY = r"(?:(?:\+|00)?86[ \-]?)?"
_AREA = r"(?:\(0?(?P<area_b>10|2[0-9]|[3-9][0-9]{2})\)|0(?P<area_p>10|2[0-9]|[3-9][0-9]{2}))"
_LOCAL = r"(?P<local>[2-9][0-9]{2,3} ?[0-9]{4})"
_EXTENSION = r"(?: ?(?:-|转|分机|ext\.?|x) ?(?P<extension>[0-9]{1,6}))?"
_START, _END = r"(?<![0-9])", r"(?![0-9])"

_MOBILE = re.compile(
    rf"{_START}{_COUNTRY}(?P<mobile>1[3-9][0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}){_END}"
)
_LANDLINE = re.compile(
    rf"(?<![0-9]){_COUNTRY}{_AREA}[ \-]{{0,3}}{_LOCAL}(?![0-9]){_EXTENSION}{_END}", re.IGNORECASE
)
_ABROAD = re.compile(
    rf"(?:\+|{_START}00)86[ \-]?(?P<area_p>10|2[0-9]|[3-9][0-9]{{2}})(?P<area_b>)[ \-]{{0,3}}"
    rf"{_LOCAL}{_EXTENSION}{_END}",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    rf"{_START}(?P<service>[48]00{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}|9[56][0-9]{{3,4}}|12[0-9]{{3}}){_END}"
)
_LOCAL_ONLY = re.compile(rf"{_START}[2-8][0-9]{{6,7}}(?:-[0-9]{{1,6}})?{_END}")
_BROKEN_MOBILE = re.compile(r"1[3-9][0-9 ]*")
"""A mobile alone in its field, broken anywhere: a narrow cell wraps it."""

MOBILE_DIGITS = 11
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−─－~～", "-"))


class PhoneCheck(NamedTuple):
    """What a check of a telephone field found.

    Attributes:
        ok: every number in the field is a complete one.
        kind: the first number's.
        numbers: in order, digits only; a fixed line as 0519-85681262, its extension behind -.
        reason: `ok`, `empty`, `no_digits`, `no_area_code`, `length` or `format`.
        plausible: not ok, but a local number that would do with an area code.
    """

    ok: bool
    kind: PhoneKind
    numbers: tuple[str, ...]
    reason: str
    plausible: bool = False


def check_phone(s: str) -> PhoneCheck:
    """Check a telephone field with one or several numbers; labels and names in it do not matter."""
    text = to_half_width(clean(s)).translate(_DASHES)
    if _BROKEN_MOBILE.fullmatch(text) and sum(c.isdigit() for c in text) == MOBILE_DIGITS:
        text = text.replace(" ", "")
    if not text:
        return PhoneCheck(False, "unknown", (), "empty")
    if not re.search(r"[0-9]", text):
        return PhoneCheck(False, "unknown", (), "no_digits")
    found, rest = _complete_numbers(text)
    found, rest = _with_borrowed_area(found, rest)
    locals_only = _LOCAL_ONLY.findall(rest)
    rest = _LOCAL_ONLY.sub(";", rest)
    return _judge(found, locals_only, rest)


_Found = dict[int, tuple[PhoneKind, str]]  # by position in the field


def _complete_numbers(text: str) -> tuple[_Found, str]:
    found: _Found = {}
    for pattern in (_MOBILE, _ABROAD, _LANDLINE, _SERVICE):
        for match in pattern.finditer(text):
            found[match.start()] = _normalised(match)
        text = pattern.sub(_blank_out, text)
    return found, text


def _blank_out(match: re.Match[str]) -> str:
    return ";" * len(match.group())


def _normalised(match: re.Match[str]) -> tuple[PhoneKind, str]:
    parts = match.groupdict()
    if parts.get("mobile"):
        return "mobile", re.sub(r"[^0-9]", "", parts["mobile"])
    if parts.get("service"):
        return "service", re.sub(r"[^0-9]", "", parts["service"])
    area = parts["area_b"] or parts["area_p"]
    extension = f"-{parts['extension']}" if parts["extension"] else ""
    return "landline", f"0{area}-{parts['local'].replace(' ', '')}{extension}"


def _with_borrowed_area(found: _Found, rest: str) -> tuple[_Found, str]:
    """Give local numbers behind a fixed line its area code: 0519-85681262、85681263."""
    areas = {at: number.split("-")[0] for at, (kind, number) in found.items() if kind == "landline"}
    borrowed: _Found = {}
    for match in _LOCAL_ONLY.finditer(rest):
        before = [at for at in areas if at < match.start()]
        if before:
            borrowed[match.start()] = ("landline", f"{areas[max(before)]}-{match.group()}")
    if borrowed:
        rest = _LOCAL_ONLY.sub(_blank_out, rest)
    return found | borrowed, rest


def _judge(found: _Found, locals_only: list[str], rest: str) -> PhoneCheck:
    ordered = [found[at] for at in sorted(found)]
    numbers = tuple(number for _, number in ordered) + tuple(locals_only)
    kind: PhoneKind = ordered[0][0] if ordered else "landline" if locals_only else "unknown"
    left_over = "".join(re.findall(r"[0-9]+", rest))
    if left_over:
        kind = kind if numbers else _kind_of_broken(left_over)
        reason = "format" if _has_right_length(left_over) else "length"
        return PhoneCheck(False, kind, numbers, reason)
    if locals_only:
        return PhoneCheck(False, kind, numbers, "no_area_code", plausible=True)
    return PhoneCheck(True, kind, numbers, "ok")


def _kind_of_broken(digits: str) -> PhoneKind:
    if re.match(r"1[3-9]", digits):
        return "mobile"
    return "landline" if digits.startswith("0") else "unknown"


def _has_right_length(digits: str) -> bool:
    """Tell whether a number that fits no form has at least as many digits as it should."""
    if digits.startswith("0"):
        short_area = digits[1:2] in {"1", "2"}
        return len(digits) in ({11} if short_area else {11, 12})
    return len(digits) == 11 or (len(digits) in {7, 8} and not digits.startswith("1"))
