"""A stretch of the text told as runs (`w:r`): fields, marks, breaks, pictures, signs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lxml import etree

from doccheck.extractors.word.names import XML_SPACE, R, V
from doccheck.extractors.word_legacy.drawings import inline_picture
from doccheck.extractors.word_legacy.file import DocFile
from doccheck.extractors.word_legacy.looks import (
    RunProperties,
    allowed,
    element,
    font_name,
    run_properties,
)
from doccheck.extractors.word_legacy.properties import numbers, unsigned

FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END = "\x13", "\x14", "\x15"
PICTURE, NOTE, DRAWN, BREAK = "\x01", "\x02", "\x08", "\x0c"
_FIELD_MARKS = {FIELD_BEGIN: "begin", FIELD_SEPARATOR: "separate", FIELD_END: "end"}
_SIGNS = {"\x1e": "-", "\x0e": "\n"}
_BREAKS: dict[str, tuple[str, dict[str, str]]] = {
    "\t": ("tab", {}), "\x0b": ("br", {}), BREAK: ("br", {"type": "page"}),
}  # fmt: skip
_FLOATING = "position:absolute"
_BELOW = f"{_FLOATING};z-index:-1"
_CHECK_BOX = 1
_NEVER_SET = 25  # result of a check box that nobody has touched


@dataclass(slots=True)
class Pictures:
    """Pictures met so far: relation id → bytes."""

    stored: dict[str, bytes] = field(default_factory=dict)

    def add(self, content: bytes) -> str:
        """Keep a picture and return its relation id."""
        name = f"p{len(self.stored) + 1}"
        self.stored[name] = content
        return name


class RunTeller:
    """Tells stretches of one story; fields may reach over many paragraphs."""

    def __init__(self, file: DocFile, pictures: Pictures) -> None:
        self._file = file
        self._pictures = pictures
        self._fields: list[bool] = []  # open fields: whether their result has begun
        self._form: etree._Element | None = None
        self._look = lru_cache(maxsize=4096)(self._read_look)

    def runs(self, start: int, end: int, style: int) -> Iterator[etree._Element]:
        """Yield the runs of a stretch, deleted ones inside a `w:del`."""
        for first, last, look in self._stretches(start, end, style):
            made = [run for run in self._told(first, last, look) if len(run)]
            if look.deleted and made:
                wrapper = element("del")
                wrapper.extend(made)
                yield wrapper
            else:
                yield from made

    def is_gone(self, position: int, style: int) -> bool:
        """Return whether a paragraph mark is deleted by a tracked change."""
        stored = self._file.characters.at(self._file.text.stored_at(position))
        return self._look(stored, style).deleted

    def _stretches(
        self, start: int, end: int, style: int
    ) -> Iterator[tuple[int, int, RunProperties]]:
        """Cut a stretch where pieces end or properties change."""
        text, at = self._file.text, start
        while at < end:
            piece = text.piece_at(at)
            stop = min(end, piece.end) if piece.end > at else end
            byte, last = text.stored_at(at), piece.at + (stop - piece.start) * piece.width
            cuts = [byte, *self._file.characters.cuts(byte, last), last]
            for first, following in pairwise(cuts):
                a = piece.start + (first - piece.at) // piece.width
                b = piece.start + (following - piece.at) // piece.width
                if a < b:
                    changes = self._file.characters.at(first) + piece.changes
                    yield a, b, self._look(changes, style)
            at = stop

    def _read_look(self, changes: bytes, style: int) -> RunProperties:
        styles = self._file.styles
        return run_properties(
            changes, self._file.fonts, style in styles.bold, style in styles.hidden
        )

    def _told(self, start: int, end: int, look: RunProperties) -> Iterator[etree._Element]:
        """Yield the runs of characters that look alike: plain stretches, and each mark alone."""
        characters = self._file.text.characters
        plain = start
        for at in range(start, end):
            if characters[at] < " " or look.symbol:
                if plain < at:
                    yield self._run(look, self._text(characters[plain:at]))
                plain = at + 1
                yield self._run(look, *self._mark(characters[at], at, look))
        if plain < end:
            yield self._run(look, self._text(characters[plain:end]))

    def _run(self, look: RunProperties, *content: etree._Element) -> etree._Element:
        run = element("r")
        if look.element is not None and content:
            run.append(_copy(look.element))
        run.extend(content)
        return run

    def _text(self, text: str) -> etree._Element:
        name = "instrText" if self._fields and not self._fields[-1] else "t"
        made = element(name)
        made.set(XML_SPACE, "preserve")
        made.text = allowed(text)
        return made

    def _mark(self, character: str, at: int, look: RunProperties) -> list[etree._Element]:
        """Return what a control character, or one shown as a sign, is told as."""
        if character in _FIELD_MARKS:
            return [self._field_mark(character)]
        if look.symbol:
            font, code = font_name(self._file.fonts, look.symbol[0]), look.symbol[1]
            return [element("sym", font=font, char=f"{code:04X}")]
        if character in _BREAKS:
            name, attributes = _BREAKS[character]
            return [element(name, **attributes)]
        if character in _SIGNS:
            return [self._text(_SIGNS[character])]
        return self._hung(character, at, look)

    def _hung(self, character: str, at: int, look: RunProperties) -> list[etree._Element]:
        """Return the picture, shape or note that hangs on a character."""
        if character == PICTURE and look.picture is not None:
            return self._picture(look)
        if character == DRAWN:
            return self._drawn(at)
        if character == NOTE and at in self._file.notes:
            kind, number = self._file.notes[at]
            return [element(f"{kind}Reference", id=str(number))]
        return []

    def _field_mark(self, character: str) -> etree._Element:
        mark = element("fldChar", fldCharType=_FIELD_MARKS[character])
        if character == FIELD_BEGIN:
            self._fields.append(False)
            self._form = mark
        elif self._fields and character == FIELD_SEPARATOR:
            self._fields[-1] = True
        elif self._fields:
            self._fields.pop()
        return mark

    def _picture(self, look: RunProperties) -> list[etree._Element]:
        assert look.picture is not None
        if look.form_data:
            settings = _form_settings(self._file.data, look.picture)
            if settings is not None and self._form is not None:
                self._form.append(settings)
            return []
        content = inline_picture(self._file.data, look.picture)
        return [self._shown(content, "")]

    def _drawn(self, at: int) -> list[etree._Element]:
        """Return the floating shape at a place: its picture, and where its text box hangs."""
        shape = self._file.drawings.shapes.get(at)
        if shape is None:
            return []
        made = []
        if shape.picture:
            content = self._file.drawings.pictures.get(shape.picture, b"")
            made.append(self._shown(content, _BELOW if shape.below else _FLOATING))
        elif shape.below:
            made.append(below_text())
        if shape.text:
            made.append(box_frame(shape.text))
        return made

    def _shown(self, content: bytes, style: str) -> etree._Element:
        frame = element("pict")
        shape = etree.SubElement(frame, V + "shape", style=style)
        picture = etree.SubElement(shape, V + "imagedata")
        picture.set(R + "id", self._pictures.add(content))
        return frame


def below_text() -> etree._Element:
    """Return a shape behind the text."""
    frame = element("pict")
    etree.SubElement(frame, V + "rect", style=_BELOW)
    return frame


def box_frame(number: int) -> etree._Element:
    """Return the empty frame of a text box; `boxes.fill` puts its paragraphs in."""
    frame = element("pict")
    frame.append(element("txbxContent", id=str(number)))
    return frame


def _copy(entry: etree._Element) -> etree._Element:
    copied = etree.Element(entry.tag)
    for child in entry:
        made = etree.SubElement(copied, child.tag)
        for key, value in child.attrib.items():
            made.set(key, value)
    return copied


def _form_settings(data: bytes, at: int) -> etree._Element | None:
    """Return a check box's state as `w:ffData` ([MS-DOC] 2.9.78), None for other form fields."""
    start = at + unsigned(data[at + 4 : at + 6])
    if unsigned(data[start : start + 4]) != 0xFFFFFFFF:
        return None
    bits, _, _, name = numbers(data, start + 4, 4, "H") or (0, 0, 0, 0)
    if bits & 0x3 != _CHECK_BOX:
        return None
    default_at = start + 12 + 2 * name + 2
    result = bits >> 2 & 0x1F
    ticked = unsigned(data[default_at : default_at + 2]) if result == _NEVER_SET else result
    settings, box = element("ffData"), element("checkBox")
    box.append(element("checked", val="1" if ticked else "0"))
    settings.append(box)
    return settings
