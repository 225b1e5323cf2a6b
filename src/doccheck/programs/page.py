"""A programme as a page to hold against its notice: clause by clause, what is asked and who looks.

Pure data; `page_layout` writes it as text or Markdown, `as_json` as JSON.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import doccheck.checks  # noqa: F401  (importing the package fills the registry)
from doccheck.checks.registry import CHECKS
from doccheck.model.program import (
    DocumentSpec,
    FieldSpec,
    Program,
    Requirement,
    RuleSpec,
    SectionSpec,
    Who,
)
from doccheck.programs.lint import contradictions
from doccheck.programs.page_tables import Table, tables_of
from doccheck.programs.parameters import in_words

KeeperOf = Callable[[Requirement], str]
"""Who looks after a requirement, as every report counts it."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it is applied: what the catalogue calls it, its parameters in words."""

    id: str
    rule: str
    title: str
    severity: str
    clause: str
    says: str
    parameters: tuple[str, ...]
    who: Who
    built: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence of the notice: who looks after it, in whose words, by which rules."""

    clause: str
    says: str
    who: Who
    keeper: str
    words: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that the notice knows; `asked_by` are the rules that ask for it."""

    title: str
    titles: tuple[str, ...]
    years: tuple[int, ...]
    who: Who
    asked_by: tuple[str, ...]
    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section: where it stands, its limits in words, the topics that it must tell about."""

    title: str
    documents: tuple[str, ...]
    required: bool
    many: bool
    limits: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramPage:
    """A programme, whole."""

    program: Program
    coverage: dict[str, int]
    asked: tuple[Asked, ...]
    papers: tuple[Paper, ...]
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    contradictions: tuple[str, ...]


def page_of(program: Program, titles: Mapping[str, str], keeper: KeeperOf) -> ProgramPage:
    """Return the page; `titles` are what the catalogue calls its rules."""
    lines = {rule.id: _line(program, rule, titles) for rule in program.rules}
    asked = tuple(_asked(r, lines, keeper) for r in program.requirements)
    return ProgramPage(
        program,
        dict(Counter(a.keeper for a in asked)),
        asked,
        tuple(_paper(program, d) for d in program.documents),
        tuple(_part(program, s) for s in program.sections),
        tables_of(program),
        tuple(finding.zh for finding in contradictions(program)),
    )


def _line(program: Program, rule: RuleSpec, titles: Mapping[str, str]) -> RuleLine:
    return RuleLine(
        rule.id, rule.rule, titles.get(rule.rule, rule.rule), rule.severity, rule.clause,
        rule.says, in_words(program, rule), rule.who, rule.rule in CHECKS,
    )  # fmt: skip


def _asked(requirement: Requirement, lines: Mapping[str, RuleLine], keeper: KeeperOf) -> Asked:
    words = requirement.person or requirement.nobody or requirement.not_asked
    who = "not_asked" if requirement.not_asked else keeper(requirement)
    rules = tuple(lines[i] for i in requirement.rules)
    return Asked(requirement.clause, requirement.says, requirement.who, who, words, rules)


def _paper(program: Program, document: DocumentSpec) -> Paper:
    asked_by = tuple(
        rule.id
        for rule in program.rules
        if rule.rule in ("MAT01", "MAT05") and rule.params.get("document") == document.key
    )
    fields = tuple(f for f in program.fields if document.key in f.documents)
    return Paper(document.title, document.titles, document.years, document.who, asked_by, fields)


def _part(program: Program, section: SectionSpec) -> Part:
    limits = tuple(
        words
        for rule in program.rules
        if rule.rule.startswith("LEN") and rule.params.get("section") == section.key
        for words in in_words(program, rule)
    )
    documents = tuple(program.document(key).title for key in section.documents)
    topics = tuple(topic.name for topic in section.topics)
    return Part(section.title, documents, section.required, section.many, limits, topics)


def as_json(page: ProgramPage) -> dict[str, Any]:
    """Return the page as plain data."""
    program = page.program
    told = program.model_dump(
        mode="json",
        include={"id", "title", "notice", "years", "region", "deadlines", "recommenders"},
    )
    return {
        **told,
        "coverage": page.coverage,
        "requirements": [asdict(a) for a in page.asked],
        "documents": [_paper_data(paper) for paper in page.papers],
        "sections": [asdict(part) for part in page.parts],
        "tables": [asdict(table) for table in page.tables],
        "contradictions": page.contradictions,
    }


def _paper_data(paper: Paper) -> dict[str, Any]:
    held = ("title", "titles", "years", "who", "asked_by")
    fields = [field.model_dump(mode="json") for field in paper.fields]
    return {**{name: getattr(paper, name) for name in held}, "fields": fields}
