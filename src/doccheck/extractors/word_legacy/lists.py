"""Automatic lists, told as `w:numbering` ([MS-DOC] 2.9.131, 2.9.150)."""

from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.word_legacy.looks import FONT as FONT_CHANGE
from doccheck.extractors.word_legacy.looks import HIDDEN as HIDDEN_CHANGE
from doccheck.extractors.word_legacy.looks import allowed, element, font_name
from doccheck.extractors.word_legacy.properties import changes, numbers, unsigned

MAX_LISTS = 4096  # the largest real file seen has some hundreds
_LIST_BYTES, _USE_BYTES, _LEVEL_BYTES = 28, 16, 28
_NO_RESTART = 0x08
_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    16: "japaneseLegal", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash", 255: "none",
}  # fmt: skip
"""Number formats ([MS-OSHARED] 2.2.1.3) by the names that .docx gives them."""


@dataclass(slots=True)
class _Reader:
    """Where the reading of the levels stands."""

    table: bytes
    at: int
    fonts: tuple[str, ...]

    def level(self, number: int) -> etree._Element | None:
        """Return the next level as `w:lvl`, None where the table ends."""
        fixed = self.table[self.at : self.at + _LEVEL_BYTES]
        if len(fixed) < _LEVEL_BYTES:
            return None
        characters, paragraph = fixed[24], fixed[25]
        at = self.at + _LEVEL_BYTES + paragraph
        look = dict(changes(self.table[at : at + characters]))
        at += characters
        length = unsigned(self.table[at : at + 2])
        self.at = at + 2 + 2 * length
        raw = self.table[at + 2 : self.at]
        text = "".join(
            f"%{unit + 1}" if unit < 9 else chr(unit) for unit in numbers(raw, 0, length, "H")
        )
        return self._told(number, fixed, text, look)

    def _told(self, number: int, fixed: bytes, text: str, look: dict[int, bytes]) -> etree._Element:
        made = element("lvl", ilvl=str(number))
        start = int.from_bytes(fixed[:4], "little", signed=True)
        made.append(element("start", val=str(max(0, start))))
        made.append(element("numFmt", val=_FORMATS.get(fixed[4], "decimal")))
        if fixed[5] & _NO_RESTART:
            made.append(element("lvlRestart", val=str(fixed[26])))
        made.append(element("lvlText", val=allowed(text)))
        properties = element("rPr")
        font = font_name(self.fonts, unsigned(look[FONT_CHANGE])) if FONT_CHANGE in look else ""
        if font:
            properties.append(element("rFonts", ascii=font))
        if unsigned(look.get(HIDDEN_CHANGE, b"\0")) == 1:
            properties.append(element("vanish"))
        made.append(properties)
        return made


def read_lists(
    table: bytes, lists: tuple[int, int], uses: tuple[int, int], fonts: tuple[str, ...]
) -> etree._Element:
    """Return the lists of a table stream; the pairs say where they and their uses stand."""
    root = element("numbering")
    known = _definitions(root, _Reader(table, lists[0] + lists[1], fonts), lists[0], lists[1])
    _uses(root, _Reader(table, uses[0], fonts), uses[1], known)
    return root


def _definitions(root: etree._Element, reader: _Reader, at: int, size: int) -> set[int]:
    known: set[int] = set()
    if not size:
        return known
    count = min(unsigned(reader.table[at : at + 2]), MAX_LISTS)
    for i in range(count):
        entry = reader.table[at + 2 + i * _LIST_BYTES : at + 2 + (i + 1) * _LIST_BYTES]
        if len(entry) < _LIST_BYTES:
            break
        identity = unsigned(entry[:4])
        made = element("abstractNum", abstractNumId=str(identity))
        for number in range(1 if entry[26] & 1 else 9):
            level = reader.level(number)
            if level is None:
                break
            made.append(level)
        root.append(made)
        known.add(identity)
    return known


def _uses(root: etree._Element, reader: _Reader, size: int, known: set[int]) -> None:
    if not size:
        return
    start = reader.at + 4
    count = min(unsigned(reader.table[reader.at : start]), MAX_LISTS)
    entries = [
        reader.table[start + i * _USE_BYTES : start + (i + 1) * _USE_BYTES] for i in range(count)
    ]
    reader.at = start + count * _USE_BYTES
    for number, entry in enumerate(entries, 1):
        if len(entry) < _USE_BYTES:
            break
        made = element("num", numId=str(number))
        made.append(element("abstractNumId", val=str(unsigned(entry[:4]))))
        reader.at += 4
        for _ in range(min(entry[12], 9)):
            made.append(_override(reader))
        if unsigned(entry[:4]) in known:
            root.append(made)


def _override(reader: _Reader) -> etree._Element:
    entry = reader.table[reader.at : reader.at + 8].ljust(8, b"\0")
    reader.at += 8
    level, flags = entry[4] & 0xF, entry[4]
    made = element("lvlOverride", ilvl=str(level))
    if flags & 0x20:
        replacement = reader.level(level)
        if replacement is not None:
            made.append(replacement)
    elif flags & 0x10:
        made.append(element("startOverride", val=str(max(0, unsigned(entry[:4]) & 0x7FFF))))
    return made
