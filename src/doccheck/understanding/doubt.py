"""How far a reading that came from a picture can be believed, and what confirms it.

A recogniser is sure of itself even where it is wrong: 灏 becomes 濒 with 0.98. So what it says of
names, codes and amounts is worth little alone and much where another source says the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from doccheck.checks.identities import sheets, sums_of
from doccheck.model.document import Block, Document, Paragraph
from doccheck.model.dossier import Dossier, FieldReading, StatementItem
from doccheck.model.places import ASSERTED, UNCONFIRMED, Evidence, Place
from doccheck.model.program import FieldKind, Program
from doccheck.model.rereading import Rereader
from doccheck.text import normalise
from doccheck.text.ids import check_uscc, uscc_as_read
from doccheck.understanding.reread import read_again

DOUBTFUL = 0.90
"""The most that a recogniser's word is worth for what it confuses: below `CERTAIN`."""

KINDS: dict[str, FieldKind] = {
    "enterprise_name": "enterprise",
    "audit_firm": "enterprise",
    "legal_representative": "person",
    "contact_person": "person",
    "uscc": "uscc",
    "registered_address": "address",
    "email": "email",
}
"""Kinds of facts that stand on documents no programme describes."""

AMOUNTS = frozenset({"money", "count"})
"""Figures that a wrong digit changes unseen; a ratio is recomputed from its parts anyway."""

NOTES: dict[str, str] = {
    "person": "姓名由文字识别读出，没有其他来源印证",
    "uscc": "代码由文字识别读出，没有其他来源印证",
    "enterprise": "企业名称由文字识别读出，没有其他来源印证",
    "address": "地址由文字识别读出，没有其他来源印证",
    "email": "邮箱由文字识别读出，没有其他来源印证",
    "money": "金额由文字识别读出，没有其他来源印证",
    "count": "数字由文字识别读出，没有其他来源印证",
}

BOXED = "有一个字被识别成方框或圆圈，没有读清"
_BOX = re.compile("[□■☐☑☒◉●◎〓]")

Sureness = Mapping[Place, float]
"""Confidence of each recognised paragraph and cell, by its place."""


def with_doubt(
    dossier: Dossier, program: Program | None, rereader: Rereader | None = None
) -> Dossier:
    """Return a dossier whose readings from pictures are as sure as their sources make them.

    `rereader` reads again what decides and nothing else confirms; None leaves that in doubt.
    """
    pages = {(d.file, p.number) for d in dossier.physical for p in d.pages if p.recognised}
    if not pages:
        return dossier
    sureness = dict(_sureness(dossier.physical))

    def by_ocr(evidence: Evidence) -> bool:
        return (evidence.place.file, evidence.place.page) in pages

    readings = [
        replace(r, evidence=_weakened(r.evidence, sureness)) if by_ocr(r.evidence) else r
        for r in dossier.readings
    ]
    kinds = KINDS | {f.key: f.kind for f in program.fields} if program else KINDS
    readings = [_without_boxes(r, kinds.get(r.key, "text")) for r in readings]
    readings = [_spelt(r) if kinds.get(r.key) == "uscc" else r for r in readings]
    items = [
        replace(i, evidence=_weakened(i.evidence, sureness)) if by_ocr(i.evidence) else i
        for i in dossier.statement_items
    ]
    items = _added_up(items)
    witnesses = _witnesses(readings, items, kinds)
    judged = [
        _judged(r, kinds.get(r.key, "text"), witnesses) if by_ocr(r.evidence) else r
        for r in readings
    ]
    if rereader is not None:
        judged, items = read_again(judged, items, kinds, rereader)
    return replace(dossier, readings=tuple(judged), statement_items=tuple(items))


def _sureness(documents: Iterable[Document]) -> Iterator[tuple[Place, float]]:
    for document in documents:
        if any(p.recognised for p in document.pages):
            yield from _of_blocks(document.blocks)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[tuple[Place, float]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.place, block.confidence
            continue
        for cell in block.cells:
            yield from _of_blocks(cell.blocks)
            yield cell.place, cell.confidence


def _weakened(evidence: Evidence, sureness: Sureness) -> Evidence:
    """Return evidence that says it comes from a picture, no surer than its words were read."""
    read = sureness.get(evidence.place, UNCONFIRMED)
    via = "ocr" if evidence.via in ("native", "table") else evidence.via
    return replace(evidence, via=via, confidence=min(evidence.confidence, read, UNCONFIRMED))


def _spelt(reading: FieldReading) -> FieldReading:
    """Return a credit code from a picture without the letters that codes never have."""
    if reading.evidence.via != "ocr" or not reading.value:
        return reading
    return replace(reading, value=uscc_as_read(reading.value))


def _without_boxes(reading: FieldReading, kind: FieldKind) -> FieldReading:
    """Return a reading, in doubt where a character of its value was taken for a tick box."""
    ticked = kind in ("choice", "brackets") or reading.evidence.via != "ocr"
    if ticked or not _BOX.search(reading.value):
        return reading
    confidence = min(reading.evidence.confidence, DOUBTFUL)
    return replace(reading, evidence=replace(reading.evidence, confidence=confidence, note=BOXED))


def _added_up(items: list[StatementItem]) -> list[StatementItem]:
    """Return figures of statements: those of a sum that holds are confirmed by it."""
    confirmed: set[int] = set()
    for sheet in sheets(items):
        for one in sums_of(sheet):
            if one.holds and len(one.figures) > 2:
                confirmed |= {id(figure) for figure in one.figures}
    return [_item(item, id(item) in confirmed) for item in items]


def _item(item: StatementItem, confirmed: bool) -> StatementItem:
    if item.evidence.via != "ocr" or item.evidence.note:
        return item
    if confirmed:
        return replace(item, evidence=replace(item.evidence, confidence=ASSERTED))
    confidence = min(item.evidence.confidence, DOUBTFUL)
    evidence = replace(item.evidence, confidence=confidence, note=NOTES["money"])
    return replace(item, evidence=evidence)


Witnesses = Mapping[tuple[str, str], list[tuple[str, bool]]]
"""By kind (or fact) and value: the documents that say so, and whether natively."""


def _witnesses(
    readings: Iterable[FieldReading],
    items: Iterable[StatementItem],
    kinds: Mapping[str, FieldKind],
) -> Witnesses:
    found: dict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
    for reading in readings:
        if reading.value:
            key = _matter(reading, kinds.get(reading.key, "text"))
            found[key].append((reading.document, reading.evidence.via != "ocr"))
    for item in items:
        sure = item.evidence.confidence >= ASSERTED
        found[(f"{item.name}.{item.year}", f"{round(item.value)}")].append((item.document, sure))
    return found


def _matter(reading: FieldReading, kind: FieldKind) -> tuple[str, str]:
    """Return what a reading says of what, in a form in which equal things are equal."""
    if kind in ("person", "uscc", "enterprise", "address", "email"):
        return kind, normalise.key(reading.value)
    if reading.number is not None:
        return reading.fact, f"{round(reading.number)}"
    return reading.fact, normalise.key(reading.value)


def _judged(reading: FieldReading, kind: FieldKind, witnesses: Witnesses) -> FieldReading:
    """Return a reading from a picture, as sure as its kind and its witnesses make it."""
    if kind not in NOTES or reading.state != "filled" or reading.evidence.via != "ocr":
        return reading
    if kind in AMOUNTS:
        confirmed = _amount_confirmed(reading, witnesses)
    else:
        others = witnesses.get(_matter(reading, kind), [])
        confirmed = _name_confirmed(reading, kind, others)
    evidence = reading.evidence
    if confirmed:
        return replace(reading, evidence=replace(evidence, confidence=confirmed))
    confidence = min(evidence.confidence, DOUBTFUL)
    note = evidence.note or NOTES[kind]
    return replace(reading, evidence=replace(evidence, confidence=confidence, note=note))


def _name_confirmed(
    reading: FieldReading, kind: FieldKind, others: list[tuple[str, bool]]
) -> float:
    """Return how sure other documents make a name or code, 0 where they do not."""
    native = any(is_native for _, is_native in others)
    if kind == "uscc":
        if not check_uscc(reading.value).ok:
            return 0.0
        return 1.0 if native else ASSERTED if _documents(others) > 1 else 0.0
    if native:
        return 1.0 if kind == "person" else ASSERTED
    return ASSERTED if kind in ("enterprise", "address") and _documents(others) > 1 else 0.0


def _documents(others: list[tuple[str, bool]]) -> int:
    return len({document for document, _ in others})


def _amount_confirmed(reading: FieldReading, witnesses: Witnesses) -> float:
    """Return how sure another document's figure makes an amount; it may be printed finer."""
    if reading.number is None:
        return 0.0
    step = reading.step or 1
    for (fact, value), others in witnesses.items():
        if fact != reading.fact or not any(document != reading.document for document, _ in others):
            continue
        if abs(int(value) - reading.number) <= step / 2 + 1:
            return ASSERTED
    return 0.0
