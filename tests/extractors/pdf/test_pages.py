"""Pages as seen, pictures, and files that cannot be read."""

import re
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from doccheck.errors import UnreadableFileError
from doccheck.extractors.pdf import read_pdf

from .drawing import Drawing, paragraphs, read, rows, source, tables, texts


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_rotation_is_undone(tmp_path: Path, rotation: int) -> None:
    """The same page, turned by its content and turned back by /Rotate, reads the same."""
    drawing = Drawing()
    pen = drawing.canvas
    moves = {0: (0, 0), 90: (842, 0), 180: (595, 842), 270: (0, 595)}
    pen.translate(*moves[rotation])
    pen.rotate(rotation)
    pen.setPageRotation(rotation)
    drawing.grid([72, 172, 372], [100, 130, 160])
    drawing.text(80, 120, "企业名称")
    drawing.text(180, 120, "甲公司")
    drawing.text(80, 150, "电话")
    drawing.text(72, 300, "表后的说明。")
    document = read(tmp_path, drawing)
    page = document.pages[0]
    assert (round(page.width), round(page.height), page.rotation) == (595, 842, rotation)
    assert rows(tables(document)[0]) == [["企业名称", "甲公司"], ["电话", ""]]
    assert tables(document)[0].place.box == pytest.approx((72, 100, 372, 160), abs=1)
    assert texts(document) == ["表后的说明。"]


def test_places_count_from_the_crop_box(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.canvas.setCropBox((50, 42, 545, 742))
    drawing.text(72, 200, "裁切后的页面")
    document = read(tmp_path, drawing)
    box = paragraphs(document)[0].place.box
    assert box is not None
    assert (document.pages[0].width, document.pages[0].height) == (495, 700)
    assert round(box.x0) == 22
    assert 85 < box.top < 100 < box.bottom < 108


def test_words_outside_the_visible_page_are_left_out(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 200, "页面之内")
    drawing.text(700, 200, "页面之外")
    assert texts(read(tmp_path, drawing)) == ["页面之内"]


def test_pictures_have_box_size_and_fingerprint(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "盖章处")
    drawing.picture(60, 80, 160, 180, "red")
    drawing.picture(300, 300, 400, 450, "blue")
    seal, photo = read(tmp_path, drawing).pictures
    assert seal.place.box == pytest.approx((60, 80, 160, 180), abs=0.5)
    assert (seal.width, seal.height) == (40, 60)
    assert (seal.floating, photo.floating) == (True, False)
    assert len(seal.sha256) == 64
    assert seal.sha256 != photo.sha256


def test_filled_in_form_fields_are_read(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "Name:")
    drawing.canvas.acroForm.textfield(
        value="Zhang San", x=120, y=735, width=120, height=16, fontSize=10, borderWidth=0
    )
    assert any("Zhang San" in text for text in texts(read(tmp_path, drawing)))


def unreadable(tmp_path: Path, content: bytes) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(source(tmp_path, content))
    assert caught.value.where == "附件/文件.pdf"
    assert caught.value.next_step
    return caught.value


def test_a_password_is_named_as_the_reason(tmp_path: Path) -> None:
    drawing = Drawing(encrypt=StandardEncryption("secret"))
    drawing.text(72, 100, "内容")
    assert "密码" in unreadable(tmp_path, drawing.done()).what


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\nnothing else", b"<html></html>"])
def test_a_broken_file_is_told(tmp_path: Path, content: bytes) -> None:
    assert "损坏" in unreadable(tmp_path, content).what


def test_a_truncated_file_is_told(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "内容" * 200)
    content = drawing.done()
    assert "损坏" in unreadable(tmp_path, content[: len(content) // 3]).what


def test_a_lost_first_line_or_junk_before_it_is_mended(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "企业概况")
    content = drawing.done()
    without = content[content.index(b"\n") :]
    late = b"HTTP/1.1 200 OK\r\n" + b"x" * 3000 + b"\r\n" + content
    assert [texts(read(tmp_path, c)) for c in (without, late)] == [["企业概况"]] * 2


def test_an_unknown_encryption_is_not_called_damage(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="加密"):
        read(tmp_path, b"%PDF-1.7\ntrailer <</Encrypt 1 0 R>>\n%%EOF")


def test_a_file_without_pages_is_told(tmp_path: Path) -> None:
    content = re.sub(rb"/Count 1 /Kids \[ [^]]+\]", b"/Count 0 /Kids [ ]", Drawing().done())
    assert unreadable(tmp_path, content).what


def test_the_same_file_reads_the_same(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 172, 372], [100, 130, 160])
    drawing.text(80, 120, "企业名称")
    drawing.text(72, 300, "说明。")
    content = drawing.done()
    assert read(tmp_path, content) == read(tmp_path, content)
