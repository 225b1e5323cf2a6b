"""A line is read further under a seal, never into the line beside it."""

import numpy as np

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.grown import grown_lines


def line(text: str, x0: float, x1: float, top: float = 100, bottom: float = 132) -> OcrLine:
    return OcrLine(text, 0.99, ((x0, top), (x1, top), (x1, bottom), (x0, bottom)))


class Reads:
    """An engine that reads one text in everything."""

    name, version = "fake", "1"

    def __init__(self, text: str) -> None:
        self.text = text

    def lines(self, _image: np.ndarray) -> list[OcrLine]:
        return []

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [(self.text, 0.97)] * len(crops)


def grown(lines: list[OcrLine], reads: str) -> list[str]:
    page = np.full((200, 1000), 255, np.uint8)
    mask = np.zeros_like(page)
    mask[95:140, 200:900] = 255
    return [found.text for found in grown_lines(page, mask, lines, Reads(reads))]


def test_what_goes_on_under_a_seal_is_read_to_its_end() -> None:
    assert grown([line("科技创新", 200, 330)], "科技创新有限") == ["科技创新有限"]


def test_a_neighbour_whose_box_overlaps_is_not_read_twice() -> None:
    beside = line("技术改造", 326, 440, 110, 140)
    found = grown([line("科技创新（25", 200, 330), beside], "科技创新（25技术改造")
    assert found == ["科技创新（25", "技术改造"]
