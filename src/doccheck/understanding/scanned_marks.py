"""What stands at the places for marks on recognised pages: seals, writing by hand, or nothing.

A seal belongs to the nearest place that asks for one. A place is called empty only where its page
was read well and no ink of any kind that is not print stands anywhere near it; whatever lies
between is left unclear, for a person.
"""

import dataclasses
import math
import re
from collections.abc import Iterable, Sequence

from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import LogicalDocument, Mark
from doccheck.model.places import ASSERTED, Box, Place
from doccheck.model.seen import MOST_STROKES, Seal, Stroke
from doccheck.text import normalise
from doccheck.understanding.boxes import MM, around, grown, touches
from doccheck.understanding.scanned_signatures import (
    names_someone,
    signing_room,
    surely_empty,
    surely_signed,
)

RIGHT, LEFT, UPDOWN = 80 * MM, 42 * MM, 24 * MM
"""How far from its label a seal may stand: pressed on the name or blank to the right of it."""

EMPTY_ROUND = {"seal": 60 * MM, "date": 10 * MM}
"""How far round a label nothing may stand for its place to be called empty."""

SEAL_PIECE = 12 * MM  # width and height of ink that may be part of a seal, wherever it stands
LONG_AS_NAME = 1.4  # width by height of a written name
WRITTEN_ROOM = {"signature": 22 * MM, "date": 12 * MM}  # height of all that is written at a place
DAY_ROUND = 3 * MM  # round a day's line: where its digits are written
NAME_SIGNED = 0.96  # strokes of a name's size where a name is asked for
MAYBE_SIGNED = 0.8  # less than that, or words that may be print
LAST_LINES = 6  # lines at a letter's end among which its day stands
WELL_READ = 0.9  # confidence of a label from which its page was read well


_OF_A_DAY = re.compile(r"日期|时间|[12]\d{3}|\d月|月\d|\d日$|^[年月日]|年月")


def looked_at_scan(document: LogicalDocument, marks: Sequence[Mark]) -> list[Mark]:
    """Return the places, those on recognised pages with what was seen there."""
    seals = _nearest(document.seen.seals, marks)
    written = _written(document, marks)
    return [
        _seen(document, mark, seals.get(n, ()), written) if on_scan(mark) else mark
        for n, mark in enumerate(marks)
    ]


def on_scan(mark: Mark) -> bool:
    """Tell whether a place was read from the picture of a page."""
    return mark.evidence.place.box is not None and mark.evidence.confidence < 1.0


def _seen(
    document: LogicalDocument, mark: Mark, seals: Sequence[Seal], written: Sequence[Box]
) -> Mark:
    if mark.kind == "date":
        return _date(document, mark, written)
    if mark.state == "present":
        return mark
    if mark.kind == "seal":
        best = max(seals, key=lambda s: s.confidence, default=None)
        if best is not None:
            there = _present(mark, best.place, best.confidence)
            return dataclasses.replace(there, seals=tuple(seals))
        bare = not document.seen.seals and _unmarked(document, mark, written)
        return _absent(mark) if bare else mark
    return _signature(document, mark)


# ---- seals
def _nearest(seals: Iterable[Seal], marks: Sequence[Mark]) -> dict[int, list[Seal]]:
    """Return the seals of each place (its index), each seal at the nearest place alone."""
    found: dict[int, list[Seal]] = {}
    for seal in seals:
        near = [
            (away, n)
            for n, mark in enumerate(marks)
            if mark.kind == "seal" and (away := _away(seal.place, mark.evidence.place)) is not None
        ]
        if near:
            found.setdefault(min(near)[1], []).append(seal)
    return found


def _away(seal: Place, label: Place) -> float | None:
    """Return how far a seal is from a label, None where it is out of reach.

    One seal may lie over two labels, the one above its middle and the one in the cell below: it is
    pressed on or under its label, so what begins under its middle is further.
    """
    if seal.box is None or label.box is None or seal.page != label.page:
        return None
    right = max(seal.box.x0 - label.box.x1, 0.0)
    left = max(label.box.x0 - seal.box.x1, 0.0)
    down = max(seal.box.top - label.box.bottom, label.box.top - seal.box.bottom, 0.0)
    if right > RIGHT or left > LEFT or down > UPDOWN:
        return None
    under = max(label.box.top - (seal.box.top + seal.box.bottom) / 2, 0.0)
    return round(math.hypot(right / 2 + left, 2 * down) + under, 1)


# ---- signatures
def _signature(document: LogicalDocument, mark: Mark) -> Mark:
    box = mark.evidence.place.box
    assert box is not None
    strokes = _strokes(document, mark)
    page = mark.evidence.place.page
    bare = any(p.page == page for p in document.seen.bare)
    seals = [s.place.box for s in document.seen.seals if s.place.page == page and s.place.box]
    sure = surely_signed(strokes, box, seals, bare)
    if sure is not None:
        return _present(mark, sure.place, NAME_SIGNED)
    near = [s for s in strokes if touches(s.place.box, signing_room(box))]
    if near:
        return _present(mark, near[0].place, MAYBE_SIGNED)
    if names_someone(mark.label):
        return _present(mark, mark.evidence.place, MAYBE_SIGNED)
    return _absent(mark) if _well_read(document, mark) and surely_empty(document, mark) else mark


def _strokes(document: LogicalDocument, mark: Mark) -> list[Stroke]:
    """Return black ink that is no print, on a mark's page, away from black seals' rims."""
    page = mark.evidence.place.page
    return [s for s in document.seen.strokes if s.place.page == page and s.kind != "red"]


# ---- dates
def _date(document: LogicalDocument, mark: Mark, written: Sequence[Box]) -> Mark:
    """Return a blank date as unclear where somebody wrote into it, as surely blank where not.

    A seal's red and the signature above it say nothing of a day.
    """
    box = mark.evidence.place.box
    if mark.state != "absent" or box is None:
        return mark
    room = grown(box, EMPTY_ROUND["date"])
    signed = [b for b in written if not touches(b, grown(box, DAY_ROUND))]
    near = [s for s in _strokes(document, mark) if s.place.box not in signed]
    if any(touches(s.place.box, room) for s in near):
        return dataclasses.replace(mark, state="unclear")
    reds = [s.place.box for s in document.seen.strokes if s.kind == "red" and s.place.box]
    return _absent(mark) if _unmarked(document, mark, [*reds, *signed]) else mark


def surely_undated(document: LogicalDocument) -> bool:
    """Tell whether no day can stand on recognised pages: they were read well and wholly.

    Neither bits of a day were read nor ink that nobody read is on the last page.
    """
    lines = [p for p in walk_paragraphs(document.blocks) if p.text.strip()]
    if not lines or document.seen.flaws or min(p.confidence for p in lines) < WELL_READ:
        return False
    last = max((p.place.page or 0 for p in lines), default=0)
    if any(s.place.page == last and s.kind != "red" for s in document.seen.strokes):
        return False
    at_end = [normalise.key(p.text) for p in lines if p.place.page == last][-LAST_LINES:]
    return not any(_OF_A_DAY.search(text) for text in at_end)


# ---- presence, absence
def _present(mark: Mark, place: Place, confidence: float) -> Mark:
    evidence = dataclasses.replace(mark.evidence, place=place, via="pixels", confidence=confidence)
    return dataclasses.replace(mark, state="present", evidence=evidence)


def _absent(mark: Mark) -> Mark:
    evidence = dataclasses.replace(mark.evidence, via="pixels", confidence=ASSERTED)
    return dataclasses.replace(mark, state="absent", evidence=evidence)


def _well_read(document: LogicalDocument, mark: Mark) -> bool:
    """Tell whether a mark's label and its page were read well, and all strokes on it are told."""
    evidence = mark.evidence
    page, box = evidence.place.page, evidence.place.box
    flawed = any(f.place.page == page for f in document.seen.flaws)
    strokes = [s for s in document.seen.strokes if s.place.page == page]
    sure = evidence.confidence >= WELL_READ and not flawed
    return box is not None and sure and len(strokes) < MOST_STROKES


def _unmarked(document: LogicalDocument, mark: Mark, written: Sequence[Box]) -> bool:
    """Tell whether no ink stands round a label; what is `written` at other places does not count.

    Nor may anything as large as a seal's part stand elsewhere on the page, where a seal is asked,
    nor the page be a copy in pure black and white, which pale seals vanish from.
    """
    page, box = mark.evidence.place.page, mark.evidence.place.box
    if box is None or not _well_read(document, mark):
        return False
    room = grown(box, EMPTY_ROUND[mark.kind])
    strokes = [s.place for s in document.seen.strokes if s.place.box not in written]
    seals = [s.place for s in document.seen.seals if not (s.red and mark.kind == "date")]
    seen = [p for p in [*strokes, *seals] if p.page == page]
    gone = any(p.page == page for p in document.seen.bare)
    large = any(s.place.page == page and _large(s.place.box) for s in document.seen.strokes)
    if mark.kind == "seal" and (gone or large):
        return False
    return not any(touches(p.box, room) for p in seen)


def _large(box: Box | None) -> bool:
    """Tell whether ink may be part of a seal: a name is written longer than it is high."""
    if box is None:
        return False
    wide, high = box.x1 - box.x0, box.bottom - box.top
    return min(wide, high) >= SEAL_PIECE and wide < LONG_AS_NAME * high


def _written(document: LogicalDocument, marks: Sequence[Mark]) -> list[Box]:
    """Return the strokes that are signatures and days: they hide no seal.

    Pieces of a grey seal beside a label are together higher than writing.
    """
    found: list[Box] = []
    for mark in marks:
        box = mark.evidence.place.box
        if mark.kind not in WRITTEN_ROOM or box is None:
            continue
        room = signing_room(box) if mark.kind == "signature" else grown(box, DAY_ROUND)
        near = [
            s.place.box for s in _strokes(document, mark)
            if s.place.box is not None and touches(s.place.box, room)
        ]  # fmt: skip
        if near and around(near).bottom - around(near).top <= WRITTEN_ROOM[mark.kind]:
            found += near
    return found
