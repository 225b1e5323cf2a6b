"""SIG04: whose seal it is. A right seal is never called another's."""

import dataclasses

import pytest

from doccheck.checks.seal_words import whose_seal
from doccheck.model.dossier import Mark
from doccheck.model.places import Evidence, Place
from doccheck.model.seen import Seal, SealWords

from .dossiers import ENTERPRISE, Paper, one, said, view

PLACE = Place("letter.docx", anchor="paragraph[3]")
PAPER = Paper("letter", fields={"enterprise_name": ENTERPRISE}, lines=("承诺书", "（盖章）"))
OTHER = "江苏远景动力机械有限公司"


def seal(*readings, sure=0.99):
    return Seal(PLACE, True, 0.96, tuple(SealWords(text, sure) for text in readings))


def answer(*seals):
    seen = view(PAPER)
    evidence = Evidence(PLACE, "（盖章）", "pixels", 0.96, document="d1")
    mark = Mark("seal", "d1", "（盖章）", "present", evidence, seals=seals)
    seen = dataclasses.replace(seen, dossier=dataclasses.replace(seen.dossier, marks=(mark,)))
    return one("SIG04", seen, documents=("letter",))


@pytest.mark.parametrize(("readings", "whose"), [
    ((ENTERPRISE,), "own"),
    ((ENTERPRISE, "湖南市锐智能装备有限公司"), "own"),
    (("湖南沛锐智能装备有限司司", "朔南沛锐智能装备有限公司"), "own"),  # each sign read once
    ((ENTERPRISE + "质量部",) * 2, "department"),
    ((OTHER, OTHER, OTHER), "other"),
    ((OTHER, OTHER, ENTERPRISE[:4] + OTHER[4:]), "near"),
    ((OTHER, OTHER, "湖南沛锐智能装备有限司"), "near"),  # one reading is near: nobody is accused
    (("江苏远景动力机械有限公司", "江苏运景动力机械有限公司"), "unread"),
    (("湖南沛锐集团有限公司",) * 3, "near"),
    (("远景动力机械",) * 3, "unread"),  # no whole name of an enterprise
    (("常州市工业和信息化局",) * 3, "unread"),
    ((), "unread"),
])  # fmt: skip
def test_whose_a_seal_is(readings, whose):
    said_of = whose_seal(seal(*readings), [ENTERPRISE])
    assert said_of in ((whose, "near") if whose == "unread" else (whose,))


def test_readings_in_doubt_name_no_other_enterprise():
    assert whose_seal(seal(OTHER, OTHER, sure=0.8), [ENTERPRISE]) != "other"


def test_the_applicants_seal_passes_and_shows_its_words():
    outcome = answer(seal(ENTERPRISE))
    assert (outcome.status, outcome.key) == ("pass", "SIG04.own")
    assert outcome.evidence[0].via == "pixels"


def test_another_enterprises_seal_fails_with_both_names():
    outcome = answer(seal(OTHER, OTHER))
    assert (outcome.status, outcome.key) == ("fail", "SIG04.other")
    assert OTHER in said(outcome)
    assert ENTERPRISE in said(outcome)


def test_a_right_seal_beside_another_is_enough():
    assert answer(seal(OTHER, OTHER), seal(ENTERPRISE)).status == "pass"


def test_a_seal_that_cannot_be_read_beside_another_accuses_nobody():
    assert answer(seal(OTHER, OTHER), seal()).status == "review"


def test_without_a_seal_nothing_is_checked():
    assert answer().key == "SIG04.no_seal"


def test_where_a_signature_alone_stands_no_seal_is_missed():
    seen = view(PAPER)
    evidence = Evidence(PLACE, "（签字或盖章）", "pixels", 0.96, document="d1")
    marks = (
        Mark("seal", "d1", "（签字或盖章）", "unclear", evidence),
        Mark("signature", "d1", "（签字或盖章）", "present", evidence),
    )
    signed = dataclasses.replace(seen, dossier=dataclasses.replace(seen.dossier, marks=marks))
    assert one("SIG04", signed, documents=("letter",)).status == "not_applicable"
    unclear = dataclasses.replace(seen, dossier=dataclasses.replace(seen.dossier, marks=marks[:1]))
    assert one("SIG04", unclear, documents=("letter",)).status == "not_checked"
