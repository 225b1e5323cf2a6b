"""Tables without rules: statements whose figures stand in columns.

Figures of one column stand under one another and never reach into the next column; what stands
left of the figures and between them is a label or a note.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from doccheck.extractors.pdf.figures import cut_at_figures, figures_of, is_figure
from doccheck.extractors.pdf.lines import DASHES, Line, Segment

MIN_FIGURES = 3  # in the fullest column: fewer are figures that happen to stand under one another
MIN_ROWS = 3  # with figures
MOST_ASTRAY = 0.1  # share of the figures that may stand across columns, and are not counted
ROWS_WITHOUT_FIGURES = 4  # headings between two rows with figures (流动资产：)
BLANK_ROWS = 14  # lines without amounts between two rows with figures: labels and nothing else
LONGEST_LABEL = 36  # characters
SAME_ROW = 0.6  # times the usual step: lines nearer than this are one row
HALF_STEP = 0.95  # of the size: between figures and the lines of a label in two lines beside them
LABEL_STEP = 1.4  # of the size: the second line of a label stands this near to the first
LOOSE_ROWS = 3.2  # times the usual step: a wider one ends the sheet
GUTTER = 0.8  # of the size: free stripe between two columns of text
SPANNED = 0.4  # of the distance between two headings: the columns under one are nearer
HEAD_LINES = 8  # lines above the first figures that may be the column heads, headings under them


@dataclass(slots=True)
class Sheet:
    """An unruled table: rows of cells, a cell the segments that a row has in one column.

    `spans` are the columns that a heading over several of them reaches, by row and first column.
    """

    lines: list[Line]
    rows: list[list[list[Segment]]]
    columns: int
    spans: dict[tuple[int, int], int]


@dataclass(slots=True)
class Stripe:
    """What a column takes of the page's width."""

    left: float
    right: float


def find_sheets(lines: Sequence[Line]) -> list[Sheet]:
    """Return the sheets among a page's lines, which come from top to bottom."""
    if sum(any(c.isdigit() for c in line.text) for line in lines) < MIN_ROWS:
        return []
    cut = [replace(line, segments=cut_at_figures(line)) for line in lines]
    sheets: list[Sheet] = []
    start = 0
    for first, last in _stretches(cut):
        sheet, end = _sheet(cut, max(first, start), last, start)
        if sheet:
            sheet.lines = list(lines[end - len(sheet.lines) : end])
            sheets.append(sheet)
            start = end
    return sheets


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


def _figures(line: Line) -> list[Segment]:
    return figures_of(line.segments)


def _near(lines: Sequence[Line], last: int, row: int, step: float) -> bool:
    stretch = lines[last : row + 1]
    between = stretch[1:-1]
    labels = all(_is_label(line) for line in between)
    if len(between) > (BLANK_ROWS if labels else ROWS_WITHOUT_FIGURES):
        return False
    if any(_heads(line, lines[last]) for line in between):
        return False  # another sheet begins
    return all(b.box.bottom - a.box.bottom <= LOOSE_ROWS * step for a, b in pairwise(stretch))


def _is_label(line: Line) -> bool:
    """Tell a line that may be the label of a row without amounts."""
    return len(line.text) <= LONGEST_LABEL and not line.text.endswith("。")


def _heads(line: Line, row: Line) -> bool:
    """Return whether a line without figures has a text over each figure of a row."""
    if _figures(line):
        return False
    return all(any(s.x0 < f.x1 and f.x0 < s.x1 for s in line.segments) for f in _figures(row))


def _sheet(lines: Sequence[Line], first: int, last: int, start: int) -> tuple[Sheet | None, int]:
    """Return the sheet that a stretch makes, if any, and the line behind it."""
    body = list(lines[first : last + 1])
    columns = _columns(body)
    with_figures = sum(bool(_figures(line)) for line in body)
    needed = MIN_ROWS if len(columns) > 1 else MIN_ROWS + 1
    if not columns or with_figures < needed:
        return None, first
    head = _head(lines, first, columns, start)
    end = _end(lines, last, columns)
    borders = _borders(body, columns)
    whole = list(lines[head:end])
    rows = [_row(group, borders) for group in _same_rows(whole)]
    spans: dict[tuple[int, int], int] = {}
    if head and (over := _spanning(lines[head - 1], lines[head], columns, borders)):
        whole, rows = [lines[head - 1], *whole], [_spread(over, len(borders) + 1), *rows]
        spans = {(0, cols[0]): len(cols) for cols, _ in over}
    return Sheet(whole, rows, len(borders) + 1, spans), end


def _same_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines row by row: a label in two lines stands closely above and below its figures."""
    steps = [b.box.bottom - a.box.bottom for a, b in pairwise(lines)]
    close = SAME_ROW * median(steps or [0])
    rows = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        if step < close or (step < HALF_STEP * line.size and _beside(rows[-1][-1], line)):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _beside(line: Line, other: Line) -> bool:
    """Tell whether nothing of one line stands over the other: label here, figures there."""
    return not any(a.x0 < b.x1 and b.x0 < a.x1 for a in line.segments for b in other.segments)


# ---- columns
def _columns(lines: Sequence[Line]) -> list[Stripe]:
    """Return the columns of figures: stripes that no figure reaches out of.

    A figure that would join two columns of one line (a date, a number in words) is left out.
    """
    rows = [_figures(line) for line in lines]
    figures = sorted((s for row in rows for s in row), key=lambda s: s.x1 - s.x0)
    for count in range(len(figures), int(len(figures) * (1 - MOST_ASTRAY)) - 1, -1):
        kept = {id(s) for s in figures[:count]}
        groups = _overlapping(figures[:count])
        if all(_apart(groups, [s for s in row if id(s) in kept]) for row in rows):
            full = max((len(g) for g in groups), default=0) >= MIN_FIGURES
            return [_stripe(g) for g in groups] if full else []
    return []


def _overlapping(segments: Sequence[Segment]) -> list[list[Segment]]:
    groups: list[list[Segment]] = []
    reach = float("-inf")
    for segment in sorted(segments, key=lambda s: s.x0):
        if segment.x0 >= reach:
            groups.append([])
        groups[-1].append(segment)
        reach = max(reach, segment.x1)
    return groups


def _apart(groups: Sequence[Sequence[Segment]], row: Sequence[Segment]) -> bool:
    """Tell whether the figures of one line stand in groups of their own, a minus set apart too."""
    own = {id(s) for s in row if s.text not in DASHES}
    return all(sum(id(s) in own for s in group) < 2 for group in groups)


def _stripe(segments: Sequence[Segment]) -> Stripe:
    return Stripe(min(s.x0 for s in segments), max(s.x1 for s in segments))


def _borders(lines: Sequence[Line], columns: Sequence[Stripe]) -> list[float]:
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
        cells[sum(_middle(segment) > border for border in borders)].append(segment)
    return cells


def _middle(segment: Segment) -> float:
    return (segment.x0 + segment.x1) / 2


# ---- what stands above and below the figures
def _head(lines: Sequence[Line], first: int, columns: Sequence[Stripe], start: int) -> int:
    """Return the line that the sheet begins at: its column heads, else its first label."""
    label = first
    for at in range(first - 1, max(start, first - HEAD_LINES) - 1, -1):
        segments = lines[at].segments
        over = [any(s.x0 < c.right and c.left < s.x1 for s in segments) for c in columns]
        if all(over) and len(segments) > len(columns):
            return at
        if any(over) or not _is_near(lines, at) or not _is_label(lines[at]):
            break
        label = at
    return label


def _spanning(
    line: Line, head: Line, columns: Sequence[Stripe], borders: Sequence[float]
) -> list[tuple[list[int], Segment]]:
    """Return the headings of a line that each stand over as many columns (本期 over 合并, 公司)."""
    segments = line.segments
    near = head.box.bottom - line.box.bottom < LOOSE_ROWS * head.size
    if len(segments) < 2 or not near or _figures(line):
        return []
    reach = SPANNED * min(_middle(b) - _middle(a) for a, b in pairwise(segments))
    found = []
    for segment in segments:
        middles = [(c.left + c.right) / 2 for c in columns]
        under = [m for m in middles if abs(m - _middle(segment)) <= reach]
        found.append(([sum(m > border for border in borders) for m in under], segment))
    counts = {len(cols) for cols, _ in found}
    return found if len(counts) == 1 and max(counts) > 1 else []


def _spread(over: Sequence[tuple[list[int], Segment]], columns: int) -> list[list[Segment]]:
    row: list[list[Segment]] = [[] for _ in range(columns)]
    for cols, segment in over:
        row[cols[0]] = [segment]
    return row


def _is_near(lines: Sequence[Line], at: int) -> bool:
    size = max(lines[at].size, lines[at + 1].size)
    return lines[at + 1].box.bottom - lines[at].box.bottom < LOOSE_ROWS * size


def _end(lines: Sequence[Line], last: int, columns: Sequence[Stripe]) -> int:
    """Return the line behind the sheet: the rest of the last label may stand under its figures."""
    after = last + 1
    if after >= len(lines) or len(lines[after].segments) > 1:
        return after
    segment = lines[after].segments[0]
    step = lines[after].box.bottom - lines[last].box.bottom
    free = all(segment.x1 <= c.left or c.right <= segment.x0 for c in columns)
    under = free and step < LABEL_STEP * segment.size and segment.x0 < columns[-1].left
    return after + 1 if under else after
