"""The style sheet and the list of fonts, told as `w:styles` ([MS-DOC] 2.9.271)."""

from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.word.names import W
from doccheck.extractors.word_legacy.looks import (
    BOLD,
    HIDDEN,
    allowed,
    element,
    paragraph_properties,
    run_properties,
    toggled,
)
from doccheck.extractors.word_legacy.properties import changes, numbers, unsigned
from doccheck.extractors.word_legacy.shading import shades

MAX_STYLES = 4096  # the format has twelve bits for a style's number
_NO_STYLE = 0xFFF
_PARAGRAPH, _CHARACTER, _TABLE = 1, 2, 3
_FONT_NAME_AT = 40  # bytes into a font's entry
_KNOWN_NAMES = {
    0: "Normal", 29: "footnote text", 31: "header", 32: "footer", 34: "caption", 62: "Title",
    **{n: f"heading {n}" for n in range(1, 10)}, **{18 + n: f"toc {n}" for n in range(1, 10)},
}  # fmt: skip
"""Built-in styles by number: their names in the file are in the language of its Word."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """A style as stored: built-in number, kind, style it is based on, name, modifiers.

    `shading` tells that a table style may lay colours behind some cells.
    """

    known: int
    kind: int
    based_on: int
    name: str
    paragraph: bytes = b""
    character: bytes = b""
    shading: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles as XML, and which of them make their text bold or hidden, or shade cells."""

    root: etree._Element
    bold: frozenset[int]
    hidden: frozenset[int]
    shading: frozenset[int] = frozenset()


def read_styles(table: bytes, fonts: tuple[str, ...]) -> Styles:
    """Return the style sheet; what is damaged of it is left out."""
    stored = _stored(table)
    root = element("styles")
    for number, style in sorted(stored.items()):
        root.append(_told(number, style, fonts))
    return Styles(root, _with(stored, BOLD), _with(stored, HIDDEN), _shading(stored))


def read_fonts(table: bytes) -> tuple[str, ...]:
    """Return the fonts' names in order."""
    names, at = [], 4
    for _ in range(unsigned(table[:2])):
        if at >= len(table):
            break
        size = table[at] + 1
        name = table[at + _FONT_NAME_AT : at + size].decode("utf-16-le", "replace")
        names.append(allowed(name.split("\0", 1)[0]))
        at += size
    return tuple(names)


def _stored(table: bytes) -> dict[int, _Stored]:
    if len(table) < 6:
        return {}
    header = unsigned(table[:2])
    count, fixed = numbers(table, 2, 2, "H")
    at, found = 2 + header, {}
    for number in range(min(count, MAX_STYLES)):
        size = unsigned(table[at : at + 2])
        entry = table[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        if len(entry) > fixed:
            found[number] = _style(entry, fixed)
    return found


def _style(entry: bytes, fixed: int) -> _Stored:
    known, kind, more = numbers(entry, 0, 3, "H")
    length = unsigned(entry[fixed : fixed + 2])
    end = fixed + 2 + 2 * length
    name = entry[fixed + 2 : end].decode("utf-16-le", "replace")
    parts = _parts(entry, end + 2, more & 0xF)
    paragraph, character = b"", b""
    if kind & 0xF == _PARAGRAPH:
        paragraph = parts[0][2:] if parts else b""
        character = parts[1] if len(parts) > 1 else b""
    elif kind & 0xF == _CHARACTER and parts:
        character = parts[0]
    shading = kind & 0xF == _TABLE and shades(b"".join(parts))
    return _Stored(known & 0xFFF, kind & 0xF, kind >> 4, name, paragraph, character, shading)


def _parts(entry: bytes, at: int, count: int) -> list[bytes]:
    parts = []
    for _ in range(count):
        size = unsigned(entry[at : at + 2])
        parts.append(entry[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    return parts


def _told(number: int, style: _Stored, fonts: tuple[str, ...]) -> etree._Element:
    kind = "character" if style.kind == _CHARACTER else "paragraph"
    made = element("style", styleId=f"s{number}", type=kind)
    if number == 0:
        made.set(W + "default", "1")
    name = _KNOWN_NAMES.get(style.known) or allowed(style.name.split(",", 1)[0])
    made.append(element("name", val=name))
    if style.based_on not in (_NO_STYLE, number):
        made.append(element("basedOn", val=f"s{style.based_on}"))
    if style.kind == _PARAGRAPH:
        made.append(paragraph_properties(style.paragraph))
    run = run_properties(style.character, fonts)
    if run.element is not None:
        made.append(run.element)
    return made


def _with(stored: dict[int, _Stored], number: int) -> frozenset[int]:
    """Return the styles in which an on/off modifier is on, by themselves or by inheritance."""
    return frozenset(style for style in stored if _is_on(stored, style, number, 0))


def _shading(stored: dict[int, _Stored]) -> frozenset[int]:
    """Return the table styles that shade cells, by themselves or by those they are based on."""
    found: set[int] = set()
    for number in stored:
        entry, seen = stored.get(number), 0
        while entry is not None and seen <= len(stored):
            if entry.shading:
                found.add(number)
                break
            entry, seen = stored.get(entry.based_on), seen + 1
    return frozenset(found)


def _is_on(stored: dict[int, _Stored], style: int, number: int, depth: int) -> bool:
    entry = stored.get(style)
    if entry is None or depth > len(stored):
        return False
    inherited = depth < 20 and _is_on(stored, entry.based_on, number, depth + 1)
    said = dict(changes(entry.character)).get(number)
    own = toggled(unsigned(said), inherited) if said else None
    return inherited if own is None else own
