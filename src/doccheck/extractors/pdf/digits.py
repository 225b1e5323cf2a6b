"""Digits that are drawn otherwise than they are named: one figure for another makes good sense.

Only the shape gives it away. An 8 has two eyes; a 1, 2, 3, 5 or 7 has none. That does not tell a 3
from a 5; it tells most exchanges of two digits. A font's outlines are asked first, which costs
next to nothing; pdfium finds the wrong ones in some fonts, so what contradicts is drawn.
"""

import ctypes
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pdf.runs import Run

if TYPE_CHECKING:
    from doccheck.extractors.pdf.drawn_eyes import DrawnPage

EYES = {
    **dict.fromkeys("12357", frozenset((0,))),
    **dict.fromkeys("469", frozenset((0, 1))),  # 4 is often open, narrow eyes run full
    "0": frozenset((1, 2)),  # some have a stroke or a dot inside
    "8": frozenset((1, 2)),
}
"""How many closed white fields a digit may have in print."""

MOST_SEGMENTS = 200  # of an outline: a digit has 40
SIZE = 100.0  # points the outline is asked for; the number of its contours is the same in any
DRAWN = 3  # of each digit: a rule or a seal may lie across one


def misnamed_digits(runs: Sequence[Run], textpage: object, page: object, frame: Frame) -> list[Run]:
    """Return the runs with digits of fonts that draw other digits than they name."""
    by_font: dict[int, tuple[object, list[Run]]] = {}
    for run in runs:
        if not run.angle and any(ch in EYES for ch in run.text):
            handle = pdfium.FPDFText_GetTextObject(textpage, run.at)
            font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
            if font:
                key = ctypes.addressof(font.contents)
                by_font.setdefault(key, (font, []))[1].append(run)
    suspects = [(some, wrong) for font, some in by_font.values() if (wrong := _odd(font, some))]
    if not suspects:
        return []
    from doccheck.extractors.pdf.drawn_eyes import DrawnPage  # noqa: PLC0415  needs imaging

    drawn = DrawnPage(page, frame)
    return [run for some, wrong in suspects if _contradicts(drawn, some, wrong) for run in some]


def _odd(font: object, runs: list[Run]) -> list[str]:
    """Return the digits whose outlines have not as many contours as they should."""
    said = sorted({ch for run in runs for ch in run.text if ch in EYES})
    return [ch for ch in said if _contours(font, ch) - 1 not in EYES[ch]]


def _contours(font: object, digit: str) -> int:
    """Return of how many closed lines a digit is drawn, 0 where that is not known."""
    path = pdfium.FPDFFont_GetGlyphPath(font, ord(digit), SIZE)
    count = pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    if count > MOST_SEGMENTS:
        return 0
    segments = (pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, at) for at in range(count))
    return sum(pdfium.FPDFPathSegment_GetType(s) == pdfium.FPDF_SEGMENT_MOVETO for s in segments)


def _contradicts(drawn: "DrawnPage", runs: list[Run], digits: list[str]) -> bool:
    """Tell whether one of the digits is drawn, wherever it is looked at, as another."""
    for digit in digits:
        places = ((run, at) for run in runs for at, ch in enumerate(run.text) if ch == digit)
        seen = [drawn.eyes(run, at) for run, at in islice(places, DRAWN)]
        if None not in seen and not any(eyes in EYES[digit] for eyes in seen):
            return True
    return False
