"""The labels of a licence on a recognised page, and what stands beside and below each of them.

Labels stand in one column or two, on one line, on two, or one character under the other; a value
begins right of its label (or under it) and goes on below where it began. Lines of two columns
that stand at one height are told apart by where they begin.
"""

import re
from collections.abc import Iterator, Sequence

from doccheck.model.document import Piece
from doccheck.model.places import Box
from doccheck.text import ids
from doccheck.understanding.licence_labels import CLOSED, ENDS, dense
from doccheck.understanding.licence_places import (
    SAME_LEFT,
    Placed,
    height_of,
    middle_of,
    next_label,
    once,
    parted,
    right_of,
)

# All of these in heights of the label's line.
NEXT_PIECE = 3.0  # of blank between pieces of one value
NEXT_LINE = 1.2  # of blank between the lines of a value
UNDER_LABEL = 3.5  # of blank between a label and its value below it
BELOW_COLUMN = 4.0  # that the last value of a column reaches below its label

MOST_LINES = 5  # of one value


def placed_fields(pieces: Sequence[Piece]) -> list[Placed]:
    """Return the labels on a page with their values, from the top down."""
    parts = [part for piece in once(pieces) for part in parted(piece)]
    free = sorted(parts, key=lambda p: (p.level.top, p.level.x0, p.text))
    found: list[Placed] = []
    while (one := next_label(free)) is not None:
        found.append(one)
    found.sort(key=lambda f: (f.box.top, f.box.x0))
    for one in found:
        _take_value(one, free, found)
    for one in found:
        one.cut = one.cut or _begins_above(one, free)
    return found


def _begins_above(one: Placed, free: Sequence[Piece]) -> bool:
    """Tell whether words that nobody took stand right above a value: its label is centred."""
    if not one.value:
        return False
    first, high = one.value[0].level, one.height
    return any(
        abs(piece.level.x0 - first.x0) < SAME_LEFT * high
        and abs(first.top - piece.level.bottom) < NEXT_LINE * high
        and piece.level.top < first.top
        and not ENDS.search(dense(piece.text))
        for piece in free
    )


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
        limit = _limit(one, middle_of(start), labels)
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
    limit = _limit(one, middle_of(one.own), labels)
    right = [p for p in right_of(one.own, free) if p.level.x0 < limit and not ENDS.search(p.text)]
    if not right or (one.rest and _apart(one.own, right[0])):
        return []
    return [right[0], *_run(right[0], free, limit)]


def _run(start: Piece, free: Sequence[Piece], limit: float) -> Iterator[Piece]:
    """Yield the pieces that follow one on its line without a wide blank."""
    last = start
    for piece in right_of(start, free):
        if piece.level.x0 >= limit or _apart(last, piece):
            return
        yield piece
        last = piece


def _apart(one: Piece, other: Piece) -> bool:
    return other.level.x0 - one.level.x1 > NEXT_PIECE * height_of(one)


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
        if other.box.x0 < one.box.x1 and abs(middle_of(other.own) - height) > one.height:
            continue
        column = [o for o in labels if _same_column(o, other)]
        more = BELOW_COLUMN if len(column) > 1 else 0.5
        top = min(o.box.top for o in column) - one.height
        if top <= height <= max(o.box.bottom for o in column) + more * one.height:
            found.append(other.box.x0 - one.height / 2)
    return min(found)


def _same_column(one: Placed, other: Placed) -> bool:
    return abs(one.box.x0 - other.box.x0) < SAME_LEFT * other.height
