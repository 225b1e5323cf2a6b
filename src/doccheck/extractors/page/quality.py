"""How good a picture of a page is, in words for the user; empty where nothing is wrong."""

import cv2
import numpy as np

from doccheck.extractors.page.light import grey
from doccheck.extractors.page.pixels import Image

POOR_DPI = 110  # under this, small print is 10 pixels high
BLURRED = 45.0  # variance of the Laplacian on inked parts: sharp scans have 300 and more
DARK = 90  # of 255: brightness of the paper
BLANK_SHARE = 0.0002  # of pixels inked: one word in the middle of A4 has twice that


def blank(mask: Image) -> bool:
    """Return whether an ink mask shows next to nothing, the margins left out."""
    height, width = mask.shape
    inner = mask[height // 20 : -height // 20 or None, width // 20 : -width // 20 or None]
    dots = cv2.morphologyEx(inner, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    return int(np.count_nonzero(dots)) < BLANK_SHARE * dots.size


def quality_note(image: Image, dpi: float) -> str:
    """Return what makes a page hard to read, empty where nothing does."""
    shades = grey(image)
    notes = []
    if dpi < POOR_DPI:
        notes.append(f"分辨率偏低（约 {dpi:.0f} dpi）")
    if dark(shades):
        notes.append("画面偏暗")
    if sharpness(shades) < BLURRED:
        notes.append("画面模糊")
    return "、".join(notes)


def dark(shades: Image) -> bool:
    """Return whether a grey picture's paper is dark."""
    return bool(np.percentile(shades, 90) < DARK)


def sharpness(shades: Image) -> float:
    """Return the variance of the Laplacian where there is ink, a high value without any."""
    edges = cv2.Laplacian(shades, cv2.CV_32F)
    inked = cv2.dilate(
        (shades < np.percentile(shades, 90) - 60).astype(np.uint8), np.ones((5, 5), np.uint8)
    )
    if np.count_nonzero(inked) < 500:
        return 10 * BLURRED
    return float(edges[inked > 0].var())
