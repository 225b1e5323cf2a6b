"""Tick boxes by their pixels: engines read ☑ and ■ as □, or leave them out."""

from dataclasses import dataclass

import cv2
import numpy as np

from doccheck.extractors.page.pixels import Image

POINTS = 72.0  # an inch
SMALLEST, LARGEST = 5.5, 16.0  # points: a box's side
SQUARE = 0.22  # share by which its sides may differ
FRAMED = 0.75  # of each side of a box that is inked
TICKED = 0.10  # of a box's inside that is inked: a mark; paper noise stays below
SOLID = 0.8  # of a box that is inked: a filled one (■)
RIM = 0.22  # of a box's side that counts as its frame


@dataclass(frozen=True, slots=True)
class TickBox:
    """A tick box, in pixels; `filled` is the inked share of its inside."""

    x0: float
    top: float
    x1: float
    bottom: float
    filled: float

    @property
    def ticked(self) -> bool:
        """Return whether something is marked in it."""
        return self.filled > TICKED


def find_boxes(mask: Image, dpi: float) -> list[TickBox]:
    """Return what looks like a tick box; 口 and 国 do too: the text beside decides."""
    unit = dpi / POINTS
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    boxes: dict[tuple[int, int], TickBox] = {}
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        if not (SMALLEST * unit <= min(w, h) and max(w, h) <= LARGEST * unit):
            continue
        if abs(w - h) > SQUARE * max(w, h):
            continue
        box = _box(mask, x, y, w, h)
        if box is not None:
            boxes.setdefault((x // 4, y // 4), box)
    return _apart(sorted(boxes.values(), key=lambda b: (b.top, b.x0)))


def _box(mask: Image, x: int, y: int, w: int, h: int) -> TickBox | None:
    part = mask[y : y + h, x : x + w] > 0
    rim = max(1, round(RIM * min(w, h)))
    if part.mean() >= SOLID:
        return TickBox(x, y, x + w, y + h, 1.0)
    frame = (
        part[:rim].any(axis=0), part[-rim:].any(axis=0),
        part[:, :rim].any(axis=1), part[:, -rim:].any(axis=1),
    )  # fmt: skip
    if min(float(side.mean()) for side in frame) < FRAMED:
        return None
    inside = part[rim:-rim, rim:-rim]
    return TickBox(x, y, x + w, y + h, float(inside.mean()) if inside.size else 0.0)


def _apart(boxes: list[TickBox]) -> list[TickBox]:
    """Return boxes without those found twice (the frame's outer and inner side): the outer."""
    kept: list[TickBox] = []
    for box in sorted(boxes, key=lambda b: (b.x0 - b.x1) * (b.bottom - b.top)):
        middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
        if not any(k.x0 < middle[0] < k.x1 and k.top < middle[1] < k.bottom for k in kept):
            kept.append(box)
    return sorted(kept, key=lambda b: (b.top, b.x0))


def ink_box(mask: Image, x0: float, top: float, x1: float, bottom: float) -> (
    tuple[float, float, float, float] | None
):  # fmt: skip
    """Return the tight rectangle of the ink in a region, None where there is none."""
    left, upper = max(0, int(x0)), max(0, int(top))
    part = mask[upper : int(bottom) + 1, left : int(x1) + 1]
    if not part.size:
        return None
    columns = np.flatnonzero(np.count_nonzero(part, axis=0) >= 1)
    rows = np.flatnonzero(np.count_nonzero(part, axis=1) >= 2)
    if not len(columns) or not len(rows):
        return None
    return (
        float(left + columns[0]), float(upper + rows[0]),
        float(left + columns[-1] + 1), float(upper + rows[-1] + 1),
    )  # fmt: skip
