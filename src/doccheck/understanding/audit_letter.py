"""The auditor's own words in an audit report: cover and letter, without statements and notes."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Evidence, Place
from doccheck.text.normalise import clean
from doccheck.understanding.statement_heads import sheet_title
from doccheck.understanding.statement_rows import rows_of

QUOTE = 80  # characters of a line that a reader needs to find it

_OPENS = re.compile(
    r"我们(?:接受委托[，,])?(?:已经?)?(?:对|审计了|的责任是)|^(?:[一二1][、.．])?\s*审计意见$|对财务报表出具的审计报告"
)
_ADDRESSED = re.compile(
    r"(?:公司|企业|厂|合作社|中心|所|院|集团)(?:[（(].{2,12}[)）])?\s*(?:董事会)?[及和、]?(?:全体)?(?:股东会?|合伙人|董事会?|出资人|投资者)*\s*[:：]$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or paragraph of the letter and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Letter:
    """Cover, table of contents and letterhead (`front`), and the report's own text (`body`).

    `text` is front and body as one string without blanks, for sentences that are wrapped over
    lines or pages.
    """

    document: str
    front: tuple[Piece, ...]
    body: tuple[Piece, ...]
    text: str
    starts: tuple[int, ...]

    def piece_at(self, offset: int) -> Piece:
        """Return the piece in which a place of `text` lies."""
        return self.pieces[bisect_right(self.starts, offset) - 1]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return all pieces in order."""
        return self.front + self.body


def cite(document: str, piece: Piece, confidence: float = 1.0, note: str = "") -> Evidence:
    """Return evidence that points at a line of the document with this id."""
    quote = clean(piece.text)[:QUOTE]
    return Evidence(piece.place, quote, "native", confidence, note, document)


def pieces_of(document: LogicalDocument) -> tuple[Piece, ...]:
    """Return everything printed in a document as lines, cells of a table one by one."""
    return tuple(
        Piece(line, entry.place)
        for row in rows_of(document.blocks)
        for entry in row.entries
        for line in entry.text.split("\n")
        if line.strip()
    )


def letter_of(document: LogicalDocument) -> Letter:
    """Return the auditor's words: up to the first statement behind the letter's opening."""
    pieces = pieces_of(document)
    opening = next((n for n, p in enumerate(pieces) if _is_opening(p)), None)
    start = len(pieces) if opening is None else opening
    while 0 < start < len(pieces) and _belongs_above(pieces[start - 1]):
        start -= 1
    end = next((n for n in range(start, len(pieces)) if sheet_title(pieces[n].text)), len(pieces))
    if opening is None:
        start = end = next((n for n, p in enumerate(pieces) if sheet_title(p.text)), len(pieces))
    front, body = pieces[:start], pieces[start:end]
    starts, length = [], 0
    texts = ["".join(clean(p.text).split()) for p in front + body]
    for text in texts:
        starts.append(length)
        length += len(text)
    return Letter(document.id, front, body, "".join(texts), tuple(starts))


def _is_opening(piece: Piece) -> bool:
    text = "".join(clean(piece.text).split())
    return bool(_OPENS.search(text)) or bool(_ADDRESSED.search(text) and len(text) < 60)


def _belongs_above(piece: Piece) -> bool:
    text = clean(piece.text)
    return bool(_ADDRESSED.search(text)) or bool(re.fullmatch(r"(?:[一1][、.．])?审计意见", text))
