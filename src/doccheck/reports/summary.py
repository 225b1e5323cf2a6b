"""The verdict, the counts and the coverage (contract §3)."""

from collections import Counter
from collections.abc import Iterable

from doccheck.checks.registry import CHECKS
from doccheck.model.program import Program, Requirement
from doccheck.model.report import Counts, Coverage, ReportResult, Summary, Verdict


def summarise(results: tuple[ReportResult, ...], program: Program) -> Summary:
    """Return verdict, counts and coverage of one report."""
    return Summary(verdict=verdict(results), counts=count(results), coverage=coverage(program))


def verdict(results: Iterable[ReportResult]) -> Verdict:
    """Return the verdict; nothing asked is never a pass.

    `info` results never change it, nor does what the checker waives.
    """
    weighed = [r for r in results if r.severity != "info" and r.waiver is None]
    if any(r.status == "fail" and r.severity == "error" for r in weighed):
        return "fail"
    open_ends = any(r.status in ("fail", "review", "not_checked") for r in weighed)
    return "review" if open_ends or not weighed else "pass"


def count(results: Iterable[ReportResult]) -> Counts:
    """Return how many results have which status."""
    by_status = Counter(r.status for r in results)
    return Counts.model_validate(dict(by_status))


def coverage(program: Program) -> Coverage:
    """Return who looks after the notice's requirements; what is not asked is left out."""
    codes = {rule.id: rule.rule for rule in program.rules}
    by_keeper = Counter(keeper(r, codes) for r in program.requirements if not r.not_asked)
    return Coverage.model_validate(dict(by_keeper))


def keeper(requirement: Requirement, codes: dict[str, str]) -> str:
    """Return who looks after a requirement: `machine`, `person` or `not_implemented`."""
    if requirement.person:
        return "person"
    built = any(codes.get(rule) in CHECKS for rule in requirement.rules)
    return "machine" if built else "not_implemented"
