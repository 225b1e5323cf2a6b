"""ELI: who may apply, where from, until when."""

import dataclasses
from datetime import date

import pytest

from doccheck.checks.view import View
from doccheck.model.program import FieldSpec
from doccheck.model.result import Outcome

from .dossiers import ELSEWHERE, FIELDS, LATER, PROGRAM, USCC, Paper, ask, said, view

HERE, THERE = "长沙市岳麓区麓谷大道1号", "江苏省常州市武进区1号"


# ---- ELI06
def region(address: str, code: str, **more: object) -> Outcome:
    paper = Paper("licence", fields={"registered_address": address, "uscc": code}, **more)  # type: ignore[arg-type]
    return ask("ELI06", view(paper))[0]


@pytest.mark.parametrize(("address", "code", "wanted"), [
    (HERE, USCC, "pass"),
    (THERE, ELSEWHERE, "fail"),
    (HERE, ELSEWHERE, "review"),
    (THERE, USCC, "review"),
    ("麓谷大道1号", USCC, "pass"),
    ("麓谷大道1号", ELSEWHERE, "review"),
    (THERE, "", "review"),
    (HERE, "", "pass"),
    ("麓谷大道1号", "91430100MA", "not_checked"),
])  # fmt: skip
def test_where_the_applicant_sits(address: str, code: str, wanted: str) -> None:
    assert region(address, code).status == wanted


def test_where_it_is_registered_counts_before_where_it_gets_mail() -> None:
    form = Paper("form", fields={"postal_address": THERE, "uscc": USCC})
    assert ask("ELI06", view(form))[0].status == "review"
    licence = Paper("licence", fields={"registered_address": HERE})
    assert ask("ELI06", view(form, licence))[0].status == "pass"


def test_other_peoples_codes_say_nothing() -> None:
    paper = Paper("evidence", fields={"uscc": ELSEWHERE, "postal_address": THERE})
    assert ask("ELI06", view(paper))[0].status == "not_checked"


def test_an_address_that_was_not_read_surely_is_for_a_person() -> None:
    assert region(THERE, ELSEWHERE, confidence=0.8).status == "review"


def test_address_and_code_that_say_the_same_bear_each_other_out() -> None:
    assert region(HERE, USCC, confidence=0.9).status == "pass"
    assert region(THERE, ELSEWHERE, confidence=0.9).status == "review"


def test_two_names_of_the_region_in_one_address_bear_each_other_out() -> None:
    assert region("湖南省长沙市岳麓区麓谷大道1号", "", confidence=0.9).status == "pass"
    assert region("长沙市麓谷大道1号", "", confidence=0.9).status == "review"
    assert region("湖南省长沙市麓谷大道1号", "", confidence=0.8).status == "review"


def test_without_a_region_there_is_nothing_to_ask() -> None:
    program = PROGRAM.model_copy(update={"region": None})
    assert ask("ELI06", view(program=program))[0].status == "not_applicable"


def window(seen: View) -> Outcome:
    return ask("ELI06", seen)[1]


def test_the_last_day_is_in_time_and_the_next_is_not() -> None:
    assert window(view(as_of=date(2021, 5, 10))).status == "pass"
    late = window(view(as_of=date(2021, 5, 11)))
    assert late.status == "fail"
    assert said(late) == "收件日2021-05-11晚于截止日2021-05-10，晚1天。"


def test_a_passed_deadline_is_for_a_person_where_the_day_of_receipt_is_not_given() -> None:
    assert window(view(as_of=date(2026, 1, 1), as_of_given=False)).status == "review"


def test_the_recommenders_deadline_is_the_reviewers_matter() -> None:
    program = PROGRAM.model_copy(update={"deadlines": (LATER,)})
    seen = view(program=program, as_of=date(2021, 6, 1))
    assert window(seen).status == "not_applicable"
    assert window(dataclasses.replace(seen, role="reviewer")).status == "fail"


def test_any_other_address_on_the_form_counts_too() -> None:
    site = FieldSpec(key="site", label="厂址", documents=("form",), kind="address")
    program = PROGRAM.model_copy(update={"fields": (*FIELDS, site)})
    inside = Paper("form", fields={"site": HERE})
    assert ask("ELI06", view(inside, program=program))[0].status == "pass"
    named = Paper("form", fields={"benchmark_name": THERE})
    assert ask("ELI06", view(named, program=program))[0].status == "not_checked"
