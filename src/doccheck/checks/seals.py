"""SIG01, SIG02: whether a seal or signature stands where the form asks for it.

A digital file alone proves no absence: the paper may bear what the file does not. Only a place
that was seen empty on a scan (`absent`) fails; a picture that nobody has read is for a person.
"""

import dataclasses
import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import NotFoundError, View, unchecked
from doccheck.model.document import Picture
from doccheck.model.dossier import LogicalDocument, Mark
from doccheck.model.places import CERTAIN, Place
from doccheck.model.program import Who
from doccheck.model.result import Outcome

Sort = Literal["seal", "signature"]

BLOCKS_AROUND = 3  # a floating seal hangs on a paragraph this near to its place
CELLS_BESIDE = 3  # columns right of a label in which the value's cell begins
_CELL = re.compile(r"(table\[\d+\]\.cell\[(\d+),)(\d+)\]")
REACH = 120.0  # points; a seal is 40 mm wide and pressed beside or over its place
NAMES = {"seal": "盖章", "signature": "签字"}
BEST_FIRST = ("present", "unclear", "absent")


class Marked(Params):
    """SIG01, SIG02. The documents to be marked, whose mark it is, which sorts will do."""

    documents: tuple[str, ...] = Field(min_length=1)
    whose: Who = "enterprise"
    any_of: tuple[Sort, ...] = ()


@check("SIG01", Marked)
def seal_present(view: View, params: Marked) -> Iterator[Outcome]:
    """Answer for each document whether the seal, or what may stand for it, is there."""
    yield from _each(view, params, "SIG01", params.any_of or ("seal",))


@check("SIG02", Marked)
def signature_present(view: View, params: Marked) -> Iterator[Outcome]:
    """Answer for each document whether the signature, or what may stand for it, is there."""
    yield from _each(view, params, "SIG02", params.any_of or ("signature",))


def _each(view: View, params: Marked, rule: str, sorts: tuple[Sort, ...]) -> Iterator[Outcome]:
    for key in params.documents:
        try:
            yield _marked(view, key, params.whose, rule, sorts)
        except NotFoundError as missing:  # the other documents are looked at all the same
            yield unchecked(missing)


def _marked(view: View, key: str, whose: Who, rule: str, sorts: tuple[Sort, ...]) -> Outcome:
    copies = {d.id: d for d in view.filled_in(key)}
    title = view.program.document(key).title
    places = [
        m
        for sort in sorts
        for m in view.marks(key, sort)
        if m.document in copies and m.who == whose
    ]
    values = {
        "document": title,
        "mark": "或".join(NAMES[s] for s in sorts),
        "file": "、".join(dict.fromkeys(d.file for d in copies.values())),
        "pictures": str(sum(len(d.pictures) for d in copies.values())),
    }
    search = view.search(tuple(copies.values()))
    if not places:
        evidence = tuple(view.cite(d) for d in copies.values())
        return Outcome("review", f"{rule}.no_place", title, values, key, evidence, search)
    best = min(places, key=lambda m: BEST_FIRST.index(m.state))
    taken = frozenset(m.evidence.place.anchor for m in view.dossier.marks if m.document in copies)
    status, words = _judge(best, places, copies, taken)
    if words == "absent":  # seen in the picture of the page: no character's reading bears on it
        search = dataclasses.replace(search, by_ocr=False)
    evidence = tuple(m.evidence for m in ([best] if best.state == "present" else places))
    floor = 0.0 if status == "review" else CERTAIN
    return Outcome(
        status, f"{rule}.{words}", title, values, key, evidence, search, floor=floor
    )  # fmt: skip


def _judge(
    best: Mark, places: list[Mark], copies: dict[str, LogicalDocument], taken: frozenset[str]
) -> tuple[Literal["pass", "fail", "review"], str]:
    """Tell what the likeliest of the places says of the document."""
    if best.state == "present":
        return ("pass", "there") if best.evidence.certain else ("review", "pictured")
    if any(beside(m.evidence.place, copies[m.document], taken) for m in places):
        return "review", "pictured"
    if best.state == "absent" and all(copies[m.document].text_source != "native" for m in places):
        return "fail", "absent"
    held = any(copies[m.document].pictures for m in places)
    return "review", "elsewhere" if held else "unclear"


def beside(place: Place, document: LogicalDocument, taken: frozenset[str] = frozenset()) -> bool:
    """Tell whether a picture stands at a place: over it, in the next cell, on a line near by.

    `taken` are anchors of other places for marks: what stands there is theirs.
    """
    near = _anchors_near(place, document) - (taken - {place.anchor})
    return any(
        _overlaps(p, place) or p.place.anchor == place.anchor != "" or (p.place.anchor in near)
        for p in document.pictures
    )


def _anchors_near(place: Place, document: LogicalDocument) -> frozenset[str]:
    """Return the anchors of the lines, or of the cells in its row, around a place."""
    cell = _CELL.fullmatch(place.anchor)
    if cell:
        return frozenset(f"{cell[1]}{int(cell[3]) + step}]" for step in range(1, CELLS_BESIDE + 1))
    anchors = [b.place.anchor for b in document.blocks]
    at = anchors.index(place.anchor) if place.anchor in anchors else None
    if at is None:
        return frozenset()
    return frozenset(anchors[max(0, at - BLOCKS_AROUND) : at + BLOCKS_AROUND + 1])


def _overlaps(picture: Picture, place: Place) -> bool:
    """Tell whether a picture on the same page lies over a place or within reach of it."""
    theirs, mine = picture.place.box, place.box
    if theirs is None or mine is None or picture.place.page != place.page:
        return False
    across = theirs.x0 - REACH <= mine.x1 and mine.x0 - REACH <= theirs.x1
    down = theirs.top - REACH / 2 <= mine.bottom and mine.top - REACH / 2 <= theirs.bottom
    return across and down
