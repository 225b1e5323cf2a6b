"""Cases: small submissions told in YAML, with what the programme's rules must answer.

`cases/<programme>/base.yaml` tells a clean submission; every other file there is a case:

    title: 企业概况写了612字
    given: {sections: {overview: 612}}
    expect: {附件4-二（二）-1: fail}

A case is the clean submission with the changes of `given`. Every rule named in `expect` must
answer so; every rule not named must not fail.
"""

import importlib.resources
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import PurePath

from pydantic import Field

from doccheck.checks.engine import run_rules
from doccheck.checks.view import View
from doccheck.model.program import Program, Strict
from doccheck.model.result import Judged, Status
from doccheck.programs.case_dossier import dossier_of
from doccheck.programs.case_given import Given, merged
from doccheck.programs.loader import load_program
from doccheck.programs.source import parse

BASE = "base.yaml"
WORST_FIRST: tuple[Status, ...] = ("fail", "review", "not_checked", "pass", "not_applicable")


class Case(Strict):
    """One case: its sentence, what is given, what each rule named must answer."""

    title: str
    given: Given = Given()
    expect: dict[str, Status] = Field(min_length=1)


def case_files(program_id: str) -> tuple[Traversable, ...]:
    """Return a programme's case files, sorted by name, without the base."""
    folder = importlib.resources.files(__package__) / "cases" / program_id
    if not folder.is_dir():
        return ()
    files = (f for f in folder.iterdir() if f.name.endswith(".yaml") and f.name != BASE)
    return tuple(sorted(files, key=lambda f: f.name))


def load_case(file: Traversable) -> Case:
    """Read one case file."""
    return Case.model_validate(_data(file))


@cache
def cited_rules(program_id: str) -> dict[str, set[str]]:
    """Return which answers a programme's cases expect of each rule."""
    cited: dict[str, set[str]] = {}
    for file in case_files(program_id):
        for rule, status in load_case(file).expect.items():
            cited.setdefault(rule, set()).add(status)
    return cited


def run_case(program_id: str, file: Traversable) -> tuple[str, ...]:
    """Run one case; return what does not hold, nothing where all does."""
    program = load_program(program_id)
    case = load_case(file)
    answers = worst(run_rules(view_of(program, case.given)))
    return tuple(_mismatches(program, case, answers))


def view_of(program: Program, given: Given) -> View:
    """Return the view of the clean submission with a case's changes."""
    told = merged(base_of(program.id), given)
    day = date.fromisoformat(told.as_of)
    dossier = dossier_of(program, told)
    recognised = told.recognised or None
    return View(dossier, program, day, role=told.role, recognised=recognised)


@cache
def base_of(program_id: str) -> Given:
    """Return the clean submission of a programme."""
    folder = importlib.resources.files(__package__) / "cases" / program_id
    return Given.model_validate(_data(folder / BASE))


def worst(judged: Iterable[Judged]) -> dict[str, Status]:
    """Return the worst answer of each rule."""
    found: dict[str, Status] = {}
    for each in judged:
        held = found.get(each.rule.id, "not_applicable")
        found[each.rule.id] = min(held, each.outcome.status, key=WORST_FIRST.index)
    return found


def _mismatches(program: Program, case: Case, answers: dict[str, Status]) -> Iterator[str]:
    known = {rule.id for rule in program.rules}
    for rule, wanted in case.expect.items():
        if rule not in known:
            yield f"没有规则“{rule}”"
        elif rule in answers and answers[rule] != wanted:
            yield f"“{rule}”应是 {wanted}，实际是 {answers[rule]}"
    for rule, status in answers.items():
        if rule not in case.expect and status == "fail":
            yield f"“{rule}”没有写进 expect，却是 fail"


def _data(file: Traversable) -> object:
    return parse(file.read_text(encoding="utf-8"), PurePath(str(file)).name).data
