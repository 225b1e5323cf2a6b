"""A line whose end lies under a seal's grey is read on, a few characters at a time."""

import numpy as np
import pytest

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.grown import ONE_SIGHT, grown_lines

LINE = OcrLine("编制单位：常州市弘望仪表有限", 0.99, ((10, 20), (290, 20), (290, 50), (10, 50)))
NOTHING = ("", 0.0)


class Engine:
    """Reads the whole line worse than before; its end as told, in the picture and without grey."""

    name = version = "fake"

    def __init__(self, plain, pale):
        self.ends = [plain, pale]

    def lines(self, _image):
        return []

    def texts(self, crops):
        if len(crops) == 1:
            return [("编制单位：常州市仪表有司", 0.94)]
        ends, self.ends = self.ends, [NOTHING, NOTHING]
        return ends


def grown(plain, pale):
    page = np.full((80, 400), 255, np.uint8)
    mask = np.zeros((80, 400), np.uint8)
    mask[25:45, 290:320] = 255  # ink goes on behind the line's end
    [line] = grown_lines(page, mask, [LINE], Engine(plain, pale))
    return line


def test_the_end_is_read_on():
    line = grown(("仪表有限公司", 0.99), ("表有限公司", 0.98))
    assert line.text == "编制单位：常州市弘望仪表有限公司"
    assert line.confidence == LINE.confidence
    assert line.quad[1][0] > LINE.quad[1][0]


def test_what_two_ways_of_looking_show_otherwise_is_in_doubt():
    line = grown(("表有限公司", 0.99), ("表有限司", 0.98))
    assert line.text == "编制单位：常州市弘望仪表有限公司"
    assert line.confidence == ONE_SIGHT


@pytest.mark.parametrize("end", [("表有限公司", 0.9), ("某某公司", 0.99), ("表有限", 0.99)])
def test_nothing_is_added_that_was_not_read_surely_behind_the_lines_own_end(end):
    assert grown(end, NOTHING) == LINE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("编制单位：某某仪表有限公", "编制单位：某某仪表有限公司"),
        ("编制单位：某某仪表", "编制单位：某某仪表"),
    ],
)
def test_faint_ink_is_enough_behind_a_name_that_breaks_off(text, wanted):
    page = np.full((80, 400), 255, np.uint8)
    mask = np.zeros((80, 400), np.uint8)
    mask[34:35, 295:312] = 255  # all that is left of a character under a seal
    line = OcrLine(text, 0.96, ((10, 20), (290, 20), (290, 50), (10, 50)))
    end = (f"{text[-2:]}司", 0.99)
    [read] = grown_lines(page, mask, [line], Engine(end, end))
    assert read.text == wanted
