"""The labels of a licence on a recognised page, and what stands beside and below each of them.

Labels stand in one column or two, on one line, on two, or one character under the other; a value
begins right of its label (or under it) and goes on below where it began. Lines of two columns
that stand at one height are told apart by where they begin.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from doccheck.model.document import Piece
from doccheck.model.places import Box
from doccheck.text import ids
from doccheck.understanding.licence_labels import (
    CLOSED,
    ENDS,
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
NEXT_PIECE = 3.0  # of blank between pieces of one value
SPREAD = 4.0  # of blank between the characters of one label
NEXT_LINE = 1.2  # of blank between the lines of a value
UNDER_LABEL = 3.5  # of blank between a label and its value below it
SECOND_LINE = 2.4  # from the middle of a label's first line to that of its second
BELOW_COLUMN = 4.0  # that the last value of a column reaches below its label

MOST_LINES = 5  # of one value
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


def placed_fields(pieces: Sequence[Piece]) -> list[Placed]:
    """Return the labels on a page with their values, from the top down."""
    parted = [part for piece in pieces for part in _parted(piece)]
    free = sorted(parted, key=lambda p: (p.level.top, p.level.x0, p.text))
    found: list[Placed] = []
    while (one := _next_label(free)) is not None:
        found.append(one)
    found.sort(key=lambda f: (f.box.top, f.box.x0))
    for one in found:
        _take_value(one, free, found)
    return found


def _parted(piece: Piece) -> Iterator[Piece]:
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


# ---- labels
def _next_label(free: list[Piece]) -> Placed | None:
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
    for following in _right_of(piece, free):
        if following.level.x0 - parts[-1].level.x1 > SPREAD * _height(piece):
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
            down = _middle(below) - _middle(piece)
            left = abs(below.level.x0 - piece.level.x0) < SAME_LEFT * _height(piece)
            near = 0 < down < SECOND_LINE * _height(piece)
            if left and near and dense(below.text) == wanting:
                free.remove(piece)
                free.remove(below)
                return Placed(KEYS[label], label, piece.level.union(below.level), piece, rest)
    return None


def _leading(piece: Piece, free: list[Piece]) -> Placed | None:
    """Return a label whose value follows it in the same piece."""
    match = LABEL.match(piece.text)
    if match is None or not is_label(match, piece.text):
        return None
    free.remove(piece)
    label = "".join(match["label"].split())
    rest = piece.text[match.end() :].strip(" \t\u3000:：;；")
    return Placed(KEYS[label], label, piece.level, piece, rest)


# ---- values
def _take_value(one: Placed, free: list[Piece], labels: Sequence[Placed]) -> None:
    """Give a label the pieces of its value, and take them from those that are free."""
    stop = _stop(one, labels)
    line = _beside(one, free, labels)
    if one.key == "uscc" and not ids.find_uscc(one.rest + "".join(p.text for p in line)):
        line = []
    left = line[0].level.x0 if line and not one.rest else None
    last = line[0].level if line else one.box
    blank = NEXT_LINE if line or one.rest else UNDER_LABEL
    _take(one, line, free)
    lines = 1
    while lines < MOST_LINES and _goes_on(one):
        start = _below(one, last, left, blank, free, stop)
        if start is None:
            return
        if left is not None and start.level.x0 < left - 2 * SAME_LEFT * one.height:
            one.cut = True  # words under the label, which no label is known to be
            return
        left = start.level.x0 if left is None else left
        limit = _limit(one, _middle(start), labels)
        _take(one, [start, *_run(start, free, limit)], free)
        last, blank, lines = start.level, NEXT_LINE, lines + 1


def _take(one: Placed, line: Sequence[Piece], free: list[Piece]) -> None:
    one.value += line
    for piece in line:
        free.remove(piece)


def _goes_on(one: Placed) -> bool:
    """Tell whether a value may have another line."""
    text = "".join(one.words)
    return not text or one.key not in CLOSED or not balanced(text)


def balanced(text: str) -> bool:
    """Tell whether every bracket of a text is closed."""
    return len(re.findall(r"[(（]", text)) == len(re.findall(r"[)）]", text))


def _beside(one: Placed, free: Sequence[Piece], labels: Sequence[Placed]) -> list[Piece]:
    """Return the pieces right of a label, on its line."""
    limit = _limit(one, _middle(one.own), labels)
    right = [p for p in _right_of(one.own, free) if p.level.x0 < limit and not ENDS.search(p.text)]
    if not right or (one.rest and _apart(one.own, right[0])):
        return []
    return [right[0], *_run(right[0], free, limit)]


def _run(start: Piece, free: Sequence[Piece], limit: float) -> Iterator[Piece]:
    """Yield the pieces that follow one on its line without a wide blank."""
    last = start
    for piece in _right_of(start, free):
        if piece.level.x0 >= limit or _apart(last, piece):
            return
        yield piece
        last = piece


def _apart(one: Piece, other: Piece) -> bool:
    return other.level.x0 - one.level.x1 > NEXT_PIECE * _height(one)


def _below(
    one: Placed, last: Box, left: float | None, blank: float, free: Sequence[Piece], stop: float
) -> Piece | None:
    """Return the piece that begins the next line of a value, None where it has ended."""
    high = one.height
    reach = (left if left is not None else one.box.x0) + 2 * SAME_LEFT * high
    for piece in free:
        box, middle = piece.level, (piece.level.top + piece.level.bottom) / 2
        if middle <= last.bottom or middle >= stop or box.top - last.bottom > blank * high:
            continue
        if one.box.x0 - SAME_LEFT * high <= box.x0 <= reach:
            return None if ENDS.search(dense(piece.text)) else piece
    return None


def _stop(one: Placed, labels: Sequence[Placed]) -> float:
    """Return the top of the next label below in the same column."""
    tops = [
        o.box.top
        for o in labels
        if o is not one and o.box.top > one.box.top + one.height / 2 and _same_column(o, one)
    ]
    return min(tops, default=float("inf"))


def _limit(one: Placed, height: float, labels: Sequence[Placed]) -> float:
    """Return where the next column of labels to the right begins that reaches this height."""
    found = [float("inf")]
    for other in labels:
        if other.box.x0 <= one.own.level.x0 + 2 * SAME_LEFT * one.height or other is one:
            continue
        if other.box.x0 < one.box.x1 and abs(_middle(other.own) - height) > one.height:
            continue
        column = [o for o in labels if _same_column(o, other)]
        more = BELOW_COLUMN if len(column) > 1 else 0.5
        top = min(o.box.top for o in column) - one.height
        if top <= height <= max(o.box.bottom for o in column) + more * one.height:
            found.append(other.box.x0 - one.height / 2)
    return min(found)


def _same_column(one: Placed, other: Placed) -> bool:
    return abs(one.box.x0 - other.box.x0) < SAME_LEFT * other.height


def _right_of(piece: Piece, free: Sequence[Piece]) -> list[Piece]:
    """Return the pieces right of one on its line, from left to right."""
    near = SAME_LINE * _height(piece)
    found = [
        p
        for p in free
        if p is not piece
        and p.level.x0 > piece.level.x0
        and abs(_middle(p) - _middle(piece)) < near
    ]
    return sorted(found, key=lambda p: p.level.x0)


def _middle(piece: Piece) -> float:
    return (piece.level.top + piece.level.bottom) / 2


def _height(piece: Piece) -> float:
    return piece.level.bottom - piece.level.top
