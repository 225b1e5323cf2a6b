"""Cutting a place out of a drawn page: a strip with red boxes, or a value's words alone."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from doccheck.model.places import Box

BORDER = 0.12  # of a box's height that may be a cell's ruled line, slanting in a scan
THICKEST = 2.5  # points of it at most
AIR = 4  # pixels left around a value's words
INK = 80  # grey levels darker than the paper: print, not its shadow
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
    border = min(BORDER * (box.bottom - box.top), THICKEST)
    sides = (box.x0 + border, box.top + border, box.x1 - border, box.bottom - border)
    left, top, right, bottom = (round(side * scale) for side in sides)
    inner = _within((left, top, right, bottom), page)
    if inner[2] <= inner[0] or inner[3] <= inner[1]:
        return None
    x0, y0, x1, y1 = _ink(picture.crop(inner)) or (0, 0, inner[2] - inner[0], inner[3] - inner[1])
    ink = (inner[0] + x0 - AIR, inner[1] + y0 - AIR, inner[0] + x1 + AIR, inner[1] + y1 + AIR)
    return _png(picture.crop(_within(ink, page)))


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
