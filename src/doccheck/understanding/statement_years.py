"""Which year a column of a sheet speaks of, and whether it is to be read at all."""

from collections.abc import Sequence
from typing import NamedTuple

from doccheck.understanding.statement_grid import Column
from doccheck.understanding.statement_heads import DECEMBER
from doccheck.understanding.statement_sheets import Sheet

DECEMBER_NOTE = "表头只写到12月，该栏可能仅为当月数"


class Year(NamedTuple):
    """The year that a column speaks of, whether it is the sheet's own, a word of doubt."""

    year: int
    own: bool
    note: str = ""


def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns of figures that a sheet's lines have."""
    return tuple(dict.fromkeys(c for line in sheet.lines for c, _, _ in line.cells))


def sheet_year(sheet: Sheet) -> int | None:
    """Return the year that a sheet speaks of: by its columns, else by the line above them."""
    printed = [
        c.period.year
        for c in columns_of(sheet)
        if c.period.year and c.period.when == "own" and not c.period.partial
    ]
    if printed:
        return max(printed)
    return sheet.stated.year if sheet.stated else None


def year_of(column: Column, beside: Sequence[Column], sheet: Sheet, year: int) -> Year | None:
    """Return which year's figures a column holds, None where it is not to be read.

    `beside` are all columns of its group, `year` the sheet's own year. A balance sheet that is
    not drawn up for the end of December gives its opening column only; an income or cash flow
    statement that spans less than a year gives nothing.
    """
    period = column.period
    if period.when == "ignored" or period.partial:
        return None
    if period.year:
        return Year(period.year, period.year == year)
    part = sheet.stated is not None and sheet.stated.month not in (None, DECEMBER)
    if part and (sheet.kind != "balance" or period.when == "own"):
        return None
    if sheet.kind != "balance" and not period.cumulated and _has_cumulated(column, beside):
        return None
    own = period.when == "own"
    return Year(year if own else year - 1, own, _december(column, sheet))


def _has_cumulated(column: Column, beside: Sequence[Column]) -> bool:
    return any(
        c.period.cumulated and c.period.when == column.period.when and c.scope == column.scope
        for c in beside
    )


def _december(column: Column, sheet: Sheet) -> str:
    """Return a doubt where only `2023年12月` stands above a plain 本期金额."""
    stated = sheet.stated
    doubtful = (
        sheet.kind != "balance"
        and stated is not None
        and stated.month == DECEMBER
        and not (stated.spans or stated.exact or column.period.cumulated)
    )
    return DECEMBER_NOTE if doubtful else ""
