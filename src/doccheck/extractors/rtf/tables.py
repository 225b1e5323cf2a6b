"""Rows of RTF cells, put on the grid of all their edges."""

from dataclasses import dataclass, field

from doccheck.extractors.flow import Grid, Line, Slot

MAX_CELLS = 200  # of a row; Word stops at 63
SAME_EDGE = 20  # twips (1 point): edges nearer than this are one


@dataclass(slots=True)
class CellForm:
    """A cell as its row defines it: right edge in twips, how it is merged, what it stands on.

    `fill` is the number of its colour, `pattern` the share of another one, in 1/100 per cent.
    """

    edge: int = 0
    fill: int = 0
    pattern: int = 0
    first_down: bool = False
    down: bool = False
    across: bool = False


@dataclass(slots=True)
class RowForm:
    """A row's definition: its left edge and its cells, the last one not yet closed."""

    left: int = 0
    fill: int = 0
    cells: list[CellForm] = field(default_factory=list)
    open: CellForm = field(default_factory=CellForm)

    def close_cell(self, edge: int) -> None:
        """End a cell's definition at its right edge."""
        if len(self.cells) < MAX_CELLS:
            self.open.edge = edge
            self.cells.append(self.open)
        self.open = CellForm()


@dataclass(slots=True)
class OpenTable:
    """A table being read: finished rows, and the cells and the definition of the current one.

    `defined` tells that the definition is the current row's own, not that of the one above.
    """

    rows: list[tuple[list[list[Line | Grid]], RowForm]] = field(default_factory=list)
    cells: list[list[Line | Grid]] = field(default_factory=list)
    content: list[Line | Grid] = field(default_factory=list)
    form: RowForm = field(default_factory=RowForm)
    defined: bool = False

    def end_cell(self) -> None:
        """Finish the current cell."""
        if len(self.cells) < MAX_CELLS:
            self.cells.append(self.content)
        self.content = []

    def end_row(self) -> None:
        """Finish the current row; the next one keeps the definition until it has its own."""
        if self.content:
            self.end_cell()
        if self.cells:
            self.rows.append((self.cells, self.form))
        self.cells, self.defined = [], False

    def grid(self) -> Grid:
        """Return the table."""
        self.end_row()
        lines = _lines([form for _, form in self.rows])
        tops: dict[int, Slot] = {}
        return Grid([_row(cells, form, lines, tops) for cells, form in self.rows])


def _lines(forms: list[RowForm]) -> list[int]:
    lines: list[int] = []
    for edge in sorted({e for form in forms for e in (form.left, *(c.edge for c in form.cells))}):
        if not lines or edge - lines[-1] > SAME_EDGE:
            lines.append(edge)
    return lines


def _row(
    cells: list[list[Line | Grid]], form: RowForm, lines: list[int], tops: dict[int, Slot]
) -> list[Slot]:
    """Return a row's cells; those that belong to one above or on the left are left out."""
    row: list[Slot] = []
    left = _column(lines, form.left)
    for i, content in enumerate(cells):
        cell = form.cells[i] if i < len(form.cells) else CellForm()
        right = _column(lines, cell.edge) if i < len(form.cells) else left + 1
        span = max(1, right - left)
        if cell.across and row:
            row[-1].col_span += span
        elif cell.down and left in tops:
            tops[left].row_span += 1
        else:
            slot = Slot(content, 1, span)
            row.append(slot)
            tops.pop(left, None)
            if cell.first_down:
                tops[left] = slot
        left += span
    return row


def _column(lines: list[int], edge: int) -> int:
    return max((i for i, line in enumerate(lines) if line <= edge), default=0)
