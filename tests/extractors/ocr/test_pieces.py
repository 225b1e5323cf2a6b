"""Lines of an engine become pieces with exact edges."""

from dataclasses import replace

import numpy as np

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.ocr.pieces import line_pieces
from doccheck.model.places import UNCONFIRMED

DPI = 144.0  # two pixels a point


def mask(*inked: tuple[int, int, int, int]) -> np.ndarray:
    page = np.zeros((400, 800), np.uint8)
    for x0, y0, x1, y1 in inked:
        page[y0:y1, x0:x1] = 255
    return page


def line(text: str, x0: int, lefts: list[int], x1: int, top: int = 100) -> OcrLine:
    quad = ((x0, top), (x1, top), (x1, top + 32), (x0, top + 32))
    starts = tuple((left - x0) / (x1 - x0) for left in lefts)
    return OcrLine(text, 0.97, quad, starts, (0.97,) * len(text))


def test_edges_are_those_of_the_ink_in_points() -> None:
    [piece] = line_pieces([line("企业", 96, [100, 122], 148)], mask((102, 105, 144, 127)), DPI)
    assert piece.text == "企业"
    assert piece.x0 == 51.0
    assert (piece.top + piece.bottom) / 2 == 58.0


def test_a_tick_where_there_is_no_ink_is_made_up() -> None:
    [piece] = line_pieces([line("☑项目", 76, [78, 100, 122], 148)], mask((100, 105, 142, 127)), DPI)
    assert piece.text == "项目"


def test_a_mark_in_doubt_makes_its_line_doubtful() -> None:
    inked = mask((70, 105, 90, 127), (100, 105, 142, 127))
    box = OcrLine("□是", 0.97, ((66, 100), (148, 100), (148, 132), (66, 132)), (0.1, 0.5), (0.6, 1))
    [piece] = line_pieces([box], inked, DPI)
    assert piece.confidence == 0.6


def test_brackets_alone_are_no_words_to_doubt() -> None:
    [piece] = line_pieces([replace(line("（", 96, [100], 148), confidence=0.5)], mask(), DPI)
    assert piece.confidence == UNCONFIRMED


def test_a_wide_gap_parts_a_line() -> None:
    inked = mask((100, 105, 142, 127), (300, 105, 342, 127))
    pieces = line_pieces([line("单位日期", 96, [100, 122, 300, 322], 348)], inked, DPI)
    assert [p.text for p in pieces] == ["单位", "日期"]


def test_lines_of_one_size_get_one_size() -> None:
    lines, inks = [], []
    for i, width in enumerate((20, 21, 20)):
        lefts = [100 + width * k for k in range(15)]
        lines.append(line("一" * 15, 96, lefts, 100 + width * 15 + 4, 40 + 60 * i))
        inks.append((100, 45 + 60 * i, 100 + width * 15, 67 + 60 * i))
    assert len({p.size for p in line_pieces(lines, mask(*inks), DPI)}) == 1
