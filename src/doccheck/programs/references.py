"""Faults in what a programme refers to: names that lead nowhere, names given twice, stray rules."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

import doccheck.checks  # noqa: F401  (importing the package fills the registry)
from doccheck.checks.registry import CATALOGUE, CHECKS
from doccheck.model.program import Program, RuleSpec
from doccheck.programs.faults import Faults, did_you_mean
from doccheck.programs.shape import shape_faults
from doccheck.programs.source import Path, Source

REFERENCES = {
    "document": "documents", "documents": "documents",
    "section": "sections", "sections": "sections",
    "field": "fields", "fields": "fields",
}  # fmt: skip
"""Parameters that name something of the programme: parameter → the table it is looked up in."""


def reference_faults(program: Program, faults: Faults) -> None:
    """Note every name that leads nowhere, every name given twice, every stray rule."""
    _duplicates(program, faults)
    _fields_read_once(program, faults)
    _documents_and_sections(program, faults)
    for i, rule in enumerate(program.rules):
        _rule_faults(program, rule, ("rules", i), faults)
    _sheet_faults(program, faults)
    _requirement_faults(program, faults)


def known_names(program: Program, table: str) -> tuple[str, ...]:
    """Return the keys of the programme's `documents`, `sections` or `fields`."""
    return tuple(each.key for each in getattr(program, table))


def _duplicates(program: Program, faults: Faults) -> None:
    named: dict[str, list[str]] = {
        "documents": [d.key for d in program.documents],
        "sections": [s.key for s in program.sections],
        "rules": [r.id for r in program.rules],
        "deadlines": [d.id for d in program.deadlines],
    }
    for table, names in named.items():
        twice = {name for name, times in Counter(names).items() if times > 1}
        for i, name in enumerate(names):
            if name in twice and name in names[:i]:
                faults.add((table, i), f"“{name}”已经用过，{table} 里每个名称只能用一次")


def _fields_read_once(program: Program, faults: Faults) -> None:
    seen: set[tuple[str, str]] = set()
    for i, spec in enumerate(program.fields):
        for document in spec.documents:
            if (spec.key, document) in seen:
                faults.add(("fields", i), f"“{spec.key}”在“{document}”上已经定义过")
            seen.add((spec.key, document))


def _documents_and_sections(program: Program, faults: Faults) -> None:
    for table in ("fields", "sections"):
        for i, spec in enumerate(getattr(program, table)):
            for key in spec.documents:
                _refer(program, "documents", key, (table, i, "documents"), faults)
    for i, document in enumerate(program.documents):
        if document.inside:
            _refer(program, "documents", document.inside, ("documents", i, "inside"), faults)
    for i, section in enumerate(program.sections):
        if section.parent:
            _refer(program, "sections", section.parent, ("sections", i, "parent"), faults)


def _refer(program: Program, table: str, key: str, path: Path, faults: Faults) -> None:
    known = known_names(program, table)
    if key not in known:
        faults.add(path, f"{table} 里没有“{key}”{did_you_mean(key, known)}")


def _rule_faults(program: Program, rule: RuleSpec, path: Path, faults: Faults) -> None:
    if rule.rule not in CATALOGUE:
        hint = did_you_mean(rule.rule, tuple(CATALOGUE))
        faults.add((*path, "rule"), f"规则目录里没有“{rule.rule}”{hint}")
    for where, name, key in _named_in(rule.params, (*path, "params")):
        _refer(program, REFERENCES[name], key, where, faults)
    _params_faults(rule, path, faults)


def _named_in(value: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield the place, the parameter and the key of every reference, however deep it stands."""
    if isinstance(value, list | tuple):
        for i, each in enumerate(value):
            yield from _named_in(each, (*path, i))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in REFERENCES:
                yield from (((*path, name), name, key) for key in strings(inner))
            yield from _named_in(inner, (*path, name))


def strings(value: Any) -> Iterator[str]:
    """Yield the names in a parameter that holds one or several."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (v for v in value if isinstance(v, str))


def _params_faults(rule: RuleSpec, path: Path, faults: Faults) -> None:
    """Check a rule's parameters against the check's model, where the check is built."""
    built = CHECKS.get(rule.rule)
    if built is None:
        return
    try:
        built.params.model_validate(rule.params)
    except ValidationError as error:
        inner = Faults(_below(faults.source, (*path, "params")))
        shape_faults(error, inner, built.params)
        for line, what in inner.found:
            faults.found.append((line, f"规则“{rule.id}”（{rule.rule}）的参数：{what}"))


def _sheet_faults(program: Program, faults: Faults) -> None:
    sheet = program.summary_sheet
    if sheet is None:
        return
    if sheet.document:
        _refer(program, "documents", sheet.document, ("summary_sheet", "document"), faults)
    for i, column in enumerate(sheet.columns):
        path: Path = ("summary_sheet", "columns", i)
        for name in ("field", "section"):
            if key := getattr(column, name):
                _refer(program, f"{name}s", key, (*path, name), faults)
        ids = tuple(rule.id for rule in program.rules)
        if column.rule and column.rule not in ids:
            faults.add((*path, "rule"), f"没有规则“{column.rule}”{did_you_mean(column.rule, ids)}")


def _below(source: Source, path: Path) -> Source:
    """Return the part of a source below a path, its lines as seen from there."""
    own = {p[len(path) :]: n for p, n in source.lines.items() if p[: len(path)] == path}
    return Source(source.name, None, {(): source.line(path), **own})


def _requirement_faults(program: Program, faults: Faults) -> None:
    ids = tuple(rule.id for rule in program.rules)
    named: set[str] = set()
    for i, requirement in enumerate(program.requirements):
        path: Path = ("requirements", i)
        keepers = (
            requirement.rules, requirement.person, requirement.nobody, requirement.not_asked
        )  # fmt: skip
        if sum(bool(keeper) for keeper in keepers) != 1:
            faults.add(path, "要求必须恰好有 rules、person、nobody、not_asked 之一")
        for rule in requirement.rules:
            if rule not in ids:
                faults.add((*path, "rules"), f"没有规则“{rule}”{did_you_mean(rule, ids)}")
        named.update(requirement.rules)
    for i, rule_id in enumerate(ids):
        if rule_id not in named:
            faults.add(("rules", i), f"规则“{rule_id}”没有对应任何要求（requirements）")
