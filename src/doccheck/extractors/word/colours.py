"""Colours of letters and of what lies behind them, as far as a Word file tells them.

A colour is six hexadecimal digits, `AUTO` (Word picks one that can be read, or nothing is filled),
or `UNKNOWN` where the file leaves it to a theme, a pattern or a picture.
"""

import re

from lxml import etree

from doccheck.extractors.word.names import VAL, W14, A, W

AUTO = "auto"
UNKNOWN = "?"
WHITE = "FFFFFF"

_HEX = re.compile("[0-9A-Fa-f]{6}")
_PAPER = frozenset(("background1", "light1", "bg1", "lt1"))
"""Theme colours that are the paper's own: white in every theme that prints on paper."""
_PLAIN_PATTERNS = frozenset(("clear", "nil", ""))

EFFECTS = frozenset(
    (*(W + name for name in ("outline", "shadow", "emboss", "imprint")),
     *(W14 + name for name in ("glow", "shadow", "textOutline", "reflection")))
)  # fmt: skip
"""Effects that show letters of whatever colour."""


def ink(entry: etree._Element) -> str:
    """Return the colour that a `w:color` gives to letters."""
    value = entry.get(VAL, "")
    if _HEX.fullmatch(value):
        return value.upper()
    theme = entry.get(W + "themeColor", "")
    if theme and not (entry.get(W + "themeShade") or entry.get(W + "themeTint")):
        return WHITE if theme in _PAPER else UNKNOWN
    return AUTO if value == AUTO and not theme else UNKNOWN


def filled(entry: etree._Element) -> str:
    """Return the colour that a fill (`w14:textFill`, a shape's `a:solidFill`) gives."""
    for fill in entry.iter():
        name = etree.QName(fill).localname if isinstance(fill.tag, str) else ""
        if name in ("srgbClr", "schemeClr") and len(fill) == 0:
            value = fill.get("val") or fill.get(W14 + "val") or ""
            if _HEX.fullmatch(value):
                return value.upper()
            return WHITE if value in _PAPER else UNKNOWN
    return UNKNOWN


def shaded(entry: etree._Element) -> str:
    """Return the colour that a `w:shd` lays behind text, `AUTO` where it lays none."""
    if entry.get(VAL, "") not in _PLAIN_PATTERNS:
        return UNKNOWN
    fill = entry.get(W + "fill", AUTO)
    if _HEX.fullmatch(fill):
        return fill.upper()
    return AUTO if fill == AUTO and not entry.get(W + "themeFill") else UNKNOWN


def highlighted(entry: etree._Element) -> str:
    """Return the colour of a text marker."""
    value = entry.get(VAL, "none")
    return {"none": AUTO, "white": WHITE}.get(value, UNKNOWN)


def shape_fill(text_box: etree._Element) -> str:
    """Return the colour of the shape that a text box (`w:txbxContent`) belongs to."""
    shape = text_box.getparent()
    shape = None if shape is None else shape.getparent()
    if shape is None:
        return UNKNOWN
    for part in shape:
        if isinstance(part.tag, str) and etree.QName(part).localname == "spPr":
            fill = part.find(A + "solidFill")
            return UNKNOWN if fill is None else filled(fill)
    return UNKNOWN


def contrast(one: str, other: str) -> int:
    """Return by how much two known colours differ in the channel where they differ most."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return max(abs(a - b) for a, b in pairs)
