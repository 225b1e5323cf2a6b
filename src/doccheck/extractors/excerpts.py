"""The surroundings of a place in a file without pages: what a picture shows of a page."""

from doccheck.model.document import Block, Cell, Document, Table, walk_tables
from doccheck.model.report import Excerpt, ExcerptCell

AROUND = 1  # blocks or rows shown above and below
LONGEST = 160  # characters shown of a block or cell
WIDEST = 10  # cells shown of a row


def excerpt(document: Document, anchor: str) -> Excerpt | None:
    """Return the neighbourhood of an anchor, the place itself marked; None where it is not found.

    A table's cell is shown in its row with the rows around it, a paragraph with its neighbours.
    """
    for table in walk_tables(document.blocks):
        for cell in table.cells:
            if cell.place.anchor == anchor:
                return _rows(table, cell)
    for number, block in enumerate(document.blocks):
        if block.place.anchor == anchor:
            return _blocks(document.blocks, number)
    return None


def _rows(table: Table, wanted: Cell) -> Excerpt:
    first, last = wanted.row - AROUND, wanted.row + wanted.row_span - 1 + AROUND
    shown = [c for c in table.cells if c.row <= last and c.row + c.row_span > first]
    starts = sorted({c.row for c in shown})
    return tuple(
        tuple(
            ExcerptCell(_short(c.text), c is wanted, c.col_span) for c in shown if c.row == start
        )[:WIDEST]
        for start in starts
    )


def _blocks(blocks: tuple[Block, ...], number: int) -> Excerpt:
    near = range(max(0, number - AROUND), min(len(blocks), number + AROUND + 1))
    return tuple((ExcerptCell(_short(_text(blocks[n])), n == number),) for n in near)


def _text(block: Block) -> str:
    if isinstance(block, Table):
        return "　".join(cell.text for cell in block.cells[:WIDEST])
    return block.shown


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
