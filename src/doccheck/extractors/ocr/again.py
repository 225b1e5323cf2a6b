"""A page searched a second time, otherwise than the first: in strips, and as black on white.

What a recogniser finds no line for is gone without a trace. So where something asked for was not
found on a page, the page is read again before anybody says so: strips show the detector larger
print, a local threshold brings back faint print and print in shadow or under a grey seal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from doccheck.extractors.ocr.engine import OcrEngine, OcrLine
from doccheck.extractors.ocr.pieces import line_pieces
from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.extractors.page.deskew import quarter_turned
from doccheck.extractors.page.grid import rule_mask
from doccheck.extractors.page.light import evened, grey, ink, without
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.red import red_mask, without_red

STRIPS = 3
"""Strips of the page's height, half a strip longer than its share: lines stand whole in one."""

NEW_SURE = 0.7  # confidence from which a line that was not seen before is print
OLD_WEAK = 0.5  # confidence under which a line that was seen gives way to a surer one
POINTS = 72.0  # an inch


def read_again(image: Image, dpi: float, reading: PageReading, engine: OcrEngine) -> PageReading:
    """Return a page's reading with the lines that other ways of looking at it show."""
    page = straightened(image, dpi, reading)
    red = red_mask(page)
    plain = grey(page) if red is None else without_red(page, red)
    mask = ink(plain, dpi)
    mask = without(mask, rule_mask(mask, dpi))
    lines = list(reading.lines)
    for seen in (_strips(plain, engine), engine.lines(_black_on_white(plain))):
        sure = [line for line in seen if line.confidence >= NEW_SURE and line.text.strip()]
        lines = _joined(lines, line_pieces(sure, mask, dpi))
    ordered = tuple(sorted(lines, key=lambda line: (line.top, line.x0, line.text)))
    return replace(reading, lines=ordered, again=True)


def straightened(image: Image, dpi: float, reading: PageReading) -> Image:
    """Return the picture of a page as its reading sees it: upright, square, without skew."""
    upright = quarter_turned(image, reading.turns) if reading.turns else image
    unit = dpi / POINTS
    back = np.array(reading.back).reshape(3, 3)
    there = np.diag([unit, unit, 1.0]) @ back @ np.diag([1 / unit, 1 / unit, 1.0])
    size = (max(1, round(reading.width * unit)), max(1, round(reading.height * unit)))
    return cv2.warpPerspective(
        upright, there, size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderValue=(255, 255, 255),
    ).astype(np.uint8)  # fmt: skip


def _strips(page: Image, engine: OcrEngine) -> list[OcrLine]:
    """Return the lines of the page's strips, where they stand on the page."""
    height = page.shape[0]
    share = height / STRIPS
    found: list[OcrLine] = []
    for number in range(STRIPS):
        top = max(0, int((number - 0.25) * share))
        strip = np.ascontiguousarray(page[top : int((number + 1.25) * share)])
        edges = (number > 0, number < STRIPS - 1)
        found += _moved(engine.lines(strip), top, strip.shape[0], edges)
    return found


def _moved(
    lines: Sequence[OcrLine], by: int, height: int, cut: tuple[bool, bool]
) -> Iterator[OcrLine]:
    """Yield lines moved down, without those that a strip's cut edges may have cut through."""
    for line in lines:
        ys = [y for _, y in line.quad]
        if (cut[0] and min(ys) < 2) or (cut[1] and max(ys) > height - 3):
            continue
        (a, b, c, d) = ((x, y + by) for x, y in line.quad)
        yield replace(line, quad=(a, b, c, d))


def _black_on_white(page: Image) -> Image:
    even = evened(page)
    size = max(15, page.shape[1] // 40) | 1
    return cv2.adaptiveThreshold(
        even, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, size, 12
    ).astype(np.uint8)


def _joined(known: Sequence[ReadLine], new: Sequence[ReadLine]) -> list[ReadLine]:
    """Return the lines known, those that were hardly read given up for surer ones, and new ones."""
    kept = list(known)
    for line in new:
        over = [old for old in kept if _overlap(line, old)]
        if all(old.confidence < OLD_WEAK for old in over):
            kept = [old for old in kept if not any(old is other for other in over)]
            kept.append(line)
    return kept


def _overlap(one: ReadLine, other: ReadLine) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0 and down > min(one.size, other.size) / 4
