"""Lines that end where a seal begins: read again, longer, with the seal's grey made paper."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from doccheck.extractors.ocr.engine import OcrEngine, OcrLine, edges
from doccheck.extractors.page.light import grey
from doccheck.extractors.page.pixels import Image

LONGER = 5.0  # times the line's height: how far beyond its end it is read again
UNFINISHED = re.compile(r"有限(?:责任)?公?$|股份$|会计师事务?$")
"""How a line ends that breaks off in an enterprise's name: the rest of the word must follow."""

FAINT_INK = 0.02  # of that strip where the line ends in the middle of a word
INKED = 0.08  # of the strip right behind a line's end that is inked: the line may go on there
SURE = 0.85  # confidence from which the longer reading is taken
LONG_ENOUGH = 4  # characters: shorter ones are found whole or not at all
SAME_HEIGHT = 0.4  # of the lower line that two lines on one height share; askew they shift
MOST = 12  # lines of one page that are tried again
TAIL = 3  # characters before a line's end that it is read on from, where the whole reads worse
STEP = 2.0  # times the line's height: how far the end of a line is read on at a time
STEPS = 3  # times
TAIL_SURE = 0.95  # confidence from which so short a piece is taken
ONE_SIGHT = 0.85  # the most that what only one way of looking shows is worth
DARK_SHARE = 0.45  # of the way from ink to paper: print is darker, a grey copy of a seal lighter


def grown_lines(
    image: Image, mask: Image, lines: Sequence[OcrLine], engine: OcrEngine
) -> list[OcrLine]:
    """Return the lines, those that go on under a seal's ink as far as they can be read."""
    shades = without_grey(grey(image))
    tried = 0
    grown: list[OcrLine] = []
    for line in lines:
        if tried < MOST and len(line.text) >= LONG_ENOUGH and _goes_on(line, mask, lines):
            tried += 1
            longer = _longer(line, shades, lines, engine)
            if longer is line:
                longer = _read_on(line, (grey(image), shades), mask, lines, engine)
            grown.append(longer)
        else:
            grown.append(line)
    return grown


def without_grey(shades: Image) -> Image:
    """Return a picture in which only what is nearly as dark as print is dark."""
    dark, paper = np.percentile(shades, 0.5), np.percentile(shades, 60)
    middle = dark + DARK_SHARE * (paper - dark)
    spread = max((paper - dark) * 0.25, 1.0)
    stretched = (shades.astype(np.float32) - (middle - spread)) / (2 * spread) * 255.0
    result: Image = np.clip(stretched, 0, 255).astype(np.uint8)
    return result


def _goes_on(line: OcrLine, mask: Image, lines: Sequence[OcrLine]) -> bool:
    """Return whether there is ink behind a line's end that no other line explains."""
    _, top, end, bottom = edges(line.quad)
    height = bottom - top
    if _next(line, lines) - end < height:
        return False
    strip = mask[
        int(top + height / 4) : int(bottom - height / 4), int(end) : int(end + 0.8 * height)
    ]
    least = FAINT_INK if UNFINISHED.search(line.text) else INKED
    return bool(strip.size) and float((strip > 0).mean()) > least


def _next(line: OcrLine, lines: Sequence[OcrLine]) -> float:
    """Return where the next line on the same height begins.

    Boxes of neighbours in narrow cells may overlap by some pixels: what ends further right and
    begins in this line's latter half is behind it all the same.
    """
    x0, top, end, bottom = edges(line.quad)
    behind = [
        left
        for other in lines
        if other is not line
        for left, upper, right, lower in (edges(other.quad),)
        if right > end
        and left > (x0 + end) / 2
        and min(bottom, lower) - max(top, upper) > SAME_HEIGHT * min(bottom - top, lower - upper)
    ]
    return min(behind, default=float("inf"))


def _longer(line: OcrLine, shades: Image, lines: Sequence[OcrLine], engine: OcrEngine) -> OcrLine:
    x0, top, end, bottom = edges(line.quad)
    height = bottom - top
    reach = min(end + LONGER * height, _next(line, lines) - 2, shades.shape[1])
    crop = shades[max(0, int(top)) : int(bottom) + 1, max(0, int(x0)) : int(reach)]
    if not crop.size:
        return line
    [(text, sure)] = engine.texts([np.ascontiguousarray(crop)])
    same = sum(a == b for a, b in zip(text, line.text, strict=False))
    if sure < SURE or len(text) <= len(line.text) or same < 0.8 * len(line.text):
        return line
    text = line.text[:-1] + text[len(line.text) - 1 :]  # its own part was read clearer before
    wide = (end - x0) * len(text) / len(line.text)
    right = min(x0 + wide, reach)
    (a, b, c, d) = line.quad
    quad = (a, (right, b[1]), (right, c[1]), d)
    return replace(
        line, text=text, confidence=min(sure, line.confidence), quad=quad, starts=(), sureness=()
    )


def _read_on(
    line: OcrLine,
    ways: tuple[Image, Image],
    mask: Image,
    lines: Sequence[OcrLine],
    engine: OcrEngine,
) -> OcrLine:
    """Return a line with what stands behind its end, read a few characters at a time.

    `ways` are two pictures of the page, as it is and with greys made paper. What both show alike
    is as sure as the line; what one shows, or the other shows otherwise, is in doubt.
    """
    for _ in range(STEPS):
        x0, top, end, bottom = edges(line.quad)
        height = bottom - top
        reach = min(end + STEP * height, _next(line, lines) - 2, mask.shape[1])
        left = max(0, int(end - TAIL * (end - x0) / len(line.text)))
        if int(reach) <= left:
            return line
        rows = slice(max(0, int(top)), int(bottom) + 1)
        crops = [np.ascontiguousarray(way[rows, left : int(reach)]) for way in ways]
        more = [
            _behind(line.text, text) if sure >= TAIL_SURE else ""
            for text, sure in engine.texts(crops)
        ]
        longest = max(more, key=len)
        if not longest:
            return line
        line = _lengthened(line, longest, reach, 1.0 if more[0] == more[1] else ONE_SIGHT)
        if not _goes_on(line, mask, lines):
            return line
    return line


def _behind(known: str, seen: str) -> str:
    """Return what a reading of a line's end shows behind what is known of it; "" if nothing."""
    at = seen.find(known[-TAIL + 1 :])
    return seen[at + TAIL - 1 :] if 0 <= at < TAIL else ""


def _lengthened(line: OcrLine, more: str, reach: float, sure: float) -> OcrLine:
    x0, _, end, _ = edges(line.quad)
    right = min(x0 + (end - x0) * (len(line.text) + len(more)) / len(line.text), reach)
    (a, b, c, d) = line.quad
    return replace(
        line, text=line.text + more, confidence=min(sure, line.confidence),
        quad=(a, (right, b[1]), (right, c[1]), d), starts=(), sureness=(),
    )  # fmt: skip
