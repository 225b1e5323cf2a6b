"""Figures in a line of text: cutting lines so that each figure is a segment of its own.

In a sheet printed tight, the gap between a figure and the label on its right is no wider than a
blank; what tells them apart is that one is a figure and the other is not.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from doccheck.extractors.pdf.lines import (
    DASHES,
    WIDE_GAP,
    Line,
    Segment,
    appended,
    segment_of,
    spread_joined,
)
from doccheck.extractors.pdf.runs import Run

NARROW_GAP = 0.3  # of the size: a number this near to words that ask for one belongs to them
DASH_WIDTH = 0.35  # of the size: of a Latin minus
SIGN_GAP = 0.22  # of the size: a minus in another font stands this close to its figure

_FIGURE = re.compile(
    r"[¥￥$]?\s*[（(]?[-－—–+]?\s*(?:\d{1,3}(?:[,，]\s?\d{3})+|\d+)(?:\.\d+)?[)）]?\s*[%％]?|[-－—–]{1,2}|/"
)
_SHORT = re.compile(r"\d{1,4}")
_COUNTED = re.compile(r"[年月日号季、.．,:：~至\-]")
"""What goes on with a number on its left: 2023 年, 1、"""
_COUNTS = re.compile(r".*(?:[年月第注表、.．:：A-Za-z至\-]|[（(][一二三四五六七八九十])")
"""What a number on its right belongs to: 五、3, 12 月 31."""
_HEAD = re.compile(r".*(?:[额数日次注]|年度?|[0-9]{2})")
_NEXT_HEAD = re.compile(
    r"期[末初]|年[末初]|上[年期]|本[年期月]|附\s?注|行次|(?:19|20)[0-9]{2}[年.]"
)
_RUN_TOGETHER = re.compile(r"[额数](?:期[末初]|年[末初]|上[年期]|本[年期])")
"""Two headings in letters set apart (期 末 余 额 期 初 余 额) that were joined to one word."""
_BORDER = re.compile(
    r"(?<=\.\d\d)(?=[一-鿿△*])|(?<=\.\d\d[)）])(?=[一-鿿△*])"
    r"|(?<=[一-鿿：])(?=[-－]?\d{1,3}[,，]\d{3})"
    r"|(?<=[额数])(?=期[末初]|年[末初]|上[年期]|本[年期])"
    r"|(?<=^[-－—–])(?=\s*△)|(?<=^[-－—–])(?= [\d(（])|(?<=\d)(?=\s*△)"
    r"|(?<=\d\d)(?= (?:19|20)\d\d[.年])"
)
"""Where a figure touches words: its cents end, or its thousands begin."""


def is_figure(text: str) -> bool:
    """Return whether a text is a figure as printed in a statement."""
    return bool(_FIGURE.fullmatch(text))


def figures_of(segments: Iterable[Segment]) -> list[Segment]:
    """Return the segments that are figures."""
    return [s for s in segments if is_figure(s.text)]


def cut_at_figures(line: Line) -> list[Segment]:
    """Return a line's segments, every figure apart from words and from other figures."""
    if not line.runs:
        return line.segments
    segments: list[Segment] = []
    for run in chain.from_iterable(_pieces(whole) for whole in line.runs):
        last = segments[-1] if segments else None
        if last and _joins(last, run):
            segments[-1] = appended(last, run)
        else:
            segments.append(segment_of(run))
    joined = spread_joined(segments)
    if any(_RUN_TOGETHER.search(s.text) for s in joined):
        return [segment_of(run) for run in line.runs]
    return joined


def _pieces(run: Run) -> Iterator[Run]:
    """Yield a run cut where a figure touches words."""
    cuts = [m.start() for m in _BORDER.finditer(run.text)] if len(run.lefts) > 1 else []
    rest = (run.size, run.bold, run.hidden, run.angle)
    for start, end in zip([0, *cuts], [*cuts, len(run.text)], strict=True):
        x0 = run.lefts[start] if start else run.x0
        x1 = run.lefts[end] if end < len(run.text) else run.x1
        if run.text[start:end] == "-":
            x1 = min(x1, x0 + DASH_WIDTH * run.size)
        lefts = run.lefts[start:end]
        yield Run(run.text[start:end].strip(), x0, run.top, x1, run.bottom, *rest, lefts)


def _joins(last: Segment, run: Run) -> bool:
    """Tell whether a run goes on with the segment on its left."""
    size = min(last.size, run.size)
    gap = run.x0 - last.x1
    if gap >= WIDE_GAP * size:
        return False
    if is_figure(last.text) and is_figure(run.text):
        return last.text in DASHES and run.text not in DASHES and gap < SIGN_GAP * size
    if not is_figure(last.text) and not is_figure(run.text):
        return not (_HEAD.fullmatch(last.text) and _NEXT_HEAD.match(run.text))
    return _belongs(last.text, run.text, gap < NARROW_GAP * size)


def _belongs(left: str, right: str, near: bool) -> bool:
    """Tell whether words and a figure beside each other are one text, or one figure in pieces."""
    if is_figure(left + right) or left[-1] in "（(" or right[0] in "）)":
        return True
    if is_figure(left):
        return near and bool(_SHORT.fullmatch(left) and _COUNTED.match(right))
    return near and bool(_SHORT.fullmatch(right) and _COUNTS.fullmatch(left))
