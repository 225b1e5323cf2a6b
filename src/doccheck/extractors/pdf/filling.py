"""Which run stands in which cell of the ruled tables."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from doccheck.extractors.pdf.characters import Run
from doccheck.extractors.pdf.ruled import Grid, GridCell
from doccheck.model.places import Box

STRADDLE = 0.15  # of the size: a character that reaches this far over a border straddles it
BAND = 24.0  # points: cells are looked up by horizontal bands of this height

Bands = dict[int, list[GridCell]]


def fill_grids(grids: Sequence[Grid], runs: Iterable[Run]) -> list[Run]:
    """Put each run into the smallest cell around it; return the runs outside all grids."""
    bands = _bands(grids)
    outside: list[Run] = []
    for run in runs:
        cells = bands.get(int(run.centre // BAND), [])
        for piece in _cut_at_borders(run, cells):
            home = _home(piece, cells)
            (outside if home is None else home.runs).append(piece)
    return outside


def _bands(grids: Sequence[Grid]) -> Bands:
    bands: Bands = defaultdict(list)
    for cell in sorted((c for g in grids for c in g.cells), key=lambda c: _area(c.box)):
        for band in range(int(cell.box.top // BAND), int(cell.box.bottom // BAND) + 1):
            bands[band].append(cell)
    return bands


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _home(run: Run, cells: Iterable[GridCell]) -> GridCell | None:
    x = min(run.x0 + run.size / 2, (run.x0 + run.x1) / 2)  # text may overflow to the right
    y = run.centre
    for cell in cells:
        box = cell.box
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            return cell
    return None


def _cut_at_borders(run: Run, cells: Iterable[GridCell]) -> list[Run]:
    """Return a run in pieces where a cell's border passes between two of its characters."""
    for cell in cells:
        box = cell.box
        if not box.top <= run.centre <= box.bottom:
            continue
        if box.x0 <= run.x0 + STRADDLE * run.size and run.x0 < box.x1 < run.x1 - run.size / 2:
            at = bisect_left(run.lefts, box.x1 - STRADDLE * run.size)
            if 0 < at < len(run.lefts) and run.lefts[at] <= box.x1 + 4 * STRADDLE * run.size:
                head, tail = _cut(run, at)
                return [head, *_cut_at_borders(tail, cells)] if _clear(head, box) else [run]
    return [run]


def _cut(run: Run, at: int) -> tuple[Run, Run]:
    rest = (run.size, run.bold, run.hidden, run.angle)
    middle = run.lefts[at]
    head = Run(run.text[:at], run.x0, run.top, middle, run.bottom, *rest, run.lefts[:at])
    tail = Run(run.text[at:], middle, run.top, run.x1, run.bottom, *rest, run.lefts[at:])
    return head, tail


def _clear(head: Run, box: Box) -> bool:
    """Return whether the last character before a border does not straddle it."""
    return head.x1 <= box.x1 + STRADDLE * head.size
