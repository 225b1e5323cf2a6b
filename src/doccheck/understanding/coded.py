"""What the QR code on a licence says: the credit code, free of a recogniser's confusions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import ASSERTED, Evidence
from doccheck.model.seen import Code
from doccheck.text import ids

USCC = "uscc"
QUOTE = 80  # characters


def with_codes(
    readings: Iterable[FieldReading], documents: Sequence[LogicalDocument]
) -> list[FieldReading]:
    """Return readings in which a licence's QR code has the last word on a recognised credit code.

    Only where all codes on the licence name one credit code, its check digit right.
    """
    told = {d.id: code for d in documents if (code := _code_of(d)) is not None}
    kept = [
        _settled(r, told[r.document]) if r.key == USCC and r.document in told else r
        for r in readings
    ]
    have = {r.document for r in kept if r.key == USCC}
    return kept + [_reading(id_, *told[id_]) for id_ in told if id_ not in have]


def _code_of(document: LogicalDocument) -> tuple[str, Code] | None:
    """Return the one credit code that the codes on a licence carry, and which of them does."""
    if document.kind != "business_licence" or document.text_source == "native":
        return None
    found = {
        uscc: code
        for code in reversed(document.seen.codes)
        for uscc in ids.find_uscc(code.text)
        if ids.check_uscc(uscc).ok
    }
    return next(iter(found.items())) if len(found) == 1 else None


def _settled(reading: FieldReading, told: tuple[str, Code]) -> FieldReading:
    value, code = told
    if reading.value == value and reading.state == "filled":
        sure = replace(reading.evidence, confidence=ASSERTED, note="")
        return replace(reading, evidence=sure)
    return replace(_reading(reading.document, value, code), label=reading.label)


def _reading(document: str, value: str, code: Code) -> FieldReading:
    evidence = Evidence(code.place, code.text[:QUOTE], "qr", ASSERTED, document=document)
    return FieldReading(USCC, document, "二维码", "filled", evidence, raw=value, value=value)
