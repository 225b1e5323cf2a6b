"""What a sheet's corners leave of a photo's perspective, the rules of its table take away."""

import cv2
import numpy as np
import pytest

from doccheck.extractors.page.grid import rule_mask
from doccheck.extractors.page.light import ink
from doccheck.extractors.page.trued import trued

from .drawing import text_rows, turned

DPI = 150
COLUMNS = (120, 420, 720, 1120)


def ruled_page() -> np.ndarray:
    page = np.full((1754, 1241, 3), 255, np.uint8)
    for y in range(200, 1500, 100):
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), (0, 0, 0), 3)
    for x in COLUMNS:
        cv2.line(page, (x, 200), (x, 1400), (0, 0, 0), 3)
    return page


def leaning(page: np.ndarray, *corners: tuple[int, int]) -> np.ndarray:
    """The page with its corners moved: top left, top right, bottom right, bottom left."""
    height, width = page.shape[:2]
    here = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = here + np.array(corners, np.float32)
    matrix = cv2.getPerspectiveTransform(here, there)
    return cv2.warpPerspective(page, matrix, (width, height), borderValue=(255, 255, 255))


def drift(page: np.ndarray) -> float:
    """How far the left and right side of the table wander between its top and its bottom."""
    rules = rule_mask(ink(page, DPI), DPI) > 0
    columns = [np.flatnonzero(rules[y].any() and rules[y]) for y in (260, 1340)]
    (top, bottom) = columns
    return float(max(abs(top[0] - bottom[0]), abs(top[-1] - bottom[-1])))


@pytest.mark.parametrize(
    "corners",
    [
        ((30, 0), (0, 0), (0, 0), (-20, 0)),  # the left side was hidden in shadow
        ((20, 10), (-25, 0), (10, -15), (-15, 0)),
        ((25, 0), (25, 0), (0, 0), (0, 0)),  # all lean alike
    ],
)
def test_rules_that_lean_are_made_upright(corners: tuple[tuple[int, int], ...]) -> None:
    page = leaning(ruled_page(), *corners)
    assert drift(page) > 12
    found = trued(page, DPI)
    assert found is not None
    assert drift(found[0]) <= 3


def test_the_matrix_leads_from_the_page_to_the_true_one() -> None:
    page = leaning(ruled_page(), (30, 0), (0, 0), (0, 0), (-20, 0))
    found = trued(page, DPI)
    assert found is not None
    x, y, depth = found[1] @ np.array([0.5 * 1241, 0.5 * 1754, 1.0])
    assert abs(x / depth - 0.5 * 1241) < 25
    assert abs(y / depth - 0.5 * 1754) < 25


def test_a_straight_table_is_left_alone() -> None:
    assert trued(ruled_page(), DPI) is None


def test_a_page_without_rules_is_left_alone() -> None:
    assert trued(turned(text_rows(), 0.2), DPI) is None


def test_strokes_that_lean_far_are_no_rules() -> None:
    page = np.full((1754, 1241, 3), 255, np.uint8)
    for x in (200, 500, 900):
        cv2.line(page, (x, 200), (x + 130, 1400), (0, 0, 0), 3)
    assert trued(page, DPI) is None
