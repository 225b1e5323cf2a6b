"""Runs: characters that touch.

pdfium's own text order is wrong where a font changes inside a line, so nothing here relies on
it beyond "these two neighbours touch": a run ends at the smallest gap, lines are built later
from the runs' positions.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from doccheck.extractors.pdf.characters import Characters
from doccheck.extractors.pdf.glyphs import is_wide
from doccheck.extractors.pdf.styles import Style

TOUCHING = 0.12  # of the height: gap up to which two characters are one run; a blank is 0.2
STEP_BACK = 0.35  # of the height: how far a character may reach under the one before it
BLANK_IN_RUN = 0.6  # of the height: gap that a printed blank between Latin words may take
LEVEL = 0.25  # of the height: centres of neighbours on one line differ by less
TURNED_STEP = 1.8  # of the size: centres of neighbours in turned text are nearer

StyleAt = Callable[[int], Style]
"""The style of the character at a place in pdfium's text page."""


@dataclass(slots=True)
class Run:
    """Touching characters of one line.

    Attributes:
        angle: degrees it is turned from left to right as seen, a multiple of 5.
        hidden: it is drawn in invisible ink.
        lefts: left edge of each character of `text`.
        at: where in pdfium's text page its first character is.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    hidden: bool = False
    angle: int = 0
    lefts: list[float] = field(default_factory=list)
    at: int = 0

    @property
    def centre(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


def gather_runs(characters: Characters, style_at: StyleAt) -> list[Run]:
    """Return the runs of a page's upright characters."""
    if not len(characters):
        return []
    cuts = _cuts(characters)
    ends = [*cuts[1:], len(characters)]
    return [_run(characters, a, b, style_at) for a, b in zip(cuts, ends, strict=True)]


def _cuts(characters: Characters) -> list[int]:
    """Return the indexes at which a run begins."""
    cuts = [0]
    texts, blanks = characters.texts, characters.after_blank
    boxes = zip(characters.x0, characters.top, characters.x1, characters.bottom, strict=True)
    _, last_top, last_x1, last_bottom = next(boxes)
    for i, (x0, top, x1, bottom) in enumerate(boxes, start=1):
        height = last_bottom - last_top
        gap = x0 - last_x1
        if (
            not -STEP_BACK * height < gap < BLANK_IN_RUN * height
            or abs(last_top + last_bottom - top - bottom) > 2 * LEVEL * height
            or (gap >= TOUCHING * height and not (blanks[i] and _latin(texts[i - 1], texts[i])))
        ):
            cuts.append(i)
        last_top, last_x1, last_bottom = top, x1, bottom
    return cuts


def _latin(left: str, right: str) -> bool:
    return not (is_wide(left[-1]) or is_wide(right[0]))


def _run(characters: Characters, start: int, end: int, style_at: StyleAt) -> Run:
    style = style_at(characters.at[(start + end) // 2])
    text, lefts = _spelled(characters, start, end)
    return Run(
        text,
        min(characters.x0[start:end]),
        min(characters.top[start:end]),
        max(characters.x1[start:end]),
        max(characters.bottom[start:end]),
        style.size or characters.bottom[start] - characters.top[start],
        style.bold,
        style.hidden,
        style.angle,
        lefts,
        characters.at[start],
    )


def _spelled(characters: Characters, start: int, end: int) -> tuple[str, list[float]]:
    """Return the text of characters with its blanks, and where each of its letters begins."""
    texts, lefts = characters.texts[start:end], characters.x0[start:end]
    text = "".join(texts)
    blanks = characters.after_blank[start + 1 : end]
    if len(text) == len(texts) and True not in blanks:
        return text, lefts
    for i, blank in enumerate(blanks, start=1):
        if blank and _latin(characters.texts[start + i - 1], texts[i]):
            texts[i] = f" {texts[i]}"
    return "".join(texts), [x for x, t in zip(lefts, texts, strict=True) for _ in t]


def take_turned(characters: Characters, style_at: StyleAt) -> tuple[Characters, list[Run]]:
    """Return the upright characters, and runs of those that stand on their side or aslant."""
    turned = [i for i, at in enumerate(characters.at) if style_at(at).angle]
    rest = set(range(len(characters))).difference(turned)
    groups: list[list[int]] = []
    for i in turned:
        if groups and groups[-1][-1] == i - 1 and _beside(characters, i):
            groups[-1].append(i)
        else:
            groups.append([i])
    runs = [_run(characters, group[0], group[-1] + 1, style_at) for group in groups]
    return characters.picked(sorted(rest)), runs


def _beside(characters: Characters, i: int) -> bool:
    """Return whether a character of turned text follows the one before it."""
    x0, top, x1, bottom = characters.x0, characters.top, characters.x1, characters.bottom
    size = max(x1[i - 1] - x0[i - 1], bottom[i - 1] - top[i - 1])
    across = abs(x0[i] + x1[i] - x0[i - 1] - x1[i - 1]) / 2
    down = abs(top[i] + bottom[i] - top[i - 1] - bottom[i - 1]) / 2
    return math.hypot(across, down) < TURNED_STEP * size
