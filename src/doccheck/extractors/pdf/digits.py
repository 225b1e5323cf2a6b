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
from doccheck.extractors.pdf.styles import font_name

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


Verdicts = dict[tuple[str, str], bool]
"""Whether a font draws other digits than it names, by its name and the digits in question."""


def misnamed_digits(
    runs: Sequence[Run], textpage: object, page: object, frame: Frame, known: Verdicts
) -> list[Run]:
    """Return the runs with digits of fonts that draw other digits than they name.

    `known` keeps what was found on the pages of a file: drawing one takes longer than reading it.
    """
    suspects = [
        ((font_name(font), odd), some)
        for font, some in _by_font(runs, textpage)
        if (odd := _odd(font, some))
    ]
    if any(key not in known for key, _ in suspects):
        from doccheck.extractors.pdf.drawn_eyes import DrawnPage  # noqa: PLC0415  needs imaging

        drawn = DrawnPage(page, frame)
        for key, some in suspects:
            known[key] = known.get(key, False) or _contradicts(drawn, some, key[1])
    return [run for key, some in suspects if known[key] for run in some]


def _by_font(runs: Sequence[Run], textpage: object) -> list[tuple[object, list[Run]]]:
    """Return the fonts of a page that set digits, each with its runs that hold some."""
    found: dict[int, tuple[object, list[Run]]] = {}
    for run in runs:
        if not run.angle and any(ch in EYES for ch in run.text):
            handle = pdfium.FPDFText_GetTextObject(textpage, run.at)
            font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
            if font:
                key = ctypes.addressof(font.contents)
                found.setdefault(key, (font, []))[1].append(run)
    return list(found.values())


def _odd(font: object, runs: list[Run]) -> str:
    """Return the digits whose outlines have not as many contours as they should."""
    said = sorted({ch for run in runs for ch in run.text if ch in EYES})
    return "".join(ch for ch in said if _contours(font, ch) - 1 not in EYES[ch])


def _contours(font: object, digit: str) -> int:
    """Return of how many closed lines a digit is drawn, 0 where that is not known."""
    path = pdfium.FPDFFont_GetGlyphPath(font, ord(digit), SIZE)
    count = pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    if count > MOST_SEGMENTS:
        return 0
    segments = (pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, at) for at in range(count))
    return sum(pdfium.FPDFPathSegment_GetType(s) == pdfium.FPDF_SEGMENT_MOVETO for s in segments)


def _contradicts(drawn: "DrawnPage", runs: list[Run], digits: str) -> bool:
    """Tell whether one of the digits is drawn, wherever it is looked at, as another."""
    for digit in digits:
        places = ((run, at) for run in runs for at, ch in enumerate(run.text) if ch == digit)
        seen = [drawn.eyes(run, at) for run, at in islice(places, DRAWN)]
        if None not in seen and not any(eyes in EYES[digit] for eyes in seen):
            return True
    return False
