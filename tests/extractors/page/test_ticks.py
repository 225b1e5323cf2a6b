"""Tick boxes by their pixels."""

import cv2
import numpy as np

from doccheck.extractors.page.light import ink
from doccheck.extractors.page.ticks import SOLID, TickBox, find_boxes, ink_box

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
