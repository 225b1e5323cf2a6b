"""The first look at a page: which of its lines tell what it is, and whether it only goes on.

A page that begins something shows it: by large print, by few lines, by a seal. One that goes on
in the middle of a long text is full of lines of one size. What it goes on with is not said here.
"""

from collections.abc import Sequence
from statistics import median

from doccheck.extractors.ocr.engine import OcrLine, Quad, edges
from doccheck.extractors.page.orientation import runs_down

TOP = 0.25  # of the page's height: titles and running heads stand above
FOOT = 0.9  # of the page's height: page numbers stand below
MOST_READ = 8  # lines at the top that are read
FULL = 14  # lines from which a page is full of text
LARGE = 1.35  # times the usual height: print of another size, or a stamp
FEW_TALL = 0.1  # of the lines: more, and the page lies on its side
SURE = 0.9  # confidence of the lines read: a page that reads worse is no matter for a glance


def telling(quads: Sequence[Quad], height: float) -> list[int]:
    """Return which lines (corners in pixels) of a page so high are to be read at a first look."""
    order = sorted(range(len(quads)), key=lambda i: (_top(quads[i]), quads[i][0][0]))
    top = [i for i in order if _top(quads[i]) < TOP * height][:MOST_READ]
    foot = [i for i in order if _top(quads[i]) > FOOT * height]
    return sorted({*top, *foot})


def goes_on(quads: Sequence[Quad], read: Sequence[OcrLine]) -> bool:
    """Return whether a page is full of lines of one size, and those that were read are clear."""
    if len(quads) < FULL or not read:
        return False
    if sum(runs_down(q) for q in quads) > FEW_TALL * len(quads):
        return False
    heights = [_height(q) for q in quads]
    if max(heights) > LARGE * median(heights):
        return False
    signs = sum(len(line.text) for line in read)
    return sum(line.confidence * len(line.text) for line in read) >= SURE * signs


def _top(quad: Quad) -> float:
    return edges(quad)[1]


def _height(quad: Quad) -> float:
    (_, a), (_, b), (_, c), (_, d) = quad
    return (c + d - a - b) / 2
