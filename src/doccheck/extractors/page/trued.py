"""Tables that still lean after a page was put straight: their rules made upright and level.

A sheet's corners in a photo are found by its sides, and a shadow may hide one; a page that fills
its picture has none. What is left of the perspective the rules of its tables tell better.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.page.grid import rules_across, rules_down
from doccheck.extractors.page.light import ink
from doccheck.extractors.page.pixels import Image, Matrix

POINTS = 72.0  # an inch
LONG = 100.0  # points: shorter rules do not tell how they lean
THIN = 12.0  # points: what is wider is more than one rule
APART = 0.3  # of the page: rules this far apart tell how the leaning changes between them
LEANS = 0.003  # of their length: rules that lean less are straight enough
MOST = 0.06  # of their length: rules that lean more are none of a page that was put straight

Lean = tuple[float, float]
"""How lines lean at 0 and at the page's other side, as shares of their length."""


def trued(image: Image, dpi: float) -> tuple[Image, Matrix] | None:
    """Return a page warped so that its rules stand upright, and the matrix; None if they do."""
    height, width = image.shape[:2]
    mask = ink(image, dpi)
    unit = dpi / POINTS
    down = _lean(rules_down(mask, dpi), unit, width)
    across = _lean(np.ascontiguousarray(rules_across(mask, dpi).T), unit, height)
    if down is None and across is None:
        return None
    down, across = down or (0.0, 0.0), across or (0.0, 0.0)
    most = max(abs(lean) for lean in (*down, *across))
    if not LEANS <= most <= MOST:
        return None
    matrix = cv2.getPerspectiveTransform(
        _corners(width, height, down, across),
        np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32),
    )
    flat = cv2.warpPerspective(
        image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return flat.astype(np.uint8), matrix.astype(np.float64)


def _lean(rules: Image, unit: float, width: int) -> Lean | None:
    """Return how upright rules lean at the left and right side of a page, None without any."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rules, connectivity=8)
    found: list[tuple[float, float, float]] = []  # where, how it leans, how long
    for i in range(1, count):
        x, y, wide, high = (int(v) for v in stats[i][:4])
        if high < LONG * unit or wide > THIN * unit:
            continue
        rows, columns = np.nonzero(labels[y : y + high, x : x + wide] == i)
        slope, start = np.polyfit(rows, columns, 1)
        found.append((x + float(start + slope * high / 2), float(slope), float(high)))
    if not found:
        return None
    at, lean, length = (np.array(values) for values in zip(*found, strict=True))
    usual = float(np.median(lean))
    return _at_sides(at, lean, length, width) if np.ptp(at) > APART * width else (usual, usual)


def _at_sides(
    at: NDArray[np.float64], lean: NDArray[np.float64], length: NDArray[np.float64], width: int
) -> Lean:
    change, start = np.polyfit(at, lean, 1, w=np.sqrt(length))
    return float(start), float(start + change * width)


def _corners(width: int, height: int, down: Lean, across: Lean) -> NDArray[np.float32]:
    """Return where the corners of the true page lie: top left, top right, bottom right, left."""
    corners = []
    for side, end in ((0, 0), (1, 0), (1, 1), (0, 1)):
        x, y = float(side * width), float(end * height)
        for _ in range(3):  # the sides lean by little: where they cross is found in a few steps
            x, y = (
                side * width + down[side] * (y - height / 2),
                end * height + across[end] * (x - width / 2),
            )
        corners.append((x, y))
    return np.array(corners, np.float32)
