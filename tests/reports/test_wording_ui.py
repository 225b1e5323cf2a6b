"""The words around the results are complete in both languages."""

from string import Formatter
from typing import get_args

import pytest

from doccheck.checks.registry import CATALOGUE
from doccheck.model.program import DocumentKind, Severity
from doccheck.model.report import Verdict
from doccheck.model.result import Status
from doccheck.reports.facts import PLAIN_FACTS, YEARLY_FACTS
from doccheck.reports.wording.catalogue import RULES
from doccheck.reports.wording.ui import FACTS, KINDS, UI, Both


@pytest.mark.parametrize(
    "both", [*UI.values(), *KINDS.values(), *FACTS.values()], ids=lambda b: b.en
)
def test_both_languages_say_something_with_the_same_values(both: Both) -> None:
    assert both.zh and both.en
    assert names(both.zh) == names(both.en)


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_name_of_the_contract_has_words() -> None:
    assert set(KINDS) == set(get_args(DocumentKind))
    assert set(FACTS) == {*PLAIN_FACTS, *YEARLY_FACTS}
    assert set(RULES) == set(CATALOGUE)
    assert all(f"status.{s}" in UI for s in get_args(Status))
    assert all(f"severity.{s}" in UI and f"weight.{s}" in UI for s in get_args(Severity))
    assert all(f"verdict.{v}" in UI and f"reason.{v}" in UI for v in get_args(Verdict))


def test_no_verdict_claims_more_than_was_looked_at() -> None:
    assert not any("未发现" in both.zh or "没有问题" in both.zh for both in UI.values())
