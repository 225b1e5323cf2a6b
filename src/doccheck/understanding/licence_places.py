"""Where the labels of a licence stand on a recognised page, however they are set.

On one line or two, spread, run together with their value or with the value before them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from doccheck.model.document import Piece
from doccheck.model.places import Box
from doccheck.understanding.licence_labels import (
    KEYS,
    LABEL,
    LABEL_AT_END,
    dense,
    heads,
    is_label,
    whole_label,
)

# All of these in heights of the label's line.
SAME_LINE = 0.65  # between the middles of pieces of one line
SAME_LEFT = 1.5  # between the left edges of labels, or of the lines of a value
SPREAD = 4.0  # of blank between the characters of one label
SECOND_LINE = 2.4  # from the middle of a label's first line to that of its second

MOSTLY = 0.6  # of a piece's width that lies in another's
NARROW = 0.55  # of the size: width of a Latin letter or digit


@dataclass(slots=True)
class Placed:
    """A label found on a page: the fact, where it stands, and the pieces of its value.

    `rest`: what follows the label in its own piece. `cut`: the value may not be whole.
    """

    key: str
    label: str
    box: Box
    own: Piece
    rest: str = ""
    value: list[Piece] = field(default_factory=list)
    cut: bool = False

    @property
    def height(self) -> float:
        """Return the height of the label's line."""
        return self.own.level.bottom - self.own.level.top

    @property
    def words(self) -> list[str]:
        """Return the value's words, line by line."""
        return [w for w in (self.rest, *(p.text for p in self.value)) if w]

    @property
    def pieces(self) -> list[Piece]:
        """Return the pieces that hold the value."""
        return [self.own, *self.value] if self.rest or not self.value else self.value


def once(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, what two of them read at one place told by one alone.

    A label keeps its value as a piece of its own; else the longer of the two is kept.
    """
    kept = list(pieces)
    for longer in pieces:
        for short in [p for p in kept if p is not longer and _covers(longer, p)]:
            label = longer.text.removesuffix(short.text)
            if longer in kept and label != longer.text and whole_label(label):
                at = kept.index(longer)
                kept[at] = replace(
                    longer, text=label, level=longer.level._replace(x1=short.level.x0)
                )
            elif longer in kept:
                kept.remove(short)
    return kept


def _covers(one: Piece, other: Piece) -> bool:
    a, b = one.level, other.level
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    same = shared > MOSTLY * (b.x1 - b.x0) and a.top <= middle_of(other) <= a.bottom
    return same and len(one.text) > len(other.text) and other.text in one.text


def parted(piece: Piece) -> Iterator[Piece]:
    """Yield a piece in two where the next column's label runs into the end of a value."""
    label = LABEL_AT_END.search(piece.text)
    if label is None or whole_label(piece.text):
        yield piece
        return
    at, box = label.start(), piece.level
    share = _width(piece.text[:at]) / _width(piece.text)
    edge = box.x0 + share * (box.x1 - box.x0)
    yield replace(piece, text=piece.text[:at].rstrip(), level=box._replace(x1=edge))
    yield replace(piece, text=label.group(), level=box._replace(x0=edge))


def _width(text: str) -> float:
    """Return about how wide a text is, in characters."""
    return sum(1.0 if ord(sign) >= 0x2E80 else NARROW for sign in text)


def next_label(free: list[Piece]) -> Placed | None:
    """Return the first label among the pieces not taken, and take it from them."""
    for piece in free:
        for found in (_alone, _spelt, _stacked, _leading):
            if (one := found(piece, free)) is not None:
                return one
    return None


def _alone(piece: Piece, free: list[Piece]) -> Placed | None:
    label = whole_label(piece.text)
    if not label:
        return None
    free.remove(piece)
    return Placed(KEYS[label], label, piece.level, piece)


def _spelt(piece: Piece, free: list[Piece]) -> Placed | None:
    """Return a label whose characters stand far apart (住　　所)."""
    parts, text = [piece], dense(piece.text)
    for following in right_of(piece, free):
        if following.level.x0 - parts[-1].level.x1 > SPREAD * height_of(piece):
            return None
        parts.append(following)
        text += dense(following.text)
        if text in KEYS:
            for part in parts:
                free.remove(part)
            return Placed(KEYS[text], text, piece.level.union(parts[-1].level), piece)
        if not any(word.startswith(text) for word in KEYS):
            return None
    return None


def _stacked(piece: Piece, free: list[Piece]) -> Placed | None:
    """Return a label on two lines (法定代表, below it 人姓名)."""
    for label, wanting, rest in heads(piece.text):
        for below in free:
            down = middle_of(below) - middle_of(piece)
            left = abs(below.level.x0 - piece.level.x0) < SAME_LEFT * height_of(piece)
            if not left or not 0 < down < SECOND_LINE * height_of(piece):
                continue
            second = _spelling(wanting, below, free)
            if second:
                for part in (piece, *second):
                    free.remove(part)
                return Placed(KEYS[label], label, piece.level.union(below.level), piece, rest)
    return None


def _spelling(words: str, first: Piece, free: Sequence[Piece]) -> list[Piece]:
    """Return the pieces from one on, to the right, that spell words; none where they do not."""
    parts = [first]
    text = dense(first.text)
    for piece in right_of(first, free):
        if text == words or not words.startswith(text):
            break
        parts.append(piece)
        text += dense(piece.text)
    return parts if text == words else []


def _leading(piece: Piece, free: list[Piece]) -> Placed | None:
    """Return a label whose value follows it in the same piece."""
    match = LABEL.match(piece.text)
    if match is None or not is_label(match, piece.text):
        return None
    free.remove(piece)
    label = "".join(match["label"].split())
    rest = piece.text[match.end() :].strip(" \t\u3000:：;；")
    return Placed(KEYS[label], label, piece.level, piece, rest)


def right_of(piece: Piece, free: Sequence[Piece]) -> list[Piece]:
    """Return the pieces right of one on its line, from left to right."""
    near = SAME_LINE * height_of(piece)
    found = [
        p
        for p in free
        if p is not piece
        and p.level.x0 > piece.level.x0
        and abs(middle_of(p) - middle_of(piece)) < near
    ]
    return sorted(found, key=lambda p: p.level.x0)


def middle_of(piece: Piece) -> float:
    """Return the height of a piece's middle on the straight page, in points."""
    return (piece.level.top + piece.level.bottom) / 2


def height_of(piece: Piece) -> float:
    """Return how high a piece is, in points."""
    return piece.level.bottom - piece.level.top
