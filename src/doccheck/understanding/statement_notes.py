"""Main and other revenue and cost, from the notes to the statements (营业收入和营业成本).

Income statements since 2007 print one figure for revenue; what of it is 主营业务 stands in the
notes only. Nothing else is read from the notes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from doccheck.model.places import Place
from doccheck.understanding import statement_heads as heads
from doccheck.understanding.statement_figures import Figure, is_figure, read_figure
from doccheck.understanding.statement_heads import Period, Scope
from doccheck.understanding.statement_items import read_label
from doccheck.understanding.statement_rows import Entry, Row

_LABELS = {
    "主营业务": ("main_revenue", "main_cost"),
    "主营业务小计": ("main_revenue", "main_cost"),
    "主营业务收入": ("main_revenue", ""),
    "主营业务成本": ("", "main_cost"),
    "其他业务": ("other_revenue", "other_cost"),
    "其他业务小计": ("other_revenue", "other_cost"),
    "其他业务收入": ("other_revenue", ""),
    "其他业务成本": ("", "other_cost"),
    "其他业务支出": ("", "other_cost"),
}
_PARENT_NOTES = re.compile(
    r"母公司(?:财务|会计)?报表(?:主要)?(?:项目)?(?:的)?(?:注释|附注)|公司财务报表主要项目"
)
_ROWS_ABOVE = 4  # rows above a table in which its unit may stand


class Spot(NamedTuple):
    """What a column of such a table holds: the figure's period, revenue or cost (None: either)."""

    col: int
    period: Period
    cost: bool | None


@dataclass(frozen=True, slots=True)
class NoteFigure:
    """A figure of the notes, in the unit printed there (empty: not printed near the table)."""

    name: str
    label: str
    period: Period
    figure: Figure
    raw: str
    place: Place
    unit: str
    parent: bool


def note_figures(rows: Sequence[Row]) -> Iterator[NoteFigure]:
    """Yield main and other revenue and cost from the rows of a document that are its notes."""
    notes, unit, parent = False, "", False
    above: list[Row] = []
    for number, group in groupby(rows, key=lambda r: r.table):
        block = list(group)
        if number is not None and notes:
            stated = next((u for r in above[-_ROWS_ABOVE:] if (u := heads.unit_of(r.text))), unit)
            yield from _figures(block, above[-1:], stated, parent)
        for row in block:
            title = heads.sheet_title(row.text)
            notes = title.kind is None if title else notes
            if notes and number is None:
                unit = heads.unit_of(row.text) or unit
                parent = parent or bool(_PARENT_NOTES.search("".join(row.text.split())))
        above = [*above, *block][-_ROWS_ABOVE:] if number is None else []


def _figures(
    table: Sequence[Row], above: Sequence[Row], unit: str, parent: bool
) -> Iterator[NoteFigure]:
    first = next((n for n, row in enumerate(table) if _names(row)), None)
    if first is None:
        return
    spots = _spots(table[:first], table[first:]) or _spots_of_line(above, table[first])
    for row in table[first:]:
        names = _names(row)
        for spot, entry in _cells(row, spots):
            figure = read_figure(entry.text)
            name = _name(names, spot) if names else ""
            if name and figure.state == "figure" and spot.period.when != "ignored":
                label = row.entries[0].text
                yield NoteFigure(
                    name, label, spot.period, figure, entry.text, entry.place, unit, parent
                )


def _names(row: Row) -> tuple[str, str] | None:
    return _LABELS.get(read_label(row.entries[0].text).words) if row.entries[0].col == 0 else None


def _name(names: tuple[str, str], spot: Spot) -> str:
    """Return what a figure is: by its column's heading, else by its label if that says it all."""
    if spot.cost is not None:
        return names[1] if spot.cost else names[0]
    return "" if all(names) else names[0] or names[1]


def _cells(row: Row, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Entry]]:
    for spot in spots:
        yield from ((spot, e) for e in row.entries if e.col == spot.col)


def _spots(header: Sequence[Row], body: Sequence[Row]) -> list[Spot]:
    """Return the columns by the headings above them, each heading reaching over its squares."""
    cols = sorted({e.col for row in body for e in row.entries if e.col and is_figure(e.text)})
    found = []
    for col in cols:
        text = "".join(e.text for row in header for e in row.entries if e.col <= col < e.end)
        if period := heads.period_of(text):
            found.append(Spot(col, period, _is_cost(text)))
    return found


def _spots_of_line(above: Sequence[Row], row: Row) -> list[Spot]:
    """Return the columns by a line of headings above a table that has none of its own."""
    words = above[-1].text.split()[1:] if above else []
    periods = [heads.period_of(word) for word in words]
    cols = [e.col for e in row.entries[1:]]
    if len(cols) != len(words):
        return []
    return [
        Spot(col, period, _is_cost(word))
        for col, word, period in zip(cols, words, periods, strict=True)
        if period
    ]


def _is_cost(heading: str) -> bool | None:
    if "成本" in heading or "支出" in heading:
        return "收入" not in heading or None
    return False if "收入" in heading else None


def scope_of(figure: NoteFigure, consolidated: bool) -> Scope:
    """Return whose figure it is: notes to parent sheets stand under a heading of their own."""
    if not consolidated:
        return "single"
    return "parent" if figure.parent else "consolidated"
