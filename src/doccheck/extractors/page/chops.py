"""Square chops of names (法人章) on pages without colour: a frame that is no table's cell."""

from itertools import combinations

import cv2
import numpy as np

from doccheck.extractors.page.pixels import Image

LEAST_MM, MOST_MM = 13.0, 25.0  # a chop's side: 16–22 mm; copies shrink
UPRIGHT_MM = 10.0  # length of a frame's side that survives wear
EVEN_MM = 2.5  # by how much two sides of one frame may differ
SQUARE_MM = 4.0  # by how much its height and width may

Rect = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def find_chops(mask: Image, dpi: float) -> list[Rect]:
    """Return the frames of chops in a mask of ink with its rules: pairs of upright sides."""
    unit = dpi / 25.4
    kernel = np.ones((max(3, round(UPRIGHT_MM * unit)), 1), np.uint8)
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 1), np.uint8))
    upright = cv2.dilate(cv2.morphologyEx(joined, cv2.MORPH_OPEN, kernel), np.ones((1, 3)))
    _, _, stats, _ = cv2.connectedComponentsWithStats(upright.astype(np.uint8), connectivity=8)
    sides = [
        (int(x), int(y), int(w), int(h)) for x, y, w, h, _ in stats[1:]
        if LEAST_MM * unit * 0.8 <= h <= MOST_MM * unit and w < EVEN_MM * unit
    ]  # fmt: skip
    pairs = combinations(sorted(sides), 2)
    return [_round(one, other) for one, other in pairs if _frame(one, other, unit)]


def _frame(one: Rect, other: Rect, unit: float) -> bool:
    """Tell whether two upright strokes (left, top, width, height) are the sides of one frame."""
    (x0, y0, _, h0), (x1, y1, w1, h1) = one, other
    wide, high = (x1 + w1 - x0) / unit, max(h0, h1) / unit
    even = abs(y0 - y1) <= EVEN_MM * unit and abs(y0 + h0 - y1 - h1) <= EVEN_MM * unit
    return even and LEAST_MM <= wide <= MOST_MM and abs(wide - high) <= SQUARE_MM


def _round(one: Rect, other: Rect) -> Rect:
    (x0, y0, _, h0), (x1, y1, w1, h1) = one, other
    return x0, min(y0, y1), x1 + w1, max(y0 + h0, y1 + h1)
