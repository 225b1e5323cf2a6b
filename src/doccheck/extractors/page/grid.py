"""Ruled tables on pictures: lines → white regions closed in by them → rules of a clean grid.

What comes out are the sides of the cells, moved onto common positions, so that the same code
that reads the rules of a digital page makes tables of them.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from doccheck.extractors.page.pixels import Image

POINTS = 72.0  # an inch
ACROSS, DOWN = 22.0, 12.0  # points: shortest rule looked for; no stroke of print is as long
GAP = 2.5  # points: a hole in a rule that is closed
REACH = 5.0  # points: how far from the next rule one may end that was cut short
SMALLEST = 7.0  # points: a cell's shorter side
SAME_RULE = 4.5  # points: sides of cells nearer than this lie on one rule
SQUARE = 0.72  # of its bounding box that a cell's region fills; a seal's inside fills less
MAX_CELLS = 4000  # on a page: squared paper is no table
LEAST_TABLE = 30.0  # points: both sides of a table are longer than this


class Cell(NamedTuple):
    """A region closed in by rules, in pixels."""

    x0: float
    top: float
    x1: float
    bottom: float


def rule_mask(mask: Image, dpi: float) -> Image:
    """Return the part of an ink mask that is long rules, across and down."""
    unit = dpi / POINTS
    across, down = rules_across(mask, dpi), rules_down(mask, dpi)
    reach = int(REACH * unit)
    missing = _to_next(down, across, reach) | _to_next(across.T, down.T, reach).T
    return _framing(across | down | missing, unit)


def _to_next(rules: Image, others: Image, reach: int) -> Image:
    """Return what upright rules lack to the level ones that they nearly reach.

    A seal's rim takes a piece out of a rule where it crosses it, and what is left ends in the air.
    """
    added = np.zeros_like(rules)
    count, _, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(rules), connectivity=8
    )
    for i in range(1, count):
        x, y, wide, high = (int(v) for v in stats[i][:4])
        if wide > high:
            continue
        middle = slice(x + wide // 3, x + wide - wide // 3)
        above = np.flatnonzero(others[max(0, y - reach) : y, middle].any(axis=1))
        if above.size:
            added[max(0, y - reach) + int(above[-1]) : y, middle] = 255
        below = np.flatnonzero(others[y + high : y + high + reach, middle].any(axis=1))
        if below.size:
            added[y + high : y + high + int(below[0]) + 1, middle] = 255
    return added


def rules_across(mask: Image, dpi: float) -> Image:
    """Return the level strokes of an ink mask that are too long for print."""
    unit = dpi / POINTS
    return _rules(mask, int(ACROSS * unit), 1, int(GAP * unit))


def rules_down(mask: Image, dpi: float) -> Image:
    """Return the upright ones."""
    unit = dpi / POINTS
    return _rules(mask, 1, int(DOWN * unit), int(GAP * unit))


def _rules(mask: Image, wide: int, high: int, gap: int) -> Image:
    """Return strokes at least `wide` × `high`, their holes closed."""
    thick = cv2.dilate(mask, np.ones((2, 1) if wide > 1 else (1, 2), np.uint8))  # rules may lean
    opened = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((high, wide), np.uint8))
    shape = (1, 2 * gap + 1) if wide > 1 else (2 * gap + 1, 1)
    closed = cv2.morphologyEx(opened, cv2.MORPH_CLOSE, np.ones(shape, np.uint8))
    grown = cv2.dilate(closed, np.ones((1, gap + 1) if wide > 1 else (gap + 1, 1), np.uint8))
    return grown.astype(np.uint8)


def _framing(lines: Image, unit: float) -> Image:
    """Return the rules that hang together to something as large as a table."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    kept = np.zeros(count, np.uint8)
    for i in range(1, count):
        if min(stats[i][cv2.CC_STAT_WIDTH], stats[i][cv2.CC_STAT_HEIGHT]) > LEAST_TABLE * unit:
            kept[i] = 255
    framing: Image = kept[labels].astype(np.uint8)
    return framing


def find_cells(rules: Image, dpi: float) -> list[list[Cell]]:
    """Return the cells of each table: white regions that rules close in."""
    unit = dpi / POINTS
    groups: list[list[Cell]] = []
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rules, connectivity=8)
    for i in range(1, count):
        x, y, w, h = (int(v) for v in stats[i][:4])
        own = (labels[y : y + h, x : x + w] == i).astype(np.uint8)
        cells = [Cell(c.x0 + x, c.top + y, c.x1 + x, c.bottom + y) for c in _regions(own, unit)]
        if cells and len(cells) <= MAX_CELLS:
            groups.append(cells + _holes(cells, SAME_RULE * unit))
    return groups


def _holes(cells: list[Cell], near: float) -> list[Cell]:
    """Return cells that were not seen between two of a row: a seal's rim cut them in pieces.

    A hole is one if it is as wide as another cell of the table, over or under it.
    """
    found = []
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda c: (c.top, c.x0)):
        start = next((at for at in rows if abs(at - cell.top) <= near), int(cell.top))
        rows.setdefault(start, []).append(cell)
    for row in rows.values():
        for left, right in pairwise(sorted(row, key=lambda c: c.x0)):
            if abs(left.bottom - right.bottom) > near or right.x0 - left.x1 < 2 * near:
                continue
            hole = Cell(left.x1, min(left.top, right.top), right.x0, max(left.bottom, right.bottom))
            if any(abs(c.x0 - hole.x0) <= near and abs(c.x1 - hole.x1) <= near for c in cells):
                found.append(hole)
    return [h for h in found if not any(_covers(c, h) for c in cells)]


def _covers(cell: Cell, hole: Cell) -> bool:
    """Return whether a cell, one over several rows, lies where a hole seems to be."""
    x, y = (hole.x0 + hole.x1) / 2, (hole.top + hole.bottom) / 2
    return cell.x0 < x < cell.x1 and cell.top < y < cell.bottom


def _regions(rules: Image, unit: float) -> Iterable[Cell]:
    """Yield the white regions inside the outermost rules of a table."""
    framed = cv2.copyMakeBorder(rules, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    white = (framed == 0).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(white, connectivity=4)
    outside = int(labels[0, 0])
    for i in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[i][:5])
        if i == outside or min(w, h) < SMALLEST * unit or area < SQUARE * w * h:
            continue
        yield Cell(x - 1.0, y - 1.0, x - 1.0 + w, y - 1.0 + h)


def cell_sides(tables: Iterable[list[Cell]], dpi: float) -> list[tuple[float, float, float, float]]:
    """Return the sides of all cells in points, moved onto their tables' common rules."""
    sides: set[tuple[float, float, float, float]] = set()
    for cells in tables:
        xs = _common([v for c in cells for v in (c.x0, c.x1)], SAME_RULE * dpi / POINTS)
        ys = _common([v for c in cells for v in (c.top, c.bottom)], SAME_RULE * dpi / POINTS)
        for cell in cells:
            x0, x1 = _at(xs, cell.x0, dpi), _at(xs, cell.x1, dpi)
            y0, y1 = _at(ys, cell.top, dpi), _at(ys, cell.bottom, dpi)
            if x1 > x0 and y1 > y0:
                sides |= {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}
    return sorted(sides)


def _common(values: list[float], same: float) -> list[float]:
    """Return the positions that values gather at: chains of near ones, each by its mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= same and value - groups[-1][0] <= 2 * same:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _at(positions: list[float], value: float, dpi: float) -> float:
    return round(min(positions, key=lambda p: abs(p - value)) * POINTS / dpi, 2)
