"""Pictures of places on pages, for the reports: strips with the places framed."""

import io
from collections import OrderedDict
from functools import reduce
from pathlib import Path

import pypdfium2 as pypdfium
from PIL import Image, ImageOps

from doccheck.errors import UnreadableFileError
from doccheck.extractors.calls import Call
from doccheck.extractors.excerpts import excerpt
from doccheck.extractors.isolated import run_calls
from doccheck.extractors.page.photos import opened
from doccheck.extractors.pdf_file import open_pdf
from doccheck.extractors.stored import StoredPicture, picture_of
from doccheck.extractors.strips import strip, words_of
from doccheck.model.document import Document, Page
from doccheck.model.files import SourceFile
from doccheck.model.places import Box
from doccheck.model.report import Excerpt, PageImage

DPI = 110  # 10.5 pt print is 16 pixels high: readable, and a strip of A4 stays near 30 kB
POINTS = 72.0  # an inch
KEPT_PAGES = 4  # findings of one page follow one another; a drawn page takes 3 MB
MAX_SIDE = 2600  # pixels of a drawn page's longer side
MAX_PIXELS = 120_000_000  # of a picture file that is decoded at all
QUALITY = 85  # of a page's JPEG: print stays sharp, an A4 page takes 200 kB
DRAW_SECONDS = 30.0  # of one page: a second is much
DRAW_MEMORY = 1 << 30  # bytes: a scanned A3 page takes 100 MB


class PagePictures:
    """Draws places of a submission's pages; keeps the last pages that it drew."""

    def __init__(self, files: tuple[SourceFile, ...], documents: tuple[Document, ...]) -> None:
        self._files = {f.path: f for f in files}
        self._documents = {d.file: d for d in documents}
        shown = [d for document in documents for d in (document, *document.pasted)]
        self._pages = {(d.file, p.number): p for d in shown for p in d.pages}
        self._drawn: OrderedDict[tuple[str, int], Image.Image | None] = OrderedDict()

    def page(self, file: str, page: int) -> PageImage | None:
        """Return a whole page (`model.report.PageImages`)."""
        picture = self._page(file, page)
        if picture is None:
            return None
        stream = io.BytesIO()
        picture.save(stream, "JPEG", quality=QUALITY)
        return PageImage(stream.getvalue(), picture.width, picture.height)

    def crop(self, file: str, page: int, boxes: tuple[Box, ...], context: float) -> bytes | None:
        """Return a strip of a page as PNG with boxes drawn on it (`model.report.PageImages`)."""
        known = self._pages.get((file, page))
        picture = self._page(file, page)
        if known is None or picture is None or not known.width:
            return None
        scale = picture.width / known.width
        if context:
            return strip(picture, boxes, context, scale)
        return words_of(picture, reduce(Box.union, boxes), scale)

    def excerpt(self, file: str, anchor: str) -> Excerpt | None:
        """Return the surroundings of a place in a file without pages (`model.report`)."""
        document = self._documents.get(file)
        return excerpt(document, anchor) if document and not document.pages else None

    def _page(self, file: str, page: int) -> Image.Image | None:
        key = (file, page)
        if key not in self._drawn:
            self._drawn[key] = self._draw(file, page)
            if len(self._drawn) > KEPT_PAGES:
                self._drawn.popitem(last=False)
        return self._drawn[key]

    def _draw(self, file: str, number: int) -> Image.Image | None:
        """Draw a page; None where it cannot be: a report is never lost for want of a picture."""
        source, page = self._files.get(file), self._pages.get((file, number))
        if source is None or page is None:
            return None
        answer = next(run_calls([Call(draw, (source, page), DRAW_SECONDS, DRAW_MEMORY)], 1))
        return answer.value if answer.error is None else None


def draw(source: SourceFile, page: Page) -> Image.Image | None:
    """Return a page as the reader saw it, None where it cannot be drawn."""
    try:
        if source.file_format == "pdf":
            return _pdf_page(source.local, page)
        return _picture(picture_of(source, page.number), page)
    except (pypdfium.PdfiumError, UnreadableFileError, OSError, ValueError, SyntaxError):
        return None


def _pdf_page(path: Path, page: Page) -> Image.Image:
    """Draw a PDF page, turned as the reader turned it beyond the page's own rotation."""
    with open_pdf(path) as document:
        drawn = document[page.number - 1]
        scale = min(DPI / POINTS, MAX_SIDE / max(*drawn.get_size(), 1.0))
        picture: Image.Image = drawn.render(scale=scale).to_pil().convert("RGB")
        return _turned(picture, page.rotation - drawn.get_rotation())


def _picture(picture: StoredPicture, page: Page) -> Image.Image:
    with opened(picture.content, picture.frame) as image:
        if image.width * image.height > MAX_PIXELS:
            raise ValueError("too many pixels")
        image.draft("RGB", (MAX_SIDE, MAX_SIDE))
        upright = ImageOps.exif_transpose(image).convert("RGB")
    turned = _turned(upright, page.rotation)
    turned.thumbnail((MAX_SIDE, round(page.height * DPI / POINTS) or MAX_SIDE))
    return turned


def _turned(picture: Image.Image, degrees: int) -> Image.Image:
    """Return a picture turned clockwise."""
    return picture.rotate(-degrees, expand=True) if degrees % 360 else picture
