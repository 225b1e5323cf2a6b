"""Lines of text from runs: by height, then across, split where the gap is wide."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from doccheck.extractors.pdf.glyphs import is_wide
from doccheck.extractors.pdf.runs import Run
from doccheck.model.places import Box

SAME_LINE = 0.4  # of the font size: centres of one line differ by less (other fonts, superscripts)
WIDE_GAP = 0.9  # of the font size: from here on a gap is a column or a tab, not a blank
BLANK_GAP = 0.12  # of the font size: gap between Latin words; letter-spacing stays below
SPREAD_GAP = 6.0  # of the font size: 审　计　报　告 is one title up to such gaps
DASHES = "－—–―"  # nothing in a column of figures: never a letter of a spread word
COVERED = 0.6  # share of a run under another of the same words: drawn twice to look bold


@dataclass(slots=True)
class Segment:
    """A stretch of a line without a wide gap.

    `spread`: it is nothing but single Chinese characters set apart.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    spread: bool = False

    @property
    def box(self) -> Box:
        """Return its rectangle."""
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True, eq=False)
class Line:
    """A line of text: the page it stands on, its segments from left to right.

    `text` has one blank for a wide gap; `size` is that of the longest segment, `bold` that of
    most characters; `runs` are what the segments were made of.
    """

    page: int
    segments: list[Segment]
    box: Box
    text: str
    size: float
    bold: bool
    runs: list[Run] = field(default_factory=list)


def _line(page: int, row: list[Run]) -> Line:
    runs = _without_doubles(sorted(row, key=lambda r: r.x0))
    segments = _segments(runs)
    if len(segments) == 1:
        only = segments[0]
        return Line(page, segments, only.box, only.text, only.size, only.bold, runs)
    box = Box(
        segments[0].x0,
        min(s.top for s in segments),
        max(s.x1 for s in segments),
        max(s.bottom for s in segments),
    )
    text = " ".join(s.text for s in segments)
    bold = 2 * sum(len(s.text) for s in segments if s.bold) > len(text)
    size = max(segments, key=lambda s: len(s.text)).size
    return Line(page, segments, box, text, size, bold, runs)


def build_lines(runs: Iterable[Run], page: int) -> list[Line]:
    """Return the lines that runs form, from top to bottom."""
    rows: list[list[Run]] = []
    centre = 0.0
    for run in sorted(runs, key=lambda r: (r.centre, r.x0)):
        if rows and not run.angle and run.centre - centre <= SAME_LINE * _row_size(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
        longest = run if len(rows[-1]) == 1 else max(rows[-1], key=lambda r: len(r.text))
        centre = longest.centre if not run.angle else float("-inf")
    return [_line(page, row) for row in rows]


def _row_size(row: list[Run], run: Run) -> float:
    return max(min(row[0].size, run.size), 1.0)


def _segments(runs: list[Run]) -> list[Segment]:
    segments: list[Segment] = []
    for run in runs:
        last = segments[-1] if segments else None
        if last and run.x0 - last.x1 < WIDE_GAP * min(last.size, run.size):
            segments[-1] = appended(last, run)
        else:
            segments.append(segment_of(run))
    return spread_joined(segments)


def segment_of(run: Run) -> Segment:
    """Return the segment that a single run makes."""
    box = (run.x0, run.top, run.x1, run.bottom)
    return Segment(run.text, *box, run.size, run.bold, _single(run.text))


def _without_doubles(row: list[Run]) -> list[Run]:
    """Return runs from left to right without those drawn again over the same words."""
    kept: list[Run] = []
    for run in row:
        under = next((k for k in reversed(kept[-3:]) if _covers(k, run)), None)
        if under is None:
            kept.append(run)
        else:
            under.bold = True
    return kept


def _covers(first: Run, second: Run) -> bool:
    shared = min(first.x1, second.x1) - max(first.x0, second.x0)
    if shared <= COVERED * min(first.x1 - first.x0, second.x1 - second.x0):
        return False
    return second.text in first.text


def appended(segment: Segment, run: Run) -> Segment:
    """Return a segment with a run added at its right end."""
    gap = run.x0 - segment.x1
    blank = needs_blank(segment.text, run.text) and gap > BLANK_GAP * min(segment.size, run.size)
    longer = len(run.text) > len(segment.text)
    return Segment(
        text=f"{segment.text}{' ' if blank else ''}{run.text}",
        x0=segment.x0,
        top=min(segment.top, run.top),
        x1=max(segment.x1, run.x1),
        bottom=max(segment.bottom, run.bottom),
        size=run.size if longer else segment.size,
        bold=run.bold if longer else segment.bold,
        spread=segment.spread and _single(run.text),
    )


def _single(text: str) -> bool:
    return len(text) == 1 and is_wide(text) and text not in DASHES


def needs_blank(left: str, right: str) -> bool:
    """Return whether a gap between two pieces of one line is a blank: both sides are Latin."""
    return not (is_wide(left[-1]) or is_wide(right[0]))


def spread_joined(segments: list[Segment]) -> list[Segment]:
    """Return segments with single characters set wide apart joined to one word."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        labelled = len(segment.text) > 1 and segment.text[1] in ":：" and is_wide(segment.text[0])
        if last and last.spread and (segment.spread or labelled) and _near(last, segment):
            run = Run(segment.text, *segment.box, segment.size, segment.bold)
            joined[-1] = replace(appended(last, run), spread=segment.spread)
        else:
            joined.append(segment)
    return joined


def _near(left: Segment, right: Segment) -> bool:
    return right.x0 - left.x1 < SPREAD_GAP * left.size


def usual_size(lines: Iterable[Line]) -> float:
    """Return the font size that most characters have, 0 for no lines."""
    weight: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        weight[size] = weight.get(size, 0) + len(line.text)
    return max(weight, key=lambda s: (weight[s], s), default=0.0)


def usual_pitch(lines: list[Line]) -> float:
    """Return the usual distance from a line to the next on its page, 0 where none follows."""
    steps = [
        b.box.bottom - a.box.bottom
        for a, b in pairwise(lines)
        if a.page == b.page and b.box.bottom > a.box.bottom
    ]
    return median(steps) if steps else 0.0
