"""Presentations (.pptx): the words of each slide, tables kept; a slide is a page without a size."""

import re
from collections.abc import Iterator

from lxml import etree

from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.extractors.word import ticks
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
        for name in _slides(package)[:MAX_SLIDES]:
            slide = list(_content(package.xml(name), 0))
            if slide and isinstance(slide[0], Line):
                slide[0].starts_page = bool(content)
            content += slide
    return Document(source.path, source.file_format, Flow(source.path).blocks(content))


def _slides(package: Zipped) -> list[str]:
    found = [(int(m[1]), n) for n in package.names() if (m := _SLIDE.fullmatch(n))]
    return [name for _, name in sorted(found)]


def _content(parent: etree._Element, depth: int) -> Iterator[Line | Grid]:
    for child in parent if depth < MAX_DEPTH else ():
        kind = local(child)
        if kind == "p":
            yield Line(_words(child))
        elif kind == "tbl":
            yield Grid([[_slot(c) for c in _shown(row)] for row in named(child, "tr")])
        elif kind:
            yield from _content(child, depth + 1)


def _shown(row: etree._Element) -> Iterator[etree._Element]:
    """Yield a row's cells but those that lie under a merged one."""
    for cell in named(row, "tc"):
        if cell.get("hMerge") not in ("1", "true") and cell.get("vMerge") not in ("1", "true"):
            yield cell


def _slot(cell: etree._Element) -> Slot:
    return Slot(list(_content(cell, 0)), _span(cell, "rowSpan"), _span(cell, "gridSpan"))


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1")
    return int(value) if value.isdigit() and len(value) < 5 else 1


def _words(paragraph: etree._Element) -> str:
    words = []
    for run in paragraph:
        if local(run) in ("r", "fld"):
            words += [t.text or "" for t in named(run, "t")]
        elif local(run) == "br":
            words.append("\n")
    return ticks.plain_ticks("".join(words))
