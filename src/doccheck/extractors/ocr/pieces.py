"""From an engine's lines to pieces of lines with exact edges, one size each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from doccheck.extractors.ocr.engine import OcrLine, edges
from doccheck.extractors.ocr.reading import ReadLine
from doccheck.extractors.ocr.words import TICKS, cleaned, figure, word_confidence
from doccheck.extractors.page.light import ink_box
from doccheck.extractors.page.pixels import Image

POINTS = 72.0  # an inch
WIDE_GAP = 1.1  # of the size: from here on a gap between characters parts two pieces
NARROW = 0.55  # of the size: width of a Latin letter or digit
LONG_TEXT = 12  # Chinese characters: the width of such a line tells its size
INK_HEIGHT = 0.92  # of the size: what Chinese characters cover of it
USUAL_RATIO = 1.55  # an engine's line boxes to the size of print
ROUGH_SIZE = 0.27  # the same of short pieces, whose size is measured by their height
OPENING = "“‘（《【〔「『"
MARKS = TICKS | frozenset("○◉●")
IN_DOUBT = 0.6  # confidence of a mark that is no better known
SAME_SIZE = 0.13  # share by which lines of one size are measured apart


@dataclass(slots=True)
class Character:
    """One character of a line: its left edge in pixels."""

    text: str
    x: float
    sure: float = 1.0


def line_pieces(lines: Sequence[OcrLine], mask: Image, dpi: float) -> tuple[ReadLine, ...]:
    """Return the pieces of all lines of a straight page, in points, sorted."""
    ratio = _height_ratio(lines)
    pieces = [p for line in lines for p in _pieces(line, mask, dpi, ratio)]
    return tuple(sorted(_evened(pieces), key=lambda p: (p.top, p.x0, p.text)))


def _pieces(line: OcrLine, mask: Image, dpi: float, ratio: float) -> list[ReadLine]:
    text, starts, sureness = cleaned(line.text, line.starts, line.sureness)
    x0, top, x1, bottom = edges(line.quad)
    if not text:
        return []
    tight = ink_box(mask, x0, top, x1, bottom) or (x0, top, x1, bottom)
    size = _width_size(text, tight, (bottom - top) / ratio)
    characters = [
        c
        for c in _characters(text, starts, sureness, (x0, x1), tight)
        if c.text not in TICKS or _inked(c, mask, top, bottom, size)
    ]
    _begin_at_ink(characters, tight[0], size)
    if not characters:
        return []
    confidence = word_confidence(line.text, line.sureness, line.confidence)
    confidence = min(
        [confidence, *(c.sure for c in characters if c.text in MARKS and c.sure <= IN_DOUBT)]
    )
    middle = (sum(y for _, y in line.quad) / 4, size)
    groups = _parted(characters, size)
    ends = [_end(group, size) for group in groups]
    if not _is_wide(groups[-1][-1].text):
        ends[-1] = tight[2]
    return [
        _read(group, end, middle, confidence, dpi) for group, end in zip(groups, ends, strict=True)
    ]


def _height_ratio(lines: Sequence[OcrLine]) -> float:
    """Return how many times the size of print an engine's lines are high, by its long lines."""
    ratios = []
    for line in lines:
        x0, top, x1, bottom = edges(line.quad)
        if sum(_is_wide(c) for c in line.text) >= LONG_TEXT:
            ratios.append((bottom - top) / _set_size(line.text, x1 - x0))
    usual = median(ratios) if ratios else USUAL_RATIO
    return usual if 1.0 < usual < 2.2 else USUAL_RATIO


def _set_size(text: str, width: float) -> float:
    """Return the size of a text set solid at a width."""
    return width / (sum(1.0 if _is_wide(c) else NARROW for c in text) or 1.0)


def _width_size(text: str, tight: tuple[float, float, float, float], by_box: float) -> float:
    """Return the size of print in pixels: by its width where that is plain, else by its height.

    An engine's boxes scatter in height, so the ink's own height bears a width out as well. A width
    that fits neither is that of letters set apart.
    """
    by_box = max(by_box, 4.0)
    if not _plain_size(text):
        return by_box
    by_width = _set_size(text, tight[2] - tight[0])
    heights = (by_box, (tight[3] - tight[1]) / INK_HEIGHT)
    return by_width if any(0.75 < by_width / h < 1.25 for h in heights if h) else by_box


def _is_wide(character: str) -> bool:
    return ord(character) >= 0x2E80 or character in "“”‘’…—□☑■"


def _characters(
    text: str,
    starts: tuple[float, ...],
    sureness: tuple[float, ...],
    across: tuple[float, float],
    tight: tuple[float, float, float, float],
) -> list[Character]:
    x0, x1 = across
    if not starts:
        widths = [1.0 if _is_wide(c) else NARROW for c in text]
        x0, x1 = tight[0], tight[2]
        starts = tuple(sum(widths[:i]) / (sum(widths) or 1.0) for i in range(len(text)))
    sure = sureness or (1.0,) * len(text)
    return [Character(c, x0 + s * (x1 - x0), p) for c, s, p in zip(text, starts, sure, strict=True)]


def _begin_at_ink(characters: Sequence[Character], left: float, size: float) -> None:
    """Move characters that begin before the ink does to where it begins."""
    for character in characters:
        character.x = max(character.x, left)
    if characters and characters[0].text in OPENING:
        characters[0].x -= size / 2  # its ink stands in its right half


def _inked(tick: Character, mask: Image, top: float, bottom: float, size: float) -> bool:
    """Return whether there is ink where an engine reads a tick: it makes them up at margins."""
    return ink_box(mask, tick.x, top, tick.x + 0.7 * size, bottom) is not None


def _parted(characters: list[Character], size: float) -> list[list[Character]]:
    groups: list[list[Character]] = [[]]
    for character in characters:
        if groups[-1] and character.x - _end(groups[-1], size) > WIDE_GAP * size:
            groups.append([])
        groups[-1].append(character)
    return groups


def _end(group: list[Character], size: float) -> float:
    last = group[-1]
    return last.x + (size if _is_wide(last.text) else NARROW * size)


def _read(
    group: list[Character], end: float, middle: tuple[float, float], confidence: float, dpi: float
) -> ReadLine:
    centre, size = middle
    unit = POINTS / dpi
    text = "".join(c.text for c in group).rstrip()
    lefts = tuple(round(c.x * unit, 1) for c in group[: len(text)])
    shown = figure(text)
    return ReadLine(
        text=shown,
        confidence=round(confidence, 4),
        x0=lefts[0] if lefts else round(group[0].x * unit, 1),
        top=round((centre - size / 2) * unit, 1),
        x1=round(max(end, group[-1].x + 1) * unit, 1),
        bottom=round((centre + size / 2) * unit, 1),
        size=round(size * unit, 1),
        lefts=lefts if len(shown) == len(text) else (),
    )


def _evened(pieces: list[ReadLine]) -> list[ReadLine]:
    """Return pieces whose sizes are those that most characters have: measuring scatters."""
    weights: dict[float, int] = {}
    for piece in [p for p in pieces if _plain_size(p.text)] or pieces:
        weights[piece.size] = weights.get(piece.size, 0) + len(piece.text)
    sizes: list[float] = []
    for size in sorted(weights, key=lambda s: (-_weight_near(s, weights), s)):
        if not any(abs(size - known) < SAME_SIZE * known for known in sizes):
            sizes.append(size)
    return [_sized(p, min(sizes, key=lambda s: (abs(s - p.size), s))) for p in pieces]


def _plain_size(text: str) -> bool:
    """Return whether the width of a text tells its size."""
    return sum(_is_wide(c) for c in text) >= 5


def _weight_near(size: float, weights: dict[float, int]) -> int:
    return sum(w for s, w in weights.items() if abs(s - size) < SAME_SIZE / 2 * size)


def _sized(piece: ReadLine, size: float) -> ReadLine:
    near = SAME_SIZE if _plain_size(piece.text) else ROUGH_SIZE
    if abs(piece.size - size) >= near * size:
        return piece
    centre = (piece.top + piece.bottom) / 2
    return replace(
        piece, size=size, top=round(centre - size / 2, 1), bottom=round(centre + size / 2, 1)
    )
