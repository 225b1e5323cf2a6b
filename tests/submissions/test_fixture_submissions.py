"""Whole submissions against what their maker says stands in them: the golden tests.

The fixtures' generator writes the truth by itself; doccheck is not asked for it.
"""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from doccheck.extractors.ocr.choice import OFF, OcrChoice
from doccheck.model.report import Report
from doccheck.pipeline import Settings, check_submission
from doccheck.text.amounts import parse_amount
from doccheck.text.normalise import key

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "submissions"
CASES = sorted(p.name for p in FOLDER.iterdir() if (p / "truth.json").is_file())
UNBUILT = frozenset({"CON05"})
NAMESAKES = frozenset({"audit_opinion"})  # said in other words


@cache
def truth(name):
    return json.loads((FOLDER / name / "truth.json").read_text(encoding="utf-8"))


def settings_for(name, ocr: OcrChoice) -> Settings:
    told = truth(name)
    return Settings(as_of=date.fromisoformat(told["as_of"]), program=told["program"], ocr=ocr)


@cache
def report(name) -> Report:
    """Return the report on a submission; only where a seal tells a defect its words are read."""
    told = truth(name)
    sealed = any(e["rule"] == "SIG04" and not e.get("optional") for e in told["expected"])
    settings = settings_for(name, OcrChoice("rapidocr") if sealed else OFF)
    return check_submission(FOLDER / name / told["input"], settings).report


def words(result) -> str:
    parts = (
        result.subject,
        result.target,
        result.message,
        result.expected,
        result.actual,
        result.fix,
    )
    return key(" ".join((*parts, *(e.text for e in result.evidence))))


def answers(expected, result) -> bool:
    if result.rule not in expected["rule"].split("|") or result.status not in expected["status"]:
        return False
    wanted = expected.get("subject_contains")
    return not wanted or any(key(w) in words(result) for w in wanted.split("|"))


def same(name: str, wanted: str, got: str) -> bool:
    if key(wanted) == key(got):
        return True
    one, other = parse_amount(wanted), parse_amount(got)
    return "." in name and one is not None and other is not None and one.value == other.value


def file_name(path: str) -> str:
    return re.split(r"[/!]", path)[-1]


@pytest.mark.parametrize("name", CASES)
def test_every_planted_defect_is_found(name):
    results = report(name).results
    planted = [
        e
        for e in truth(name)["expected"]
        if not e.get("optional") and not set(e["rule"].split("|")) & UNBUILT
    ]
    missed = [e["why"] for e in planted if not any(answers(e, r) for r in results)]
    assert missed == []


@pytest.mark.parametrize("name", CASES)
def test_nobody_is_accused_of_what_was_not_planted(name):
    planted = [dict(e, status=["fail"]) for e in truth(name)["expected"]]
    failed = [r for r in report(name).results if r.status == "fail"]
    assert [r.message for r in failed if not any(answers(e, r) for e in planted)] == []


def readings(name):
    """Yield every fact of the truth with the values that the report gives for it."""
    found = report(name)
    files = {d.id: (file_name(d.file), d.kind) for d in found.documents}
    for fact in truth(name)["facts"]:
        if fact["name"] in NAMESAKES:
            continue
        place = (file_name(fact["file"]), fact["kind"])
        yield (
            fact,
            [f.value for f in found.facts if f.name == fact["name"] and files[f.document] == place],
        )


@pytest.mark.parametrize("name", CASES)
def test_no_fact_is_read_wrongly(name):
    wrong = [
        (fact["file"], fact["name"], fact["value"], values)
        for fact, values in readings(name)
        if values and not any(same(fact["name"], fact["value"], v) for v in values)
    ]
    assert wrong == []


def test_hardly_a_fact_is_left_out():
    """A figure that cannot be told is left out, never guessed; two-sided sheets without rules do it."""
    everything = [values for name in CASES for _, values in readings(name)]
    assert sum(not values for values in everything) <= 0.005 * len(everything)


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_is_one_that_the_truth_allows(name):
    assert report(name).summary.verdict in truth(name)["verdict_ok"]


def test_the_seal_on_a_letter_is_known_for_the_applicants_own():
    name = "hunan-clean-folder"
    settings = settings_for(name, OcrChoice("rapidocr"))
    results = check_submission(FOLDER / name / truth(name)["input"], settings).report.results
    assert [r.status for r in results if r.rule == "SIG04" and r.subject == "承诺书"] == ["pass"]


def test_the_same_input_gives_the_same_report():
    name = CASES[0]
    told = truth(name)
    settings = settings_for(name, OFF)
    again = check_submission(FOLDER / name / told["input"], settings).report
    assert timeless(again) == timeless(report(name))


def timeless(made: Report) -> str:
    submission = made.submission.model_copy(update={"checked_at": ""})
    return made.model_copy(update={"submission": submission}).model_dump_json()
