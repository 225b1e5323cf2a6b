"""Cutting a place out of a drawn page: a strip with red boxes, or a value's words alone."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from doccheck.model.places import Box

BORDER = 1.0  # points inside a box that may be a cell's ruled line
AIR = 4  # pixels left around a value's words
INK = 60  # grey levels darker than the paper: print, not its shadow
RED = (200, 20, 20)
LINE = 3  # pixels
COLOURS = 48  # of the palette: print, seal and box need no more

Pixels = tuple[int, int, int, int]


def strip(picture: Image.Image, boxes: Sequence[Box], context: float, scale: float) -> bytes | None:
    """Return the page's whole width around the boxes as PNG, each with a red frame.

    `context` is in points, `scale` in pixels a point. None where the boxes lie off the page.
    """
    top = max(0, round((min(b.top for b in boxes) - context) * scale))
    bottom = min(picture.height, round((max(b.bottom for b in boxes) + context) * scale))
    if bottom <= top:
        return None
    cut = picture.crop((0, top, picture.width, bottom))
    for box in boxes:
        frame = [
            box.x0 * scale - LINE, box.top * scale - top - LINE,
            box.x1 * scale + LINE, box.bottom * scale - top + LINE,
        ]  # fmt: skip
        ImageDraw.Draw(cut).rectangle(frame, outline=RED, width=LINE)
    return _png(cut)


def words_of(picture: Image.Image, box: Box, scale: float) -> bytes | None:
    """Return what is printed in a box as PNG, the blank paper around it cut off."""
    page = (0, 0, picture.width, picture.height)
    inner = _within(
        (
            round((box.x0 + BORDER) * scale), round((box.top + BORDER) * scale),
            round((box.x1 - BORDER) * scale), round((box.bottom - BORDER) * scale),
        ),
        page,
    )  # fmt: skip
    if inner[2] <= inner[0] or inner[3] <= inner[1]:
        return None
    cut = picture.crop(inner)
    sheet = (0, 0, cut.width, cut.height)
    x0, y0, x1, y1 = _ink(cut) or sheet
    return _png(cut.crop(_within((x0 - AIR, y0 - AIR, x1 + AIR, y1 + AIR), sheet)))


def _within(area: Pixels, sheet: Pixels) -> Pixels:
    return (
        max(area[0], sheet[0]), max(area[1], sheet[1]),
        min(area[2], sheet[2]), min(area[3], sheet[3]),
    )  # fmt: skip


def _ink(cut: Image.Image) -> Pixels | None:
    """Return the pixels' box that holds everything darker than the paper, None for a blank."""
    grey = cut.convert("L")
    counts = grey.histogram()
    paper = max(range(len(counts)), key=counts.__getitem__)
    return grey.point([255 * (level < paper - INK) for level in range(256)]).getbbox()


def _png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.quantize(COLOURS).save(stream, "PNG", optimize=True)
    return stream.getvalue()
