"""From the PDF's own coordinates to the page as a reader sees it.

PDF counts from the bottom left, ignores /Rotate and may start anywhere (CropBox); everything
after this module counts from the top-left corner of the page as seen (see `model.places`).
"""

import ctypes
import math
from dataclasses import dataclass

import pypdfium2.raw as pdfium

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

    def columns(
        self, left: list[float], bottom: list[float], right: list[float], top: list[float]
    ) -> tuple[list[float], list[float], list[float], list[float]]:
        """Return rectangles as seen, columns of left, top, right and bottom edges."""
        if self.turns == 0:
            (x0, dx), (y0, dy) = (left, right), (top, bottom)
        elif self.turns == 1:
            (x0, dx), (y0, dy) = (bottom, top), (left, right)
        elif self.turns == 2:
            (x0, dx), (y0, dy) = (right, left), (bottom, top)
        else:
            (x0, dx), (y0, dy) = (top, bottom), (right, left)
        along = {0: self.left, 1: self.bottom, 2: self.right, 3: self.top}[self.turns]
        down = {0: self.top, 1: self.left, 2: self.bottom, 3: self.right}[self.turns]
        across, falling = self.turns in (2, 3), self.turns in (0, 3)
        return (
            [along - v if across else v - along for v in x0],
            [down - v if falling else v - down for v in y0],
            [along - v if across else v - along for v in dx],
            [down - v if falling else v - down for v in dy],
        )

    def angle(self, a: float, b: float) -> int:
        """Return the degrees by which text is turned as seen, in steps of 5.

        `a` and `b` are the first two numbers of its matrix: the way that its base line takes.
        """
        if not b and a > 0 and not self.turns:
            return 0
        along = math.degrees(math.atan2(b, a)) + 90 * self.turns
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
    if outer is IDENTITY:
        return inner
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
