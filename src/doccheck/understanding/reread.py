"""What decides and nothing else confirms is read a second time by another recogniser."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from doccheck.model.dossier import FieldReading, StatementItem
from doccheck.model.places import ASSERTED, Evidence
from doccheck.model.program import FieldKind
from doccheck.model.rereading import Passage, Rereader
from doccheck.text.ids import check_uscc
from doccheck.understanding.agreement import agreed

DECISIVE: frozenset[FieldKind] = frozenset(
    {"person", "uscc", "enterprise", "address", "email", "money", "count"}
)

MOST_PASSAGES = 80
"""Passages of one submission that are read again, 30–40 ms each; a bound scan has about 40."""

_FIGURE = re.compile(r"[-－—–−]?\s?\d(?:[\d,，.．]*\d)?")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words to be read again, and what they are."""

    passage: Passage
    kind: FieldKind


def read_again(
    readings: Sequence[FieldReading],
    items: Sequence[StatementItem],
    kinds: Mapping[str, FieldKind],
    rereader: Rereader,
) -> tuple[list[FieldReading], list[StatementItem]]:
    """Return readings and figures, those surely read alike by both as sure as a `fail` needs.

    Of the statements' figures those are asked about that a field of some form speaks of.
    """
    asked = [_of_reading(r, kinds.get(r.key, "text")) for r in readings]
    asked += [_of_item(i, kinds.get(i.name, "text")) for i in items]
    wanted = list(dict.fromkeys(one for one in asked if one is not None))[:MOST_PASSAGES]
    answers = rereader.reread([one.passage for one in wanted])
    sure = {
        one
        for one, lines in zip(wanted, answers, strict=True)
        if agreed(one.passage.words, lines, one.kind)
    }
    split = len(readings)
    return (
        [
            replace(r, evidence=_confirmed(r.evidence)) if a in sure else r
            for r, a in zip(readings, asked[:split], strict=True)
        ],
        [
            replace(i, evidence=_confirmed(i.evidence)) if a in sure else i
            for i, a in zip(items, asked[split:], strict=True)
        ],
    )


def _of_reading(reading: FieldReading, kind: FieldKind) -> _Asked | None:
    if kind not in DECISIVE or reading.state != "filled" or not _in_doubt(reading.evidence):
        return None
    if not reading.label:
        return None  # found without its label: what it is stays in doubt, however well read
    if kind == "uscc" and not check_uscc(reading.value).ok:
        return None  # a misread code has a wrong check digit: agreement would accuse
    words = reading.raw if kind in ("money", "count") else reading.value
    return _asked(words, kind, reading.evidence)


def _of_item(item: StatementItem, kind: FieldKind) -> _Asked | None:
    if kind not in ("money", "count") or not _in_doubt(item.evidence):
        return None
    return _asked(item.raw, kind, item.evidence)


def _asked(words: str, kind: FieldKind, evidence: Evidence) -> _Asked | None:
    if kind in ("money", "count"):
        found = _FIGURE.search(words)
        words = found.group() if found else ""
    return _Asked(Passage(evidence.place, words), kind) if words else None


def _in_doubt(evidence: Evidence) -> bool:
    return evidence.via == "ocr" and evidence.confidence < ASSERTED


def _confirmed(evidence: Evidence) -> Evidence:
    return replace(evidence, confidence=ASSERTED, note="")
