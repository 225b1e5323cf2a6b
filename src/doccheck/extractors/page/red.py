"""Red ink: seals laid over text, red print. The red channel shows what is under a seal."""

import cv2
import numpy as np

from doccheck.extractors.page.pixels import Image

LEAST_SHARE = 0.0004
"""Share of a page's pixels that are red: a seal is 0.003 and more, JPEG colour noise less."""

SEAL_LEAST, SEAL_MOST = 45.0, 170.0  # points: seals are 30–58 mm, scans shrink and phones stretch
ROUND = 1.7  # times as long as wide: an oval seal is 1.5
JOIN = 5.0  # points: red strokes nearer than this belong together

WHITE_POINT = 35  # percentile of red ink's brightness from which on all is paper
DARKEST_WHITE = 130.0  # of 255: a darker white point would eat grey print

SATURATED, BRIGHT = 60, 70  # of 255: what red ink has at least, even under a phone's light


def red_mask(image: Image) -> Image | None:
    """Return a mask of red ink, None for a page without any."""
    if image.ndim == 2:
        return None
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    low = cv2.inRange(hsv, np.array([0, SATURATED, BRIGHT]), np.array([9, 255, 255]))
    high = cv2.inRange(hsv, np.array([165, SATURATED, BRIGHT]), np.array([180, 255, 255]))
    mask = cv2.bitwise_or(low, high)
    if int(np.count_nonzero(mask)) < LEAST_SHARE * mask.size:
        return None
    return mask.astype(np.uint8)


def without_red(image: Image, mask: Image) -> Image:
    """Return the red channel with red ink as bright as paper; all other ink stays dark."""
    red = image[:, :, 2]
    white = float(np.percentile(red[mask > 0], WHITE_POINT))
    white = max(min(white, 250.0), DARKEST_WHITE)
    stretched: Image = np.minimum(red.astype(np.float32) * (255.0 / white), 255.0).astype(np.uint8)
    return stretched


def only_red(image: Image, mask: Image) -> Image:
    """Return a grey picture that shows red ink as dark ink and nothing else."""
    near = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    shown = np.full(mask.shape, 255, np.uint8)
    green = image[:, :, 1]
    shown[near > 0] = green[near > 0]
    return shown


def seal_boxes(mask: Image, dpi: float) -> list[tuple[int, int, int, int]]:
    """Return the rectangles (x0, top, x1, bottom) of red things that may be seals."""
    unit = dpi / 72.0
    joined = cv2.dilate(mask, np.ones((int(JOIN * unit), int(JOIN * unit)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    boxes = []
    for x, y, w, h in (tuple(int(v) for v in row[:4]) for row in stats[1:]):
        if not SEAL_LEAST * unit <= min(w, h) <= max(w, h) <= SEAL_MOST * unit:
            continue
        if max(w, h) <= ROUND * min(w, h):
            boxes.append((x, y, x + w, y + h))
    return boxes


LEAST_PRINT = 30.0  # square points of red ink: two characters of small print
EDGE = 8.0  # points of white that a line wants round it to be found


def red_outside(
    mask: Image, seals: list[tuple[int, int, int, int]], dpi: float
) -> tuple[int, int, int, int] | None:
    """Return the rectangle that holds the red ink outside the seals, None for next to none."""
    unit = dpi / 72.0
    rest = mask.copy()
    for x0, y0, x1, y1 in seals:
        rest[y0:y1, x0:x1] = 0
    dots = cv2.morphologyEx(rest, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    if int(np.count_nonzero(dots)) < LEAST_PRINT * unit * unit:
        return None
    ys, xs = np.nonzero(dots)
    edge, (height, width) = int(EDGE * unit), mask.shape
    return (
        max(0, int(xs.min()) - edge), max(0, int(ys.min()) - edge),
        min(width, int(xs.max()) + edge), min(height, int(ys.max()) + edge),
    )  # fmt: skip
