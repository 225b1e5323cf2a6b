"""One old Word file laid open: its text and every table that the telling draws on."""

from dataclasses import dataclass

from doccheck.extractors.compound import Compound
from doccheck.extractors.word_legacy import header as at
from doccheck.extractors.word_legacy.drawings import Drawings, read_drawings
from doccheck.extractors.word_legacy.formats import Ranges, character_ranges, paragraph_ranges
from doccheck.extractors.word_legacy.header import Header, read_header
from doccheck.extractors.word_legacy.properties import numbers, positions
from doccheck.extractors.word_legacy.styles import Styles, read_fonts, read_styles
from doccheck.extractors.word_legacy.text import Text, read_text


@dataclass(frozen=True, slots=True)
class DocFile:
    """What the streams of a file hold.

    Attributes:
        stream: the main stream. table: the stream of tables. data: pictures and form fields.
        header: where in them everything stands.
        text: characters of all stories. characters, paragraphs: their properties by byte.
        fonts: names in order. styles: the style sheet.
        notes: position of a note's mark → its kind and number.
        drawings: shapes that float over the text, by the position they hang on.
    """

    stream: bytes
    table: bytes
    data: bytes
    header: Header
    text: Text
    characters: Ranges
    paragraphs: Ranges
    fonts: tuple[str, ...]
    styles: Styles
    notes: dict[int, tuple[str, int]]
    drawings: Drawings

    def part(self, index: int) -> bytes:
        """Return one table of the table stream."""
        return _part(self.table, self.header, index)

    def bounds(self, index: int) -> tuple[int, ...]:
        """Return the positions that a table holds, whatever its entries are."""
        return numbers(self.part(index), 0, len(self.part(index)) // 4)


def lay_open(compound: Compound, where: str) -> DocFile:
    """Read the tables of a compound file.

    Raises:
        UnreadableFileError: it is encrypted, older than Word 97 or damaged.
    """
    stream = compound.data("WordDocument")
    header = read_header(stream, where)
    table, data = compound.optional(header.table), compound.optional("Data")
    text = read_text(stream, _part(table, header, at.PIECES), where)
    fonts = read_fonts(_part(table, header, at.FONTS))
    shapes = _part(table, header, at.SHAPES)
    return DocFile(
        stream,
        table,
        data,
        header,
        text,
        character_ranges(stream, _part(table, header, at.CHARACTER_PAGES)),
        paragraph_ranges(stream, _part(table, header, at.PARAGRAPH_PAGES), data),
        fonts,
        read_styles(_part(table, header, at.STYLES), fonts),
        _notes(table, header),
        read_drawings(_part(table, header, at.DRAWINGS), shapes, stream),
    )


def _part(table: bytes, header: Header, index: int) -> bytes:
    start, size = header.pairs[index]
    return table[start : start + size]


def _notes(table: bytes, header: Header) -> dict[int, tuple[str, int]]:
    found: dict[int, tuple[str, int]] = {}
    for kind, index in (("footnote", at.FOOTNOTE_MARKS), ("endnote", at.ENDNOTE_MARKS)):
        marks, entries = positions(_part(table, header, index), 2)
        for number, _ in enumerate(entries):
            found[marks[number]] = (kind, number)
    return found
