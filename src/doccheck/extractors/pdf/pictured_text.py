"""A page under a picture that shows more print than its text layer holds: a scan with a stamp.

A scanner's mark, a typed note or a page number over a scan is visible text, and not the page's.
"""

import ctypes

import cv2
import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from doccheck.extractors.pdf.characters import Characters
from doccheck.extractors.pdf.frame import Frame

DPI = 100  # small print is 8 pixels high: enough to tell letters, not to read them
LONGEST = 2500  # pixels of the longer side: a poster is looked at more coarsely
POINTS = 72.0  # an inch
LETTER_LEAST, LETTER_MOST = 4, 24  # pixels: sides of a printed letter at that resolution
DARKER = 70  # of 255: print against its paper
LETTERS = 120  # pieces of print outside the text layer: five lines; an emblem has fewer
SHARE = 0.5  # of the characters in the text layer: more print than that stands outside it


def shows_more(page: object, characters: Characters, frame: Frame) -> bool:
    """Tell whether the drawn page has much print where its text layer has none."""
    scale = min(DPI / POINTS, LONGEST / max(frame.width, frame.height, 1.0))
    shades = drawn_page(page, frame, scale)
    boxes = zip(characters.x0, characters.top, characters.x1, characters.bottom, strict=True)
    for x0, top, x1, bottom in boxes:
        above, left = max(0, int(top * scale) - 2), max(0, int(x0 * scale) - 1)
        shades[above : int(bottom * scale) + 3, left : int(x1 * scale) + 2] = 255
    paper = cv2.medianBlur(cv2.dilate(shades, np.ones((9, 9), np.uint8)), 21)
    dark = (cv2.subtract(paper, shades) > DARKER).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    sides = stats[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    letters = int(((sides >= LETTER_LEAST) & (sides <= LETTER_MOST)).all(axis=1).sum())
    return letters > max(LETTERS, SHARE * len(characters))


def drawn_page(page: object, frame: Frame, scale: float) -> NDArray[np.uint8]:
    """Return the page as drawn, in grey."""
    width, height = (max(1, int(side * scale)) for side in (frame.width, frame.height))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = np.frombuffer(data, np.uint8).reshape(height, stride)
    return np.array(rows[:, :width])
