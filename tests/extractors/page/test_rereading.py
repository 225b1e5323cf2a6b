"""Passages read again: the right lines, cut out of the page wherever it lies, once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from doccheck.extractors.ocr import second
from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.passages import spelling
from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.extractors.ocr.rereading import SecondReading, line_picture
from doccheck.extractors.ocr.second import SecondRecogniser, all_read
from doccheck.extractors.scanned import read_scan
from doccheck.model.files import SourceFile
from doccheck.model.places import Box, Place
from doccheck.model.rereading import Passage

from .drawing import DPI, FORM, bgr, draw_form, photographed, seal, turned

PAGE = Box(0, 0, 600, 800)


def line(text: str, top: float, x0: float = 100.0) -> ReadLine:
    return ReadLine(text, 0.99, x0, top, x0 + 12.0 * len(text), top + 12, 12.0)


def reading(*lines: ReadLine) -> PageReading:
    return PageReading(600, 800, lines, seen=(600, 800))


def passage(words: str, box: Box = PAGE) -> Passage:
    return Passage(Place("a.png", 1, box), words)


def test_the_lines_at_the_place_that_spell_the_words() -> None:
    first, then, other = line("江苏翰辉智能", 100), line("装备有限公司", 120), line("沈建国", 300)
    page = reading(first, then, other)
    assert spelling(page, passage("翰辉智能装备")) == (first, then)
    assert spelling(page, passage("沈 建国")) == (other,)
    assert spelling(page, passage("张伟")) == ()


def test_words_beside_the_place_are_found_if_they_stand_there_once() -> None:
    label, value = line("名称", 100), line("江苏翰辉有限公司", 100, 200)
    place = label.box
    assert spelling(reading(label, value), passage("江苏翰辉有限公司", place)) == (value,)
    twice = reading(label, value, replace(value, top=200.0, bottom=212.0))
    assert spelling(twice, passage("江苏翰辉有限公司", place)) == ()


@pytest.mark.parametrize("how", ["skewed", "photographed", "under a seal"])
def test_values_of_a_form_are_read_alike_a_second_time(how: str, tmp_path: Path) -> None:
    drawn = draw_form()
    pixels = {
        "skewed": lambda: turned(bgr(drawn), 1.2),
        "photographed": lambda: photographed(drawn),
        "under a seal": lambda: bgr(seal(drawn, 640, 430)),
    }[how]()
    path = tmp_path / "a.png"
    Pillow.fromarray(np.ascontiguousarray(pixels[:, :, ::-1])).save(path, dpi=(DPI, DPI))
    page = read_scan(pixels, DPI, load_engine("rapidocr"))
    source = SourceFile("a.png", path, 1, "0" * 64, "image", "image/png")
    rereader = SecondReading([source], {"a.png": {1: page}}, tmp_path / "cache")
    asked = [passage(value, Box(0, 0, 9000, 9000)) for _, value in FORM]
    answers = rereader.reread(asked)
    for (_, value), lines in zip(FORM, answers, strict=True):
        assert value in "".join(each.second for each in lines)
        assert all(each.whole for each in lines)


class Counting:
    """A recogniser that always reads the same, and counts."""

    def __init__(self) -> None:
        self.calls = 0

    def read(self, _line: np.ndarray) -> object:
        self.calls += 1
        return second.LineReading("沈建国", (0.99, 0.98, 0.97))


def test_a_second_time_nothing_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting()
    monkeypatch.setattr(second, "second_recogniser", lambda: counting)
    path = tmp_path / "a.png"
    Pillow.new("RGB", (600, 800), "white").save(path)
    source = SourceFile("a.png", path, 1, "0" * 64, "image", "image/png")
    page = reading(line("沈建国", 100))
    readings = {"a.png": {1: page}}
    once = SecondReading([source], readings, tmp_path / "cache").reread([passage("沈建国")])
    again = SecondReading([source], readings, tmp_path / "cache").reread([passage("沈建国")])
    assert once == again
    assert once[0][0].second == "沈建国"
    assert counting.calls == 1


def test_a_page_that_cannot_be_drawn_gives_no_second_reading(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"nothing")
    source = SourceFile("a.png", tmp_path / "a.png", 1, "0" * 64, "image", "image/png")
    rereader = SecondReading([source], {"a.png": {1: reading(line("沈建国", 100))}})
    assert rereader.reread([passage("沈建国")]) == [()]


def test_ink_that_no_character_explains_is_seen() -> None:
    picture = np.full((40, 200), 255, np.uint8)
    for x in (10, 50, 90, 150):
        picture[8:32, x : x + 24 : 2] = 0
    assert all_read(picture, [22, 62, 102, 162])
    assert not all_read(picture, [22, 62, 102])
    assert not all_read(picture, [22, 102, 162])


def test_the_cut_is_clear_of_rules_and_neighbours() -> None:
    page = replace(
        reading(line("沈建国", 100), line("王", 100, 139)), rules=((97.0, 90.0, 97.5, 120.0),)
    )
    upright = np.full((800, 600, 3), 255, np.uint8)
    cut = line_picture(upright, page, page.lines[0])
    assert cut.shape[1] < 36 + 3 + 3  # of 36 wide print, the rule 3 before it, 王 3 behind it


def test_an_empty_picture_reads_as_nothing() -> None:
    assert SecondRecogniser().read(np.zeros((1, 1), np.uint8)).text == ""
