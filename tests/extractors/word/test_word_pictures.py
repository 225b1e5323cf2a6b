"""Pictures: where they stand, how large they are, which they are."""

import hashlib
import struct
import zlib
from pathlib import Path

import pytest
from torture import cell, paragraph, picture, read, row, run, section, table, text_box

from doccheck.extractors.fingerprints import Size, pixel_size


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"\xff\xc0ab"  # looks like a frame, is none
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + b"\xff\xe0" + struct.pack(">H", 4) + b"JF" + comment + frame + b"\xff\xd9"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(640, 480), (640, 480)),
        (jpeg(640, 480), (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 64, 48) + b"\0\0\0", (64, 48)),
        (b"BM" + bytes(16) + struct.pack("<ii", 64, -48) + bytes(28), (64, 48)),
        (b"\xff\xd8\xff\xe0\xff\xff", (0, 0)),
        (b"\xff\xd8\xff\xd9", (0, 0)),
        (b"\x89PNG\r\n\x1a\n", (0, 0)),
        (b"", (0, 0)),
        (b"\x01\x00\x00\x00emf", (0, 0)),
    ],
)
def test_the_size_is_read_from_the_head(content: bytes, size: tuple[int, int]) -> None:
    assert pixel_size(content) == Size(*size)


def test_pillow_agrees_on_the_size(tmp_path: Path) -> None:
    from PIL import Image

    for name in ("a.png", "a.jpg", "a.gif", "a.bmp"):
        Image.new("RGB", (37, 23)).save(tmp_path / name)
        assert pixel_size((tmp_path / name).read_bytes()) == Size(37, 23)


def test_a_picture_knows_its_paragraph_size_and_fingerprint(tmp_path: Path) -> None:
    content = png(30, 20)
    body = paragraph("前") + paragraph(run("图") + picture("image1_png"))
    (found,) = read(tmp_path, body, image1_png=content).pictures
    assert (found.width, found.height, found.block, found.floating) == (30, 20, 1, False)
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.place.anchor == "paragraph[1]"


def test_a_paragraph_that_holds_only_a_picture_is_a_block(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph(picture("image1_png")), image1_png=png(1, 1))
    assert len(document.blocks) == 1


def test_an_anchored_picture_floats(tmp_path: Path) -> None:
    body = paragraph(run("盖章") + picture("image1_png", "anchor"))
    assert read(tmp_path, body, image1_png=png(1, 1)).pictures[0].floating


def test_a_picture_in_a_cell_knows_cell_and_block(tmp_path: Path) -> None:
    body = paragraph("前") + table(row(cell("甲"), cell(paragraph(picture("image1_png")))))
    (found,) = read(tmp_path, body, image1_png=png(1, 1)).pictures
    assert (found.place.anchor, found.block) == ("table[0].cell[0,1]", 1)


def test_a_picture_in_a_text_box_knows_the_box(tmp_path: Path) -> None:
    body = paragraph(run("前") + text_box(paragraph(picture("image1_png"))))
    (found,) = read(tmp_path, body, image1_png=png(1, 1)).pictures
    assert found.block == 1


@pytest.mark.parametrize(("look", "floating"), [("width:9pt", False), ("position:absolute", True)])
def test_an_old_picture_is_found(tmp_path: Path, look: str, floating: bool) -> None:
    old = (
        f'<w:r><w:pict><v:shape style="{look}"><v:imagedata r:id="image1_png"/></v:shape>'
        "</w:pict></w:r>"
    )
    (found,) = read(tmp_path, paragraph(old), image1_png=png(3, 2)).pictures
    assert (found.width, found.floating) == (3, floating)


def test_a_picture_for_new_and_old_readers_is_one(tmp_path: Path) -> None:
    new, old = picture("image1_png"), '<w:r><w:pict><v:imagedata r:id="image1_png"/></w:pict></w:r>'
    new, old = new[len("<w:r>") : -len("</w:r>")], old[len("<w:r>") : -len("</w:r>")]
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg">'
        f"{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert len(read(tmp_path, paragraph(both), image1_png=png(1, 1)).pictures) == 1


def test_a_chart_is_a_picture_without_a_file(tmp_path: Path) -> None:
    chart = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/2006/chart"/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    (found,) = read(tmp_path, paragraph(chart)).pictures
    assert (found.width, found.sha256) == (0, "")


def test_a_linked_or_missing_picture_has_no_fingerprint(tmp_path: Path) -> None:
    (found,) = read(tmp_path, paragraph(picture("nowhere"))).pictures
    assert (found.width, found.height, found.sha256) == (0, 0, "")


def test_a_deleted_or_hidden_picture_is_none(tmp_path: Path) -> None:
    hidden = picture("image1_png").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    body = paragraph(f"<w:del>{picture('image1_png')}</w:del>{hidden}{run('文')}")
    assert not read(tmp_path, body, image1_png=png(1, 1)).pictures


def test_a_picture_in_a_header_is_found(tmp_path: Path) -> None:
    body = paragraph("文") + section('<w:headerReference w:type="default" r:id="hdr1"/>')
    document = read(tmp_path, body, hdr1=paragraph(picture("image1_png")), image1_png=png(5, 5))
    (found,) = document.pictures
    assert (found.block, found.width) == (1, 5)
