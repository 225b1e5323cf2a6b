"""Reading a business licence, and the facts of an enterprise that other documents carry.

Form: 营业执照 (市场主体登记管理条例实施细则, 2022): code, 名称, 类型, 法定代表人 (for other
kinds of enterprise 负责人, 投资人, 经营者, 执行事务合伙人), 住所, 注册资本, 成立日期, 营业期限.
Labels are printed with blanks in them (名　称), side by side, values wrapped to the next line
or in cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import zip_longest

from doccheck.model.document import Block, Paragraph, Piece
from doccheck.model.dossier import FieldReading, FieldState, LogicalDocument
from doccheck.model.places import Box, Evidence, Place
from doccheck.text.normalise import clean
from doccheck.understanding.licence_alone import lone_code, lone_name
from doccheck.understanding.licence_labels import (
    CLOSED,
    ENDS,
    FACTS_OF_LICENCE,
    KEYS,
    LABEL,
    NAME_END,
    is_label,
    whole_label,
)
from doccheck.understanding.licence_layout import balanced, placed_fields
from doccheck.understanding.licence_places import Placed
from doccheck.understanding.licence_values import VALUES, plain
from doccheck.understanding.statement_rows import Entry, Row, rows_of

FACTS = frozenset({"uscc", "enterprise_name", "legal_representative", "registered_address"})
_OTHERS_PAPERS = re.compile(r"用户|客户|供应商|供方|合同|发票|采购|销售|评价意见|满意度")
QUOTE = 80  # characters
LOOK_AHEAD = 3  # lines that a wrapped value may take


@dataclass(slots=True)
class _Open:
    """A label found and what stands behind it so far.

    `sure`: how surely it was read. `cut`: some of it may be wanting. `others`: where what stands
    behind it stands elsewhere.
    """

    key: str
    label: str
    place: Place
    words: list[str]
    sure: float = 1.0
    cut: bool = False
    others: list[Place] = field(default_factory=list)

    def add(self, words: str, place: Place) -> None:
        """Take words from another line or cell."""
        self.words.append(words)
        self.others.append(place)

    @property
    def spot(self) -> Place:
        """Return where the value stands: all its lines on its first page, else its beginning."""
        first, *rest = self.others or [self.place]
        boxes = [p.box for p in (first, *rest) if p.box and _same_page(p, first)]
        return replace(first, box=reduce(Box.union, boxes)) if first.box else first


def _same_page(one: Place, other: Place) -> bool:
    return (one.file, one.page) == (other.file, other.page)


def read_licence(document: LogicalDocument) -> tuple[FieldReading, ...]:
    """Return what a business licence says: each key once, as FieldReading without year."""
    found: dict[str, FieldReading] = {}
    for one in _all_fields(document):
        reading = _reading(document, one)
        if reading and (one.key not in found or found[one.key].state != "filled"):
            found[one.key] = reading
    for key, alone in (("uscc", lone_code), ("enterprise_name", lone_name)):
        if key not in found or found[key].state != "filled":
            found |= {key: reading} if (reading := alone(document)) else {}
    return tuple(found[key] for key in FACTS_OF_LICENCE if key in found)


def read_enterprise_facts(document: LogicalDocument) -> tuple[FieldReading, ...]:
    """Return name, code, representative and address that a supporting document states.

    Only where the document carries a credit code beside its label, as credit reports do: another
    enterprise's name on a contract or a customer's letter is no fact of the applicant.
    """
    if _OTHERS_PAPERS.search(document.title):
        return ()
    readings = read_licence(document)
    labelled = any(r.key == "uscc" and r.state == "filled" and r.label for r in readings)
    if not labelled:
        return ()
    return tuple(r for r in readings if r.key in FACTS and r.state == "filled")


# ---- labels and values
def _all_fields(document: LogicalDocument) -> Iterator[_Open]:
    """Yield each label with its value: of pictures by where they stand, else in reading order."""
    pieces: dict[int, set[Piece]] = {}
    others: list[Block] = []
    for block in document.blocks:
        if found := list(_loose(block)):
            pieces.setdefault(block.place.page or 0, set()).update(found)
        else:
            others.append(block)
    for one in _fields(rows_of(others)):
        if document.text_source != "native":
            one.cut = _wanting(one.key, "".join(one.words))
        yield one
    for page in sorted(pieces):
        yield from map(_of_picture, placed_fields(sorted(pieces[page], key=lambda p: p.level)))


def _loose(block: Block) -> Iterator[Piece]:
    """Yield the pieces of recognised lines that stand in no grid of labels and values."""
    if isinstance(block, Paragraph):
        yield from block.pieces
    elif block.cols == 1:
        yield from (piece for cell in block.cells for p in cell.paragraphs for piece in p.pieces)


def _of_picture(one: Placed) -> _Open:
    """Return a label and value found by their places on a picture."""
    boxes = [p.place.box for p in one.pieces if p.place.box is not None]
    whole = replace(one.own.place, box=reduce(Box.union, boxes))
    sure = min(p.confidence for p in one.pieces)
    words = "".join(one.words)
    cut = one.cut or _wanting(one.key, words)
    return _Open(one.key, one.label, whole, one.words, sure, cut)


def _wanting(fact: str, words: str) -> bool:
    """Tell whether some of a value is wanting: a bracket, or what every name ends on."""
    no_end = fact == "enterprise_name" and not NAME_END.search(words)
    return no_end or not balanced(words)


def _fields(rows: Sequence[Row]) -> Iterator[_Open]:
    """Yield each label with its value, from lines and from cells."""
    current: _Open | None = None
    skipped: Row | None = None
    for row, following in zip_longest(rows, rows[1:]):
        if row is skipped:
            continue
        if below := _values_below(row, following):
            yield from below
            skipped = following
            continue
        for line, place in _lines(row):
            pieces = list(_pieces(line, place))
            if not pieces and current and _goes_on(current, line):
                current.add(line, place)
            elif current and (pieces or ENDS.search(line)):
                yield current
                current = None
            if pieces:
                yield from pieces[:-1]
                current = pieces[-1]
    if current:
        yield current


def _lines(row: Row) -> Iterator[tuple[str, Place]]:
    return ((line, e.place) for e in row.entries for line in e.text.split("\n") if line.strip())


def _goes_on(current: _Open, line: str) -> bool:
    """Tell whether a line without label belongs to the value before it."""
    if ENDS.search(line) or len(current.words) > LOOK_AHEAD:
        return False
    return not current.words or current.key not in CLOSED


def _pieces(line: str, place: Place) -> Iterator[_Open]:
    """Yield the labels of a line with what stands behind them in it."""
    if alone := whole_label(line, misread=False):
        yield _Open(KEYS[alone], alone, place, [])
        return
    found = [m for m in LABEL.finditer(line) if is_label(m, line)]
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(line)
        words = line[match.end() : end].strip(" \t\u3000:：;；")
        label = "".join(match["label"].split())
        yield _Open(KEYS[label], label, place, [words] if words else [])


def _values_below(row: Row, following: Row | None) -> list[_Open]:
    """Return values that stand in a table's row under a row of labels only, empty for none."""
    labels = [_only_label(e) for e in row.entries]
    if len(labels) < 2 or not all(labels) or following is None or following.table != row.table:
        return []
    if row.table is None or any(_only_label(e) for e in following.entries):
        return []
    found = [
        _Open(KEYS[label], label, e.place, []) for e, label in zip(row.entries, labels, strict=True)
    ]
    for one, e in zip(found, row.entries, strict=True):
        for value in following.entries:
            if value.col == e.col:
                one.add(value.text, value.place)
    return found


def _only_label(entry: Entry) -> str:
    words = "".join(entry.text.split()).rstrip(":：")
    return words if words in KEYS else ""


# ---- readings
def _reading(document: LogicalDocument, one: _Open) -> FieldReading | None:
    if not one.key:
        return None
    raw = clean("".join(one.words))
    value, number, day = VALUES.get(one.key, plain)(raw)
    value = "" if one.cut else value
    quote = f"{one.label} {raw}"[:QUOTE]
    evidence = Evidence(one.spot, quote, confidence=one.sure, document=document.id)
    state: FieldState = "filled" if value else "unclear"
    return FieldReading(
        one.key, document.id, one.label, state, evidence, None, raw, value, number, day=day
    )  # fmt: skip
