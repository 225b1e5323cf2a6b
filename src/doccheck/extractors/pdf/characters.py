"""Characters with their boxes, gathered into runs.

pdfium's own text order is wrong where a font changes inside a line, so nothing here relies on
it beyond "these two neighbours touch": a run ends at the smallest gap, lines are built later
from the runs' positions.
"""

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pdf.glyphs import (
    BLANKS,
    DINGBAT_LETTERS,
    ZERO_WIDTH,
    dingbat,
    is_wide,
    plain_character,
)

MAX_CHARACTERS = 60_000
"""Characters read from one page: a dense A3 page has 8 000, more is an attack or a drawing."""

TOUCHING = 0.12  # of the height: gap up to which two characters are one run; a blank is 0.2
STEP_BACK = 0.35  # of the height: how far a character may reach under the one before it
BLANK_IN_RUN = 0.6  # of the height: gap that a printed blank between Latin words may take
TURNED_STEP = 1.8  # of the size: centres of neighbours in turned text are nearer
LEVEL = 0.25  # of the height: centres of neighbours on one line differ by less
BOLD_WEIGHT = 600  # of 100–900, semibold and up

_BOLD_NAME = re.compile(r"bold|black|heavy|simhei|stheiti|黑体", re.IGNORECASE)
_DINGBAT_NAME = re.compile(r"wingding", re.IGNORECASE)


class Character(NamedTuple):
    """One printed character: its box as seen, where in pdfium's text page it is."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    at: int
    after_blank: bool


@dataclass(slots=True)
class Run:
    """Touching characters of one line.

    Attributes:
        lefts: left edge of each character of `text`.
        angle: degrees it is turned from left to right as seen, a multiple of 5.
        hidden: it is drawn in invisible ink.
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

    @property
    def centre(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


class Style(NamedTuple):
    """Look shared by all characters of one text object."""

    size: float
    bold: bool
    hidden: bool
    angle: int


def read_characters(textpage: object, frame: Frame) -> list[Character]:
    """Return the printed characters in pdfium's order; blanks survive as `after_blank`."""
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    generated, to_box = pdfium.FPDFText_IsGenerated, frame.box
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    found: list[Character] = []
    after_blank, high = False, 0
    for index in range(min(pdfium.FPDFText_CountChars(textpage), MAX_CHARACTERS)):
        code = unicode_of(textpage, index)
        if code in BLANKS:
            after_blank = after_blank or not generated(textpage, index)
            continue
        if code in ZERO_WIDTH:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        if not box_of(textpage, index, pointer):
            continue
        box = to_box(rect.left, rect.bottom, rect.right, rect.top)
        found.append(Character(plain_character(code), *box, index, after_blank))
        after_blank, high = False, 0
    return found


class StyleReader:
    """Looks up size and weight once a text object, weight once a font (the look-ups are slow)."""

    def __init__(self, textpage: object, frame: Frame) -> None:
        self._textpage = textpage
        self._frame = frame
        self._styles: dict[int, Style] = {}
        self._bold: dict[int, bool] = {}

    def style(self, index: int) -> Style:
        """Return the look of the character at an index."""
        handle = pdfium.FPDFText_GetTextObject(self._textpage, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self._styles:
            self._styles[key] = self._read(handle, index)
        return self._styles[key]

    def _read(self, handle: object, index: int) -> Style:
        raw = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(raw))
        scale = math.hypot(raw.c, raw.d) or 1.0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        return Style(
            size=pdfium.FPDFText_GetFontSize(self._textpage, index) * scale,
            bold=mode in STROKED_MODES or self._is_bold(handle),
            hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            angle=self._frame.angle((raw.a, raw.b, raw.c, raw.d, 0, 0)),
        )

    def _is_bold(self, handle: object) -> bool:
        font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        if not font:
            return False
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._bold:
            heavy = pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
            self._bold[key] = heavy or bool(_BOLD_NAME.search(font_name(font)))
        return self._bold[key]


STROKED_MODES = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE)
"""Modes in which writers thicken a font that has no bold face."""


def font_name(font: object) -> str:
    """Return a font's name."""
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < size < 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return _font_text(buffer.value)


def _font_text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def gather_runs(characters: list[Character], styles: StyleReader) -> list[Run]:
    """Return the runs of a page, in pdfium's order (which means nothing)."""
    runs: list[Run] = []
    current: list[Character] = []
    for character in characters:
        if current and not _touches(current[-1], character):
            runs.append(_run(current, styles))
            current = []
        current.append(character)
    if current:
        runs.append(_run(current, styles))
    return runs


def take_turned(
    characters: list[Character], styles: StyleReader
) -> tuple[list[Character], list[Run]]:
    """Return the upright characters, and runs of those that stand on their side or aslant."""
    upright: list[Character] = []
    turned: list[list[Character]] = []
    last_turned = -2
    for i, character in enumerate(characters):
        if not styles.style(character.at).angle:
            upright.append(character)
        elif last_turned == i - 1 and _beside(turned[-1][-1], character):
            turned[-1].append(character)
            last_turned = i
        else:
            turned.append([character])
            last_turned = i
    return upright, [_run(group, styles) for group in turned]


def _beside(first: Character, second: Character) -> bool:
    """Return whether two characters of turned text follow one another."""
    size = max(first.x1 - first.x0, first.bottom - first.top)
    across = abs(first.x0 + first.x1 - second.x0 - second.x1) / 2
    down = abs(first.top + first.bottom - second.top - second.bottom) / 2
    return math.hypot(across, down) < TURNED_STEP * size


def _touches(left: Character, right: Character) -> bool:
    height = left.bottom - left.top
    gap = right.x0 - left.x1
    if not -STEP_BACK * height < gap < BLANK_IN_RUN * height:
        return False
    if abs(left.top + left.bottom - right.top - right.bottom) > 2 * LEVEL * height:
        return False
    if gap < TOUCHING * height:
        return True
    return right.after_blank and not (is_wide(left.text[-1]) or is_wide(right.text[0]))


def _run(characters: list[Character], styles: StyleReader) -> Run:
    style = styles.style(characters[len(characters) // 2].at)
    pieces: list[str] = []
    lefts: list[float] = []
    for c in characters:
        blank = c.after_blank and pieces and not (is_wide(pieces[-1][-1]) or is_wide(c.text[0]))
        piece = f" {c.text}" if blank else c.text
        pieces.append(piece)
        lefts.extend([c.x0] * len(piece))
    return Run(
        text="".join(pieces),
        x0=min(c.x0 for c in characters),
        top=min(c.top for c in characters),
        x1=max(c.x1 for c in characters),
        bottom=max(c.bottom for c in characters),
        size=style.size or (characters[0].bottom - characters[0].top),
        bold=style.bold,
        hidden=style.hidden,
        angle=style.angle,
        lefts=lefts,
    )


def read_ticks(characters: list[Character], textpage: object) -> list[Character]:
    """Return the characters with the letters of Wingdings fonts shown as the ticks they are."""
    return [
        c._replace(text=dingbat(ord(c.text)))
        if len(c.text) == 1 and ord(c.text) in DINGBAT_LETTERS and _alone(characters, i)
        and _in_dingbat_font(textpage, c.at)
        else c
        for i, c in enumerate(characters)
    ]  # fmt: skip


def _alone(characters: list[Character], at: int) -> bool:
    around = [characters[i].text for i in (at - 1, at + 1) if 0 <= i < len(characters)]
    return not all(text.isascii() and text.isalnum() for text in around) or not around


def _in_dingbat_font(textpage: object, index: int) -> bool:
    handle = pdfium.FPDFText_GetTextObject(textpage, index)
    font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
    return bool(font) and bool(_DINGBAT_NAME.search(font_name(font)))
