"""Whether what looks like a place for a tick is one, or a letter: 口, 国, the O of ISO."""

from statistics import median

import numpy as np

from doccheck.extractors.ocr.engine import OcrLine, edges
from doccheck.extractors.ocr.told_anew import NARROW, USUAL_RATIO, Page, Part
from doccheck.extractors.ocr.words import LOOKALIKES, TICKS
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.ticks import SOLID, TickBox

ALONE = 0.06  # of the size: white between a box and the print beside it, but for a tick's tail
SURE = 0.9  # confidence of a character that is read by itself
LETTER_SURE = 0.97  # of 口 and 回 in a line: what engines make of boxes is hardly surer than 0.93
LIKELY = 0.35  # of one that its line bears out, or that is filled: a box is never read as one
FEW = 4  # characters of a line by which the usual step from one to the next is measured
ROOM, SLACK = 1.4, 0.1  # of that step: from here on there is room for a box; how far starts err
LEAST, MOST = 0.5, 1.25  # of the size of print: a box's side
SEEN_LEAST = 0.4  # the same where the engine read a box, or what it takes boxes for
MARGIN = 3  # pixels round a mark that is read by itself
ROUND_SIGNS = frozenset("○〇◯●◉◎⊙。O0oQ@©®")
FIGURE_MARKS = frozenset(",.%")
NUMERALS = frozenset("一二三四五六七八九十年零〇○0123456789")
MOUTHS = "出进入人港窗接关户缺路河井海山端插风切胃瓶伤"
"""Characters before 口 with which it makes a word (出口, 接口): then it is no box."""


def is_mark(mark: TickBox, line: OcrLine, page: Page) -> bool:
    """Return whether what looks like a box or circle is one, and no letter."""
    size = size_of(line)
    if mark.shape == "oval":
        return True
    if _in_figure(mark, line) or _in_letter(mark, line):
        return False
    read = bool(under(mark, line) & (TICKS | LOOKALIKES))
    if not (SEEN_LEAST if read else LEAST) * size < mark.x1 - mark.x0 < MOST * size:
        return False
    if not _stands_alone(mark, page.mask, line) or _in_word(mark, line):
        return False
    return backed(mark, line) or _no_letter(mark, line, page)


def backed(mark: TickBox, line: OcrLine) -> bool:
    """Return whether the engine too read a place for a tick there."""
    signs = under(mark, line)
    return bool(
        signs & TICKS
        or mark.shape in ("tick", "oval")
        or (mark.shape == "circle" and signs & ROUND_SIGNS)
    )


def under(mark: TickBox, line: OcrLine) -> set[str]:
    """Return the characters that an engine read where a mark stands."""
    return {c.text for c in characters(line) if _overlap(c, mark, size_of(line)) > 0.5}


def _in_word(mark: TickBox, line: OcrLine) -> bool:
    """Return whether it is the 口 of 出口, the O of ISO, or the zero of 二〇二三."""
    if mark.shape == "circle":
        return _in_number(mark, line) or _in_latin(mark, line)
    at = line.text.find("口")
    return at > 0 and line.text[at - 1] in MOUTHS and "口" in under(mark, line)


def _in_latin(mark: TickBox, line: OcrLine) -> bool:
    """Return whether a circle is part of a code, an address or a word in Latin letters."""
    parts = characters(line)
    for i, c in enumerate(parts):
        round_sign = c.text in ROUND_SIGNS and c.text.isascii()
        letter = c.text.isascii() and c.text.isalnum() and c.sure >= SURE
        if (round_sign or letter) and _overlap(c, mark, size_of(line)) > 0.3:
            beside = line.text[max(0, i - 1) : i] + line.text[i + 1 : i + 2]
            if any(b.isascii() and b.isalnum() for b in beside):
                return True
    return False


def _in_figure(mark: TickBox, line: OcrLine) -> bool:
    """Return whether a mark is letters or digits, surely read, of a figure or word: the 83 of 383.

    A circle may be a zero's place all the same: `_in_number` tells that.
    """
    size = size_of(line)
    parts = characters(line)
    at = [i for i, c in enumerate(parts) if _overlap(c, mark, size) > 0.3]
    if mark.shape == "circle" or not at:
        return False
    read = [parts[i] for i in at]
    if not all(_is_of_figure(c.text) and c.sure >= SURE for c in read):
        return False
    beside = line.text[max(0, at[0] - 1) : at[0]] + line.text[at[-1] + 1 : at[-1] + 2]
    return any(c.text.isalnum() for c in read) and any(_is_of_figure(b) for b in beside)


def _in_letter(mark: TickBox, line: OcrLine) -> bool:
    """Return whether a mark lies within a Chinese character that was surely read: the 王 of 现.

    Beside a box that the engine left out, characters stand further apart than elsewhere.
    """
    parts = characters(line)
    if not line.starts or len(parts) < FEW or mark.shape == "oval":
        return False
    ends = [*(c.x0 for c in parts[1:]), edges(line.quad)[2]]
    usual = median([end - c.x0 for c, end in zip(parts, ends, strict=True)])
    return any(
        surely_read(c)
        and end - c.x0 < ROOM * usual
        and c.x0 - SLACK * usual <= mark.x0 and mark.x1 <= end + SLACK * usual
        for c, end in zip(parts, ends, strict=True)
    )  # fmt: skip


def _is_of_figure(character: str) -> bool:
    return character in FIGURE_MARKS or (character.isascii() and character.isalnum())


def _no_letter(mark: TickBox, line: OcrLine, page: Page) -> bool:
    """Return whether a mark read by itself is no letter of its line.

    A box filled with ink is read as a sign, a Latin stroke (I, 1) or as nothing; a letter whose
    strokes ran together in a coarse black-and-white scan is still read as some Chinese letter, if
    not surely.
    """
    read, sure = _by_itself(mark, page)
    there = [c for c in characters(line) if _overlap(c, mark, size_of(line)) > 0.3]
    agreed = read in {c.text for c in there}
    letters = [c for c in read if c.isalnum() and c not in LOOKALIKES | ROUND_SIGNS]
    solid = mark.filled >= SOLID
    if solid:
        letters, agreed = [c for c in letters if is_chinese(c)], False
    if letters and (agreed or solid or is_chinese(read)):
        return sure < (LIKELY if agreed or solid else SURE)
    if sure < SURE or not is_chinese(read):
        return True
    if sure >= LETTER_SURE and any(c.text == read and surely_read(c) for c in there):
        return False
    return read in LOOKALIKES and (read not in line.text or bool(under(mark, line) & LOOKALIKES))


def surely_read(character: Part) -> bool:
    """Return whether a Chinese character is one beyond doubt, and no box that an engine misread."""
    least = LETTER_SURE if character.text in LOOKALIKES else SURE
    return is_chinese(character.text) and character.sure >= least


def size_of(line: OcrLine) -> float:
    """Return the size of a line's print in pixels, by its box."""
    _, top, _, bottom = edges(line.quad)
    return (bottom - top) / USUAL_RATIO


def _stands_alone(mark: TickBox, mask: Image, line: OcrLine) -> bool:
    """Return whether there is white left of a mark, below it and above its left half."""
    size, head, foot = size_of(line), edges(line.quad)[1], edges(line.quad)[3]
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
    size = size_of(line)
    steps = [(c.text, (c.x0 - mark.x0) / size) for c in characters(line)]
    before = any(c in NUMERALS for c, step in steps if -1.6 < step < -0.5)
    return before and any(c in NUMERALS for c, step in steps if 0.5 < step < 1.6)


def _by_itself(mark: TickBox, page: Page) -> tuple[str, float]:
    """Return what an engine makes of a mark alone."""
    m = MARGIN
    crop = page.image[
        max(0, int(mark.top) - m) : int(mark.bottom) + m,
        max(0, int(mark.x0) - m) : int(mark.x1) + m,
    ]
    [(text, sure)] = page.engine.texts([np.ascontiguousarray(crop)])
    return text.strip(), sure


def is_chinese(character: str) -> bool:
    """Return whether a character is a Chinese one."""
    return len(character) == 1 and "\u4e00" <= character <= "\u9fff"


def characters(line: OcrLine) -> list[Part]:
    """Return the characters of a line, about where they stand."""
    x0, _, x1, _ = edges(line.quad)
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
