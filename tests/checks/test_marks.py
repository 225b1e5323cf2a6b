"""SIG03: dates."""

from datetime import date

import pytest

from doccheck.model.result import Outcome

from .dossiers import PROGRAM, Paper, ask, one, said, view

NAMED = {"enterprise_name": "某公司"}


def dated(*dates: str, **more: object) -> Outcome:
    letter = Paper("letter", fields=NAMED, dates=dates, **more)  # type: ignore[arg-type]
    return one("SIG03", view(letter), documents=("letter",))


@pytest.mark.parametrize(("text", "status", "key"), [
    ("2021-04-28", "pass", "SIG03.dated"),
    ("2021-05-08", "pass", "SIG03.dated"),
    ("", "fail", "SIG03.absent"),
    ("2021-02-30", "fail", "SIG03.not_real"),
    ("2021-06-01", "fail", "SIG03.too_late"),
    ("2021-05-31", "review", "SIG03.future"),
    ("2021-04-01", "review", "SIG03.before_notice"),
    ("2021年4月", "review", "SIG03.unclear"),
])  # fmt: skip
def test_a_date(text: str, status: str, key: str) -> None:
    answer = dated(text)
    assert (answer.status, answer.key) == (status, key)
    assert answer.evidence and "承诺书" in said(answer)


def test_a_late_date_fails_whatever_the_day_of_receipt() -> None:
    letter = Paper("letter", fields=NAMED, dates=("2021-06-01",))
    seen = view(letter, as_of=date(2026, 1, 1), as_of_given=False)
    assert one("SIG03", seen, documents=("letter",)).status == "fail"


def test_a_handwritten_date_that_was_not_read_surely_is_for_a_person() -> None:
    assert dated("2021-06-01", confidence=0.7).status == "review"


def test_of_several_dates_the_worst_counts() -> None:
    assert dated("2021-04-28", "2021-02-30").key == "SIG03.not_real"
    assert len(dated("2021-04-28", "2021-04-29").evidence) == 2


def test_one_empty_place_beside_a_date_is_for_a_person() -> None:
    assert dated("2021-04-28", "").key == "SIG03.partly"


def test_no_place_for_a_date_is_for_a_person() -> None:
    assert dated().key == "SIG03.no_place"


def test_the_recommenders_date_is_not_the_enterprises() -> None:
    letter = Paper("letter", fields=NAMED, dates=("2021-04-28",), date_who="recommender")
    assert one("SIG03", view(letter), documents=("letter",)).status == "review"
    theirs = one("SIG03", view(letter), documents=("letter",), whose="recommender")
    assert theirs.status == "pass"


def test_the_date_may_stand_on_the_copy_that_was_not_read() -> None:
    seen = view(
        Paper("letter", fields=NAMED, dates=("",)), Paper("letter", "盖章.pdf", readable=False)
    )
    assert one("SIG03", seen, documents=("letter",)).status == "review"


def test_an_undated_copy_beside_a_dated_one_does_no_harm() -> None:
    seen = view(
        Paper("letter", fields=NAMED, dates=("",)),
        Paper("letter", "盖章.pdf", NAMED, dates=("2021-04-28",)),
    )
    assert one("SIG03", seen, documents=("letter",)).status == "pass"


def test_each_document_is_its_own_answer() -> None:
    letter = Paper("letter", fields=NAMED, dates=("2021-04-28",))
    found = ask("SIG03", view(letter), documents=("form", "letter"))
    assert [(a.status, a.subject) for a in found] == [
        ("not_checked", "申请推荐表"), ("pass", "承诺书"),
    ]  # fmt: skip


def test_a_notice_without_deadlines_has_no_last_day() -> None:
    program = PROGRAM.model_copy(update={"deadlines": ()})
    letter = Paper("letter", fields=NAMED, dates=("2021-06-01",))
    seen = view(letter, program=program, as_of=date(2021, 7, 1))
    assert one("SIG03", seen, documents=("letter",)).status == "pass"
