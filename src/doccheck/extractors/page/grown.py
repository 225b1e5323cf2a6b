"""Lines that end where a seal begins: read again, longer, with the seal's grey made paper."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from doccheck.extractors.ocr.engine import OcrEngine, OcrLine
from doccheck.extractors.page.light import grey
from doccheck.extractors.page.pixels import Image

LONGER = 5.0  # times the line's height: how far beyond its end it is read again
INKED = 0.08  # of the strip right behind a line's end that is inked: the line may go on there
SURE = 0.85  # confidence from which the longer reading is taken
LONG_ENOUGH = 4  # characters: shorter ones are found whole or not at all
MOST = 12  # lines of one page that are tried again
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
            grown.append(_longer(line, shades, lines, engine))
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


def _edges(line: OcrLine) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in line.quad], [y for _, y in line.quad]
    return min(xs), min(ys), max(xs), max(ys)


def _goes_on(line: OcrLine, mask: Image, lines: Sequence[OcrLine]) -> bool:
    """Return whether there is ink behind a line's end that no other line explains."""
    _, top, end, bottom = _edges(line)
    height = bottom - top
    if _next(line, lines) - end < height:
        return False
    strip = mask[
        int(top + height / 4) : int(bottom - height / 4), int(end) : int(end + 0.8 * height)
    ]
    return bool(strip.size) and float((strip > 0).mean()) > INKED


def _next(line: OcrLine, lines: Sequence[OcrLine]) -> float:
    """Return where the next line on the same height begins."""
    _, top, end, bottom = _edges(line)
    middle = (top + bottom) / 2
    behind = [
        edges[0]
        for other in lines
        if other is not line
        for edges in (_edges(other),)
        if edges[1] < middle < edges[3] and edges[0] > end - 2
    ]
    return min(behind, default=float("inf"))


def _longer(line: OcrLine, shades: Image, lines: Sequence[OcrLine], engine: OcrEngine) -> OcrLine:
    x0, top, end, bottom = _edges(line)
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
