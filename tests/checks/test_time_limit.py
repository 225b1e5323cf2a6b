"""A rule, a file, a submission that takes for ever costs itself alone, and says so."""

import re
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from doccheck import pipeline
from doccheck.checks import engine
from doccheck.checks.engine import run_rules
from doccheck.checks.registry import Check, NoParams
from doccheck.checks.time_limit import OutOfTimeError, at_most
from doccheck.checks.view import View
from doccheck.errors import DoccheckError
from doccheck.model.program import RuleSpec
from doccheck.model.result import Outcome
from doccheck.pipeline import Settings, check_submission

from .dossiers import PROGRAM, Paper, view


def for_ever() -> None:
    while True:
        pass


def swallowing() -> None:
    while True:
        try:
            for_ever()
        except Exception:  # what a careless step does
            continue


def test_a_loop_is_interrupted_even_one_that_takes_every_exception() -> None:
    for hang in (for_ever, swallowing):
        with pytest.raises(OutOfTimeError), at_most(0.05):
            hang()


def test_a_pattern_that_backtracks_for_ever_is_interrupted() -> None:
    with pytest.raises(OutOfTimeError), at_most(0.1):
        re.match(r"(a+)+$", "a" * 40 + "b")


def test_waiting_takes_no_time_and_what_ends_is_left_alone() -> None:
    with at_most(0.05):
        time.sleep(0.2)
    until = time.process_time() + 0.1
    while time.process_time() < until:
        pass


def test_in_another_thread_nothing_is_bounded() -> None:
    done: list[bool] = []

    def work() -> None:
        with at_most(0.01):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> View:
    """Return a view whose first rule answers once and hangs then."""

    def answering(_view: View, _params: object) -> Iterator[Outcome]:
        yield Outcome("pass", "FMT04.none", "先答的")
        for_ever()

    check = Check("FMT04", "hidden-text", NoParams, answering)
    monkeypatch.setitem(engine.CHECKS, "FMT04", check)
    monkeypatch.setattr(engine, "RULE_SECONDS", 0.1)
    rules = tuple(
        RuleSpec(id=i, rule=r, clause="一", says="要求", params=p)
        for i, r, p in (("1", "FMT04", {}), ("2", "MAT01", {"document": "form"}))
    )
    return view(Paper("form"), program=PROGRAM.model_copy(update={"rules": rules}))


def test_a_hanging_rule_keeps_its_answers_and_stops_no_other(hanging: View) -> None:
    judged = run_rules(hanging)
    assert [(j.rule.id, j.outcome.status) for j in judged] == [
        ("1", "pass"), ("1", "not_checked"), ("2", "pass"),
    ]  # fmt: skip
    assert judged[1].outcome.key == "common.timed_out"


def test_rules_together_have_a_bound_too(hanging: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "RULE_SECONDS", 1000.0)
    monkeypatch.setattr(engine, "ALL_SECONDS", 0.2)
    assert [j.outcome.key for j in run_rules(hanging)][1] == "common.timed_out"


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(f"申报表 {name}", encoding="utf-8")
    return tmp_path


def hang_at(monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    """Let understanding hang where it sees so many files at once, or 乙 among them."""
    real = pipeline.assemble

    def assemble(given, documents, *rest):  # type: ignore[no-untyped-def]
        if len(documents) >= files or any(d.file == "乙.txt" for d in documents):
            for_ever()
        return real(given, documents, *rest)

    monkeypatch.setattr(pipeline, "assemble", assemble)
    monkeypatch.setattr(pipeline, "UNDERSTANDING_SECONDS", 1.5)
    monkeypatch.setattr(pipeline, "FILE_SECONDS", 1.0)


SETTINGS = Settings(date(2021, 5, 8), program="hunan-quality-2021")


def test_a_file_that_cannot_be_understood_in_time_is_left_out_and_told(
    submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang_at(monkeypatch, 9)
    report = check_submission(submission, SETTINGS).report
    told = {f.path: (f.status, f.reason) for f in report.files}
    assert told["甲.txt"][0] == "read"
    assert told["乙.txt"][0] == "unreadable" and "超时" in told["乙.txt"][1]


def test_a_submission_that_cannot_be_understood_in_time_is_an_error(
    submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang_at(monkeypatch, 0)
    with pytest.raises(DoccheckError, match="超时"):
        check_submission(submission, SETTINGS)
