"""A title whose letters hold squares (证, 品, 回) is as large as it is printed."""

import cv2
import numpy as np
import pytest

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.ocr.ticked import ticked_lines

DPI = 200.0
SIZE = 32  # pixels of print in 11.5 points
LARGE = 82  # of a title in 29.5 points
PAPER = 255


class Reader:
    """An engine that takes any single sign for a letter that it surely knows."""

    name = version = "reader"

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [("口", 0.99) for _ in crops]

    def lines(self, image: np.ndarray) -> list[OcrLine]:
        raise NotImplementedError


def printed(image: np.ndarray, text: str, x0: int, top: int, size: int) -> OcrLine:
    """Letters as strokes, the third with a square in it; the box as high as an engine's."""
    for i in range(len(text)):
        x = x0 + i * size
        for row in range(top, top + size, size // 4):
            image[row : row + size // 10, x : x + size * 9 // 10] = 0
    square = size // 3
    cv2.rectangle(
        image,
        (x0 + 2 * size + square, top + square),
        (x0 + 2 * size + 2 * square, top + 2 * square),
        0,
        2,
    )
    x1, rim = x0 + len(text) * size, round(size * 0.2)
    quad = ((x0, top - rim), (x1, top - rim), (x1, top + size + rim), (x0, top + size + rim))
    starts = tuple(i / len(text) for i in range(len(text)))
    return OcrLine(text, 0.99, quad, starts, (0.99,) * len(text))


@pytest.mark.parametrize("title", ["荣誉证书", "数字化水平评测报告"])
def test_a_title_with_squares_in_its_letters_keeps_its_height(title):
    image = np.full((1000, 1400), PAPER, np.uint8)
    top = printed(image, title, 300, 100, LARGE)
    body = [
        printed(image, "授予某某有限公司先进企业称号", 100, 300 + 60 * i, SIZE) for i in range(4)
    ]
    mask = np.where(image < 128, 255, 0).astype(np.uint8)
    told = ticked_lines(image, mask, [top, *body], Reader(), DPI)
    assert told[0].text == title
    assert told[0].quad == top.quad
