"""Statements as they were understood: item by period, in yuan, each figure with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from doccheck.checks.quantities import yuan
from doccheck.model.dossier import StatementItem
from doccheck.reports.json_report import location_dict
from doccheck.reports.places import location_of, place_in_words
from doccheck.text.amounts import plain

SHEETS = {
    "balance": "资产负债表",
    "income": "利润表",
    "cash": "现金流量表",
    "notes": "附注",
    "": "报表",
}
SCOPES = {"single": "", "consolidated": "合并", "parent": "母公司"}

Period = tuple[int, bool]
"""A year, and whether it is the sheet's own or its comparison column."""


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """One sheet: its periods, the latest first, and its rows, figures by period."""

    first: StatementItem
    periods: tuple[Period, ...]
    rows: tuple[dict[Period, StatementItem], ...]

    @property
    def title(self) -> str:
        """Return what the sheet is: `合并资产负债表`."""
        return SCOPES[self.first.scope] + SHEETS[self.first.sheet]


def understood_sheets(items: Iterable[StatementItem]) -> Iterator[UnderstoodSheet]:
    """Yield the sheets that statement items stand on, in order."""
    sheets: dict[tuple[str, str, str], list[StatementItem]] = {}
    for item in items:
        sheets.setdefault((item.document, item.scope, item.sheet), []).append(item)
    for own in sheets.values():
        periods = sorted({(i.year, i.own_year) for i in own}, reverse=True)
        yield UnderstoodSheet(own[0], tuple(periods), tuple(_rows(own)))


def _rows(items: Iterable[StatementItem]) -> Iterator[dict[Period, StatementItem]]:
    """Yield rows; a label that comes twice for one period begins another row."""
    rows: list[tuple[tuple[str, str], dict[Period, StatementItem]]] = []
    for item in items:
        key, period = (item.name, item.label), (item.year, item.own_year)
        row = next((r for k, r in rows if k == key and period not in r), None)
        if row is None:
            rows.append((key, {period: item}))
        else:
            row[period] = item
    yield from (row for _, row in rows)


def sheet_dict(sheet: UnderstoodSheet) -> dict[str, Any]:
    """Return a sheet for JSON."""
    return {
        "document": sheet.first.document,
        "sheet": sheet.first.sheet,
        "scope": sheet.first.scope,
        "unit": sheet.first.unit,
        "periods": [{"year": year, "own_year": own} for year, own in sheet.periods],
        "items": [
            {
                "name": next(iter(row.values())).name,
                "label": next(iter(row.values())).label,
                "figures": [_figure(row[p]) for p in sheet.periods if p in row],
            }
            for row in sheet.rows
        ],
    }


def _figure(item: StatementItem) -> dict[str, Any]:
    note = {"note": item.evidence.note} if item.evidence.note else {}
    return {
        "year": item.year,
        "own_year": item.own_year,
        "value": plain(item.value),
        "raw": item.raw,
        "unit": item.unit,
        "confidence": round(item.evidence.confidence, 4),
        **note,
        "location": location_dict(location_of(item.evidence.place)),
    }


def sheet_lines(sheet: UnderstoodSheet) -> Iterator[str]:
    """Yield a sheet as lines of text, columns parted by tabs, amounts in yuan."""
    unit = f"，原表单位：{sheet.first.unit}" if sheet.first.unit else ""
    yield f"[{sheet.first.document}] {sheet.title}（金额为元{unit}）"
    heads = (f"{year}年{'' if own else '（上年数）'}" for year, own in sheet.periods)
    yield "\t".join(["  项目", *heads, "位置"])
    for row in sheet.rows:
        first = next(iter(row.values()))
        cells = (_printed(row[p]) if p in row else "" for p in sheet.periods)
        place = place_in_words("", location_of(first.evidence.place), "zh")
        yield "\t".join([f"  {first.label}", *cells, place])


def _printed(item: StatementItem) -> str:
    doubt = f"？{item.evidence.note}" if item.evidence.note else ""
    return yuan(item.value, item.step).removesuffix("元") + doubt
