"""Red ink, light, quality, picture files."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow

from doccheck.errors import UnreadableFileError
from doccheck.extractors.page.light import evened, ink
from doccheck.extractors.page.quality import blank, quality_note
from doccheck.extractors.page.red import red_mask, seal_boxes, without_red
from doccheck.extractors.page.render import open_picture, picture_dpi

from .drawing import bgr, blank_page, seal, text_rows


def sealed() -> np.ndarray:
    return bgr(seal(Pillow.fromarray(text_rows()), 450, 600))


def test_a_seal_is_taken_out_and_the_words_under_it_stay() -> None:
    image, words = sealed(), text_rows()
    mask = red_mask(image)
    assert mask is not None
    plain = without_red(image, mask)
    dark = words[:, :, 0] < 100
    assert (plain[dark] < 120).mean() > 0.97
    assert (plain[~dark] > 200).mean() > 0.99


def test_a_seal_is_known_by_its_shape() -> None:
    mask = red_mask(bgr(seal(blank_page(900, 1200), 450, 600)))
    assert mask is not None
    [box] = seal_boxes(mask, 150.0)
    assert box[0] < 450 < box[2]
    assert box[1] < 600 < box[3]


def test_a_page_without_red() -> None:
    assert red_mask(text_rows()) is None


def test_a_shadow_is_evened_out() -> None:
    dark = (text_rows() * np.linspace(1.0, 0.5, 900)[None, :, None]).astype(np.uint8)
    paper = evened(dark)[60:100, 50:850]
    assert paper.min() > 215


def test_blank_pages() -> None:
    white = np.full((1754, 1241, 3), 252, np.uint8)
    assert blank(ink(white, 150.0))
    assert not blank(ink(text_rows(), 150.0))


def test_what_makes_a_page_hard_to_read_is_said() -> None:
    sharp = text_rows()
    assert quality_note(sharp, 150.0) == ""
    assert "分辨率" in quality_note(sharp, 72.0)
    assert "模糊" in quality_note(cv2.GaussianBlur(sharp, (0, 0), 9), 150.0)
    assert "暗" in quality_note((sharp * 0.3).astype(np.uint8), 150.0)


def test_the_resolution_of_a_picture() -> None:
    assert picture_dpi(1240, 1754, 72) == pytest.approx(150, abs=1)
    assert picture_dpi(1000, 300, 300) == 300
    assert picture_dpi(1000, 300, 72) == 200


def test_a_picture_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    picture = Pillow.new("RGB", (200, 100), "white")
    exif = picture.getexif()
    exif[0x0112] = 6
    picture.save(tmp_path / "a.jpg", exif=exif)
    image, _ = open_picture(tmp_path / "a.jpg", "a.jpg")
    assert image.shape == (200, 100, 3)


def test_transparent_paper_is_white(tmp_path: Path) -> None:
    Pillow.new("RGBA", (50, 50), (0, 0, 0, 0)).save(tmp_path / "a.png")
    image, _ = open_picture(tmp_path / "a.png", "a.png")
    assert image.min() == 255


def test_a_damaged_picture_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0 nothing")
    with pytest.raises(UnreadableFileError, match="图片"):
        open_picture(tmp_path / "a.jpg", "a.jpg")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_picture_with_too_many_pixels_is_refused(tmp_path: Path) -> None:
    Pillow.new("1", (20_000, 7_000)).save(tmp_path / "a.png")
    with pytest.raises(UnreadableFileError, match="像素"):
        open_picture(tmp_path / "a.png", "a.png")
