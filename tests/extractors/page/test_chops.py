"""Square chops of names on grey copies: told from a pen's ink and from a table's cells."""

import cv2
import numpy as np

from doccheck.extractors.page.chops import find_chops

DPI = 200
MM = DPI / 25.4


def at(*mm):
    return tuple(round(v * MM) for v in mm)


def page():
    return np.zeros((1200, 1200), np.uint8)


def test_a_square_frame_is_a_chop_also_across_a_line_to_sign_on():
    mask = page()
    cv2.rectangle(mask, at(60, 60), at(79, 79), 255, 7)
    cv2.line(mask, at(50, 72), at(90, 72), 255, 3)
    [(left, top, right, bottom)] = find_chops(mask, DPI)
    assert abs(left - 60 * MM) < 8
    assert abs(top - 60 * MM) < 10
    assert abs(right - 79 * MM) < 8
    assert abs(bottom - 79 * MM) < 10


def test_cells_of_a_table_and_a_scrawl_are_none():
    mask = page()
    for x in (20, 38, 56, 74):
        cv2.line(mask, at(x, 20), at(x, 110), 255, 3)
    for y in (20, 50, 80, 110):
        cv2.line(mask, at(20, y), at(74, y), 255, 3)
    cv2.polylines(
        mask, [np.array([at(90, 60), at(94, 74), at(99, 58), at(108, 75)])], False, 255, 6
    )
    assert find_chops(mask, DPI) == []
