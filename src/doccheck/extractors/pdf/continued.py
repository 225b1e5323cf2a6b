"""Ruled tables that go on over a page break, and cells that do."""

from collections.abc import Sequence

from doccheck.extractors.pdf.figures import is_figure
from doccheck.extractors.pdf.lines import Line
from doccheck.extractors.pdf.ruled import Grid, GridCell
from doccheck.extractors.pdf.wrapping import cell_area, full

SAME_RULE = 4.0  # points: column rules of one table stand this close on two pages
LAID = 45.0  # points: how far a sheet lies aside from the one before on a scanner's glass
ENLARGED = 0.10  # share by which one photo shows a sheet larger than another
LONG_TEXT = 4  # lines: a cell that fills its page is long, a row that just ended is not
FILLED = 3.0  # line heights: free space under the text of a cell that was cut by the page break


Span = tuple[int, int]
"""Column and column span of a cell."""


def join_continued(
    grids: Sequence[Sequence[Grid]], outside: Sequence[Sequence[Line]]
) -> tuple[list[Grid], list[Grid]]:
    """Return the tables of a file joined over page breaks, and the frames that are no tables.

    Args:
        grids: of each page, from top to bottom.
        outside: the lines of each page that stand in no grid, without headers and footers.

    A frame that continues no table is a border round text or a whole page.
    """
    tables: list[Grid] = []
    open_table: Grid | None = None
    for at, page_grids in enumerate(grids):
        outer = _outermost(page_grids)
        for place, grid in enumerate(outer):
            before = open_table if place == 0 and _at_top(grid, outside[at]) else None
            if before is not None:
                _lay_over(before, grid)
            if before is not None and _same_columns(before, grid):
                _append(before, grid)
                current = before
            else:
                tables.append(grid)
                current = grid
            open_table = current if _at_bottom(grid, outside[at]) else None
        if not outer:
            open_table = None
    return [t for t in tables if not t.framed], [t for t in tables if t.framed]


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Return grids that lie in no other's cell; the others become inner grids of that cell."""
    outer: list[Grid] = []
    for grid in grids:
        around = [
            cell
            for other in grids
            if other is not grid and not other.framed
            for cell in other.cells
            if _within(grid, cell)
        ]
        if not around:
            outer.append(grid)
        elif not grid.framed:
            smallest = min(around, key=lambda c: (c.box.x1 - c.box.x0) * (c.box.bottom - c.box.top))
            smallest.inner.append(grid)
        else:
            _give_back(grid, around)
    return outer


def _give_back(frame: Grid, around: Sequence[GridCell]) -> None:
    """Hand the text of a box drawn inside a cell to that cell."""
    home = around[-1]
    home.lines = sorted(home.lines + frame.cells[0].lines, key=lambda line: line.box.top)


def _within(grid: Grid, cell: GridCell) -> bool:
    box, around = grid.box, cell.box
    return (
        around.x0 - SAME_RULE <= box.x0
        and around.top - SAME_RULE <= box.top
        and box.x1 <= around.x1 + SAME_RULE
        and box.bottom <= around.bottom + SAME_RULE
    )


def _at_top(grid: Grid, outside: Sequence[Line]) -> bool:
    return all(line.box.bottom > grid.ys[0] + SAME_RULE for line in outside)


def _at_bottom(grid: Grid, outside: Sequence[Line]) -> bool:
    return all(line.box.top < grid.ys[-1] - SAME_RULE for line in outside)


def _lay_over(upper: Grid, lower: Grid) -> None:
    """Move the column rules of a picture's table to where the page before has its outer ones.

    A feeder lays every sheet a little aside, a phone is held nearer for one than for another.
    """
    if not (upper.pictured and lower.pictured):
        return
    wide, other = upper.xs[-1] - upper.xs[0], lower.xs[-1] - lower.xs[0]
    aside = max(abs(upper.xs[0] - lower.xs[0]), abs(upper.xs[-1] - lower.xs[-1]))
    if aside > LAID or abs(wide - other) > ENLARGED * wide:
        return
    lower.xs = [upper.xs[0] + (x - lower.xs[0]) * wide / other for x in lower.xs]


def _same_columns(upper: Grid, lower: Grid) -> bool:
    """Return whether two grids share their outer sides, and their columns as far as they go."""
    outer = _near(upper.xs[0], lower.xs[0]) and _near(upper.xs[-1], lower.xs[-1])
    if not outer or lower.page != upper.end_page + 1:
        return False
    if upper.framed and lower.framed:
        return False
    inner_upper, inner_lower = upper.xs[1:-1], lower.xs[1:-1]
    if not inner_upper or not inner_lower:
        return True
    return any(_near(u, x) for u in inner_upper for x in inner_lower)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_RULE


def _append(upper: Grid, lower: Grid) -> None:
    """Put the rows of `lower` under those of `upper`; a cut row becomes one row again."""
    rows = len(upper.ys) - 1
    _share_columns(upper, lower)
    _drop_repeated_head(upper, lower)
    last = {(c.col, c.col_span): c for c in upper.cells if c.row + c.row_span == rows}
    cut = _cut_row(last, lower)
    shift = rows - 1 if cut else rows
    for cell in lower.cells:
        above = last.get((cell.col, cell.col_span)) if cell.row == 0 else None
        if above is not None and (cut or _belongs_to(above, cell)):
            _extend(above, cell, shift)
        else:
            cell.row += shift
            upper.cells.append(cell)
    upper.ys.extend(upper.ys[-1] + y - lower.ys[0] for y in lower.ys[2 if cut else 1 :])
    upper.end_page = lower.end_page


def _share_columns(upper: Grid, lower: Grid) -> None:
    """Give both grids the union of their column rules."""
    extra = [x for x in lower.xs if not any(_near(x, u) for u in upper.xs)]
    shared = sorted(upper.xs + extra)
    for grid in (upper, lower) if extra else (lower,):
        columns = [min(range(len(shared)), key=lambda i: abs(shared[i] - x)) for x in grid.xs]
        for cell in grid.cells:
            end = columns[cell.col + cell.col_span]
            cell.col = columns[cell.col]
            cell.col_span = end - cell.col
        grid.xs = list(shared)


def _drop_repeated_head(upper: Grid, lower: Grid) -> None:
    """Take away a first row that repeats the table's head on the new page."""
    head = [_words(c) for c in upper.cells if c.row == 0]
    first = [c for c in lower.cells if c.row == 0]
    if len(first) < 2 or not any(head) or [_words(c) for c in first] != head:
        return
    if any(c.row_span > 1 for c in first) or len(lower.ys) < 3:
        return
    lower.cells = [c for c in lower.cells if c.row > 0]
    for cell in lower.cells:
        cell.row -= 1
    del lower.ys[0]


def _words(cell: GridCell) -> str:
    return "".join(line.text for line in cell.lines)


def _cut_row(last: dict[Span, GridCell], lower: Grid) -> bool:
    """Return whether the page break runs through a row: its text goes on in the same columns."""
    first = [c for c in lower.cells if c.row == 0]
    pairs = [(last.get((c.col, c.col_span)), c) for c in first]
    if len(first) != len(last) or any(above is None for above, _ in pairs):
        return False
    both = [(above, c) for above, c in pairs if above and above.lines and c.lines]
    if len(both) == 1:
        return _text_goes_on(*both[0])
    return bool(both) and all(_wrapped(above, c) for above, c in both)


def _text_goes_on(above: GridCell, below: GridCell) -> bool:
    """Return whether the text of a cell runs down to the page break without an end."""
    if not _filled(above):
        return False
    several = len(above.lines) > 1 or len(below.lines) > 1  # one over one: two labels
    return (_wrapped(above, below) and several) or len(above.lines) >= LONG_TEXT


def _filled(above: GridCell) -> bool:
    last = above.lines[-1]
    page, box = above.parts[-1]
    return last.page == page and box.bottom - last.box.bottom <= FILLED * (
        last.box.bottom - last.box.top
    )


def _wrapped(above: GridCell, below: GridCell) -> bool:
    """Return whether the last line above is a full one that goes on below."""
    last, first = above.lines[-1], below.lines[0]
    if not _filled(above) or is_figure(last.text) or is_figure(first.text):
        return False
    box = above.parts[-1][1]
    return full(last, first, cell_area([*above.lines, *below.lines], box.x0, box.x1))


def _belongs_to(above: GridCell, cell: GridCell) -> bool:
    """Return whether a first cell without text is the rest of the merged one above it."""
    merged = above.row_span > 1 or cell.row_span > 1
    return merged and bool(above.lines) and not cell.lines and not cell.inner


def _extend(above: GridCell, cell: GridCell, shift: int) -> None:
    above.parts.extend(cell.parts)
    above.lines.extend(cell.lines)
    above.inner.extend(cell.inner)
    above.row_span = shift + cell.row + cell.row_span - above.row
