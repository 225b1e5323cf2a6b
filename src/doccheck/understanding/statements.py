"""Reading balance sheet, income statement and cash flow statement: every figure, in yuan.

Works on blocks alone, whatever the file's format. A figure that cannot be read exactly is left
out; blank and `-` are no figure. A column that does not speak of a whole year (本月, 2023年1-6月)
is left out as well, but the year's opening column of a balance sheet is the year's before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from doccheck.checks.identities import check_sums
from doccheck.model.dossier import LogicalDocument, StatementItem
from doccheck.model.places import Evidence, Place
from doccheck.text.normalise import clean
from doccheck.understanding.statement_figures import read_figure
from doccheck.understanding.statement_heads import DECEMBER, Scope
from doccheck.understanding.statement_items import UNLISTED, SheetKind
from doccheck.understanding.statement_lines import Read, WholeLine, whole_lines
from doccheck.understanding.statement_notes import NoteFigure, note_figures, scope_of
from doccheck.understanding.statement_rows import Row, rows_of
from doccheck.understanding.statement_sheets import Sheet, sheets_of
from doccheck.understanding.statement_sums import Reader, Role
from doccheck.understanding.statement_years import Year, sheet_year, year_of

T = TypeVar("T")

YUAN = {
    "元": Decimal(1), "千元": Decimal(10**3), "万元": Decimal(10**4), "十万元": Decimal(10**5),
    "百万元": Decimal(10**6), "亿元": Decimal(10**8),
}  # fmt: skip
UNSURE = 0.9  # below CERTAIN: a person looks at what rests on it
FALLBACKS = (
    ("revenue", "total_revenue"),
    ("revenue", "main_revenue"),
    ("operating_cost", "main_cost"),
)
FALLBACK_NOTE = "报表未单列，取“{label}”"
UNIT_NOTE = "该表未写金额单位，按其他报表的“{unit}”换算"
NO_UNIT_NOTE = "报表未写金额单位，暂按元读取"
SURELY_YUAN = Decimal(10**7)  # no applicant has assets of 10 million times 万元
SUM_NOTE = "本栏有数字未能识别，且{says}不成立"
NOTES_NOTE = "附注中主营与其他业务之和与报表不一致"
TWICE_NOTE = "同一项目另有不同数字：{raw}"


@dataclass(frozen=True, slots=True)
class _Context:
    """What a sheet's figures share: document, sheet, its year, its unit, a doubt about the unit."""

    document: LogicalDocument
    sheet: Sheet
    year: int
    unit: str
    note: str


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A cell of a known line that could not be read, or was put together."""

    scope: Scope
    year: int
    part_of: str
    name: str


def read_statements(document: LogicalDocument) -> tuple[StatementItem, ...]:
    """Return every figure of the document's statements that could be read exactly."""
    rows = rows_of(document.blocks)
    sheets = _with_period(sheets_of(rows))
    year = _usual(y for s in sheets if (y := sheet_year(s))) or document.year
    units = {s.unit for s in sheets if s.unit}
    no_unit = "" if units or _is_in_yuan(sheets) else NO_UNIT_NOTE
    items: list[StatementItem] = []
    troubles: list[_Trouble] = []
    reader, last = Reader("balance"), ("", "", 0)
    for sheet in sheets:
        own = sheet_year(sheet) or year
        if own is None:
            continue
        shared = next(iter(units)) if len(units) == 1 and not sheet.unit else ""
        note = UNIT_NOTE.format(unit=shared) if shared not in ("", "元") else no_unit
        context = _Context(document, sheet, own, sheet.unit or shared or "元", note)
        slot = (sheet.kind, sheet.scope, own)
        if slot != last:  # a sheet that goes on over a page goes on in its section
            reader, last = Reader(sheet.kind), slot
        _read_sheet(context, reader, items, troubles)
    named = _with_fallbacks(_once(_told_apart(items)))
    if year is not None:
        named += _from_notes(document, rows, named, year, _usual(units) or "元")
    return tuple(_doubted(named, troubles))


def _with_period(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return sheets, those without a period taking that of a part of the year stated before.

    A quarter's report says 2018年03月31日 once, above its first sheet; the rest is no year either.
    """
    found: list[Sheet] = []
    part = None
    for sheet in sheets:
        if sheet.stated is not None:
            part = sheet.stated if sheet.stated.month not in (None, DECEMBER) else None
        found.append(sheet if sheet.stated or part is None else replace(sheet, stated=part))
    return tuple(found)


def _is_in_yuan(sheets: Sequence[Sheet]) -> bool:
    """Tell by the largest figure that sheets without any unit are in yuan, and not in 万元."""
    texts = (text for s in sheets for line in s.lines for _, text, _ in line.cells)
    return any(abs(read_figure(text).value) >= SURELY_YUAN for text in texts)


def _usual(values: Iterable[T]) -> T | None:
    common = Counter(values).most_common(1)
    return common[0][0] if common else None


# ---- one sheet
def _read_sheet(
    context: _Context, reader: Reader, items: list[StatementItem], troubles: list[_Trouble]
) -> None:
    """Add a sheet's figures, and the cells of it that could not be read."""
    for line in whole_lines(context.sheet.lines, context.sheet.kind):
        role = reader.role(line.label, line.filled)
        if role is None:
            continue
        for cell, year in _of_one_year(line, context):
            scope = cell.column.scope or context.sheet.scope
            if cell.figure.state == "unreadable" or cell.figure.mended:
                troubles.append(_Trouble(scope, year.year, role.part_of, role.name))
            if cell.figure.state == "figure":
                items.append(_item(context, line, role, cell, year))


def _of_one_year(line: WholeLine, context: _Context) -> Iterator[tuple[Read, Year]]:
    """Yield a line's cells with their years; two columns of one year and scope tell nothing."""
    columns = [cell.column for cell in line.cells]
    years = [year_of(c, columns, context.sheet, context.year) for c in columns]
    slots = Counter((y.year, c.scope) for y, c in zip(years, columns, strict=True) if y)
    for cell, year in zip(line.cells, years, strict=True):
        if year and slots[(year.year, cell.column.scope)] == 1:
            yield cell, year


def _item(context: _Context, line: WholeLine, role: Role, cell: Read, year: Year) -> StatementItem:
    unit = cell.column.unit or context.unit
    factor = YUAN[unit]
    label = clean(line.label)
    notes = "；".join(n for n in (year.note, context.note if not cell.column.unit else "") if n)
    place = cell.place or line.place or Place(context.document.file)
    raw = clean(cell.raw)
    evidence = Evidence(
        place, f"{label} {raw}", "table", UNSURE if notes else 1.0, notes, context.document.id
    )
    return StatementItem(
        context.document.id, role.name, label, year.year, cell.figure.value * factor,
        cell.figure.step * factor, raw, evidence, year.own,
        cell.column.scope or context.sheet.scope, role.part_of, role.sign,
        context.sheet.kind, unit,
    )  # fmt: skip


# ---- all sheets
def _told_apart(items: list[StatementItem]) -> list[StatementItem]:
    """Call plain sheets the parent company's where consolidated ones stand beside them."""
    if not any(i.scope == "consolidated" for i in items):
        return items
    return [replace(i, scope="parent") if i.scope == "single" else i for i in items]


def _once(items: list[StatementItem]) -> list[StatementItem]:
    """Keep each figure once; where a second one differs, the first is doubted."""
    kept: dict[tuple[str, str, int, bool, str], StatementItem] = {}
    for n, item in enumerate(items):
        serial = str(n) if item.name == UNLISTED else ""
        slot = (item.name, item.scope, item.year, item.own_year, serial)
        first = kept.setdefault(slot, item)
        if first.value != item.value and not (first.part_of and not item.part_of):
            kept[slot] = _with_doubt(first, TWICE_NOTE.format(raw=item.raw))
    return list(kept.values())


def _from_notes(
    document: LogicalDocument, rows: Sequence[Row], items: list[StatementItem], year: int, unit: str
) -> Iterator[StatementItem]:
    """Yield main and other revenue and cost of the notes, where no statement prints them."""
    known = {(i.name, i.scope, i.year): i for i in items if i.own_year}
    consolidated = any(i.scope == "consolidated" for i in items)
    found: dict[tuple[str, str, int], StatementItem] = {}
    for one in note_figures(rows):
        item = _note_item(document, one, scope_of(one, consolidated), year, unit)
        slot = (item.name, item.scope, item.year)
        if slot not in known and slot not in found:
            found[slot] = item
    for item in found.values():
        yield item if _is_borne_out(item, found, items) else _with_doubt(item, NOTES_NOTE)


def _note_item(
    document: LogicalDocument, one: NoteFigure, scope: Scope, year: int, unit: str
) -> StatementItem:
    own = year if one.period.when == "own" else year - 1
    spoken = one.period.year or own
    factor = YUAN[one.unit or unit]
    label, raw = clean(one.label), clean(one.raw)
    evidence = Evidence(one.place, f"{label} {raw}", "table", document=document.id)
    return StatementItem(
        document.id, one.name, label, spoken, one.figure.value * factor, one.figure.step * factor,
        raw, evidence, spoken == year, scope, sheet="notes", unit=one.unit or unit,
    )  # fmt: skip


def _is_borne_out(
    item: StatementItem,
    notes: dict[tuple[str, str, int], StatementItem],
    items: list[StatementItem],
) -> bool:
    """Tell whether main and other of the notes make up the statement's revenue or cost."""
    kind = "revenue" if item.name.endswith("revenue") else "cost"
    total = "revenue" if kind == "revenue" else "operating_cost"
    whole = [i for i in items if (i.name, i.scope, i.year) == (total, item.scope, item.year)]
    parts = [notes.get((f"{p}_{kind}", item.scope, item.year)) for p in ("main", "other")]
    added = sum((p.value for p in parts if p), Decimal(0))
    step = max(p.step for p in (*parts, *whole) if p)
    return bool(whole) and abs(added - whole[0].value) <= step


def _with_fallbacks(items: list[StatementItem]) -> list[StatementItem]:
    """Add revenue and cost from the nearest line where a statement does not print them alone."""
    found = list(items)
    for name, source in FALLBACKS:
        have = {(i.scope, i.year, i.own_year) for i in found if i.name == name}
        for item in items:
            if item.name == source and (item.scope, item.year, item.own_year) not in have:
                note = FALLBACK_NOTE.format(label=item.label)
                evidence = replace(item.evidence, note=item.evidence.note or note)
                found.append(replace(item, name=name, part_of="", evidence=evidence))
    return found


def _with_doubt(item: StatementItem, note: str) -> StatementItem:
    evidence = item.evidence
    words = f"{evidence.note}；{note}" if evidence.note and note != evidence.note else note
    confidence = min(evidence.confidence, UNSURE)
    return replace(item, evidence=replace(evidence, confidence=confidence, note=words))


def _doubted(items: list[StatementItem], troubles: Sequence[_Trouble]) -> Iterator[StatementItem]:
    """Doubt the figures of a sum that fails where a figure in it was not read or was mended."""
    notes: dict[int, str] = {}
    for one in check_sums(items):
        if one.holds:
            continue
        names = {figure.name for figure in one.figures}
        first = one.total
        for trouble in troubles:
            near = trouble.part_of == one.total.name or trouble.name in names
            if near and (trouble.scope, trouble.year) == (first.scope, first.year):
                notes |= {id(p): SUM_NOTE.format(says=one.says) for p in one.figures}
    for item in items:
        yield _with_doubt(item, notes[id(item)]) if id(item) in notes else item


def statement_kinds(document: LogicalDocument) -> frozenset[SheetKind]:
    """Return which statements stand in a document."""
    return frozenset(s.kind for s in sheets_of(rows_of(document.blocks)) if s.lines)
