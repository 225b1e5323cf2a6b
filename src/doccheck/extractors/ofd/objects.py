"""What is drawn on an OFD page: words as runs, rules as edges, pictures as drawings."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from doccheck.extractors.ofd.geometry import POINTS, Frame, deltas, numbers
from doccheck.extractors.pdf.edges import Edge
from doccheck.extractors.pdf.glyphs import is_wide
from doccheck.extractors.pdf.objects import Drawing
from doccheck.extractors.pdf.runs import Run
from doccheck.extractors.zipped import local, named
from doccheck.model.places import Box

MAX_OBJECTS = 200_000  # of one page; a dense ledger has some thousands
MAX_DEPTH = 20  # blocks in blocks
THIN = 2.0  # points: a filled shape that is no wider is a rule
BLANK = 0.6  # of the size: gap between characters that ends a run
NARROW = 0.5  # of the size: width of a Latin letter where no steps are given
ASCENT, DESCENT = 0.86, 0.14  # of the size, above and below the baseline
INK = 0.92  # of a character's width that its ink takes: gaps are then those of a PDF
BOLD = 600  # weight from which print is bold
_LOST = re.compile("[\x00-\x08\x0b-\x1f\ufffd\ue000-\uf8ff¤]")
_STEP = re.compile(r"([SMLQBACsmlqbac])|([-+]?[\d.]+(?:[eE][-+]?\d+)?)")

PictureOf = Callable[[str, Box, int], Drawing | None]
"""The picture of a resource, for a box and a place in the order of drawing."""


@dataclass(slots=True)
class Drawn:
    """What a page shows; `lost` characters are glyphs without a code, `seen` all of them."""

    runs: list[Run] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    lost: int = 0
    seen: int = 0
    objects: int = 0


def draw(layer: etree._Element, frame: Frame, into: Drawn, picture: PictureOf) -> None:
    """Add what a layer, block or appearance holds to what its page shows."""
    _draw(layer, frame, into, picture, 0)


def _draw(
    parent: etree._Element, frame: Frame, into: Drawn, picture: PictureOf, depth: int
) -> None:
    for item in parent:
        into.objects += 1
        if into.objects > MAX_OBJECTS or depth > MAX_DEPTH:
            return
        if item.get("Visible", "true").lower() == "false":
            continue
        kind, boundary = local(item), item.get("Boundary", "")
        inner = frame.inner(boundary, item.get("CTM", ""))
        if kind == "TextObject":
            _text(item, inner, into)
        elif kind == "PathObject":
            into.edges.extend(_edges(item, inner))
        elif kind == "ImageObject":
            box = inner.box(0, 0, 1, 1) if item.get("CTM") else _boundary(frame, boundary)
            drawing = picture(item.get("ResourceID", ""), box, into.objects)
            into.drawings.extend([drawing] if drawing else [])
        elif kind in ("Layer", "PageBlock", "Content"):
            _draw(item, frame, into, picture, depth + 1)


def _boundary(frame: Frame, boundary: str) -> Box:
    return frame.box(*(numbers(boundary) + [0.0] * 4)[:4])


def _text(item: etree._Element, frame: Frame, into: Drawn) -> None:
    size = (numbers(item.get("Size")) or [3.5])[0]
    bold = (numbers(item.get("Weight")) or [400])[0] >= BOLD
    stretch = (numbers(item.get("HScale")) or [1.0])[0]
    x = y = 0.0
    for code in named(item, "TextCode"):
        x = (numbers(code.get("X")) or [x])[0]
        y = (numbers(code.get("Y")) or [y])[0]
        text = (code.text or "").replace("\n", "").replace("\r", "")
        into.seen += len(text)
        into.lost += len(_LOST.findall(text))
        letters = list(_letters(text, x, y, size * stretch, code))
        for group in _groups(letters, size):
            into.runs.append(_run(group, frame, size, bold))
    glyphs = sum(len(g.text or "") > 0 for t in named(item, "CGTransform") for g in t)
    if glyphs and not any((c.text or "").strip() for c in named(item, "TextCode")):
        into.lost += 1
        into.seen += 1


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character: left end and baseline in millimetres of its object, and the width of its ink.

    `after_blank` tells that a blank is written before it.
    """

    text: str
    x: float
    y: float
    width: float
    after_blank: bool = False


def _letters(text: str, x: float, y: float, size: float, code: etree._Element) -> Iterator[_Letter]:
    across, down = deltas(code.get("DeltaX")), deltas(code.get("DeltaY"))
    blank = False
    for i, character in enumerate(text):
        width = size if is_wide(character) else size * NARROW
        step = across[i] if i < len(across) else (0.0 if down else width)
        if character.strip():
            ink = min(width * INK, step) if step > 0 else width * INK
            yield _Letter(character, x, y, ink, blank)
        blank = not character.strip()
        x += step
        y += down[i] if i < len(down) else 0.0


def _groups(letters: list[_Letter], size: float) -> Iterator[list[_Letter]]:
    """Cut characters into runs where a gap or a new line lies between them."""
    group: list[_Letter] = []
    for letter in letters:
        if group:
            gap = letter.x - group[-1].x - group[-1].width
            if not -size < gap < BLANK * size or abs(letter.y - group[-1].y) > size / 4:
                yield group
                group = []
        group.append(letter)
    if group:
        yield group


def _run(group: list[_Letter], frame: Frame, size: float, bold: bool) -> Run:
    first, last = group[0], group[-1]
    width = last.x + last.width - first.x
    box = frame.box(first.x, first.y - ASCENT * size, width, size)
    words = [_spelled(group, i) for i in range(len(group))]
    lefts = [frame.point(a.x, a.y)[0] for a, word in zip(group, words, strict=True) for _ in word]
    points = size * frame.scale * POINTS
    text = "".join(words)
    return Run(text, box.x0, box.top, box.x1, box.bottom, points, bold, lefts=lefts)


def _spelled(group: list[_Letter], i: int) -> str:
    """Return a character, with the blank written before it where it parts Latin words."""
    letter = group[i]
    parts = i and letter.after_blank and not (is_wide(group[i - 1].text) or is_wide(letter.text))
    return f" {letter.text}" if parts else letter.text


def _edges(item: etree._Element, frame: Frame) -> Iterator[Edge]:
    """Yield the straight rules of a path; of a thin filled shape its middle line alone."""
    for part in named(item, "AbbreviatedData"):
        lines = list(_lines(part.text or ""))
        points = [frame.point(*p) for line in lines for p in line]
        if not points:
            continue
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if len(lines) > 1 and box[3] - box[1] < THIN:
            middle = (box[1] + box[3]) / 2
            yield Edge(box[0], middle, box[2], middle)
        elif len(lines) > 1 and box[2] - box[0] < THIN:
            middle = (box[0] + box[2]) / 2
            yield Edge(middle, box[1], middle, box[3])
        else:
            yield from _straight(points)


def _straight(points: list[tuple[float, float]]) -> Iterator[Edge]:
    for (x0, y0), (x1, y1) in zip(points[::2], points[1::2], strict=True):
        if abs(y0 - y1) < 0.5 < abs(x0 - x1):
            yield Edge(min(x0, x1), y0, max(x0, x1), y0)
        elif abs(x0 - x1) < 0.5 < abs(y0 - y1):
            yield Edge(x0, min(y0, y1), x0, max(y0, y1))


_Point = tuple[float, float]


def _lines(data: str) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight pieces of a path; curves only move on."""
    start = here = (0.0, 0.0)
    command, waiting = "", list[float]()
    takes = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
    for match in _STEP.finditer(data[: 1 << 20]):
        if match[1]:
            command, waiting = match[1].upper(), []
            if command == "C" and here != start:
                yield here, start
                here = start
            continue
        waiting += numbers(match[2]) or [0.0]
        if len(waiting) < takes.get(command, 1 << 30):
            continue
        point = (waiting[-2], waiting[-1])
        if command == "L":
            yield here, point
        elif command in "SM":
            start = point
        here, waiting = point, []
