"""Checking identifiers: unified social credit code, post code, stock code, e-mail address."""

import re
from typing import Literal, NamedTuple

from doccheck.text.charset import to_half_width
from doccheck.text.normalise import clean
from doccheck.text.phones import PhoneCheck, check_phone

__all__ = [
    "FormatCheck",
    "PhoneCheck",
    "UsccCheck",
    "check_email",
    "check_phone",
    "check_postcode",
    "check_stock_code",
    "check_uscc",
    "find_uscc",
    "uscc_as_read",
    "uscc_region",
]

USCC_LENGTH = 18  # GB 32100-2015: 2 characters of kind, 6 of region, 9 of organisation, 1 check

# GB 32100-2015: digits and capitals without I, O, S, V, Z; the registering authority may be a
# letter (A military, N farming, Y other), the region is digits.
_USCC = re.compile(r"[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}")
_SEPARATORS = re.compile(r"[\s\-–—.·_]+")

# In running text also what a reader or a scanner may have spoilt: letters for digits.
_CANDIDATE = r"(?=[1-9ANY][1-9IOl])[0-9A-Za-z]{18}"
_CANDIDATES = (
    re.compile(rf"(?<![0-9A-Za-z]){_CANDIDATE}(?![0-9A-Za-z])"),
    re.compile(r"(?<![0-9A-Za-z])[1-9ANY](?: ?[0-9A-Za-z]){17}(?![0-9A-Za-z])"),
)
_MIN_DIGITS_IN_HEAD = 6  # of the first 8 characters, else the run is some other code

# GB 11643: six digits of region beginning 1 to 6, date of birth, three digits, check character.
_RESIDENT_ID = re.compile(r"[1-6][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]{4}[0-9X]")


_DIGITS_READ_AS_LETTERS = str.maketrans("OoＯ○〇◯IlＩ", "000000111")


class UsccCheck(NamedTuple):
    """What a check of a unified social credit code found; `code` is without blanks, capitals."""

    ok: bool
    code: str
    reason: Literal["ok", "length", "character", "check_digit"]


class FormatCheck(NamedTuple):
    """Whether a value has the form it should have, and if not, what is wrong in one word."""

    ok: bool
    reason: str


def check_uscc(s: str) -> UsccCheck:
    """Check a unified social credit code: length, characters, check digit (GB 32100-2015)."""
    from stdnum.cn import uscc  # noqa: PLC0415  (loaded when a code is checked)

    code = _SEPARATORS.sub("", to_half_width(clean(s))).upper()
    if len(code) != USCC_LENGTH:
        return UsccCheck(False, code, "length")
    if not _USCC.fullmatch(code):
        return UsccCheck(False, code, "character")
    if uscc.calc_check_digit(code[:-1]) != code[-1]:
        return UsccCheck(False, code, "check_digit")
    return UsccCheck(True, code, "ok")


def uscc_as_read(s: str) -> str:
    """Return a recognised credit code with the digits that its O and I can only be.

    Codes have neither letter. Where the check digit does not bear the digits out, nothing changes.
    """
    if check_uscc(s).reason != "character":
        return s
    meant = check_uscc(s.translate(_DIGITS_READ_AS_LETTERS))
    return meant.code if meant.ok else s


def find_uscc(text: str) -> list[str]:
    """Return the runs of 18 characters that are meant as credit codes, right or wrong, in order.

    Single blanks within a run are dropped. Resident identity numbers are left out.
    """
    plain = to_half_width(text)
    found: dict[int, str] = {}
    for pattern in _CANDIDATES:
        for match in pattern.finditer(plain):
            code = match.group().replace(" ", "").upper()
            if _looks_like_uscc(code) and not any(
                start < match.end() and match.start() < start + USCC_LENGTH for start in found
            ):
                found[match.start()] = code
    return list(dict.fromkeys(found[start] for start in sorted(found)))


def _looks_like_uscc(code: str) -> bool:
    if check_uscc(code).ok:
        return True
    enough_digits = sum(ch.isdigit() for ch in code[:8]) >= _MIN_DIGITS_IN_HEAD
    return enough_digits and not _RESIDENT_ID.match(code)


def uscc_region(code: str) -> str:
    """Return the division code (GB/T 2260, six digits) of the registration: characters 3–8."""
    return check_uscc(code).code[2:8]


_EMAIL = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9_+%-]|\.(?=[A-Za-z0-9_+%-]))*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_BLANK_AT_SIGN = re.compile(r"\s*([@.])\s*")


def check_email(s: str) -> FormatCheck:
    """Check one or several e-mail addresses (RFC 5322, the part that is in use).

    Reasons: `ok`, `empty`, `no_at`, `format`. Full-width signs and the blanks that a PDF puts
    inside are mended first.
    """
    plain = _BLANK_AT_SIGN.sub(r"\1", to_half_width(clean(s)).replace("。", "."))
    if plain.count("@") == 1:
        plain = plain.replace(" ", "")
    addresses = [part for part in re.split(r"[;,、/\s]+", plain) if part]
    if not addresses:
        return FormatCheck(False, "empty")
    if not all("@" in address for address in addresses):
        return FormatCheck(False, "no_at")
    ok = all(_EMAIL.fullmatch(address) for address in addresses)
    return FormatCheck(ok, "ok" if ok else "format")


def check_postcode(s: str) -> FormatCheck:
    """Check a Chinese post code: six digits, the first two a province (01 to 86).

    Reasons: `ok`, `empty`, `length`, `character`, `province`.
    """
    code = re.sub(r"\s", "", to_half_width(clean(s)))
    if not code or not code.isascii() or not code.isdigit():
        return FormatCheck(False, "character" if code else "empty")
    if len(code) != 6:
        return FormatCheck(False, "length")
    in_use = 1 <= int(code[:2]) <= 86
    return FormatCheck(in_use, "ok" if in_use else "province")


_STOCK = re.compile(
    r"(?:SH|SZ|BJ|NQ)?(?:60|68|90|00|30|20|43|83|87|88|92|40|42)[0-9]{4}(?:\.?(?:SH|SS|SZ|BJ|NQ|OC))?"
    r"|(?:HK)?0?[0-9]{4}(?:\.?HK)?|[A-Z]{1,5}(?:\.(?:US|N|O|OQ))?"
)
_NOT_LISTED = re.compile(r"[-—/\\\s]*|无|暂无|未上市|非上市|不适用|N/?A")


def check_stock_code(s: str) -> FormatCheck:
    """Check a stock code: mainland (six digits), Hong Kong (four or five), US (letters).

    Reasons: `ok`, `empty` (also 无, 未上市), `format`.
    """
    code = re.sub(r"\s|股票代码|证券代码|[:()]", "", to_half_width(clean(s))).upper()
    if _NOT_LISTED.fullmatch(code):
        return FormatCheck(False, "empty")
    ok = all(_STOCK.fullmatch(part) for part in re.split(r"[;,、/]+", code) if part)
    return FormatCheck(ok, "ok" if ok else "format")
