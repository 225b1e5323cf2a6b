"""OpenDocument text (.odt), as LibreOffice and WPS write it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.fingerprints import NOTHING_KNOWN, Fingerprint, fingerprint
from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.extractors.opendocument.numbering import Numbering
from doccheck.extractors.opendocument.styles import (
    StyleBook,
    attribute,
    attribute_name,
    count,
    list_forms,
    looks,
    paper,
    sheet,
)
from doccheck.extractors.word import ticks
from doccheck.extractors.word.colours import UNKNOWN
from doccheck.extractors.word.looks import RunLook
from doccheck.extractors.word.visibility import Surface, Unseen, unseen
from doccheck.extractors.zipped import Zipped, first, local, locked, named, open_zipped, resolved
from doccheck.model.document import Document, Look, Role
from doccheck.model.files import SourceFile

MAX_DEPTH = 200  # elements in one another
MAX_SPACES = 1000  # in one run
_SKIPPED = frozenset(
    ("tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "bookmark",
     "variable-decls", "user-field-decls", "hidden-text", "change", "change-start", "change-end")
)  # fmt: skip


def read_odt(source: SourceFile) -> Document:
    """Return what an OpenDocument text says.

    Raises:
        UnreadableFileError: it is damaged or encrypted.
    """
    with open_zipped(source) as package:
        if b"encryption-data" in _optional(package, "META-INF/manifest.xml"):
            raise locked(source.path)
        content = package.xml("content.xml")
        styles = package.xml("styles.xml") if package.has("styles.xml") else content
        body = first(content, "body", "text")
        if body is None:
            raise UnreadableFileError("文件里没有正文", source.path, "请另存为 .docx 后提交")
        known = StyleBook(looks(styles) | looks(content))
        numbering = Numbering(list_forms(styles) | list_forms(content))
        reader = _Reader(package, known, sheet(styles, known), numbering)
        lines = reader.blocks(body, 0)
        furniture = list(_furniture(reader, styles))
    flow = Flow(source.path)
    blocks = flow.blocks([*lines, *reader.boxes, *furniture, *reader.notes])
    return Document(
        source.path, source.file_format, blocks,
        pictures=flow.pictures, paper=tuple(paper(styles)), unseen=flow.unseen,
    )  # fmt: skip


def odt_picture(source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture (1-based, as in `Document.pictures`), empty where lost."""
    pictures = read_odt(source).pictures
    wanted = pictures[number - 1].sha256 if number <= len(pictures) else ""
    with open_zipped(source) as package:
        for name in package.names():
            if name.startswith("Pictures/"):
                content = package.data(name)
                if hashlib.sha256(content).hexdigest() == wanted:
                    return content
    return b""


def _optional(package: Zipped, name: str) -> bytes:
    return package.data(name) if package.has(name) else b""


@dataclass(slots=True)
class _Gathered:
    """A paragraph's words with their weights by size and boldness; what it stands on."""

    surface: Surface
    words: list[str] = field(default_factory=list)
    weights: dict[tuple[float, bool], int] = field(default_factory=dict)
    pictures: list[tuple[Fingerprint, bool]] = field(default_factory=list)
    unseen: list[tuple[Unseen, str]] = field(default_factory=list)


class _Reader:
    """The walk over a text."""

    def __init__(
        self,
        package: Zipped,
        styles: StyleBook,
        surface: Surface,
        numbering: Numbering,
    ) -> None:
        self._package = package
        self._styles = styles
        self._surface = surface
        self._hidden = False
        self._numbering = numbering
        self.notes: list[Line | Grid] = []
        self.boxes: list[Line | Grid] = []

    def blocks(self, parent: etree._Element, depth: int, role: Role = "body") -> list[Line | Grid]:
        """Return the paragraphs and tables that an element holds."""
        found: list[Line | Grid] = []
        for child in parent if depth < MAX_DEPTH else ():
            kind = local(child)
            if kind in ("p", "h"):
                found.append(self._line(child, role))
            elif kind == "table":
                found.append(self._grid(child, depth))
            elif kind == "list":
                found += self._list(
                    child, depth, role, child.get(attribute_name(child, "style-name")) or ""
                )
            elif kind in ("table-of-content", "illustration-index", "index-body"):
                found += self.blocks(child, depth + 1, "toc" if role == "body" else role)
            elif kind and kind not in _SKIPPED and kind != "index-title-template":
                with self._inside(child):
                    found += self.blocks(child, depth + 1, role)
        return found

    @contextmanager
    def _inside(self, element: etree._Element) -> Iterator[None]:
        """Stand on what an element lays behind its text; a hidden section hides it."""
        surface, hidden = self._surface, self._hidden
        style = attribute(element, "style-name")
        self._surface = surface.under(self._styles.laid(style, "behind"))
        if local(element) == "section":
            self._hidden = hidden or attribute(element, "display") == "none"
        try:
            yield
        finally:
            self._surface, self._hidden = surface, hidden

    def _list(
        self, element: etree._Element, depth: int, role: Role, style: str, level: int = 1
    ) -> list[Line | Grid]:
        found: list[Line | Grid] = []
        for item in named(element, "list-item", "list-header"):
            is_first = local(item) == "list-item"
            for child in item:
                kind = local(child)
                if kind in ("p", "h"):
                    line = self._line(child, role)
                    if is_first:
                        line.number, is_first = self._numbering.next(style, level), False
                    found.append(line)
                elif kind == "list" and depth < MAX_DEPTH:
                    found += self._list(child, depth + 1, role, style, level + 1)
                elif kind == "table":
                    found.append(self._grid(child, depth))
        return found

    def _line(self, element: etree._Element, role: Role) -> Line:
        style = attribute(element, "style-name")
        gathered = _Gathered(self._surface.under(self._styles.laid(style, "behind")))
        letters = self._styles.letters(style, RunLook(12.0, False, self._hidden))
        self._words(element, gathered, letters, 0)
        plain = (letters.size or 0.0, bool(letters.bold))
        look = max(gathered.weights, key=gathered.weights.__getitem__, default=plain)
        level = attribute(element, "outline-level") if local(element) == "h" else ""
        return Line(
            "".join(gathered.words),
            min(int(level), 9) if level.isdigit() and int(level) else None,
            Look(*look, centred=bool(self._styles.said(style, "centred"))),
            role,
            starts_page=bool(self._styles.said(style, "breaks")),
            pictures=gathered.pictures,
            unseen=gathered.unseen,
        )

    def _words(self, element: etree._Element, into: _Gathered, look: RunLook, depth: int) -> None:
        self._say(element.text, into, look)
        for child in element if depth < MAX_DEPTH else ():
            self._inline(child, into, look, depth)
            self._say(child.tail, into, look)

    def _inline(self, child: etree._Element, into: _Gathered, look: RunLook, depth: int) -> None:
        kind = local(child)
        if kind == "s":
            count = attribute(child, "c")
            into.words.append(" " * min(int(count) if count.isdigit() else 1, MAX_SPACES))
        elif kind in ("tab", "line-break"):
            into.words.append("\t" if kind == "tab" else "\n")
        elif kind == "note":
            body = first(child, "note-body")
            self.notes += self.blocks(body, depth, "footnote") if body is not None else []
        elif kind == "image":
            into.pictures.append((self._picture(child), _floats(child)))
        elif kind == "text-box":
            self.boxes += self._box(child, depth)
        elif kind == "span":
            letters = self._styles.letters(attribute(child, "style-name"), look)
            self._words(child, into, letters, depth + 1)
        elif kind and kind not in _SKIPPED:
            self._words(child, into, look, depth + 1)

    def _say(self, text: str | None, into: _Gathered, look: RunLook) -> None:
        if not text:
            return
        shown = ticks.plain_ticks(" ".join(text.split("\n")))
        why = unseen(look, 0.0, into.surface)
        if why is not None and shown.strip():
            into.unseen.append((why, shown))
            if why.sure:
                return
        into.words.append(shown)
        key = (look.size or 0.0, bool(look.bold))
        into.weights[key] = into.weights.get(key, 0) + len(shown.strip())

    def _picture(self, element: etree._Element) -> Fingerprint:
        name = resolved("content.xml", element.get(_HREF, ""))
        return fingerprint(self._package.data(name)) if self._package.has(name) else NOTHING_KNOWN

    def _box(self, box: etree._Element, depth: int) -> list[Line | Grid]:
        surface, self._surface = self._surface, Surface(UNKNOWN)
        found = self.blocks(box, depth + 1, "text_box")
        self._surface = surface
        return found

    def _grid(self, table: etree._Element, depth: int) -> Grid:
        with self._inside(table):
            return Grid(list(self._rows(table, depth)))

    def _rows(self, table: etree._Element, depth: int) -> Iterator[list[Slot]]:
        for row in _own_rows(table):
            with self._inside(row):
                slots = [
                    self._slot(cell, depth)
                    for cell in named(row, "table-cell")
                    for _ in range(count(cell, "number-columns-repeated"))
                ]
            yield slots

    def _slot(self, cell: etree._Element, depth: int) -> Slot:
        with self._inside(cell):
            content = self.blocks(cell, depth + 1)
        return Slot(
            content, count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned")
        )


def _floats(image: etree._Element) -> bool:
    """Return whether a picture floats over the text; in its line it is anchored as a character."""
    frame = image.getparent()
    return frame is not None and attribute(frame, "anchor-type") not in ("as-char", "")


def _own_rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _own_rows(child)


def _furniture(reader: _Reader, styles: etree._Element) -> Iterator[Line | Grid]:
    seen: set[str] = set()
    masters = first(styles, "master-styles")
    for page in named(masters, "master-page") if masters is not None else ():
        roles: tuple[tuple[str, Role], ...] = (("header", "header"), ("footer", "footer"))
        for kind, role in roles:
            part = first(page, kind)
            for line in reader.blocks(part, 0, role) if part is not None else ():
                if isinstance(line, Line) and line.text not in seen:
                    seen.add(line.text)
                    yield line


_HREF = "{http://www.w3.org/1999/xlink}href"
