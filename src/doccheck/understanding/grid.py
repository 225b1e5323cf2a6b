"""Finding labels and their values in the tables of a form, in every layout that forms use.

Label left of its value, label above it, label and value in one cell, a column for each year,
a row for each year, a leading cell that says whose telephone the telephone is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from doccheck.model.document import Block, Cell, Table, walk_tables
from doccheck.model.program import FieldSpec
from doccheck.text import match, normalise

ALIKE = 0.88  # likeness of a label of four characters or more; shorter ones must be equal
SHORTEST_FUZZY = 4
LARGEST_FORM = 3000  # cells; a larger table is data, no form, and would take seconds to search
LONGEST_LABEL = 40  # characters without notes; a longer cell is text
BRACKETS = re.compile(r"\([^()]*\)|<[^<>]*>")
NOTE = re.compile(r"(注|备注|说明|填写|请填)[:：].*$", re.S)
YEAR = re.compile(r"^(?:公元)?((?:19|20)\d\d)(?:年|年度|年末|年底|年度末)?$")


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """Fold a label for comparing: no blanks, brackets' content, notes, colons, numbers before."""
    head = NOTE.sub("", text)
    folded = BRACKETS.sub("", normalise.key(head))
    return folded.strip(":.,*·-_ ")


@lru_cache(maxsize=4096)
def label_keys(text: str) -> tuple[str, ...]:
    """Return the ways to read a cell's words as a label: whole, first line, without a number."""
    ways = [label_key(text), label_key(text.split("\n", 1)[0])]
    ways += [label_key(match.strip_number(normalise.clean(text))[1])]
    return tuple(dict.fromkeys(w for w in ways if 0 < len(w) <= LONGEST_LABEL))


def names(spec: FieldSpec) -> tuple[str, ...]:
    """Return every printed form of a field's label, the notice's own first."""
    return (spec.label, *spec.labels)


def label_rank(text: str, spec: FieldSpec) -> int | None:
    """Return which of the field's labels a cell's words are (0 the preferred), None for none."""
    if len(text) > 4 * LONGEST_LABEL:
        return None
    mine = label_keys(text)
    for rank, name in enumerate(names(spec)):
        theirs = label_key(name)
        if theirs in mine:
            return rank
    for rank, name in enumerate(names(spec)):
        theirs = label_key(name)
        if len(theirs) >= SHORTEST_FUZZY and any(
            abs(len(w) - len(theirs)) <= 2 and match.ratio(w, theirs) >= ALIKE for w in mine
        ):
            return rank
    return None


def year_of(text: str) -> int | None:
    """Return the year that a header cell stands for, None where it is no year."""
    found = YEAR.match(BRACKETS.sub("", normalise.key(text)))
    return int(found.group(1)) if found else None


def form_tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """Yield the tables that may be forms, nested ones included."""
    return (t for t in walk_tables(tuple(blocks)) if len(t.cells) <= LARGEST_FORM)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with fast look-up of the cell on each square and of which cells are labels."""

    table: Table
    squares: dict[tuple[int, int], Cell]
    labels: frozenset[tuple[int, int]]

    def is_label(self, cell: Cell) -> bool:
        """Tell whether a cell is a label of some field."""
        return (cell.row, cell.col) in self.labels

    def right_of(self, cell: Cell) -> Cell | None:
        """Return the cell right of a cell, in its first row."""
        return self.squares.get((cell.row, cell.col + cell.col_span))

    def below(self, cell: Cell) -> Cell | None:
        """Return the cell below a cell, in its first column."""
        return self.squares.get((cell.row + cell.row_span, cell.col))

    def value_of(self, cell: Cell) -> Cell | None:
        """Return the cell that holds a label's value: right of it, else below it.

        Below only in a row that holds nothing but labels; a label that ends with a colon has its
        blank beside it or in the same cell.
        """
        right = self.right_of(cell)
        if right is not None and not self.is_label(right):
            return right
        below = self.below(cell)
        if below is None or self.is_label(below) or not self._heads_columns(cell):
            return None
        return below

    def _heads_columns(self, cell: Cell) -> bool:
        beside = [
            c
            for c in self.table.cells
            if c.row == cell.row and c.row_span <= cell.row_span and c.text.strip()
        ]  # a taller cell leads a group of rows and is no part of this one
        no_colon = not cell.text.rstrip().endswith((":", "："))
        return no_colon and all(self.is_label(c) for c in beside)

    def rows_under(self, head: Cell) -> Iterator[Cell]:
        """Yield the cells below a column's head, one a row, down to the table's last row."""
        row = head.row + head.row_span
        while (cell := self.squares.get((row, head.col))) is not None:
            yield cell
            row = cell.row + cell.row_span

    def leads(self, cell: Cell, group: tuple[str, ...]) -> int | None:
        """Return how many columns left of a cell a group's leading cell stands in its row."""
        keys = {label_key(g) for g in group}
        for col in range(cell.col - 1, -1, -1):
            other = self.squares.get((cell.row, col))
            if other is not None and keys & set(label_keys(other.text)):
                return cell.col - other.col
        return None

    def in_year(self, cell: Cell, year: int) -> Cell | None:
        """Return the value of a row (or column) label for a year."""
        for other, found in self.years():
            if found != year:
                continue
            if other.row < cell.row and other.col >= cell.col + cell.col_span:
                return self.squares.get((cell.row, other.col))
            if other.col < cell.col and other.row >= cell.row + cell.row_span:
                return self.squares.get((other.row, cell.col))
        return None

    def years(self) -> Iterator[tuple[Cell, int]]:
        """Yield header cells that are years, the lowest rows first (nearest to their values)."""
        for cell in sorted(self.table.cells, key=lambda c: (-c.row, c.col)):
            year = year_of(cell.text)
            if year is not None:
                yield cell, year

    def in_column(self, cell: Cell, column: tuple[str, ...]) -> Cell | None:
        """Return the value in a row label's row under a column's heading."""
        keys = {label_key(c) for c in column}
        for other in sorted(self.table.cells, key=lambda c: (-c.row, c.col)):
            above = other.row < cell.row and other.col >= cell.col + cell.col_span
            if above and keys & set(label_keys(other.text)):
                return self.squares.get((cell.row, other.col))
        return None


def grid_of(table: Table, labels: Iterable[Cell] = ()) -> Grid:
    """Prepare a table for look-ups; `labels` are the cells known to be labels."""
    squares = {
        (r, c): cell
        for cell in table.cells
        for r in range(cell.row, cell.row + cell.row_span)
        for c in range(cell.col, cell.col + cell.col_span)
    }
    return Grid(table, squares, frozenset((c.row, c.col) for c in labels))
