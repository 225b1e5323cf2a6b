"""Letters and digits that look like places for ticks stay letters and digits."""

import numpy as np
import pytest

from doccheck.extractors.ocr import ticked
from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.ticks import Shape, TickBox, find_boxes

DPI = 200.0
SIZE = 24  # pixels of print
LEFT, TOP = 100, 50


class Reader:
    """An engine that reads one thing wherever it is asked."""

    name = version = "reader"

    def __init__(self, reading: str, sure: float) -> None:
        self.reading = reading, sure

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [self.reading] * len(crops)

    def lines(self, image: np.ndarray) -> list[OcrLine]:
        raise NotImplementedError


def line(text: str, sure: dict[str, float], step: int = SIZE) -> OcrLine:
    starts = tuple(i / len(text) for i in range(len(text)))
    x1 = LEFT + step * len(text)
    quad = ((LEFT, TOP), (x1, TOP), (x1, TOP + 37), (LEFT, TOP + 37))
    return OcrLine(text, 0.99, quad, starts, tuple(sure.get(c, 1.0) for c in text))


def told(
    read: OcrLine,
    at: int,
    alone: tuple[str, float],
    monkeypatch,
    filled=0.5,
    shape: Shape = "box",
    step=SIZE,
):
    """The line as told with what looks like a place for a tick over its character `at`."""
    x0 = LEFT + at * step + 1
    mark = TickBox(x0, TOP + 8, x0 + SIZE - 4, TOP + 28, filled, shape)
    page = np.full((140, 1000), 255, np.uint8)
    mask = np.zeros_like(page)
    mask[int(mark.top) : int(mark.bottom), int(mark.x0) : int(mark.x1)] = 255
    monkeypatch.setattr(ticked, "find_boxes", lambda _mask, _dpi: [mark])
    [new] = ticked.ticked_lines(page, mask, [read], Reader(*alone), DPI)
    return new.text


@pytest.mark.parametrize(("text", "letter"), [("防止回潮并推广", "回"), ("归口部门", "口")])
def test_a_letter_that_a_text_surely_has_is_no_box(text, letter, monkeypatch):
    assert told(line(text, {}), text.index(letter), (letter, 1.0), monkeypatch) == text


def test_a_box_that_an_engine_takes_for_a_letter_is_a_box(monkeypatch):
    read = line("口已上市", {"口": 0.93})
    assert told(read, 0, ("口", 0.96), monkeypatch, filled=0.0)[0] == "□"


@pytest.mark.parametrize("alone", [("額", 0.54), ("额", 0.74)])
def test_a_letter_whose_strokes_ran_together_is_no_filled_box(alone, monkeypatch):
    read = line("年初余额", {"额": 0.51})
    assert told(read, 3, alone, monkeypatch, filled=0.97) == "年初余额"


def test_a_filled_box_reads_as_no_letter(monkeypatch):
    read = line("市级", {})
    assert "■" in told(read, -1, ("■", 0.3), monkeypatch, filled=1.0)


def test_a_letter_of_a_code_is_no_circle(monkeypatch):
    code = "91320412MA6T5NXD04"
    read = line(code, {}, step=14)
    assert told(read, 15, ("D", 0.9), monkeypatch, shape="circle", filled=0.0, step=14) == code


def test_a_tick_that_touches_a_letter_costs_it_nothing():
    read = line("√有上市计划", {"√": 0.96})
    page = np.full((140, 1000), 255, np.uint8)
    for i in range(14):  # a tick whose tail runs into the next letter
        page[TOP + 10 + i, LEFT + 20 - i // 2 : LEFT + 24 - i // 2] = 0
    page[TOP + 10 : TOP + 13, LEFT + 20 : LEFT + 60] = 0
    mask = np.where(page < 128, 255, 0).astype(np.uint8)
    [new] = ticked.ticked_lines(page, mask, [read], Reader("上市计划", 0.99), DPI)
    assert new.text == "√有上市计划"
    assert min(new.sureness) > 0.95


def test_a_box_ends_at_its_own_side_not_at_the_next_letters():
    mask = np.zeros((100, 200), np.uint8)
    for x in (50, 72, 77):  # both sides of a box and the left one of 国
        mask[30:56, x : x + 3] = 255
    for y in (30, 54):
        mask[y : y + 2, 50:75] = mask[y : y + 2, 77:105] = 255
    mask[30:56, 103:105] = 255
    box = find_boxes(mask, DPI)[0]
    assert round(box.x0) == 50
    assert round(box.x1) < 77
    assert box.sign == "□"


@pytest.mark.parametrize("stroke", ["I", "1", "l"])
def test_a_filled_box_that_an_engine_takes_for_a_latin_stroke_is_a_box(stroke, monkeypatch):
    read = line("□否I是", {"I": 0.5, "□": 0.6})
    assert "■" in told(read, 2, (stroke, 0.63), monkeypatch, filled=1.0)
