"""Pictures as a PDF with highlights and notes: a picture file, or those pasted into a text.

The pictures themselves are never changed.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf

from doccheck.errors import UnreadableFileError
from doccheck.model.document import Document, Page, walk_paragraphs
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


_PASTED = re.compile(r"picture\[(\d+)\]")


def mark_pasted(
    name: str, document: Document, notes: tuple[Note, ...], pictures: PageImages
) -> bytes:
    """Return the pictures pasted into a text that notes are about, each as a page, marked.

    Empty where no note is about one. A note whose words are not found on its picture has no box.
    """
    placed = tuple(note for found in notes if (note := _on_picture(found, document)))
    wanted = {note.location.page for note in placed}
    pages = (page for pasted in document.pasted for page in pasted.pages if page.number in wanted)
    drawn = [(page, image) for page in pages if (image := pictures.page(name, page.number))]
    return _marked(drawn[:MOST_PAGES], placed) if drawn else b""


def _on_picture(note: Note, document: Document) -> Note | None:
    """Return a note with the picture it is about as its page, None where it is about none."""
    anchor = note.location.anchor or ""
    place = _PASTED.match(anchor)
    if place is None:
        return None
    number, words = int(place[1]) + 1, "".join(note.quote.split()).removesuffix("…")
    boxes = list(_boxes(document, number, anchor, words)) if words else []
    update = {"page": number, "bbox": boxes[0] if len(boxes) == 1 else None}
    return note._replace(location=note.location.model_copy(update=update))


def _boxes(
    document: Document, number: int, anchor: str, words: str
) -> Iterator[tuple[float, float, float, float]]:
    """Yield where the words of a place stand on a picture."""
    for pasted in document.pasted:
        if any(page.number == number for page in pasted.pages):
            for paragraph in walk_paragraphs(pasted.blocks):
                box, said = paragraph.place.box, "".join(paragraph.text.split())
                if box is not None and paragraph.place.anchor == anchor and words in said:
                    yield box


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
