"""The file information block: where in the streams everything stands ([MS-DOC] 2.5)."""

import struct
from dataclasses import dataclass

from doccheck.errors import UnreadableFileError

_WORD_6 = 0xC1
"""Version number from which the format is that of Word 97."""

_PAIRS_AT = 154  # bytes: offset of the list of (position, length) pairs
_LENGTHS_AT = 64 + 12  # bytes: offset of the lengths of the stories
_ENCRYPTED, _WHICH_TABLE, _OBFUSCATED = 0x0100, 0x0200, 0x8000
STORIES = (
    "body",
    "footnotes",
    "headers",
    "macros",
    "comments",
    "endnotes",
    "boxes",
    "header_boxes",
)
"""What the text stream holds, in this order."""

STYLES, FOOTNOTE_MARKS, FOOTNOTES, SECTIONS, HEADERS = 1, 2, 3, 6, 11
CHARACTER_PAGES, PARAGRAPH_PAGES, FONTS, PIECES = 12, 13, 15, 33
SHAPES, HEADER_SHAPES, ENDNOTE_MARKS, ENDNOTES, DRAWINGS, BOXES = 40, 41, 46, 47, 50, 56
LISTS, LIST_USES = 73, 74
"""Indexes into the list of pairs."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the file information block says.

    Attributes:
        table: name of the stream that holds the tables.
        lengths: characters of each story in `STORIES`.
        pairs: position and length of each table.
    """

    table: str
    lengths: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]

    def span(self, story: str) -> tuple[int, int]:
        """Return the first character of a story and the one after its last."""
        index = STORIES.index(story)
        start = sum(self.lengths[:index])
        return start, start + self.lengths[index]


def read_header(stream: bytes, where: str) -> Header:
    """Return the header of a `WordDocument` stream.

    Raises:
        UnreadableFileError: the file is encrypted, older than Word 97 or damaged.
    """
    if len(stream) < _PAIRS_AT + 8:
        raise _damaged(where)
    magic, version = struct.unpack_from("<HH", stream)
    flags = struct.unpack_from("<H", stream, 0x0A)[0]
    if flags & (_ENCRYPTED | _OBFUSCATED):
        raise UnreadableFileError("文件设有打开密码", where, "请取消密码后重新提交")
    if magic != 0xA5EC or version < _WORD_6:
        raise UnreadableFileError(
            "Word 6.0/95 或更早的文件，无法读取", where, "请用 Word 或 WPS 另存为 .docx 后提交"
        )
    lengths = struct.unpack_from("<8i", stream, _LENGTHS_AT)
    count = struct.unpack_from("<H", stream, _PAIRS_AT - 2)[0]
    count = min(count, (len(stream) - _PAIRS_AT) // 8)
    pairs = tuple(struct.unpack_from("<II", stream, _PAIRS_AT + 8 * i) for i in range(count))
    if any(length < 0 for length in lengths) or len(pairs) <= PIECES:
        raise _damaged(where)
    table = "1Table" if flags & _WHICH_TABLE else "0Table"
    return Header(table, lengths, pairs + ((0, 0),) * (LIST_USES + 1 - len(pairs)))


def _damaged(where: str) -> UnreadableFileError:
    return UnreadableFileError(
        "Word 文件已损坏或不完整",
        where,
        "请用 Word 或 WPS 打开并重新保存，打不开的请换一份完好的文件",
    )
