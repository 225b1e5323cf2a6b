"""Two digits side by side look like a box with a mark in it; in a figure they are digits."""

import numpy as np
import pytest

from doccheck.extractors.ocr import ticked
from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.ticks import TickBox

DIGIT = 10  # pixels
DPI = 150.0


class Engine:
    name = version = "fake"

    def lines(self, _image):
        raise NotImplementedError

    def texts(self, crops):
        return [("88", 0.99)] * len(crops)


def told(text, box_at, monkeypatch, sure=0.99, wide=2):
    """The line as told with a box over `wide` characters from `box_at` on."""
    starts = tuple(i / len(text) for i in range(len(text)))
    x1 = 100 + DIGIT * len(text)
    quad = ((100, 50), (x1, 50), (x1, 78), (100, 78))
    line = OcrLine(text, sure, quad, starts, (sure,) * len(text))
    left = 100 + box_at * DIGIT
    box = TickBox(left, 56, left + wide * DIGIT - 3, 72, 0.7)
    page = np.full((120, 600), 255, np.uint8)
    mask = np.zeros((120, 600), np.uint8)
    mask[56:72, left : left + wide * DIGIT - 3] = 255
    monkeypatch.setattr(ticked, "find_boxes", lambda _mask, _dpi: [box])
    [new] = ticked.ticked_lines(page, mask, [line], Engine(), DPI)
    return new.text


@pytest.mark.parametrize(
    ("text", "at"), [("2,192,885.23", 6), ("383,792,525.06", 1), ("67,652,607.05", 6)]
)
def test_digits_of_a_figure_are_no_box(text, at, monkeypatch):
    assert told(text, at, monkeypatch) == text


def test_a_percent_sign_after_its_figure_is_no_box(monkeypatch):
    assert told("77.4%", 3, monkeypatch) == "77.4%"


def test_digits_hardly_read_may_be_a_box(monkeypatch):
    assert told("88是", 0, monkeypatch, sure=0.5)[0] in "□☑■"


def title(starts, box, monkeypatch):
    """A line of large letters with a box seen within the first of them."""
    x1 = 100 + 5 * 40
    quad = ((100, 40), (x1, 40), (x1, 88), (100, 88))
    line = OcrLine("现金流量表", 0.99, quad, starts, (0.99,) * 5)
    page = np.full((120, 600), 255, np.uint8)
    monkeypatch.setattr(ticked, "find_boxes", lambda _mask, _dpi: [box])
    own = OcrLine("项目", 0.99, ((100, 100), (140, 100), (140, 118), (100, 118)))
    return ticked.ticked_lines(page, np.zeros_like(page), [line, own, own], Engine(), DPI)[0].text


def test_a_part_of_a_letter_is_no_box(monkeypatch):
    within = TickBox(102, 50, 122, 76, 0.5)
    assert title((0.0, 0.2, 0.4, 0.6, 0.8), within, monkeypatch) == "现金流量表"
