"""Ink on a page that is no print: writing by hand, seals' red, whatever was not read as text."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.ocr.engine import OcrLine, Quad, edges
from doccheck.extractors.page.light import without
from doccheck.extractors.page.line_parts import read_parts
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import Ring
from doccheck.model.seen import MOST_STROKES, StrokeKind

Rect = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

JOIN_MM = 1.2  # strokes nearer than this belong together
LEAST_MM = 2.0  # shorter ink is dust, a comma, part of a rule
EDGE_MM = 6.0  # of the page's rim: scanners' shadows
ROUND_WORDS = 0.12  # of a line's height that its print may stick out of its box
SURE_WORDS = 0.55  # confidence from which a line explains the ink in it
LONG_MM = 100.0  # longer ink is no signature but a sheet's edge or a shadow: told bit by bit
BIT_MM = 10.0
LONGEST_NAME = 5  # characters
TALLER, SHORTER = 1.3, 0.7  # of a neighbour's size: print in one line has one size
OFF_LINE = 0.35  # of the size: how far from a neighbour's line print never stands
NEAR = 6.0  # sizes along the line in which a neighbour is looked for
BLUE = (np.array([95, 60, 40]), np.array([135, 255, 230]))  # blue-black ink, in HSV of 180
BLUE_SHARE = 0.25  # of a line's dark pixels that are blue where it was written in blue
DARK = 140  # of 255
LEAST_LABEL = 3  # characters of a label before a name
BEYOND = 0.15  # of a line's height over and under its box that writing may reach
MUCH_TALLER = 1.5  # times a label's print: printed names are in a size next to it
MOST_JUNK = 8  # characters that are read into a signature at most
SCRAWLED = 1.8  # times its label's size: no print in one line with it is so large
DOUBTED = 0.8  # confidence under which words may be none
LONGISH = 0.9  # width by height from which ink is no chop
RED_BY = 40  # of 255: how much redder than blue and green red ink is
LEAST_ROW = 2  # pixels of a row that is inked


def find_strokes(
    image: Image, mask: Image, reds: Image, dpi: float, lines: Sequence[OcrLine],
    rings: Sequence[Ring],
) -> list[tuple[StrokeKind, Rect]]:  # fmt: skip
    """Return ink that is no print: words written by hand, ink not read, red ink.

    `mask` shows black ink without rules, `reds` red ink.
    """
    found: list[tuple[StrokeKind, Rect]] = [("hand", r) for r in _by_hand(image, lines)]
    found += [("hand", r) for line in lines for r in written_after(line, image, mask)]
    left = _without_words(without(mask, reds), [li for li in lines if li.confidence >= SURE_WORDS])
    left = _without_rims([r for r in rings if not r.red], left)
    found += [("ink", r) for r in _pieces(left, dpi)]
    found += [("red", r) for r in _pieces(reds, dpi)]
    return found[:MOST_STROKES]


def _without_words(mask: Image, lines: Sequence[OcrLine]) -> Image:
    """Return a mask without the ink that the characters read stand for."""
    left = mask.copy()
    for line in lines:
        size = _size(line.quad)
        for quad in read_parts(line):
            grown = quad + np.sign(quad - quad.mean(axis=0)) * size * ROUND_WORDS
            cv2.fillPoly(left, [np.round(grown).astype(np.int32)], 0)
    return left


def _without_rims(rings: Sequence[Ring], mask: Image) -> Image:
    """Return a mask without black seals."""
    left = mask.copy()
    for ring in rings:
        axes = (round(ring.wide * 1.05), round(ring.high * 1.05))
        cv2.ellipse(left, (round(ring.x), round(ring.y)), axes, ring.turn, 0, 360, 0, -1)
    return left


def _pieces(mask: Image, dpi: float) -> Iterator[Rect]:
    """Yield the rectangles round pieces of ink that are longer than dust, the largest first.

    The edge of a sheet on a photo runs round everything: it is told bit by bit, at the end.
    """
    unit = dpi / 25.4
    join = max(3, round(JOIN_MM * unit))
    joined = cv2.dilate(mask, np.ones((join, join), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    long: list[Rect] = []
    for n in sorted(range(1, len(stats)), key=lambda n: (-int(stats[n][4]), n)):
        x, y, w, h = (int(v) for v in stats[n][:4])
        if max(w, h) - join < LEAST_MM * unit or min(w, h) < join + unit * 0.6:
            continue
        if max(w, h) > LONG_MM * unit:
            long += _bits(np.asarray(labels == n), round(BIT_MM * unit))
        elif _inside((x, y, x + w, y + h), mask, unit):
            yield x, y, x + w, y + h
    yield from (bit for bit in long if _inside(bit, mask, unit))


def _inside(rect: Rect, mask: Image, unit: float) -> bool:
    """Tell whether a rectangle lies, with some of it, within the page's rim."""
    height, width = mask.shape
    rim = EDGE_MM * unit
    x0, y0, x1, y1 = rect
    return x1 > rim and y1 > rim and x0 < width - rim and y0 < height - rim


def _bits(shape: NDArray[np.bool_], side: int) -> Iterator[Rect]:
    """Yield the rectangles round what of a shape lies in each square of a grid."""
    height, width = shape.shape
    for top in range(0, height, side):
        for left in range(0, width, side):
            ys, xs = np.nonzero(shape[top : top + side, left : left + side])
            if len(xs):
                x0, y0 = left + int(xs.min()), top + int(ys.min())
                yield x0, y0, left + int(xs.max()) + 1, top + int(ys.max()) + 1


def _by_hand(image: Image, lines: Sequence[OcrLine]) -> Iterator[Rect]:
    """Yield short lines of other size, off the line, or in another colour than their neighbour.

    What is several times as large as its neighbour is no print, whatever was read there.
    """
    for line in lines:
        text = "".join(c for c in line.text if not c.isspace())
        if not 1 <= len(text) <= MOST_JUNK or _red(image, _rect(line.quad)):
            continue
        before = _before(line, lines)
        if before is None:
            continue
        name = 2 <= len(text) <= LONGEST_NAME and all("一" <= c <= "鿿" for c in text)
        unlike = _unlike(line, before) or _blue(image, _rect(line.quad))
        if (name and unlike) or _scrawled(line, before):
            yield _rect(line.quad)


def _scrawled(line: OcrLine, before: OcrLine) -> bool:
    """Tell whether a line is too large beside a label to be print, and no square chop."""
    x0, top, x1, bottom = _rect(line.quad)
    large = _size(line.quad) > SCRAWLED * _size(before.quad)
    doubted = line.confidence < DOUBTED and len(before.text) >= LEAST_LABEL
    return large and doubted and x1 - x0 > LONGISH * (bottom - top)


def _red(image: Image, rect: Rect) -> bool:
    """Tell whether words are in red: printed so, or a chop's."""
    x0, y0, x1, y1 = rect
    crop = image[max(0, y0) : y1, max(0, x0) : x1]
    if image.ndim == 2 or not crop.size:
        return False
    dark: NDArray[np.bool_] = crop.min(axis=2) < DARK
    others = np.maximum(crop[:, :, 0], crop[:, :, 1])
    red = dark & (crop[:, :, 2] > others.astype(np.int16) + RED_BY)
    return bool(2 * np.count_nonzero(red) > np.count_nonzero(dark))


def _before(line: OcrLine, lines: Sequence[OcrLine]) -> OcrLine | None:
    """Return the nearest line left of another one in about the same height."""
    left, top, _, bottom = _rect(line.quad)
    near = []
    for other in lines:
        _, over, end, under = _rect(other.quad)
        size = _size(other.quad)
        level = min(bottom, under) - max(top, over) > 0.2 * size
        if other is not line and level and -0.6 * size < left - end < NEAR * size:
            near.append((left - end, other))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _unlike(line: OcrLine, other: OcrLine) -> bool:
    size, usual = _size(line.quad), _size(other.quad)
    apart = abs(_middle(line.quad) - _middle(other.quad)) / usual
    other_size = not SHORTER < size / usual < TALLER
    return apart > (OFF_LINE / 2 if other_size else OFF_LINE)


def written_after(line: OcrLine, image: Image, mask: Image) -> Iterator[Rect]:
    """Yield where writing follows a label on its own line and was read as a name.

    It is larger than the label's print, not level with it, or blue.
    """
    at = _name_after(line)
    if at is None:
        return
    x0, y0, x1, y1 = _rect(line.quad)
    room = round(BEYOND * (y1 - y0))
    top, bottom = max(0, y0 - room), y1 + room
    middle = round(x0 + line.starts[at] * (x1 - x0))
    label, name = mask[top:bottom, x0:middle], mask[top:bottom, middle:x1]
    one, other = _rows(label), _rows(name)
    if one is None or other is None:
        return
    usual, size = one[1] - one[0], other[1] - other[0]
    apart = abs(sum(one) - sum(other)) / 2 / usual
    rect = (middle, top + other[0], x1, top + other[1])
    if size > MUCH_TALLER * usual or apart > OFF_LINE or _blue(image, rect):
        yield rect


def _name_after(line: OcrLine) -> int | None:
    """Return the number of the sign that begins a name behind a label's colon, None without."""
    label, colon, name = line.text.replace(":", "：").rpartition("：")
    signs = name.strip()
    if len(line.starts) != len(line.text) or not colon or len(label) < LEAST_LABEL:
        return None
    if not 2 <= len(signs) <= LONGEST_NAME or not all("一" <= c <= "鿿" for c in signs):
        return None
    return len(label) + 1 + name.index(signs[0])


def _rows(mask: Image) -> tuple[int, int] | None:
    """Return the first and last row with ink but for single dots, None without ink."""
    inked = np.flatnonzero((mask > 0).sum(axis=1) >= LEAST_ROW)
    return (int(inked[0]), int(inked[-1]) + 1) if len(inked) else None


def _blue(image: Image, rect: Rect) -> bool:
    """Tell whether words were written in blue ink."""
    x0, y0, x1, y1 = rect
    crop = image[max(0, y0) : y1, max(0, x0) : x1]
    if image.ndim == 2 or not crop.size:
        return False
    hsv = cv2.cvtColor(crop, cv2.COLOR_BGR2HSV)
    dark: NDArray[np.bool_] = crop.min(axis=2) < DARK
    blue = (cv2.inRange(hsv, *BLUE) > 0) & dark
    return int(np.count_nonzero(blue)) > BLUE_SHARE * max(1, int(np.count_nonzero(dark)))


def _size(quad: Quad) -> float:
    (x0, y0), _, _, (x3, y3) = quad
    return float(np.hypot(x3 - x0, y3 - y0)) or 1.0


def _middle(quad: Quad) -> float:
    return sum(y for _, y in quad) / 4


def _rect(quad: Quad) -> Rect:
    left, top, right, bottom = edges(quad)
    return int(left), int(top), int(right) + 1, int(bottom) + 1
