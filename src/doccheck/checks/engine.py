"""Runs a programme's rules over a dossier and weighs the doubt in every answer."""

import dataclasses
import time
from collections.abc import Iterator

from doccheck.checks.registry import CHECKS
from doccheck.checks.time_limit import OutOfTimeError, at_most
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.places import ASSERTED, CERTAIN
from doccheck.model.program import Program, RuleSpec
from doccheck.model.result import Judged, Outcome

__all__ = ["answers", "on_stack_papers", "run_rules", "weigh"]


RULE_SECONDS = 60.0
"""Processor time of one rule: the slowest of a bound file of 600 pages takes less than one."""

ALL_SECONDS = 300.0
"""Of all rules of one submission: what makes one hang makes others hang that look at the same."""


def run_rules(view: View) -> tuple[Judged, ...]:
    """Answer every rule of the view's programme, in the programme's order.

    A rule whose check is not built gives nothing here (it counts as `not_implemented`).
    """
    began = time.process_time()
    judged: list[Judged] = []
    for rule in view.program.rules:
        if rule.rule in CHECKS:
            left = ALL_SECONDS - (time.process_time() - began)
            judged += [Judged(rule, o) for o in answers(rule, view, min(RULE_SECONDS, left))]
    return tuple(judged)


def answers(rule: RuleSpec, view: View, seconds: float = RULE_SECONDS) -> Iterator[Outcome]:
    """Yield one rule's outcomes, with doubt weighed; never raises for a fault of the check.

    A rule that takes more than so many `seconds` of processor time is `not_checked`. What keeps
    several of its questions from being answered is said once.
    """
    if rule.who == "recommender" and view.role == "enterprise":
        yield Outcome("not_applicable", "common.recommender_only", rule.says)
        return
    if view.in_stack and on_stack_papers(rule, view.program) and not _held(rule, view):
        yield Outcome("not_applicable", "common.stack_papers", rule.says)
        return
    reasons: set[tuple[str, ...]] = set()
    for outcome in _run(rule, view, seconds):
        reason = (outcome.key, outcome.subject, *outcome.values.values())
        if outcome.status != "not_checked" or reason not in reasons:
            yield outcome
            reasons.add(reason)


def on_stack_papers(rule: RuleSpec, program: Program) -> bool:
    """Tell whether a rule asks about a paper that the recommending body makes for all (汇总表).

    In a stack that paper lies in the root; no submission owes a copy.
    """
    named = rule.params.get("document")
    known = {d.key for d in program.documents if d.who == "recommender"}
    return rule.who == "recommender" and named in known


def _held(rule: RuleSpec, view: View) -> bool:
    return bool(view.documents(rule.params["document"]))


def _run(rule: RuleSpec, view: View, seconds: float) -> list[Outcome]:
    """Return what a check answers; of one that ends before its time, also why."""
    check = CHECKS[rule.rule]
    found: list[Outcome] = []
    try:
        params = check.params.model_validate(rule.params)
        with at_most(seconds):
            for outcome in check.run(view, params):
                found.append(weigh(outcome))
    except NotFoundError as missing:
        found.append(unchecked(missing))
    except OutOfTimeError:
        found.append(Outcome("not_checked", "common.timed_out", rule.says))
    except Exception as crash:  # one rule's crash is that rule's error alone (design §4)
        values = {"error": f"{type(crash).__name__}: {crash}"}
        found.append(Outcome("not_checked", "common.crash", rule.says, values))
    return found or [Outcome("not_checked", "common.no_answer", rule.says)]


def weigh(outcome: Outcome) -> Outcome:
    """Turn an answer that rests on a doubtful reading, or on an incomplete search, into 待核."""
    if outcome.status == "fail" and outcome.search and outcome.search.unread:
        return dataclasses.replace(outcome, status="review", doubt="common.doubt_unread")
    if outcome.status == "fail" and outcome.search and outcome.search.by_ocr:
        return dataclasses.replace(outcome, status="review", doubt="common.doubt_reading")
    accuses = outcome.status == "fail" and outcome.floor == CERTAIN
    floor = ASSERTED if accuses else outcome.floor
    uncertain = any(e.confidence < floor for e in outcome.evidence)
    if outcome.status in ("fail", "pass") and uncertain:
        return dataclasses.replace(outcome, status="review", doubt="common.doubt_reading")
    return outcome
