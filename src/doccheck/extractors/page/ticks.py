"""Tick boxes, circles and words circled by hand, by their pixels.

A tick that leaves its box joins it with the print beside it: boxes are put together from sides.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.page.pixels import Image

POINTS = 72.0  # an inch
SMALLEST, LARGEST = 5.5, 16.0  # points: a box's side
SQUARE = 0.22  # share by which its sides may differ
FRAMED = 0.85  # of each side of a box that is one inked line
FAINT, TICKED = 0.05, 0.10  # of a box's inside that is inked: dust at most; a mark
SOLID = 0.8  # of a box that is inked: a filled one (■)
RIM = 0.22  # of a box's side in which its frame is looked for
BEYOND = 0.13  # of its width: a box that ends so much beyond another ends at the next letter
DEEP = 0.3  # of a box's side: what is nearer to its sides may be a frame made thick by blur
LEAST_CIRCLE = 6.2  # points: a circle's width; round letters are smaller
SHORTEST_SIDE = 4.5  # points: a side looked for, its corners left out
UNLIKE = 0.25  # of their length: how far the ends of two opposite sides differ at most
ROUND = (0.70, 0.86)  # of its square that a circle covers; of a square's own contour it is more
ROUNDNESS = 0.78  # of a circle's 4π·area/perimeter² that its pixels reach
RIM_SEEN = 0.86  # of a circle's rim that shows where a tick crosses it
RIM_POINTS = 48
RIM_INKED = 0.6  # of the pixels at one distance from the middle that are the rim
WITHIN = (0.5, 0.6, 0.68)  # of its radius: between its rim and a dot there is white
MOST_WITHIN = 0.5  # of one of those that is inked; letters have ink everywhere
MOST_CIRCLES = 40  # beside which ticked ones are looked for
INSIDE = 0.85  # of the way from a circle's middle to its rim: beyond, the rim may show
LEAST_INSIDE = 0.35  # of a circle's radius that is its inside, however thick its rim
OVAL_LEAST, OVAL_HIGH, OVAL_WIDE = 13.0, 34.0, 150.0  # points: an oval round words
OVAL_FILL = (0.72, 0.84)  # of its rectangle that an oval covers
OVAL_PLAIN = 0.93  # of its convex hull

Shape = Literal["box", "circle", "tick", "oval"]
Rect = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""


@dataclass(frozen=True, slots=True)
class TickBox:
    """A place for a tick, in pixels; `filled` is the inked share of its inside.

    A `tick` stands alone, without a box; an `oval` was drawn round words.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    filled: float
    shape: Shape = "box"

    @property
    def ticked(self) -> bool:
        """Return whether something is marked in it."""
        return self.filled > TICKED

    @property
    def clear(self) -> bool:
        """Return whether that is beyond doubt."""
        return not FAINT < self.filled <= TICKED

    @property
    def sign(self) -> str:
        """Return the character that shows it."""
        if self.shape in ("tick", "oval"):
            return "√"
        solid, ticked, empty = "●◉○" if self.shape == "circle" else "■☑□"
        return solid if self.filled >= SOLID else ticked if self.ticked else empty


def find_boxes(mask: Image, dpi: float) -> list[TickBox]:
    """Return what looks like a place for a tick; 口 and 国 do too: the text beside decides."""
    unit = dpi / POINTS
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    rects = [(c, cv2.boundingRect(c)) for c in contours]
    small = [
        (c, (x, y, w, h)) for c, (x, y, w, h) in rects
        if min(w, h) >= SMALLEST * unit and max(w, h) <= LARGEST * unit
        and abs(w - h) <= SQUARE * max(w, h)
    ]  # fmt: skip
    circles = _apart([b for c, r in small if (b := _circle(mask, c, r)) is not None])
    circles = [c for c in circles if c.x1 - c.x0 >= LEAST_CIRCLE * unit]
    sides = {*(r for _, r in small), *_paired(mask, unit)}
    boxes = [b for r in _framed(mask, sorted(sides), unit) if (b := _box(mask, *r)) is not None]
    boxes = [b for b in boxes if not any(_holds(c, b) for c in circles)]
    boxes = [b for b in boxes if not any(_reaches_on(b, other) for other in boxes)]
    return sorted(_apart([*circles, *boxes]), key=lambda b: (b.top, b.x0))


def _framed(mask: Image, rects: Iterable[Rect], unit: float) -> Iterator[Rect]:
    """Yield the rectangles that are full of ink or have level strokes along head and foot."""
    kernel = np.ones((1, max(3, int(SHORTEST_SIDE * unit * 0.8))), np.uint8)
    leaning = cv2.dilate(mask, np.ones((2, 1), np.uint8))
    level = cv2.integral(cv2.morphologyEx(leaning, cv2.MORPH_OPEN, kernel) // 255)
    inked = cv2.integral(mask // 255)
    height, width = mask.shape
    for x, y, w, h in rects:
        rim = max(2, round(RIM * min(w, h)))
        left, right = max(0, x), min(width, x + w)
        head, foot = (max(0, y - 1), min(height, y + rim)), (y + h - rim, min(height, y + h + 1))
        bars = [
            level[b, right] - level[a, right] - level[b, left] + level[a, left]
            for a, b in (head, foot)
        ]
        ink = inked[y + h, right] - inked[y, right] - inked[y + h, left] + inked[y, left]
        if min(bars) >= FRAMED * w or ink >= SOLID * w * h:
            yield x, y, w, h


def _box(mask: Image, x: int, y: int, w: int, h: int) -> TickBox | None:
    part = mask[y : y + h, x : x + w] > 0
    rim = max(1, round(RIM * min(w, h)))
    if part.mean() >= SOLID:
        return TickBox(x, y, x + w, y + h, 1.0)
    sides = (part[:rim], part[-rim:], part[:, :rim].T, part[:, -rim:].T)
    if min(_straight(side) for side in sides) < FRAMED:
        return None
    deep = round(DEEP * min(w, h))
    inside = part[deep:-deep, deep:-deep]
    return TickBox(x, y, x + w, y + h, float(inside.mean()) if inside.size else 0.0)


def _straight(side: NDArray[np.bool_]) -> float:
    """Return the inked share of the best line along a side; it may lean by a pixel."""
    lines = side[:-1] | side[1:] if len(side) > 1 else side
    return float(lines.mean(axis=1).max())


def _paired(mask: Image, unit: float) -> Iterator[Rect]:
    """Yield squares between two upright strokes of like height: what crosses them is no matter."""
    leaning = cv2.dilate(mask, np.ones((1, 2), np.uint8))
    kernel = np.ones((max(3, int(SHORTEST_SIDE * unit)), 1), np.uint8)
    strokes = cv2.morphologyEx(leaning, cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    found = sorted((int(s[0]), int(s[1]), int(s[2]), int(s[3])) for s in stats[1:])
    found = [s for s in found if s[3] <= 1.2 * LARGEST * unit and s[2] <= LARGEST * unit / 2]
    by_row: dict[int, list[Rect]] = {}
    step = max(1, int(LARGEST * unit))
    for stroke in found:
        by_row.setdefault(stroke[1] // step, []).append(stroke)
    for x, y, _, h in found:
        for row in (y // step - 1, y // step, y // step + 1):
            level = by_row.get(row, [])
            first = bisect_right(level, x, key=lambda s: s[0])
            last = bisect_right(level, x + LARGEST * unit, key=lambda s: s[0])
            for x2, y2, w2, h2 in level[first:last]:
                wide = x2 + w2 - x
                near = abs(y - y2) <= UNLIKE * h and abs(h - h2) <= UNLIKE * max(h, h2)
                if not near or not SMALLEST * unit <= wide <= LARGEST * unit:
                    continue
                for upper, high in {(y, h), (y2, h2)}:  # a tick may lengthen one of them
                    if abs(wide - high) <= SQUARE * max(wide, high):
                        yield x, upper, wide, high


def _circle(mask: Image, contour: "cv2.typing.MatLike", rect: Rect) -> TickBox | None:
    x, y, w, h = rect
    area, length = cv2.contourArea(contour), cv2.arcLength(contour, True)
    if not ROUND[0] * w * h <= area <= ROUND[1] * w * h or length <= 0:
        return None
    if 4 * np.pi * area / length**2 < ROUNDNESS:
        return None
    return _ring(mask, (x + w / 2, y + h / 2), (w + h) / 4)


def _ring(mask: Image, centre: tuple[float, float], radius: float) -> TickBox | None:
    """Return the circle of a centre and radius if its rim is inked."""
    if _rim(mask, centre, radius) < RIM_SEEN:
        return None
    (x, y), reach = centre, round(radius)
    x0, y0 = max(0, round(x) - reach), max(0, round(y) - reach)
    part = mask[y0 : round(y) + reach, x0 : round(x) + reach] > 0
    rows, cols = np.ogrid[: part.shape[0], : part.shape[1]]
    away = np.hypot(rows + y0 + 0.5 - y, cols + x0 + 0.5 - x)
    inner = radius - 1.0
    while inner > LEAST_INSIDE * radius and _share(part[abs(away - inner) < 0.7]) > RIM_INKED:
        inner -= 0.5
    filled = _share(part[away < max(INSIDE * inner - 0.5, 1.5)])
    return TickBox(x - radius, y - radius, x + radius, y + radius, filled, "circle")


def _share(pixels: NDArray[np.bool_]) -> float:
    return float(pixels.mean()) if pixels.size else 0.0


def _rim(mask: Image, centre: tuple[float, float], radius: float) -> float:
    """Return the share of a circle's rim that is inked, a little inside its radius."""
    turns = np.linspace(0, 2 * np.pi, RIM_POINTS, endpoint=False)
    seen = np.zeros(RIM_POINTS, bool)
    height, width = mask.shape
    for r in (radius - 0.5, radius - 1.5, radius - 0.12 * radius):
        xs = np.clip(np.round(centre[0] + r * np.cos(turns) - 0.5).astype(int), 0, width - 1)
        ys = np.clip(np.round(centre[1] + r * np.sin(turns) - 0.5).astype(int), 0, height - 1)
        seen |= mask[ys, xs] > 0
    return float(seen.mean())


def crossed_circles(mask: Image, circles: Sequence[TickBox]) -> list[TickBox]:
    """Return circles that a tick crosses, of the size of plain ones in the same line."""
    return _apart(_crossed(mask, circles[:MOST_CIRCLES])) if circles else []


def _crossed(mask: Image, circles: Sequence[TickBox]) -> Iterator[TickBox]:
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    rects = [cv2.boundingRect(c) for c in contours]
    for plain in circles:
        side = plain.x1 - plain.x0
        for x, y, w, h in rects:
            level = y - side / 4 < (plain.top + plain.bottom) / 2 < y + h + side / 4
            crossed = side * 0.9 <= min(w, h) and side * 1.04 < max(w, h) <= 2.2 * side
            if level and crossed:
                yield from _fitted(mask, (x, y, w, h), side / 2)


def _fitted(mask: Image, rect: Rect, radius: float) -> Iterator[TickBox]:
    """Yield the circle of a radius that shows best in a rectangle: its rim, white inside it."""
    x, y, w, h = rect
    room = 2
    x0, y0 = max(0, x - room), max(0, y - room)
    part = (mask[y0 : y + h + room, x0 : x + w + room] > 0).astype(np.float32)
    reach = int(np.ceil(radius)) + 1
    across = np.arange(-reach, reach + 1)
    away = np.hypot(*np.meshgrid(across, across))
    rim = (np.abs(away - radius + 1) <= 1).astype(np.float32)
    seen = cv2.filter2D(part, -1, rim / rim.sum(), borderType=cv2.BORDER_CONSTANT)
    inside = np.min([_inked_at(part, away, share * radius) for share in WITHIN], axis=0)
    row, col = np.unravel_index(int(np.argmax(seen - inside)), part.shape)
    if inside[row, col] > MOST_WITHIN:
        return
    ring = _ring(mask, (x0 + float(col) + 0.5, y0 + float(row) + 0.5), radius)
    if ring is not None:
        yield ring


def _inked_at(
    part: NDArray[np.float32], away: NDArray[np.float64], radius: float
) -> NDArray[np.float32]:
    """Return of each pixel the inked share of the circle round it."""
    within = (np.abs(away - radius) <= 0.7).astype(np.float32)
    seen = cv2.filter2D(part, -1, within / within.sum(), borderType=cv2.BORDER_CONSTANT)
    return seen.astype(np.float32)


def find_ovals(mask: Image, dpi: float) -> list[TickBox]:
    """Return ovals drawn round words."""
    unit = dpi / POINTS
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        sized = OVAL_LEAST * unit <= h <= OVAL_HIGH * unit and w <= OVAL_WIDE * unit
        if not sized or w < 0.8 * h:
            continue
        hull = cv2.contourArea(cv2.convexHull(contour))
        filled = OVAL_FILL[0] <= hull / (w * h) <= OVAL_FILL[1]
        if filled and cv2.contourArea(contour) >= OVAL_PLAIN * hull:
            found.append(TickBox(x, y, x + w, y + h, 1.0, "oval"))
    return _apart(found)


def _holds(outer: TickBox, inner: TickBox) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 < x < outer.x1 and outer.top < y < outer.bottom


def _reaches_on(wide: TickBox, narrow: TickBox) -> bool:
    """Return whether a box is another one and the white behind it, as far as the next letter."""
    more = BEYOND * (wide.x1 - wide.x0)
    level = abs(wide.top - narrow.top) < more and abs(wide.bottom - narrow.bottom) < more
    left, right = narrow.x0 - wide.x0, wide.x1 - narrow.x1
    return level and min(left, right) >= -1 and min(left, right) < more <= max(left, right)


def _apart(boxes: Iterable[TickBox]) -> list[TickBox]:
    """Return boxes without those found twice (the frame's outer and inner side): the outer."""
    kept: list[TickBox] = []
    for box in sorted(boxes, key=lambda b: ((b.x0 - b.x1) * (b.bottom - b.top), b.top, b.x0)):
        if not any(_holds(k, box) for k in kept):
            kept.append(box)
    return sorted(kept, key=lambda b: (b.top, b.x0))
