"""NAM: the name of the benchmark (标杆名称)."""

import dataclasses
from collections.abc import Iterator

from pydantic import Field

from doccheck.checks import benchmark, lengths
from doccheck.checks.comparing import Likeness, compared, several
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import FieldReading
from doccheck.model.result import Outcome, Status
from doccheck.text import names
from doccheck.text.normalise import key

SEVERITY = ("fail", "review", "pass")


class BenchmarkName(Params):
    """NAM03, NAM04. The field that holds the name."""

    field: str = "benchmark_name"


class NameLength(BenchmarkName):
    """NAM01. The limit in 字."""

    limit: int = Field(gt=0)


class NamePattern(BenchmarkName):
    """NAM02. `endings` as the notice prints them, `connectors` between enterprise and method.

    `models` are the notice's own examples, always right. `strict`: a name that breaks the
    pattern fails; else (the notice says 一般) it is for a person.
    """

    endings: tuple[str, ...] = Field(min_length=1)
    connectors: tuple[str, ...] = ()
    strict: bool = False
    models: tuple[str, ...] = ()


def _readings(view: View, field: str) -> list[FieldReading]:
    """Return the filled readings of the name; raises NotFoundError where there is none."""
    view.filled(field)
    return [r for r in view.readings(field) if r.state == "filled"]


def _distinct(readings: list[FieldReading]) -> dict[str, list[FieldReading]]:
    """Return the readings by name as folded for comparing, in order."""
    groups: dict[str, list[FieldReading]] = {}
    for reading in readings:
        groups.setdefault(_folded(reading.raw or reading.value), []).append(reading)
    return groups


def _folded(name: str) -> str:
    return key(benchmark.bare(name)).translate(_NO_MARKS)


_NO_MARKS = str.maketrans("", "", "\"'<>()·-,.")


@check("NAM01", NameLength)
def name_length(view: View, params: NameLength) -> Iterator[Outcome]:
    """Answer for the longest of the names as they stand on the documents."""
    spec = view.program.field(params.field)
    readings = _readings(view, params.field)

    def judge(words: float) -> lengths.Verdict:
        return "pass" if words <= params.limit else "fail"

    values = lengths.limit_values(params.limit)
    answers = [
        lengths.answer("NAM01", lengths.of_reading(view, r, spec.label), judge, values, "fail")
        for r in readings
    ]
    ranked = sorted(answers, key=lambda a: (SEVERITY.index(a.status), -int(a.values["words"])))
    worst = ranked[0]
    name = next(r for r in readings if r.evidence in worst.evidence)
    same = [a for a in answers if a.status == worst.status]
    yield dataclasses.replace(
        worst,
        values={**worst.values, "name": name.raw or name.value},
        evidence=tuple(e for a in same for e in a.evidence),
    )


@check("NAM02", NamePattern)
def name_pattern(view: View, params: NamePattern) -> Iterator[Outcome]:
    """Answer for every different name whether it is enterprise + method + ending."""
    spec = view.program.field(params.field)
    applicants = _applicant_names(view)
    for readings in _distinct(_readings(view, params.field)).values():
        name = readings[0].raw or readings[0].value
        parts = benchmark.parse(name, applicants, params.endings, params.connectors)
        right = not parts.missing or benchmark.is_model(name, params.models)
        values = {
            "name": name,
            "endings": "、".join(params.endings),
            "enterprise": parts.enterprise,
            "method": parts.method,
            "ending": parts.ending,
            "files": _files(readings),
            "proposal": benchmark.propose(parts, applicants, params.endings, params.connectors),
        }
        evidence = tuple(r.evidence for r in readings)
        if right:
            yield Outcome("pass", "NAM02.fits", spec.label, values, evidence=evidence)
        else:
            broken = f"NAM02.no_{'_'.join(parts.missing)}"
            status: Status = "fail" if params.strict else "review"
            yield Outcome(status, broken, spec.label, values, evidence=evidence)


def _applicant_names(view: View) -> list[str]:
    """Return the applicant's names as its documents give them, none where none was read."""
    try:
        return list(dict.fromkeys(r.value or r.raw for r in view.applicants()))
    except NotFoundError:
        return []


def _files(readings: list[FieldReading]) -> str:
    return "、".join(dict.fromkeys(r.evidence.place.file for r in readings))


@check("NAM03", BenchmarkName)
def name_enterprise(view: View, params: BenchmarkName) -> Iterator[Outcome]:
    """Answer for every different name whether the enterprise in it is the applicant."""
    spec = view.program.field(params.field)
    named = _readings(view, params.field)
    own = view.applicants()
    applicants = list(dict.fromkeys(r.value or r.raw for r in own))
    for readings in _distinct(named).values():
        name = readings[0].raw or readings[0].value
        evidence = (*(r.evidence for r in readings), own[0].evidence)
        others = names.enterprise_names(benchmark.bare(name))
        values = {
            "name": name,
            "enterprise": applicants[0],
            "other": "、".join(others),
            "files": _files(readings),
        }
        status, words = _whose(view, name, others, applicants)
        yield Outcome(status, words, spec.label, values, evidence=evidence)


def _whose(view: View, name: str, others: list[str], applicants: list[str]) -> tuple[Status, str]:
    """Tell whose name the benchmark bears: the applicant's, a relative's, a stranger's."""
    ways = [names.names_enterprise(benchmark.bare(name), a) for a in applicants]
    if "full" in ways:
        return "pass", "NAM03.full"
    if "short" in ways:
        return "pass", "NAM03.short"
    if not others:
        return "review", "NAM03.none"
    known = any(_related(o, a) for o in others for a in applicants)
    known = known or any(_stands_elsewhere(view, name, o) for o in others)
    return ("review", "NAM03.related") if known else ("fail", "NAM03.other")


def _related(other: str, applicant: str) -> bool:
    """Tell whether a name may be the applicant's group or branch, or the applicant misread."""
    core = names.enterprise_core(applicant).core
    return bool(core and core in other) or names.confusable(other, applicant)


def _stands_elsewhere(view: View, name: str, other: str) -> bool:
    """Tell whether the other enterprise stands in the papers beside the name: it may be former."""
    benchmark_key, wanted = key(benchmark.bare(name)), key(other)
    return any(
        wanted in key(p.text).replace(benchmark_key, "")
        for d in view.dossier.documents
        for p in walk_paragraphs(d.blocks)
        if p.text
    )


@check("NAM04", BenchmarkName)
def name_consistency(view: View, params: BenchmarkName) -> Iterator[Outcome]:
    """Answer whether the name is the same on every document."""
    spec = view.program.field(params.field)
    applicants = _applicant_names(view)

    def likeness(a: FieldReading, b: FieldReading) -> Likeness:
        return _names_alike(view, applicants, a, b)

    yield compared(view, "NAM04", spec.label, several(view, params.field), likeness)


def _names_alike(view: View, applicants: list[str], a: FieldReading, b: FieldReading) -> Likeness:
    left, right = _folded(a.raw or a.value), _folded(b.raw or b.value)
    if left == right:
        return "same"
    if view.scanned(a, b) and names.confusable(left, right):
        return "doubt_confusable"
    if _without_enterprise(left, applicants) == _without_enterprise(right, applicants):
        return "doubt_short"
    if left in right or right in left:
        return "doubt_part"
    return "different"


def _without_enterprise(folded: str, applicants: list[str]) -> str:
    """Return a folded name without the applicant's name, full or short, at its start."""
    forms = {_folded(n) for a in applicants for n in (a, *names.short_forms(a))}
    for form in sorted(forms, key=len, reverse=True):
        if form and folded.startswith(form):
            return folded[len(form) :]
    return folded
