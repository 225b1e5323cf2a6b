"""SIG01, SIG02: seals and signatures. A digital file alone never fails."""

import dataclasses

import pytest

from doccheck.model.dossier import Mark
from doccheck.model.places import Evidence, Place

from .dossiers import ENTERPRISE, Paper, ask, one, said, view

NAMED = {"enterprise_name": ENTERPRISE}
PAPER = Paper("letter", fields=NAMED, lines=("承诺书", "本公司承诺", "", "（盖章）", "日期"))


def sealed(
    state="", kind="seal", confidence=1.0, paper=PAPER, who="enterprise", rule="SIG01", **params
):
    seen = view(paper)
    marks = ()
    if state:
        place = Place("letter.docx", anchor="paragraph[3]")
        evidence = Evidence(place, "（盖章）", confidence=confidence, document="d1")
        marks = (Mark(kind, "d1", "（盖章）", state, evidence, who),)
    seen = dataclasses.replace(seen, dossier=dataclasses.replace(seen.dossier, marks=marks))
    return one(rule, seen, documents=("letter",), **params)


@pytest.mark.parametrize(("state", "confidence", "status", "key"), [
    ("present", 1.0, "pass", "SIG01.there"),
    ("present", 0.8, "review", "SIG01.pictured"),
    ("unclear", 1.0, "review", "SIG01.unclear"),
    ("absent", 1.0, "review", "SIG01.unclear"),
    ("", 1.0, "review", "SIG01.no_place"),
])  # fmt: skip
def test_a_seal_in_a_digital_file(state, confidence, status, key):
    answer = sealed(state, confidence=confidence)
    assert (answer.status, answer.key) == (status, key)


def test_an_empty_place_on_a_scan_fails_with_proof():
    answer = sealed("absent", paper=dataclasses.replace(PAPER, source="ocr"))
    assert (answer.status, answer.key) == ("fail", "SIG01.absent")
    assert answer.search is not None


def test_an_empty_place_on_a_scan_with_unread_pages_is_for_a_person():
    answer = sealed("absent", paper=dataclasses.replace(PAPER, source="ocr", unread=(2,)))
    assert answer.status == "review"


def test_an_empty_place_seen_with_doubt_is_for_a_person():
    answer = sealed("absent", confidence=0.7, paper=dataclasses.replace(PAPER, source="ocr"))
    assert answer.status == "review"


def test_a_signature_has_a_rule_of_its_own():
    assert sealed("present", kind="signature", rule="SIG02").key == "SIG02.there"
    assert "签字" in said(sealed("unclear", kind="signature", rule="SIG02"))


def test_either_mark_will_do_where_the_form_says_so():
    answer = sealed("present", kind="signature", any_of=("seal", "signature"))
    assert (answer.status, answer.key) == ("pass", "SIG01.there")
    assert "盖章或签字" in said(answer)


def test_the_recommenders_seal_is_not_the_applicants():
    assert sealed("present", who="recommender").key == "SIG01.no_place"
    assert sealed("present", who="recommender", whose="recommender").key == "SIG01.there"


def test_a_picture_elsewhere_is_told():
    paper = dataclasses.replace(PAPER, pictures=1, lines=("标题", *("正文",) * 9, "（盖章）"))
    seen = view(paper)
    mark = Mark(
        "seal", "d1", "（盖章）", "unclear",
        Evidence(Place("letter.docx", anchor="paragraph[10]"), document="d1"),
    )  # fmt: skip
    seen = dataclasses.replace(seen, dossier=dataclasses.replace(seen.dossier, marks=(mark,)))
    answer = one("SIG01", seen, documents=("letter",))
    assert (answer.status, answer.key) == ("review", "SIG01.elsewhere")


def test_a_blank_or_missing_form_is_not_checked():
    blank = Paper("form", fields={"enterprise_name": "", "uscc": "", "email": ""})
    found = ask("SIG01", view(blank), documents=("form", "letter"))
    assert [o.key for o in found] == ["common.blank_template", "common.no_document"]
