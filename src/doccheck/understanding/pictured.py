"""Pictures that stand at a place for a seal or signature: over it, beside it, on a line near by."""

import re
from collections.abc import Iterator

from doccheck.model.document import Picture
from doccheck.model.dossier import LogicalDocument, MarkKind
from doccheck.model.places import Place

BLOCKS_AROUND = 3  # a floating seal hangs on a paragraph this near to its place
CELLS_BESIDE = 3  # columns right of a label in which the value's cell begins
REACH = 120.0  # points; a seal is 40 mm wide and pressed beside or over its place
LIKES = {"seal": "seal", "signature": "ink"}
_CELL = re.compile(r"(table\[\d+\]\.cell\[(\d+),)(\d+)\]")


def pictures_at(
    place: Place, document: LogicalDocument, taken: frozenset[str]
) -> Iterator[Picture]:
    """Yield the pictures at a place; what stands at the anchors `taken` is other places'."""
    near = _anchors_near(place, document) - (taken - {place.anchor})
    for picture in document.pictures:
        same = picture.place.anchor == place.anchor != ""
        if same or picture.place.anchor in near or _overlaps(picture, place):
            yield picture


def looks_like(picture: Picture, kind: MarkKind) -> bool:
    """Tell whether a picture's pixels are those of a red seal, or of ink for a signature."""
    return picture.appearance == LIKES.get(kind, "?")


def _anchors_near(place: Place, document: LogicalDocument) -> frozenset[str]:
    """Return the anchors of the lines, or of the cells in its row, around a place."""
    cell = _CELL.fullmatch(place.anchor)
    if cell:
        return frozenset(f"{cell[1]}{int(cell[3]) + step}]" for step in range(1, CELLS_BESIDE + 1))
    anchors = [b.place.anchor for b in document.blocks]
    if not place.anchor or place.anchor not in anchors:
        return frozenset()
    at = anchors.index(place.anchor)
    return frozenset(anchors[max(0, at - BLOCKS_AROUND) : at + BLOCKS_AROUND + 1])


def _overlaps(picture: Picture, place: Place) -> bool:
    """Tell whether a picture on the same page lies over a place or within reach of it."""
    theirs, mine = picture.place.box, place.box
    if theirs is None or mine is None or picture.place.page != place.page:
        return False
    across = theirs.x0 - REACH <= mine.x1 and mine.x0 - REACH <= theirs.x1
    down = theirs.top - REACH / 2 <= mine.bottom and mine.top - REACH / 2 <= theirs.bottom
    return across and down
