"""How text looks: size, weight, direction, ink; read once a text object, the font once a page."""

import ctypes
import math
import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.frame import Frame, Matrix

BOLD_WEIGHT = 600  # of 100–900, semibold and up

_STROKED = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE)
"""Modes in which writers thicken a font that has no bold face."""

_BOLD_NAME = re.compile(r"bold|black|heavy|simhei|stheiti|黑体", re.IGNORECASE)
_DINGBAT_NAME = re.compile(r"wingding", re.IGNORECASE)


class Style(NamedTuple):
    """Look shared by all characters of one text object.

    `size` is 0 where not known; `angle` is how far the text is turned as seen, in steps of 5
    degrees; `hidden` text is drawn in invisible ink.
    """

    size: float = 0.0
    bold: bool = False
    hidden: bool = False
    angle: int = 0


class StyleBook:
    """The styles of a page's text objects, by the address that pdfium keeps each at."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._matrices: dict[int, Matrix] = {}
        self._styles: dict[int, Style] = {}
        self._bold: dict[int, bool] = {}
        self.turned = False

    def add(self, handle: Any, matrix: Matrix) -> None:
        """Note a text object that stands under a matrix."""
        self._matrices[ctypes.addressof(handle.contents)] = matrix
        if (matrix[1] or matrix[0] <= 0 or self._frame.turns) and not self.turned:
            self.turned = self._frame.angle(matrix[0], matrix[1]) != 0

    def at(self, textpage: object, at: int) -> Style:
        """Return the style of a character by its place in pdfium's text page."""
        handle = pdfium.FPDFText_GetTextObject(textpage, at)
        key = ctypes.addressof(handle.contents) if handle else 0
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._read(handle, key)
        return style

    def _read(self, handle: Any, key: int) -> Style:
        matrix = self._matrices.get(key)
        if matrix is None:
            return Style()
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(handle, ctypes.byref(size))
        return Style(
            size=size.value * math.hypot(matrix[2], matrix[3]),
            bold=mode in _STROKED or self._is_bold(handle),
            hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            angle=self._frame.angle(matrix[0], matrix[1]),
        )

    def _is_bold(self, handle: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(handle)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._bold:
            heavy = pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
            self._bold[key] = heavy or bool(_BOLD_NAME.search(font_name(font)))
        return self._bold[key]


def in_dingbat_font(textpage: object, at: int) -> bool:
    """Return whether a character is set in a font of ticks and symbols."""
    handle = pdfium.FPDFText_GetTextObject(textpage, at)
    font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
    return bool(font) and bool(_DINGBAT_NAME.search(font_name(font)))


def font_name(font: object) -> str:
    """Return what a font calls itself, empty where it has no name."""
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < size < 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    try:
        return buffer.value.decode("utf-8")
    except UnicodeDecodeError:
        return buffer.value.decode("gb18030", "replace")
