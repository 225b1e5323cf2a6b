"""Which text of a Word file lies under a floating picture or shape, or off the page.

A Word file has no pages until it is laid out, so that only what is beyond doubt is told: a
text box that something in front of it holds entirely; lines that a picture hung on their own
paragraph, or on one just before it, reaches past by every measure. It is always for a person.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml import etree

from doccheck.extractors.word.floats import FAR, Float, Sheet
from doccheck.extractors.word.visibility import Unseen

OPEN_LINES = 3.0  # times the letters' size: the height of a line at double spacing and more
SLACK = 2.0  # points by which a cover may fall short: the empty rim of letters and boxes

COVERED = Unseen("covered", False)
OFF_PAGE = Unseen("outside", False)

_OF_TEXT = frozenset(("column", "margin"))
_OF_LINES = frozenset(("paragraph", "line"))

Opaque = Callable[[str], bool]
"""Tells whether the picture with a relation id is one that nothing is seen through."""


class Lines(NamedTuple):
    """A paragraph's text as far as its place on the page can be told, in points.

    Attributes:
        characters: how many. size: of the largest letters.
        left: where the first line begins in its column.
        to_the_left: its lines begin there, not in the middle or at the right.
        exact: height of a line, 0 where it fits its letters.
    """

    characters: int
    size: float
    left: float
    to_the_left: bool
    exact: float = 0.0


class Covering:
    """Follows the covers that hang on a story's paragraphs, down the paragraphs after them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lying: list[tuple[Float, float]] = []  # cover, height of it that is left

    @property
    def _column(self) -> float:
        return self._sheet.column or FAR

    def stop(self) -> None:
        """Forget what lies: a page ends, or something follows whose height is not known."""
        self._lying = []

    def unseen_lines(self, lines: Lines, floats: Sequence[Float], opaque: Opaque) -> Unseen | None:
        """Return why a paragraph's lines are not seen, None where they are or may be.

        `floats` hang on it.
        """
        if lines.characters and lines.left < -self._sheet.width:
            return OFF_PAGE
        if self._sheet.column is None:
            return None
        covers = [f for f in floats if f.above and (f.filled or (f.picture and opaque(f.picture)))]
        fresh = [(cover, self._reach(cover)) for cover in covers]
        lying = [(cover, reach) for cover, reach in (*self._lying, *fresh) if reach > 0]
        height = self._height(lines)
        hit = any(height <= reach + SLACK and self._spans(cover, lines) for cover, reach in lying)
        self._lying = [(c, reach - height) for c, reach in lying if c.down in _OF_LINES]
        return COVERED if hit and lines.characters else None

    def unseen_boxes(
        self, floats: Sequence[Float], opaque: Opaque
    ) -> list[tuple[etree._Element, Unseen]]:
        """Return the text boxes of a paragraph that are not seen, and why."""
        found = []
        for each in floats:
            if each.box is None:
                continue
            if self._is_off(each):
                found.append((each.box, OFF_PAGE))
            elif any(_hides(f, each) and (f.filled or opaque(f.picture)) for f in floats):
                found.append((each.box, COVERED))
        return found

    def _reach(self, cover: Float) -> float:
        """Return how far down from its paragraph's top a cover surely reaches, 0 for nowhere."""
        if cover.y is None or cover.y > SLACK:
            return 0.0
        if cover.down in _OF_LINES:
            return cover.y + cover.height
        whole = cover.down == "page" and cover.y + cover.height >= self._sheet.height - SLACK
        return math.inf if whole else 0.0

    def _spans(self, cover: Float, lines: Lines) -> bool:
        """Return whether a cover is as broad as the lines, wherever they stand in the column."""
        x = cover.x
        if x is not None and cover.across == "page" and self._sheet.left is not None:
            x -= self._sheet.left
        elif cover.across not in _OF_TEXT:
            return False
        if x is None:
            return False
        first, last = min(0.0, lines.left), self._column
        if lines.to_the_left and self._rows(lines) == 1:
            first, last = lines.left, lines.left + lines.characters * lines.size
        return x <= first + SLACK and x + cover.width >= last - SLACK

    def _rows(self, lines: Lines) -> int:
        width = lines.left + lines.characters * lines.size
        return max(1, math.ceil(width / self._column))

    def _height(self, lines: Lines) -> float:
        """Return the height that lines take at most."""
        rows = self._rows(lines)
        return (rows + (rows > 1)) * (lines.exact or OPEN_LINES * lines.size)

    def _is_off(self, box: Float) -> bool:
        """Return whether a text box lies off the page, wherever what it is placed by may be."""
        ends = (
            (box.x, box.width, self._sheet.width, box.across),
            (box.y, box.height, self._sheet.height, box.down),
        )
        for at, length, side, placed_by in ends:
            least = 0.0 if placed_by == "page" else -side
            if at is not None and (at >= side or at + length <= least):
                return True
        return False


def _hides(front: Float, box: Float) -> bool:
    """Return whether one drawing lies in front of all of another, placed by the same things."""
    if front is box or front.order <= box.order or not front.above:
        return False
    if not (front.filled or front.picture):
        return False
    if (front.across, front.down) != (box.across, box.down):
        return False
    if front.x is None or front.y is None or box.x is None or box.y is None:
        return False
    across = front.x <= box.x + SLACK and front.x + front.width >= box.x + box.width - SLACK
    down = front.y <= box.y + SLACK and front.y + front.height >= box.y + box.height - SLACK
    return across and down
