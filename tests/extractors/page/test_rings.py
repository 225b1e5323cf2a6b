"""Seals on pictures of pages: found by their rim, whatever lies across it."""

import cv2
import numpy as np
import pytest

from doccheck.extractors.page.arc import strips
from doccheck.extractors.page.rings import find_rings, redness

DPI = 100
SIDE = 8 * DPI


def page() -> np.ndarray:
    return np.full((SIDE, SIDE, 3), 250, np.uint8)


def press(image, *, x=400, y=400, wide=78, high=78, colour=(40, 30, 200), turn=0):
    """Draw a rim, a star's dot and strokes where the name runs, its bottom left free."""
    cv2.ellipse(image, (x, y), (wide, high), turn, 0, 360, colour, 4)
    cv2.circle(image, (x, y), wide // 5, colour, -1)
    for degrees in range(150, 391, 12):
        angle = np.radians(degrees)
        for depth in (0.62, 0.70, 0.78):
            at = (round(x + depth * wide * np.cos(angle)), round(y + depth * high * np.sin(angle)))
            cv2.circle(image, at, 4, colour, -1)
    return image


def print_lines(image):
    for top in range(60, SIDE, 40):
        cv2.putText(image, "lines of print 0123456789 abc", (20, top), 0, 1.0, (30, 30, 30), 2)
    return image


def rings(image, red=True):
    ink = redness(image) if red else (255 - cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))
    return find_rings(ink, DPI, red=red)


@pytest.mark.parametrize(("wide", "high", "turn"), [(78, 78, 0), (59, 59, 0), (88, 60, 20)])
def test_a_red_seal_is_found_where_it_is(wide, high, turn):
    [ring] = rings(press(page(), wide=wide, high=high, turn=turn))
    assert abs(ring.x - 400) < 4
    assert abs(ring.y - 400) < 4
    assert abs(ring.wide - wide) < 5
    assert abs(ring.high - high) < 5


def test_a_seal_across_print_is_found_by_its_colour():
    assert len(rings(press(print_lines(page())))) == 1


def test_overlapping_seals_are_two():
    found = rings(press(press(page(), x=350), x=460, y=430))
    assert sorted(round(r.x, -1) for r in found) == [350, 460]


def test_a_black_copy_is_found():
    [ring] = rings(press(page(), colour=(60, 60, 60)), red=False)
    assert not ring.red


def test_a_seam_seal_cut_off_by_the_edge_is_none():
    assert rings(press(page(), x=SIDE + 30)) == []


def test_red_headings_stars_logos_and_photos_are_no_seals():
    image = page()
    cv2.putText(image, "RED HEADING", (40, 90), 0, 2.4, (30, 30, 200), 8)
    cv2.line(image, (40, 120), (760, 120), (30, 30, 200), 6)
    cv2.circle(image, (200, 400), 80, (30, 30, 200), -1)
    cv2.circle(image, (560, 400), 80, (30, 30, 200), 4)  # a bare ring bears no words
    assert rings(image) == []


def test_print_and_table_rules_are_no_black_seals():
    image = print_lines(page())
    for at in range(40, SIDE, 120):
        cv2.line(image, (40, at), (760, at), (0, 0, 0), 2)
        cv2.line(image, (at, 40), (at, 760), (0, 0, 0), 2)
    assert rings(image, red=False) == []


def test_a_seal_is_laid_out_from_its_bottom_however_it_was_turned():
    image = press(page())
    turned = cv2.warpAffine(
        image, cv2.getRotationMatrix2D((400, 400), 40, 1.0), (SIDE, SIDE), borderValue=(250,) * 3
    )
    widths = []
    for one in (image, turned):
        [ring] = rings(one)
        laid_out = strips(one, ring)
        assert len(laid_out) == 3
        widths.append(laid_out[0].shape[1])
    assert abs(widths[0] - widths[1]) < 0.1 * widths[0]


def test_a_pale_seal_with_thin_words_is_found():
    """Words' strokes are thinner than the rim, and paler where the picture is made smaller."""
    image = press(page(), colour=(202, 200, 224))
    cv2.ellipse(image, (400, 400), (78, 78), 0, 0, 360, (40, 30, 200), 4)
    assert len(rings(image)) == 1
