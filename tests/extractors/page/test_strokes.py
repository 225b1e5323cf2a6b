"""Ink that is no print: what a sheet's edge on a photo leaves is no stroke beside a label."""

import cv2
import numpy as np

from doccheck.extractors.page.strokes import find_strokes

DPI = 100.0
MM = DPI / 25.4
HEIGHT, WIDTH = round(297 * MM), round(210 * MM)


def strokes(mask: np.ndarray) -> list[tuple[float, float, float, float]]:
    """Return the rectangles of black strokes on a page, in millimetres."""
    page = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    found = find_strokes(page, mask, np.zeros_like(mask), DPI, [], [])
    return [tuple(v / MM for v in rect) for kind, rect in found if kind == "ink"]  # type: ignore[misc]


def edge() -> np.ndarray:
    """A thin dark edge all round the page, leaning inward at the right."""
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    corners = np.array([[3, 3], [WIDTH - 4, 3], [WIDTH - 60, HEIGHT - 4], [3, HEIGHT - 4]])
    cv2.polylines(mask, [corners], True, 255, 3)
    return mask


def test_an_edge_round_the_page_is_told_where_it_runs_and_nowhere_else() -> None:
    found = strokes(edge())
    assert found
    assert all(x0 > 180 or x1 < 12 for x0, _, x1, _ in found)  # the right side, the corners


def test_a_signature_within_the_edge_is_one_stroke() -> None:
    mask = edge()
    cv2.polylines(mask, [np.array([[200, 500], [260, 460], [300, 520], [340, 470]])], False, 255, 3)
    first = strokes(mask)[0]
    assert first[0] < 52 and first[2] > 85


def test_long_ink_that_is_no_edge_is_still_seen() -> None:
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.line(mask, (150, 500), (650, 540), 255, 5)
    assert any(x0 > 40 and x1 < 170 for x0, _, x1, _ in strokes(mask))
