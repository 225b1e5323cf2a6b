"""Seals on the picture of a page: found by their rim, round or oval, whole or with gaps.

A seal is a thin closed rim 25–60 mm wide with little ink inside it: a star, words along the rim.
Headings in red, stars, photos and filled logos have no such rim. A seam seal (骑缝章), cut off by
the page's edge, shows too little of its rim to count.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.page.pixels import Image

DPI = 100.0  # rims are looked for at: a rim 1 mm thick is 4 pixels
LEAST_MM, MOST_MM = 24.0, 64.0  # seals are 30–58 mm; copies shrink, photos stretch
FLATTEST = 0.55  # height by width: oval seals are 45 × 30 mm
ANGLES = 240  # rays from the centre on which the rim is looked for
RED_INK, GREY_INK = 28, 60  # of 255: pale strokes of red ink still stand out from paper
FAINT_RED = 14  # of 255: thin strokes on a picture made smaller; JPEG's colour noise has less
RIM = 0.035  # of the radius: how far from the ellipse a rim may lie
THIN = (0.985, 1.015)  # radii between which most of a well fitted rim lies
ROUGH, ROUGHLY_MET = (0.94, 1.06), 0.6  # where and how often a guess must meet ink to be tried
RED_RIM = 0.62  # share of rays that must meet a red rim
GREY_RIM = 0.86  # of a rim in black ink: lines of print meet many a ray by chance
CONTRAST = 0.45  # by how much the rim must be met more often than the paper beside it
INSIDE = (0.03, 0.5)  # share of ink within the rim: words and a star, no filled logo
WORDS = 0.25  # share of rays with ink between rim and star: the name takes two thirds
STROKE_MM = 6.0  # longer than a character of print
SURE_RIM = 0.85  # share of rays: rims met less often within another seal are its words
CLEAR_RIM = 0.97  # share of rays: no need to look for a better one
SAME = 0.35  # of the radius: centres of one and the same seal
JOIN_MM = 1.8  # red strokes nearer than this belong together
MOST_RINGS = 12  # on one page; more are a pattern

Rays = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ring:
    """A seal's rim, in pixels of the picture it was found on.

    `wide` and `high` are half axes, `turn` the degrees the wide one is turned clockwise; `met` is
    the share of rays that meet the rim.
    """

    x: float
    y: float
    wide: float
    high: float
    turn: float
    met: float
    red: bool

    def scaled(self, factor: float) -> "Ring":
        """Return the same rim on the picture made larger by a factor."""
        return Ring(
            self.x * factor, self.y * factor, self.wide * factor, self.high * factor,
            self.turn, self.met, self.red,
        )  # fmt: skip

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Return the rectangle round it: left, top, right, bottom."""
        cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        across = math.hypot(self.wide * cos, self.high * sin)
        down = math.hypot(self.wide * sin, self.high * cos)
        return self.x - across, self.y - down, self.x + across, self.y + down


def redness(image: Image) -> Image:
    """Return how much redder than the paper each pixel of a colour picture is, 0..255."""
    others = cv2.max(image[:, :, 0], image[:, :, 1])
    red = cv2.subtract(image[:, :, 2], others)
    paper = float(np.median(red[::8, ::8]))  # of the whole picture: the lamp's own tint
    return cv2.subtract(red, np.full_like(red, round(paper))).astype(np.uint8)


def find_rings(ink: Image, dpi: float, red: bool) -> list[Ring]:
    """Return the rims of seals, the surest first, in a picture of ink (0 paper, 255 full ink)."""
    scale = min(1.0, DPI / dpi)
    reduced = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small: Image = (reduced > (RED_INK if red else GREY_INK)).astype(np.uint8)
    faint: Image = (reduced > FAINT_RED).astype(np.uint8) if red else small
    unit = dpi * scale / 25.4
    least, most = LEAST_MM * unit / 2, MOST_MM * unit / 2
    strokes = small if red else _long(small, unit)
    tried = [*_circles(strokes, least, most), *_outlines(strokes, unit, least, most)]
    found: list[Ring] = []
    for start in tried:
        if any(_known(start, ring) for ring in found) or _met(small, start, *ROUGH) < ROUGHLY_MET:
            continue
        if (ring := _settled(small, faint, start, least, most, red)) is not None:
            found.append(ring)
    return [r.scaled(1 / scale) for r in _distinct(found)][:MOST_RINGS]


def _long(mask: Image, unit: float) -> Image:
    """Return a mask without what is no longer than a character: a rim is, even with gaps."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    long = (stats[:, 2:4].max(axis=1) >= STROKE_MM * unit) if count else np.zeros(0, bool)
    long[0] = False
    strokes: Image = long[labels].astype(np.uint8)
    return strokes


def _circles(mask: Image, least: float, most: float) -> Iterator[Ring]:
    """Yield circles that many strokes' edges point to."""
    half = cv2.resize(mask * np.uint8(255), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    found = cv2.HoughCircles(
        cv2.GaussianBlur(half, (0, 0), 0.8), cv2.HOUGH_GRADIENT, 1.5, minDist=least / 4,
        param1=160, param2=26, minRadius=int(least / 2), maxRadius=int(most / 2),
    )  # fmt: skip
    for x, y, radius in (found[0] if found is not None else ())[: 4 * MOST_RINGS]:
        yield Ring(2.0 * x, 2.0 * y, 2.0 * radius, 2.0 * radius, 0.0, 0.0, red=False)


def _outlines(mask: Image, unit: float, least: float, most: float) -> Iterator[Ring]:
    """Yield the ellipses round things that stand alone."""
    size = max(3, round(JOIN_MM * unit))
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for outline in outlines:
        hull = cv2.convexHull(outline)
        _, _, w, h = cv2.boundingRect(hull)
        if len(hull) >= 6 and 2 * least * FLATTEST <= min(w, h) <= max(w, h) <= 2 * most * 1.1:
            yield _ellipse(hull.reshape(-1, 2).astype(np.float64))


def _circle(points: Rays) -> Ring:
    """Return the circle through most of some points: those far off are left out."""
    for _ in range(3):
        system = np.column_stack([2 * points, np.ones(len(points))])
        (x, y, rest), *_others = np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)
        radius = math.sqrt(max(rest + x * x + y * y, 1.0))
        off = np.abs(np.hypot(points[:, 0] - x, points[:, 1] - y) - radius)
        points = points[off <= max(1.5, 2.0 * float(np.median(off)))]
    return Ring(float(x), float(y), radius, radius, 0.0, 0.0, red=False)


def _ellipse(points: Rays) -> Ring:
    (x, y), (a, b), turn = cv2.fitEllipse(points.astype(np.float32))
    if a < b:
        a, b, turn = b, a, turn + 90
    return Ring(float(x), float(y), a / 2, b / 2, float(turn) % 180, 0.0, red=False)


def _settled(
    mask: Image, faint: Image, ring: Ring, least: float, most: float, red: bool
) -> Ring | None:
    """Return a rim fitted to the ink nearest to it, None where none is there."""
    for reach in (0.10, 0.06, RIM, RIM):
        points = _rim_points(mask, ring, reach, outermost=reach == 0.10)
        if len(points) < ANGLES * 0.4:
            return None
        ring = max((_circle(points), _ellipse(points)), key=lambda r: _met(mask, r, *THIN))
        if not (least <= ring.wide <= most and ring.high >= FLATTEST * ring.wide):
            return None
    return _judged(mask, faint, ring, red)


def _samples(mask: Image, ring: Ring, radii: Iterable[float]) -> NDArray[np.uint8]:
    """Return the mask on each ray at some radii (1 on the rim): rays × radii; 0 off the page."""
    turn = math.radians(ring.turn)
    angle = np.linspace(0, 2 * math.pi, ANGLES, endpoint=False)[:, None]
    radius = np.array(list(radii))[None, :]
    along, across = ring.wide * np.cos(angle) * radius, ring.high * np.sin(angle) * radius
    x = ring.x + along * math.cos(turn) - across * math.sin(turn)
    y = ring.y + along * math.sin(turn) + across * math.cos(turn)
    return cv2.remap(
        mask, x.astype(np.float32), y.astype(np.float32), cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_CONSTANT, borderValue=0,
    ).astype(np.uint8)  # fmt: skip


def _steps(start: float, end: float, ring: Ring) -> Rays:
    return np.linspace(start, end, max(3, int((end - start) * ring.wide * 1.5)))


def _rim_points(mask: Image, ring: Ring, reach: float, outermost: bool) -> Rays:
    """Return on each ray the outermost ink near the ellipse, or the nearest to it."""
    radii = _steps(1 - reach, 1 + reach, ring)
    inked = _samples(mask, ring, radii) > 0
    rays = np.nonzero(inked.any(axis=1))[0]
    preferred = radii if outermost else -np.abs(radii - 1)
    at = np.argmax(np.where(inked, preferred, -9.0), axis=1)
    turn, angle, radius = math.radians(ring.turn), rays * 2 * math.pi / ANGLES, radii[at[rays]]
    along, across = ring.wide * np.cos(angle) * radius, ring.high * np.sin(angle) * radius
    return np.column_stack([
        ring.x + along * math.cos(turn) - across * math.sin(turn),
        ring.y + along * math.sin(turn) + across * math.cos(turn),
    ])  # fmt: skip


def _judged(mask: Image, faint: Image, ring: Ring, red: bool) -> Ring | None:
    """Return the rim if it is a seal's: closed, thin, with words and little else inside.

    `faint` shows fainter ink too: words have thinner strokes than the rim.
    """
    met = _met(mask, ring, 1 - RIM, 1 + RIM)
    outside = _met(mask, ring, 1.06, 1.06 + 2 * RIM)
    between = _met(mask, ring, 0.9 - RIM, 0.9) if not red else 0.0
    words = _met(faint, ring, 0.62, 0.88)
    within = np.sqrt(np.linspace(0.02, 0.92, 60))
    ink = float(_samples(mask, ring, within).mean())
    all_ink = float(_samples(faint, ring, within).mean())
    enough = met >= (RED_RIM if red else GREY_RIM) and met - max(outside, between * 0.5) >= CONTRAST
    if not (enough and words >= WORDS and INSIDE[0] <= all_ink and ink <= INSIDE[1]):
        return None
    return Ring(ring.x, ring.y, ring.wide, ring.high, ring.turn, met, red)


def _met(mask: Image, ring: Ring, start: float, end: float) -> float:
    """Return the share of rays that meet ink between two radii."""
    return float((_samples(mask, ring, _steps(start, end, ring)) > 0).any(axis=1).mean())


def _distinct(rings: list[Ring]) -> list[Ring]:
    """Return each seal once, by the rim that is met most often."""
    kept: list[Ring] = []
    for ring in sorted(rings, key=lambda r: (-round(r.met, 3), -r.wide, r.x, r.y)):
        if not any(_part_of(ring, k) for k in kept):
            kept.append(ring)
    return kept


def _known(start: Ring, ring: Ring) -> bool:
    """Tell whether a circle to be tried is a rim that was surely found."""
    apart = math.hypot(start.x - ring.x, start.y - ring.y)
    return ring.met >= CLEAR_RIM and apart < SAME * ring.wide


def _part_of(ring: Ring, other: Ring) -> bool:
    """Tell whether a rim is another one found again, or made up of its words."""
    apart = math.hypot(ring.x - other.x, ring.y - other.y)
    return apart < (SAME if ring.met >= SURE_RIM else 1.0) * max(ring.wide, other.wide)
