"""Runs a programme's rules over a dossier and weighs the doubt in every answer."""

import dataclasses
from collections.abc import Iterator

from doccheck.checks.registry import CHECKS
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.places import ASSERTED, CERTAIN
from doccheck.model.program import Program, RuleSpec
from doccheck.model.result import Judged, Outcome

__all__ = ["answers", "on_stack_papers", "run_rules", "weigh"]


def run_rules(view: View) -> tuple[Judged, ...]:
    """Answer every rule of the view's programme, in the programme's order.

    A rule whose check is not built gives nothing here (it counts as `not_implemented`).
    """
    return tuple(
        Judged(rule, outcome)
        for rule in view.program.rules
        if rule.rule in CHECKS
        for outcome in answers(rule, view)
    )


def answers(rule: RuleSpec, view: View) -> Iterator[Outcome]:
    """Yield one rule's outcomes, with doubt weighed; never raises for a fault of the check.

    What keeps several of its questions from being answered is said once.
    """
    if rule.who == "recommender" and view.role == "enterprise":
        yield Outcome("not_applicable", "common.recommender_only", rule.says)
        return
    if view.in_stack and on_stack_papers(rule, view.program) and not _held(rule, view):
        yield Outcome("not_applicable", "common.stack_papers", rule.says)
        return
    reasons: set[tuple[str, ...]] = set()
    for outcome in _run(rule, view):
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


def _run(rule: RuleSpec, view: View) -> Iterator[Outcome]:
    check = CHECKS[rule.rule]
    answered = False
    try:
        params = check.params.model_validate(rule.params)
        for outcome in check.run(view, params):
            answered = True
            yield weigh(outcome)
    except NotFoundError as missing:
        yield unchecked(missing)
    except Exception as crash:  # one rule's crash is that rule's error alone (design §4)
        values = {"error": f"{type(crash).__name__}: {crash}"}
        yield Outcome("not_checked", "common.crash", rule.says, values)
    else:
        if not answered:
            yield Outcome("not_checked", "common.no_answer", rule.says)


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
