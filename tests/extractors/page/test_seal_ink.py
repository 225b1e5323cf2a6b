"""Ink of a seal under black print: made out where a hole would be."""

import cv2
import numpy as np

from doccheck.extractors.page.seal_ink import seal_inks

RED, BLACK, PAPER = (30, 24, 200), (40, 40, 40), (248, 248, 248)  # blue, green, red


def bar_under_print():
    """A red bar 30 pixels high, black print across it 4 wide; ink multiplies."""
    image = np.full((120, 120, 3), PAPER, np.uint8)
    image[45:75, 10:110] = RED
    under_print = tuple(round(a * b / 255) for a, b in zip(RED, BLACK, strict=True))
    image[20:100, 58:62] = BLACK
    image[45:75, 58:62] = under_print
    return image


def test_a_seal_without_print_on_it_is_made_out_in_one_way():
    image = np.full((120, 120, 3), PAPER, np.uint8)
    cv2.circle(image, (60, 60), 50, RED, 3)
    [ink] = seal_inks(image, red=True)
    assert ink[60, 110] > 200
    assert ink[60, 60] == 0


def test_ink_under_print_is_made_out_and_print_beside_it_is_none():
    inks = seal_inks(bar_under_print(), red=True)
    assert len(inks) == 2
    for ink in inks:
        assert ink[60, 60] > 120
        assert ink[30, 60] < 60
        assert ink[30, 30] == 0


def test_a_grey_copy_of_a_seal_is_all_ink():
    grey = cv2.cvtColor(bar_under_print(), cv2.COLOR_BGR2GRAY)
    [ink] = seal_inks(grey, red=False)
    assert ink[60, 30] > 120
