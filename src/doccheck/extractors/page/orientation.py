"""Which way up a page is: by how its lines run, then by how surely they are read."""

from collections.abc import Sequence

import numpy as np

from doccheck.extractors.ocr.engine import OcrEngine, OcrLine, Quad, edges
from doccheck.extractors.page.deskew import quarter_turned
from doccheck.extractors.page.pixels import Image

SURE = 0.86  # confidence of a page's words that is not reached upside down
TALL = 1.8  # times as high as wide: such a line runs up or down the page
SAMPLED = 8  # lines tried the other way up
CLEARER = 0.08  # by how much another way up must be read more surely


def turns_needed(image: Image, lines: Sequence[OcrLine], engine: OcrEngine) -> int:
    """Return the clockwise quarter turns that put a page upright, given its lines as it lies."""
    words = [line for line in lines if len(line.text.strip()) > 1]
    if not words:
        return 0
    sideways = sum(runs_down(line.quad) * len(line.text) for line in words)
    total = sum(len(line.text) for line in words)
    lying = 2 * sideways > total
    if not lying and sum(line.confidence * len(line.text) for line in words) > SURE * total:
        return 0
    boxes = sorted(
        (_rectangle(line.quad, image) for line in words if runs_down(line.quad) == lying),
        key=lambda b: -max(b[2] - b[0], b[3] - b[1]),
    )[:SAMPLED]
    scores = {
        turns: _sureness(image, boxes, turns, engine) for turns in ((1, 3) if lying else (0, 2))
    }
    first, second = scores
    if lying:
        return max(scores, key=lambda turns: scores[turns])
    return second if scores[second] > scores[first] + CLEARER else first


def runs_down(quad: Quad) -> bool:
    """Return whether a line runs up or down the page."""
    left, top, right, bottom = edges(quad)
    return bottom - top > TALL * (right - left)


def _rectangle(quad: Quad, image: Image) -> tuple[int, int, int, int]:
    left, top, right, bottom = edges(quad)
    height, width = image.shape[:2]
    return (
        max(0, int(left)),
        max(0, int(top)),
        min(width, int(right) + 1),
        min(height, int(bottom) + 1),
    )


def _sureness(
    image: Image, boxes: Sequence[tuple[int, int, int, int]], turns: int, engine: OcrEngine
) -> float:
    crops = [quarter_turned(image[y0:y1, x0:x1], turns) for x0, y0, x1, y1 in boxes]
    read = engine.texts([np.ascontiguousarray(c) for c in crops if c.size])
    weight = sum(len(text) for text, _ in read)
    return sum(score * len(text) for text, score in read) / weight if weight else 0.0
