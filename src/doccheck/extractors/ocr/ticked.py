"""Lines with places for ticks: which signs are such places, and which are letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import cv2
import numpy as np

from doccheck.extractors.ocr.bracketed import with_ticks_in_brackets
from doccheck.extractors.ocr.engine import OcrEngine, OcrLine
from doccheck.extractors.ocr.told_anew import (
    NARROW,
    UNSURE,
    USUAL_RATIO,
    Page,
    Part,
    edges,
    told_anew,
)  # fmt: skip
from doccheck.extractors.ocr.words import LOOKALIKES, TICKS
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
ALONE = 0.06  # of the size: white between a box and the print beside it, but for a tick's tail
SURE = 0.9  # confidence of a character that is read by itself
LARGER = 1.2  # of the usual size of a page's print: a line with boxes is hardly larger
FEW = 4  # characters of a line by which the usual step from one to the next is measured
ROOM, SLACK = 1.4, 0.1  # of that step: from here on there is room for a box; how far starts err
LEAST, MOST = 0.5, 1.25  # of the size of print: a box's side
SEEN_LEAST = 0.4  # the same where the engine read a box, or what it takes boxes for
MARGIN = 3  # pixels round a mark that is read by itself
BARE = frozenset("√✓✔")
ROUND_SIGNS = frozenset("○〇◯●◉◎⊙。O0oQ@©®")
FIGURE_MARKS = frozenset(",.%")
BRACKETS = frozenset("()（）[]【】〔〕")
NUMERALS = frozenset("一二三四五六七八九十年零〇○0123456789")
MOUTHS = "出进入人港窗接关户缺路河井海山端插风切胃瓶伤"
"""Characters before 口 with which it makes a word (出口, 接口): then it is no box."""


def ticked_lines(
    image: Image, mask: Image, lines: Sequence[OcrLine], engine: OcrEngine, dpi: float
) -> list[OcrLine]:
    """Return lines, those with places for ticks told anew: □☑■, ○◉●, √ at their true places."""
    page = Page(image, mask, engine)
    own = _owned([*find_boxes(mask, dpi), *find_ovals(mask, dpi)], lines)
    usual = median([_size(line) for line in lines]) if lines else 0.0
    levelled = [
        _levelled(line, marks, LARGER * usual) for line, marks in zip(lines, own, strict=True)
    ]
    true = [
        [m for m in marks if _is_mark(m, line, page)]
        for line, marks in zip(levelled, own, strict=True)
    ]
    circles = [m for marks in true for m in marks if m.shape == "circle"]
    crossed = _owned(crossed_circles(mask, circles), levelled)
    for line, marks, more in zip(levelled, true, crossed, strict=True):
        new = [m for m in more if not any(_same_place(m, known) for known in marks)]
        marks += [m for m in new if _is_mark(m, line, page)]
    return [_line(line, marks, page) for line, marks in zip(levelled, true, strict=True)]


def _same_place(one: TickBox, other: TickBox) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.3 * (one.x1 - one.x0)


def _line(line: OcrLine, marks: list[TickBox], page: Page) -> OcrLine:
    """Return a line with its marks, those in brackets and those without a box among them."""
    line = with_ticks_in_brackets(line, page.mask, _size(line))
    marks = [*marks, *_bare_ticks(line, marks, page.mask)]
    return _told(line, marks, page) if marks else _unconfirmed(line)


def _told(line: OcrLine, marks: Sequence[TickBox], page: Page) -> OcrLine:
    """Return a line told anew; marks that cost it a letter were parts of that letter."""
    new = told_anew(line, marks, page)
    lost = _lost(line, new)
    if not lost:
        return new
    kept = [m for m in marks if _backed(m, line) or not _under(m, line) & set(lost)]
    again = told_anew(line, kept, page) if kept else _unconfirmed(line)
    return again if _lost(line, again).total() < lost.total() else new


def _lost(line: OcrLine, new: OcrLine) -> "Counter[str]":
    """Return the Chinese characters that were surely read and that a new reading lacks."""
    letters = Counter(
        c.text
        for c in _characters(line)
        if _is_chinese(c.text) and c.sure >= SURE and c.text not in LOOKALIKES
    )
    return letters - Counter(new.text)


def _levelled(line: OcrLine, marks: Sequence[TickBox], most: float) -> OcrLine:
    """Return a line no higher than a size of print asks for: a tick's tail makes it too high."""
    if not marks or _size(line) <= most:
        return line
    x0, _, x1, _ = edges(line)
    middle = median([(m.top + m.bottom) / 2 for m in marks])
    top, bottom = middle - most * USUAL_RATIO / 2, middle + most * USUAL_RATIO / 2
    return replace(line, quad=((x0, top), (x1, top), (x1, bottom), (x0, bottom)))


def _owned(marks: Sequence[TickBox], lines: Sequence[OcrLine]) -> list[list[TickBox]]:
    """Return the marks of each line; a mark belongs to the nearest one."""
    own: list[list[TickBox]] = [[] for _ in lines]
    places = [edges(line) for line in lines]
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


# ---- what is a mark


def _is_mark(mark: TickBox, line: OcrLine, page: Page) -> bool:
    """Return whether what looks like a box or circle is one, and no letter."""
    size = _size(line)
    if mark.shape == "oval":
        return True
    if _in_figure(mark, line) or _in_letter(mark, line):
        return False
    backed = bool(_under(mark, line) & (TICKS | LOOKALIKES))
    if not (SEEN_LEAST if backed else LEAST) * size < mark.x1 - mark.x0 < MOST * size:
        return False
    if not _stands_alone(mark, page.mask, line) or _in_word(mark, line):
        return False
    return _backed(mark, line) or _no_letter(mark, line, page)


def _backed(mark: TickBox, line: OcrLine) -> bool:
    """Return whether the engine too read a place for a tick there."""
    signs = _under(mark, line)
    return bool(
        signs & TICKS
        or mark.shape in ("tick", "oval")
        or (mark.shape == "circle" and signs & ROUND_SIGNS)
    )


def _under(mark: TickBox, line: OcrLine) -> set[str]:
    return {c.text for c in _characters(line) if _overlap(c, mark, _size(line)) > 0.5}


def _in_word(mark: TickBox, line: OcrLine) -> bool:
    """Return whether it is the 口 of 出口, the O of ISO, or the zero of 二〇二三."""
    if mark.shape == "circle":
        return _in_number(mark, line) or _in_latin(mark, line)
    at = line.text.find("口")
    return at > 0 and line.text[at - 1] in MOUTHS and "口" in _under(mark, line)


def _in_latin(mark: TickBox, line: OcrLine) -> bool:
    for i, c in enumerate(_characters(line)):
        if c.text in ROUND_SIGNS and c.text.isascii() and _overlap(c, mark, _size(line)) > 0.3:
            beside = line.text[max(0, i - 1) : i] + line.text[i + 1 : i + 2]
            return any(b.isascii() and b.isalnum() for b in beside)
    return False


def _in_figure(mark: TickBox, line: OcrLine) -> bool:
    """Return whether a mark is letters or digits, surely read, of a figure or word: the 83 of 383.

    A circle may be a zero's place all the same: `_in_number` tells that.
    """
    size = _size(line)
    parts = _characters(line)
    under = [i for i, c in enumerate(parts) if _overlap(c, mark, size) > 0.3]
    if mark.shape == "circle" or not under:
        return False
    read = [parts[i] for i in under]
    if not all(_is_of_figure(c.text) and c.sure >= SURE for c in read):
        return False
    beside = line.text[max(0, under[0] - 1) : under[0]] + line.text[under[-1] + 1 : under[-1] + 2]
    return any(c.text.isalnum() for c in read) and any(_is_of_figure(b) for b in beside)


def _in_letter(mark: TickBox, line: OcrLine) -> bool:
    """Return whether a mark lies within a Chinese character that was surely read: the 王 of 现.

    Beside a box that the engine left out, characters stand further apart than elsewhere.
    """
    parts = _characters(line)
    if not line.starts or len(parts) < FEW or mark.shape == "oval":
        return False
    ends = [*(c.x0 for c in parts[1:]), edges(line)[2]]
    usual = median([end - c.x0 for c, end in zip(parts, ends, strict=True)])
    return any(
        _is_chinese(c.text) and c.sure >= SURE and c.text not in LOOKALIKES
        and end - c.x0 < ROOM * usual
        and c.x0 - SLACK * usual <= mark.x0 and mark.x1 <= end + SLACK * usual
        for c, end in zip(parts, ends, strict=True)
    )  # fmt: skip


def _is_of_figure(character: str) -> bool:
    return character in FIGURE_MARKS or (character.isascii() and character.isalnum())


def _no_letter(mark: TickBox, line: OcrLine, page: Page) -> bool:
    """Return whether a mark read by itself is no Chinese character of its line."""
    read, sure = _by_itself(mark, page)
    if sure < SURE or len(read) != 1 or not _is_chinese(read):
        return True
    return read in LOOKALIKES and (read not in line.text or bool(_under(mark, line) & LOOKALIKES))


def _size(line: OcrLine) -> float:
    _, top, _, bottom = edges(line)
    return (bottom - top) / USUAL_RATIO


def _stands_alone(mark: TickBox, mask: Image, line: OcrLine) -> bool:
    """Return whether there is white left of a mark, below it and above its left half."""
    size, head, foot = _size(line), edges(line)[1], edges(line)[3]
    reach = max(1, round(ALONE * size))
    x0, x1, top, bottom = int(mark.x0), int(mark.x1), int(mark.top), int(mark.bottom)
    left = mask[top:bottom, max(0, x0 - reach - 1) : max(0, x0 - 1)]
    below = mask[bottom + 1 : int(max(foot - 0.15 * size, bottom + 1)), x0:x1]
    above = mask[int(head + 0.25 * size) : max(0, top - 2), x0 : (x0 + x1) // 2]  # a tick's tail
    return not (_inked(left) or _inked(below) or _inked(above))


def _inked(part: Image) -> bool:
    return bool(part.size and np.count_nonzero(part) > 0.12 * part.size)


def _in_number(mark: TickBox, line: OcrLine) -> bool:
    """Return whether a circle stands between numerals: the zero of 二〇二三."""
    size = _size(line)
    steps = [(c.text, (c.x0 - mark.x0) / size) for c in _characters(line)]
    before = any(c in NUMERALS for c, step in steps if -1.6 < step < -0.5)
    return before and any(c in NUMERALS for c, step in steps if 0.5 < step < 1.6)


def _by_itself(mark: TickBox, page: Page) -> tuple[str, float]:
    """Return what an engine makes of a mark alone."""
    m = 3
    crop = page.image[
        max(0, int(mark.top) - m) : int(mark.bottom) + m,
        max(0, int(mark.x0) - m) : int(mark.x1) + m,
    ]
    [(text, sure)] = page.engine.texts([np.ascontiguousarray(crop)])
    return text.strip(), sure


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _characters(line: OcrLine) -> list[Part]:
    """Return the characters of a line, about where they stand."""
    x0, _, x1, _ = edges(line)
    widths = [1.0 if ord(c) >= 0x2E80 else NARROW for c in line.text]
    starts = line.starts or tuple(sum(widths[:i]) / (sum(widths) or 1) for i in range(len(widths)))
    sure = line.sureness or (line.confidence,) * len(line.text)
    lefts = [x0 + s * (x1 - x0) for s in starts]
    return [Part(c, x, x, s) for c, x, s in zip(line.text, lefts, sure, strict=True)]


def _overlap(character: Part, box: TickBox, size: float) -> float:
    """Return the share of a character that lies under a box."""
    width = size if ord(character.text) >= 0x2E80 else NARROW * size
    shared = min(character.x0 + width, box.x1) - max(character.x0, box.x0)
    return shared / min(width, box.x1 - box.x0)


def _bare_ticks(line: OcrLine, known: Sequence[TickBox], mask: Image) -> Iterator[TickBox]:
    """Yield the ticks without a box that an engine read, where their ink stands."""
    _, top, _, bottom = edges(line)
    size = (bottom - top) / USUAL_RATIO
    characters = _characters(line)
    for i, sign in enumerate(characters):
        beside = {c.text for c in (*characters[max(0, i - 1) : i], *characters[i + 1 : i + 2])}
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
