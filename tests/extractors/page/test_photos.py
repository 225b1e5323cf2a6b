"""Picture files of all kinds open; a TIFF has as many pages as a scanner put into it."""

from pathlib import Path

import pytest
from PIL import Image

from doccheck.errors import UnreadableFileError
from doccheck.extractors.page.photos import page_count
from doccheck.extractors.page.render import open_picture
from doccheck.extractors.read import READERS
from doccheck.intake.sniff import sniff
from doccheck.model.files import SourceFile

PHONE = Path(__file__).parents[3] / "fixtures" / "formats" / "phone.heic"


def tiff(folder: Path, pages: int) -> Path:
    path = folder / "扫描件.tif"
    pictures = [Image.new("L", (40, 60), 50 * n) for n in range(pages)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:])
    return path


def test_a_photograph_of_a_phone_opens() -> None:
    assert sniff(PHONE).media_type == "image/heic"
    picture, _ = open_picture(PHONE, "phone.heic")
    assert picture.shape == (64, 96, 3)
    assert picture[0].mean() < picture[-1].mean()


def test_webp_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    Image.new("RGB", (30, 20), "white").save(path)
    assert open_picture(path, "a.webp")[0].shape == (20, 30, 3)


def test_every_page_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    path = tiff(tmp_path, 3)
    assert page_count(path) == 3
    assert [round(open_picture(path, "x", n)[0].mean()) for n in (1, 2, 3)] == [0, 50, 100]


def test_all_of_them_wait_to_be_recognised(tmp_path: Path) -> None:
    path = tiff(tmp_path, 3)
    source = SourceFile("扫描件.tif", path, 1, "", "image", "image/tiff")
    assert READERS["image"](source, {}).unread_pages == (1, 2, 3)


def test_a_page_that_is_not_there_has_a_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        open_picture(tiff(tmp_path, 2), "x", 9)


def test_the_frames_of_an_animation_are_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    pictures = [Image.new("L", (40, 60), 50 * n) for n in range(3)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:])
    assert page_count(path) == 1
