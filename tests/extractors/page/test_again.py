"""A second search of a page: what the first way of looking did not show, and nothing twice."""

from dataclasses import replace

import numpy as np

from doccheck.extractors.ocr.again import read_again, straightened
from doccheck.extractors.ocr.engine import OcrLine, load_engine
from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.extractors.scanned import read_scan
from doccheck.text.normalise import key

from .drawing import DPI, FORM, bgr, draw_form, photographed


class Strips:
    """An engine that sees a line only in a picture lower than the page, at a fixed place."""

    name, version = "rapidocr", "strips"

    def __init__(self, height: int, text: str = "沈建国", confidence: float = 0.95) -> None:
        self.height, self.text, self.confidence = height, text, confidence

    def lines(self, image: np.ndarray) -> list[OcrLine]:
        if image.shape[0] >= self.height:
            return []
        dark = np.flatnonzero((image < 128).any(axis=1))
        if not len(dark):
            return []
        top, bottom = float(dark[0]), float(dark[-1])
        quad = ((100.0, top), (200.0, top), (200.0, bottom), (100.0, bottom))
        return [OcrLine(self.text, self.confidence, quad)]

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in crops]


def page(top: int = 300) -> np.ndarray:
    image = np.full((1000, 700, 3), 255, np.uint8)
    image[top : top + 30, 100:200] = 0
    return image


FIRST = PageReading(504.0, 720.0, seen=(504.0, 720.0))  # 700 × 1000 pixels at 100 dots an inch


def test_a_line_that_only_a_strip_shows_is_found_once_where_it_stands() -> None:
    found = read_again(page(), 100, FIRST, Strips(1000))
    assert found.again
    [line] = found.lines
    assert line.text == "沈建国"
    assert 300 * 0.72 - 3 < line.top < line.bottom < 330 * 0.72 + 3


def test_what_was_read_before_stays_as_it_is() -> None:
    known = ReadLine("沈建伟", 0.9, 72.0, 216.0, 144.0, 238.0, 21.0)
    found = read_again(page(), 100, replace(FIRST, lines=(known,)), Strips(1000))
    assert found.lines == (known,)


def test_what_was_hardly_read_gives_way_to_a_surer_reading() -> None:
    unread = ReadLine("〓", 0.0, 72.0, 216.0, 144.0, 238.0, 21.0)
    found = read_again(page(), 100, replace(FIRST, lines=(unread,)), Strips(1000))
    assert [line.text for line in found.lines] == ["沈建国"]


def test_what_is_doubtful_is_not_taken_up() -> None:
    assert read_again(page(), 100, FIRST, Strips(1000, confidence=0.5)).lines == ()


def test_a_photo_searched_again_has_its_lines_where_they_were() -> None:
    pixels = photographed(draw_form())
    engine = load_engine("rapidocr")
    first = read_scan(pixels, DPI, engine)
    lost = replace(first, lines=tuple(li for li in first.lines if key(FORM[1][1]) != key(li.text)))
    assert len(lost.lines) < len(first.lines)
    found = read_again(pixels, DPI, lost, engine)
    assert sorted(key(li.text) for li in found.lines) == sorted(key(li.text) for li in first.lines)
    [before], [after] = (
        [li for li in r.lines if key(li.text) == key(FORM[1][1])] for r in (first, found)
    )
    assert abs(before.x0 - after.x0) < 4
    assert abs(before.top - after.top) < 4


def test_the_straightened_picture_is_as_large_as_its_reading() -> None:
    pixels = bgr(draw_form())
    reading = PageReading(300.0, 400.0, seen=(595.0, 842.0))
    assert straightened(pixels, DPI, reading).shape[:2] == (round(400 * DPI / 72), 625)
