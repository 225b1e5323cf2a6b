"""Words of a trusted page that may not be what is drawn are told; boxes and turns mislead nobody."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from doccheck.extractors.pdf.doubt import UNSURE

from .drawing import Drawing, paragraphs, read

PROSE = "公司的质量管理水平比上年不断提高，产品的合格率达到同行业的先进水平。"
VALUE = "Certificate"


def page_with_value(value: str = VALUE) -> bytes:
    """A page of Chinese prose, and one word in a font that only its map explains."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    drawing = Drawing()
    for i in range(8):
        drawing.text(72, 100 + 40 * i, PROSE, 12)
    drawing.text(72, 500, value, 12, "Vera")
    return drawing.done()


def confidences(tmp_path: Path, content: bytes) -> set[tuple[bool, float]]:
    document = read(tmp_path, content)
    assert [p.source for p in document.pages] == ["native"]
    return {("公司" in p.text, p.confidence) for p in paragraphs(document)}


def test_all_words_with_a_map_are_certain(tmp_path: Path) -> None:
    assert confidences(tmp_path, page_with_value()) == {(True, 1.0), (False, 1.0)}


def test_a_word_mapped_to_private_codes_is_not_relied_on(tmp_path: Path) -> None:
    content = re.sub(rb"<00([2-7][0-9A-F])>", rb"<E0\1>", page_with_value())
    assert confidences(tmp_path, content) == {(True, 1.0), (False, UNSURE)}


@pytest.mark.parametrize(("one", "other"), ["18", "30", "76", "59", "28"])
def test_digits_that_are_drawn_as_others_are_not_relied_on(
    tmp_path: Path, one: str, other: str
) -> None:
    plain = page_with_value(f"{one},{other}{one}5.{other}")
    assert confidences(tmp_path, plain) == {(True, 1.0), (False, 1.0)}
    codes = {
        b"<003%s>" % a.encode(): b"<003%s>" % b.encode() for a, b in (one + other, other + one)
    }
    wrong = re.sub(rb"<003\d>", lambda found: codes.get(found[0], found[0]), plain)
    assert confidences(tmp_path, wrong) == {(True, 1.0), (False, UNSURE)}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_count_from_the_corner_that_is_seen(tmp_path: Path, turn: int) -> None:
    """A cropped page that starts anywhere and is turned: the box is that of the page as seen."""
    drawing = Drawing()
    drawing.text(300, 400, PROSE[:5], 20)  # 300 to 400 across, 382 to 404 down
    with pikepdf.open(io.BytesIO(drawing.done())) as file:
        page = file.pages[0]
        page.MediaBox = [-50, -50, 700, 900]
        page.CropBox = [200, 342, 500, 542]  # 300 × 200 points, its top 300 under the sheet's
        page.Rotate = turn
        out = io.BytesIO()
        file.save(out)
    document = read(tmp_path, out.getvalue())
    upright = turn % 180 == 0
    size = (document.pages[0].width, document.pages[0].height)
    assert size == ((300, 200) if upright else (200, 300))
    if turn == 0:
        box = paragraphs(document)[0].place.box
        assert box is not None
        assert box.x0 == pytest.approx(100, abs=2)
        assert box.top == pytest.approx(82, abs=6)
    for paragraph in paragraphs(document):
        box = paragraph.place.box
        assert box is not None
        assert 0 <= box.x0 < box.x1 <= size[0]
        assert 0 <= box.top < box.bottom <= size[1]
    assert not document.unseen
