"""What stands at the places for marks on recognised pages: seals, writing by hand, or nothing.

A seal belongs to the nearest place that asks for one. A place is called empty only where its page
was read well and no ink of any kind that is not print stands anywhere near it; whatever lies
between is left unclear, for a person.
"""

import dataclasses
import math
from collections.abc import Iterable, Sequence

from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import LogicalDocument, Mark
from doccheck.model.places import ASSERTED, Box, Place
from doccheck.model.seen import MOST_STROKES, Seal, Stroke
from doccheck.text import names, normalise

MM = 72 / 25.4  # points
RIGHT, LEFT, UPDOWN = 80 * MM, 42 * MM, 24 * MM
"""How far from its label a seal may stand: pressed on the name or blank to the right of it."""

EMPTY_ROUND = {"seal": 60 * MM, "signature": 32 * MM, "date": 10 * MM}
"""How far round a label nothing may stand for its place to be called empty."""

SIGNED_RIGHT, SIGNED_ABOVE, SIGNED_BELOW = 85 * MM, 9 * MM, 6 * MM
"""Where a signature stands: right of its label, a little above or below the line."""

SIGNING_ROOM = 20 * MM  # right of a label: less is too narrow for a name
WRITTEN_WIDE, WRITTEN_HIGH = 9 * MM, 4 * MM  # a name written by hand is at least this large
NAME_SIGNED = 0.96  # strokes of a name's size where a name is asked for
MAYBE_SIGNED = 0.8  # less than that, or words that may be print
WELL_READ = 0.9  # confidence of a label from which its page was read well
NAME_LONG = 4  # characters of a person's name that may have been read as print


def looked_at_scan(document: LogicalDocument, marks: Sequence[Mark]) -> list[Mark]:
    """Return the places, those on recognised pages with what was seen there."""
    seals = _nearest(document.seen.seals, marks)
    return [
        _seen(document, mark, seals.get(n, ())) if on_scan(mark) else mark
        for n, mark in enumerate(marks)
    ]


def on_scan(mark: Mark) -> bool:
    """Tell whether a place was read from the picture of a page."""
    return mark.evidence.place.box is not None and mark.evidence.confidence < 1.0


def _seen(document: LogicalDocument, mark: Mark, seals: Sequence[Seal]) -> Mark:
    if mark.kind == "date":
        return _date(document, mark)
    if mark.state == "present":
        return mark
    if mark.kind == "seal":
        best = max(seals, key=lambda s: s.confidence, default=None)
        if best is not None:
            there = _present(mark, best.place, best.confidence)
            return dataclasses.replace(there, seals=tuple(seals))
        return _absent(mark) if not document.seen.seals and _empty(document, mark) else mark
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
    room = Box(box.x0, box.top - SIGNED_ABOVE, box.x1 + SIGNED_RIGHT, box.bottom + SIGNED_BELOW)
    strokes = [s for s in _strokes(document, mark) if _touches(s.place.box, room)]
    named = [s for s in strokes if s.kind == "hand" or _name_sized(s.place.box)]
    if named:
        return _present(mark, named[0].place, NAME_SIGNED)
    if strokes:
        return _present(mark, strokes[0].place, MAYBE_SIGNED)
    if _names_someone(mark.label):
        return _present(mark, mark.evidence.place, MAYBE_SIGNED)
    return _absent(mark) if _empty(document, mark) and not _name_near(document, mark) else mark


def _strokes(document: LogicalDocument, mark: Mark) -> list[Stroke]:
    """Return black ink that is no print, on a mark's page, away from black seals' rims."""
    page = mark.evidence.place.page
    return [s for s in document.seen.strokes if s.place.page == page and s.kind != "red"]


def _name_sized(box: Box | None) -> bool:
    return (
        box is not None
        and box.x1 - box.x0 >= WRITTEN_WIDE
        and WRITTEN_HIGH <= box.bottom - box.top <= 8 * WRITTEN_HIGH
    )


def _names_someone(label: str) -> bool:
    """Tell whether words follow a label that may be a name, printed or written neatly."""
    return bool(normalise.key(label.replace("：", ":").rpartition(":")[2]))


def _name_near(document: LogicalDocument, mark: Mark) -> bool:
    """Tell whether a short line that may be a name stands near a label."""
    box = mark.evidence.place.box
    assert box is not None
    room = _grown(box, EMPTY_ROUND["signature"])
    return any(
        len(normalise.key(text)) <= NAME_LONG and names.person_name(text)
        for place, text in _lines(document)
        if place.page == mark.evidence.place.page and _touches(place.box, room)
    )


def _lines(document: LogicalDocument) -> Iterable[tuple[Place, str]]:

    return ((p.place, p.text) for p in walk_paragraphs(document.blocks))


# ---- dates
def _date(document: LogicalDocument, mark: Mark) -> Mark:
    """Return a blank date as unclear where somebody wrote into it, as surely blank where not."""
    box = mark.evidence.place.box
    if mark.state != "absent" or box is None:
        return mark
    room = _grown(box, EMPTY_ROUND["date"])
    if any(_touches(s.place.box, room) for s in _strokes(document, mark)):
        return dataclasses.replace(mark, state="unclear")
    return _absent(mark) if _empty(document, mark) else mark


# ---- presence, absence
def _present(mark: Mark, place: Place, confidence: float) -> Mark:
    evidence = dataclasses.replace(mark.evidence, place=place, via="pixels", confidence=confidence)
    return dataclasses.replace(mark, state="present", evidence=evidence)


def _absent(mark: Mark) -> Mark:
    evidence = dataclasses.replace(mark.evidence, via="pixels", confidence=ASSERTED)
    return dataclasses.replace(mark, state="absent", evidence=evidence)


def _empty(document: LogicalDocument, mark: Mark) -> bool:
    """Tell whether a page was read well and nothing but print stands round a label on it."""
    evidence = mark.evidence
    page, box = evidence.place.page, evidence.place.box
    flawed = any(f.place.page == page for f in document.seen.flaws)
    strokes = [s for s in document.seen.strokes if s.place.page == page]
    if box is None or evidence.confidence < WELL_READ or flawed or len(strokes) >= MOST_STROKES:
        return False
    rooms = [_grown(box, EMPTY_ROUND[mark.kind])]
    if mark.kind == "signature" and _is_flush_right(document, mark.evidence.place):
        rooms.append(Box(0.0, box.top - SIGNED_ABOVE, box.x1, box.bottom + SIGNED_BELOW))
    seen = [s.place for s in strokes] + [s.place for s in document.seen.seals]
    return not any(p.page == page and _touches(p.box, room) for p in seen for room in rooms)


def _is_flush_right(document: LogicalDocument, label: Place) -> bool:
    """Tell whether a label leaves no room to sign on its right: then one signs on its left."""
    assert label.box is not None
    ends = [p.box.x1 for p, _ in _lines(document) if p.page == label.page and p.box is not None]
    return label.box.x1 > max(ends, default=0.0) - SIGNING_ROOM


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _touches(one: Box | None, other: Box) -> bool:
    if one is None:
        return False
    across = one.x0 < other.x1 and other.x0 < one.x1
    return across and one.top < other.bottom and other.top < one.bottom
