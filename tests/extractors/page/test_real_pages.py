"""The embedded engine on pages drawn here: as they are, turned, photographed, under a seal."""

from pathlib import Path

import numpy as np
import pytest

from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.merge import recognised_picture
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.page.deskew import quarter_turned
from doccheck.extractors.scanned import read_scan
from doccheck.model.document import Table, walk_paragraphs
from doccheck.model.files import SourceFile
from doccheck.text.normalise import key

from .drawing import DPI, FORM, bgr, draw_form, photographed, seal, turned

SOURCE = SourceFile("a.jpg", Path("a.jpg"), 1, "", "image", "image/jpeg")


def read(image: np.ndarray) -> PageReading:
    return read_scan(image, DPI, load_engine("rapidocr"))


def pairs(reading: PageReading) -> list[tuple[str, str]]:
    document = recognised_picture(SOURCE, {1: reading}, (1,))
    [table] = [b for b in document.blocks if isinstance(b, Table)]
    rows = [[key(c.text) for c in table.cells if c.row == r] for r in range(table.rows)]
    return [(row[0], row[1]) for row in rows]


EXPECTED = [(key(label), key(value)) for label, value in FORM]


def test_a_skewed_scan_of_a_form() -> None:
    reading = read(turned(bgr(draw_form()), 1.2))
    assert pairs(reading) == EXPECTED
    text = "\n".join(
        p.text for p in walk_paragraphs(recognised_picture(SOURCE, {1: reading}, (1,)).blocks)
    )
    assert "质量标杆申报表" in text
    assert "□国有" in text
    assert "■民营" in text
    assert "本单位承诺所提供的材料全部真实有效，愿意承担由此产生的法律责任。" in text


@pytest.mark.parametrize("turns", [1, 2])
def test_a_form_that_lies_on_its_side_or_head(turns: int) -> None:
    reading = read(quarter_turned(bgr(draw_form()), -turns))
    assert reading.turns == turns
    assert pairs(reading) == EXPECTED


def test_a_photo_of_a_form_with_a_seal_on_it() -> None:
    reading = read(photographed(seal(draw_form(), 640, 330)))
    assert pairs(reading) == EXPECTED
    box = next(line for line in reading.lines if key(line.text) == key(FORM[0][0])).box
    seen = reading.on_page(box)
    assert seen.x0 > box.x0 + 20  # the photo shows the table round the sheet
