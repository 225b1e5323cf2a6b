"""OpenDocument text (.odt), as LibreOffice and WPS write it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.appearance import appearance_of
from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.extractors.likeness import likeness_of
from doccheck.extractors.opendocument.styles import (
    Style,
    attribute,
    attribute_name,
    count,
    list_forms,
    looks,
    paper,
)
from doccheck.extractors.word import ticks
from doccheck.extractors.word.numerals import numeral
from doccheck.extractors.word.pictures import pixel_size
from doccheck.extractors.zipped import Zipped, first, local, locked, named, open_zipped, resolved
from doccheck.model.document import Document, Look, Picture, Role
from doccheck.model.files import SourceFile
from doccheck.model.places import Place

MAX_DEPTH = 200  # elements in one another
MAX_SPACES = 1000  # in one run
_SKIPPED = frozenset(
    ("tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "bookmark",
     "variable-decls", "user-field-decls", "hidden-text", "change", "change-start", "change-end")
)  # fmt: skip
_NUMERALS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一, 二, 三, ...": "chineseCountingThousand", "①, ②, ③, ...": "decimalEnclosedCircle",
    "壹, 贰, 叁, ...": "chineseLegalSimplified", "甲, 乙, 丙, ...": "ideographTraditional",
}  # fmt: skip


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
        reader = _Reader(package, source.path, looks(styles) | looks(content))
        reader.lists = list_forms(styles) | list_forms(content)
        lines = reader.blocks(body, 0)
        furniture = list(_furniture(reader, styles))
    blocks = Flow(source.path).blocks([*lines, *reader.boxes, *furniture, *reader.notes])
    return Document(
        source.path, source.file_format, blocks,
        pictures=tuple(reader.pictures), paper=tuple(paper(styles)),
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
    """A paragraph's words with their weights by size and boldness."""

    words: list[str] = field(default_factory=list)
    weights: dict[tuple[float, bool], int] = field(default_factory=dict)


class _Reader:
    """The walk over a text."""

    def __init__(self, package: Zipped, file: str, styles: dict[str, Style]) -> None:
        self._package = package
        self._file = file
        self._styles = styles
        self.lists: dict[str, list[etree._Element]] = {}
        self._counters: dict[str, list[int]] = {}
        self.pictures: list[Picture] = []
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
                found.append(Grid(list(self._rows(child, depth))))
            elif kind == "list":
                found += self._list(
                    child, depth, role, child.get(attribute_name(child, "style-name")) or ""
                )
            elif kind in ("table-of-content", "illustration-index", "index-body"):
                found += self.blocks(child, depth + 1, "toc" if role == "body" else role)
            elif kind and kind not in _SKIPPED and kind != "index-title-template":
                found += self.blocks(child, depth + 1, role)
        return found

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
                        line.number, is_first = self._number(style, level), False
                    found.append(line)
                elif kind == "list" and depth < MAX_DEPTH:
                    found += self._list(child, depth + 1, role, style, level + 1)
                elif kind == "table":
                    found.append(Grid(list(self._rows(child, depth))))
        return found

    def _number(self, style: str, level: int) -> str:
        """Count a list's item and return its number as shown."""
        forms = self.lists.get(style, [])
        form = forms[level - 1] if level <= len(forms) else None
        if form is None or local(form) != "list-level-style-number":
            return ""
        counters = self._counters.setdefault(style, [0] * 20)
        start = int(attribute(form, "start-value") or 1)
        counters[level] = counters[level] + 1 if counters[level] else start
        counters[level + 1 :] = [0] * (19 - level)
        shown = numeral(counters[level], _NUMERALS.get(attribute(form, "num-format"), "decimal"))
        return attribute(form, "num-prefix") + shown + attribute(form, "num-suffix")

    def _line(self, element: etree._Element, role: Role) -> Line:
        style = attribute(element, "style-name")
        gathered = _Gathered()
        size, bold = self._font(style, 12.0, False)
        self._words(element, gathered, (size, bold), 0)
        look = max(gathered.weights, key=gathered.weights.__getitem__, default=(size, bold))
        level = attribute(element, "outline-level") if local(element) == "h" else ""
        return Line(
            "".join(gathered.words),
            min(int(level), 9) if level.isdigit() and int(level) else None,
            Look(*look, centred=bool(self._said(style, "centred"))),
            role,
            starts_page=bool(self._said(style, "breaks")),
        )

    def _words(
        self, element: etree._Element, into: _Gathered, look: tuple[float, bool], depth: int
    ) -> None:
        self._say(element.text, into, look)
        for child in element if depth < MAX_DEPTH else ():
            self._inline(child, into, look, depth)
            self._say(child.tail, into, look)

    def _inline(
        self, child: etree._Element, into: _Gathered, look: tuple[float, bool], depth: int
    ) -> None:
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
            self._picture(child)
        elif kind == "text-box":
            self.boxes += self.blocks(child, depth + 1, "text_box")
        elif kind == "span":
            style = attribute(child, "style-name")
            if not self._said(style, "hidden"):
                self._words(child, into, self._font(style, *look), depth + 1)
        elif kind and kind not in _SKIPPED:
            self._words(child, into, look, depth + 1)

    def _say(self, text: str | None, into: _Gathered, look: tuple[float, bool]) -> None:
        if text:
            shown = ticks.plain_ticks(" ".join(text.split("\n")))
            into.words.append(shown)
            into.weights[look] = into.weights.get(look, 0) + len(shown.strip())

    def _picture(self, element: etree._Element) -> None:
        name = resolved("content.xml", element.get(_HREF, ""))
        place = Place(self._file)
        if not self._package.has(name):
            self.pictures.append(Picture(place))
            return
        content = self._package.data(name)
        digest = hashlib.sha256(content).hexdigest()
        self.pictures.append(
            Picture(
                place,
                *pixel_size(content),
                digest,
                appearance=appearance_of(content),
                likeness=likeness_of(content),
            )
        )

    def _rows(self, table: etree._Element, depth: int) -> Iterator[list[Slot]]:
        for row in _own_rows(table):
            yield [
                self._slot(cell, depth)
                for cell in named(row, "table-cell")
                for _ in range(count(cell, "number-columns-repeated"))
            ]

    def _slot(self, cell: etree._Element, depth: int) -> Slot:
        content = self.blocks(cell, depth + 1)
        return Slot(
            content, count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned")
        )

    def _font(self, style: str, size: float, bold: bool) -> tuple[float, bool]:
        own = self._said(style, "bold")
        return self._size(style) or size, bold if own is None else bool(own)

    def _size(self, style: str) -> float:
        size = self._said(style, "size")
        return size if isinstance(size, float) else 0.0

    def _said(self, style: str, what: str) -> object:
        """Return what a style or those it is based on say, None where they say nothing."""
        for _ in range(20):
            known = self._styles.get(style)
            if known is None:
                return None
            value = getattr(known, what)
            if value not in (None, 0.0, False):
                return value
            style = known.parent
        return None


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
