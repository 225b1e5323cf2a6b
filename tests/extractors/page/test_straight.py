"""Skew, the sheet in a photo, which way up."""

import cv2
import numpy as np
import pytest

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.deskew import quarter_turned, skew_angle, turned_back
from doccheck.extractors.page.orientation import turns_needed
from doccheck.extractors.page.sheet import find_sheet, squared
from doccheck.extractors.scanned import read_scan

from .drawing import blank_page, photographed, text_rows, turned


@pytest.mark.parametrize("degrees", [-4.0, -1.5, 0.0, 0.6, 3.0])
def test_skew_is_measured(degrees: float) -> None:
    assert skew_angle(turned(text_rows(), degrees)) == pytest.approx(-degrees, abs=0.25)


def test_a_page_turned_back_is_level_and_says_how() -> None:
    image, matrix = turned_back(turned(text_rows(), 2.0), -2.0)
    assert abs(skew_angle(image)) <= 0.25
    assert matrix.shape == (3, 3)


def test_the_sheet_of_a_photo_is_cut_out() -> None:
    from PIL import Image

    photo = photographed(Image.fromarray(text_rows(1241, 1754)))
    corners = find_sheet(photo)
    assert corners is not None
    assert np.abs(corners - [[110, 90], [1301, 140], [1371, 1944], [60, 1884]]).max() < 25
    flat, matrix = squared(photo, corners)
    assert flat.shape[0] / flat.shape[1] == pytest.approx(1754 / 1241, rel=0.06)
    assert matrix.shape == (3, 3)


def test_a_scan_is_all_page() -> None:
    assert find_sheet(text_rows()) is None


def test_a_dark_strip_at_the_side_is_no_table() -> None:
    page = text_rows()
    page[:, :25] = 40
    assert find_sheet(page) is None


class Upright:
    """An engine that reads one way up well, all others badly."""

    name, version = "fake", "1"

    def __init__(self, good: np.ndarray) -> None:
        self.good = good

    def lines(self, _image: np.ndarray) -> list[OcrLine]:
        return []

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [("文字文字", 0.98 if self._upright(crop) else 0.4) for crop in crops]

    def _upright(self, crop: np.ndarray) -> bool:
        return crop.shape[1] > crop.shape[0] and int(crop[0, 0, 0]) == 7


def marked_line() -> np.ndarray:
    """A crop whose top-left corner tells which way up it is."""
    page = np.full((400, 400, 3), 255, np.uint8)
    cv2.rectangle(page, (100, 180), (300, 205), (0, 0, 0), -1)
    page[180:183, 100:104] = 7
    return page


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_the_turns_that_put_a_page_upright(turns: int) -> None:
    page = quarter_turned(marked_line(), -turns)
    ys, xs = np.nonzero(page[:, :, 0] < 50)
    x0, x1, y0, y1 = float(xs.min()), float(xs.max()), float(ys.min()), float(ys.max())
    quad = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    line = OcrLine("文字文字", 0.97 if turns == 0 else 0.4, quad)
    assert turns_needed(page, [line], Upright(page)) == turns % 4


def test_a_page_without_words_stays_as_it_is() -> None:
    assert turns_needed(marked_line(), [], Upright(marked_line())) == 0


def test_a_shadow_over_a_page_is_no_edge_of_the_sheet() -> None:
    page = text_rows()
    colour = np.dstack([page] * 3) if page.ndim == 2 else page
    shade = np.linspace(1.0, 0.6, colour.shape[1])[None, :, None]
    assert find_sheet((colour * shade).astype(np.uint8)) is None


def test_a_sheet_half_in_shadow_on_a_desk_is_cut_out_whole() -> None:
    from PIL import Image

    photo = photographed(Image.fromarray(text_rows(1241, 1754)))
    height, width = photo.shape[:2]
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    dark = 1 - 0.45 / (1 + np.exp(-(0.7 * across + 0.4 * down - 0.75 * width) / 90))
    corners = find_sheet((photo * dark[..., None]).astype(np.uint8))
    assert corners is not None
    assert np.abs(corners - [[110, 90], [1301, 140], [1371, 1944], [60, 1884]]).max() < 25


def test_a_shadow_that_crosses_the_print_is_no_edge_of_the_sheet() -> None:
    from PIL import Image

    photo = photographed(Image.fromarray(text_rows(1241, 1754)))
    height, width = photo.shape[:2]
    across, down = np.meshgrid(np.arange(width) / width, np.arange(height) / height)
    dark = 1 - 0.4 / (1 + np.exp((0.2 * across + down - 0.35) * 60))
    corners = find_sheet((photo * dark[..., None]).astype(np.uint8))
    assert corners is None or np.abs(corners[:2] - [[110, 90], [1301, 140]]).max() < 40


class Blind:
    """An engine that reads nothing."""

    name = "blind"
    version = "1"

    def lines(self, _: np.ndarray) -> list[OcrLine]:
        return []

    def texts(self, images: list[np.ndarray]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in images]


def test_the_reading_of_a_photo_says_that_its_sheet_was_cut_out() -> None:
    photo = photographed(blank_page())
    assert read_scan(photo, 150.0, Blind()).cut_out
    assert read_scan(np.rot90(photo).copy(), 150.0, Blind()).cut_out


@pytest.mark.parametrize("degrees", [0.0, 2.0])
def test_a_scan_that_is_turned_back_is_not_cut_out(degrees: float) -> None:
    assert not read_scan(turned(text_rows(), degrees), 150.0, Blind()).cut_out
