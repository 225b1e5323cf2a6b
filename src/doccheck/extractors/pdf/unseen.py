"""Text that a PDF page holds and that a reader does not see.

What looks suspicious (letters nearly white, without ink, under something painted later) is put to
the proof: the page is drawn with those letters and without them. Where no pixel changes, nobody
sees them. So white letters on a dark ground are no suspects for long.
"""

import ctypes
import math
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from doccheck.extractors.pdf.characters import Characters
from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pdf.objects import Cover, Drawing, PageObjects
from doccheck.extractors.pdf.runs import Run, StyleAt, gather_runs
from doccheck.extractors.pdf.trust import SCAN_AREA, picture_share
from doccheck.model.places import Box
from doccheck.model.unseen_text import Concealment

TINY = 2.0  # points: letters of 0.7 mm are specks
TINY_SURE = 1.0  # points: figures scaled down to one page may reach 1.5
MAX_COVERS = 100  # of one page, the largest: a chart has hundreds of small ones
INDISTINCT = 24  # of 255: a pixel that changes by less is not seen on paper
PIXELS_PER_POINT = 2.0
MAX_DRAWN = 4_000_000  # pixels of a page drawn for the proof: an A3 page at two a point
WATERMARK = 30.0  # points: letters this large and pale are a watermark, hidden from nobody
CORE = 0.2  # of a letter's box left out on each side: neighbours reach into it


class UnseenRun(NamedTuple):
    """A piece of text that is not seen, why, and whether that is certain."""

    run: Run
    how: Concealment
    sure: bool


def take_unseen(
    page: object,
    textpage: object,
    characters: Characters,
    objects: PageObjects,
    style_at: StyleAt,
    frame: Frame,
) -> tuple[Characters, list[UnseenRun]]:
    """Return the characters that are or may be seen, and the pieces that are not."""
    visible = Box(0.0, 0.0, frame.width, frame.height)
    if picture_share(objects.drawings, visible) > SCAN_AREA:
        return characters, []  # a scan; text that is not seen there is its OCR layer
    reasons = _suspects(characters, objects, textpage)
    if not reasons:
        return characters, []
    handles = {key: objects.texts_at[key][1] for key, _ in reasons.values()}
    change = _change(page, list(handles.values()), frame)
    if change is None:
        return characters, []
    gone: dict[tuple[Concealment, bool], list[int]] = {}
    for i, (_, how) in sorted(reasons.items()):
        if _is_changed(change, characters, i, frame) or _is_watermark(style_at, characters, i):
            continue
        shown_by = _picture_at(characters, i, objects.drawings)
        if shown_by is None:
            gone.setdefault((how, True), []).append(i)
        elif how == "covered":
            gone.setdefault((how, False), []).append(i)
    taken = {i for (_, sure), some in gone.items() if sure for i in some}
    rest = characters.picked([i for i in range(len(characters)) if i not in taken])
    pieces = [
        UnseenRun(run, how, sure)
        for (how, sure), some in gone.items()
        for run in gather_runs(characters.picked(some), style_at)
    ]
    return (rest if taken else characters), pieces


def _suspects(
    characters: Characters, objects: PageObjects, textpage: object
) -> dict[int, tuple[int, Concealment]]:
    """Return the characters to be put to the proof: index → text object, suspicion."""
    covers = _largest(objects)
    if not (covers or objects.pale or objects.invisible_texts):
        return {}
    found: dict[int, tuple[int, Concealment]] = {}
    all_asked = bool(objects.pale or objects.invisible_texts)
    for i, at in enumerate(characters.at):
        over = _covers_at(characters, i, covers) if covers else ()
        if not (all_asked or over):
            continue
        handle = pdfium.FPDFText_GetTextObject(textpage, at)
        key = ctypes.addressof(handle.contents) if handle else 0
        if key not in objects.texts_at:
            continue
        order = objects.texts_at[key][0]
        if key in objects.pale:
            found[i] = key, objects.pale[key]
        elif any(cover.order > order for cover in over):
            found[i] = key, "covered"
    return found


def _largest(objects: PageObjects) -> list[Cover]:
    covers = sorted(objects.covers, key=lambda c: c.area, reverse=True)
    return covers[:MAX_COVERS]


def _covers_at(characters: Characters, i: int, covers: Sequence[Cover]) -> list[Cover]:
    x, y = _middle(characters, i)
    return [c for c in covers if c.box.x0 < x < c.box.x1 and c.box.top < y < c.box.bottom]


def _picture_at(characters: Characters, i: int, drawings: Sequence[Drawing]) -> Drawing | None:
    """Return a picture at a character: what stands there unseen may be the picture's own text."""
    x, y = _middle(characters, i)
    for drawing in drawings:
        box = drawing.box
        if box.x0 < x < box.x1 and box.top < y < box.bottom:
            return drawing
    return None


def _middle(characters: Characters, i: int) -> tuple[float, float]:
    return (
        (characters.x0[i] + characters.x1[i]) / 2,
        (characters.top[i] + characters.bottom[i]) / 2,
    )


def _is_watermark(style_at: StyleAt, characters: Characters, i: int) -> bool:
    style = style_at(characters.at[i])
    return style.size >= WATERMARK or style.angle % 90 != 0


def _change(page: object, handles: Sequence[object], frame: Frame) -> Image.Image | None:
    """Return where a page changes as some of its objects are left out, None if that fails."""
    whole = _drawn(page, frame)
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, False)
    try:
        without = _drawn(page, frame)
    finally:
        for handle in handles:
            pdfium.FPDFPageObj_SetIsActive(handle, True)
    if whole is None or without is None:
        return None
    return ImageChops.difference(whole, without)


def _scale(frame: Frame) -> float:
    area = max(1.0, frame.width * frame.height)
    return min(PIXELS_PER_POINT, math.sqrt(MAX_DRAWN / area))


def _drawn(page: object, frame: Frame) -> Image.Image | None:
    scale = _scale(frame)
    width, height = max(1, int(frame.width * scale)), max(1, int(frame.height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), data, "raw", "BGRX", stride, 1)


def _is_changed(change: Image.Image, characters: Characters, i: int, frame: Frame) -> bool:
    """Return whether the page changed at a character; what cannot be judged counts as changed."""
    scale = _scale(frame)
    x0, x1 = characters.x0[i], characters.x1[i]
    top, bottom = characters.top[i], characters.bottom[i]
    across, down = CORE * (x1 - x0), CORE * (bottom - top)
    box = (
        max(0, int((x0 + across) * scale)),
        max(0, int((top + down) * scale)),
        min(change.width, int((x1 - across) * scale) + 1),
        min(change.height, int((bottom - down) * scale) + 1),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return True  # off the page: told apart later
    extremes = change.crop(box).getextrema()
    return any(high > INDISTINCT for _, high in extremes)  # type: ignore[misc]


def split_runs(
    runs: list[Run], visible: Box, textpage: object
) -> tuple[list[Run], list[UnseenRun]]:
    """Return the runs on the page that can be read, and those off it or too small to read."""
    shown: list[Run] = []
    pieces: list[UnseenRun] = []
    for run in runs:
        if run.hidden:
            continue  # without ink and over a picture: the layer of an OCR program
        if not _on_page(run, visible):
            pieces.append(UnseenRun(run, "outside", True))
        elif 0 < run.size <= TINY and _is_small(run, textpage):
            sure = run.size <= TINY_SURE
            pieces.append(UnseenRun(run, "tiny", sure))
            shown += [] if sure else [run]
        else:
            shown.append(run)
    return shown, pieces


def _is_small(run: Run, textpage: object) -> bool:
    """Return whether the letters are small indeed: some fonts have units of their own."""
    boxes = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = boxes
    if not pdfium.FPDFText_GetCharBox(textpage, run.at, *map(ctypes.byref, boxes)):
        return False
    return max(right.value - left.value, top.value - bottom.value) <= 1.5 * TINY


def _on_page(run: Run, page: Box) -> bool:
    return page.x0 <= (run.x0 + run.x1) / 2 <= page.x1 and page.top <= run.centre <= page.bottom
