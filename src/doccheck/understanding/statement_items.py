"""What the lines of a statement are called, and which sum each of them goes into.

Formats: 财会〔2019〕6号 (general enterprises, both the format with 营业总收入 and without),
财会〔2018〕15号, 财会〔2011〕17号 (小企业会计准则), and the lines of 企业会计制度 that still turn
up (主营业务收入, 所得税). A label is matched whole, after numbering, prefixes and notes in
brackets are taken off; nothing is matched by likeness, since 流动资产 is like 非流动资产.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from doccheck.text.normalise import key
from doccheck.understanding.statement_vocabulary import BALANCE, CASH, INCOME, SECTIONS

SheetKind = Literal["balance", "income", "cash"]
Prefix = Literal["", "within", "minus", "plus"]

UNLISTED = "unlisted"
"""Name of a line that is not in the vocabulary: it counts in its subtotal, nothing asks for it."""


class ItemKind(NamedTuple):
    """A line that statements know.

    Attributes:
        name: its name (`total_assets`).
        part_of: name of the sum that it goes into, empty for a total or a mere detail.
        sign: how it goes in; 0 where only the 加 or 减 before it tells.
    """

    name: str
    part_of: str = ""
    sign: int = 1


class Label(NamedTuple):
    """A label without its trimmings: `words` for looking up, `prefix` as printed before it."""

    words: str
    prefix: Prefix


_NOTE = re.compile(r"\([^()]*\)")
_OPEN_NOTE = re.compile(r"\([^():]{0,16}$|^[^():]{0,16}\)")  # the other half is on another line
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[,.:]|[0-9]{1,2}[.,:](?![0-9])|[0-9]{1,2}(?![0-9年,.%])|[ivx]{1,4}[,.:])"
)
_NUMBER_BEHIND = re.compile(
    r"(?<=[一-鿿])(?:[一二三四五六七八九十]{1,3}[,.](?:[0-9]{1,3})?|[0-9]{1,3})$"  # 行次, 附注
)
_PREFIX = re.compile(r"^(其中|减|加)(:|$)")
_BARE_PREFIX = re.compile(r"^(其中|减|加)(?=.)")
_PREFIXES: dict[str, Prefix] = {"其中": "within", "减": "minus", "加": "plus"}
_EDGE = ':;,.*·#△▲☆★◇◆-_~="<>'
_SAME_WORDS = (
    ("股东权益", "所有者权益"),
    ("业主权益", "所有者权益"),
    ("及", "和"),
    ("与", "和"),
    ("帐", "账"),
)


@lru_cache(maxsize=8192)
def read_label(text: str) -> Label:
    """Return a label without numbering, notes in brackets and 其中/加/减, which is told apart.

    `三、利润总额（亏损总额以“－”号填列）` is 利润总额, `减：营业成本` is 营业成本 with `minus`.
    """
    words = _OPEN_NOTE.sub("", _without_notes(key(text))).strip(_EDGE)
    prefix: Prefix = ""
    while True:
        shorter = _NUMBER_BEHIND.sub("", _NUMBER.sub("", words)).strip(_EDGE)
        if match := _PREFIX.match(shorter):
            prefix = _PREFIXES[match[1]]
            shorter = shorter[match.end() :].strip(_EDGE)
        if shorter == words:
            break
        words = shorter
    bare = _BARE_PREFIX.match(words)
    if bare and _is_known(_alike(words[bare.end() :])):
        return Label(_alike(words[bare.end() :]), _PREFIXES[bare[1]])
    return Label(_alike(words), prefix)


def item_of(text: str, sheet: SheetKind) -> ItemKind | None:
    """Return what a label means on a sheet, None where the vocabulary does not know it."""
    return _VOCABULARY[sheet].get(read_label(text).words)


def section_of(text: str, sheet: SheetKind) -> str:
    """Return the section that a heading opens (流动资产：), empty where it opens none."""
    return _HEADINGS[sheet].get(read_label(text).words, "")


def is_label(text: str) -> bool:
    """Tell whether a text is a line or a section's heading of any statement."""
    return _is_known(read_label(text).words)


def is_financing(text: str) -> bool | None:
    """Tell whether a balance sheet's label is of liabilities and equity, None if unknown."""
    item = item_of(text, "balance")
    name = section_of(text, "balance") or (item.part_of or item.name if item else "")
    return ("liabilities" in name or "equity" in name) if name else None


def _is_known(words: str) -> bool:
    return any(words in v for v in _VOCABULARY.values()) or any(
        words in v for v in _HEADINGS.values()
    )


def _without_notes(text: str) -> str:
    shorter = _NOTE.sub("", text)
    return text if shorter == text else _without_notes(shorter)


def _alike(words: str) -> str:
    for printed, usual in _SAME_WORDS:
        words = words.replace(printed, usual)
    return words


def _vocabulary(table: str) -> dict[str, ItemKind]:
    found: dict[str, ItemKind] = {}
    for line in table.split("\n"):
        if not line:
            continue
        name, part, *labels = line.split()
        sign = 1 if part == "-" else {"-": -1, "?": 0}.get(part[0], 1)
        found |= {_alike(label): ItemKind(name, part.lstrip("-?"), sign) for label in labels}
    return found


def _headings(table: str) -> dict[str, str]:
    lines = (line.split() for line in table.split("\n") if line)
    return {_alike(label): name for name, *labels in lines for label in labels}


_VOCABULARY: dict[SheetKind, dict[str, ItemKind]] = {
    "balance": _vocabulary(BALANCE),
    "income": _vocabulary(INCOME),
    "cash": _vocabulary(CASH),
}
_HEADINGS: dict[SheetKind, dict[str, str]] = {
    "balance": _headings(SECTIONS["balance"]),
    "income": {},
    "cash": _headings(SECTIONS["cash"]),
}
