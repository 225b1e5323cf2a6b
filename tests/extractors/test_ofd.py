"""OFD: the same lines, cells and places as the same pages in PDF; seals, scans, templates."""

import io
from pathlib import Path

import pytest
from formats.ofd import OfdPage, image_object, ofd_bytes, ofd_of_pdf, text_object
from PIL import Image

from doccheck.errors import UnreadableFileError
from doccheck.extractors.ofd import page_picture, read_ofd
from doccheck.extractors.pdf import read_pdf
from doccheck.model.document import Document, Paragraph, walk_paragraphs, walk_tables
from doccheck.model.files import SourceFile

SUBMISSIONS = Path(__file__).parents[2] / "fixtures" / "submissions"
POINTS = 72 / 25.4


def source(folder: Path, content: bytes) -> SourceFile:
    local = folder / "审计报告.ofd"
    local.write_bytes(content)
    return SourceFile("审计报告.ofd", local, len(content), "", "ofd", "application/ofd")


def read(folder: Path, *documents: list[OfdPage], **more: object) -> Document:
    return read_ofd(source(folder, ofd_bytes(documents, **more)))  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "name",
    [
        "hebei-clean-files/submission/申请表 翌枢新材料.pdf",
        "dinghai-review-half/submission/04财务.pdf",
    ],
)
def test_a_pdf_set_as_ofd_reads_the_same(tmp_path: Path, name: str) -> None:
    path = SUBMISSIONS / name
    pdf = read_pdf(SourceFile(path.name, path, path.stat().st_size, "", "pdf", ""))
    ofd = read_ofd(source(tmp_path, ofd_of_pdf(path)))
    assert "".join(ofd.text.split()) == "".join(pdf.text.split())
    shapes = [[(t.rows, t.cols, len(t.cells)) for t in walk_tables(d.blocks)] for d in (ofd, pdf)]
    assert shapes[0] == shapes[1]
    for a, b in zip(walk_paragraphs(ofd.blocks), walk_paragraphs(pdf.blocks), strict=True):
        assert a.place.page == b.place.page
        assert a.place.box and b.place.box
        assert (a.place.box.x0, a.place.box.top) == pytest.approx(b.place.box[:2], abs=3)


def test_places_are_points_from_the_top_left_corner(tmp_path: Path) -> None:
    document = read(tmp_path, [OfdPage([text_object(1, "审计报告", 50, 20, 5, "5 5 5")])])
    box = document.blocks[0].place.box
    assert box and (box.x0, box.top) == pytest.approx((50 * POINTS, 20 * POINTS), abs=1)
    assert box.x1 == pytest.approx(70 * POINTS, abs=2)


def test_steps_may_be_grouped(tmp_path: Path) -> None:
    document = read(tmp_path, [OfdPage([text_object(1, "审计报告", 50, 20, 5, "g 3 5")])])
    assert document.blocks[0].place.box.x1 == pytest.approx(70 * POINTS, abs=2)  # type: ignore[union-attr]


def test_blanks_part_latin_words(tmp_path: Path) -> None:
    objects = [text_object(1, "ISO 9001 质量 体系", 20, 20, 5)]
    assert texts(read(tmp_path, [OfdPage(objects)])) == ["ISO 9001质量体系"]


def test_a_matrix_moves_and_scales(tmp_path: Path) -> None:
    moved = text_object(1, "审计", 50, 20, 5, "5", 'CTM="2 0 0 2 10 0"')
    box = read(tmp_path, [OfdPage([moved])]).blocks[0].place.box
    assert box and (box.x0, box.x1) == pytest.approx((60 * POINTS, 80 * POINTS), abs=3)


def test_pages_of_all_documents_and_their_template_are_read(tmp_path: Path) -> None:
    pages = [[OfdPage([text_object(1, word, 20, 40, 5)], template=True)] for word in ("甲", "乙")]
    document = read(tmp_path, *pages, template=[text_object(9, "表头", 20, 20, 5)])
    assert texts(document) == ["表头", "甲", "表头", "乙"]
    assert [p.number for p in document.pages] == [1, 2]


def test_a_seal_of_a_signature_is_a_picture_of_a_seal(tmp_path: Path) -> None:
    page = OfdPage([text_object(1, "盖章", 20, 20, 5)], stamp="100 100 40 40")
    [seal] = read(tmp_path, [page]).pictures
    assert seal.appearance == "seal" and seal.place.page == 1
    assert seal.place.box == pytest.approx([100 * POINTS, 100 * POINTS, 140 * POINTS, 140 * POINTS])


def test_a_scan_is_an_unread_page_whose_picture_can_be_had(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (100, 140), "white").save(buffer, "PNG")
    page = OfdPage([image_object(1, 90, 0, 0, 210, 297)])
    content = ofd_bytes([[page]], picture=buffer.getvalue())
    file = source(tmp_path, content)
    assert read_ofd(file).unread_pages == (1,)
    assert page_picture(file, 1) == buffer.getvalue()


def test_letters_without_codes_are_said_to_be_unreadable(tmp_path: Path) -> None:
    document = read(tmp_path, [OfdPage([text_object(1, "\ue001\ue002\ue003", 20, 20, 5)])])
    assert document.unread_pages == (1,) and "字形" in document.pages[0].note
    assert document.text == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ofd_bytes([[OfdPage()]], encrypted=True), "密码"),
        (ofd_bytes([[OfdPage()]])[:200], "损坏"),
        (ofd_bytes([]), "没有任何页面"),
    ],
)
def test_trouble_has_a_reason(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileError, match=said):
        read_ofd(source(tmp_path, content))
