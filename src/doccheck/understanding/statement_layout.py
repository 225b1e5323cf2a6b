"""Which columns of a table hold a statement's labels, and which its figures, and of when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from doccheck.understanding import statement_heads as heads
from doccheck.understanding.statement_figures import is_figure, read_figure
from doccheck.understanding.statement_grid import Column, Group, Layout
from doccheck.understanding.statement_heads import Period
from doccheck.understanding.statement_items import is_label
from doccheck.understanding.statement_rows import Entry, Row

ENOUGH_LABELS = 2  # known lines in a column that make it a column of labels, whatever its heading
LONGEST_LINE_NUMBER = 3  # digits of 行次


# ---- layout from headings
def layout_of(header: Sequence[Row], body: Sequence[Row]) -> Layout | None:
    """Return the columns that header rows name, None where they name no column of figures."""
    cols = max(row.cols for row in (*header, *body))
    groups: list[Group] = []
    for start, end, kind, text in _ranges(header, body, cols):
        _place_range(groups, start, end, kind, text)
    kept = tuple(_settled(g, body) for g in groups if g.columns)
    return Layout(cols, kept) if kept else None


def _ranges(
    header: Sequence[Row], body: Sequence[Row], cols: int
) -> Iterator[tuple[int, int, str, str]]:
    """Yield runs of squares under the same headings: start, end, kind, words.

    A heading that is run together with the next one (负债和所有者权益年初余额) gives its period to
    the squares after it.
    """
    start, pending = 0, ""
    covers = [_covering(header, c) for c in range(cols)]
    for c in range(1, cols + 1):
        if c < cols and covers[c] and covers[c] == covers[start]:
            continue
        text = "".join(e.text for e in covers[start]) or pending
        kind, rest = _kind(text, covers[start], start, body), ""
        if kind == "label":
            rest = heads.period_in_label(text)
        yield start, start + 1 if rest else c, kind, text
        if rest and c > start + 1:
            yield start + 1, c, "period", rest
        pending = rest if c == start + 1 else ""
        start = c


def _covering(header: Sequence[Row], col: int) -> tuple[Entry, ...]:
    return tuple(e for row in header for e in row.entries if e.col <= col < e.end)


def _kind(text: str, entries: tuple[Entry, ...], col: int, body: Sequence[Row]) -> str:
    if sum(is_label(e.text) for e in _column(body, col)) >= ENOUGH_LABELS:
        return "label"
    kind: str = heads.heading_kind(text)
    if not kind:
        kinds = [heads.heading_kind(e.text) for e in entries]
        kind = next((k for k in ("label", "period", "number", "amount") if k in kinds), "")
    if not kind and heads.period_of(text):
        kind = "period"
    return kind


def _column(body: Sequence[Row], start: int, end: int | None = None) -> Iterator[Entry]:
    stop = start + 1 if end is None else end
    return (e for row in body for e in row.entries if start <= e.col < stop)


def _place_range(groups: list[Group], start: int, end: int, kind: str, text: str) -> None:
    """Add a run of squares to the groups: columns belong to the labels on their left."""
    last = groups[-1] if groups else None
    if kind == "label":
        if last is None or last.columns:
            groups.append(Group(start, end))
        else:
            groups[-1] = replace(last, end=end)
        return
    if last is None:
        if kind in ("period", "amount"):
            groups.append(Group(0, start, (_column_of(start, end, text),)))
        else:
            groups.append(Group(0, end))
        return
    if kind in ("period", "amount"):
        groups[-1] = replace(last, columns=(*last.columns, _column_of(start, end, text)))
    elif kind == "number":
        groups[-1] = replace(last, numbers=last.numbers + 1)
    elif last.columns:
        stretched = replace(last.columns[-1], end=end)
        groups[-1] = replace(last, columns=(*last.columns[:-1], stretched))
    elif not last.numbers:
        groups[-1] = replace(last, end=end)


def _column_of(start: int, end: int, text: str) -> Column:
    period = heads.period_of(text) or Period("own")
    return Column(start, end, period, heads.scope_of_heading(text), heads.unit_of_heading(text))


def _settled(group: Group, body: Sequence[Row]) -> Group:
    """Take figures that stand just left of their heading's squares into their column."""
    first = group.columns[0]
    if any(is_figure(e.text) for e in _column(body, first.start, first.end)):
        return group
    free = [
        c
        for c in range(group.start + 1, first.start)
        if any(_is_money(e.text) for e in _column(body, c))
    ]
    if not free:
        return group
    moved = replace(first, start=free[0])
    return replace(group, end=min(group.end, free[0]), columns=(moved, *group.columns[1:]))


def _is_money(text: str) -> bool:
    return is_figure(text) and len(text.strip()) > LONGEST_LINE_NUMBER


def is_sound(layout: Layout, body: Sequence[Row]) -> bool:
    """Tell whether the columns fit what stands in them.

    Where a line has two whole figures in one column, or a column stays empty while the next one
    holds two, the headings stand over the wrong squares (tables without rules).
    """
    for group in layout.groups:
        empty = False
        for column in group.columns:
            squares = {e.col for e in _column(body, column.start, column.end) if _is_money(e.text)}
            if (empty and len(squares) > 1) or any(_holds_two(row, column) for row in body):
                return False
            empty = not squares
    return True


def _holds_two(row: Row, column: Column) -> bool:
    texts = [e.text for e in row.entries if column.start <= e.col < column.end]
    whole = [t for t in texts if is_figure(t)]
    return len(whole) > 1 and not is_figure("\n".join(texts))


# ---- layout from another table's
def layout_like(known: Layout, body: Sequence[Row]) -> Layout | None:
    """Return the columns of a table without headings that goes on with another one.

    The same number of columns: the same layout. Else labels and figures are told by what stands
    in the columns, and there must be as many columns of figures as before.
    """
    cols = max(row.cols for row in body)
    if cols == known.cols and _fits(known, body):
        return known
    labels = [c for c in range(cols) if _label_share(body, c)]
    figures = [c for c in range(cols) if c not in labels and _holds_money(body, c)]
    groups: list[Group] = []
    pattern = _patterns(known, len(labels))
    for label, following, group in zip(labels, [*labels[1:], cols], pattern, strict=False):
        own = [c for c in figures if label < c < following]
        if len(own) != len(group.columns):
            return None
        ends = [*own[1:], following]
        columns = tuple(
            replace(column, start=c, end=e)
            for column, c, e in zip(group.columns, own, ends, strict=True)
        )
        groups.append(Group(label, own[0], columns))
    return Layout(cols, tuple(groups)) if groups else None


def _patterns(known: Layout, labels: int) -> tuple[Group, ...]:
    """Return the groups to follow: as many as there are label columns, or the first for each."""
    return known.groups if len(known.groups) >= labels else (known.groups[0],) * labels


def _fits(known: Layout, body: Sequence[Row]) -> bool:
    spots = [e for g in known.groups for e in _column(body, g.start, g.end)]
    return any(not is_figure(e.text) for e in spots)


def _label_share(body: Sequence[Row], col: int) -> bool:
    texts = [e.text for e in _column(body, col)]
    return sum(is_label(t) for t in texts) >= min(ENOUGH_LABELS, max(1, len(body)))


def _holds_money(body: Sequence[Row], col: int) -> bool:
    texts = [e.text for e in _column(body, col)]
    return any(_is_money(t) for t in texts) or (
        bool(texts) and all(read_figure(t).state == "blank" for t in texts)
    )
