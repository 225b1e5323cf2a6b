"""How two readings of one fact compare, and which innocent explanation a difference may have."""

import re
from collections.abc import Callable
from decimal import Decimal

from doccheck.checks.comparing import Likeness
from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldKind
from doccheck.text import ids, match, names
from doccheck.text.normalise import clean, key, same

ALIKE_ADDRESS = 0.8  # likeness of two ways to write one address
_LATIN = re.compile("[A-Za-z]")
_HAN = re.compile("[㐀-鿿]")


def enterprises(a: str, b: str, scanned: bool, audited: bool) -> Likeness:
    """Compare two enterprise names; `audited`: the second stands on statements or their audit."""
    if names.same_enterprise(a, b):
        return "same"
    if scanned and names.confusable(key(a), key(b)):
        return "doubt_confusable"
    left, right = names.enterprise_core(a), names.enterprise_core(b)
    if _begins(a, b) or _begins(b, a):
        return "doubt_branch" if left.form and right.form else "doubt_part"
    if not left.form or not right.form:
        return "doubt_short" if _short(a, b) or _short(b, a) else "different"
    if left.core and left.core == right.core and (audited or _one_is_group(a, b)):
        return "doubt_group"
    return "different"


def _begins(shorter: str, longer: str) -> bool:
    """Tell whether a name begins with another: a branch's with its enterprise's, or one cut off."""
    return bool(key(shorter)) and key(longer).startswith(key(shorter))


def _short(full: str, short: str) -> bool:
    return any(same(short, s) for s in names.short_forms(full))


def _one_is_group(a: str, b: str) -> bool:
    return ("集团" in a) != ("集团" in b)


def persons(a: str, b: str, scanned: bool) -> Likeness:
    """Compare two personal names."""
    if names.same_person(a, b):
        return "same"
    if scanned and names.confusable(clean(a), clean(b)):
        return "doubt_confusable"
    if bool(_LATIN.search(a)) != bool(_LATIN.search(b)):
        return "doubt_script"
    left, right = names.person_name(a), names.person_name(b)
    if left is None or right is None:
        held = key(left or a) in key(b) or key(right or b) in key(a)
        return "doubt_part" if held or not (_HAN.search(a) and _HAN.search(b)) else "different"
    return "different"


def codes(a: str, b: str, scanned: bool) -> Likeness:
    """Compare two credit codes; of a scan, one with a wrong check digit was likely misread."""
    left, right = ids.check_uscc(a), ids.check_uscc(b)
    if left.code == right.code:
        return "same"
    if scanned and (names.confusable(left.code, right.code) or left.ok != right.ok):
        return "doubt_digit"
    return "different"


def values(kind: FieldKind, a: FieldReading, b: FieldReading, scanned: bool) -> Likeness:
    """Compare two readings of a field of any kind."""
    left, right = a.value or a.raw, b.value or b.raw
    if same(left, right) or (a.day is not None and a.day == b.day):
        return "same"
    if a.number is not None and b.number is not None:
        return _numbers(a.number, b.number, max(a.step or Decimal(0), b.step or Decimal(0)))
    compare = _BY_KIND.get(kind)
    if compare is not None:
        return compare(left, right, scanned)
    return "doubt_confusable" if scanned and names.confusable(left, right) else "different"


def _phones(a: str, b: str, _scanned: bool) -> Likeness:
    left, right = ids.check_phone(a), ids.check_phone(b)
    if set(left.numbers) & set(right.numbers):
        return "same"
    return "doubt_kind" if left.kind != right.kind else "different"


def _numbers(a: Decimal, b: Decimal, step: Decimal) -> Likeness:
    """Compare at the coarser of the two stated precisions."""
    return "same" if abs(a - b) <= step / 2 else "different"


def _addresses(a: str, b: str, _scanned: bool) -> Likeness:
    left, right = key(a), key(b)
    if left in right or right in left:
        return "same"
    return "doubt_alike" if match.ratio(a, b) >= ALIKE_ADDRESS else "different"


_BY_KIND: dict[FieldKind, Callable[[str, str, bool], Likeness]] = {
    "phone": _phones,
    "address": _addresses,
    "enterprise": lambda a, b, scanned: enterprises(a, b, scanned, audited=False),
    "person": persons,
    "uscc": codes,
}
