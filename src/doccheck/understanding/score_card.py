"""Reading a score card: item, points and the applicant's own score, in whatever order of columns.

The columns are told by their headings; a table that goes on without headings (a page further)
keeps those of the table before it, where it has as many columns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from doccheck.model.document import Cell
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import UNCONFIRMED, Evidence
from doccheck.model.scores import ScoreItem, ScoreRole, ScoreState
from doccheck.text import normalise
from doccheck.understanding.grid import Grid, form_tables, grid_of, label_key

NUMBER_HEADS = ("序号", "编号", "项目序号", "no")
GROUP_HEADS = ("大类", "一级指标", "类别", "评价类别")
NAME_HEADS = ("小类", "二级指标", "评价项目", "评价指标", "指标", "项目", "项目名称")
POINTS_HEADS = ("分值", "标准分", "满分", "标准分值", "配分", "最高分")
SCORE_HEADS = (
    "自评分", "自评得分", "自评分数", "企业自评分", "企业自评", "自评", "自评打分", "自我评分",
    "得分", "自查得分", "评分", "打分",
)  # fmt: skip
SUBTOTALS = ("小计", "合计小计", "分计")
TOTALS = ("总分", "总计", "合计", "总得分", "自评总分", "得分合计", "合计得分", "总评分")
FEWEST_HEADS = 2  # headings that make a row the head of a score card
LONGEST_NAME = 16  # characters of an item's short name
QUOTE = 60

_SCORE = re.compile(r"^[^\d\-−－]{0,3}([-−－]?\d{1,3}(?:\.\d{1,2})?)\s*分?$")
_SUM = re.compile(r"^[\d.\s+＋]+[=＝]\s*(\d{1,3}(?:\.\d{1,2})?)\s*分?$")
_NUMBER = re.compile(r"^[(（]?(\d{1,3})[)）.、]?$")
EMPTY = frozenset({"", "/", "-", "—", "——", "无", "－", "\\"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a card stand; -1 for one that it does not have."""

    number: int = -1
    group: int = -1
    name: int = -1
    points: int = -1
    score: int = -1
    head: int = -1
    width: int = 0


def read_score_card(document: LogicalDocument) -> tuple[ScoreItem, ...]:
    """Return the rows of a readable score card in order, nothing where it has no such table."""
    if document.kind != "score_card":
        return ()
    found: list[ScoreItem] = []
    columns: Columns | None = None
    for table in form_tables(document.blocks):
        grid = grid_of(table)
        own = _columns(grid)
        if own is None and (columns is None or columns.width != table.cols):
            continue
        columns = own or columns
        if columns is not None:
            start = own.head + 1 if own else 0
            found += _rows(document, grid, columns, start)
    return tuple(found)


def _columns(grid: Grid) -> Columns | None:
    """Find the row of headings: it names points or scores and the items."""
    for row in range(grid.table.rows):
        at: dict[str, int] = {}
        for what, heads in _HEADS.items():
            col = _headed(grid, row, heads)
            if col is not None:
                at[what] = col
        if len(at) >= FEWEST_HEADS and at.keys() & {"points", "score"} and "name" in at:
            return Columns(**at, head=row, width=grid.table.cols)
    return None


_HEADS = {
    "number": NUMBER_HEADS, "group": GROUP_HEADS, "name": NAME_HEADS, "points": POINTS_HEADS,
    "score": SCORE_HEADS,
}  # fmt: skip


def _headed(grid: Grid, row: int, heads: tuple[str, ...]) -> int | None:
    """Return the column of a row whose cell is one of some headings, the first heading first."""
    cells = {
        label_key(c.text): col
        for col in range(grid.table.cols)
        if (c := grid.squares.get((row, col))) is not None and c.col == col
    }
    return next((cells[h] for h in heads if h in cells), None)


def _rows(
    document: LogicalDocument, grid: Grid, columns: Columns, start: int
) -> Iterator[ScoreItem]:
    for row in range(start, grid.table.rows):
        label = _sum_label(grid, row)
        if label is not None:
            role: ScoreRole = "subtotal" if label_key(label.text) in SUBTOTALS else "total"
            yield _sum(document, grid, columns, row, label, role)
            continue
        name = grid.squares.get((row, columns.name))
        if name is not None and name.row == row and name.text.strip():
            yield _item(document, grid, columns, row, name)


def _sum_label(grid: Grid, row: int) -> Cell | None:
    """Return the cell that makes a row a sum, None for a row of an item."""
    for col in range(grid.table.cols):
        cell = grid.squares.get((row, col))
        if cell is not None and cell.row == row and label_key(cell.text) in (*SUBTOTALS, *TOTALS):
            return cell
    return None


def _item(
    document: LogicalDocument, grid: Grid, columns: Columns, row: int, name: Cell
) -> ScoreItem:
    number = _NUMBER.match(normalise.clean(_text(grid, row, columns.number)))
    cell = grid.squares.get((row, columns.score)) if columns.score >= 0 else None
    state, score, raw = _score(cell, row)
    short = normalise.clean(name.text)[:LONGEST_NAME]
    return ScoreItem(
        document.id, "item", short, state, _evidence(document, cell or name, short, raw),
        int(number[1]) if number else None, normalise.clean(_text(grid, row, columns.group)),
        _figure(_text(grid, row, columns.points)), score, raw,
    )  # fmt: skip


def _sum(
    document: LogicalDocument, grid: Grid, columns: Columns, row: int, label: Cell, role: ScoreRole
) -> ScoreItem:
    cell = grid.squares.get((row, columns.score)) if columns.score >= 0 else None
    if cell is label:
        cell = None
    state, score, raw = _score(cell, row)
    name = normalise.clean(label.text)
    points = grid.squares.get((row, columns.points))
    maximum = None if points is None or points in (label, cell) else _figure(points.text)
    evidence = _evidence(document, cell or label, name, raw)
    return ScoreItem(
        document.id, role, name, state, evidence, None, "", maximum, score, raw
    )  # fmt: skip


def _score(cell: Cell | None, row: int) -> tuple[ScoreState, Decimal | None, str]:
    """Read the applicant's own score; a cell that spans rows belongs to none of them alone."""
    if cell is None:
        return "no_column", None, ""
    raw = normalise.clean(cell.text)
    if cell.row != row or cell.row_span > 1:
        return "unclear", None, raw
    if raw in EMPTY:
        return "blank", None, raw
    value = _figure(raw)
    return ("unclear", None, raw) if value is None else ("filled", value, raw)


def _figure(text: str) -> Decimal | None:
    """Return the number of a cell that holds one and no more (8, 8分, 3+5=8)."""
    plain = normalise.key(text)
    found = _SCORE.match(plain) or _SUM.match(plain)
    return Decimal(found[1].replace("−", "-").replace("－", "-")) if found else None


def _text(grid: Grid, row: int, col: int) -> str:
    cell = grid.squares.get((row, col)) if col >= 0 else None
    return cell.text if cell is not None else ""


def _evidence(document: LogicalDocument, cell: Cell, name: str, raw: str) -> Evidence:
    quote = f"{name} {raw}".strip()[:QUOTE]
    if document.text_source == "native":
        return Evidence(cell.place, quote, "table", cell.confidence, document=document.id)
    sureness = min(cell.confidence, UNCONFIRMED)
    return Evidence(cell.place, quote, "ocr", sureness, document=document.id)
