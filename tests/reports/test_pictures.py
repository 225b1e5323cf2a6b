"""Crops of pages: the box is where the evidence is."""

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from doccheck.extractors.pictures import PagePictures
from doccheck.model.document import Document, Page
from doccheck.model.files import FileFormat, SourceFile
from doccheck.model.places import Box

BOX = Box(100, 200, 150, 220)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.rect(110, A4[1] - 215, 30, 10, fill=1)
    canvas.showPage()
    canvas.save()
    return path


def pictures(path: Path, kind: FileFormat, page: Page) -> PagePictures:
    file = SourceFile("a", path, 1, "", kind, "")
    return PagePictures((file,), (Document("a", kind, (), (page,)),))


def opened(content: bytes | None) -> Image.Image:
    assert content is not None
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_a_strip_shows_the_box_in_red_around_the_words(pdf: Path) -> None:
    strip = opened(pictures(pdf, "pdf", Page(1, *A4)).crop("a", 1, (BOX,), 30))
    scale = strip.width / A4[0]
    assert strip.height == pytest.approx(80 * scale, abs=2)
    edge = strip.getpixel((round(125 * scale), round(30 * scale) - 2))
    assert isinstance(edge, tuple) and edge[0] > 150 and edge[1] < 80
    words = strip.getpixel((round(125 * scale), round(40 * scale)))
    assert isinstance(words, tuple) and max(words) < 40


def test_a_tight_crop_is_small(pdf: Path) -> None:
    content = pictures(pdf, "pdf", Page(1, *A4)).crop("a", 1, (BOX,), 0)
    assert opened(content).width < 120
    assert content is not None and len(content) < 5_000


def test_a_tight_crop_is_cut_down_to_what_is_printed(pdf: Path) -> None:
    wide = (Box(60, 190, 400, 240),)
    words = opened(pictures(pdf, "pdf", Page(1, *A4)).crop("a", 1, wide, 0))
    assert words.width < 80 and words.height < 40


def test_every_place_on_a_strip_is_framed(pdf: Path) -> None:
    both = (BOX, Box(300, 205, 350, 220))
    strip = opened(pictures(pdf, "pdf", Page(1, *A4)).crop("a", 1, both, 30))
    scale = strip.width / A4[0]
    for middle in (125, 325):
        edge = strip.getpixel((round(middle * scale), round(50 * scale) + 2))
        assert isinstance(edge, tuple) and edge[0] > 150 and edge[1] < 80


def test_a_scan_that_the_reader_turned_is_turned_here_too(pdf: Path) -> None:
    turned = pictures(pdf, "pdf", Page(1, A4[1], A4[0], rotation=90))
    strip = opened(turned.crop("a", 1, (Box(A4[1] - 220, 100, A4[1] - 200, 150),), 20))
    scale = strip.width / A4[1]
    words = strip.getpixel((round((A4[1] - 210) * scale), round(45 * scale)))
    assert isinstance(words, tuple) and max(words) < 40


def test_a_picture_file(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (1240, 1754), "white").save(path)
    strip = opened(pictures(path, "image", Page(1, 595.2, 841.9)).crop("a", 1, (BOX,), 30))
    assert strip.width > 500


@pytest.mark.parametrize(("file", "page"), [("b", 1), ("a", 2)])
def test_what_cannot_be_drawn_is_none(pdf: Path, file: str, page: int) -> None:
    assert pictures(pdf, "pdf", Page(1, *A4)).crop(file, page, (BOX,), 30) is None


def test_a_damaged_file_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF no")
    assert pictures(path, "pdf", Page(1, *A4)).crop("a", 1, (BOX,), 30) is None
