"""Lines of an engine become pieces with true tick boxes and exact edges."""

import numpy as np

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.ocr.pieces import line_pieces
from doccheck.extractors.page.ticks import TickBox

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
    [piece] = line_pieces([line("企业", 96, [100, 122], 148)], [], mask((102, 105, 144, 127)), DPI)
    assert piece.text == "企业"
    assert piece.x0 == 51.0
    assert (piece.top + piece.bottom) / 2 == 58.0


def test_a_box_that_the_engine_left_out_is_put_in() -> None:
    inked = mask((70, 105, 90, 127), (100, 105, 142, 127))
    solid = TickBox(70, 105, 92, 127, 1.0)
    [piece] = line_pieces([line("是否", 96, [100, 122], 148)], [solid], inked, DPI)
    assert piece.text == "■是否"


def test_a_tick_is_what_its_pixels_say() -> None:
    inked = mask((100, 105, 142, 127))
    ticked = TickBox(99, 105, 121, 127, 0.3)
    [piece] = line_pieces([line("□是", 96, [100, 122], 148)], [ticked], inked, DPI)
    assert piece.text == "☑是"


def test_a_tick_where_there_is_no_ink_is_made_up() -> None:
    [piece] = line_pieces(
        [line("☑项目", 76, [78, 100, 122], 148)], [], mask((100, 105, 142, 127)), DPI
    )
    assert piece.text == "项目"


def test_a_square_character_is_no_box() -> None:
    inked = mask((100, 105, 142, 127))
    square = TickBox(100, 105, 121, 127, 0.4)
    [piece] = line_pieces([line("国有", 96, [100, 122], 148)], [square], inked, DPI)
    assert piece.text == "国有"


def test_a_wide_gap_parts_a_line() -> None:
    inked = mask((100, 105, 142, 127), (300, 105, 342, 127))
    pieces = line_pieces([line("单位日期", 96, [100, 122, 300, 322], 348)], [], inked, DPI)
    assert [p.text for p in pieces] == ["单位", "日期"]


def test_lines_of_one_size_get_one_size() -> None:
    lines, inks = [], []
    for i, width in enumerate((20, 21, 20)):
        lefts = [100 + width * k for k in range(15)]
        lines.append(line("一" * 15, 96, lefts, 100 + width * 15 + 4, 40 + 60 * i))
        inks.append((100, 45 + 60 * i, 100 + width * 15, 67 + 60 * i))
    assert len({p.size for p in line_pieces(lines, [], mask(*inks), DPI)}) == 1
