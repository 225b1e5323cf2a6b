"""Rules drawn on a PDF page: the lines that make its tables."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.frame import Frame, Matrix, applied, combined, object_matrix

RULE_THICKNESS = 3.0  # points: a filled rectangle no thicker than this is a rule
STRAIGHT = 1.0  # points by which a drawn line may lean and still be a rule


class Edge(NamedTuple):
    """A horizontal or vertical rule, in points as seen."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Return whether it runs across the page."""
        return self.x1 - self.x0 >= self.bottom - self.top


def path_edges(handle: object, outer: Matrix, frame: Frame) -> Iterator[Edge]:
    """Yield the rules that a path draws: straight strokes, and filled rectangles as thin."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
    if not (fill.value or stroke.value):
        return
    matrix = combined(object_matrix(handle), outer)
    for points in _subpaths(handle):
        seen = [frame.point(*applied(matrix, x, y)) for x, y in points]
        yield from _stroked_edges(seen) if stroke.value else _filled_edges(seen)


def _subpaths(handle: object) -> Iterator[list[tuple[float, float]]]:
    """Yield each straight-lined piece of a path as its corner points; curves cut a piece."""
    x, y = ctypes.c_float(), ctypes.c_float()
    px, py = ctypes.byref(x), ctypes.byref(y)
    points: list[tuple[float, float]] = []
    for i in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, i)
        pdfium.FPDFPathSegment_GetPoint(segment, px, py)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        points.append((x.value, y.value))
        if kind == pdfium.FPDF_SEGMENT_LINETO and pdfium.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _stroked_edges(points: list[tuple[float, float]]) -> Iterator[Edge]:
    for (xa, ya), (xb, yb) in pairwise(points):
        if min(abs(xa - xb), abs(ya - yb)) <= STRAIGHT:
            yield _rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def _filled_edges(points: list[tuple[float, float]]) -> Iterator[Edge]:
    if len(points) < 3:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if min(max(xs) - min(xs), max(ys) - min(ys)) <= RULE_THICKNESS:
        yield _rule(min(xs), min(ys), max(xs), max(ys))


def _rule(x0: float, top: float, x1: float, bottom: float) -> Edge:
    """Return the middle line of a thin rectangle."""
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Edge(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Edge(middle, top, middle, bottom)
