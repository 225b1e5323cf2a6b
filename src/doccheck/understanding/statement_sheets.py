"""Cutting a document into sheets, and each sheet into lines of labels and figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from doccheck.understanding import statement_heads as heads
from doccheck.understanding.statement_grid import (
    Layout,
    Line,
    is_header,
    is_subheader,
    lines_of,
)
from doccheck.understanding.statement_heads import Scope, Stated, Title
from doccheck.understanding.statement_items import SheetKind, item_of
from doccheck.understanding.statement_layout import is_sound, layout_like, layout_of
from doccheck.understanding.statement_rows import Row
from doccheck.understanding.statement_text import header_layout, text_lines, with_scopes

KINDS: tuple[SheetKind, ...] = ("balance", "income", "cash")
SURE_LINES = 3  # known lines that make a table without title a sheet
TITLE_ENTRIES = 4  # cells of a row that may be a title with date and unit beside it
LONGEST_ABOVE = 120  # characters of a line above a sheet that states period or unit; else prose


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or the part of one that stands under one title.

    `stated` and `unit` are what is printed above it, None and empty where nothing is; `titled`
    tells that a title stands there, and that it is not known by its lines alone.
    """

    kind: SheetKind
    scope: Scope
    stated: Stated | None
    unit: str
    lines: tuple[Line, ...]
    titled: bool = True


@dataclass(slots=True)
class _Titled:
    """Rows under one title; `title` None where there was none."""

    title: Title | None
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _Segment:
    """Rows of one table, or of running text, under one header."""

    header: list[Row]
    body: list[Row]


def sheets_of(rows: Sequence[Row]) -> tuple[Sheet, ...]:
    """Return the sheets that stand in a document's rows, in order."""
    found: list[Sheet] = []
    layout: Layout | None = None
    notes = False
    for titled in _titled(rows):
        notes = notes or (titled.title is not None and titled.title.kind is None and bool(found))
        if titled.title is None and notes:
            continue
        if titled.title is not None and titled.title.kind is None:
            continue
        for sheet, used in _sheets(titled, layout if _goes_on(titled, found) else None):
            layout = used
            found.append(_inheriting(sheet, found[-1] if found else None))
    return tuple(_without_excerpts(found))


def _without_excerpts(found: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield sheets without tables that only quote lines of one that stands there under its title.

    主要财务数据 and 变动情况 before the statements hold some of their lines.
    """
    titled = {sheet.kind for sheet in found if sheet.titled}
    yield from (sheet for sheet in found if sheet.titled or sheet.kind not in titled)


def _goes_on(titled: _Titled, found: list[Sheet]) -> bool:
    """Tell whether a title repeats that of the sheet before it (续, next page)."""
    last = found[-1] if found else None
    return bool(last and titled.title and (last.kind, last.scope) == titled.title)


def _inheriting(sheet: Sheet, last: Sheet | None) -> Sheet:
    if last is None or (last.kind, last.scope) != (sheet.kind, sheet.scope):
        return sheet
    return replace(sheet, stated=sheet.stated or last.stated, unit=sheet.unit or last.unit)


# ---- titles
def _titled(rows: Sequence[Row]) -> list[_Titled]:
    found = [_Titled(None)]
    sheet_name = ""
    for row in rows:
        if row.sheet != sheet_name:
            sheet_name = row.sheet
            found.append(_Titled(heads.sheet_title(sheet_name)))
        title = _title_in(row)
        if title is not None:
            found.append(_Titled(title))
        found[-1].rows.append(row)
    return found


def _title_in(row: Row) -> Title | None:
    if len(row.entries) > TITLE_ENTRIES:
        return heads.sheet_title(row.text) if len(row.text) <= heads.LONGEST_TITLE else None
    texts = [line for e in row.entries for line in e.text.split("\n")]
    found = [t for text in (*texts, row.text) if (t := heads.sheet_title(text)) is not None]
    alone = len(row.entries) == 1  # 附注 over a column of note numbers opens no notes
    return next((t for t in found if alone or t.kind is not None), None)


# ---- segments
def _segments(rows: Sequence[Row]) -> Iterator[_Segment]:
    current = _Segment([], [])
    for row in rows:
        opens = _opens(row)
        before = current.body or current.header
        last = before[-1] if before else None
        if current.header and not current.body and _continues(row, current):
            current.header.append(row)
        elif opens or (last is not None and last.table != row.table):
            yield current
            current = _Segment([row], []) if opens else _Segment([], [row])
        else:
            current.body.append(row)
    yield current


def _opens(row: Row) -> bool:
    return is_header(row) if row.table is not None else header_layout(row.text) is not None


def _continues(row: Row, segment: _Segment) -> bool:
    first = segment.header[0]
    if row.table != first.table:
        return False
    if row.table is not None:
        return is_subheader(row)
    layout = header_layout(first.text)
    return layout is not None and with_scopes(layout, row.text) is not None


def _layout(segment: _Segment, known: Layout | None) -> Layout | None:
    """Return the columns of a segment: by its own header, else as in the one before."""
    if not segment.header:
        if known is None or not segment.body or segment.body[0].table is None:
            return known
        return layout_like(known, segment.body)
    if segment.header[0].table is not None:
        return _grid_layout(segment)
    layout = header_layout(segment.header[0].text)
    if layout is None or len(segment.header) == 1:
        return layout
    return with_scopes(layout, segment.header[1].text)


def _grid_layout(segment: _Segment) -> Layout | None:
    """Return the columns under a table's headings, by their squares, else by their order."""
    layout = layout_of(segment.header, segment.body)
    if layout is None or not segment.body or is_sound(layout, segment.body):
        return layout
    words = header_layout(" ".join(row.text for row in segment.header))
    return layout_like(words, segment.body) if words else None


def _lines(segment: _Segment, layout: Layout) -> tuple[Line, ...]:
    if not segment.body:
        return ()
    if segment.body[0].table is not None:
        return tuple(lines_of(segment.body, layout)) if layout.cols else ()
    return () if layout.cols else tuple(text_lines(segment.body, layout))


# ---- sheets
def _sheets(titled: _Titled, known: Layout | None) -> Iterator[tuple[Sheet, Layout]]:
    """Yield the sheets under one title, each with the layout of its last lines."""
    stated, unit = _above(titled.rows)
    layout = known
    kind = titled.title.kind if titled.title else None
    scope: Scope = titled.title.scope if titled.title else "single"
    for segment in _segments(titled.rows):
        used = _layout(segment, layout)
        if used is None:
            continue
        layout = used
        lines = _lines(segment, used)
        kind = _kind(lines, kind)
        if kind is not None and lines:
            yield Sheet(kind, scope, stated, unit, lines, titled.title is not None), used


def _kind(lines: Sequence[Line], kind: SheetKind | None) -> SheetKind | None:
    """Return what the lines are a sheet of; the title counts unless no line bears it out."""
    votes = {k: sum(item_of(line.label, k) is not None for line in lines) for k in KINDS}
    if kind is not None and votes[kind]:
        return kind
    best = max(KINDS, key=lambda k: votes[k])
    return best if votes[best] >= SURE_LINES else kind


def _above(rows: Sequence[Row]) -> tuple[Stated | None, str]:
    """Return period and unit printed between a title and the headings of columns."""
    stated: Stated | None = None
    unit = ""
    for row in rows:
        if _opens(row):
            break
        if len(row.text) <= LONGEST_ABOVE:
            stated = stated or heads.stated_period(row.text)
            unit = unit or heads.unit_of(row.text)
    return stated, unit
