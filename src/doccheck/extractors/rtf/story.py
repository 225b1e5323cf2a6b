"""The blocks of an RTF file as they grow: paragraphs, cells, rows, tables in tables."""

from dataclasses import dataclass, field, replace
from typing import cast

from doccheck.extractors.fingerprints import Fingerprint
from doccheck.extractors.flow import Grid, Line
from doccheck.extractors.rtf.state import FURNITURE, ParagraphState, StyleSheet
from doccheck.extractors.rtf.tables import OpenTable
from doccheck.extractors.word.visibility import Unseen
from doccheck.model.document import Look, Role


@dataclass(slots=True)
class Gathered:
    """A paragraph being read: its text and number, weights of its letters by size and boldness,
    pictures and whether they float, and what of it is not seen."""

    text: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    weights: dict[tuple[float, bool], int] = field(default_factory=dict)
    pictures: list[tuple[Fingerprint, bool]] = field(default_factory=list)
    unseen: list[tuple[Unseen, str]] = field(default_factory=list)


class Story:
    """The paragraph being read, and the blocks around and before it."""

    def __init__(self) -> None:
        self.styles = StyleSheet()
        self.paragraph = ParagraphState()
        self.gathered = Gathered()
        self._body: list[Line | Grid] = []
        self._rest: list[Line | Grid] = []  # headers, notes, text boxes
        self._tables: list[OpenTable] = []
        self._outer: list[tuple[Gathered, ParagraphState]] = []

    def enter(self) -> None:
        """Begin a header, note or text box in the middle of a paragraph."""
        self._outer.append((self.gathered, self.paragraph))
        self.gathered, self.paragraph = Gathered(), ParagraphState()

    def leave(self, target: str) -> None:
        """End it; go on with the paragraph."""
        self.end_paragraph(target)
        self.gathered, self.paragraph = self._outer.pop()

    def finished(self) -> list[Line | Grid]:
        """Return all that was gathered, the body first."""
        self.end_paragraph()
        self.end_tables(0)
        return self._body + self._rest

    def end_paragraph(self, target: str = "body", depth: int | None = None) -> None:
        """Finish the paragraph being read and put it where it belongs."""
        text = "".join(self.gathered.text)
        paragraph, line = self.paragraph, self._line(_paired(text), target)
        if line.says:
            if target in FURNITURE.values() or target == "text_box":
                self._rest.append(line)
            else:
                self._put(line, paragraph.depth if depth is None else depth)
            self.paragraph = replace(paragraph, breaks_page=False)
        self.gathered = Gathered()

    def _line(self, text: str, target: str) -> Line:
        paragraph, styles = self.paragraph, self.styles
        gathered = self.gathered
        weights = gathered.weights
        size, bold = max(weights, key=weights.__getitem__, default=(0.0, False))
        name = styles.names.get(paragraph.style, "").lower()
        level = paragraph.level or styles.levels.get(paragraph.style) or _level_named(name)
        role = cast(Role, target if target in (*FURNITURE.values(), "text_box") else "body")
        if role == "body" and name.startswith("toc"):
            role, level = "toc", None
        return Line(
            text, level if level and level < 10 else None, Look(size, bold, paragraph.centred),
            role, "".join(gathered.number).strip(), paragraph.breaks_page, gathered.pictures,
            [(why, _paired(piece)) for why, piece in gathered.unseen],
        )  # fmt: skip

    def _put(self, line: Line, depth: int) -> None:
        self.end_tables(depth)
        if depth:
            self.table(depth).content.append(line)
        else:
            self._body.append(line)

    def table(self, depth: int) -> OpenTable:
        """Return the table of a depth, 1 for the outermost, begun where it is not."""
        while len(self._tables) < depth:
            self._tables.append(OpenTable())
        return self._tables[depth - 1]

    def end_tables(self, depth: int) -> None:
        """Finish the tables deeper than so many, each into what is around it."""
        while len(self._tables) > depth:
            grid = self._tables.pop().grid()
            if grid.rows:
                around = self._tables[-1].content if self._tables else self._body
                around.append(grid)


def _paired(text: str) -> str:
    """Return a text with surrogates joined: a `\\u` is half of a rare character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _level_named(name: str) -> int | None:
    for prefix in ("heading ", "标题 "):
        if name.startswith(prefix) and name[len(prefix) :].strip().isdigit():
            return int(name[len(prefix) :])
    return None
