"""What makes a page hard to read, in degrees, and what FMT02 should say of it.

Every wear takes a page drawn at 300 dots an inch and gives it back with its dots an inch. A page
is first scanned as pages mostly are (200 dots an inch, a little aslant, a little noise, JPEG).
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from degraded import DRAWN_DPI, Image
from legibility_pages import Page
from numpy.typing import NDArray
from worn_pages import photographed

MM = 200 / 25.4  # pixels of a millimetre on a page as mostly scanned
USUAL = 200.0
ANY = frozenset({"low_resolution", "blurred", "dark", "faint", "illegible"})
"""What a page of which the words cannot be read may be called."""

Rng = np.random.Generator
Scan = tuple[Image, float]
Way = Callable[[Page, Rng, float], Scan]


@dataclass(frozen=True)
class Wear:
    """One way to wear a page, to one degree.

    Attributes:
        causes: FMT02's words for it that are right, where the page cannot be read.
        is_bad: whether words are lost for certain (True) or none is (False); None where the
            degree does not tell, and what the recogniser reads does.
        turns: clockwise quarter turns that put the page upright.
        is_empty: the page has no words.
    """

    name: str
    degree: float
    way: Way
    causes: frozenset[str] = ANY
    is_bad: bool | None = None
    turns: int = 0
    is_empty: bool = False


def _scanned(page: Page, rng: Rng, dpi: float = USUAL, skew: float = 0.7) -> Image:
    image = cv2.resize(
        page.image, None, fx=dpi / DRAWN_DPI, fy=dpi / DRAWN_DPI, interpolation=cv2.INTER_AREA
    )
    return _aslant(image.astype(np.uint8), float(rng.uniform(-skew, skew)))


def _aslant(image: Image, angle: float) -> Image:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    white = (255, 255, 255)
    return cv2.warpAffine(
        image, turn, (width, height), flags=cv2.INTER_AREA, borderValue=white
    ).astype(np.uint8)


def _done(
    image: NDArray[np.generic], rng: Rng, dpi: float, noise: float = 3, press: int = 75
) -> Scan:
    """Return a picture with a sensor's noise, as a JPEG gives it back."""
    shaken = np.asarray(image, np.float32) + rng.normal(0, noise, image.shape)
    _, data = cv2.imencode(
        ".jpg", shaken.clip(0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, press]
    )
    return cv2.imdecode(data, cv2.IMREAD_COLOR).astype(np.uint8), dpi


def _coarse(page: Page, rng: Rng, dpi: float) -> Scan:
    return _done(_scanned(page, rng, dpi), rng, dpi)


def _blurred(page: Page, rng: Rng, sigma: float) -> Scan:
    return _done(cv2.GaussianBlur(_scanned(page, rng), (0, 0), sigma), rng, USUAL)


def _shaken(page: Page, rng: Rng, length: float) -> Scan:
    """Moved while it was taken: smeared along a line of so many pixels."""
    size = int(length) | 1
    kernel = np.zeros((size, size), np.float32)
    lean = int(rng.integers(-size // 2, size // 2 + 1))
    cv2.line(kernel, (0, size // 2 - lean // 2), (size - 1, size // 2 + lean // 2), 1.0)
    return _done(cv2.filter2D(_scanned(page, rng), -1, kernel / kernel.sum()), rng, USUAL)


def _pressed(page: Page, rng: Rng, quality: float) -> Scan:
    return _done(_scanned(page, rng, 150), rng, 150, press=int(quality))


def _noisy(page: Page, rng: Rng, sigma: float) -> Scan:
    return _done(_scanned(page, rng), rng, USUAL, sigma)


def _dark(page: Page, rng: Rng, light: float) -> Scan:
    return _done(_scanned(page, rng) * np.float32(light), rng, USUAL, 4)


def _faint(page: Page, rng: Rng, strength: float) -> Scan:
    return _done(255 - (255 - _scanned(page, rng)) * np.float32(strength), rng, USUAL, 4)


def _shadowed(page: Page, rng: Rng, left: float) -> Scan:
    """A shadow across half the page, with so much light left in it."""
    image = _scanned(page, rng)
    height, width = image.shape[:2]
    light = np.ones((height, width), np.float32)
    at = int(width * rng.uniform(0.3, 0.6))
    cv2.fillPoly(light, [np.array([[0, 0], [at, 0], [at + 200, height], [0, height]])], left)
    light = cv2.GaussianBlur(light, (0, 0), 30)
    return _done(image * light[:, :, None], rng, USUAL, 4)


def _copied(page: Page, rng: Rng, threshold: float) -> Scan:
    grey = cv2.cvtColor(_scanned(page, rng), cv2.COLOR_BGR2GRAY)
    black = np.where(grey > threshold, 255, 0).astype(np.uint8)
    return cv2.cvtColor(black, cv2.COLOR_GRAY2BGR).astype(np.uint8), USUAL


def _cut(side: str) -> Way:
    """Shifted on the glass: so many mm of the words lost at a side (below zero: margin left)."""

    def way(page: Page, rng: Rng, lost: float) -> Scan:
        image = _scanned(page, rng, skew=0.1)
        turns = ("left", "top", "right", "bottom").index(side)
        seen = np.rot90(image, turns)
        x0, y0, x1, y1 = (v * USUAL / DRAWN_DPI for v in page.box)
        margin = (x0, y0, image.shape[1] - x1, image.shape[0] - y1)[turns]
        by = max(0, int(margin + lost * MM))
        shifted = np.full_like(seen, 250)
        shifted[:, : seen.shape[1] - by] = seen[:, by:]
        return _done(np.rot90(shifted, -turns), rng, USUAL)

    return way


def _empty(what: str) -> Way:
    """Nothing on the page, or what is no text."""

    def way(page: Page, rng: Rng, _degree: float) -> Scan:
        paper = np.full((2339, 1654, 3), int(rng.integers(235, 256)), np.uint8)
        if what == "dust":
            for _ in range(int(rng.integers(20, 80))):
                at = (int(rng.integers(1654)), int(rng.integers(2339)))
                cv2.circle(paper, at, int(rng.integers(1, 4)), (90, 90, 90), -1)
        if what == "back side":
            shown = 255 - (255 - _scanned(page, rng)[:, ::-1]) * np.float32(rng.uniform(0.06, 0.18))
            paper = cv2.GaussianBlur(shown, (0, 0), 1.5).astype(np.uint8)
        if what == "page number":
            cv2.putText(
                paper,
                f"- {rng.integers(1, 80)} -",
                (770, 2200),
                0,
                0.9,
                (20, 20, 20),
                2,
                cv2.LINE_AA,
            )
        if what == "holes":
            for y in (900, 1440):
                cv2.circle(paper, (80, y), 24, (40, 40, 40), -1)
        if what == "edge":
            paper[:, : int(rng.integers(10, 60))] = 30
            paper[-int(rng.integers(5, 40)) :] = 60
        return _done(paper, rng, USUAL)

    return way


def _turned(page: Page, rng: Rng, quarters: float) -> Scan:
    return _done(np.rot90(_scanned(page, rng), int(quarters)), rng, USUAL)


def _mirrored(page: Page, rng: Rng, _degree: float) -> Scan:
    return _done(_scanned(page, rng)[:, ::-1], rng, USUAL)


def _skewed(page: Page, rng: Rng, angle: float) -> Scan:
    sign = 1 if rng.random() < 0.5 else -1
    return _done(_aslant(_scanned(page, rng, skew=0), sign * angle), rng, USUAL)


def _photo(page: Page, rng: Rng, _degree: float) -> Scan:
    small = cv2.resize(page.image, None, fx=0.8, fy=0.8, interpolation=cv2.INTER_AREA).astype(
        np.uint8
    )
    worn = photographed(small, rng)
    image = cv2.imdecode(np.frombuffer(worn.jpeg, np.uint8), cv2.IMREAD_COLOR)
    return image.astype(np.uint8), worn.dpi


LOW, BLUR, PALE = (frozenset(s.split()) for s in ("low_resolution", "blurred", "faint"))
CUT, EMPTY, DIM = frozenset({"cut_off"}), frozenset({"blank"}), frozenset({"dark"})
WEARS = (
    *(Wear("resolution", d, _coarse, LOW | BLUR) for d in (40, 50, 60, 72, 85, 100, 120, 150, 300)),
    *(Wear("blur", d, _blurred, BLUR) for d in (0.6, 1.2, 2.0, 2.6, 3.2, 4.5)),
    *(Wear("shake", d, _shaken, BLUR) for d in (3, 7, 13, 19)),
    *(Wear("JPEG", d, _pressed) for d in (60, 20, 8, 3)),
    *(Wear("noise", d, _noisy) for d in (8, 25, 50, 90)),
    *(Wear("dark", d, _dark, DIM) for d in (0.6, 0.3, 0.15, 0.07)),
    *(Wear("faint", d, _faint, PALE) for d in (0.5, 0.25, 0.12, 0.07, 0.04)),
    *(Wear("shadow", d, _shadowed) for d in (0.7, 0.4, 0.15)),
    *(Wear("copy", d, _copied) for d in (60, 120, 180, 225)),
    *(Wear("cut " + s, d, _cut(s), CUT, False) for s in ("left", "right", "top", "bottom") for d in (-6, -3)),  # noqa: E501
    *(Wear("cut " + s, d, _cut(s), CUT, True) for s in ("left", "right", "top", "bottom") for d in (2, 8)),  # noqa: E501
    *(Wear("blank", 0, _empty(w), EMPTY, True, is_empty=True)
      for w in ("paper", "dust", "back side", "page number", "holes", "edge")),
    *(Wear("turned", d, _turned, turns=d) for d in (1, 2, 3)),
    Wear("mirrored", 0, _mirrored, is_bad=True),
    *(Wear("skew", d, _skewed) for d in (2, 4, 6, 9, 12)),
    *(Wear("photo", d, _photo) for d in (0, 1)),
)  # fmt: skip
