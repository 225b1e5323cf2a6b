"""Straight pages: the page cut out of a photo, skew turned back."""

import cv2
import numpy as np

from doccheck.extractors.page.light import grey
from doccheck.extractors.page.pixels import Image, Matrix

SMALL = 700  # pixels of the longer side that skew and page corners are looked for at
MOST_SKEW = 6.0  # degrees: what a careless feed makes; more is a photo held aslant
COARSE, FINE = 0.5, 0.1  # degrees of the two searches
LEAST_SKEW = 0.15  # degrees: less moves no line into another


def skew_angle(image: Image) -> float:
    """Return by how many degrees (counter-clockwise) the lines of a page must be turned.

    Lines are level where the ink of rows differs most from row to row.
    """
    mask = small_ink(image)
    best = 0.0
    for step, reach in ((COARSE, MOST_SKEW), (FINE, COARSE)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda a: (_levelness(mask, a), -abs(a))))
    return best if abs(best) >= LEAST_SKEW else 0.0


def small_ink(image: Image) -> Image:
    """Return a small mask of a page's ink without its outer margin."""
    shades = grey(image)
    scale = min(1.0, SMALL / max(shades.shape))
    small = cv2.resize(shades, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    mask = cv2.adaptiveThreshold(
        small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12
    )
    rim = max(1, max(mask.shape) // 40)
    mask[:rim], mask[-rim:], mask[:, :rim], mask[:, -rim:] = 0, 0, 0, 0
    return mask.astype(np.uint8)


def _levelness(mask: Image, angle: float) -> float:
    height, width = mask.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(mask, turn, (width, height), flags=cv2.INTER_NEAREST)
    rows = turned.sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def turned_back(image: Image, angle: float) -> tuple[Image, Matrix]:
    """Return a picture turned by an angle about its middle, and the matrix that did it."""
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    straight = cv2.warpAffine(
        image, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return straight.astype(np.uint8), np.vstack([turn, [0.0, 0.0, 1.0]])


def quarter_turned(image: Image, turns: int) -> Image:
    """Return a picture turned clockwise by quarter turns."""
    return np.ascontiguousarray(np.rot90(image, -turns)) if turns % 4 else image
