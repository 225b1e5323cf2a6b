"""Reading one OFD file: each page laid out as the pages of a PDF are, then the same assembly."""

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.ofd.geometry import POINTS, Frame
from doccheck.extractors.ofd.objects import Drawn, draw
from doccheck.extractors.ofd.package import (
    Body,
    PageParts,
    annotations,
    bodies,
    pages,
    picture,
)
from doccheck.extractors.pdf.assemble import build_blocks
from doccheck.extractors.pdf.objects import Drawing
from doccheck.extractors.pdf.pages import RawPage
from doccheck.extractors.zipped import Zipped, locked, named, open_zipped
from doccheck.model.document import Document, Page, PageSource, Picture
from doccheck.model.files import SourceFile
from doccheck.model.places import Box, Place

MAX_PAGES = 3000  # as for PDF
GARBLED_SHARE = 0.1  # of a page's characters without a code, as for PDF
SCAN_AREA = 0.6  # of the page under one picture, as for PDF
_GLYPHS_ONLY = "这一页的文字只有字形、没有编码，读不出；请另存为 PDF 后提交"
_SCAN = "扫描页，没有可用的文字层"
_DAMAGED = "这一页已损坏，打不开"

Amend = Callable[[list[RawPage]], list[RawPage]]


def read_ofd(source: SourceFile, amend: Amend = list) -> Document:
    """Read an OFD file; `amend` may fill in pages that have no text of their own.

    Raises:
        UnreadableFileError: it is damaged, encrypted or without pages.
    """
    with open_zipped(source) as package:
        if any(name.lower().endswith("encryptions.xml") for name in package.names()):
            raise locked(source.path)
        raw_pages = list(_pages(package))[:MAX_PAGES]
    if not raw_pages:
        raise UnreadableFileError("OFD 文件没有任何页面", source.path, "请重新导出后提交")
    raw_pages = amend(raw_pages)
    return Document(
        file=source.path,
        file_format="ofd",
        blocks=build_blocks(source.path, raw_pages),
        pages=tuple(raw.page for raw in raw_pages),
        pictures=tuple(_pictures(source.path, raw_pages)),
        problems=tuple(problem for raw in raw_pages for problem in raw.problems),
    )


def page_picture(source: SourceFile, number: int) -> bytes:
    """Return the picture that fills a scanned page, empty where there is none."""
    with open_zipped(source) as package:
        wanted = number
        for body in bodies(package):
            for parts in pages(package, body):
                wanted -= 1
                if not wanted:
                    return _largest(package, body, parts) if parts else b""
    return b""


def _largest(package: Zipped, body: Body, parts: PageParts) -> bytes:
    found: list[tuple[float, str]] = []

    def note(identity: str, box: Box, _order: int) -> Drawing | None:
        found.append(((box.x1 - box.x0) * (box.bottom - box.top), identity))
        return None

    for content in parts.contents:
        for layers in named(content, "Content"):
            draw(layers, _frame(parts), Drawn(), note)
    part = body.media.get(max(found)[1]) if found else None
    return package.data(part) if part else b""


def _pages(package: Zipped) -> Iterator[RawPage]:
    number = 0
    for body in bodies(package):
        notes = annotations(package, body)
        for parts in pages(package, body):
            number += 1
            if number > MAX_PAGES:
                return
            if parts is None:
                page = Page(number, 0.0, 0.0, "garbled", 0, _DAMAGED)
                yield RawPage(page, problems=[f"第 {number} 页：{_DAMAGED}"])
            else:
                yield _page(package, body, parts, notes.get(parts.identity, []), number)


def _frame(parts: PageParts) -> Frame:
    return Frame(e=-parts.area[0], f=-parts.area[1])


def _page(
    package: Zipped, body: Body, parts: PageParts, notes: list[etree._Element], number: int
) -> RawPage:
    frame, shown = _frame(parts), Drawn()

    def of(identity: str, box: Box, order: int) -> Drawing | None:
        return picture(package, body, identity, box, order)

    for content in parts.contents:
        for layers in named(content, "Content"):
            draw(layers, frame, shown, of)
    for note in notes:
        draw(note, frame.inner(note.get("Boundary", ""), ""), shown, of)
    for stamp in body.stamps.get(parts.identity, []):
        shown.objects += 1
        box = frame.box(*stamp[:4])
        shown.drawings.append(Drawing(box, 0, 0, "", shown.objects, appearance="seal"))
    width, height = parts.area[2] * POINTS, parts.area[3] * POINTS
    source, note_text = _standing(shown, width * height)
    page = Page(number, round(width, 2), round(height, 2), source, 0, note_text)
    trusted = source == "native"
    return RawPage(
        page,
        runs=shown.runs if trusted else [],
        edges=shown.edges if trusted else [],
        drawings=shown.drawings,
    )


def _standing(shown: Drawn, area: float) -> tuple[PageSource, str]:
    if shown.lost > GARBLED_SHARE * max(shown.seen, 1):
        return "garbled", _GLYPHS_ONLY
    if shown.runs:
        return "native", ""
    largest = max(
        ((d.box.x1 - d.box.x0) * (d.box.bottom - d.box.top) for d in shown.drawings), default=0.0
    )
    return ("scan", _SCAN) if largest > SCAN_AREA * area else ("blank", "")


def _pictures(file: str, raw_pages: Sequence[RawPage]) -> list[Picture]:
    found = [
        Picture(
            Place(file, raw.page.number, drawing.box),
            drawing.width,
            drawing.height,
            drawing.sha256,
            floating=True,
            appearance=drawing.appearance,
        )
        for raw in raw_pages
        for drawing in raw.drawings
    ]
    return sorted(found, key=lambda p: p.place.order)
