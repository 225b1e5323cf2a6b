"""A document's blocks as one stream of rows, whatever the file's format.

A table's row is a row of entries in columns; a paragraph is a row of one entry. Cells that hold
many lines of a statement (columns ruled, rows not) are taken apart line by line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from doccheck.model.document import Block, Cell, Paragraph, Table
from doccheck.model.places import Place
from doccheck.understanding import statement_heads as heads
from doccheck.understanding.statement_items import is_label

_PREPARER = re.compile(r"(?:编制|编报|填报)单位")
FURNITURE = frozenset({"header", "footer", "page_number", "toc", "footnote"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What is printed in the columns `col` to `end` (not included) of a row."""

    col: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        entries: what is printed, from left to right, empty cells left out.
        table: number of the table in the document, None for a paragraph.
        cols: columns of the table, 1 for a paragraph.
        sheet: name of the spreadsheet's sheet, empty elsewhere.
    """

    entries: tuple[Entry, ...]
    table: int | None = None
    cols: int = 1
    sheet: str = ""

    @property
    def text(self) -> str:
        """Return everything printed in the row."""
        return " ".join(e.text for e in self.entries)


def rows_of(blocks: Sequence[Block]) -> tuple[Row, ...]:
    """Return the rows of blocks in reading order; page furniture and empty rows left out."""
    tables = iter(range(10**9))
    return tuple(row for block in blocks for row in _rows(block, tables) if row.entries)


def _rows(block: Block, tables: Iterator[int]) -> Iterator[Row]:
    if isinstance(block, Paragraph):
        if block.role not in FURNITURE or _heads_sheet(block):
            yield from (Row((Entry(0, 1, t, block.place),)) for t in _texts(block))
        return
    number = next(tables)
    for cells in _cell_rows(block):
        nested = [b for c in cells for b in c.blocks if isinstance(b, Table)]
        if block.cols == 1 or (nested and len(cells) == 1):
            yield from (row for c in cells for b in c.blocks for row in _rows(b, tables))
            continue
        for entries in _taken_apart(cells):
            yield Row(entries, number, block.cols, _sheet_name(block.place.anchor))
        for table in nested:
            yield from _rows(table, tables)


def _heads_sheet(block: Paragraph) -> bool:
    """Tell a header that is none: title, enterprise or unit of a sheet that runs over pages."""
    return block.role == "header" and (
        heads.sheet_title(block.text) is not None
        or bool(heads.unit_of(block.text))
        or bool(_PREPARER.match(block.text.strip()))
    )


def _texts(paragraph: Paragraph) -> Iterator[str]:
    yield from (line for line in paragraph.shown.split("\n") if line.strip())


def _cell_rows(table: Table) -> Iterator[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    yield from (sorted(row, key=lambda c: c.col) for row in rows if row)


def _sheet_name(anchor: str) -> str:
    return anchor.partition("sheet[")[2].partition("]")[0]


def _taken_apart(cells: list[Cell]) -> Iterator[tuple[Entry, ...]]:
    """Yield a row's entries, or several rows where each cell holds many lines of a statement."""
    lines = [_lines(cell) for cell in cells]
    leading = max(lines, key=lambda ls: sum(is_label(t) for t, _ in ls), default=[])
    if sum(is_label(t) for t, _ in leading) < 2:
        yield tuple(
            Entry(c.col, c.col + c.col_span, text, c.place)
            for c in cells
            if (text := _own_text(c)).strip()
        )
        return
    for n in range(len(leading)):
        yield tuple(
            Entry(c.col, c.col + c.col_span, text, place)
            for c, ls in zip(cells, lines, strict=True)
            for text, place in _beside(ls, leading, n)
            if text.strip()
        )


def _own_text(cell: Cell) -> str:
    return "\n".join(b.shown for b in cell.blocks if isinstance(b, Paragraph))


def _lines(cell: Cell) -> list[tuple[str, Place]]:
    own = [b for b in cell.blocks if isinstance(b, Paragraph)]
    return [(t, b.place) for b in own for t in b.shown.split("\n")]


def _beside(
    lines: list[tuple[str, Place]], leading: list[tuple[str, Place]], n: int
) -> Iterator[tuple[str, Place]]:
    """Yield the lines of a cell that stand beside line `n` of the leading cell.

    By height where every line has a box of its own, else one to one where both hold as many.
    """
    boxes = [place.box for _, place in (*leading, *lines)]
    if len(lines) == len(leading):
        yield lines[n]
    elif all(boxes) and len({place.box for _, place in leading}) == len(leading):
        middle, reach = _middle(leading[n][1]), _reach(leading)
        near = [line for line in lines if abs(_middle(line[1]) - middle) <= reach]
        yield from near if len(near) == 1 else ()


def _middle(place: Place) -> float:
    return (place.box.top + place.box.bottom) / 2 if place.box else 0.0


def _reach(leading: list[tuple[str, Place]]) -> float:
    """Return how far off, in points, a figure may stand from its label: a third of a line."""
    middles = sorted(_middle(place) for _, place in leading)
    return min(b - a for a, b in pairwise(middles)) / 3
