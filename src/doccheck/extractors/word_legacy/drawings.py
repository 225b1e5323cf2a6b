"""Pictures and text boxes that float over the text ([MS-ODRAW]): which hangs where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from doccheck.extractors.word_legacy.properties import numbers, positions, unsigned

MAX_RECORDS = 200_000  # of one file; a picture takes about ten
MAX_DEPTH = 12  # groups of shapes in groups; people nest two or three
_GROUPS = frozenset((0xF000, 0xF001, 0xF002, 0xF003, 0xF004))
_STORED_PICTURE, _SHAPE, _OPTIONS = 0xF007, 0xF00A, 0xF00B
_PICTURE_OPTION, _TEXT_OPTION = 0x0104, 0x0080
_SPA_BYTES = 26
_FLAGS_AT, _BELOW_TEXT = 20, 0x4000  # of a shape's anchor ([MS-DOC] 2.9.253 Spa)
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")


@dataclass(slots=True)
class Shape:
    """A shape: number of its picture and of its text box, 0 for none, both counted from 1.

    `below` tells that it lies behind the text.
    """

    picture: int = 0
    text: int = 0
    below: bool = False


class _Record(NamedTuple):
    kind: int
    instance: int
    start: int
    end: int
    depth: int


@dataclass(slots=True)
class Drawings:
    """Floating shapes by the position in the text that they hang on, and the stored pictures."""

    shapes: dict[int, Shape] = field(default_factory=dict)
    pictures: dict[int, bytes] = field(default_factory=dict)


def read_drawings(table: bytes, anchors: bytes, stream: bytes) -> Drawings:
    """Return what floats over the text; what is damaged of it is left out."""
    shapes: dict[int, Shape] = {}
    pictures: dict[int, bytes] = {}
    current = 0
    for record in _records(table):
        if record.kind == _STORED_PICTURE:
            pictures[len(pictures) + 1] = _stored(table, record, stream)
        elif record.kind == _SHAPE:
            current = unsigned(table[record.start : record.start + 4])
            shapes[current] = Shape()
        elif record.kind == _OPTIONS and current:
            _take_options(shapes[current], table, record)
    marks, entries = positions(anchors, _SPA_BYTES)
    hung: dict[int, Shape] = {}
    for i, entry in enumerate(entries):
        shape = shapes.get(unsigned(entry[:4]))
        if shape is not None:
            shape.below = _is_below(entry)
            hung[marks[i]] = shape
    return Drawings(hung, pictures)


def lies_behind(anchors: bytes) -> bool:
    """Return whether a shape of some anchors lies behind the text."""
    return any(map(_is_below, positions(anchors, _SPA_BYTES)[1]))


def _is_below(entry: bytes) -> bool:
    return bool(unsigned(entry[_FLAGS_AT : _FLAGS_AT + 2]) & _BELOW_TEXT)


def inline_picture(data: bytes, at: int) -> bytes:
    """Return the picture that a place in the stream `Data` holds, empty for none that is known."""
    size = unsigned(data[at : at + 4])
    return _encoded(data[at + unsigned(data[at + 4 : at + 6]) : at + size])


def _records(table: bytes) -> Iterator[_Record]:
    """Walk the records; each drawing but the first is preceded by a byte that says whose it is."""
    at, left = 0, MAX_RECORDS
    first = True
    while at + 8 <= len(table) and left:
        if not first:
            at += 1
        first = False
        end = at + 8 + unsigned(table[at + 4 : at + 8])
        for record in _within(table, at, min(end, len(table)), 0):
            left -= 1
            if not left:
                return
            yield record
        at = end


def _within(table: bytes, at: int, end: int, depth: int) -> Iterator[_Record]:
    while at + 8 <= end:
        options, kind = numbers(table, at, 2, "H")
        start = at + 8
        stop = min(start + unsigned(table[at + 4 : at + 8]), end)
        yield _Record(kind, options >> 4, start, stop, depth)
        if kind in _GROUPS and depth < MAX_DEPTH:
            yield from _within(table, start, stop, depth + 1)
        at = stop


def _take_options(shape: Shape, table: bytes, record: _Record) -> None:
    for i in range(record.instance):
        at = record.start + 6 * i
        if at + 6 > record.end:
            break
        number, value = unsigned(table[at : at + 2]) & 0x3FFF, unsigned(table[at + 2 : at + 6])
        if number == _PICTURE_OPTION:
            shape.picture = value
        elif number == _TEXT_OPTION:
            shape.text = value >> 16


def _stored(table: bytes, record: _Record, stream: bytes) -> bytes:
    size, _, at = numbers(table, record.start + 20, 3) or (0, 0, 0)
    if record.end - record.start > 36 + 8:  # the picture follows at once
        return _encoded(table[record.start + 36 : record.end])
    return _encoded(stream[at : at + size]) if size and at < len(stream) else b""


def _encoded(record: bytes) -> bytes:
    """Return the encoded picture in a record, past the heads before it."""
    found = [i for magic in _MAGIC if (i := record.find(magic)) >= 0]
    return record[min(found) :] if found else b""
