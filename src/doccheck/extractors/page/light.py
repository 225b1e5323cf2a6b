"""Light and ink: even paper, ink as a mask."""

import cv2
import numpy as np

from doccheck.extractors.page.pixels import Image

PAPER_CELLS = 96
"""Pixels of the longer side of the small picture that the paper's brightness is taken from."""


def grey(image: Image) -> Image:
    """Return a picture in shades of grey."""
    if image.ndim == 2:
        return image
    return cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.uint8)


def evened(image: Image) -> Image:
    """Return a picture with shadows taken out: each channel divided by the paper's brightness."""
    if image.ndim == 2:
        return _evened_channel(image)
    return np.dstack([_evened_channel(image[:, :, i]) for i in range(3)])


def _evened_channel(channel: Image) -> Image:
    height, width = channel.shape
    scale = PAPER_CELLS / max(height, width)
    dark_free = cv2.dilate(channel, np.ones((9, 9), np.uint8))
    small = cv2.resize(
        dark_free, (max(1, int(width * scale)), max(1, int(height * scale))),
        interpolation=cv2.INTER_AREA,
    )  # fmt: skip
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((3, 3), np.uint8)), (0, 0), 1.5)
    full = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(channel, np.maximum(full, 1), scale=245).astype(np.uint8)


def ink(image: Image, dpi: float) -> Image:
    """Return a mask, 255 where there is ink: darker than the paper round it."""
    window = int(dpi / 6) | 1  # a sixth of an inch: a character and the paper round it
    return cv2.adaptiveThreshold(
        grey(image), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 18
    ).astype(np.uint8)


def without(mask: Image, other: Image) -> Image:
    """Return an ink mask without another one and what touches it."""
    grown = cv2.dilate(other, np.ones((3, 3), np.uint8))
    return cv2.bitwise_and(mask, cv2.bitwise_not(grown)).astype(np.uint8)


PURE_WHITE, PURE_BLACK = 250, 14  # of 255: with the noise that JPEG adds
PURE_SHARES = (0.99, 0.75)  # of paper that is pure white, of ink that is pure black


def pure_black_and_white(image: Image) -> bool:
    """Tell whether a picture has next to no shades: a copier's, or a scan with all paled out."""
    shades = grey(image)[::2, ::2]
    paper, print_ = shades[shades > 200], shades[shades < 60]
    if paper.size == 0 or print_.size == 0:
        return False
    white = np.count_nonzero(paper >= PURE_WHITE) / paper.size
    black = np.count_nonzero(print_ <= PURE_BLACK) / print_.size
    return bool(white >= PURE_SHARES[0] and black >= PURE_SHARES[1])


def ink_box(mask: Image, x0: float, top: float, x1: float, bottom: float) -> (
    tuple[float, float, float, float] | None
):  # fmt: skip
    """Return the tight rectangle of the ink in a region, None where there is none."""
    left, upper = max(0, int(x0)), max(0, int(top))
    part = mask[upper : int(bottom) + 1, left : int(x1) + 1]
    if not part.size:
        return None
    columns = np.flatnonzero(np.count_nonzero(part, axis=0) >= 1)
    rows = np.flatnonzero(np.count_nonzero(part, axis=1) >= 2)
    if not len(columns) or not len(rows):
        return None
    return (
        float(left + columns[0]), float(upper + rows[0]),
        float(left + columns[-1] + 1), float(upper + rows[-1] + 1),
    )  # fmt: skip
