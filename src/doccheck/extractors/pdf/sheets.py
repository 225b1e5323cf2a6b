"""Tables without rules: statements whose figures stand in columns.

Figures are set flush right, so a column is where many of them end at the same place; what
stands left of the figures and between them is a label or a note.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from doccheck.extractors.pdf.lines import Line, Segment

FLUSH = 0.7  # of the size: figures of one column end this close together
MIN_FIGURES = 3  # in a column: fewer are figures that happen to stand under one another
MIN_ROWS = 3  # with figures
ROWS_WITHOUT_FIGURES = 4  # headings between two rows with figures (流动资产：)
SAME_ROW = 0.6  # times the usual step: lines nearer than this are one row
LOOSE_ROWS = 3.2  # times the usual step: a wider one ends the sheet
GUTTER = 0.8  # of the size: free stripe between two columns of text
HEAD_LINES = 3  # lines above the first figures that may be the column heads

_FIGURE = re.compile(
    r"[¥￥$]?\s*[（(]?[-－—–+]?\s*(?:\d{1,3}(?:[,，]\s?\d{3})+|\d+)(?:\.\d+)?[)）]?\s*[%％]?|[-－—–]{1,2}|/"
)


@dataclass(slots=True)
class Sheet:
    """An unruled table: rows of cells, a cell the segments that a row has in one column."""

    lines: list[Line]
    rows: list[list[list[Segment]]]
    columns: int


def find_sheets(lines: Sequence[Line]) -> list[Sheet]:
    """Return the sheets among a page's lines, which come from top to bottom."""
    sheets: list[Sheet] = []
    start = 0
    for first, last in _stretches(lines):
        sheet = _sheet(lines, max(first, start), last, start)
        if sheet:
            sheets.append(sheet)
            start = last + 1
    return sheets


def is_figure(text: str) -> bool:
    """Return whether a text is a figure as printed in a statement."""
    return bool(_FIGURE.fullmatch(text))


def _figures(line: Line) -> list[Segment]:
    return [s for s in line.segments if is_figure(s.text)]


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return first and last line of stretches whose lines mostly carry figures."""
    rows = [i for i, line in enumerate(lines) if len(line.segments) > 1 and _figures(line)]
    step = median(
        [lines[b].box.bottom - lines[a].box.bottom for a, b in pairwise(rows) if b == a + 1] or [0]
    )
    stretches: list[tuple[int, int]] = []
    for i in rows:
        last = stretches[-1][1] if stretches else None
        if last is not None and _near(lines, last, i, step):
            stretches[-1] = (stretches[-1][0], i)
        else:
            stretches.append((i, i))
    return stretches


def _near(lines: Sequence[Line], last: int, row: int, step: float) -> bool:
    if row - last - 1 > ROWS_WITHOUT_FIGURES:
        return False
    stretch = lines[last : row + 1]
    if any(_heads(line, lines[last]) for line in stretch[1:-1]):
        return False  # another sheet begins
    return all(b.box.bottom - a.box.bottom <= LOOSE_ROWS * step for a, b in pairwise(stretch))


def _heads(line: Line, row: Line) -> bool:
    """Return whether a line without figures has a text over each figure of a row."""
    if _figures(line):
        return False
    return all(any(s.x0 < f.x1 and f.x0 < s.x1 for s in line.segments) for f in _figures(row))


def _sheet(lines: Sequence[Line], first: int, last: int, start: int) -> Sheet | None:
    body = list(lines[first : last + 1])
    ends = _column_ends(body)
    with_figures = sum(bool(_figures(line)) for line in body)
    if not ends or with_figures < MIN_ROWS:
        return None
    if len(ends) == 1 and with_figures < MIN_ROWS + 1:
        return None
    head = _head(lines, first, ends, start)
    body = list(lines[head : last + 1])
    borders = _borders(body[first - head :], ends)
    rows = [_row(group, borders) for group in _same_rows(body)]
    return Sheet(body, rows, len(borders) + 1)


def _same_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines row by row: a label in two lines stands closely above and below its figures."""
    steps = [b.box.bottom - a.box.bottom for a, b in pairwise(lines)]
    close = SAME_ROW * median(steps or [0])
    rows = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        if step < close:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


@dataclass(slots=True)
class FigureColumn:
    """A column of figures: from where the widest begins to where they all end."""

    left: float
    right: float


def _column_ends(lines: Sequence[Line]) -> list[FigureColumn]:
    figures = sorted((s for line in lines for s in _figures(line)), key=lambda s: s.x1)
    groups: list[list[Segment]] = []
    for figure in figures:
        if groups and figure.x1 - groups[-1][-1].x1 <= FLUSH * figure.size:
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return [
        FigureColumn(min(s.x0 for s in group), max(s.x1 for s in group))
        for group in groups
        if len(group) >= MIN_FIGURES
    ]


def _head(lines: Sequence[Line], first: int, columns: Sequence[FigureColumn], start: int) -> int:
    """Return the line that the column heads begin at: above the figures, over each column."""
    for at in range(first - 1, max(start, first - HEAD_LINES) - 1, -1):
        segments = lines[at].segments
        over = [any(s.x0 < c.right and c.left < s.x1 for s in segments) for c in columns]
        if all(over) and len(segments) > len(columns):
            return at
        if any(over) and len(segments) < 2:
            break
    return first


def _borders(lines: Sequence[Line], columns: Sequence[FigureColumn]) -> list[float]:
    """Return the positions between the columns of figures and the columns of text."""
    texts = [s for line in lines for s in line.segments if not is_figure(s.text)]
    stripes = [(c.left, c.right) for c in columns]
    sides = [float("-inf"), *(c.right for c in columns)]
    starts = [*(c.left for c in columns), float("inf")]
    for left, right in zip(sides, starts, strict=True):
        stripes.extend(_text_stripes([s for s in texts if left < _middle(s) < right]))
    stripes.sort()
    return [(a[1] + b[0]) / 2 for a, b in pairwise(stripes)]


def _text_stripes(texts: Sequence[Segment]) -> list[tuple[float, float]]:
    """Return the columns that texts between two columns of figures stand in, as stripes."""
    stripes: list[list[Segment]] = []
    reach = float("-inf")
    for segment in sorted(texts, key=lambda s: s.x0):
        if segment.x0 - reach > GUTTER * segment.size:
            stripes.append([])
        stripes[-1].append(segment)
        reach = max(reach, segment.x1)
    kept = [s for s in stripes if len(s) > 1] or stripes[:1]
    return [(min(s.x0 for s in group), max(s.x1 for s in group)) for group in kept]


def _row(lines: Sequence[Line], borders: Sequence[float]) -> list[list[Segment]]:
    cells: list[list[Segment]] = [[] for _ in range(len(borders) + 1)]
    for segment in (s for line in lines for s in line.segments):
        anchor = segment.x1 - segment.size / 4 if is_figure(segment.text) else _middle(segment)
        cells[sum(anchor > border for border in borders)].append(segment)
    return cells


def _middle(segment: Segment) -> float:
    return (segment.x0 + segment.x1) / 2
