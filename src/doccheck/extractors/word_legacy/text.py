"""The text of all stories, put together from the pieces that an edited file stores apart."""

from bisect import bisect_right
from dataclasses import dataclass

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word_legacy.properties import positions, unsigned

MAX_CHARACTERS = 8_000_000  # of one file: 400 pages have 400 000
_PIECE_TABLE, _MODIFIERS = 2, 1
_ONE_BYTE = 0x40000000  # flag of a piece stored in one byte a character


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text stored in one go.

    Attributes:
        start: its first character. end: the one after its last.
        at: byte in the stream where it begins. width: bytes a character.
        changes: modifiers that apply to all of it.
    """

    start: int
    end: int
    at: int
    width: int
    changes: bytes = b""


@dataclass(frozen=True, slots=True)
class Text:
    """The characters by position (one for each UTF-16 unit), and where they are stored."""

    characters: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def piece_at(self, position: int) -> Piece:
        """Return the piece that holds a character."""
        return self.pieces[max(0, bisect_right(self.starts, position) - 1)]

    def stored_at(self, position: int) -> int:
        """Return the byte in the stream where a character is stored."""
        piece = self.piece_at(position)
        return piece.at + (position - piece.start) * piece.width


def read_text(stream: bytes, piece_table: bytes, where: str) -> Text:
    """Put the text together.

    Raises:
        UnreadableFileError: the table of pieces is lost, or points outside the file.
    """
    pieces = _pieces(piece_table)
    if not pieces:
        raise UnreadableFileError(
            "Word 文件已损坏（文字的索引丢失）", where, "请用 Word 或 WPS 打开并重新保存后提交"
        )
    if pieces[-1].end > MAX_CHARACTERS:
        raise UnreadableFileError("Word 文件的文字过多，未读取", where, "请拆分后重新提交")
    parts = [_characters(stream, piece) for piece in pieces]
    return Text("".join(parts), tuple(pieces), tuple(piece.start for piece in pieces))


def _pieces(table: bytes) -> list[Piece]:
    modifiers: list[bytes] = []
    at = 0
    while at + 5 <= len(table):
        if table[at] == _MODIFIERS:
            size = unsigned(table[at + 1 : at + 3])
            modifiers.append(table[at + 3 : at + 3 + size])
            at += 3 + size
        elif table[at] == _PIECE_TABLE:
            size = unsigned(table[at + 1 : at + 5])
            return _listed(table[at + 5 : at + 5 + size], modifiers)
        else:
            break
    return []


def _listed(table: bytes, modifiers: list[bytes]) -> list[Piece]:
    bounds, entries = positions(table, 8)
    pieces: list[Piece] = []
    for start, end, entry in zip(bounds, bounds[1:], entries, strict=False):
        expected = pieces[-1].end if pieces else 0
        if start != expected or end < start:
            break
        at = unsigned(entry[2:6])
        narrow = bool(at & _ONE_BYTE)
        place = (at & ~_ONE_BYTE) // 2 if narrow else at
        pieces.append(Piece(start, end, place, 1 if narrow else 2, _of_piece(entry, modifiers)))
    return pieces


def _of_piece(entry: bytes, modifiers: list[bytes]) -> bytes:
    named = unsigned(entry[6:8])
    index = named >> 1
    return modifiers[index] if named & 1 and index < len(modifiers) else b""


def _characters(stream: bytes, piece: Piece) -> str:
    """Return a piece's characters; what lies outside the file is blank, so that places hold."""
    count = piece.end - piece.start
    data = stream[piece.at : piece.at + count * piece.width]
    if piece.width == 1:
        text = data.decode("cp1252", errors="replace")
    else:
        units = memoryview(data[: len(data) // 2 * 2]).cast("H")
        text = "".join(map(chr, units))
    return text.ljust(count)[:count]
