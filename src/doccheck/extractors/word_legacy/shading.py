"""What lies behind text in an old Word file: shading and markers, told as `w:shd`.

A shading is two colours and a pattern ([MS-DOC] 2.9.247 Shd, 2.9.248 Shd80).
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from doccheck.extractors.word.names import W
from doccheck.extractors.word_legacy.properties import unsigned

COLOURS = (
    "auto", "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", "FFFFFF",
    "00008B", "008B8B", "006400", "8B008B", "8B0000", "808000", "A9A9A9", "D3D3D3",
)  # fmt: skip
"""Colours that old modifiers name by their number."""

RUN, RUN_80, PARAGRAPH, PARAGRAPH_80, MARKER = 0xCA71, 0x4866, 0xC64D, 0x442D, 0x2A0C
TABLE_STYLE, WHOLE_TABLE = 0x563A, 0xD660
_CELLS = ((0xD612, 0), (0xD616, 22), (0xD60C, 44), (0xD670, 0), (0xD671, 22), (0xD672, 44))
"""Shadings of a row's cells, and the number of the first of them."""
_CELLS_80 = 0xD609
_SOME_CELLS, _EVERY_OTHER, _SOME_CELLS_80 = 0xD62D, 0xD62E, 0x7627
_ANY = frozenset(
    (RUN, RUN_80, PARAGRAPH, PARAGRAPH_80, WHOLE_TABLE, _CELLS_80, _SOME_CELLS, _EVERY_OTHER,
     _SOME_CELLS_80, *(number for number, _ in _CELLS))
)  # fmt: skip

_AUTOMATIC = 0xFF000000
_CLEAR, _SOLID, _NIL = 0, 1, 0xFFFF
_BYTES, _BYTES_80 = 10, 2
_NIL_80 = b"\xff\xff"
_WHITE_MARKER = 8


def colour(value: int) -> str:
    """Return a colour reference as six hexadecimal digits, or `auto`."""
    if value >= _AUTOMATIC:
        return "auto"
    return f"{value & 0xFF:02X}{value >> 8 & 0xFF:02X}{value >> 16 & 0xFF:02X}"


def run_ground(said: Mapping[int, bytes]) -> Iterator[etree._Element]:
    """Yield what the modifiers of characters lay behind them."""
    shade = _either(said, RUN, RUN_80)
    if shade is not None:
        yield shade
    marker = unsigned(said.get(MARKER, b"\0"))
    if marker:
        value = "white" if marker == _WHITE_MARKER else "black"  # else which one does not matter
        yield _entry("highlight", val=value)


def paragraph_ground(said: Mapping[int, bytes]) -> etree._Element | None:
    """Return what the modifiers of a paragraph lay behind it."""
    return _either(said, PARAGRAPH, PARAGRAPH_80)


def cell_grounds(
    told: list[tuple[int, bytes]], count: int, unclear: frozenset[int]
) -> list[etree._Element | None]:
    """Return what a row's modifiers lay behind each of its cells.

    `unclear` are the table styles that shade cells by rules of their own.
    """
    grounds: list[etree._Element | None] = [None] * count

    def put(at: int, shade: etree._Element | None) -> None:
        if shade is not None and at < count:
            grounds[at] = shade

    for number, operand in told:
        if number == TABLE_STYLE and unsigned(operand) in unclear:
            grounds = [_unknown() for _ in range(count)]
        elif number == WHOLE_TABLE:
            for i in range(count):
                put(i, _shade(operand))
        elif number in (_SOME_CELLS, _EVERY_OTHER) and len(operand) >= 2 + _BYTES:
            step = 1 if number == _SOME_CELLS else 2
            for i in range(operand[0], min(operand[1], count), step):
                put(i, _shade(operand[2:]))
        elif number == _SOME_CELLS_80:
            for i in range(operand[0], min(operand[1], count)):
                put(i, _shade_80(operand[2:]))
        elif number == _CELLS_80:
            for i in range(len(operand) // _BYTES_80):
                put(i, _shade_80(operand[_BYTES_80 * i :][:_BYTES_80]))
        else:
            first = dict(_CELLS).get(number)
            for i in range(len(operand) // _BYTES if first is not None else 0):
                put((first or 0) + i, _shade(operand[_BYTES * i :][:_BYTES]))
    return grounds


def shades(entry: bytes) -> bool:
    """Return whether a style's entry may hold a shading; a chance hit counts as one."""
    return any(number.to_bytes(2, "little") in entry for number in _ANY)


def _either(said: Mapping[int, bytes], new: int, old: int) -> etree._Element | None:
    if new in said:
        return _shade(said[new])
    return _shade_80(said[old]) if old in said else None


def _shade(operand: bytes) -> etree._Element | None:
    if len(operand) < _BYTES:
        return None
    fore, back, pattern = (unsigned(operand[a:b]) for a, b in ((0, 4), (4, 8), (8, 10)))
    return _filled(colour(fore), colour(back), pattern)


def _shade_80(operand: bytes) -> etree._Element | None:
    if len(operand) < _BYTES_80 or operand == _NIL_80:
        return None
    value = unsigned(operand)
    fore, back = (COLOURS[min(n, len(COLOURS) - 1)] for n in (value & 0x1F, value >> 5 & 0x1F))
    return _filled(fore, back, value >> 10)


def _filled(fore: str, back: str, pattern: int) -> etree._Element | None:
    if pattern == _NIL:
        return None
    if pattern == _CLEAR:
        return _entry("shd", val="clear", fill=back)
    if pattern == _SOLID:
        return _entry("shd", val="clear", fill="000000" if fore == "auto" else fore)
    return _unknown()


def _unknown() -> etree._Element:
    return _entry("shd", val="pct50", fill="auto")


def _entry(name: str, **attributes: str) -> etree._Element:
    made = etree.Element(W + name)
    for key, value in attributes.items():
        made.set(W + key, value)
    return made
