"""A statement in columns: its groups of labels and figures, its rows as lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doccheck.model.places import Place
from doccheck.text.normalise import key
from doccheck.understanding import statement_heads as heads
from doccheck.understanding.statement_figures import is_figure
from doccheck.understanding.statement_heads import Period, Scope
from doccheck.understanding.statement_items import is_label
from doccheck.understanding.statement_rows import Entry, Row

_MARK = r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．,]?[(（]?[0-9]{0,2}[)）]?"
NOTE_MARK = re.compile(_MARK)
"""The number of a note: 五、3, （一）, 七.12."""
REFERENCE = re.compile(rf"[0-9]{{0,3}}\s*(?:{_MARK})?")
"""行次, 附注 or both, where they stand among the labels."""
_NOTED = re.compile(rf"{_MARK}\s+(?P<figure>[-－(（]?[0-9][0-9.,，]*[.．][0-9]{{2}}[)）]?)")
"""A note's number before the figure where their columns run together."""
_OVERFLOW = re.compile(
    r"(?P<tail>[^0-9]*[一-鿿：:）”\"][^0-9]*?)\s*"
    r"(?P<figure>[-－(（]?[0-9][0-9.,，)）]*|[-－—]+)?"
)
"""The end of a label before a figure in the column of figures."""
_SPILL = re.compile(r"(?P<figure>[-－(（]?[0-9][0-9.,，]{3,}[)）]?)\s*(?P<label>[一-鿿（(].*)")
"""A figure, longer than a 行次, before the label on its right."""

Cells = tuple[tuple["Column", str, Place | None], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its squares `start` to `end` (not included), period, scope, unit."""

    start: int
    end: int
    period: Period
    scope: Scope | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Labels and the columns of figures that belong to them; a two-sided sheet has two groups.

    `numbers` counts columns of 行次, `notes` those of 附注 (for lines without squares).
    """

    start: int
    end: int
    columns: tuple[Column, ...] = ()
    numbers: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The groups of a table with `cols` columns (0: told by a line of words, without squares)."""

    cols: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One label and what stands in its columns: text and place, None for a column left empty."""

    label: str
    place: Place | None
    group: int
    cells: Cells


def is_header(row: Row) -> bool:
    """Tell whether a table's row is a row of column headings.

    A label alone is none: 所有者权益： beside an asset without amounts is a line of the sheet.
    """
    kinds = [heads.heading_kind(e.text) for e in row.entries]
    if any(_is_data(e.text) for e in row.entries):
        return False
    periods = kinds.count("period")
    return periods > 1 or ("label" in kinds and (periods > 0 or "amount" in kinds))


def is_subheader(row: Row) -> bool:
    """Tell whether a row under a row of headings goes on with it (合并 | 公司, 余额)."""
    return bool(row.entries) and all(
        heads.heading_kind(e.text) and not _is_data(e.text) and not is_label(e.text)
        for e in row.entries
    )


def _is_data(text: str) -> bool:
    return is_figure(text) and heads.period_of(text) is None


# ---- lines
def lines_of(rows: Sequence[Row], layout: Layout) -> Iterator[Line]:
    """Yield each label of each row with what stands in its columns."""
    for row in rows:
        before: Line | None = None
        for number, group in enumerate(layout.groups):
            line = _line(row, group, number)
            if before is not None:
                before, line = _without_spill(before, line)
                yield from (before,) if _says_something(before) else ()
            before = line
        if before is not None and _says_something(before):
            yield before


def _line(row: Row, group: Group, number: int) -> Line:
    labels = [e for e in row.entries if group.start <= e.col < group.end]
    cells = tuple((c, *_cell(row, c)) for c in group.columns)
    label, cells = _without_overflow(_label(row, labels, group), cells)
    return Line(label, labels[0].place if labels else None, number, cells)


def _says_something(line: Line) -> bool:
    return bool(line.label) or any(text for _, text, _ in line.cells)


def _without_spill(left: Line, right: Line) -> tuple[Line, Line]:
    """Give a figure that is run together with the label on its right back to its empty column."""
    spill = _SPILL.fullmatch(right.label)
    column, text, _ = left.cells[-1]
    if spill is None or text.strip() or not is_figure(spill["figure"]):
        return left, right
    cells = (*left.cells[:-1], (column, spill["figure"], right.place))
    return replace(left, cells=cells), replace(right, label=spill["label"])


def _label(row: Row, labels: Sequence[Entry], group: Group) -> str:
    """Return a row's label, with what of it runs on into the columns of 行次 and 附注."""
    label = "".join(e.text for e in labels if not REFERENCE.fullmatch(e.text.strip()))
    between = [e for e in row.entries if group.end <= e.col < group.columns[0].start]
    if not between or is_label(label):
        return label
    longer = label + "".join(e.text for e in between)
    return longer if is_label(longer) else label


def _without_overflow(label: str, cells: Cells) -> tuple[str, Cells]:
    """Give the end of a long label back to it where it runs into the first column of figures."""
    column, text, place = cells[0]
    overflow = _OVERFLOW.fullmatch(text)
    if overflow is None or _is_whole(label) or NOTE_MARK.fullmatch(text.strip()):
        return label, cells
    return label + overflow["tail"], ((column, overflow["figure"] or "", place), *cells[1:])


def _is_whole(label: str) -> bool:
    """Tell a known label whose brackets are closed: nothing of it runs on."""
    folded = key(label)
    return is_label(label) and folded.count("(") <= folded.count(")")


def _cell(row: Row, column: Column) -> tuple[str, Place | None]:
    inside = [e for e in row.entries if column.start <= e.col < column.end]
    if len(inside) > 1:
        inside = [e for e in inside if not NOTE_MARK.fullmatch(e.text.strip())] or inside
    text = "\n".join(e.text for e in inside)
    noted = _NOTED.fullmatch(text.strip())
    return noted["figure"] if noted else text, inside[0].place if inside else None
