"""Where an applicant sits: what its address and its credit code say of it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading
from doccheck.model.places import Evidence
from doccheck.model.program import Region
from doccheck.text import ids
from doccheck.text.divisions import leading_city
from doccheck.text.normalise import key

Standing = Literal["inside", "outside", "unknown"]
ADDRESSES = ("registered_address", "postal_address")
"""Fields that are asked in this order: where it is registered counts before where it gets mail."""
OWN_KINDS = frozenset({"application_form", "acceptance_form", "business_licence", "cover"})
FIRST_DIVISIONS = range(11, 83)  # first two digits of province codes (GB/T 2260)


class Sign(NamedTuple):
    """One thing that says where the applicant sits."""

    kind: Literal["address", "code"]
    standing: Standing
    text: str
    evidence: Evidence
    names: int = 0  # of the region's own that an address holds, none a part of another


def signs(view: View, region: Region) -> tuple[Sign, ...]:
    """Return the best address and the credit code, each with where it lies."""
    addresses = [_by_address(r, region) for r in _addresses(view)]
    codes = [_by_code(r, region) for r in _own(view, "uscc")]
    return (*_first_known(addresses), *_first_known(codes))


def _first_known(found: list[Sign]) -> list[Sign]:
    """Return the first sign that says something, else the first; of a code, an inside one."""
    known = [s for s in found if s.standing != "unknown"] or found
    return known[:1]


def _addresses(view: View) -> Iterator[FieldReading]:
    """Yield addresses, the registered one first."""
    others = [f.key for f in view.program.fields if f.kind == "address" and f.key not in ADDRESSES]
    for field in (*ADDRESSES, *others):
        yield from _own(view, field)


def _own(view: View, field: str) -> Iterator[FieldReading]:
    for reading in view.readings(field):
        kind = view.dossier.document(reading.document).kind
        if reading.state == "filled" and kind in OWN_KINDS:
            yield reading


def _by_address(reading: FieldReading, region: Region) -> Sign:
    text = reading.value or reading.raw
    folded = key(text)
    standing: Standing = "unknown"
    own = {k for name in region.names if (k := key(name)) in folded}
    apart = [k for k in own if not any(k in other for other in own - {k})]
    if own:
        standing = "inside"
    elif any(key(name) in folded for name in region.elsewhere) or leading_city(folded):
        standing = "outside"
    return Sign("address", standing, text, reading.evidence, len(apart))


def _by_code(reading: FieldReading, region: Region) -> Sign:
    """Tell by characters 3 to 8; a code that is not valid, or of no province, says nothing."""
    checked = ids.check_uscc(reading.value or reading.raw)
    division = checked.code[2:8]
    standing: Standing = "unknown"
    if checked.ok and region.codes and int(division[:2]) in FIRST_DIVISIONS:
        inside = division.startswith(tuple(region.codes))
        standing = "inside" if inside else "outside"
    return Sign("code", standing, checked.code, reading.evidence)
