"""What the checks across submissions may ask: digests of the submissions, the stack's own papers.

A stack check is a pure function of a `StackView` and its parameters, as a check is of a `View`.
In `doccheck check` a rule of this family is not applicable: one submission is no stack.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from doccheck.checks.engine import answers, on_stack_papers, weigh
from doccheck.checks.registry import CHECKS, NoParams, Params, check
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading
from doccheck.model.places import Evidence
from doccheck.model.program import DocumentKind, Program, RuleSpec
from doccheck.model.result import Outcome
from doccheck.text import ids
from doccheck.text.normalise import key

OWN_KINDS = frozenset({"application_form", "acceptance_form", "business_licence", "cover"})
"""Kinds of document whose name and code are the applicant's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text of a submission: a section's key, title, document key, place, words."""

    key: str
    document: str
    title: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """A picture in an applicant's own text: its perceptual hash and where it stands."""

    likeness: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Digest:
    """What the checks across submissions need of one submission; small enough to keep them all.

    Attributes:
        submission: its name in the stack.
        enterprise: the applicant's name, empty where none was read.
        readings: filled fields, every document.
        kinds: id of a logical document → its kind.
        passages: texts of sections and whole texts.
        former_names: earlier names of the applicant that it states itself.
        pictures: those in its forms and texts; none of its certificates.
    """

    submission: str
    enterprise: str
    readings: tuple[FieldReading, ...] = ()
    kinds: dict[str, DocumentKind] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    former_names: tuple[tuple[str, Evidence], ...] = ()
    pictures: tuple[SeenPicture, ...] = ()

    @property
    def called(self) -> str:
        """Return what to call it: the applicant's name, else the submission's."""
        return self.enterprise or self.submission

    def filled(self, name: str, year: int | None = None) -> tuple[FieldReading, ...]:
        """Return the readings of a field, those of the applicant's own papers where any are."""
        found = [r for r in self.readings if r.key == name and (year is None or r.year == year)]
        own = [r for r in found if self.kinds.get(r.document) in OWN_KINDS]
        return tuple(own or found)

    def codes(self) -> dict[str, Evidence]:
        """Return its valid credit codes, each with where it is read best."""
        checked = [(ids.check_uscc(r.value or r.raw), r.evidence) for r in self._own("uscc")]
        return _best([(c.code, evidence) for c, evidence in checked if c.ok])

    def names(self) -> dict[str, Evidence]:
        """Return the keys of the applicant's names, each with where it is read best."""
        return _best([(key(r.value or r.raw), r.evidence) for r in self._own("enterprise_name")])

    def _own(self, name: str) -> list[FieldReading]:
        return [
            r for r in self.readings if r.key == name and self.kinds.get(r.document) in OWN_KINDS
        ]


def _best(found: list[tuple[str, Evidence]]) -> dict[str, Evidence]:
    """Return each value with its surest evidence; beside sure values no doubtful one counts."""
    ranked = sorted(found, key=lambda pair: -pair[1].confidence)
    sure = [pair for pair in ranked if pair[1].certain]
    return dict(reversed(sure or ranked))


@dataclass(frozen=True)
class StackView:
    """A stack seen through a programme: digests in order, and the papers in the stack's root.

    `texts` gives a submission's passages by its number where the digests are without theirs: the
    texts of a province are too many to hold.
    """

    digests: tuple[Digest, ...]
    program: Program
    root: View
    texts: Callable[[int], tuple[Passage, ...]] | None = None

    def passages_of(self, digest: Digest) -> tuple[Passage, ...]:
        """Return the passages of a submission, read again where they are not held."""
        if self.texts is None:
            return digest.passages
        return self.texts(self._numbers[id(digest)])

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(digest): number for number, digest in enumerate(self.digests)}

    @cached_property
    def applicants(self) -> tuple[tuple[Digest, ...], ...]:
        """Return the submissions by applicant: one code or one name is one enterprise."""
        group_of: dict[str, int] = {}
        groups: dict[int, list[Digest]] = {}
        for number, digest in enumerate(self.digests):
            marks = {*digest.codes(), *digest.names()} or {f"?{number}"}
            known = sorted({group_of[m] for m in marks if m in group_of})
            home = known[0] if known else number
            merged = [d for g in known for d in groups.pop(g)]
            groups[home] = [*merged, digest]
            moved = {m: home for m, g in group_of.items() if g in known}
            group_of |= moved | dict.fromkeys(marks, home)
        return tuple(tuple(groups[g]) for g in sorted(groups))


@dataclass(frozen=True, slots=True)
class StackOutcome:
    """An answer across submissions: `submissions` names each evidence's, "" for the stack's own."""

    outcome: Outcome
    submissions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StackJudged:
    """A stack's answer together with the rule it answers."""

    rule: RuleSpec
    answer: StackOutcome


Located = tuple[str, Evidence]
"""The submission's name and a place in it."""

StackFunction = Callable[[StackView, Any], Iterable[StackOutcome]]

STACK_CHECKS: dict[str, tuple[type[Params], StackFunction]] = {}
"""Catalogue rule → its parameters and its function, filled when `doccheck.checks` is imported."""


def stack_check(
    code: str, params: type[Params] = NoParams
) -> Callable[[StackFunction], StackFunction]:
    """Register a function as the check of a rule across submissions."""

    def register(function: StackFunction) -> StackFunction:
        STACK_CHECKS[code] = (params, function)
        check(code, params)(_one_alone)
        return function

    return register


def _one_alone(view: View, params: Params) -> Iterator[Outcome]:  # noqa: ARG001
    """Answer for a submission that is checked alone."""
    yield Outcome("not_applicable", "STK.alone", "")


def answer(outcome: Outcome, located: Iterable[Located] = ()) -> StackOutcome:
    """Return an outcome with evidence from several submissions."""
    pairs = tuple(located)
    return StackOutcome(
        replace(outcome, evidence=tuple(e for _, e in pairs)), tuple(s for s, _ in pairs)
    )


def run_stack_rules(view: StackView) -> tuple[StackJudged, ...]:
    """Answer every rule across submissions, in the programme's order, whatever the role."""
    return tuple(
        StackJudged(rule, each)
        for rule in view.program.rules
        if rule.rule in STACK_CHECKS or _asked_of_papers(rule, view)
        for each in _answers(rule, view)
    )


def _asked_of_papers(rule: RuleSpec, view: StackView) -> bool:
    """Tell whether a rule asks about the stack's own papers (汇总表), for who checks those."""
    papers = rule.rule in CHECKS and on_stack_papers(rule, view.program)
    return papers and view.root.role != "enterprise"


def _answers(rule: RuleSpec, view: StackView) -> Iterator[StackOutcome]:
    if rule.rule not in STACK_CHECKS:
        for outcome in answers(rule, view.root):
            yield StackOutcome(_said(outcome, rule), ("",) * len(outcome.evidence))
        return
    model, function = STACK_CHECKS[rule.rule]
    try:
        for each in function(view, model.model_validate(rule.params)):
            yield StackOutcome(_said(weigh(each.outcome), rule), each.submissions)
    except NotFoundError as missing:
        outcome = unchecked(missing)
        yield StackOutcome(outcome, ("",) * len(outcome.evidence))
    except Exception as crash:  # one rule's crash is that rule's error alone (design §4)
        values = {"error": f"{type(crash).__name__}: {crash}"}
        yield StackOutcome(Outcome("not_checked", "common.crash", rule.says, values))


def _said(outcome: Outcome, rule: RuleSpec) -> Outcome:
    return outcome if outcome.subject else replace(outcome, subject=rule.says)
