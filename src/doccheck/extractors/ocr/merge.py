"""Recognised pages in a document: as pages with runs and rules, like those of a digital file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from doccheck.extractors.ocr.columns import apart
from doccheck.extractors.ocr.marks_json import joined, marks_on
from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.extractors.pdf.assemble import build_blocks
from doccheck.extractors.pdf.edges import Edge
from doccheck.extractors.pdf.pages import RawPage
from doccheck.extractors.pdf.runs import Run
from doccheck.model.document import Block, Cell, Document, Page, Paragraph, Piece
from doccheck.model.files import SourceFile
from doccheck.model.places import UNCONFIRMED, Box, Place
from doccheck.model.seen import PageMarks

Readings = Mapping[int, PageReading]
"""What was recognised, by page number."""

NARROW = 0.55  # of the size: width of a Latin letter or digit


def recognised_pages(raw_pages: Sequence[RawPage], readings: Readings) -> list[RawPage]:
    """Return the pages, those recognised with their words and rules in place of nothing."""
    return [
        recognised_page(raw, readings[raw.page.number]) if raw.page.number in readings else raw
        for raw in raw_pages
    ]


def recognised_page(raw: RawPage, reading: PageReading) -> RawPage:
    """Return one page with what was recognised on it, on the straightened page."""
    note = "；".join(part for part in (raw.page.note, reading.note, reading.failed) if part)
    page = replace(
        raw.page,
        width=reading.width or raw.page.width,
        height=reading.height or raw.page.height,
        rotation=(raw.page.rotation + 90 * reading.turns) % 360,
        source="blank" if reading.blank else raw.page.source,
        note=note,
        recognised=not reading.failed and not reading.blank,
        read_again=reading.again,
        glanced=reading.glanced,
        cut_out=reading.cut_out,
    )
    problems = [*raw.problems]
    if reading.failed:
        problems.append(f"第 {raw.page.number} 页：{reading.failed}")
    return RawPage(
        page,
        runs=[_run(part) for line in reading.lines for part in apart(line)],
        edges=[Edge(*rule) for rule in reading.rules],
        drawings=raw.drawings,
        problems=problems,
    )


def recognised_picture(source: SourceFile, readings: Readings, pages: Sequence[int]) -> Document:
    """Return a picture file as a document of so many pages; those not recognised stay unread."""
    raws = [RawPage(Page(number, 0.0, 0.0, source="scan")) for number in pages]
    raws = recognised_pages(raws, readings)
    document = Document(
        source.path,
        "image",
        build_blocks(source.path, raws),
        tuple(raw.page for raw in raws),
        problems=tuple(problem for raw in raws for problem in raw.problems),
    )
    return with_doubt(document, readings)


def _run(line: ReadLine) -> Run:
    lefts = list(line.lefts) if len(line.lefts) == len(line.text) else _spread(line)
    return Run(line.text, line.x0, line.top, line.x1, line.bottom, line.size, lefts=lefts)


def _spread(line: ReadLine) -> list[float]:
    """Return about where each character begins."""
    widths = [1.0 if ord(c) >= 0x2E80 else NARROW for c in line.text]
    unit = (line.x1 - line.x0) / (sum(widths) or 1.0)
    return [line.x0 + unit * sum(widths[:i]) for i in range(len(widths))]


def with_doubt(document: Document, readings: Readings) -> Document:
    """Return a document whose recognised paragraphs say how surely they were read.

    Places are moved from the straightened pages to the pages as they lie in the file.
    """
    if not readings:
        return document
    words = {number: list(reading.lines) for number, reading in readings.items()}
    return replace(
        document,
        blocks=tuple(_block(block, readings, words) for block in document.blocks),
        pages=tuple(_seen(page, readings) for page in document.pages),
        marks=joined(
            [document.marks, *(_marks(document.file, n, readings[n]) for n in sorted(readings))]
        ),
    )


def _marks(file: str, number: int, reading: PageReading) -> PageMarks:
    """Return a page's marks at their places in the file."""
    return marks_on(reading.marks, file, number, reading.on_page)


def _seen(page: Page, readings: Readings) -> Page:
    reading = readings.get(page.number)
    if reading is None or not reading.seen[0]:
        return page
    return replace(page, width=reading.seen[0], height=reading.seen[1])


Words = Mapping[int, list[ReadLine]]


def _block(block: Block, readings: Readings, words: Words) -> Block:
    if isinstance(block, Paragraph):
        return replace(
            block,
            confidence=_confidence(block, words),
            place=_moved(block.place, readings),
            pieces=tuple(_pieces(block.place, readings, words)),
        )
    cells = tuple(_cell(cell, readings, words) for cell in block.cells)
    return replace(block, cells=cells, place=_moved(block.place, readings))


def _pieces(place: Place, readings: Readings, words: Words) -> Iterator[Piece]:
    """Yield the pieces of lines that a paragraph at a place (on the straight page) is made of."""
    page = place.page or 0
    if place.box is None or page not in readings:
        return
    for word in words[page]:
        if _inside(word.box, place.box):
            there = replace(place, box=readings[page].on_page(word.box))
            yield Piece(word.text, word.confidence, there, word.box)


def _cell(cell: Cell, readings: Readings, words: Words) -> Cell:
    blocks = tuple(_block(block, readings, words) for block in cell.blocks)
    return replace(cell, blocks=blocks, place=_moved(cell.place, readings))


def _moved(place: Place, readings: Readings) -> Place:
    reading = readings.get(place.page or 0)
    if reading is None or place.box is None:
        return place
    return replace(place, box=reading.on_page(place.box))


def _confidence(paragraph: Paragraph, words: Words) -> float:
    """Return the confidence of the weakest line that a paragraph was made of, 1.0 if native."""
    page, box = paragraph.place.page or 0, paragraph.place.box
    own = [w for w in words.get(page, ()) if box is not None and _inside(w.box, box)]
    pages = range(page, (paragraph.end_page or page) + 1)
    text = paragraph.text.replace(" ", "")
    for later in pages[1:]:
        own += [w for w in words.get(later, ()) if w.text.replace(" ", "") in text]
    if not any(number in words for number in pages):
        return paragraph.confidence
    return min([UNCONFIRMED, *(w.confidence for w in own)])


def _inside(line: Box, box: Box) -> bool:
    shared = min(line.x1, box.x1) - max(line.x0, box.x0)
    middle = (line.top + line.bottom) / 2
    return box.top <= middle <= box.bottom and shared > 0.5 * min(
        line.x1 - line.x0, box.x1 - box.x0
    )
