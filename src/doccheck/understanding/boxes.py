"""Rectangles on a page, in points from its top left corner: round others, touching others."""

from collections.abc import Sequence

from doccheck.model.places import Box

MM = 72 / 25.4  # points


def around(boxes: Sequence[Box]) -> Box:
    """Return the rectangle round some others; ValueError for none."""
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes),
        max(b.x1 for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip


def grown(box: Box, by: float) -> Box:
    """Return a rectangle made larger on all sides."""
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def touches(one: Box | None, other: Box) -> bool:
    """Tell whether two rectangles have a point in common; False for none at all."""
    if one is None:
        return False
    across = one.x0 < other.x1 and other.x0 < one.x1
    return across and one.top < other.bottom and other.top < one.bottom
