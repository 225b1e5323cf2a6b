"""Characters with their boxes, as columns: one list an attribute.

A page has a thousand characters and more; an object for each would cost as much time as all of
pdfium's work.
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pdf.glyphs import (
    BLANKS,
    DINGBAT_LETTERS,
    PLAIN,
    ZERO_WIDTH,
    dingbat,
)
from doccheck.extractors.pdf.styles import in_dingbat_font

MAX_CHARACTERS = 60_000
"""Characters read from one page: a dense A3 page has 8 000, more is an attack or a drawing."""


@dataclass(slots=True)
class Characters:
    """The printed characters of a page in pdfium's order, which means nothing.

    Attributes:
        texts: one character each (a ligature's letters together).
        x0, top, x1, bottom: their boxes as seen.
        at: where in pdfium's text page they are.
        after_blank: whether a printed blank stands before them.
    """

    texts: list[str] = field(default_factory=list)
    x0: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)
    x1: list[float] = field(default_factory=list)
    bottom: list[float] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    after_blank: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.texts)

    def picked(self, indexes: Sequence[int]) -> "Characters":
        """Return some of the characters."""
        return Characters(
            [self.texts[i] for i in indexes],
            [self.x0[i] for i in indexes],
            [self.top[i] for i in indexes],
            [self.x1[i] for i in indexes],
            [self.bottom[i] for i in indexes],
            [self.at[i] for i in indexes],
            [self.after_blank[i] for i in indexes],
        )


def read_characters(textpage: object, frame: Frame) -> Characters:
    """Return the printed characters of a page; blanks survive as `after_blank` only."""
    box_of, generated = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_IsGenerated
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    codes: list[int] = []
    boxes: list[float] = []
    found = Characters()
    after_blank = False
    for at, code in enumerate(_codes(textpage)):
        if code in BLANKS:
            after_blank = after_blank or not generated(textpage, at)
        elif code not in ZERO_WIDTH and box_of(textpage, at, pointer):
            boxes += (rect.left, rect.bottom, rect.right, rect.top)
            codes.append(code)
            found.at.append(at)
            found.after_blank.append(after_blank)
            after_blank = False
    found.texts = [PLAIN.get(code) or chr(code) for code in codes]
    columns = (boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4])
    found.x0, found.top, found.x1, found.bottom = frame.columns(*columns)
    return _whole(found) if any(0xD800 <= code < 0xE000 for code in codes) else found


def _codes(textpage: object) -> Sequence[int]:
    """Return the UTF-16 codes of a page's characters, if possible all in one call."""
    count = min(max(0, pdfium.FPDFText_CountChars(textpage)), MAX_CHARACTERS)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        return list(buffer[:count])
    return [pdfium.FPDFText_GetUnicode(textpage, at) for at in range(count)]


def _whole(characters: Characters) -> Characters:
    """Return characters with the halves of UTF-16 pairs put together."""
    texts = characters.texts
    for i in range(1, len(texts)):
        high, low = texts[i - 1], texts[i]
        if "\ud800" <= high < "\udc00" <= low < "\ue000":
            texts[i] = (high + low).encode("utf-16", "surrogatepass").decode("utf-16")
            texts[i - 1] = ""
    return characters.picked([i for i, text in enumerate(texts) if text])


def read_ticks(characters: Characters, textpage: object) -> None:
    """Put ticks in the place of the letters that Wingdings fonts show as ticks."""
    texts = characters.texts
    for i, text in enumerate(texts):
        if (
            text in DINGBAT_LETTERS
            and _alone(texts, i)
            and in_dingbat_font(textpage, characters.at[i])
        ):
            texts[i] = dingbat(ord(text))


def _alone(texts: list[str], i: int) -> bool:
    around = texts[max(0, i - 1) : i] + texts[i + 1 : i + 2]
    return not around or not all(text.isascii() and text.isalnum() for text in around)
