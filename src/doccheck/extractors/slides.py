"""Presentations (.pptx): the words of each slide, tables kept; a slide is a page without a size."""

import re
from collections.abc import Iterator

from lxml import etree

from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.extractors.slides_sight import Slide, slide_of, slide_size
from doccheck.extractors.word import ticks
from doccheck.extractors.word.visibility import Unseen
from doccheck.extractors.zipped import Zipped, local, named, open_zipped
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

MAX_SLIDES = 1000  # of one file
MAX_DEPTH = 60  # groups in groups
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def read_slides(source: SourceFile) -> Document:
    """Return what the slides of a presentation say, in the order of their numbers.

    Raises:
        UnreadableFileError: it is damaged.
    """
    content: list[Line | Grid] = []
    with open_zipped(source) as package:
        size = slide_size(package)
        for name in _slides(package)[:MAX_SLIDES]:
            root = package.xml(name)
            slide = list(_Content(slide_of(package, name, root, size)).of(root, 0))
            if slide and isinstance(slide[0], Line):
                slide[0].starts_page = bool(content)
            content += slide
    flow = Flow(source.path)
    blocks = flow.blocks(content)
    return Document(source.path, source.file_format, blocks, unseen=flow.unseen)


def _slides(package: Zipped) -> list[str]:
    found = [(int(m[1]), n) for n in package.names() if (m := _SLIDE.fullmatch(n))]
    return [name for _, name in sorted(found)]


class _Content:
    """The walk over one slide."""

    def __init__(self, slide: Slide) -> None:
        self._slide = slide

    def of(
        self, parent: etree._Element, depth: int, shape: etree._Element | None = None
    ) -> Iterator[Line | Grid]:
        """Yield the paragraphs and tables in an element; `shape` is the one it belongs to."""
        for child in parent if depth < MAX_DEPTH else ():
            kind = local(child)
            if kind == "p":
                yield self._line(child, shape)
            elif kind == "tbl":
                yield Grid([[self._slot(c) for c in _shown(row)] for row in named(child, "tr")])
            elif kind:
                yield from self.of(child, depth + 1, child if kind == "sp" else shape)

    def _slot(self, cell: etree._Element) -> Slot:
        return Slot(list(self.of(cell, 0)), _span(cell, "rowSpan"), _span(cell, "gridSpan"))

    def _line(self, paragraph: etree._Element, shape: etree._Element | None) -> Line:
        words: list[str] = []
        not_seen: list[tuple[Unseen, str]] = []
        for run in paragraph:
            if local(run) in ("r", "fld"):
                text = ticks.plain_ticks("".join(t.text or "" for t in named(run, "t")))
                why = self._slide.unseen(run, shape)
                if why is not None and text.strip():
                    not_seen.append((why, text))
                    if why.sure:
                        continue
                words.append(text)
            elif local(run) == "br":
                words.append("\n")
        return Line("".join(words), unseen=not_seen)


def _shown(row: etree._Element) -> Iterator[etree._Element]:
    """Yield a row's cells but those that lie under a merged one."""
    for cell in named(row, "tc"):
        if cell.get("hMerge") not in ("1", "true") and cell.get("vMerge") not in ("1", "true"):
            yield cell


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1")
    return int(value) if value.isdigit() and len(value) < 5 else 1
