"""A line with ticks told anew: cut at the marks that its pixels show, each part read by itself.

An engine leaves boxes out, takes them for letters, and tells only roughly where a character
stands: which answer a mark belongs to cannot be seen from its line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from doccheck.extractors.ocr.engine import OcrEngine, OcrLine, edges
from doccheck.extractors.ocr.words import TICKS, cleaned
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.ticks import TickBox

USUAL_RATIO = 1.55  # an engine's line boxes to the size of print
NARROW = 0.55  # of the size: width of a Latin letter or digit
PART_SURE = 0.8  # confidence of a part of a line from which it is believed
SPECK = 0.008  # of the size squared: less ink than a full stop has
APART = 0.6  # of the size: white between two answers
DUST = 0.12  # of the size: narrower ink is no words
UNSURE = 0.6  # confidence of a mark that the pixels leave open
SPACE = 0.45  # of the size: white that parts an answer from the next one's box
NEARER = 0.2  # of the size: by how much a tick without a box must be nearer to its answer
TAIL = 2.6  # of a box's side: how large it is with the tick that leaves it
TAIL_INK = 0.17  # of its square: the ink of a tick outside its box; a letter has more
WHITE = 255


@dataclass(slots=True)
class Part:
    """A mark, or the words between two: text, edges in pixels, confidence."""

    text: str
    x0: float
    x1: float
    sure: float
    mark: TickBox | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What lines are read from: the picture, its ink without rules, the engine."""

    image: Image
    mask: Image
    engine: OcrEngine


@dataclass(frozen=True, slots=True)
class _Strip:
    """A line's part of the page, its marks taken out: picture, ink; where it begins; size."""

    image: Image
    mask: Image
    left: int
    top: int
    size: float
    engine: OcrEngine


def told_anew(line: OcrLine, marks: Sequence[TickBox], page: Page) -> OcrLine:
    """Return a line with its marks at their places and what stands between them."""
    x0, top, x1, bottom = edges(line.quad)
    left, right = min(x0, *(m.x0 for m in marks)), max(x1, *(m.x1 for m in marks))
    strip = _strip(page, marks, (left, top, right, bottom))
    parts: list[Part] = []
    at = left
    for mark in sorted(marks, key=lambda m: m.x0):
        parts += _words(line, (at, mark.x0), strip)
        at = mark.x0 if mark.shape == "oval" else mark.x1
        parts.append(Part(mark.sign, mark.x0, at, 1.0 if mark.clear else UNSURE, mark))
        if mark.shape == "oval":
            parts += _words(line, (mark.x0, mark.x1), strip, in_oval=True)
            at = mark.x1
    parts += _words(line, (at, right), strip)
    return _line(parts, (left, top, right, bottom), strip.size)


def _strip(page: Page, marks: Sequence[TickBox], box: tuple[float, float, float, float]) -> _Strip:
    """Return a line's part of the page with its marks, and ticks' tails, made white."""
    height, width = page.mask.shape
    size = (box[3] - box[1]) / USUAL_RATIO
    room = round(size)
    left, top = max(0, int(box[0]) - room), max(0, int(box[1]))
    right, bottom = min(width, int(box[2]) + room), min(height, int(box[3]) + 1)
    image = page.image[top:bottom, left:right].copy()
    mask = page.mask[top:bottom, left:right].copy()
    gone = np.zeros_like(mask)
    for mark in marks:
        _cover(gone, page.mask, mark, (left, top))
    gone = cv2.dilate(gone, np.ones((3, 3), np.uint8)).astype(np.uint8)
    image[gone > 0] = WHITE
    mask[gone > 0] = 0
    return _Strip(image, _without_specks(mask, size), left, top, size, page.engine)


def _without_specks(mask: Image, size: float) -> Image:
    """Return an ink mask without dust and what a JPEG leaves round strokes."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    kept = np.where(stats[:, cv2.CC_STAT_AREA] >= SPECK * size**2, 255, 0).astype(np.uint8)
    kept[0] = 0
    clean: Image = kept[labels]
    return clean


def _cover(gone: Image, mask: Image, mark: TickBox, origin: tuple[int, int]) -> None:
    """Paint what belongs to a mark: its place and the ink that hangs together with it."""
    left, top = origin
    x0, y0, x1, y1 = int(mark.x0), int(mark.top), int(mark.x1) + 1, int(mark.bottom) + 1
    if mark.shape == "oval":
        centre = ((x0 + x1) // 2 - left, (y0 + y1) // 2 - top)
        cv2.ellipse(gone, centre, ((x1 - x0) // 2 - 1, (y1 - y0) // 2 - 1), 0, 0, 360, 255, 4)
        return
    reach = int(TAIL * max(x1 - x0, y1 - y0))
    a, b = max(0, x0 - reach), max(0, y0 - reach)
    around = mask[b : y1 + reach, a : x1 + reach]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(around, connectivity=8)
    own = labels[y0 - b : y1 - b, x0 - a : x1 - a]
    for i in np.unique(own):
        outside = stats[i][4] - np.count_nonzero(own == i)
        tail = mark.shape == "tick" or outside <= TAIL_INK * (x1 - x0) ** 2
        if i and max(stats[i][2], stats[i][3]) < reach and tail:
            ys, xs = np.nonzero(labels == i)
            ys, xs = ys + b - top, xs + a - left
            inside = (ys >= 0) & (xs >= 0) & (ys < gone.shape[0]) & (xs < gone.shape[1])
            gone[ys[inside], xs[inside]] = 255
    if mark.shape != "tick":
        gone[max(0, y0 - top - 1) : y1 - top + 1, max(0, x0 - left - 1) : x1 - left + 1] = 255


def _words(
    line: OcrLine, across: tuple[float, float], strip: _Strip, in_oval: bool = False
) -> Iterator[Part]:
    """Yield the words between two places of a line, read by themselves."""
    a, b = across[0] - strip.left, across[1] - strip.left
    for start, end in _runs(strip.mask[:, max(0, int(a)) : int(b) + 1], strip.size):
        yield from _run(line, (max(0, int(a)) + start, max(0, int(a)) + end), strip, in_oval)


def _runs(mask: Image, size: float) -> Iterator[tuple[int, int]]:
    """Yield from where to where there is ink, parted where answers are."""
    inked = np.flatnonzero(mask.any(axis=0))
    if not len(inked):
        return
    breaks = np.flatnonzero(np.diff(inked) > APART * size)
    firsts = [inked[0], *(inked[i + 1] for i in breaks)]
    lasts = [*(inked[i] for i in breaks), inked[-1]]
    yield from ((int(a), int(b) + 1) for a, b in zip(firsts, lasts, strict=True))


def _run(line: OcrLine, across: tuple[int, int], strip: _Strip, in_oval: bool) -> Iterator[Part]:
    """Yield the words of a run of ink."""
    ink = (across[0], 0, across[1])
    if ink[2] - ink[0] < DUST * strip.size:
        return
    margin = strip.size / 4
    rows = np.flatnonzero(strip.mask[:, ink[0] : ink[2]].any(axis=1))
    top, bottom = int(max(0, rows[0] - margin)), int(rows[-1] + margin) + 1
    crop = strip.image[top:bottom, max(0, int(ink[0] - margin)) : int(ink[2] + margin) + 1]
    [(read, sure)] = strip.engine.texts([np.ascontiguousarray(crop)])
    text, _, _ = cleaned(read)
    before, its_sure = _read_before(line, (strip.left + ink[0], strip.left + ink[2]))
    if in_oval and its_sure >= PART_SURE:
        text, sure = before, its_sure  # the oval's ink, taken away, may take some of theirs along
    elif _letters(text) == _letters(before):
        sure = max(sure, its_sure)
        text = before if len(before) > len(text) else text  # neither reading sees every comma
    elif len(text) == len(before) and its_sure > sure:
        text, sure = before, its_sure
    elif sure < PART_SURE and before:
        text, sure = before, min(its_sure, sure)
    if text and (sure >= PART_SURE or before):
        yield Part(text, strip.left + ink[0], strip.left + ink[2], sure)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _read_before(line: OcrLine, across: tuple[float, float]) -> tuple[str, float]:
    """Return what an engine read between two places of a line, about, with its confidence."""
    x0, top, x1, bottom = edges(line.quad)
    half = (bottom - top) / USUAL_RATIO / 2
    if not line.starts:
        return "", 0.0
    own = [
        (c, sure)
        for c, start, sure in zip(line.text, line.starts, line.sureness, strict=True)
        if across[0] - half < x0 + start * (x1 - x0) < across[1] and c not in TICKS
    ]
    return "".join(c for c, _ in own).strip(), float(np.mean([s for _, s in own])) if own else 0.0


def _line(parts: list[Part], box: tuple[float, float, float, float], size: float) -> OcrLine:
    left, top, right, bottom = box
    text = ""
    places: list[float] = []
    sure: list[float] = []
    for i, part in enumerate(parts):
        before = parts[i - 1] if i else None
        if before is not None and _parted(before, part, parts, i, size):
            text, places, sure = text + " ", [*places, part.x0], [*sure, part.sure]
        text += part.text
        places += _places(part)
        sure += [part.sure] * len(part.text)
    wide = (right - left) or 1.0
    starts = tuple(min(max((x - left) / wide, 0.0), 1.0) for x in places)
    quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    return OcrLine(text, min(sure, default=0.0), quad, starts, tuple(sure))


def _parted(before: Part, part: Part, parts: list[Part], at: int, size: float) -> bool:
    """Return whether a blank stands between two parts of a line.

    A tick without a box has one on the side of the answer that it does not belong to. Where
    that cannot be told, the tick is in doubt.
    """
    gap = part.x0 - before.x1
    if part.mark is not None and part.mark.shape == "oval":
        return True
    if before.mark is not None and before.mark.shape == "oval":
        return False
    behind = parts[at - 2].mark if at > 1 else None
    if behind is not None and behind.shape == "oval":
        return True
    bare = part if _is_bare(part) else before if _is_bare(before) else None
    if bare is None:
        return gap >= SPACE * size
    here = parts.index(bare)
    if not 0 < here < len(parts) - 1:
        return False
    left = bare.x0 - parts[here - 1].x1
    right = parts[here + 1].x0 - bare.x1
    if abs(left - right) < NEARER * size:
        bare.sure = UNSURE
    return (left > right) == (bare is part)


def _is_bare(part: Part) -> bool:
    return part.mark is not None and part.mark.shape == "tick"


def _places(part: Part) -> list[float]:
    """Return where each character of a part begins, its width shared out among them."""
    widths = [1.0 if ord(c) >= 0x2E80 or part.mark else NARROW for c in part.text]
    unit = (part.x1 - part.x0) / (sum(widths) or 1.0)
    return [part.x0 + unit * sum(widths[:i]) for i in range(len(widths))]
