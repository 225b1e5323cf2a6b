"""Comments in a copy of a Word file, at the words that a finding is about."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from doccheck.errors import UnreadableFileError
from doccheck.model.document import Document
from doccheck.reports.marked import Note

AUTHOR, INITIALS = "doccheck", "核"
LEAST_QUOTE = 2  # characters that words must have to be searched for

Element = Any
"""An element of Word's XML; lxml's and python-docx's types for them do not fit together."""

TROUBLES = (
    PackageNotFoundError, BadZipFile, OSError, ValueError, LookupError, AttributeError, TypeError,
    SyntaxError,
)  # fmt: skip
"""What python-docx raises for files that Word opens all the same, or that nobody can open."""

_TABLE = re.compile(r"table\[(\d+)\]")
_CELL = re.compile(r"table\[(\d+)\]\.cell\[(\d+),(\d+)\]")
_PARAGRAPH = re.compile(r"paragraph\[(\d+)\]")


def mark_word(path: Path, notes: tuple[Note, ...], _: Document | None) -> bytes:
    """Return a copy with a comment for every note; what has no place stands at the beginning."""
    try:
        return _marked(docx.Document(str(path)), notes)
    except TROUBLES as error:
        raise UnreadableFileError(
            f"Word 文件不能写批注（{type(error).__name__}）", str(path)
        ) from error


def _marked(document: WordDocument, notes: tuple[Note, ...]) -> bytes:
    finder = _Finder(document)
    for note in notes:
        paragraph = finder.find(note) or finder.first
        if paragraph is not None:
            _comment(document, paragraph, note)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Finder:
    """Finds the paragraph that a place means: by its cell, else by its words."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        body = document.element.body
        self._tables = [t for t in body.iter(qn("w:tbl")) if not _within(t, "w:tbl")]
        self._paragraphs = [p for p in body.iter(qn("w:p")) if not _within(p, "mc:Fallback")]
        self._texts = [_bare(_text(p)) for p in self._paragraphs]

    @property
    def first(self) -> Paragraph | None:
        """Return the first paragraph that holds words."""
        number = next((n for n, text in enumerate(self._texts) if text), None)
        return None if number is None else self._wrap(self._paragraphs[number])

    def find(self, note: Note) -> Paragraph | None:
        """Return the paragraph that a note is about, None where it cannot be told."""
        anchor, quote = note.location.anchor or "", _bare(note.quote)
        if cell := _CELL.match(anchor):
            number, row, column = map(int, cell.groups())
            found = self._in_cell(number, row, column, quote)
            if found is not None:
                return self._wrap(found)
        place = _PARAGRAPH.match(anchor)
        near = int(place[1]) if place else None
        found = self._by_words(quote, near)
        if found is None and (table := _TABLE.match(anchor)):
            found = next(self._table_paragraphs(int(table[1])), None)
        return None if found is None else self._wrap(found)

    def _in_cell(self, number: int, row: int, column: int, quote: str) -> Element | None:
        """Return the paragraph of a cell; None where grid and words do not fit together."""
        if number >= len(self._tables):
            return None
        try:
            cell = Table(self._tables[number], self._document).cell(row, column)
        except (IndexError, ValueError):
            return None
        held = list(cell._tc.iter(qn("w:p")))
        if quote and not _fits(quote, _bare("".join(_text(p) for p in held))):
            return None
        fitting = (p for p in held if quote and _fits(quote, _bare(_text(p))))
        return next(fitting, held[0] if held else None)

    def _by_words(self, quote: str, near: int | None) -> Element | None:
        """Return the paragraph with the words, the one nearest to a block's index."""
        if len(quote) < LEAST_QUOTE:
            return None
        found = [n for n, text in enumerate(self._texts) if _fits(quote, text)]
        if not found:
            return None
        return self._paragraphs[min(found, key=lambda n: abs(n - (near or 0)))]

    def _table_paragraphs(self, number: int) -> Iterator[Element]:
        table: list[Element] = self._tables[number : number + 1]
        return (p for t in table for p in t.iter(qn("w:p")))

    def _wrap(self, paragraph: Element) -> Paragraph:
        return Paragraph(paragraph, self._document._body)


def _comment(document: WordDocument, paragraph: Paragraph, note: Note) -> None:
    holder: Element = paragraph._p
    runs = [Run(r, paragraph) for r in holder.iter(qn("w:r"))]
    own = [r for r in runs if not _within(r._r, "w:txbxContent", holder)]
    words = [r for r in own if r.text.strip()] or own or [paragraph.add_run("")]
    document.add_comment([words[0], words[-1]], note.text, AUTHOR, INITIALS)


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def _bare(text: str) -> str:
    return "".join(text.split()).removesuffix("…")


def _fits(quote: str, text: str) -> bool:
    """Return whether a text holds the words, or is a part of them worth marking."""
    return quote in text or (len(text) > LEAST_QUOTE and text in quote)


def _within(element: Element, tag: str, until: Element = None) -> bool:
    """Return whether an element stands inside another one with this tag."""
    name = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    wanted = name if tag == "mc:Fallback" else qn(tag)
    for above in element.iterancestors():
        if above is until:
            return False
        if above.tag == wanted:
            return True
    return False
