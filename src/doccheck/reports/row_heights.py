"""How high a spreadsheet's row must be for its wrapped texts: not every program adjusts it."""

import unicodedata
from collections.abc import Sequence
from math import ceil

LINE = 15.0  # points of a line at 11 points
HIGHEST = 405.0  # points; Excel's own limit is 409
WIDE = 1.9  # widths of a digit that a Chinese character takes
LOST = 1.0  # width of a column that its borders take


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return the height in points for texts in columns of these widths (in digits)."""
    lines = [
        sum(max(1, ceil(_width(line) / max(width - LOST, 1))) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    ]
    return min(HIGHEST, LINE * max(lines, default=1))


def _width(text: str) -> float:
    return sum(WIDE if unicodedata.east_asian_width(c) in "WFA" else 1.0 for c in text)
