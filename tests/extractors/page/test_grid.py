"""Rules on a picture become the sides of a clean grid."""

import cv2
import numpy as np

from doccheck.extractors.page.grid import cell_sides, find_cells, rule_mask
from doccheck.extractors.page.light import ink
from doccheck.extractors.pdf.edges import Edge
from doccheck.extractors.pdf.ruled import Grid, find_grids

DPI = 150.0


def ruled(*lines: tuple[int, int, int, int]) -> np.ndarray:
    page = np.full((900, 1200), 255, np.uint8)
    for x0, y0, x1, y1 in lines:
        cv2.line(page, (x0, y0), (x1, y1), 0, 3)
    return page


def grids(page: np.ndarray) -> list[Grid]:
    sides = cell_sides(find_cells(rule_mask(ink(page, DPI), DPI), DPI), DPI)
    return find_grids([Edge(*side) for side in sides], 1)


ROWS = [(100, y, 1000, y) for y in (100, 200, 300, 400)]
COLUMNS = [(x, 100, x, 400) for x in (100, 400, 1000)]


def test_a_plain_table() -> None:
    [grid] = grids(ruled(*ROWS, *COLUMNS))
    assert (len(grid.ys) - 1, len(grid.xs) - 1, len(grid.cells)) == (3, 2, 6)
    assert abs(grid.xs[0] - 48) < 2
    assert abs(grid.ys[-1] - 192) < 2


def test_a_merged_cell_spans_its_columns() -> None:
    [grid] = grids(ruled(*ROWS, (100, 100, 100, 400), (400, 200, 400, 400), (1000, 100, 1000, 400)))
    spans = {(c.row, c.col): (c.row_span, c.col_span) for c in grid.cells}
    assert spans[(0, 0)] == (1, 2)
    assert len(spans) == 5


def test_small_holes_in_rules_are_closed() -> None:
    page = ruled(*ROWS, *COLUMNS)
    page[150:154, 390:410] = 255
    page[195:206, 600:604] = 255
    [grid] = grids(page)
    assert len(grid.cells) == 6


def test_a_slightly_aslant_table_is_read_as_straight() -> None:
    page = ruled(*ROWS, *COLUMNS)
    matrix = cv2.getRotationMatrix2D((600, 450), 0.3, 1.0)
    [grid] = grids(cv2.warpAffine(page, matrix, (1200, 900), borderValue=255))
    assert (len(grid.ys) - 1, len(grid.xs) - 1, len(grid.cells)) == (3, 2, 6)


def test_print_and_a_circle_are_no_table() -> None:
    page = ruled()
    cv2.circle(page, (600, 450), 120, 0, 4)
    for x in range(100, 1000, 30):
        cv2.rectangle(page, (x, 700), (x + 18, 724), 0, 2)
    assert grids(page) == []


def test_an_empty_page_has_no_table() -> None:
    assert grids(ruled()) == []


def test_a_rule_that_a_seal_cut_short_still_parts_two_cells() -> None:
    page = np.full((600, 900), 255, np.uint8)
    for y in (100, 180, 260):
        page[y : y + 3, 100:803] = 0
    for x in (100, 450, 800):
        page[100:263, x : x + 3] = 0
    page[95:110, 440:460] = 255  # the seal's rim went over the rule's end, and was taken out
    page[100:103, 440:460] = 0
    page[172:180, 440:460] = 255
    mask = np.where(page < 128, 255, 0).astype(np.uint8)
    [cells] = find_cells(rule_mask(mask, 150), 150)
    assert len(cells) == 4


def test_a_cell_that_a_seal_cut_in_pieces_is_a_cell() -> None:
    across = [(100, y, 1000, y) for y in (100, 160, 220, 280)]
    down = [(x, 100, x, 280) for x in (100, 400, 700, 1000)]
    rules = rule_mask(ink(ruled(*across, *down), DPI), DPI)
    cv2.line(rules, (400, 160), (700, 100), 255, 6)  # the seal's rim, taken for a rule
    cells = [c for table in find_cells(rules, DPI) for c in table]
    assert len(cells) == 9
    whole = next(c for c in cells if abs(c.x0 - 400) < 8 and c.top < 130)
    assert abs(whole.x1 - 700) < 8


def test_a_cell_over_two_rows_is_no_hole() -> None:
    across = [(100, y, 1000, y) for y in (100, 220)]
    short = [(100, 160, 400, 160), (700, 160, 1000, 160)]
    down = [(x, 100, x, 220) for x in (100, 400, 700, 1000)]
    page = ruled(*across, *short, *down)
    [cells] = find_cells(rule_mask(ink(page, DPI), DPI), DPI)
    assert len(cells) == 5
