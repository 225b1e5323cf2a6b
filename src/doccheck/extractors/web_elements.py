"""Questions to single elements of a web page."""

import re
from collections.abc import Iterator

from lxml import etree

from doccheck.extractors.word import ticks

SPACE = re.compile(r"[ \t\r\n\f]+")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
UNSEEN = frozenset(
    ("script", "style", "head", "title", "template", "noscript", "object", "svg", "select")
)
"""Elements whose text is none of the page."""


def own_rows(table: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Yield a table's rows, not those of tables inside it."""
    for child in table:
        if child.tag == wanted:
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from own_rows(child, wanted)


def span(cell: etree._Element, name: str) -> int:
    """Return how many rows or columns a cell covers."""
    value = cell.get(name, "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def words_of(element: etree._Element) -> str:
    """Return the words in an element, whatever stands around them."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces += [words_of(child), child.tail or ""]
    return SPACE.sub(" ", "".join(pieces))


def is_centred(element: etree._Element) -> bool:
    """Return whether a paragraph's text stands in the middle."""
    style = element.get("style", "")
    return element.get("align", "").lower() == "center" or bool(_CENTRED.search(style))


def symbol_font(element: etree._Element) -> str:
    """Return the font of an element where it is one of signs, empty otherwise."""
    match = re.search(r"font-family\s*:\s*[\"']?([\w ]+)", element.get("style", ""), re.I)
    face = match[1].strip() if match else element.get("face", "")
    return face if ticks.is_symbol_font(face) else ""


def field_text(element: etree._Element) -> str:
    """Return what a form's field shows: a tick, or what was typed into it."""
    kind = element.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return ticks.box("checked" in element.attrib)
    return element.get("value", "") if kind == "text" else ""
