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
from doccheck.text import ids
from doccheck.text.normalise import clean
from doccheck.understanding.licence_labels import (
    CLOSED,
    ENDS,
    FACTS_OF_LICENCE,
    KEYS,
    LABEL,
    is_label,
)
from doccheck.understanding.licence_layout import Placed, balanced, placed_fields
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
    if found.get("uscc") is None or found["uscc"].state != "filled":
        found |= {"uscc": code} if (code := _lone_code(document)) else {}
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
    pieces: dict[int, list[Piece]] = {}
    others: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.pieces:
            pieces.setdefault(block.place.page or 0, []).extend(block.pieces)
        else:
            others.append(block)
    for page in sorted(pieces):
        yield from map(_of_picture, placed_fields(pieces[page]))
    yield from _fields(rows_of(others))


def _of_picture(one: Placed) -> _Open:
    """Return a label and value found by their places on a picture."""
    boxes = [p.place.box for p in one.pieces if p.place.box is not None]
    whole = replace(one.own.place, box=reduce(Box.union, boxes))
    sure = min(p.confidence for p in one.pieces)
    words = "".join(one.words)
    cut = one.cut or not balanced(words) or _no_end(one.key, words)
    return _Open(one.key, one.label, whole, one.words, sure, cut)


def _no_end(fact: str, words: str) -> bool:
    """Tell whether the end of a name is wanting, on which a name of an organisation ends."""
    return fact == "enterprise_name" and not _NAME_END.search(words)


_NAME_END = re.compile(
    r"(?:司|厂|店|社|行|部|所|院|心|坊|馆|场|站|园|铺|吧|企业|超市|集团)[）)]?$|合伙[）)]$"
)


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


_ENTERPRISE_CODE = re.compile(
    r"(?:9[1239]|Y1)(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])"
)
"""How an enterprise's code begins (GB 32100-2015): who registered it, its kind, a province."""

_OTHER_NUMBER = re.compile(r"(?:编号|证号|号码|注册号)\s*[:：]?\s*$")


def _lone_code(document: LogicalDocument) -> FieldReading | None:
    """Return the code that stands without its label, the check digit proving what it is.

    One number in thirty has a fitting check digit by chance: so another number's label before
    it, or a beginning that no enterprise's code has, leaves it out.
    """
    for row in rows_of(document.blocks):
        for entry in row.entries:
            codes = [c for c in ids.find_uscc(entry.text) if _may_stand_alone(c, entry.text)]
            if codes:
                evidence = Evidence(entry.place, clean(entry.text)[:QUOTE], document=document.id)
                return FieldReading(
                    "uscc", document.id, "", "filled", evidence, raw=codes[0], value=codes[0]
                )
    return None


def _may_stand_alone(code: str, text: str) -> bool:
    before = text[: max(0, text.find(code))]
    return (
        ids.check_uscc(code).ok
        and bool(_ENTERPRISE_CODE.match(code))
        and not _OTHER_NUMBER.search(before)
    )
