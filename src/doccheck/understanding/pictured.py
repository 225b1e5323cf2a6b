"""Pictures that stand at a place for a seal or signature: over it, beside it, on a line near by."""

import re
from collections.abc import Iterator

from doccheck.model.document import Picture, walk_tables
from doccheck.model.dossier import LogicalDocument, MarkKind
from doccheck.model.places import Box, Place

BLOCKS_AROUND = 3  # a floating seal hangs on a paragraph this near to its place
CELLS_BESIDE = 3  # columns right of a label in which the value's cell begins
SQUARES_ABOVE = 8  # rows of 5 mm that a seal of 40 mm pressed on a line begins above it
REACH = 120.0  # points; a seal is 40 mm wide and pressed beside or over its place
LIKES = {"seal": "seal", "signature": "ink"}
_CELL = re.compile(r"(table\[\d+\]\.cell\[(\d+),)(\d+)\]")
_SQUARE = re.compile(r"(sheet\[.*\]\.cell\[)(\d+),(\d+)\]", re.DOTALL)


def pictures_at(
    place: Place, document: LogicalDocument, taken: frozenset[str]
) -> Iterator[Picture]:
    """Yield the pictures at a place; what stands at the anchors `taken` is other places'."""
    near = _anchors_near(place, document) - (taken - {place.anchor})
    value = _value_beside(place, document)
    for picture in document.pictures:
        same = picture.place.anchor == place.anchor != ""
        pressed_on = _overlaps(picture, place) or (value and _lies_on(picture, value))
        if same or picture.place.anchor in near or pressed_on:
            yield picture


def looks_like(picture: Picture, kind: MarkKind) -> bool:
    """Tell whether a picture's pixels are those of a red seal, or of ink for a signature."""
    return picture.appearance == LIKES.get(kind, "?")


def _anchors_near(place: Place, document: LogicalDocument) -> frozenset[str]:
    """Return the anchors of the lines, or of the cells in its row, around a place.

    On a sheet a seal hangs on the square under its top-left corner: that is one above the place.
    """
    square = _SQUARE.fullmatch(place.anchor)
    if square:
        row, column = int(square[2]), int(square[3])
        return frozenset(
            f"{square[1]}{r},{c}]"
            for r in range(row - SQUARES_ABOVE, row + 2)
            for c in range(column - CELLS_BESIDE, column + CELLS_BESIDE + 1)
        )
    cell = _CELL.fullmatch(place.anchor)
    if cell:
        return frozenset(f"{cell[1]}{int(cell[3]) + step}]" for step in range(1, CELLS_BESIDE + 1))
    anchors = [b.place.anchor for b in document.blocks]
    if not place.anchor or place.anchor not in anchors:
        return frozenset()
    at = anchors.index(place.anchor)
    return frozenset(anchors[max(0, at - BLOCKS_AROUND) : at + BLOCKS_AROUND + 1])


def _value_beside(place: Place, document: LogicalDocument) -> Place | None:
    """Return the place of the cell right of a printed label's: its value's, however wide."""
    if place.box is None:
        return None
    found = [
        table.at(cell.row, cell.col + cell.col_span)
        for table in walk_tables(document.blocks)
        for cell in table.cells
        if cell.place.page == place.page
        and cell.place.box is not None
        and _holds(cell.place.box, place.box)
    ]
    innermost = found[-1] if found else None
    return innermost.place if innermost else None


def _holds(outer: Box, inner: Box) -> bool:
    across, down = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= across <= outer.x1 and outer.top <= down <= outer.bottom


def _lies_on(picture: Picture, cell: Place) -> bool:
    """Tell whether a picture lies on a cell of the same page."""
    theirs, mine = picture.place.box, cell.box
    if theirs is None or mine is None or picture.place.page != cell.page:
        return False
    across = theirs.x0 < mine.x1 and mine.x0 < theirs.x1
    return across and theirs.top < mine.bottom and mine.top < theirs.bottom


def _overlaps(picture: Picture, place: Place) -> bool:
    """Tell whether a picture on the same page lies over a place or within reach of it."""
    theirs, mine = picture.place.box, place.box
    if theirs is None or mine is None or picture.place.page != place.page:
        return False
    across = theirs.x0 - REACH <= mine.x1 and mine.x0 - REACH <= theirs.x1
    down = theirs.top - REACH / 2 <= mine.bottom and mine.top - REACH / 2 <= theirs.bottom
    return across and down
