"""The sheet of paper in a photo: its four corners, the photo warped so that they are square."""

import cv2
import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.page.pixels import Image, Matrix

SMALL = 600  # pixels of the longer side that the sheet is looked for at
PRINT = 9  # pixels of the small picture: strokes thinner than this are print on the sheet
LEAST_AREA, MOST_AREA = 0.25, 0.97  # of the picture: a smaller sheet is not what it shows
LEAST_CONTRAST = 18.0  # of 255: paper against what it lies on, in colour or brightness
STRAIGHT_SIDE = 0.35  # of the picture's side: a sheet's side shows at least this long
SAMPLES = 21  # places along a side where its edge is looked at
NEAR_EDGE = 8  # pixels of the small picture to either side of an edge
LEAST_STEP = 9.0  # of 255, between them: half of what paper stands out by
SHORT = 4  # pixels of the small picture
SHARP = 0.36  # of that step within so few pixels: a sheet's edge 0.5, a shadow's slope 0.25
FILLED = 0.9  # of the found corners' area that is paper

STEEP = 2.2  # of CIELAB a pixel: a sheet's edge has 3 and more, a shadow's 1.7
EDGE_WIDTH = 9  # pixels of the small picture that a blurred edge takes

Corners = NDArray[np.float64]
"""4 × 2: top left, top right, bottom right, bottom left."""


def find_sheet(image: Image) -> Corners | None:
    """Return the corners of the sheet that a photo shows, None where it is all page."""
    if image.ndim == 2:
        return None
    scale = min(1.0, SMALL / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    shades = _unprinted(small.astype(np.uint8))
    for paper in (_paper(shades), _enclosed(shades)):
        corners = None if paper is None else _corners(paper)
        if corners is not None and _has_edges(shades, corners):
            return np.asarray(corners / scale)
    return None


Shades = NDArray[np.float32]


def _unprinted(small: Image) -> Shades:
    """Return brightness and colours (CIELAB) of a picture, print closed over."""
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((PRINT, PRINT), np.uint8))
    return cv2.GaussianBlur(cv2.cvtColor(closed, cv2.COLOR_BGR2LAB), (0, 0), 3).astype(np.float32)


def _paper(lab: Shades) -> Image | None:
    """Return the mask of the largest bright thing, None where it does not stand out."""
    height, width = lab.shape[:2]
    rim = np.zeros((height, width), bool)
    edge = max(2, min(height, width) // 60)
    rim[:edge], rim[-edge:], rim[:, :edge], rim[:, -edge:] = True, True, True, True
    middle = lab[height // 5 : -height // 5, width // 5 : -width // 5].reshape(-1, 3)
    sheet = np.percentile(middle, 75, axis=0)
    ground = np.median(lab[rim], axis=0)
    if np.linalg.norm(sheet - ground) < LEAST_CONTRAST or sheet[0] < ground[0]:
        return None
    nearer = np.linalg.norm(lab - sheet, axis=2) < np.linalg.norm(lab - ground, axis=2)
    mask = cv2.morphologyEx(nearer.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    return mask.astype(np.uint8)


def _enclosed(lab: Shades) -> Image | None:
    """Return the mask of what sharp edges close in: a sheet half in shadow, seen whole."""
    steps = [cv2.Sobel(lab, cv2.CV_32F, dx, 1 - dx, ksize=3) / 8 for dx in (0, 1)]
    steep = np.sqrt(sum(np.square(s).sum(axis=2) for s in steps)) > STEEP
    free = (cv2.dilate(steep.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0).astype(np.uint8)
    _, labels = cv2.connectedComponents(free, connectivity=4)
    height, width = free.shape
    middle = labels[height // 3 : -height // 3, width // 3 : -width // 3]
    inside = middle[middle > 0]
    if not inside.size:
        return None
    mask = (labels == np.bincount(inside).argmax()).astype(np.uint8)
    if mask[[0, -1]].any() or mask[:, [0, -1]].any():
        return None  # it goes on beyond the picture
    return cv2.dilate(mask, np.ones((EDGE_WIDTH, EDGE_WIDTH), np.uint8)).astype(np.uint8)


def _has_edges(lab: Shades, corners: Corners) -> bool:
    """Return whether colour or brightness steps at the sides: in a shadow they only slope."""
    height, width = lab.shape[:2]
    centre = corners.mean(axis=0)
    across = np.arange(-NEAR_EDGE, NEAR_EDGE + 1)[None, :, None]
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (end - start) / (np.hypot(*(end - start)) or 1.0)
        inward = np.array([-along[1], along[0]])
        inward = inward if inward @ (centre - start) > 0 else -inward
        middle = start + np.linspace(0.15, 0.85, SAMPLES)[:, None] * (end - start)
        places = np.rint(middle[:, None, :] + across * inward).astype(int)
        seen = ((places >= 0) & (places < [width, height])).all(axis=(1, 2))
        if seen.sum() < SAMPLES / 4:
            continue  # the side lies on the picture's rim
        if not _steps(lab[places[seen, :, 1], places[seen, :, 0]]):
            return False
    return True


def _steps(profiles: NDArray[np.float32]) -> bool:
    """Return whether shades step on most ways across a side, and do so at one place.

    `profiles` are sample × pixel × channel; their median leaves out the print that some cross.
    """
    if np.median(np.linalg.norm(profiles[:, -1] - profiles[:, 0], axis=1)) < LEAST_STEP:
        return False
    usual = np.median(profiles, axis=0)
    rise = float(np.linalg.norm(usual[-1] - usual[0]))
    steepest = float(np.linalg.norm(usual[SHORT:] - usual[:-SHORT], axis=1).max())
    return steepest >= SHARP * rise


def _corners(paper: Image) -> Corners | None:
    contours, _ = cv2.findContours(paper, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    share = cv2.contourArea(hull) / paper.size
    if not LEAST_AREA < share < MOST_AREA:
        return None
    sides = _sides(hull.reshape(-1, 2).astype(np.float64), paper.shape[1], paper.shape[0])
    if sides is None:
        return None
    left, top, right, bottom = sides
    pairs = ((left, top), (right, top), (right, bottom), (left, bottom))
    corners = np.array([_crossing(a, b) for a, b in pairs])
    height, width = paper.shape
    slack = 0.1 * max(height, width)
    inside = (corners > -slack).all() and (corners < np.array([width, height]) + slack).all()
    area = cv2.contourArea(corners.astype(np.float32))
    filled = area and cv2.contourArea(hull) / area
    return corners if inside and FILLED < filled < 2 - FILLED else None


Side = tuple[float, float, float]
"""A line a·x + b·y = c."""


def _sides(hull: NDArray[np.float64], width: int, height: int) -> list[Side] | None:
    """Return the sheet's left, top, right and bottom side: the longest of each direction."""
    steps = np.roll(hull, -1, axis=0) - hull
    centre = hull.mean(axis=0)
    found: list[Side] = []
    for axis, sign in ((0, -1), (1, -1), (0, 1), (1, 1)):
        along = 1 - axis
        facing = [
            i for i in range(len(hull))
            if abs(steps[i][along]) > 2 * abs(steps[i][axis])
            and sign * ((hull[i] + steps[i] / 2)[axis] - centre[axis]) > 0
        ]  # fmt: skip
        side = _longest(hull, steps, facing, along)
        if side is None or side[1] < STRAIGHT_SIDE * (width, height)[along]:
            return None
        found.append(side[0])
    return found


def _longest(
    hull: NDArray[np.float64], steps: NDArray[np.float64], facing: list[int], along: int
) -> tuple[Side, float] | None:
    """Return the line through the pieces of a hull that face one way, and their length."""
    if not facing:
        return None
    lengths = {i: float(np.hypot(*steps[i])) for i in facing}
    longest = max(facing, key=lambda i: lengths[i])
    slope = np.arctan2(*steps[longest][[1 - along, along]])
    like = [
        i for i in facing
        if abs(np.arctan2(*steps[i][[1 - along, along]]) - slope) < LIKE_SLOPE
    ]  # fmt: skip
    points = np.vstack([np.linspace(hull[i], hull[i] + steps[i], 20) for i in like])
    weights = np.repeat([lengths[i] for i in like], 20)
    middle = np.average(points, axis=0, weights=weights)
    _, _, axes = np.linalg.svd((points - middle) * np.sqrt(weights)[:, None])
    a, b = axes[1]
    return (float(a), float(b), float(a * middle[0] + b * middle[1])), sum(lengths[i] for i in like)


LIKE_SLOPE = 0.05  # radians: pieces of one side differ by less


def _crossing(one: Side, other: Side) -> tuple[float, float]:
    determinant = one[0] * other[1] - other[0] * one[1]
    if abs(determinant) < 1e-9:
        return float("inf"), float("inf")
    x = (one[2] * other[1] - other[2] * one[1]) / determinant
    y = (one[0] * other[2] - other[0] * one[2]) / determinant
    return x, y


def squared(image: Image, corners: Corners) -> tuple[Image, Matrix]:
    """Return the sheet alone, its corners square, and the matrix that made it so."""
    top_left, top_right, bottom_right, bottom_left = corners
    width = _longer(top_left - top_right, bottom_left - bottom_right)
    height = _longer(top_left - bottom_left, top_right - bottom_right)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    flat = cv2.warpPerspective(
        image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return flat.astype(np.uint8), matrix.astype(np.float64)


def _longer(one: NDArray[np.float64], other: NDArray[np.float64]) -> int:
    return int(max(np.hypot(*one), np.hypot(*other)))
