"""Putting together what flows without pages: paragraphs and tables, each with its anchor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from doccheck.errors import UnreadableFileError
from doccheck.extractors.fingerprints import Fingerprint
from doccheck.extractors.word.visibility import Unseen
from doccheck.model.document import (
    Block,
    Cell,
    Look,
    Paragraph,
    Picture,
    Role,
    Table,
)
from doccheck.model.places import Place
from doccheck.model.unseen_text import UnseenText

PLAIN = Look()

MAX_CELLS = 200_000  # of one file, as for Word and Excel
MAX_SPAN = 1000  # columns or rows that one cell may cover
MAX_NESTING = 40  # tables in tables

_FURNITURE: frozenset[Role] = frozenset(("header", "footer", "toc"))

Square = tuple[int, int]


@dataclass(slots=True)
class Slot:
    """A cell to be: what stands in it, and how many rows and columns it covers."""

    content: "list[Line | Grid]" = field(default_factory=list)
    row_span: int = 1
    col_span: int = 1


@dataclass(slots=True)
class Line:
    """A paragraph to be.

    `pictures` stand in it, each with whether it floats over the text; `unseen` are pieces that a
    reader does not see, in order: those of which it is sure are no part of `text`.
    """

    text: str
    level: int | None = None
    look: Look = PLAIN
    role: Role = "body"
    number: str = ""
    starts_page: bool = False
    pictures: list[tuple[Fingerprint, bool]] = field(default_factory=list)
    unseen: list[tuple[Unseen, str]] = field(default_factory=list)

    @property
    def says(self) -> bool:
        """Return whether anything is in it, seen or not."""
        return bool(self.text.strip() or self.pictures or self.unseen)


@dataclass(slots=True)
class Grid:
    """A table to be: rows of cells, those under a cell from above left out."""

    rows: list[list[Slot]]


class Flow:
    """Turns lines and grids into blocks with anchors; keeps the pictures and what is not seen."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = MAX_CELLS
        self._block = 0
        self._pictures: list[Picture] = []
        self._unseen: list[UnseenText] = []

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures of the blocks made so far."""
        return tuple(self._pictures)

    @property
    def unseen(self) -> tuple[UnseenText, ...]:
        """Return what no reader sees of the blocks made so far."""
        return tuple(self._unseen)

    def blocks(
        self, content: Sequence[Line | Grid], inside: str = "", depth: int = 0
    ) -> tuple[Block, ...]:
        """Return blocks; `inside` is the anchor of the cell they stand in."""
        made: list[Block] = []
        tables = 0
        for item in content:
            if not inside:
                self._block = len(made)
            if isinstance(item, Line):
                anchor = inside or f"paragraph[{len(made)}]"
                self._note(item, Place(self._file, anchor=anchor))
                if item.text.strip() or item.pictures:
                    made.append(self._paragraph(item, anchor))
            elif depth < MAX_NESTING:
                anchor = f"{inside}{'.' if inside else ''}table[{tables}]"
                table = self._table(item, anchor, depth)
                if table:
                    made.append(table)
                    tables += 1
        return tuple(made)

    def _note(self, line: Line, place: Place) -> None:
        """Keep a line's pictures and what is not seen of it; neighbours of one kind together."""
        for known, floating in line.pictures:
            self._pictures.append(
                Picture(
                    place, *known.size, known.sha256, self._block, floating,
                    known.appearance, known.likeness,
                )
            )  # fmt: skip
        if line.role in _FURNITURE:
            return
        for why, pieces in groupby(line.unseen, key=itemgetter(0)):
            text = "".join(piece for _, piece in pieces).strip()
            self._unseen.append(UnseenText(text, place, why.how, why.sure, self._block))

    def _paragraph(self, line: Line, anchor: str) -> Paragraph:
        return Paragraph(
            text=line.text.strip(),
            place=Place(self._file, anchor=anchor),
            number=line.number,
            level=line.level,
            look=line.look,
            role=line.role,
            page_break_before=line.starts_page,
        )

    def _table(self, grid: Grid, anchor: str, depth: int) -> Table | None:
        placed = list(laid_out(grid.rows))
        self._cells -= len(placed)
        if self._cells < 0:
            raise UnreadableFileError(
                f"表格单元格超过 {MAX_CELLS} 个，未读取", self._file, "请拆分或精简表格后重新提交"
            )
        if not placed:
            return None
        cells = tuple(self._cell(at, slot, anchor, depth) for at, slot in placed)
        rows = max(c.row + c.row_span for c in cells)
        cols = max(c.col + c.col_span for c in cells)
        return Table(rows, cols, cells, Place(self._file, anchor=anchor))

    def _cell(self, at: Square, slot: Slot, table: str, depth: int) -> Cell:
        anchor = f"{table}.cell[{at[0]},{at[1]}]"
        blocks = self.blocks(slot.content, anchor, depth + 1)
        place = Place(self._file, anchor=anchor)
        return Cell(*at, blocks, place, slot.row_span, slot.col_span)


def laid_out(rows: Iterable[Sequence[Slot]]) -> list[tuple[Square, Slot]]:
    """Give every cell its square, as a browser does: past those that reach down from above."""
    taken: dict[int, int] = {}  # column → first row that is free again
    placed: list[tuple[Square, Slot]] = []
    rows = list(rows)
    for r, row in enumerate(rows):
        col = 0
        for slot in row:
            while taken.get(col, 0) > r:
                col += 1
            slot.col_span = max(1, min(slot.col_span, MAX_SPAN))
            slot.row_span = max(1, min(slot.row_span, len(rows) - r))
            placed.append(((r, col), slot))
            for c in range(col, col + slot.col_span):
                taken[c] = r + slot.row_span
            col += slot.col_span
    return placed
