"""Tick boxes by their pixels."""

import cv2
import numpy as np

from doccheck.extractors.page.light import ink, ink_box
from doccheck.extractors.page.ticks import (
    SOLID,
    TickBox,
    crossed_circles,
    find_boxes,
    find_ovals,
)

DPI = 150.0


def boxes(page: np.ndarray) -> list[TickBox]:
    return find_boxes(ink(page, DPI), DPI)


def page_with_box() -> np.ndarray:
    page = np.full((300, 300), 255, np.uint8)
    cv2.rectangle(page, (100, 100), (122, 122), 0, 2)
    return page


def test_an_empty_box() -> None:
    [box] = boxes(page_with_box())
    assert not box.ticked
    assert abs(box.x0 - 99) <= 2


def test_a_tick_inside() -> None:
    page = page_with_box()
    cv2.line(page, (104, 111), (110, 118), 0, 2)
    cv2.line(page, (110, 118), (119, 104), 0, 2)
    [box] = boxes(page)
    assert box.ticked
    assert box.filled < SOLID


def test_a_filled_box() -> None:
    page = page_with_box()
    cv2.rectangle(page, (100, 100), (122, 122), 0, -1)
    [box] = boxes(page)
    assert box.filled >= SOLID


def test_a_cross_through_nothing_and_large_frames_are_no_boxes() -> None:
    page = np.full((300, 300), 255, np.uint8)
    cv2.line(page, (100, 100), (122, 122), 0, 2)
    cv2.line(page, (122, 100), (100, 122), 0, 2)
    cv2.rectangle(page, (150, 150), (280, 280), 0, 2)
    assert boxes(page) == []


def test_the_tight_rectangle_of_ink() -> None:
    mask = np.zeros((50, 50), np.uint8)
    mask[10:20, 15:30] = 255
    assert ink_box(mask, 0, 0, 49, 49) == (15.0, 10.0, 30.0, 20.0)
    assert ink_box(mask, 35, 35, 49, 49) is None


def test_a_tick_that_leaves_its_box_and_touches_what_stands_beside_it() -> None:
    page = page_with_box()
    cv2.line(page, (103, 110), (110, 120), 0, 2)
    cv2.line(page, (110, 120), (140, 84), 0, 2)
    cv2.line(page, (140, 84), (140, 120), 0, 2)
    [box] = boxes(page)
    assert box.ticked
    assert abs(box.x1 - 123) <= 2


def test_a_letter_with_a_ragged_rim_is_no_box() -> None:
    page = page_with_box()
    page[95:105, 106:112] = 255  # a gap in its upper side
    assert boxes(page) == []


def test_circles_empty_filled_dotted_and_crossed_by_a_tick() -> None:
    page = np.full((300, 300), 255, np.uint8)
    for x in (40, 100, 160, 220):
        cv2.circle(page, (x, 100), 10, 0, 2)
    cv2.circle(page, (100, 100), 10, 0, -1)
    cv2.circle(page, (160, 100), 4, 0, -1)
    cv2.polylines(page, [np.array([[214, 100], [219, 106], [240, 84]])], False, 0, 2)
    plain = sorted(boxes(page), key=lambda b: b.x0)
    assert [box.sign for box in plain] == ["○", "●", "◉"]
    assert [box.sign for box in crossed_circles(ink(page, DPI), plain)] == ["◉"]


def test_an_oval_round_words() -> None:
    page = np.full((300, 300), 255, np.uint8)
    cv2.ellipse(page, (150, 150), (40, 22), 0, 0, 360, 0, 2)
    cv2.rectangle(page, (30, 30), (110, 70), 0, 2)
    [oval] = find_ovals(ink(page, DPI), DPI)
    assert abs(oval.x0 - 109) <= 3
