"""Which parts of a line's box its characters stand in: the rest may hold ink that nobody read.

A signature on the line of its label is often found as one line with it, and of its strokes nothing
is read: the line's text ends with the label, its box with the signature.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.ocr.engine import OcrLine

WIDE = 1.3  # of the way to the next character that a full-width one reaches at most
TIGHT = 0.25  # quantile of these ways that is one character's width: blanks make some longer
LEAST_WAYS = 3  # fewer say nothing of a character's width

Part = NDArray[np.float64]
"""Four corners of a rectangle, in pixels: left top, right top, right bottom, left bottom."""


def read_parts(line: OcrLine) -> Iterator[Part]:
    """Yield the parts of a line's quad that hold its characters, from left to right."""
    corners = np.array(line.quad, np.float64)
    for start, end in _shares(line):
        top = corners[1] - corners[0]
        bottom = corners[2] - corners[3]
        yield np.array([
            corners[0] + top * start, corners[0] + top * end,
            corners[3] + bottom * end, corners[3] + bottom * start,
        ])  # fmt: skip


def _shares(line: OcrLine) -> list[tuple[float, float]]:
    """Return where runs of characters begin and end, as shares of a line's length."""
    starts = [s for sign, s in zip(line.text, line.starts, strict=False) if not sign.isspace()]
    ways = [b - a for a, b in pairwise(starts) if b > a]
    if len(line.starts) != len(line.text) or len(ways) < LEAST_WAYS:
        return [(0.0, 1.0)]
    wide = max(WIDE * float(np.quantile(ways, TIGHT)), float(np.median(ways)))
    runs = [(0.0, starts[0] + wide)]
    for start in starts[1:]:
        if start > runs[-1][1]:
            runs.append((start, start + wide))
        else:
            runs[-1] = (runs[-1][0], start + wide)
    return [(start, min(end, 1.0)) for start, end in runs]
