"""A story (body, note, header, text box) told as a tree of `w:p` and `w:tbl`."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.word_legacy.file import DocFile
from doccheck.extractors.word_legacy.looks import (
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW_END,
    ROW_END,
    element,
    paragraph_properties,
    style_of,
)
from doccheck.extractors.word_legacy.properties import changes, unsigned
from doccheck.extractors.word_legacy.runs import BREAK, Pictures, RunTeller
from doccheck.extractors.word_legacy.tables import Row, row_of, table_of

MAX_DEPTH = 12  # tables in tables
PARAGRAPH_END, CELL_END = "\r", "\x07"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as stored.

    Attributes:
        start: first character. mark: position of the one that ends it.
        style: number of its style. changes: its modifiers.
        depth: how many tables it is in. ends_cell, ends_row: what its mark ends at that depth.
    """

    start: int
    mark: int
    style: int
    changes: bytes
    depth: int
    ends_cell: bool
    ends_row: bool


class Storyteller:
    """Tells the stories of one file."""

    def __init__(self, file: DocFile, pictures: Pictures, sections: Sequence[int] = ()) -> None:
        self._file = file
        self._pictures = pictures
        self._sections = sections
        self.shading_styles = file.styles.shading

    def story(self, name: str, start: int, end: int) -> etree._Element:
        """Return a stretch of text as an element."""
        root = element(name)
        teller = RunTeller(self._file, self._pictures)
        _Tree(self, teller, self._lines(start, end)).fill(root)
        return root

    def paragraph(self, line: Line, teller: RunTeller) -> etree._Element:
        """Return one line as `w:p`."""
        made = element("p")
        properties = paragraph_properties(line.changes)
        style_of(properties, line.style)
        if teller.is_gone(line.mark, line.style):
            mark = element("rPr")
            mark.append(element("del"))
            properties.append(mark)
        if self.ends_section(line.mark):
            properties.append(element("sectPr", number=str(self._section(line.mark))))
        made.append(properties)
        made.extend(teller.runs(line.start, line.mark, line.style))
        return made

    def ends_section(self, mark: int) -> bool:
        """Return whether a mark is the last of a section that is not the last one."""
        at = self._section(mark)
        return at < len(self._sections) - 1 and self._sections[at] == mark + 1

    def _section(self, mark: int) -> int:
        return bisect_left(self._sections, mark + 1)

    def _lines(self, start: int, end: int) -> list[Line]:
        characters, lines, first = self._file.text.characters, [], start
        end = min(end, len(characters))
        for at in range(start, end):
            character = characters[at]
            is_end = character in (PARAGRAPH_END, CELL_END)
            if is_end or (character == BREAK and self.ends_section(at)):
                lines.append(self._line(first, at))
                first = at + 1
        if first < end:
            lines.append(self._line(first, end))
        return lines

    def _line(self, start: int, mark: int) -> Line:
        stored = self._file.paragraphs.at(self._file.text.stored_at(mark))
        changed = stored[2:] + self._file.text.piece_at(mark).changes
        said = dict(changes(changed))

        def flag(number: int) -> int:
            return unsigned(said.get(number, b"\0"))

        depth = min(flag(DEPTH) or (1 if flag(IN_TABLE) else 0), MAX_DEPTH)
        inner = depth > 1
        is_cell_mark = self._file.text.characters[mark : mark + 1] == CELL_END
        ends_row = bool(flag(INNER_ROW_END) if inner else flag(ROW_END))
        ends_cell = bool(flag(INNER_CELL)) if inner else is_cell_mark
        return Line(
            start, mark, unsigned(stored[:2]), changed, depth, ends_cell and not ends_row, ends_row
        )


class _Tree:
    """Puts lines into tables by their depth."""

    def __init__(self, stories: Storyteller, teller: RunTeller, lines: list[Line]) -> None:
        self._stories = stories
        self._teller = teller
        self._lines = lines
        self._at = 0

    def fill(self, root: etree._Element) -> None:
        """Put all lines into the root."""
        root.extend(self._blocks(0))

    def _blocks(self, depth: int) -> list[etree._Element]:
        """Take lines that are in no more tables than so many, and the tables between them."""
        blocks: list[etree._Element] = []
        while self._at < len(self._lines) and self._lines[self._at].depth >= depth:
            line = self._lines[self._at]
            if line.depth > depth:
                blocks.extend(self._table(depth + 1))
                continue
            if depth and (line.ends_row or line.ends_cell):
                break
            blocks.append(self._stories.paragraph(line, self._teller))
            self._at += 1
        return blocks

    def _table(self, depth: int) -> list[etree._Element]:
        rows: list[Row] = []
        cells: list[list[etree._Element]] = []
        while self._at < len(self._lines) and self._lines[self._at].depth >= depth:
            content = self._blocks(depth)
            if self._at >= len(self._lines) or self._lines[self._at].depth < depth:
                cells.append(content)
                break
            line = self._lines[self._at]
            self._at += 1
            if line.ends_row:
                rows.append(row_of(cells, line.changes, self._stories.shading_styles))
                cells = []
            else:
                cells.append([*content, self._stories.paragraph(line, self._teller)])
        if cells:
            rows.append(row_of(cells, b""))
        return [table_of(rows)] if any(row.cells for row in rows) else []
