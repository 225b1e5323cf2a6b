"""What is read a second time, and what its agreement is worth."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from doccheck.model.document import Document, Page, Paragraph
from doccheck.model.dossier import Dossier, FieldReading, StatementItem
from doccheck.model.places import ASSERTED, CERTAIN, UNCONFIRMED, Box, Evidence, Place
from doccheck.model.rereading import Passage, TwiceRead
from doccheck.understanding.doubt import with_doubt
from doccheck.understanding.reread import MOST_PASSAGES, read_again

SCAN = Place("扫描.pdf", 1, Box(0, 0, 10, 10))
CODE = "91350100M000100Y43"  # the standard's own example
KINDS = {"legal_representative": "person", "uscc": "uscc", "revenue": "money", "industry": "text"}


class Agreeing:
    """Reads everything as it was read before, or something else, and remembers what it read."""

    def __init__(self, other: str = "") -> None:
        self.other = other
        self.asked: list[str] = []

    def reread(self, passages: Sequence[Passage]) -> list[tuple[TwiceRead, ...]]:
        self.asked += [p.words for p in passages]
        seconds = [self.other or p.words for p in passages]
        return [
            (TwiceRead(p.words, 0.99, second, (0.99,) * len(second)),)
            for p, second in zip(passages, seconds, strict=True)
        ]


def reading(key: str, value: str, label: str = "标签", **evidence: object) -> FieldReading:
    proof = Evidence(SCAN, value, "ocr", 0.9, "存疑")
    return FieldReading(
        key, "d1", label, "filled", replace(proof, **evidence), raw=value, value=value
    )  # type: ignore[arg-type]


def confidence(one: FieldReading, rereader: Agreeing) -> float:
    [judged], _ = read_again([one], [], KINDS, rereader)  # type: ignore[arg-type]
    return judged.evidence.confidence


@pytest.mark.parametrize(
    ("key", "value"),
    [("legal_representative", "沈建伟"), ("uscc", CODE), ("revenue", "36,212.86 万元")],
)
def test_what_both_read_alike_may_bear_a_fail(key: str, value: str) -> None:
    assert confidence(reading(key, value), Agreeing()) == ASSERTED
    assert confidence(reading(key, value), Agreeing("别的")) < CERTAIN


def test_the_note_of_doubt_goes_with_the_doubt() -> None:
    [judged], _ = read_again(
        [reading("legal_representative", "沈建伟")], [], KINDS, Agreeing()  # type: ignore[arg-type]
    )  # fmt: skip
    assert judged.evidence.note == ""


@pytest.mark.parametrize(
    "one",
    [
        reading("industry", "制造业"),
        reading("uscc", CODE[:-1] + "5"),
        reading("uscc", CODE, label=""),
        reading("legal_representative", "沈建伟", via="native", confidence=1.0),
        reading("legal_representative", "沈建伟", confidence=ASSERTED),
    ],
)
def test_what_decides_nothing_or_would_accuse_or_is_sure_is_not_read_again(
    one: FieldReading,
) -> None:
    rereader = Agreeing()
    assert confidence(one, rereader) == one.evidence.confidence
    assert rereader.asked == []


def test_of_a_statement_only_what_a_field_speaks_of_is_read_again() -> None:
    rereader = Agreeing()
    items = [
        StatementItem(
            "d9", name, name, 2023, Decimal("500.00"), Decimal("0.01"), "500.00",
            Evidence(SCAN, "500.00", "ocr", 0.9),
        )
        for name in ("revenue", "unlisted")
    ]  # fmt: skip
    _, judged = read_again([], items, KINDS, rereader)  # type: ignore[arg-type]
    assert [i.evidence.confidence for i in judged] == [ASSERTED, 0.9]
    assert rereader.asked == ["500.00"]


def test_the_number_of_passages_is_bounded() -> None:
    rereader = Agreeing()
    many = [
        reading("legal_representative", "沈建伟", place=replace(SCAN, page=n))
        for n in range(1, 2 * MOST_PASSAGES)
    ]
    read_again(many, [], KINDS, rereader)  # type: ignore[arg-type]
    assert len(rereader.asked) == MOST_PASSAGES


def test_two_scans_of_one_name_are_settled_by_a_second_reading_alone() -> None:
    read = Paragraph("文", SCAN, confidence=UNCONFIRMED)
    scan = Document("扫描.pdf", "pdf", (read,), (Page(1, 595, 842, "scan", recognised=True),))
    both = tuple(
        replace(reading("legal_representative", "沈建伟"), document=d) for d in ("d1", "d2")
    )
    dossier = Dossier((), (scan,), (), both)
    alone = with_doubt(dossier, None)
    again = with_doubt(dossier, None, Agreeing())
    assert all(r.evidence.confidence < CERTAIN for r in alone.readings)
    assert all(r.evidence.confidence == ASSERTED for r in again.readings)
