"""Names of the WordprocessingML elements that are read, and what their values mean."""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (its usual prefix)
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"
PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN = W + "r"
RUN_PROPERTIES = W + "rPr"
TEXT = W + "t"
TABLE = W + "tbl"
ROW = W + "tr"
CELL = W + "tc"
CONTROL = W + "sdt"
CONTROL_CONTENT = W + "sdtContent"
SECTION = W + "sectPr"
TEXT_BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"

REMOVED = frozenset((W + "del", W + "moveFrom"))
"""Tracked changes that take their content out of the text."""

TRANSPARENT = frozenset(
    W + name for name in ("ins", "moveTo", "customXml", "smartTag", "hyperlink", "dir", "bdo")
)
"""Wrappers whose content stands where they stand."""

TWIPS_PER_POINT = 20
MAX_DIGITS = 32  # of a number: longer ones are no lengths, and no whole numbers once read
_TWIPS_PER_UNIT = {"pt": 20.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
_MEASURE = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*(pt|pi|in|cm|mm)?\s*")
_OFF = frozenset(("0", "false", "off", "none"))


def is_on(switch: etree._Element) -> bool:
    """Return whether an on/off property says on (it does where it has no value)."""
    return switch.get(VAL, "1").lower() not in _OFF


def measure(value: str | None) -> float | None:
    """Return a length in twips; lengths in the strict form carry their unit."""
    if value is None or len(value) > MAX_DIGITS:
        return None
    if value.isdecimal():
        return float(value)
    match = _MEASURE.fullmatch(value)
    if match is None:
        return None
    return float(match[1]) * _TWIPS_PER_UNIT.get(match[2], 1.0)


def whole(value: str | None, default: int = 0) -> int:
    """Return a whole number, the default where the value is none."""
    number = measure(value)
    return default if number is None else int(number)


def child_value(parent: etree._Element, tag: str) -> str | None:
    """Return the `val` of a child element, None where there is no such child."""
    child = parent.find(tag)
    return None if child is None else child.get(VAL)


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Return the one branch of `mc:AlternateContent` to read: the first choice, else the fallback.

    Word writes the same text box into both, so reading both would double the text.
    """
    choice = alternate.find(MC + "Choice")
    return choice if choice is not None else alternate.find(MC + "Fallback")
