"""Tables: rows of cells with spans, laid out on a grid of unit squares."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word.colours import UNKNOWN, shaded
from doccheck.extractors.word.controls import settled_content
from doccheck.extractors.word.names import (
    CELL,
    CONTROL,
    REMOVED,
    ROW,
    TRANSPARENT,
    VAL,
    W,
    child_value,
    is_on,
    whole,
)
from doccheck.extractors.word.styles import StyleSheet

MAX_COLUMNS = 1000  # Word stops at 63; a span beyond this is an attack, not a form
MAX_CELLS = 200_000  # of one file; the largest real form measured has a few hundred

_ROW_PROPERTIES = W + "trPr"
_CELL_PROPERTIES = W + "tcPr"


@dataclass(slots=True)
class Slot:
    """A cell's place on the grid and the element that holds its content."""

    element: etree._Element
    row: int
    col: int
    row_span: int = 1
    col_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's size in unit squares and its cells in row-major order."""

    rows: int
    cols: int
    slots: tuple[Slot, ...]


def lay_out(table: etree._Element) -> Grid:
    """Return the cells of a `w:tbl` on its grid; a merged cell is one slot at its top left."""
    slots: list[Slot] = []
    open_merges: dict[int, Slot] = {}
    rows = cols = 0
    for element in _rows(table):
        placed, width, open_merges = _lay_out_row(element, rows, open_merges)
        slots.extend(placed)
        cols = max(cols, width)
        rows += 1
    return Grid(rows, cols, tuple(slots))


class CellBudget:
    """How many more cells a file may have."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._left = MAX_CELLS

    def spend(self, cells: int) -> None:
        """Take cells off the budget; `UnreadableFileError` where it is used up."""
        self._left -= cells
        if self._left < 0:
            raise UnreadableFileError(
                f"表格单元格超过 {MAX_CELLS} 个，未读取", self._where, "请拆分或精简表格后重新提交"
            )


def _lay_out_row(
    element: etree._Element, row: int, above: dict[int, Slot]
) -> tuple[list[Slot], int, dict[int, Slot]]:
    """Return a row's new cells, its width, and the merges still open below it, by column."""
    before, after = _row_gaps(element)
    placed: list[Slot] = []
    merges: dict[int, Slot] = {}
    col = before
    for cell in _children(element, CELL):
        span, vertical, continues_left = _cell_spans(cell)
        span = min(span, MAX_COLUMNS - col)
        if span < 1:
            break
        if continues_left and placed:
            placed[-1].col_span += span
        elif vertical == "continue" and col in above and above[col].col_span == span:
            above[col].row_span += 1
            merges[col] = above[col]
        else:
            slot = Slot(cell, row, col, col_span=span)
            placed.append(slot)
            if vertical:
                merges[col] = slot
        col += span
    return placed, min(col + after, MAX_COLUMNS), merges


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _children(table, ROW):
        properties = row.find(_ROW_PROPERTIES)
        if properties is None or not _is_out(properties):
            yield row


def _children(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Yield rows or cells, also those inside content controls and other wrappers."""
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag == CONTROL:
            content = settled_content(child)
            if content is not None:
                yield from _children(content, wanted)
        elif tag in TRANSPARENT:
            yield from _children(child, wanted)


def _is_out(properties: etree._Element) -> bool:
    """Return whether a row is deleted by a tracked change, or hidden."""
    for entry in properties:
        if entry.tag in REMOVED or (entry.tag == W + "hidden" and is_on(entry)):
            return True
    return False


def _row_gaps(row: etree._Element) -> tuple[int, int]:
    properties = row.find(_ROW_PROPERTIES)
    if properties is None:
        return 0, 0
    gaps = [properties.find(W + name) for name in ("gridBefore", "gridAfter")]
    before, after = (0 if gap is None else max(0, whole(gap.get(VAL))) for gap in gaps)
    return min(before, MAX_COLUMNS), min(after, MAX_COLUMNS)


def _cell_spans(cell: etree._Element) -> tuple[int, str, bool]:
    """Return a cell's width, its vertical merge ("", "restart", "continue"), and whether it
    belongs to the cell on its left (the older horizontal merge)."""
    properties = cell.find(_CELL_PROPERTIES)
    if properties is None:
        return 1, "", False
    span, vertical, continues_left = 1, "", False
    for entry in properties:
        if entry.tag == W + "gridSpan":
            span = max(1, whole(entry.get(VAL), 1))
        elif entry.tag == W + "vMerge":
            vertical = entry.get(VAL, "continue")
        elif entry.tag == W + "hMerge":
            continues_left = entry.get(VAL, "continue") == "continue"
    return span, vertical, continues_left


def is_deleted(cell: etree._Element) -> bool:
    """Return whether a tracked change deletes a cell."""
    properties = cell.find(_CELL_PROPERTIES)
    return properties is not None and properties.find(W + "cellDel") is not None


def table_ground(table: etree._Element, styles: StyleSheet) -> str | None:
    """Return the colour behind a table, None where it has none of its own."""
    properties = table.find(W + "tblPr")
    if properties is None:
        return None
    if styles.shades_cells(child_value(properties, W + "tblStyle") or ""):
        return UNKNOWN  # which of its cells does the style mean: the head, every other row?
    return _ground(properties)


def cell_ground(cell: etree._Element) -> str | None:
    """Return the colour behind a cell, None where it has none of its own."""
    properties = cell.find(_CELL_PROPERTIES)
    return None if properties is None else _ground(properties)


def _ground(properties: etree._Element) -> str | None:
    shading = properties.find(W + "shd")
    return None if shading is None else shaded(shading)
