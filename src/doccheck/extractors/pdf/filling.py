"""Which run stands in which cell of the ruled tables."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from doccheck.extractors.pdf.ruled import Grid, GridCell
from doccheck.extractors.pdf.runs import Run
from doccheck.model.places import Box

STRADDLE = 0.15  # of the size: a character that reaches this far over a border straddles it
BAND = 24.0  # points: cells are looked up by horizontal bands of this height

Bands = dict[int, list[tuple[Box, GridCell]]]
"""Cells with their boxes, the smallest first."""


def fill_grids(grids: Sequence[Grid], runs: Iterable[Run]) -> list[Run]:
    """Put each run into the smallest cell around it; return the runs outside all grids."""
    bands = _bands(grids)
    outside: list[Run] = []
    for run in runs:
        cells = bands.get(int(run.centre // BAND), [])
        home = _home(run, cells)
        if home is None:
            outside.append(run)
        elif run.x1 < home[0].x1 + run.size / 2:
            home[1].runs.append(run)
        else:
            _put_in_pieces(run, home, cells, outside)
    return outside


def _bands(grids: Sequence[Grid]) -> Bands:
    bands: Bands = defaultdict(list)
    boxed = [(cell.box, cell) for grid in grids for cell in grid.cells]
    for box, cell in sorted(boxed, key=lambda item: _area(item[0])):
        for band in range(int(box.top // BAND), int(box.bottom // BAND) + 1):
            bands[band].append((box, cell))
    return bands


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _home(run: Run, cells: Iterable[tuple[Box, GridCell]]) -> tuple[Box, GridCell] | None:
    x = min(run.x0 + run.size / 2, (run.x0 + run.x1) / 2)  # text may overflow to the right
    y = run.centre
    for box, cell in cells:
        x0, top, x1, bottom = box
        if x0 <= x <= x1 and top <= y <= bottom:
            return box, cell
    return None


def _put_in_pieces(
    run: Run,
    home: tuple[Box, GridCell],
    cells: Sequence[tuple[Box, GridCell]],
    outside: list[Run],
) -> None:
    """Put a run that reaches over its cell's border into the cells on both sides.

    If a character straddles the border it is one text that overflows, and stays in its cell.
    """
    border = home[0].x1
    at = bisect_left(run.lefts, border - STRADDLE * run.size)
    apart = 0 < at < len(run.lefts) and run.lefts[at] <= border + 4 * STRADDLE * run.size
    if not apart:
        home[1].runs.append(run)
        return
    head, tail = _cut(run, at)
    home[1].runs.append(head)
    beyond = _home(tail, cells)
    if beyond is None:
        outside.append(tail)
    elif beyond[1] is home[1] or tail.x1 < beyond[0].x1 + tail.size / 2:
        beyond[1].runs.append(tail)
    else:
        _put_in_pieces(tail, beyond, cells, outside)


def _cut(run: Run, at: int) -> tuple[Run, Run]:
    rest = (run.size, run.bold, run.hidden, run.angle)
    middle = run.lefts[at]
    head = Run(run.text[:at], run.x0, run.top, middle, run.bottom, *rest, run.lefts[:at])
    tail = Run(run.text[at:], middle, run.top, run.x1, run.bottom, *rest, run.lefts[at:])
    return head, tail
