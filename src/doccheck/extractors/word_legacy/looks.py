"""Character and paragraph modifiers, told as `w:rPr` and `w:pPr`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.word.names import VAL, W
from doccheck.extractors.word_legacy import shading
from doccheck.extractors.word_legacy.properties import changes, signed, unsigned

BOLD, HIDDEN, DELETED, SPECIAL, BINARY_DATA = 0x0835, 0x083C, 0x0800, 0x0855, 0x0806
SIZE, COLOUR, COLOUR_INDEX, FONT, SYMBOL = 0x4A43, 0x6870, 0x2A42, 0x4A4F, 0x6A09
PICTURE, CHARACTER_STYLE = 0x6A03, 0x4A30
STYLE, ALIGNMENT_80, ALIGNMENT = 0x4600, 0x2403, 0x2461
LEFT_80, LEFT, FIRST_80, FIRST = 0x840F, 0x845E, 0x8411, 0x8460
OUTLINE, BREAK_BEFORE, LIST, LIST_LEVEL = 0x2640, 0x2407, 0x460B, 0x260A
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
NO_DEPTH = 0
_AS_STYLE, _UNLIKE_STYLE = 0x80, 0x81
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class RunProperties:
    """What the modifiers of a stretch of characters say.

    Attributes:
        element: as `w:rPr`, None where there is nothing to say.
        deleted: a tracked change takes it out.
        special: its control characters are marks (field, picture, note).
        symbol: the sign that it shows instead of its character: number of the font, code.
        picture: where in the stream `Data` its picture stands, None for none.
        form_data: that place holds the settings of a form field instead.
    """

    element: etree._Element | None = None
    deleted: bool = False
    special: bool = False
    symbol: tuple[int, int] | None = None
    picture: int | None = None
    form_data: bool = False


def element(name: str, **attributes: str) -> etree._Element:
    """Return a new `w:` element; attributes are `w:` too."""
    made = etree.Element(W + name)
    for key, value in attributes.items():
        made.set(W + key, value)
    return made


def allowed(text: str) -> str:
    """Return a text without the characters that XML does not allow, surrogate pairs joined."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _NOT_XML.sub("", joined)


def toggled(value: int, of_style: bool) -> bool | None:
    """Return what an on/off modifier says, None for "as the style"."""
    if value == _AS_STYLE:
        return None
    return not of_style if value == _UNLIKE_STYLE else value == 1


def run_properties(
    data: bytes, fonts: Sequence[str], bold: bool = False, hidden: bool = False
) -> RunProperties:
    """Return the properties of characters; `bold` and `hidden` are what their style says."""
    said = dict(changes(data))
    entries: list[etree._Element] = []
    for number, of_style, name in ((BOLD, bold, "b"), (HIDDEN, hidden, "vanish")):
        is_on = toggled(unsigned(said[number]), of_style) if number in said else None
        if is_on is not None:
            entries.append(element(name, val="1" if is_on else "0"))
    entries.extend(_values(said, fonts))
    made = None
    if entries:
        made = element("rPr")
        made.extend(entries)
    symbol = said.get(SYMBOL)
    return RunProperties(
        element=made,
        deleted=unsigned(said.get(DELETED, b"\0")) == 1,
        special=unsigned(said.get(SPECIAL, b"\0")) == 1,
        symbol=(unsigned(symbol[:2]), unsigned(symbol[2:4])) if symbol else None,
        picture=unsigned(said[PICTURE]) if PICTURE in said else None,
        form_data=unsigned(said.get(BINARY_DATA, b"\0")) == 1,
    )


def _values(said: dict[int, bytes], fonts: Sequence[str]) -> list[etree._Element]:
    entries = []
    if CHARACTER_STYLE in said:
        entries.append(element("rStyle", val=f"s{unsigned(said[CHARACTER_STYLE])}"))
    if SIZE in said:
        entries.append(element("sz", val=str(unsigned(said[SIZE]))))
    font = font_name(fonts, unsigned(said[FONT])) if FONT in said else ""
    if font:
        entries.append(element("rFonts", ascii=font, hAnsi=font))
    colour = _colour(said)
    if colour:
        entries.append(element("color", val=colour))
    return [*entries, *shading.run_ground(said)]


def font_name(fonts: Sequence[str], number: int) -> str:
    """Return a font's name by its number, empty where there is none."""
    return fonts[number] if number < len(fonts) else ""


def _colour(said: dict[int, bytes]) -> str:
    if COLOUR in said:
        return shading.colour(unsigned(said[COLOUR]))
    index = unsigned(said.get(COLOUR_INDEX, b"\0"))
    return shading.COLOURS[index] if 0 < index < len(shading.COLOURS) else ""


def paragraph_properties(data: bytes) -> etree._Element:
    """Return what a paragraph's modifiers say as `w:pPr`, without its style."""
    said = dict(changes(data))
    made = element("pPr")
    if OUTLINE in said:
        made.append(element("outlineLvl", val=str(unsigned(said[OUTLINE]))))
    if BREAK_BEFORE in said:
        made.append(element("pageBreakBefore", val=str(unsigned(said[BREAK_BEFORE]))))
    alignment = said.get(ALIGNMENT, said.get(ALIGNMENT_80))
    if alignment is not None:
        made.append(element("jc", val="center" if unsigned(alignment) == 1 else "left"))
    if LIST in said or LIST_LEVEL in said:
        made.append(_listed(said))
    ground = shading.paragraph_ground(said)
    if ground is not None:
        made.append(ground)
    indent = element("ind")
    for name, numbers in (("left", (LEFT, LEFT_80)), ("firstLine", (FIRST, FIRST_80))):
        value = said.get(numbers[0], said.get(numbers[1]))
        if value is not None:
            indent.set(W + name, str(signed(value)))
    if len(indent.attrib):
        made.append(indent)
    return made


def _listed(said: dict[int, bytes]) -> etree._Element:
    made = element("numPr")
    if LIST_LEVEL in said:
        made.append(element("ilvl", val=str(unsigned(said[LIST_LEVEL]))))
    if LIST in said:
        made.append(element("numId", val=str(unsigned(said[LIST]))))
    return made


def style_of(properties: etree._Element, style: int) -> None:
    """Put the number of a paragraph's style into its `w:pPr`."""
    entry = etree.SubElement(properties, W + "pStyle")
    entry.set(VAL, f"s{style}")
