"""Rows and cells from paragraph marks, told as `w:tbl` with merged cells."""

from dataclasses import dataclass, field

from lxml import etree

from doccheck.extractors.word_legacy.looks import element
from doccheck.extractors.word_legacy.properties import TABLE_DEFINITION, changes, numbers
from doccheck.extractors.word_legacy.shading import cell_grounds

MAX_CELLS = 64  # of a row; Word stops at 63
SAME_EDGE = 20  # twips (1 point): edges of two rows nearer than this are one
_FIRST_MERGED, _MERGED, _MERGED_DOWN, _TOP_MERGED = 0x1, 0x2, 0x20, 0x40
_VERTICAL, _HORIZONTAL = 0xD62B, 0x5624
_CELL_BYTES = 20


@dataclass(slots=True)
class Row:
    """A row: the contents of its cells, their edges in twips from the left, flags, shadings."""

    cells: list[list[etree._Element]]
    edges: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    grounds: list[etree._Element | None] = field(default_factory=list)


def row_of(
    cells: list[list[etree._Element]], definition: bytes, unclear: frozenset[int] = frozenset()
) -> Row:
    """Return a row as the modifiers of its end mark define it (`unclear`: see `cell_grounds`)."""
    row, told = Row(cells[:MAX_CELLS]), list(changes(definition))
    row.grounds = cell_grounds(told, len(row.cells), unclear)
    for number, operand in told:
        if number == TABLE_DEFINITION and operand:
            count = min(operand[0], MAX_CELLS)
            row.edges = list(numbers(operand, 1, count + 1, "h"))
            at = 1 + 2 * (operand[0] + 1)
            entries = [operand[at + i * _CELL_BYTES :][:2] for i in range(count)]
            row.flags = [int.from_bytes(entry, "little") for entry in entries]
        elif number == _VERTICAL and len(operand) >= 2 and operand[0] < len(row.flags):
            kept = row.flags[operand[0]] & ~(_MERGED_DOWN | _TOP_MERGED)
            row.flags[operand[0]] = kept | (operand[1] & 0x3) << 5
        elif number == _HORIZONTAL and len(operand) >= 2:
            _merge_across(row, operand[0], operand[1])
    if len(row.edges) < len(row.cells) + 1:
        row.edges = []
    return row


def _merge_across(row: Row, first: int, limit: int) -> None:
    for i in range(first, min(limit, len(row.flags))):
        row.flags[i] |= _FIRST_MERGED if i == first else _MERGED


def table_of(rows: list[Row]) -> etree._Element:
    """Return rows as one `w:tbl`; its grid is every edge that any row has."""
    grid = _grid(rows)
    table = element("tbl")
    for row in rows:
        table.append(_row(row, grid))
    return table


def _grid(rows: list[Row]) -> list[int]:
    grid: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not grid or edge - grid[-1] > SAME_EDGE:
            grid.append(edge)
    return grid


def _row(row: Row, grid: list[int]) -> etree._Element:
    made = element("tr")
    if row.edges and _column(grid, row.edges[0]):
        properties = element("trPr")
        properties.append(element("gridBefore", val=str(_column(grid, row.edges[0]))))
        made.append(properties)
    for i, content in enumerate(row.cells):
        made.append(_cell(row, i, content, grid))
    return made


def _cell(row: Row, i: int, content: list[etree._Element], grid: list[int]) -> etree._Element:
    made, properties = element("tc"), element("tcPr")
    if row.edges:
        span = _column(grid, row.edges[i + 1]) - _column(grid, row.edges[i])
        properties.append(element("gridSpan", val=str(max(1, span))))
    flags = row.flags[i] if i < len(row.flags) else 0
    if flags & _MERGED:
        properties.append(element("hMerge", val="continue"))
    if flags & _MERGED_DOWN:
        value = "restart" if flags & _TOP_MERGED else "continue"
        properties.append(element("vMerge", val=value))
    ground = row.grounds[i] if i < len(row.grounds) else None
    if ground is not None:
        properties.append(ground)
    made.append(properties)
    made.extend(content)
    return made


def _column(grid: list[int], edge: int) -> int:
    """Return the number of the grid line that an edge lies on."""
    return max((i for i, line in enumerate(grid) if line <= edge), default=0)
