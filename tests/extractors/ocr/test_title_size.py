"""A title's size is that of its width, also where an engine's box round it is too low."""

import numpy as np

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.ocr.pieces import line_pieces

DPI = 144.0  # two pixels a point


def line(text, x0, top, size, high, gap=0.0):
    """A line of print `size` pixels high, `gap` between its letters, in a box `high` pixels."""
    x1 = x0 + len(text) * (size + gap)
    above = (high - size) / 2
    quad = (
        (x0, top - above),
        (x1, top - above),
        (x1, top + size + above),
        (x0, top + size + above),
    )
    return OcrLine(text, 0.99, quad)


def sizes(*lines):
    mask = np.zeros((600, 1200), np.uint8)
    for one in lines:
        (x0, top), (x1, _), (_, bottom), _ = one.quad
        middle = int(top + bottom) // 2
        size = int((x1 - x0) / len(one.text))
        mask[middle - size * 23 // 50 : middle + size * 23 // 50, int(x0) : int(x1)] = 255
    return {p.text: p.size for p in line_pieces(lines, mask, DPI)}


BODY = [line("公司坚持品质立企人才兴企的核心价值观", 100, 300 + 60 * n, 30, 34) for n in range(4)]
TITLE = "某某有限公司供应链协同质量管控实践"


def test_a_large_title_in_a_low_box_is_larger_than_the_text_under_it():
    found = sizes(line(TITLE, 100, 100, 40, 34), *BODY)
    assert found[TITLE] == 20.0
    assert found[BODY[0].text] == 15.0


def test_letters_set_apart_are_no_larger():
    spaced = line("资产负债表附注", 100, 200, 30, 34, gap=30)
    x0, x1 = int(spaced.quad[0][0]), int(spaced.quad[1][0])
    mask = np.zeros((600, 1200), np.uint8)
    mask[201:229, x0:x1] = 255
    [title] = [p for p in line_pieces([spaced, *BODY], mask, DPI) if p.text.startswith("资产")]
    assert title.size < 20
