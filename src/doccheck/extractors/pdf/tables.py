"""Tables of the document model from grids and sheets."""

from collections.abc import Sequence
from itertools import pairwise

from doccheck.extractors.pdf.lines import Segment, needs_blank
from doccheck.extractors.pdf.paragraphs import cell_paragraphs
from doccheck.extractors.pdf.ruled import Grid, GridCell
from doccheck.extractors.pdf.sheets import Sheet
from doccheck.model.document import Block, Cell, Look, Paragraph, Table
from doccheck.model.places import Box, Place


def has_text(grid: Grid) -> bool:
    """Return whether anything is printed in a grid; if not, it is part of a drawing."""
    return any(c.lines or any(has_text(inner) for inner in c.inner) for c in grid.cells)


def grid_table(file: str, grid: Grid, anchor: str) -> Table:
    """Return the table that a grid of rules and its text make."""
    return Table(
        rows=len(grid.ys) - 1,
        cols=len(grid.xs) - 1,
        cells=tuple(_grid_cell(file, cell, anchor) for cell in grid.cells),
        place=Place(file, grid.page, grid.box, anchor),
        ruled=True,
        end_page=grid.end_page if grid.end_page != grid.page else None,
    )


def _grid_cell(file: str, cell: GridCell, table: str) -> Cell:
    anchor = f"{table}.cell[{cell.row},{cell.col}]"
    page, box = cell.parts[0]
    blocks: list[Block] = list(cell_paragraphs(file, cell.lines, box.x0, box.x1))
    inner = [grid_table(file, g, f"{anchor}.table[{i}]") for i, g in enumerate(cell.inner)]
    if inner:
        blocks = sorted([*blocks, *inner], key=lambda b: b.place.order)
    return Cell(
        row=cell.row,
        col=cell.col,
        blocks=tuple(blocks),
        place=Place(file, page, box, anchor),
        row_span=cell.row_span,
        col_span=cell.col_span,
    )


def sheet_table(file: str, sheet: Sheet, anchor: str) -> Table:
    """Return the table that an unruled sheet makes."""
    page = sheet.lines[0].page
    covered = {(r, c + n) for (r, c), span in sheet.spans.items() for n in range(1, span)}
    cells = tuple(
        _sheet_cell(file, page, segments, (row, col), anchor, sheet.spans.get((row, col), 1))
        for row, columns in enumerate(sheet.rows)
        for col, segments in enumerate(columns)
        if (row, col) not in covered
    )
    return Table(
        rows=len(sheet.rows),
        cols=sheet.columns,
        cells=cells,
        place=Place(file, page, _around([line.box for line in sheet.lines]), anchor),
        ruled=False,
    )


def _sheet_cell(
    file: str, page: int, segments: Sequence[Segment], at: tuple[int, int], table: str,
    span: int,
) -> Cell:  # fmt: skip
    anchor = f"{table}.cell[{at[0]},{at[1]}]"
    if not segments:
        return Cell(*at, (), Place(file, page, None, anchor))
    place = Place(file, page, _around([s.box for s in segments]), anchor)
    text = segments[0].text
    for left, right in pairwise(segments):  # in one line a gap is a blank, a wrap is none
        wrapped = right.x0 < left.x1 and not needs_blank(left.text, right.text)
        text += right.text if wrapped else f" {right.text}"
    look = Look(size=round(segments[0].size, 1), bold=segments[0].bold)
    return Cell(*at, (Paragraph(text, place, look=look),), place, col_span=span)


def _around(boxes: Sequence[Box]) -> Box:
    box = boxes[0]
    for other in boxes[1:]:
        box = box.union(other)
    return box
