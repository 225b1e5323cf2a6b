"""Text that a reader of a PDF does not see: found by drawing the page without it."""

from pathlib import Path

import pytest

from doccheck.model.document import Document

from .drawing import Drawing, read, texts

STUFFED = "国家级质量标杆示范企业行业第一"
SHOWN = "企业概况如下"


def unseen(document: Document) -> list[tuple[str, str, bool]]:
    return [(u.text, u.how, u.sure) for u in document.unseen]


@pytest.fixture
def drawing() -> Drawing:
    page = Drawing()
    page.text(72, 100, SHOWN)
    return page


def test_white_text_on_white_paper(tmp_path: Path, drawing: Drawing) -> None:
    drawing.canvas.setFillGray(0.98)
    drawing.text(72, 200, STUFFED)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert unseen(document) == [(STUFFED, "ink", True)]
    place = document.unseen[0].place
    assert place.page == 1
    assert place.box is not None
    assert 180 < place.box.top < 200 < place.box.bottom < 220


def test_white_text_right_behind_black_text(tmp_path: Path, drawing: Drawing) -> None:
    drawing.canvas.setFillGray(1)
    drawing.text(72 + 12 * len(SHOWN), 100, STUFFED)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert unseen(document) == [(STUFFED, "ink", True)]


def test_white_heads_on_a_dark_bar_are_text(tmp_path: Path, drawing: Drawing) -> None:
    drawing.canvas.setFillGray(0.2)
    drawing.bar(72, 180, 500, 210)
    drawing.canvas.setFillGray(1)
    drawing.text(80, 200, STUFFED)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN, STUFFED]
    assert not document.unseen


def test_white_letters_on_a_picture_are_text(tmp_path: Path, drawing: Drawing) -> None:
    drawing.picture(60, 150, 500, 300, "navy")
    drawing.canvas.setFillGray(1)
    drawing.text(80, 200, STUFFED)
    document = read(tmp_path, drawing)
    assert STUFFED in texts(document)
    assert not document.unseen


def test_text_without_ink_and_without_a_scan(tmp_path: Path, drawing: Drawing) -> None:
    drawing.invisible(72, 200, STUFFED)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert unseen(document) == [(STUFFED, "invisible", True)]


@pytest.mark.parametrize("box", [(0, 0, 595, 842), (50, 150, 500, 300)])
def test_the_layer_of_an_ocr_program_is_no_hidden_text(
    tmp_path: Path, drawing: Drawing, box: tuple[float, float, float, float]
) -> None:
    drawing.picture(*box)
    drawing.invisible(72, 200, STUFFED)
    assert not read(tmp_path, drawing).unseen


def test_text_under_a_white_bar(tmp_path: Path, drawing: Drawing) -> None:
    drawing.text(72, 200, STUFFED)
    drawing.canvas.setFillGray(1)
    drawing.bar(60, 180, 500, 220)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert unseen(document) == [(STUFFED, "covered", True)]


def test_text_on_a_bar_is_text(tmp_path: Path, drawing: Drawing) -> None:
    drawing.canvas.setFillGray(0.9)
    drawing.bar(60, 180, 500, 220)
    drawing.canvas.setFillGray(0)
    drawing.text(72, 200, STUFFED)
    assert not read(tmp_path, drawing).unseen


def test_text_under_a_picture_stays_and_is_for_a_person(tmp_path: Path, drawing: Drawing) -> None:
    drawing.text(72, 200, STUFFED)
    drawing.picture(60, 150, 500, 300, "gray")
    document = read(tmp_path, drawing)
    assert STUFFED in texts(document)
    assert unseen(document) == [(STUFFED, "covered", False)]


def test_specks(tmp_path: Path, drawing: Drawing) -> None:
    drawing.text(72, 200, STUFFED, size=1)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert unseen(document) == [(STUFFED, "tiny", True)]


def test_text_off_the_page(tmp_path: Path, drawing: Drawing) -> None:
    drawing.text(72, -40, STUFFED)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert [(u.text, u.how) for u in document.unseen] == [(STUFFED, "outside")]


def test_a_pale_watermark_hides_nothing(tmp_path: Path, drawing: Drawing) -> None:
    drawing.canvas.setFillGray(0.95)
    drawing.text(100, 400, "内部资料仅供申报使用请勿外传", size=36)
    assert not read(tmp_path, drawing).unseen


def test_a_turned_page_is_judged_as_it_is_seen(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.canvas.translate(842, 0)
    drawing.canvas.rotate(90)
    drawing.canvas.setPageRotation(90)
    drawing.text(72, 100, SHOWN)
    drawing.canvas.setFillGray(1)
    drawing.text(72, 200, STUFFED)
    document = read(tmp_path, drawing)
    assert texts(document) == [SHOWN]
    assert unseen(document) == [(STUFFED, "ink", True)]
