"""Readings in documents: doubt and places, cache, troubles."""

from pathlib import Path

import numpy as np
import pytest

from doccheck.extractors.ocr.cache import keep_reading, load_reading, reading_key
from doccheck.extractors.ocr.merge import recognised_picture, with_doubt
from doccheck.extractors.ocr.reading import PageReading, ReadLine, from_json, to_json
from doccheck.model.document import Document, Page, Paragraph, Table
from doccheck.model.files import SourceFile
from doccheck.model.places import CERTAIN, UNCONFIRMED, Box, Place

RULES = tuple(
    side for y in (100.0, 130.0, 160.0) for side in ((50.0, y, 200.0, y), (200.0, y, 500.0, y))
) + tuple(
    side for x in (50.0, 200.0, 500.0) for side in ((x, 100.0, x, 130.0), (x, 130.0, x, 160.0))
)


def picture(reading: PageReading) -> Document:
    return recognised_picture(SOURCE, {1: reading}, (1,))


def words(text: str, x0: float, top: float, sure: float = 0.99) -> ReadLine:
    return ReadLine(text, sure, x0, top, x0 + 12 * len(text), top + 12, 12.0)


def reading(**changes: object) -> PageReading:
    lines = (
        words("质量标杆申报表", 250, 50),
        words("企业名称", 60, 110),
        words("江苏翰辉智能装备有限公司", 210, 110),
        words("法定代表人", 60, 140),
        words("沈建国", 210, 140, 0.71),
    )
    given: dict[str, object] = {
        "width": 595.0, "height": 842.0, "lines": lines, "rules": RULES, "seen": (595.0, 842.0),
    }  # fmt: skip
    return PageReading(**(given | changes))  # type: ignore[arg-type]


SOURCE = SourceFile("a.jpg", Path("a.jpg"), 1, "", "image", "image/jpeg")


def table_of(document: Document) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table))


def test_a_recognised_form_is_a_table_with_doubt_by_cell() -> None:
    document = picture(reading())
    table = table_of(document)
    assert [c.text for c in table.cells] == [
        "企业名称", "江苏翰辉智能装备有限公司", "法定代表人", "沈建国",
    ]  # fmt: skip
    assert CERTAIN <= table.cells[1].confidence <= UNCONFIRMED
    assert table.cells[3].confidence == 0.71
    title = document.blocks[0]
    assert isinstance(title, Paragraph)
    assert title.look.centred
    [page] = document.pages
    assert (page.source, page.recognised, document.unread_pages) == ("scan", True, ())


def test_places_are_those_of_the_page_as_it_lies() -> None:
    moved = (1.0, 0.0, 30.0, 0.0, 1.0, 40.0, 0.0, 0.0, 1.0)
    document = picture(reading(back=moved, seen=(655.0, 922.0)))
    cell = table_of(document).cells[0]
    assert cell.place.box == Box(80.0, 140.0, 230.0, 170.0)
    assert (document.pages[0].width, document.pages[0].height) == (655.0, 922.0)


def test_a_page_that_failed_stays_unread_and_says_why() -> None:
    document = picture(PageReading(595.0, 842.0, failed="识别超时"))
    assert document.unread_pages == (1,)
    assert document.problems == ("第 1 页：识别超时",)


def test_a_blank_page_is_no_unread_page() -> None:
    document = picture(PageReading(595.0, 842.0, blank=True))
    assert document.pages[0].source == "blank"
    assert document.unread_pages == ()


def test_native_documents_are_left_alone() -> None:
    paragraph = Paragraph("原文", Place("a.pdf", 1, Box(0, 0, 9, 9)))
    document = Document("a.pdf", "pdf", (paragraph,), (Page(1, 595, 842),))
    assert with_doubt(document, {}) is document
    assert with_doubt(document, {2: reading()}).blocks == (paragraph,)


def test_a_paragraph_over_two_pages_is_as_sure_as_its_weakest_line() -> None:
    place = Place("a.pdf", 1, Box(0, 0, 100, 20))
    paragraph = Paragraph("前半句后半句", place, end_page=2)
    document = Document("a.pdf", "pdf", (paragraph,), (Page(1, 595, 842), Page(2, 595, 842)))
    first = PageReading(595, 842, (words("前半句", 0, 2),))
    second = PageReading(595, 842, (words("后半句", 0, 2, 0.5),))
    [block] = with_doubt(document, {1: first, 2: second}).blocks
    assert isinstance(block, Paragraph)
    assert block.confidence == 0.5


def test_a_reading_survives_as_text() -> None:
    whole = reading(turns=1, note="画面模糊")
    assert from_json(to_json(whole)) == whole


def test_the_cache_gives_back_what_was_kept(tmp_path: Path) -> None:
    keep_reading(tmp_path, "abc", reading())
    assert load_reading(tmp_path, "abc") == reading()
    assert load_reading(tmp_path, "abd") is None


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"lines": []}'])
def test_a_broken_cache_is_as_none(tmp_path: Path, broken: str) -> None:
    keep_reading(tmp_path, "abc", reading())
    next(tmp_path.rglob("*.json")).write_text(broken, encoding="utf-8")
    assert load_reading(tmp_path, "abc") is None


def test_the_key_tells_pictures_and_engines_apart() -> None:
    image = np.zeros((4, 6, 3), np.uint8)
    keys = {
        reading_key(image, 150.0, "rapidocr", "1"),
        reading_key(image, 150.0, "rapidocr", "2"),
        reading_key(image, 150.0, "tesseract", "1"),
        reading_key(image, 200.0, "rapidocr", "1"),
        reading_key(image.reshape(6, 4, 3), 150.0, "rapidocr", "1"),
        reading_key(image + 1, 150.0, "rapidocr", "1"),
    }
    assert len(keys) == 6


def test_a_page_says_whether_its_sheet_was_cut_out_of_a_photo() -> None:
    (whole,) = picture(reading()).pages
    (photo,) = picture(reading(seen=(864.0, 1152.0))).pages
    assert (whole.cut_out, photo.cut_out) == (False, True)
    assert (photo.width, photo.height) == (864.0, 1152.0)


def test_a_page_that_was_not_read_was_not_cut_out() -> None:
    assert not PageReading(0.0, 0.0, failed="超过时限").cut_out
