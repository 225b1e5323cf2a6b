"""One page of a PDF: everything the rest of the reader needs, taken while the page is open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.characters import (
    MAX_CHARACTERS,
    Characters,
    read_characters,
    read_ticks,
)
from doccheck.extractors.pdf.digits import Verdicts
from doccheck.extractors.pdf.doubt import doubtful_runs
from doccheck.extractors.pdf.edges import Edge
from doccheck.extractors.pdf.frame import Frame, page_frame
from doccheck.extractors.pdf.objects import Drawing, PageObjects, Seen, read_objects
from doccheck.extractors.pdf.runs import Run, gather_runs, take_turned
from doccheck.extractors.pdf.trust import SCAN_AREA, page_source, picture_share
from doccheck.extractors.pdf.unseen import UnseenRun, split_runs, take_unseen
from doccheck.extractors.pdf.wording import MISMAPPED, is_mismapped
from doccheck.model.document import Page
from doccheck.model.places import Box

_SHOWN_ANNOTATIONS = frozenset(
    {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
)
"""Annotations that carry content: filled-in form fields, typed text, pasted seals."""


@dataclass(slots=True)
class RawPage:
    """A page as read: visible runs, rules, pictures; no text where it cannot be trusted."""

    page: Page
    runs: list[Run] = field(default_factory=list)
    slanted: list[Run] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unseen: list[UnseenRun] = field(default_factory=list)
    doubtful: list[Run] = field(default_factory=list)


def read_pages(document: pypdfium.PdfDocument, count: int) -> Iterator[RawPage]:
    """Read the first pages of a file; one that does not load is marked, not fatal.

    A page is closed only after the next was read: pdfium loads fonts anew (12 ms for a Chinese
    one) as soon as no open page uses them.
    """
    last: pypdfium.PdfPage | None = None
    known: dict[str, Seen] = {}
    digits: Verdicts = {}
    try:
        for number in range(1, count + 1):
            page = _open_page(document, number)
            yield _read_open_page(page, number, known, digits) if page else _damaged(number)
            if last:
                last.close()
            last = page
    finally:
        if last:
            last.close()


def _damaged(number: int) -> RawPage:
    note = "这一页已损坏，打不开"
    page = Page(number, 0.0, 0.0, "garbled", 0, note)
    return RawPage(page, problems=[f"第 {number} 页：{note}"])


def _open_page(document: pypdfium.PdfDocument, number: int) -> pypdfium.PdfPage | None:
    """Open a page, with what annotations show drawn into it."""
    try:
        page = document[number - 1]
        if _has_shown_annotations(page.raw):
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number - 1]
    except pypdfium.PdfiumError:
        return None
    return page


def _has_shown_annotations(page: object) -> bool:
    for i in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _SHOWN_ANNOTATIONS:
            return True
    return False


def _read_open_page(
    page: pypdfium.PdfPage, number: int, known: dict[str, Seen], digits: Verdicts
) -> RawPage:
    frame = page_frame(page.raw)
    objects = read_objects(page.pdf.raw, page.raw, frame, known)
    textpage = page.get_textpage()
    try:
        characters = read_characters(textpage.raw, frame)
        read_ticks(characters, textpage.raw)
        visible = Box(0.0, 0.0, frame.width, frame.height)
        style_at = partial(objects.styles.at, textpage.raw)
        characters, unseen = take_unseen(
            page.raw, textpage.raw, characters, objects, style_at, frame
        )
        source, note = page_source(characters, objects, textpage.raw, visible)
        if source == "native" and _is_stamped_scan(page.raw, characters, objects, frame):
            source, note = "scan", STAMPED_SCAN
        trusted = source == "native"
        turned: list[Run] = []
        if trusted and objects.styles.turned:
            characters, turned = take_turned(characters, style_at)
        runs = turned + gather_runs(characters, style_at) if trusted else []
        runs, lost = split_runs(runs, visible, textpage.raw)
        if is_mismapped(runs, textpage.raw):
            source, note, trusted, runs = "garbled", MISMAPPED, False, []
        doubtful = doubtful_runs(runs, textpage.raw, page.raw, frame, digits)
    finally:
        textpage.close()
    raw = RawPage(
        Page(number, frame.width, frame.height, source, 90 * frame.turns, note),
        runs=[run for run in runs if run.angle % 90 == 0],
        slanted=[run for run in runs if run.angle % 90],
        edges=objects.edges if trusted and not objects.too_many else [],
        drawings=objects.drawings,
        unseen=[*unseen, *lost],
        doubtful=doubtful,
    )
    if objects.too_many:
        raw.problems.append(f"第 {number} 页：图形过多，未查找表格线")
    if len(characters) >= MAX_CHARACTERS:
        raw.problems.append(f"第 {number} 页：字符过多，只读了前 {MAX_CHARACTERS} 个")
    return raw


STAMPED_SCAN = "扫描页，图像上的文字比文字层多，按图像识别"


def _is_stamped_scan(
    page: object, characters: Characters, objects: PageObjects, frame: Frame
) -> bool:
    """Tell whether a page is a picture of print with a little text typed over it."""
    if picture_share(objects.drawings, Box(0.0, 0.0, frame.width, frame.height)) <= SCAN_AREA:
        return False
    from doccheck.extractors.pdf.pictured_text import shows_more  # noqa: PLC0415  needs imaging

    return shows_more(page, characters, frame)
