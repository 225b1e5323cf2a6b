"""Highlights and notes in a copy of a PDF, scanned pages too."""

import io
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from doccheck.errors import UnreadableFileError
from doccheck.model.document import Document
from doccheck.reports.marked import Note

COLOURS = {"fail": (1.0, 0.72, 0.70), "review": (1.0, 0.90, 0.55)}
"""Light red and amber, multiplied with the page: what is printed stays readable."""

AUTHOR = "doccheck"
ICON = 18.0  # points of a note's icon
MARGIN = 1.5  # points that a highlight reaches beyond its words

Corner = tuple[float, float]
Box = tuple[float, float, float, float]


def mark_pdf(path: Path, notes: tuple[Note, ...], document: Document | None) -> bytes:
    """Return a copy with a highlight at every box, and an icon where only the page is known."""
    turns = {p.number: p.rotation // 90 % 4 for p in document.pages} if document else {}
    try:
        return _marked(path, notes, turns)
    except (pikepdf.PdfError, OSError, ValueError, LookupError, TypeError) as error:
        raise UnreadableFileError(f"PDF 不能写批注（{type(error).__name__}）", str(path)) from error


def _marked(path: Path, notes: tuple[Note, ...], turns: dict[int, int]) -> bytes:
    with Pdf.open(path) as pdf:
        add_notes(pdf, notes, turns)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """Return a PDF as bytes, the same for the same content."""
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True)
    return stream.getvalue()


def add_notes(pdf: Pdf, notes: tuple[Note, ...], turns: dict[int, int]) -> None:
    """Hang the notes on an open PDF; `turns` are quarters that pages were turned for reading."""
    icons: dict[int, int] = {}
    for note in notes:
        number = note.location.page or 1
        if not 1 <= number <= len(pdf.pages):
            continue
        page = pdf.pages[number - 1]
        visible: Box = tuple(float(v) for v in page.cropbox)  # type: ignore[assignment]
        turned = turns.get(number, 0)
        if note.location.bbox:
            mark = _highlight(pdf, on_page(note.location.bbox, visible, turned), note)
        else:
            place = icons.get(number, 0)
            icons[number] = place + 1
            mark = _icon(on_page(_icon_box(place), visible, turned), note)
        _hang(pdf, page, mark)


def on_page(box: Box, visible: Box, turns: int) -> Box:
    """Return a box as seen (points from the top-left corner) in the PDF's own coordinates.

    The inverse of `extractors.pdf.frame.Frame.point`.
    """
    (x0, y0), (x1, y1) = (_point(x, y, visible, turns) for x, y in (box[:2], box[2:]))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _point(x: float, y: float, visible: Box, turns: int) -> Corner:
    left, bottom, right, top = visible
    ways = {
        0: (left + x, top - y), 1: (left + y, bottom + x),
        2: (right - x, bottom + y), 3: (right - y, top - x),
    }  # fmt: skip
    return ways[turns]


def _icon_box(place: int) -> Box:
    left = 6 + place * (ICON + 4)
    return (left, 6, left + ICON, 6 + ICON)


def _highlight(pdf: Pdf, box: Box, note: Note) -> Dictionary:
    x0, y0, x1, y1 = box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN
    corners = (x0, y1, x1, y1, x0, y0, x1, y0)
    mark = _common(note, (x0, y0, x1, y1))
    mark.Subtype, mark.QuadPoints = Name.Highlight, Array(list(corners))
    mark.AP = Dictionary(N=_appearance(pdf, (x0, y0, x1, y1), COLOURS[note.status]))
    return mark


def _icon(box: Box, note: Note) -> Dictionary:
    mark = _common(note, box)
    mark.Subtype, mark.Name, mark.Open = Name.Text, Name.Comment, False
    return mark


def _common(note: Note, box: Box) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Rect=Array(list(box)),
        Contents=String(note.text),
        T=String(AUTHOR),
        C=Array(list(COLOURS[note.status])),
        F=4,  # print
    )


def _appearance(pdf: Pdf, box: Box, colour: tuple[float, float, float]) -> pikepdf.Object:
    """Return how a highlight looks, so that every viewer shows it alike and none covers words."""
    x0, y0, x1, y1 = box
    red, green, blue = colour
    drawn = f"/G gs {red} {green} {blue} rg {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f"
    look = pdf.make_stream(drawn.encode())
    look.Type, look.Subtype = Name.XObject, Name.Form
    look.BBox = Array(list(box))
    multiply = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    look.Resources = Dictionary(ExtGState=Dictionary(G=multiply))
    return pdf.make_indirect(look)


def _hang(pdf: Pdf, page: pikepdf.Page, mark: Dictionary) -> None:
    if Name.Annots not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(pdf.make_indirect(mark))
