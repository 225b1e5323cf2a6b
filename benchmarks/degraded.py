"""What happens to print on its way to us: pictures of pages and lines made worse, each its own way.

Every function takes a picture drawn at 300 dots an inch (BGR) and gives one back with its dots an
inch. The same picture and seed give the same result.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
DRAWN_DPI = 300
SEAL_RED = (52, 52, 210)  # BGR


def clean(image: Image, _seed: int) -> tuple[Image, float]:
    """A flawless scan."""
    return image, DRAWN_DPI


def half(image: Image, _seed: int) -> tuple[Image, float]:
    """Scanned at 150 dots an inch."""
    return _scaled(image, 0.5), DRAWN_DPI / 2


def jpeg(image: Image, _seed: int) -> tuple[Image, float]:
    """200 dots an inch, saved as a small JPEG."""
    return _pressed(_scaled(image, 2 / 3), 25), DRAWN_DPI * 2 / 3


def blurred(image: Image, seed: int) -> tuple[Image, float]:
    """200 dots an inch, out of focus, with the sensor's noise."""
    small = cv2.GaussianBlur(_scaled(image, 2 / 3), (0, 0), 1.6)
    return _noisy(small.astype(np.uint8), seed, 6), DRAWN_DPI * 2 / 3


def skewed(image: Image, seed: int) -> tuple[Image, float]:
    """200 dots an inch, put down aslant by up to two degrees."""
    small = _scaled(image, 2 / 3)
    angle = float(np.random.default_rng(seed).uniform(0.8, 2.0)) * (-1) ** seed
    height, width = small.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(small, turn, (width, height), borderValue=(255, 255, 255))
    return _noisy(turned.astype(np.uint8), seed, 4), DRAWN_DPI * 2 / 3


def copied(image: Image, _seed: int) -> tuple[Image, float]:
    """A copier's black and white at 200 dots an inch."""
    grey = cv2.cvtColor(_scaled(image, 2 / 3), cv2.COLOR_BGR2GRAY)
    _, black = cv2.threshold(grey, 170, 255, cv2.THRESH_BINARY)
    return cv2.cvtColor(black, cv2.COLOR_GRAY2BGR).astype(np.uint8), DRAWN_DPI * 2 / 3


def sealed(image: Image, seed: int) -> tuple[Image, float]:
    """200 dots an inch, a red seal's ring and star across the print."""
    small = _scaled(image, 2 / 3)
    height, width = small.shape[:2]
    rng = np.random.default_rng(seed)
    radius = 160  # pixels: a seal of 40 mm
    x = int(rng.uniform(0.2, 0.8) * width)
    y = int(height / 2 + rng.uniform(-0.8, 0.8) * min(radius, height))
    layer = np.full_like(small, 255)
    cv2.circle(layer, (x, y), radius, SEAL_RED, 8)
    cv2.circle(layer, (x, y), radius // 4, SEAL_RED, -1)
    return _pressed(np.minimum(small, layer), 70), DRAWN_DPI * 2 / 3


def photographed(image: Image, seed: int) -> tuple[Image, float]:
    """A phone's photo: perspective, a shadow, noise, JPEG."""
    small = _scaled(image, 0.6)
    height, width = small.shape[:2]
    rng = np.random.default_rng(seed)
    lean = 0.02 * min(height, width)
    here = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = here + rng.uniform(-lean, lean, (4, 2)).astype(np.float32)
    warp = cv2.getPerspectiveTransform(here, there)
    leaning = cv2.warpPerspective(small, warp, (width, height), borderValue=(225, 225, 225))
    shade = np.linspace(1.0, float(rng.uniform(0.55, 0.8)), width)[None, :, None]
    soft = cv2.GaussianBlur(leaning * shade, (0, 0), 0.9)
    return _pressed(_noisy(soft.astype(np.uint8), seed, 5), 50), DRAWN_DPI * 0.6


QUALITIES: dict[str, Callable[[Image, int], tuple[Image, float]]] = {
    "clean 300 dpi": clean,
    "150 dpi": half,
    "JPEG": jpeg,
    "blurred": blurred,
    "skewed": skewed,
    "black and white": copied,
    "seal across": sealed,
    "photo": photographed,
}


def _scaled(image: Image, by: float) -> Image:
    return cv2.resize(image, None, fx=by, fy=by, interpolation=cv2.INTER_AREA).astype(np.uint8)


def _noisy(image: Image, seed: int, sigma: float) -> Image:
    noise = np.random.default_rng(seed).normal(0, sigma, image.shape)
    return np.clip(image.astype(np.float32) + noise, 0, 255).astype(np.uint8)


def _pressed(image: Image, quality: int) -> Image:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(data, cv2.IMREAD_COLOR).astype(np.uint8)
