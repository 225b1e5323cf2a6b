"""A table goes on over a page break, also where a scanner took the next sheet a little aside."""

from itertools import pairwise

import pytest

from doccheck.extractors.pdf.continued import join_continued
from doccheck.extractors.pdf.ruled import Grid, GridCell
from doccheck.model.places import Box


def grid(page: int, xs: list[float], *, pictured: bool = True) -> Grid:
    """One row of cells between column rules."""
    cells = [
        GridCell(0, col, 1, 1, [(page, Box(x0, 60, x1, 780))])
        for col, (x0, x1) in enumerate(pairwise(xs))
    ]
    return Grid(page, Box(xs[0], 60, xs[-1], 780), xs, [60, 780], cells, page, pictured)


def tables(*grids: Grid) -> list[Grid]:
    return join_continued([[g] for g in grids], [[] for _ in grids])[0]


FORM = [54.0, 175.0, 410.0, 527.0]


@pytest.mark.parametrize("aside", [0, 9, -14])
@pytest.mark.parametrize("larger", [1.0, 1.04])
def test_on_pictures_a_sheet_may_lie_aside_and_look_larger(aside: int, larger: float) -> None:
    [table] = tables(grid(1, list(FORM)), grid(2, [x * larger + aside for x in FORM]))
    assert table.end_page == 2
    assert len(table.xs) == len(FORM)


def test_a_long_cell_goes_on_in_a_frame_laid_aside() -> None:
    [table] = tables(grid(1, list(FORM)), grid(2, [61.0, 558.0]))
    assert table.end_page == 2


def test_in_a_digital_file_rules_stand_where_they_stood() -> None:
    upper, lower = grid(1, list(FORM), pictured=False), grid(2, [70, 191, 426, 543], pictured=False)
    assert len(tables(upper, lower)) == 2


@pytest.mark.parametrize("other", [[54, 100, 300, 330], [54, 230, 350, 527], [120, 241, 476, 593]])
def test_another_table_on_the_next_page_is_another_table(other: list[float]) -> None:
    assert len(tables(grid(1, list(FORM)), grid(2, [float(x) for x in other]))) == 2
