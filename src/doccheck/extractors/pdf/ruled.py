"""Ruled tables: from the rules on a page to a grid of cells with their runs.

The geometry (merging rules, crossing points, cells) is pdfplumber's, through its pure
functions; what is added is the grid of unit squares, spans, sides left open by the printer, and
frames that may turn out to be a cell continued from the page before.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    merge_edges,
)

from doccheck.extractors.pdf.edges import Edge
from doccheck.extractors.pdf.lines import Line
from doccheck.extractors.pdf.runs import Run
from doccheck.model.places import Box

MIN_EDGES = 4
"""Rules from which a page can hold a table."""

MAX_MERGED_EDGES = 1500
"""Rules after merging: a page of forms has 200; squared paper and drawings are no tables."""

MAX_CROSSINGS = 4000
"""Crossing points of rules: a 60 × 40 sheet has 2 500, and the search is quadratic."""

SNAP = 3.0  # points: rules nearer than this are one (double lines, ends that miss)
SHORTEST_RULE = 5.0  # points: shorter ones are dashes and ornaments
SLIVER = 4.0  # points: cells thinner than this are the space inside a double line
OPEN_SIDE_RULES = 3
"""Horizontal rules that start together where no vertical one stands: a table open at its side."""

PlumberEdge = dict[str, Any]
Point = tuple[float, float]
Crossings = dict[Point, dict[str, list[PlumberEdge]]]
"""Points where rules cross, with the rules that do (pdfplumber's own form)."""


@dataclass(slots=True)
class GridCell:
    """A cell of a grid; `parts` are its boxes page by page, `lines` its text."""

    row: int
    col: int
    row_span: int
    col_span: int
    parts: list[tuple[int, Box]]
    runs: list[Run] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    inner: "list[Grid]" = field(default_factory=list)

    @property
    def box(self) -> Box:
        """Return its rectangle on its first page."""
        return self.parts[0][1]


@dataclass(slots=True)
class Grid:
    """A ruled table as a grid: rules across (`ys`) and down (`xs`), cells in row-major order.

    `box` is its rectangle on its first page; `pictured` says that it was read from a picture.
    """

    page: int
    box: Box
    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    end_page: int
    pictured: bool = False

    @property
    def framed(self) -> bool:
        """Return whether it is one single cell: a frame, unless a table continues in it."""
        return len(self.cells) == 1


def find_grids(edges: Sequence[Edge], page: int) -> list[Grid]:
    """Return the grids on a page from top to bottom, single frames included."""
    if len(edges) < MIN_EDGES:
        return []
    merged = _merged([_plumber_edge(e) for e in edges])
    if len(merged) > MAX_MERGED_EDGES:
        return []
    crossings = edges_to_intersections(merged, SNAP, SNAP)
    if len(crossings) > MAX_CROSSINGS:
        return []
    cells = _smallest_cells(crossings)
    cells = [c for c in cells if min(c.x1 - c.x0, c.bottom - c.top) > SLIVER]
    tables = [
        [Box(*cell) for cell in table]
        for table in cells_to_tables(list[tuple[float, float, float, float]](cells))
    ]
    inside = {cell for table in tables for cell in table}
    tables += [[cell] for cell in cells if cell not in inside]
    grids = [_grid(level, page) for table in tables for level in _levels(table)]
    return sorted(grids, key=lambda g: (g.ys[0], g.xs[0], -g.ys[-1]))


def _plumber_edge(edge: Edge) -> PlumberEdge:
    return _edge(edge.x0, edge.top, edge.x1, edge.bottom, "h" if edge.horizontal else "v")


def _edge(x0: float, top: float, x1: float, bottom: float, orientation: str) -> PlumberEdge:
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top, "orientation": orientation,
    }  # fmt: skip


def _merged(edges: list[PlumberEdge]) -> list[PlumberEdge]:
    merged = merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    merged = [e for e in merged if max(e["width"], e["height"]) >= SHORTEST_RULE]
    sides = _open_sides(merged)
    return merge_edges(merged + sides, SNAP, SNAP, SNAP, SNAP) if sides else merged


def _open_sides(edges: list[PlumberEdge]) -> list[PlumberEdge]:
    """Return the missing outer verticals of tables printed without left and right border."""
    across = [e for e in edges if e["orientation"] == "h"]
    down = [e for e in edges if e["orientation"] == "v"]
    sides: list[PlumberEdge] = []
    for end in ("x0", "x1"):
        for group in _aligned(across, end):
            x, top, bottom = group[0][end], group[0]["top"], group[-1]["top"]
            crossed = [d for d in down if d["top"] < bottom - SNAP and d["bottom"] > top + SNAP]
            ruled = any(abs(d["x0"] - x) <= SNAP for d in crossed)
            between = any(group[0]["x0"] < d["x0"] < group[0]["x1"] for d in crossed)
            if between and not ruled:
                sides.append(_edge(x, top, x, bottom, "v"))
    return sides


def _aligned(across: list[PlumberEdge], end: str) -> Iterable[list[PlumberEdge]]:
    """Yield the horizontal rules that end at the same place, from top to bottom."""
    groups: list[list[PlumberEdge]] = []
    for edge in sorted(across, key=lambda e: (e[end], e["top"])):
        if groups and edge[end] - groups[-1][0][end] <= SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    for group in groups:
        if len(group) >= OPEN_SIDE_RULES:
            yield sorted(group, key=lambda e: e["top"])


def _smallest_cells(crossings: Crossings) -> list[Box]:
    """Return the smallest rectangle of rules from each crossing to the right and down.

    The same as `pdfplumber.table.intersections_to_cells`, which takes ten times as long.
    """
    down: dict[float, list[float]] = defaultdict(list)
    across: dict[float, list[float]] = defaultdict(list)
    upright: dict[Point, set[int]] = {}
    level: dict[Point, set[int]] = {}
    for x, y in sorted(crossings):
        down[x].append(y)
        across[y].append(x)
        upright[x, y] = {id(edge) for edge in crossings[x, y]["v"]}
        level[x, y] = {id(edge) for edge in crossings[x, y]["h"]}

    def closes(x0: float, top: float, x1: float, bottom: float) -> bool:
        corner = (x1, bottom)
        if corner not in level or not upright[corner] & upright[x1, top]:
            return False
        return bool(level[corner] & level[x0, bottom])

    def cell(x0: float, top: float) -> Box | None:
        rights = across[top][bisect_right(across[top], x0) :]
        for bottom in down[x0][bisect_right(down[x0], top) :]:
            if upright[x0, top] & upright[x0, bottom]:
                for x1 in rights:
                    if level[x0, top] & level[x1, top] and closes(x0, top, x1, bottom):
                        return Box(x0, top, x1, bottom)
        return None

    return [box for x, y in sorted(crossings) if (box := cell(x, y))]


def _levels(cells: list[Box]) -> Iterable[list[Box]]:
    """Yield the cells of a table that lie in no other cell, then the tables inside a cell."""
    if not _overlap(cells):
        yield cells
        return
    outer = [c for c in cells if not any(_holds(other, c) for other in cells)]
    yield outer
    for around in outer:
        inside = [c for c in cells if _holds(around, c)]
        if inside:
            yield from _levels(inside)


def _overlap(cells: list[Box]) -> bool:
    """Return whether cells cover more than the rectangle around them."""
    width = max(c.x1 for c in cells) - min(c.x0 for c in cells)
    height = max(c.bottom for c in cells) - min(c.top for c in cells)
    return sum((c.x1 - c.x0) * (c.bottom - c.top) for c in cells) > width * height + 1.0


def _holds(around: Box, cell: Box) -> bool:
    return (
        around != cell
        and around.x0 <= cell.x0
        and around.top <= cell.top
        and cell.x1 <= around.x1
        and cell.bottom <= around.bottom
    )


def _tiling(cells: list[GridCell]) -> list[GridCell]:
    """Return cells that share no square, the smaller ones first served."""
    taken: set[tuple[int, int]] = set()
    kept: list[GridCell] = []
    for cell in sorted(cells, key=lambda c: (c.row_span * c.col_span, c.row, c.col)):
        squares = _squares(cell)
        if taken.isdisjoint(squares):
            taken.update(squares)
            kept.append(cell)
    return sorted(kept, key=lambda c: (c.row, c.col))


def _squares(cell: GridCell) -> list[tuple[int, int]]:
    if cell.row_span == cell.col_span == 1:
        return [(cell.row, cell.col)]
    rows = range(cell.row, cell.row + cell.row_span)
    columns = range(cell.col, cell.col + cell.col_span)
    return [(row, column) for row in rows for column in columns]


def _grid(cells: list[Box], page: int) -> Grid:
    xs, columns = _rules(x for c in cells for x in (c.x0, c.x1))
    ys, rows = _rules(y for c in cells for y in (c.top, c.bottom))
    placed: list[GridCell] = []
    for cell in cells:
        row, column = rows[cell.top], columns[cell.x0]
        spans = max(1, rows[cell.bottom] - row), max(1, columns[cell.x1] - column)
        placed.append(GridCell(row, column, *spans, [(page, cell)]))
    return Grid(page, Box(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, _tiling(placed), page)


def _rules(positions: Iterable[float]) -> tuple[list[float], dict[float, int]]:
    """Return the rules in order, one for positions less than a sliver apart, and each's index."""
    rules: list[float] = []
    indexes: dict[float, int] = {}
    for position in sorted(set(positions)):
        if not rules or position - rules[-1] > SLIVER:
            rules.append(position)
        indexes[position] = len(rules) - 1
    return rules, indexes
