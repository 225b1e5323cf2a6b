"""Which signs of a line are places for ticks, and which answer each belongs to."""

import cv2
import numpy as np

from doccheck.extractors.ocr.bracketed import with_ticks_in_brackets
from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.ocr.ticked import ticked_lines

DPI = 150.0
SIZE = 22  # pixels of print in 10.5 points


class Fake:
    """An engine that reads a part of a line by the letters that were painted there."""

    name = version = "fake"

    def __init__(self, letters: dict[int, str]) -> None:
        self.letters = letters

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [(self._text(crop), 0.99) for crop in crops]

    def _text(self, crop: np.ndarray) -> str:
        """Letters are painted in shades of their own."""
        shades = [s for column in crop.T for s in sorted(set(column.tolist()) & set(self.letters))]
        return "".join(self.letters[s] for s in dict.fromkeys(shades))

    def lines(self, image: np.ndarray) -> list[OcrLine]:
        raise NotImplementedError


class Sheet:
    """A page on which letters are blocks of strokes and boxes are boxes."""

    def __init__(self) -> None:
        self.image = np.full((200, 700), 255, np.uint8)
        self.letters: dict[int, str] = {}

    def letter(self, x: int, sign: str, y: int = 100) -> None:
        shade = 10 + len(self.letters)
        self.letters[shade] = sign
        for row in range(y, y + SIZE, 7):
            self.image[row : row + 3, x : x + SIZE - 4] = shade
        self.image[y : y + SIZE, x + 8 : x + 11] = shade

    def box(self, x: int, y: int = 103) -> None:
        cv2.rectangle(self.image, (x, y), (x + 17, y + 17), 0, 2)

    def tick(self, x: int, y: int = 103) -> None:
        points = np.array([[x + 2, y + 9], [x + 7, y + 15], [x + 22, y - 8]])
        cv2.polylines(self.image, [points], False, 0, 2)

    def told(self, *lines: OcrLine) -> list[str]:
        mask = np.where(self.image < 128, 255, 0).astype(np.uint8)
        return [li.text for li in ticked_lines(self.image, mask, lines, Fake(self.letters), DPI)]


def line(text: str, x0: int, x1: int, lefts: list[int], y: int = 94) -> OcrLine:
    quad = ((x0, y), (x1, y), (x1, y + 34), (x0, y + 34))
    starts = tuple((left - x0) / (x1 - x0) for left in lefts)
    return OcrLine(text, 0.97, quad, starts, (0.97,) * len(text))


def test_a_box_between_two_lines_belongs_to_one_of_them_and_costs_no_letter() -> None:
    sheet = Sheet()
    sheet.box(100)
    sheet.letter(122, "否")
    cv2.rectangle(sheet.image, (180, 103), (197, 120), 0, -1)
    sheet.letter(202, "是")
    told = sheet.told(line("□否", 96, 150, [98, 120]), line("是", 148, 230, [180]))
    assert told == ["□否", "■是"]


def test_a_box_that_the_engine_left_out_is_put_in_its_place() -> None:
    sheet = Sheet()
    for x in (100, 180):
        sheet.box(x)
    sheet.tick(180)
    sheet.letter(122, "否")
    sheet.letter(208, "是")
    told = sheet.told(line("□否是", 96, 236, [98, 120, 170]))
    assert told == ["□否 ☑是"]


def test_the_blank_beside_a_tick_without_a_box_tells_whose_it_is() -> None:
    sheet = Sheet()
    sheet.letter(100, "否")
    sheet.tick(165)
    sheet.letter(191, "是")
    assert sheet.told(line("否√是", 96, 220, [100, 150, 190])) == ["否 √是"]


def test_a_letter_that_looks_like_a_box_stays_a_letter() -> None:
    sheet = Sheet()
    sheet.letter(100, "出")
    sheet.box(124)
    sheet.letter(148, "额")
    told = sheet.told(line("出口额", 96, 176, [100, 122, 148]))
    assert told == ["出口额"]


def test_what_the_whole_line_said_more_surely_is_kept() -> None:
    sheet = Sheet()
    sheet.box(100)
    sheet.letter(122, "日")
    read = OcrLine(
        "□是", 0.97, ((96, 94), (150, 94), (150, 128), (96, 128)), (0.05, 0.5), (0.9, 1.0)
    )
    assert sheet.told(read) == ["□是"]


def test_the_zero_of_a_year_is_no_circle_to_tick() -> None:
    sheet = Sheet()
    sheet.letter(100, "二")
    cv2.circle(sheet.image, (133, 111), 9, 0, 2)
    sheet.letter(148, "二")
    told = sheet.told(line("二〇二", 96, 176, [100, 122, 148]))
    assert told == ["二〇二"]


def test_the_o_of_a_latin_word_is_no_circle_to_tick() -> None:
    sheet = Sheet()
    cv2.circle(sheet.image, (111, 111), 9, 0, 2)
    assert sheet.told(line("O9", 96, 150, [100, 124])) == ["O9"]


def test_a_box_that_no_pixels_confirm_is_in_doubt() -> None:
    sheet = Sheet()
    sheet.letter(122, "是")
    mask = np.where(sheet.image < 128, 255, 0).astype(np.uint8)
    read = line("☑是", 96, 150, [98, 122])
    [told] = ticked_lines(sheet.image, mask, [read], Fake(sheet.letters), DPI)
    assert told.sureness[0] < 0.7
    assert told.sureness[1] == 0.97


def brackets(ticked: bool) -> np.ndarray:
    mask = np.zeros((60, 400), np.uint8)
    for x, turn in ((100, 180), (140, 0)):
        cv2.ellipse(mask, (x, 30), (5, 13), turn, -70, 70, 255, 2)
    if ticked:
        cv2.polylines(mask, [np.array([[108, 29], [115, 37], [130, 20]])], False, 255, 2)
    return mask


def test_brackets_with_ink_in_them_are_ticked() -> None:
    read = line("（）", 90, 152, [94, 136], y=13)
    assert with_ticks_in_brackets(read, brackets(ticked=True), 26).text == "（√）"
    assert with_ticks_in_brackets(read, brackets(ticked=False), 26).text == "（）"
