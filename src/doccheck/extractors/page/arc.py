"""The words along a seal's rim, laid out straight: left to right as one goes round clockwise."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import Ring
from doccheck.extractors.page.seal_ink import seal_inks

HIGH = 48  # pixels of the strip's height that characters take: what recognisers are trained on
DEEP = (0.60, 0.76)  # radii that a name's characters reach and the small digits below do not
LEAST_GAP = 18.0  # degrees without characters at the bottom
INKED = 0.22  # of full ink: faded characters count
PART = 0.06  # of a ray's length: ink of a character there


@dataclass(frozen=True, slots=True)
class Way:
    """One way to lay out a seal's words.

    `wide` stretches the characters; the strip reaches from the radius `inner` to the rim's inner
    edge and `over` beyond.
    """

    wide: float
    inner: float
    over: float


WAYS = (Way(1.0, 0.60, -0.005), Way(1.25, 0.62, -0.01), Way(0.9, 0.56, 0.005))
"""Several ways, so that what two of them show is not an accident of one."""


def strips(image: Image, ring: Ring) -> list[Image]:
    """Return a seal's words as straight dark lines on white, in several ways; none if no words."""
    inks = seal_inks(_cut(image, ring), ring.red)
    ring = _moved(ring)
    start, end = _span(inks[0], ring)
    if end <= start:
        return []
    return [_strip(ink, ring, start, end, way) for ink in inks for way in WAYS]


MARGIN = 1.1  # of the radius: what is cut out round a seal


def _cut(image: Image, ring: Ring) -> Image:
    """Return the square round a seal, white where it leaves the page."""
    reach = math.ceil(ring.wide * MARGIN)
    x, y = round(ring.x), round(ring.y)
    padded = cv2.copyMakeBorder(
        image[max(0, y - reach) : y + reach, max(0, x - reach) : x + reach],
        max(0, reach - y), max(0, y + reach - image.shape[0]),
        max(0, reach - x), max(0, x + reach - image.shape[1]),
        cv2.BORDER_CONSTANT, value=(255, 255, 255),
    )  # fmt: skip
    return padded.astype(np.uint8)


def _moved(ring: Ring) -> Ring:
    """Return the rim as it lies on its cut-out square."""
    reach = math.ceil(ring.wide * MARGIN)
    x, y = ring.x - round(ring.x) + reach, ring.y - round(ring.y) + reach
    return Ring(x, y, ring.wide, ring.high, ring.turn, ring.met, ring.red)


def _polar(
    ink: Image, ring: Ring, start: float, end: float, size: tuple[int, int],
    radii: tuple[float, float],
) -> Image:  # fmt: skip
    """Return the ink between two angles (degrees clockwise from 6 o'clock) and two radii.

    `size` is height and width; the top row is the outermost.
    """
    angle = np.radians(np.linspace(start, end, size[1]) + 90.0)[None, :]
    radius = np.linspace(radii[1], radii[0], size[0])[:, None]
    turn = math.radians(ring.turn)
    along = np.cos(angle - turn) * radius * ring.wide
    across = np.sin(angle - turn) * radius * ring.high
    x = ring.x + along * math.cos(turn) - across * math.sin(turn)
    y = ring.y + along * math.sin(turn) + across * math.cos(turn)
    return cv2.remap(
        ink, x.astype(np.float32), y.astype(np.float32), cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT, borderValue=0,
    ).astype(np.uint8)  # fmt: skip


def _span(ink: Image, ring: Ring) -> tuple[float, float]:
    """Return where the name begins and ends, in degrees clockwise from 6 o'clock.

    The longest stretch without characters is the seal's bottom, however the seal was turned.
    """
    deep = _polar(ink, ring, 0, 360, (24, 720), DEEP)
    inked = (deep > 255 * INKED).mean(axis=0) > PART
    inked = cv2.morphologyEx(
        np.tile(inked, 3).astype(np.uint8)[None, :], cv2.MORPH_OPEN, np.ones((1, 3), np.uint8)
    )[0, 720:1440]
    at = np.nonzero(inked)[0]
    if len(at) < 60:
        return 0.0, 0.0
    gaps = np.diff(np.append(at, at[0] + 720))
    widest = int(np.argmax(gaps))
    if gaps[widest] < 2 * LEAST_GAP:
        return 0.0, 0.0
    start = at[(widest + 1) % len(at)]
    length = 720 - gaps[widest]
    edge = min(EDGE, gaps[widest] / 2 * EDGE_SHARE)
    return start / 2 - edge, (start + length) / 2 + edge


EDGE, EDGE_SHARE = 8.0, 0.2  # degrees left on both sides of the name, and of the gap at most


def _strip(ink: Image, ring: Ring, start: float, end: float, way: Way) -> Image:
    outer = _rim_edge(ink, ring) + way.over
    radius = (ring.wide + ring.high) / 2
    across = math.radians(end - start) * (way.inner + outer) / 2 * radius
    scale = HIGH / ((outer - way.inner) * radius)
    width = max(HIGH, round(across * scale * way.wide * WIDER))
    strip = _polar(ink, ring, start, end, (HIGH, width), (way.inner, outer))
    return (255 - _even(strip)).astype(np.uint8)


def _even(strip: Image) -> Image:
    """Return a strip with its faded parts as dark as the others."""
    column = np.percentile(strip, 92, axis=0).astype(np.float32)[None, :]
    size = (2 * HIGH) | 1
    dark = cv2.GaussianBlur(cv2.dilate(column, np.ones((1, size // 2), np.uint8)), (size, 1), 0)
    gain = 255.0 / np.maximum(dark, 255.0 / MOST_GAIN)
    return np.minimum(strip * gain, 255.0).astype(np.uint8)


def _rim_edge(ink: Image, ring: Ring) -> float:
    """Return the radius at which the rim's inner edge lies."""
    rays = _polar(ink, ring, 0, 360, (RIM_STEPS, 360), RIM_AT)
    met = (rays > 255 * INKED).mean(axis=1)  # outermost first
    open_ = np.nonzero((met < OPEN) & (np.arange(RIM_STEPS) > int(np.argmax(met))))[0]
    first = int(open_[0]) if len(open_) else RIM_STEPS - 1
    return RIM_AT[1] - (RIM_AT[1] - RIM_AT[0]) * first / (RIM_STEPS - 1)


RIM_AT, RIM_STEPS = (0.86, 1.04), 37  # radii between which the rim is, and steps of 0.005
OPEN = 0.45  # share of rays that still meet ink where the rim ends and characters begin
MOST_GAIN = 3.0  # times that faded ink is darkened
WIDER = 0.8  # of true width: characters read best when narrower than along the rim
