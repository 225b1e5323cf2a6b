"""From the PDF's own coordinates to the page as a reader sees it.

PDF counts from the bottom left, ignores /Rotate and may start anywhere (CropBox); everything
after this module counts from the top-left corner of the page as seen (see `model.places`).
"""

import ctypes
import math
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from doccheck.model.places import Box

Matrix = tuple[float, float, float, float, float, float]
"""PDF matrix a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible rectangle of a page in PDF coordinates, and its clockwise quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Return the width as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Return the height as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as seen, from the top-left corner."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a rectangle as seen."""
        if self.turns == 0:  # the common case, unrolled: it runs once a character
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def angle(self, matrix: Matrix) -> int:
        """Return the degrees by which text under a matrix is turned as seen, in steps of 5."""
        along = math.degrees(math.atan2(matrix[1], matrix[0])) + 90 * self.turns
        return ANGLE_STEP * round(along / ANGLE_STEP) % 360


ANGLE_STEP = 5
"""Degrees: text that leans by less than half of this is still a horizontal line."""


def page_frame(page: object) -> Frame:
    """Return the frame of a loaded pdfium page."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
    turns = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
    return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)


def object_matrix(handle: object) -> Matrix:
    """Return the matrix of a page object, the identity where it has none."""
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(raw)):
        return IDENTITY
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def combined(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return a point moved by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
