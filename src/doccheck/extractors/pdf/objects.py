"""What is drawn on a page besides text: rules, pictures, invisible text.

One walk over the page's objects, nested form objects included.
"""

import ctypes
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from doccheck.extractors.appearance import appearance_of_pixels
from doccheck.extractors.likeness import likeness_of_pixels
from doccheck.extractors.pdf.edges import RULE_THICKNESS, Edge, path_edges
from doccheck.extractors.pdf.frame import (
    IDENTITY,
    Frame,
    Matrix,
    applied,
    combined,
    object_matrix,
)
from doccheck.extractors.pdf.styles import StyleBook
from doccheck.model.document import Appearance
from doccheck.model.places import Box
from doccheck.model.unseen_text import Concealment

MAX_OBJECTS = 100_000
"""Objects looked at on one page, nested ones included: a letter-by-letter page has 10 000."""

MAX_DEPTH = 6
"""Form objects within form objects: writers nest two or three deep."""

MAX_PATH_SEGMENTS = 60_000
"""Path segments walked on one page: a form has under 1 000, a map or drawing far more."""

MAX_HASHED_BYTES = 16 * 2**20
"""Pictures over this size are not hashed: a 300 dpi colour page as JPEG is under 3 MB."""

PALE = 225  # of 255: letters lighter than this are put to the proof; watermarks are darker
_FILLED_ONLY = (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
OPAQUE = 200  # of 255: mean alpha from which a picture hides what it is painted over

MAX_LOOKED_AT = 40  # pictures of one page whose pixels are looked at; a form bears a few marks


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture on the page: box, pixels, fingerprint, and its place in the painting order."""

    box: Box
    width: int
    height: int
    sha256: str
    order: int
    see_through: bool = False
    appearance: Appearance = ""
    likeness: str = ""


class Seen(NamedTuple):
    """What a picture looks like: a mark or not, and its perceptual hash."""

    appearance: Appearance = ""
    likeness: str = ""


class Cover(NamedTuple):
    """Something opaque that is painted over what came before it, by its place in that order."""

    box: Box
    order: int

    @property
    def area(self) -> float:
        """Return its size in square points."""
        return (self.box.x1 - self.box.x0) * (self.box.bottom - self.box.top)


@dataclass(slots=True)
class PageObjects:
    """What the walk over a page's objects found.

    `texts_at` holds the text objects by the address that pdfium keeps each at: their place in
    the painting order, their handle; `pale` those that perhaps nobody sees, and why.
    """

    styles: StyleBook
    edges: list[Edge] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    paths: int = 0
    texts: int = 0
    invisible_texts: int = 0
    last_text: int = -1
    texts_at: dict[int, tuple[int, object]] = field(default_factory=dict)
    pale: dict[int, Concealment] = field(default_factory=dict)
    covers: list[Cover] = field(default_factory=list)
    too_many: bool = False


def read_objects(
    document: object, page: object, frame: Frame, known: dict[str, Seen]
) -> PageObjects:
    """Walk over everything drawn on a page.

    `known` keeps what the file's pictures look like, by fingerprint: one seal is on many pages.
    """
    found = PageObjects(StyleBook(frame))
    large: list[tuple[int, object]] = []
    segments = 0
    for order, (handle, matrix) in enumerate(_walk(page)):
        kind = pdfium.FPDFPageObj_GetType(handle)
        if order >= MAX_OBJECTS:
            found.too_many = True
            break
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.styles.add(handle, combined(object_matrix(handle), matrix))
            _note_text(handle, order, found)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing = _drawing(handle, matrix, frame, order)
            if _covers_most(drawing.box, frame):
                large.append((len(found.drawings), handle))
            elif len(found.drawings) < MAX_LOOKED_AT:
                if not drawing.sha256 or drawing.sha256 not in known:
                    known[drawing.sha256] = _seen(document, page, handle)
                drawing = replace(
                    drawing,
                    appearance=known[drawing.sha256].appearance,
                    likeness=known[drawing.sha256].likeness,
                )
            found.drawings.append(drawing)
            if found.texts and not drawing.appearance:  # seals and signatures lie over text
                found.covers.append(Cover(drawing.box, order))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.paths += 1
            segments += max(0, pdfium.FPDFPath_CountSegments(handle))
            found.too_many = found.too_many or segments > MAX_PATH_SEGMENTS
            if not found.too_many:
                found.edges.extend(path_edges(handle, matrix, frame))
            if found.texts:
                found.covers.extend(_covers(handle, matrix, frame, order))
    over_text = [(at, h) for at, h in large if -1 < found.last_text < found.drawings[at].order]
    for at, handle in over_text:
        seen = _see_through(document, page, handle)
        found.drawings[at] = replace(found.drawings[at], see_through=seen)
    return found


def _note_text(handle: Any, order: int, found: PageObjects) -> None:
    """Note a text object, and why perhaps nobody sees it."""
    key = ctypes.addressof(handle.contents)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    found.texts += 1
    found.last_text = order
    found.texts_at[key] = order, handle
    if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        found.invisible_texts += 1
        found.pale[key] = "invisible"
    elif mode in _FILLED_ONLY and _is_pale(handle):
        found.pale[key] = "ink"


def _is_pale(handle: object) -> bool:
    """Return whether an object is filled with a colour near to white, or with hardly any."""
    red, green, blue, alpha = parts = tuple(ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(handle, *map(ctypes.byref, parts)):
        return False
    return min(red.value, green.value, blue.value) >= PALE or alpha.value <= 255 - PALE


def _covers(handle: object, outer: Matrix, frame: Frame, order: int) -> Iterator[Cover]:
    """Yield the box of a filled, opaque path that is larger than a rule."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value:
        return
    left, bottom, right, top = parts = tuple(ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, *map(ctypes.byref, parts)):
        return
    xs, ys = zip(
        *(
            frame.point(*applied(outer, x.value, y.value))
            for x in (left, right)
            for y in (bottom, top)
        ),
        strict=True,
    )
    box = Box(min(xs), min(ys), max(xs), max(ys))
    if min(box.x1 - box.x0, box.bottom - box.top) > RULE_THICKNESS:
        yield Cover(box, order)


def _covers_most(box: Box, frame: Frame) -> bool:
    return (box.x1 - box.x0) * (box.bottom - box.top) > frame.width * frame.height / 2


def _see_through(document: object, page: object, handle: object) -> bool:
    """Return whether a picture painted over the text lets the text show (a watermark, a seal)."""
    if pdfium.FPDFPageObj_HasTransparency(handle):
        return True
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, handle)
    if not bitmap:
        return False
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return False
        size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        alpha = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)[3::4]
        return sum(alpha) < OPAQUE * len(alpha)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _seen(document: object, page: object, handle: object) -> Seen:
    """Return what a picture, with its mask, looks like."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, handle)
    if not bitmap:
        return Seen()
    try:
        stride, height = pdfium.FPDFBitmap_GetStride(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        width, layout = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetFormat(bitmap)
        if layout not in BITMAP_MODES or not 0 < stride * height <= MAX_HASHED_BYTES:
            return Seen()
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        pixels = (data, (width, height), *BITMAP_MODES[layout], stride)
        return Seen(appearance_of_pixels(*pixels), likeness_of_pixels(*pixels))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


BITMAP_MODES = {
    pdfium.FPDFBitmap_BGRA: ("RGBA", "BGRA"),
    pdfium.FPDFBitmap_BGRx: ("RGB", "BGRX"),
    pdfium.FPDFBitmap_BGR: ("RGB", "BGR"),
}
"""pdfium's bitmap formats: Pillow's mode, and the order of the raw channels."""


def _walk(page: object) -> Iterator[tuple[object, Matrix]]:
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _walk_object(pdfium.FPDFPage_GetObject(page, i), IDENTITY, 0)


def _walk_object(handle: object, outer: Matrix, depth: int) -> Iterator[tuple[object, Matrix]]:
    yield handle, outer
    if pdfium.FPDFPageObj_GetType(handle) == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
        inner = combined(object_matrix(handle), outer)
        for i in range(max(0, pdfium.FPDFFormObj_CountObjects(handle))):
            yield from _walk_object(pdfium.FPDFFormObj_GetObject(handle, i), inner, depth + 1)


def _drawing(handle: object, outer: Matrix, frame: Frame, order: int) -> Drawing:
    matrix = combined(object_matrix(handle), outer)  # a picture fills the unit square
    corners = [frame.point(*applied(matrix, x, y)) for x in (0, 1) for y in (0, 1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(handle, ctypes.byref(width), ctypes.byref(height))
    return Drawing(
        box=Box(min(xs), min(ys), max(xs), max(ys)),
        width=width.value,
        height=height.value,
        sha256=_fingerprint(handle),
        order=order,
    )


def _fingerprint(handle: object) -> str:
    size = pdfium.FPDFImageObj_GetImageDataRaw(handle, None, 0)
    if not 0 < size <= MAX_HASHED_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(handle, buffer, size)
    return hashlib.sha256(buffer).hexdigest()
