"""Ruled tables: from the rules on a page to a grid of cells with their runs.

The geometry (merging rules, crossing points, cells) is pdfplumber's, through its pure
functions; what is added is the grid of unit squares, spans, sides left open by the printer, and
frames that may turn out to be a cell continued from the page before.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from doccheck.extractors.pdf.characters import Run
from doccheck.extractors.pdf.lines import Line
from doccheck.extractors.pdf.objects import Edge
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
    """A ruled table as a grid: rules across (`ys`) and down (`xs`), cells in row-major order."""

    page: int
    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    end_page: int

    @property
    def box(self) -> Box:
        """Return its rectangle on its first page."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

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
    cells = [Box(*cell) for cell in intersections_to_cells(crossings)]
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


def _levels(cells: list[Box]) -> Iterable[list[Box]]:
    """Yield the cells of a table that lie in no other cell, then the tables inside a cell."""
    outer = [c for c in cells if not any(_holds(other, c) for other in cells)]
    yield outer
    for around in outer:
        inside = [c for c in cells if _holds(around, c)]
        if inside:
            yield from _levels(inside)


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
        squares = {
            (row, col)
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        }
        if not squares & taken:
            taken |= squares
            kept.append(cell)
    return kept


def _grid(cells: list[Box], page: int) -> Grid:
    xs = _rules(x for c in cells for x in (c.x0, c.x1))
    ys = _rules(y for c in cells for y in (c.top, c.bottom))
    placed = _tiling([_placed(cell, xs, ys, page) for cell in cells])
    return Grid(page, xs, ys, sorted(placed, key=lambda c: (c.row, c.col)), page)


def _rules(positions: Iterable[float]) -> list[float]:
    """Return positions in order, those of one (sliver-wide) rule once."""
    rules: list[float] = []
    for position in sorted(positions):
        if not rules or position - rules[-1] > SLIVER:
            rules.append(position)
    return rules


def _placed(cell: Box, xs: list[float], ys: list[float], page: int) -> GridCell:
    left, right = _nearest(xs, cell.x0), _nearest(xs, cell.x1)
    top, bottom = _nearest(ys, cell.top), _nearest(ys, cell.bottom)
    return GridCell(top, left, max(1, bottom - top), max(1, right - left), [(page, cell)])


def _nearest(rules: list[float], position: float) -> int:
    at = bisect_left(rules, position)
    if at == len(rules) or (at and position - rules[at - 1] < rules[at] - position):
        return at - 1
    return at
