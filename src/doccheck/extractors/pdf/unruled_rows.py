"""Tables whose columns are ruled and whose rows are not: rows told by the lines in them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from doccheck.extractors.pdf.figures import is_figure
from doccheck.extractors.pdf.lines import Line
from doccheck.extractors.pdf.ruled import Grid, GridCell
from doccheck.model.places import Box

MIN_FIGURES = 3  # lines of a cell that are figures: fewer are one wrapped value
SAME_HEIGHT = 0.45  # of the size: lines of two cells that are one row stand no further apart
HALF_STEP = 0.95  # of the size: between figures and the lines of a label in two lines beside them
SAME_ROW = 0.6  # times the usual step: a label in two lines stands this near to its figures

Placed = tuple[GridCell, Line]


def split_rows(grid: Grid) -> Grid:
    """Return a grid in which each row that holds columns of figures is cut into its lines."""
    rows = [_bands(grid, r) for r in range(len(grid.ys) - 1)]
    if not any(rows):
        return grid
    ys = [grid.ys[0]]
    starts = []
    for row, bands in enumerate(rows):
        starts.append(len(ys) - 1)
        ys += [_between(a, b) for a, b in pairwise(bands)]
        ys.append(grid.ys[row + 1])
    starts.append(len(ys) - 1)
    cells = [new for c in grid.cells for new in _cells(c, rows[c.row], starts, ys)]
    return replace(grid, ys=ys, cells=sorted(cells, key=lambda c: (c.row, c.col)))


def _bands(grid: Grid, row: int) -> list[list[Placed]]:
    """Return the lines of a row's cells row by row, nothing where the row is to stay whole."""
    covering = [c for c in grid.cells if c.row <= row < c.row + c.row_span]
    if any(c.row_span > 1 or c.inner or len(c.parts) > 1 for c in covering):
        return []
    full = [c for c in covering if sum(is_figure(line.text) for line in c.lines) >= MIN_FIGURES]
    if not full or len(covering) < 2:
        return []
    placed = sorted(((c, line) for c in covering for line in c.lines), key=lambda p: _centre(p[1]))
    return _joined(_at_one_height(placed))


def _centre(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2


def _at_one_height(placed: Sequence[Placed]) -> list[list[Placed]]:
    bands: list[list[Placed]] = []
    for cell, line in placed:
        if bands and _centre(line) - _centre(bands[-1][0][1]) < SAME_HEIGHT * line.size:
            bands[-1].append((cell, line))
        else:
            bands.append([(cell, line)])
    return bands


def _joined(bands: Sequence[list[Placed]]) -> list[list[Placed]]:
    """Return bands, those that stand close together made one row."""
    steps = [_height(b) - _height(a) for a, b in pairwise(bands)]
    close = SAME_ROW * median(steps or [0])
    rows = [bands[0]]
    for step, last, band in zip(steps, bands, bands[1:], strict=False):
        half = step < HALF_STEP * band[0][1].size and _beside(last, band)
        if step < close or half:
            rows[-1] = rows[-1] + band
        else:
            rows.append(band)
    return rows


def _beside(band: Sequence[Placed], other: Sequence[Placed]) -> bool:
    """Tell whether two bands stand in different cells: figures beside a label in two lines."""
    return not {id(c) for c, _ in band} & {id(c) for c, _ in other}


def _height(band: Sequence[Placed]) -> float:
    return _centre(band[0][1])


def _between(above: Sequence[Placed], below: Sequence[Placed]) -> float:
    bottom = max(line.box.bottom for _, line in above)
    top = min(line.box.top for _, line in below)
    return (bottom + top) / 2


def _cells(
    cell: GridCell, bands: Sequence[list[Placed]], starts: Sequence[int], ys: Sequence[float]
) -> list[GridCell]:
    row = starts[cell.row]
    if not bands:
        span = starts[cell.row + cell.row_span] - row
        return [replace(cell, row=row, row_span=span)]
    page, box = cell.parts[0]
    found = []
    for n, band in enumerate(bands):
        part = Box(box.x0, ys[row + n], box.x1, ys[row + n + 1])
        lines = sorted((line for c, line in band if c is cell), key=_centre)
        runs = [run for line in lines for run in line.runs]
        found.append(
            replace(cell, row=row + n, parts=[(page, part)], lines=lines, runs=runs, inner=[])
        )
    return found
