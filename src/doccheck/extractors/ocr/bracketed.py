"""Ticks in brackets: engines read （√） as empty brackets, and （√ of those as another letter."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.ocr.engine import OcrLine, edges
from doccheck.extractors.page.pixels import Image

TALL = 0.65  # of the size: how far the ink of a bracket's columns reaches from top to foot
NARROW = 0.4  # of the size: the width of a bracket's ink at most
APART = (0.35, 1.9)  # of the size: white between two brackets
NEAR = 0.9  # of the size: how exactly an engine tells where a bracket stands
MIDDLE = (0.25, 0.85)  # of the brackets' height: the part in which 【 has no hooks
INKED = 0.3  # of the columns between brackets that have ink where something is ticked
_PAIR = re.compile(r"[（(【\[][ 　]*[√✓✔]?[ 　]*[）)】\]]")


def with_ticks_in_brackets(line: OcrLine, mask: Image, size: float) -> OcrLine:
    """Return a line with √ in those of its brackets that hold a tick or nothing but ink."""
    if not line.starts:
        return line
    text, starts, sure = line.text, list(line.starts), list(line.sureness)
    left, top, right, bottom = edges(line.quad)
    for pair in reversed(list(_PAIR.finditer(text))):
        at = left + starts[pair.start()] * (right - left)
        part = mask[int(top) : int(bottom) + 1, max(0, int(at - NEAR * size)) :]
        if _ticked(part[:, : int(4.5 * size)] > 0, size):
            a, b = pair.start() + 1, pair.end() - 1
            text = f"{text[:a]}√{text[b:]}"
            starts[a:b] = [starts[a]]
            sure[a:b] = [1.0]
    return replace(line, text=text, starts=tuple(starts), sureness=tuple(sure))


def _ticked(part: NDArray[np.bool_], size: float) -> bool:
    """Return whether there is ink between the brackets nearest to where they are read."""
    pairs = [
        (abs(left - NEAR * size), end, start)
        for (left, end), (start, _) in pairwise(_brackets(part, size))
        if APART[0] * size <= start - end <= APART[1] * size
    ]
    if not pairs:
        return False
    _, end, start = min(pairs)
    rows = np.flatnonzero(part[:, end - 1 : start + 1].any(axis=1))
    high = rows[-1] - rows[0] + 1
    upper, lower = (int(rows[0] + share * high) for share in MIDDLE)
    inside = part[upper:lower, end:start]
    return float(inside.any(axis=0).mean()) >= INKED


def _brackets(part: NDArray[np.bool_], size: float) -> Iterator[tuple[int, int]]:
    """Yield first and last column of narrow ink that reaches from a line's top to its foot."""
    height = part.shape[0]
    first = np.where(part.any(axis=0), part.argmax(axis=0), height)
    last = np.where(part.any(axis=0), height - 1 - part[::-1].argmax(axis=0), -1)
    tall = np.concatenate([[False], last - first >= TALL * size, [False]])
    steps = np.flatnonzero(tall[1:] != tall[:-1])
    for start, end in zip(steps[::2], steps[1::2], strict=True):
        if end - start <= NARROW * size:
            yield int(start), int(end)
