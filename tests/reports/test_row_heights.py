"""Rows of a workbook are high enough for what is written in them."""

from doccheck.reports.row_heights import HIGHEST, LINE, row_height


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    assert row_height(["短", "字" * 30], [20, 20]) == 3 * LINE


def test_line_breaks_count() -> None:
    assert row_height(["一\n二\n三"], [40]) == 3 * LINE


def test_no_row_is_higher_than_a_spreadsheet_allows() -> None:
    assert row_height(["字" * 30_000], [10]) == HIGHEST
