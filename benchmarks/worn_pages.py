"""Pages on their way through a copier or a phone: skewed, noisy, shaded, pressed.

Every function takes a page drawn without a flaw (BGR) and a random generator; the same page and
seed give the same picture.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

DRAWN_DPI = 240
"""Dots an inch that pages are drawn at, before they are worn."""

WHITE = (255, 255, 255)
SKEW = 1.2  # degrees, either way: what a feeder or a hand leaves
TURNED = 0.06  # share of pages that lie on their side or upside down
DESKS = ((96, 116, 138), (70, 74, 80), (150, 158, 160), (60, 92, 60))  # BGR


@dataclass(frozen=True, slots=True)
class Worn:
    """A page as it is handed in: a JPEG file and its dots an inch."""

    jpeg: bytes
    dpi: float
    width: int
    height: int


def scanned(page: Image, rng: np.random.Generator, *, is_grey: bool, may_turn: bool) -> Worn:
    """Return a page from a scanner: 150 to 200 dots an inch, aslant, with noise."""
    dpi = float(rng.choice((150, 170, 200)))
    image = _scaled(page, dpi / DRAWN_DPI)
    image = _aslant(image, float(rng.uniform(-SKEW, SKEW)))
    image = _noisy(image, rng, float(rng.uniform(2, 7)))
    if is_grey:
        grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        image = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR).astype(np.uint8)
    if may_turn and rng.random() < TURNED:
        image = np.ascontiguousarray(np.rot90(image, int(rng.integers(1, 4))))
    return _pressed(image, dpi, int(rng.integers(60, 86)))


def photographed(page: Image, rng: np.random.Generator) -> Worn:
    """Return a page from a phone held over a desk: perspective, a shadow, noise."""
    height, width = page.shape[:2]
    edge = int(0.06 * width)
    desk = DESKS[int(rng.integers(len(DESKS)))]
    size = (width + 2 * edge, height + 2 * edge)
    here = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    lean = 0.025 * width
    there = here + edge + rng.uniform(-lean, lean, (4, 2)).astype(np.float32)
    warp = cv2.getPerspectiveTransform(here, there)
    table = np.empty((size[1], size[0], 3), np.uint8)
    table[:] = desk
    laid = cv2.warpPerspective(
        page, warp, size, dst=table, borderMode=cv2.BORDER_TRANSPARENT, flags=cv2.INTER_AREA
    )
    image = _shaded(laid.astype(np.uint8), rng)
    blur = float(rng.uniform(0.5, 0.9))  # pixels: a hand is never quite still
    image = _noisy(cv2.GaussianBlur(image, (0, 0), blur).astype(np.uint8), rng, 4)
    dpi = DRAWN_DPI * width / size[0]
    return _pressed(image, dpi, int(rng.integers(70, 88)))


def _shaded(image: Image, rng: np.random.Generator) -> Image:
    """Return a picture that is lit from a side, with the shadow of a hand across a corner."""
    height, width = image.shape[:2]
    across = np.linspace(1.0, float(rng.uniform(0.65, 0.9)), width, dtype=np.float32)
    down = np.linspace(1.0, float(rng.uniform(0.8, 0.95)), height, dtype=np.float32)
    light = down[:, None] * (across if rng.random() < 0.5 else across[::-1])[None, :]
    shadow = np.ones((height, width), np.float32)
    corner = np.array(
        [[0, height], [int(width * rng.uniform(0.3, 0.7)), height], [0, int(height * 0.5)]],
        np.int32,
    )
    cv2.fillConvexPoly(shadow, corner, 0.75)
    light *= cv2.GaussianBlur(shadow, (0, 0), width * 0.03)
    return (image.astype(np.float32) * light[:, :, None]).clip(0, 255).astype(np.uint8)


def _scaled(image: Image, by: float) -> Image:
    shrunk = cv2.resize(image, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    return shrunk.astype(np.uint8)


def _aslant(image: Image, angle: float) -> Image:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(image, turn, (width, height), borderValue=WHITE).astype(np.uint8)


def _noisy(image: Image, rng: np.random.Generator, sigma: float) -> Image:
    noise = rng.normal(0, sigma, image.shape).astype(np.float32)
    return (image.astype(np.float32) + noise).clip(0, 255).astype(np.uint8)


def _pressed(image: Image, dpi: float, quality: int) -> Worn:
    _, written = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return Worn(written.tobytes(), dpi, image.shape[1], image.shape[0])
