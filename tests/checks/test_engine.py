"""The engine: doubt, crashes, what is not asked of the enterprise, one cause one failure."""

import dataclasses
from collections.abc import Iterator

import pytest

from doccheck.checks import engine, registry
from doccheck.checks.engine import run_rules, weigh
from doccheck.checks.registry import Check, NoParams
from doccheck.checks.view import View
from doccheck.model.places import UNCONFIRMED, Evidence, Place
from doccheck.model.program import RuleSpec
from doccheck.model.result import Outcome, Search

from .dossiers import ENTERPRISE, PROGRAM, Paper, ask, one, view

PLACE = Place("a.pdf", 1)


def outcome(status: str, confidence: float = 1.0, **more: object) -> Outcome:
    evidence = (Evidence(PLACE, confidence=confidence),)
    return Outcome(status, "FLD01.blank", "x", evidence=evidence, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["pass", "fail"])
def test_an_answer_from_an_uncertain_reading_is_for_a_person(status: str) -> None:
    weighed = weigh(outcome(status, 0.94))
    assert (weighed.status, weighed.doubt) == ("review", "common.doubt_reading")


@pytest.mark.parametrize(("status", "confidence"), [("pass", 0.95), ("fail", 0.97)])
def test_an_answer_from_a_certain_reading_stands(status: str, confidence: float) -> None:
    assert weigh(outcome(status, confidence)).status == status


def test_what_one_recogniser_read_may_bear_a_pass_and_never_a_fail() -> None:
    assert weigh(outcome("pass", UNCONFIRMED)).status == "pass"
    assert weigh(outcome("fail", UNCONFIRMED)).status == "review"


def test_nothing_is_called_missing_from_what_ocr_read() -> None:
    searched = dataclasses.replace(outcome("fail", 1.0), search=Search((), by_ocr=True))
    assert weigh(searched).status == "review"


def test_an_answer_that_hangs_on_no_single_character_may_rest_on_less() -> None:
    assert weigh(outcome("pass", 0.8, floor=0.5)).status == "pass"
    assert weigh(outcome("pass", 0.4, floor=0.5)).status == "review"


def test_absence_is_not_claimed_while_a_place_is_unread() -> None:
    searched = Search((PLACE,), unread=(Place("b.pdf"),))
    weighed = weigh(outcome("fail", search=searched))
    assert (weighed.status, weighed.doubt) == ("review", "common.doubt_unread")
    assert weigh(outcome("fail", search=Search((PLACE,)))).status == "fail"
    assert weigh(outcome("pass", search=searched)).status == "pass"


def test_what_the_recommender_fills_in_is_not_asked_of_the_enterprise() -> None:
    seen = view(Paper("form", fields={"opinion": ""}))
    params = {"document": "form", "fields": ("opinion", "uscc")}
    [answer] = ask("FLD01", seen, who="recommender", **params)
    assert (answer.status, answer.key) == ("not_applicable", "common.recommender_only")
    reviewer = dataclasses.replace(seen, role="reviewer")
    assert ask("FLD01", reviewer, who="recommender", **params)[0].status != "not_applicable"


def test_a_crash_is_that_rules_error_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_view: View, _params: object) -> Iterator[Outcome]:
        yield outcome("pass")
        raise ZeroDivisionError("boom")

    monkeypatch.setitem(engine.CHECKS, "FMT04", Check("FMT04", "hidden-text", NoParams, crash))
    rules = tuple(
        RuleSpec(id=i, rule=r, clause="一", says="要求", params=p)
        for i, r, p in (("1", "FMT04", {}), ("2", "MAT01", {"document": "form"}))
    )
    program = PROGRAM.model_copy(update={"rules": rules})
    judged = run_rules(view(Paper("form"), program=program))
    assert [(j.rule.id, j.outcome.status) for j in judged] == [
        ("1", "pass"), ("1", "not_checked"), ("2", "pass"),
    ]  # fmt: skip
    assert judged[1].outcome.values["error"] == "ZeroDivisionError: boom"


def test_a_rule_that_is_not_built_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(engine.CHECKS, "MAT01")
    rule = RuleSpec(id="1", rule="MAT01", clause="一", says="要求", params={"document": "form"})
    program = PROGRAM.model_copy(update={"rules": (rule,)})
    assert run_rules(view(Paper("form"), program=program)) == ()


def test_a_check_that_says_nothing_is_not_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = Check("FMT04", "hidden-text", NoParams, lambda _view, _params: iter(()))
    monkeypatch.setitem(engine.CHECKS, "FMT04", silent)
    assert one("FMT04", view()).status == "not_checked"


def test_a_wrong_parameter_is_that_rules_error_alone() -> None:
    answer = one("MAT01", view(), documnt="form")
    assert (answer.status, answer.key) == ("not_checked", "common.crash")


def test_one_rule_has_one_check() -> None:
    with pytest.raises(ValueError, match="MAT01"):
        registry.check("MAT01")(lambda _view, _params: iter(()))


DEPENDENTS = [
    ("FLD01", {"document": "form"}),
    ("FLD02", {"document": "form", "field": "direction"}),
    ("LEN01", {"document": "form", "field": "benchmark_name", "limit": 40}),
    ("MAT03", {"document": "form"}),
    ("MAT04", {"document": "form"}),
    ("NAM01", {"limit": 40}),
    ("NAM02", {"endings": ("实践经验",)}),
    ("NAM03", {}),
    ("NAM04", {}),
    ("CON01", {}),
    ("CON02", {}),
    ("CON03", {}),
    ("IDN01", {}),
    ("IDN02", {"fields": ("email",)}),
]
"""Rules that look at the form, and at nothing else in these submissions."""


@pytest.mark.parametrize(("rule", "params"), DEPENDENTS)
def test_a_missing_form_is_one_failure_and_the_rest_is_not_checked(
    rule: str, params: dict[str, object]
) -> None:
    for answer in ask(rule, view(Paper("evidence")), **params):
        assert (answer.status, answer.key) == ("not_checked", "common.no_document")
        assert answer.search is not None and answer.search.looked_at


@pytest.mark.parametrize(("rule", "params"), DEPENDENTS)
def test_an_unread_form_leaves_the_rest_unchecked(rule: str, params: dict[str, object]) -> None:
    for answer in ask(rule, view(Paper("form", readable=False)), **params):
        assert (answer.status, answer.key) == ("not_checked", "common.unread_document")
        assert answer.evidence


BLANK = Paper(
    "form", fields=dict.fromkeys(("enterprise_name", "uscc", "benchmark_name", "email"), "")
)


@pytest.mark.parametrize(("rule", "params"), [d for d in DEPENDENTS if not d[0].startswith("MAT")])
def test_a_blank_form_is_one_failure_and_the_rest_is_not_checked(
    rule: str, params: dict[str, object]
) -> None:
    for answer in ask(rule, view(BLANK), **params):
        assert (answer.status, answer.key) == ("not_checked", "common.blank_template")


def test_what_may_stand_in_an_unread_file_is_said_to_be_so() -> None:
    seen = view(Paper("evidence"), files=(), program=PROGRAM)
    unread = view(Paper("evidence"), Paper("", "scan.pdf", readable=False))
    assert one("NAM01", seen, limit=40).doubt == ""
    assert one("NAM01", unread, limit=40).doubt == "common.doubt_unread"


def test_a_form_bound_into_another_file_answers_for_it() -> None:
    bound = Paper(
        "form", fields={"enterprise_name": ENTERPRISE}, sections=(("overview", "字" * 30),)
    )
    answer = one("LEN01", view(bound), section="overview", limit=40)
    assert answer.status == "pass"
