"""Lines with places for ticks: which signs are such places, and which are letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from doccheck.extractors.ocr.box_or_letter import (
    backed,
    characters,
    is_mark,
    size_of,
    surely_read,
    under,
)
from doccheck.extractors.ocr.bracketed import with_ticks_in_brackets
from doccheck.extractors.ocr.engine import OcrEngine, OcrLine, edges
from doccheck.extractors.ocr.told_anew import UNSURE, USUAL_RATIO, Page, told_anew
from doccheck.extractors.ocr.words import TICKS
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.ticks import (
    FAINT,
    TICKED,
    TickBox,
    crossed_circles,
    find_boxes,
    find_ovals,
)

ON_LINE = 0.2  # of a line's height: the middle of a box keeps this far from its sides
BESIDE = 1.6  # of a line's height: how far from its line a box stands at most
LARGER = 1.2  # of the usual size of a page's print: a line with boxes is hardly larger
BARE = frozenset("√✓✔")
BRACKETS = frozenset("()（）[]【】〔〕")


def ticked_lines(
    image: Image, mask: Image, lines: Sequence[OcrLine], engine: OcrEngine, dpi: float
) -> list[OcrLine]:
    """Return lines, those with places for ticks told anew: □☑■, ○◉●, √ at their true places."""
    page = Page(image, mask, engine)
    own = _owned([*find_boxes(mask, dpi), *find_ovals(mask, dpi)], lines)
    usual = median([size_of(line) for line in lines]) if lines else 0.0
    levelled = [
        _levelled(line, marks, LARGER * usual) for line, marks in zip(lines, own, strict=True)
    ]
    true = [
        [m for m in marks if is_mark(m, line, page)]
        for line, marks in zip(levelled, own, strict=True)
    ]
    circles = [m for marks in true for m in marks if m.shape == "circle"]
    crossed = _owned(crossed_circles(mask, circles), levelled)
    for line, marks, more in zip(levelled, true, crossed, strict=True):
        new = [m for m in more if not any(_same_place(m, known) for known in marks)]
        marks += [m for m in new if is_mark(m, line, page)]
    return [
        _line(level if marks else line, marks, page)
        for line, level, marks in zip(lines, levelled, true, strict=True)
    ]


def _same_place(one: TickBox, other: TickBox) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.3 * (one.x1 - one.x0)


def _line(line: OcrLine, marks: list[TickBox], page: Page) -> OcrLine:
    """Return a line with its marks, those in brackets and those without a box among them."""
    line = with_ticks_in_brackets(line, page.mask, size_of(line))
    marks = [*marks, *_bare_ticks(line, marks, page.mask)]
    return _told(line, marks, page) if marks else _unconfirmed(line)


def _told(line: OcrLine, marks: Sequence[TickBox], page: Page) -> OcrLine:
    """Return a line told anew; marks that cost it a letter were parts of that letter."""
    new = told_anew(line, marks, page)
    lost = _lost(line, new)
    if not lost:
        return new
    if all(m.shape == "tick" for m in marks):
        return _as_read(line)  # the ink of a tick hangs together with that of a letter
    kept = [m for m in marks if backed(m, line) or not under(m, line) & set(lost)]
    again = told_anew(line, kept, page) if kept else _unconfirmed(line)
    return again if _lost(line, again).total() < lost.total() else new


def _as_read(line: OcrLine) -> OcrLine:
    """Return a line as it was read: whose a tick is cannot be told, but at the line's head."""
    sure = line.sureness or (line.confidence,) * len(line.text)
    told = tuple(
        min(s, UNSURE) if i and c in BARE else s
        for i, (c, s) in enumerate(zip(line.text, sure, strict=True))
    )
    return replace(line, confidence=min(line.confidence, *told), sureness=told)


def _lost(line: OcrLine, new: OcrLine) -> "Counter[str]":
    """Return the Chinese characters that were surely read and that a new reading lacks."""
    letters = Counter(c.text for c in characters(line) if surely_read(c))
    return letters - Counter(new.text)


def _levelled(line: OcrLine, marks: Sequence[TickBox], most: float) -> OcrLine:
    """Return a line no higher than a size of print asks for: a tick's tail makes it too high.

    Print that is as wide as the line is high is large indeed: a title's letters hold boxes too.
    """
    if not marks or size_of(line) <= most or _step(line) >= most:
        return line
    x0, _, x1, _ = edges(line.quad)
    middle = median([(m.top + m.bottom) / 2 for m in marks])
    top, bottom = middle - most * USUAL_RATIO / 2, middle + most * USUAL_RATIO / 2
    return replace(line, quad=((x0, top), (x1, top), (x1, bottom), (x0, bottom)))


def _step(line: OcrLine) -> float:
    """Return how far a line's characters usually stand from one to the next, in pixels."""
    lefts = [c.x0 for c in characters(line) if not c.text.isspace()]
    return median([b - a for a, b in pairwise(lefts)]) if len(lefts) > 1 else 0.0


def _owned(marks: Sequence[TickBox], lines: Sequence[OcrLine]) -> list[list[TickBox]]:
    """Return the marks of each line; a mark belongs to the nearest one."""
    own: list[list[TickBox]] = [[] for _ in lines]
    places = [edges(line.quad) for line in lines]
    for mark in marks:
        middle = (mark.top + mark.bottom) / 2
        near = []
        for i, (x0, top, x1, bottom) in enumerate(places):
            height = bottom - top
            apart = max(0.0, x0 - mark.x1, mark.x0 - x1)
            level = top + ON_LINE * height < middle < bottom - ON_LINE * height
            if level and apart < BESIDE * height and mark.bottom - mark.top < 2 * height:
                near.append((apart, abs(middle - (top + bottom) / 2), i))
        if near:
            own[min(near)[2]].append(mark)
    return own


def _bare_ticks(line: OcrLine, known: Sequence[TickBox], mask: Image) -> Iterator[TickBox]:
    """Yield the ticks without a box that an engine read, where their ink stands."""
    _, top, _, bottom = edges(line.quad)
    size = (bottom - top) / USUAL_RATIO
    parts = characters(line)
    for i, sign in enumerate(parts):
        beside = {c.text for c in (*parts[max(0, i - 1) : i], *parts[i + 1 : i + 2])}
        if sign.text not in BARE or beside & BRACKETS:
            continue
        if any(m.x0 - size < sign.x0 < m.x1 + size / 2 for m in known):
            continue
        found = _strokes(mask, sign.x0 - 0.6 * size, sign.x0 + 1.6 * size, (top, bottom), size)
        assumed = TickBox(sign.x0, top, sign.x0 + size, bottom, (FAINT + TICKED) / 2, "tick")
        yield min(found, key=lambda t: abs(t.x0 - sign.x0), default=assumed)


def _strokes(
    mask: Image, x0: float, x1: float, rows: tuple[float, float], size: float
) -> list[TickBox]:
    """Return slanting strokes of a tick's size in a part of a line."""
    left, upper = max(0, int(x0)), max(0, int(rows[0] - size / 2))
    part = mask[upper : int(rows[1] + size / 4), left : int(x1)]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    found = []
    for i in range(1, len(stats)):
        x, y, w, h, area = (int(v) for v in stats[i])
        if not (0.35 * size < w < 1.6 * size and 0.35 * size < h < 1.8 * size):
            continue
        lower = labels[y + h // 2 : y + h, x : x + w] == i
        # a tick's turn lies left of its middle, near its foot
        foot = float(np.nonzero(lower[-max(1, h // 5) :])[1].mean()) / w if lower.any() else 1.0
        if area < 0.45 * w * h and foot < 0.6:
            a, b = left + x, upper + y
            found.append(TickBox(a, b, a + w, b + h, 1.0, "tick"))
    return found


def _unconfirmed(line: OcrLine) -> OcrLine:
    """Return a line whose boxes no pixels confirm, those in doubt."""
    if not TICKS.intersection(line.text) - BARE:
        return line
    sure = line.sureness or (line.confidence,) * len(line.text)
    weak = tuple(UNSURE if c in TICKS else s for c, s in zip(line.text, sure, strict=True))
    return replace(line, confidence=min(line.confidence, UNSURE), sureness=weak)
