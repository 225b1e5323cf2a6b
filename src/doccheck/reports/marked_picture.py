"""A picture file as a PDF with highlights and notes: the picture itself is never changed."""

from pathlib import Path

from pikepdf import Dictionary, Name, Pdf

from doccheck.errors import UnreadableFileError
from doccheck.model.document import Document, Page
from doccheck.model.report import PageImage, PageImages
from doccheck.reports.marked import Marker, Note
from doccheck.reports.marked_pdf import add_notes, saved

MOST_PAGES = 50
"""Pages of a picture file (a TIFF of a fax) that are copied; more are not read note by note."""


def picture_marker(name: str, pictures: PageImages) -> Marker:
    """Return what marks a picture file, by its path in the submission."""

    def mark(path: Path, notes: tuple[Note, ...], document: Document | None) -> bytes:
        drawn = [
            (page, image)
            for page in (document.pages[:MOST_PAGES] if document else ())
            if (image := pictures.page(name, page.number)) is not None
        ]
        if not drawn:
            raise UnreadableFileError("图片不能画成页面，没有批注", str(path))
        return _marked(drawn, notes)

    return mark


def _marked(drawn: list[tuple[Page, PageImage]], notes: tuple[Note, ...]) -> bytes:
    with Pdf.new() as pdf:
        places: dict[int, int] = {}
        for page, image in drawn:
            _add(pdf, page, image)
            places[page.number] = len(pdf.pages)
        moved = (
            note._replace(location=note.location.model_copy(update={"page": place}))
            for note in notes
            if (place := places.get(note.location.page or 1))
        )
        add_notes(pdf, tuple(moved), {})
        return saved(pdf)


def _add(pdf: Pdf, page: Page, image: PageImage) -> None:
    """Add a page of the size that it was read with, filled by its picture."""
    stream = pdf.make_stream(image.jpeg)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = image.width, image.height
    stream.ColorSpace, stream.BitsPerComponent = Name.DeviceRGB, 8
    stream.Filter = Name.DCTDecode
    blank = pdf.add_blank_page(page_size=(page.width, page.height))
    blank.Resources = Dictionary(XObject=Dictionary(P=stream))
    drawing = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /P Do Q"
    blank.Contents = pdf.make_stream(drawing.encode())
