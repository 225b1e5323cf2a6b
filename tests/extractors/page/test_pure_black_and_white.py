"""Copies in pure black and white lose what is pale: a seal may be gone from them."""

import cv2
import numpy as np

from doccheck.extractors.page.light import pure_black_and_white


def printed(ink=30, paper=246):
    image = np.full((400, 400), paper, np.uint8)
    for top in range(60, 380, 60):
        cv2.putText(image, "print 0123", (20, top), 0, 1.4, ink, 4, cv2.LINE_AA)
    return image


def test_a_scan_in_shades_of_grey_is_not():
    assert not pure_black_and_white(printed())
    noise = np.random.default_rng(1).normal(0, 3, (400, 400))
    assert not pure_black_and_white(np.clip(printed() + noise, 0, 255).astype(np.uint8))


def test_a_copiers_black_and_white_is_also_after_jpeg():
    black = np.where(printed() < 170, 0, 255).astype(np.uint8)
    assert pure_black_and_white(black)
    _, jpeg = cv2.imencode(".jpg", black, [cv2.IMWRITE_JPEG_QUALITY, 90])
    assert pure_black_and_white(cv2.imdecode(jpeg, cv2.IMREAD_COLOR).astype(np.uint8))


def test_a_blank_page_is_not():
    assert not pure_black_and_white(np.full((100, 100), 255, np.uint8))
