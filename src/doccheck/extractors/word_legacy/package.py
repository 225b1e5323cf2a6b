"""An old Word file with the face of a .docx package: parts, relations, pictures."""

import hashlib
from itertools import pairwise

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word.names import W
from doccheck.extractors.word.package import Relation
from doccheck.extractors.word_legacy import header as at
from doccheck.extractors.word_legacy.drawings import lies_behind
from doccheck.extractors.word_legacy.file import DocFile
from doccheck.extractors.word_legacy.lists import read_lists
from doccheck.extractors.word_legacy.looks import element
from doccheck.extractors.word_legacy.properties import changes, numbers, positions, unsigned
from doccheck.extractors.word_legacy.runs import Pictures, below_text, box_frame
from doccheck.extractors.word_legacy.stories import Storyteller

MAIN = "document"
_STORY_KINDS = ("header", "header", "footer", "footer", "header", "footer")
"""Stories that each section has: even and odd header, even and odd footer, the first page's."""

_BOX_BYTES = 26  # a text box's entry and its position
_SEPARATORS = 6  # stories of notes' lines before the first section's
_WIDTH, _HEIGHT, _BREAK_KIND = 0xB01F, 0xB020, 0x3009
_BREAKS = {0: "continuous", 1: "nextColumn"}
_DEFAULT_PAPER = (12240, 15840)  # twips: Letter, which a section has that says nothing


class DocPackage:
    """Parts of an old Word file as `word.package.Package` hands them out."""

    def __init__(self, file: DocFile, where: str) -> None:
        self._where = where
        self._pictures = Pictures()
        self._parts: dict[str, etree._Element] = {}
        self._relations: dict[str, Relation] = {}
        self._tell(file)

    def main_part(self) -> str:
        """Return the name of the part that holds the body."""
        return MAIN

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part in self._parts

    def xml(self, part: str) -> etree._Element:
        """Return a part's root element."""
        return self._parts[part]

    def data(self, part: str, limit: int) -> bytes:
        """Return a picture's bytes."""
        content = self._pictures.stored.get(part, b"")
        if len(content) > limit:
            raise UnreadableFileError("图片过大", self._where, "请缩小图片后重新保存")
        return content

    def picture(self, sha256: str) -> bytes:
        """Return the bytes of the picture with this fingerprint, empty where there is none."""
        stored = self._pictures.stored.values()
        return next((c for c in stored if hashlib.sha256(c).hexdigest() == sha256), b"")

    def relations(self, _part: str) -> dict[str, Relation]:
        """Return what the parts point to: all share one list."""
        return self._relations

    def related(self, _part: str, kind: str) -> str | None:
        """Return the part of a kind."""
        return kind if kind in self._parts else None

    def _tell(self, file: DocFile) -> None:
        ends = positions(file.part(at.SECTIONS), 12)[0][1:]
        stories = Storyteller(file, self._pictures, ends)
        start, end = file.header.span("body")
        body = stories.story("body", start, end)
        if lies_behind(file.part(at.HEADER_SHAPES)):
            body.append(below_text())
        document = element("document")
        document.append(body)
        self._parts |= {
            MAIN: document,
            "styles": file.styles.root,
            "numbering": read_lists(
                file.table, file.header.pairs[at.LISTS], file.header.pairs[at.LIST_USES], file.fonts
            ),
        }
        headers = self._headers(file, stories)
        _put_sections(body, file, headers)
        self._notes(file, stories)
        _put_boxes(body, file, stories)
        for name in self._pictures.stored:
            self._relations[name] = Relation("image", name, False)

    def _notes(self, file: DocFile, stories: Storyteller) -> None:
        for kind, index in (("footnote", at.FOOTNOTES), ("endnote", at.ENDNOTES)):
            start, end = file.header.span(f"{kind}s")
            bounds = [start + n for n in file.bounds(index) if n <= end - start]
            root = element(f"{kind}s")
            for number, (first, last) in enumerate(pairwise(bounds)):
                note = stories.story(kind, first, last)
                note.set(W + "id", str(number))
                root.append(note)
            if len(root):
                self._parts[f"{kind}s"] = root

    def _headers(self, file: DocFile, stories: Storyteller) -> dict[int, list[tuple[str, str]]]:
        """Tell headers and footers; return kind and relation id of each, by section."""
        start, end = file.header.span("headers")
        bounds = [start + n for n in file.bounds(at.HEADERS) if n <= end - start]
        found: dict[int, list[tuple[str, str]]] = {}
        for number, (first, last) in enumerate(pairwise(bounds)):
            index = number - _SEPARATORS
            if index < 0 or last <= first:
                continue
            name = f"h{index}"
            kind = _STORY_KINDS[index % len(_STORY_KINDS)]
            self._parts[name] = stories.story("hdr", first, last)
            self._relations[name] = Relation(kind, name, False)
            found.setdefault(index // len(_STORY_KINDS), []).append((kind, name))
        return found


def _put_sections(
    body: etree._Element, file: DocFile, headers: dict[int, list[tuple[str, str]]]
) -> None:
    """Fill the marks of sections with paper, break and headers; the last stands in the body."""
    _, entries = positions(file.part(at.SECTIONS), 12)
    marks = {int(m.get(W + "number", "0")): m for m in body.iter(W + "sectPr")}
    if entries:
        marks[len(entries) - 1] = etree.SubElement(body, W + "sectPr")
    for number, mark in marks.items():
        _fill_section(mark, file.stream, unsigned(entries[number][2:6]))
        for kind, relation in headers.get(number, ()):
            _refer(mark, kind, relation)


def _refer(mark: etree._Element, kind: str, relation: str) -> None:
    entry = etree.SubElement(mark, W + f"{kind}Reference")
    entry.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)


def _fill_section(mark: etree._Element, stream: bytes, place: int) -> None:
    size = unsigned(stream[place : place + 2]) if place != 0xFFFFFFFF else 0
    said = dict(changes(stream[place + 2 : place + 2 + size]))
    width, height = (
        unsigned(said[n]) if n in said else default
        for n, default in zip((_WIDTH, _HEIGHT), _DEFAULT_PAPER, strict=True)
    )
    mark.append(element("pgSz", w=str(width), h=str(height)))
    kind = unsigned(said.get(_BREAK_KIND, b"\2"))
    if kind in _BREAKS:
        mark.append(element("type", val=_BREAKS[kind]))


def _put_boxes(body: etree._Element, file: DocFile, stories: Storyteller) -> None:
    """Put the text boxes where they hang; those that hang nowhere known, at the body's end."""
    start, end = file.header.span("boxes")
    if end <= start:
        return
    bounds = [
        start + n for n in numbers(file.part(at.BOXES), 0, 1 + len(file.part(at.BOXES)) // 26)
    ]
    frames = {int(f.get(W + "id", "0")): f for f in body.iter(W + "txbxContent")}
    for number, (first, last) in enumerate(pairwise(bounds), 1):
        if not first <= last <= end or last - first < 2:
            continue
        frame = frames.get(number)
        if frame is None:
            frame = _loose_frame(body, number)
        frame.extend(list(stories.story("box", first, last)))


def _loose_frame(body: etree._Element, number: int) -> etree._Element:
    paragraph, run, box = element("p"), element("r"), box_frame(number)
    run.append(box)
    paragraph.append(run)
    body.append(paragraph)
    return box[0]
