"""What a field's printed words mean: value, number, date, marked choices.

The contract's forms: money in plain yuan, ratios plain (0.35), turnover in times a year, ISO
dates; everything else as printed, blanks of typesetting removed.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from doccheck.model.dossier import FieldState
from doccheck.model.program import FieldKind, FieldSpec
from doccheck.text import amounts, dates, names, normalise
from doccheck.understanding import choices
from doccheck.understanding.grid import BRACKETS

NUMERIC: frozenset[FieldKind] = frozenset({"money", "percent", "turnover", "count", "grade"})
PRINTED_HINTS = (
    "加盖公章", "盖公章", "盖章", "公章", "签章", "签字", "章", "签名", "详细邮寄地址", "可另附页",
)  # fmt: skip
_HINT = re.compile(r"[（(]\s*(?:" + "|".join(PRINTED_HINTS) + r")\s*[)）]")
_RULES = re.compile(r"[_＿﹍]{2,}|\.{4,}|…{2,}")
_ONLY_UNITS = re.compile(r"^(?:万元|千元|亿元|元|人|%|％|次|倍|年|月|日|[（()）、，,/\s\-—:：])*$")
NONE_WORDS = frozenset({"无", "/", "-", "—", "——", "无无", "不适用", "暂无", "没有"})


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value in all the forms that a check may ask for (see `FieldReading`)."""

    state: FieldState
    raw: str
    value: str = ""
    number: Decimal | None = None
    step: Decimal | None = None
    day: date | None = None
    marked: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()


def read_value(text: str, spec: FieldSpec, unit: str) -> Value:
    """Read what a field holds; `unit` is what the label's brackets print, empty for none."""
    raw = without_hints(text, spec.hints)
    if spec.kind == "choice":
        return _choice(raw, spec.choices)
    if spec.kind == "brackets":
        on, off = choices.bracketed(raw)
        return Value(
            "filled" if on or off else "blank", raw, "、".join(on), marked=on, unmarked=off
        )
    if not raw or (_ONLY_UNITS.match(raw) and raw not in NONE_WORDS):
        return Value("blank", raw)
    if spec.kind in NUMERIC:
        return _number(raw, spec, unit)
    if spec.kind == "date":
        return _date(raw)
    return Value("filled", raw, _plain(raw, spec.kind))


def without_hints(text: str, hints: tuple[str, ...] = ()) -> str:
    """Return a cell's words without printed instructions and rules to write on."""
    rest = _RULES.sub(" ", text)
    for hint in hints:
        rest = rest.replace(hint, " ")
    rest = _HINT.sub(" ", rest)
    return normalise.clean(rest).strip("：: ")


def _plain(raw: str, kind: FieldKind) -> str:
    if kind == "person":
        return names.person_name(raw) or raw
    if kind in ("uscc", "email", "enterprise", "postcode"):
        return re.sub(r"\s+", "", normalise.clean(raw))
    return raw


def _grade(raw: str) -> Value:
    level = amounts.parse_level(raw)
    if level is None:
        return Value("filled", raw, raw)
    return Value("filled", raw, raw, Decimal(level), Decimal(1))


def _number(raw: str, spec: FieldSpec, unit: str) -> Value:
    if spec.kind == "grade":
        return _grade(raw)
    default = unit or spec.unit or {"percent": "%", "count": "人"}.get(spec.kind, "")
    amount = amounts.parse_amount(raw, default or None)
    if amount is None:
        return Value("filled" if raw in NONE_WORDS else "unclear", raw, raw)
    scaled = amount.value
    step = amount.step
    if spec.kind in ("percent", "turnover") and amount.unit in ("%", "‰", "百分点"):
        ratio = amounts.as_ratio(amount)
        step = step * (ratio / scaled) if scaled else step.scaleb(-2)
        scaled = ratio
    return Value("filled", raw, amounts.plain(scaled), scaled, step)


def _date(raw: str) -> Value:
    reading = dates.parse_date(raw)
    if reading is None:
        return Value("blank" if dates.is_blank_date(raw) else "unclear", raw)
    if reading.doubtful:
        return Value("unclear", raw)
    if reading.value is None or not reading.real:
        return Value("filled", raw, reading.raw)
    exact = reading.precision == "day"
    return Value(
        "filled", raw, reading.value.isoformat() if exact else reading.raw,
        day=reading.value if exact else None,
    )  # fmt: skip


def _choice(raw: str, offered: tuple[str, ...]) -> Value:
    """Read ticks; without any box the words themselves are the answer."""
    found = choices.answers(raw, offered)
    if not found.clear:
        return Value("unclear", raw, raw)
    if found.on or found.off:
        state: FieldState = "filled" if found.on else "blank"
        return Value(state, raw, "、".join(found.on), marked=found.on, unmarked=found.off)
    if not raw:
        return Value("blank", raw)
    return Value("filled", raw, raw, marked=(raw,))


def unit_in(label: str) -> str:
    """Return the unit printed in a label's brackets (资产总额（万元）), empty for none."""
    for bracket in BRACKETS.findall(normalise.key(label)):
        words = bracket.strip("()<>")
        found = re.search(r"亿元|百万元|万元|千元|元|%|人|次|倍", words)
        if found:
            return found.group()
    return ""
