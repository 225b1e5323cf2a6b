"""Everything that is wrong with a programme file, all at once, each with file and line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from doccheck import checks
from doccheck.checks.registry import CATALOGUE, CHECKS
from doccheck.model.program import Program, RuleSpec
from doccheck.programs.source import Path, Source
from doccheck.text import match

LIKE = 0.6  # likeness from which a wrong key is worth a "did you mean"
REFERENCES = {
    "document": "documents", "documents": "documents",
    "section": "sections", "sections": "sections",
    "field": "fields", "fields": "fields",
}  # fmt: skip
"""Parameters that name something of the programme: parameter → the table it is looked up in."""

_WORDS = {
    "missing": "缺少“{key}”",
    "string_type": "“{key}”应是文字（数字请加引号）",
    "int_type": "“{key}”应是整数",
    "bool_type": "“{key}”应是 true 或 false",
    "float_type": "“{key}”应是数字",
    "tuple_type": "“{key}”应是列表",
    "dict_type": "“{key}”应是键值表",
    "model_type": "“{key}”应是键值表",
    "model_attributes_type": "“{key}”应是键值表",
    "date_type": "“{key}”应是日期（2021-05-10）",
    "date_parsing": "“{key}”应是日期（2021-05-10）",
    "date_from_datetime_parsing": "“{key}”应是日期（2021-05-10）",
}


@dataclass(slots=True)
class Faults:
    """A growing list of faults in one file."""

    source: Source
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, path: Path, what: str) -> None:
        """Note a fault at a path."""
        self.found.append((self.source.line(path), what))

    def lines(self) -> tuple[str, ...]:
        """Return all faults as `file:line what`, by line, each once."""
        ordered = dict.fromkeys(sorted(self.found))
        return tuple(f"{self.source.name}:{line} {what}" for line, what in ordered)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return `，是不是“x”？` for the likeliest known word, empty where none is like it."""
    near = match.best(word, known, LIKE) if known else None
    return f"，是不是“{near[0]}”？" if near else ""


# ---- shape


def shape_faults(error: ValidationError, faults: Faults, model: type[BaseModel]) -> None:
    """Put what pydantic found into words."""
    for item in error.errors(include_url=False):
        path = item["loc"]
        key = str(path[-1]) if path else ""
        if item["type"] == "extra_forbidden":
            known = tuple(_model_at(model, path[:-1]).model_fields)
            faults.add(path, f"不认识的键“{key}”{did_you_mean(key, known)}")
        elif item["type"] == "literal_error":
            faults.add(path, _not_allowed(item["input"], path, model))
        else:
            words = _WORDS.get(item["type"], "“{key}”：" + item["msg"])
            faults.add(path, words.format(key=_named(path)))


def _named(path: Path) -> str:
    """Return the last key of a path; an index is shown with the list it counts in."""
    if path and isinstance(path[-1], int) and len(path) > 1:
        return f"{path[-2]} 第 {path[-1] + 1} 项"
    return str(path[-1]) if path else ""


def _not_allowed(value: Any, path: Path, model: type[BaseModel]) -> str:
    allowed = _choices(_model_at(model, path[:-1]).model_fields[str(path[-1])].annotation)
    hint = did_you_mean(str(value), allowed) or f"，可用：{'、'.join(allowed)}"
    return f"“{path[-1]}”不能是“{value}”{hint}"


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(a) for a in get_args(annotation))
    return tuple(c for a in get_args(annotation) for c in _choices(a))


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the model that a path leads to, starting from a model."""
    here = model
    for step in path:
        if isinstance(step, str) and step in here.model_fields:
            here = _inner_model(here.model_fields[step].annotation) or here
    return here


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _inner_model(a))), None)


# ---- references


def reference_faults(program: Program, faults: Faults) -> None:
    """Note every name that leads nowhere, every name given twice, every stray rule."""
    _duplicates(program, faults)
    _documents_and_sections(program, faults)
    for i, rule in enumerate(program.rules):
        _rule_faults(program, rule, ("rules", i), faults)
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
    for name, value in rule.params.items():
        if name in REFERENCES:
            for key in _strings(value):
                _refer(program, REFERENCES[name], key, (*path, "params", name), faults)
    _params_faults(rule, path, faults)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (v for v in value if isinstance(v, str))


def _params_faults(rule: RuleSpec, path: Path, faults: Faults) -> None:
    """Check a rule's parameters against the check's model, where the check is built."""
    assert checks  # importing the package fills the registry
    built = CHECKS.get(rule.rule)
    if built is None:
        return
    try:
        built.params.model_validate(rule.params)
    except ValidationError as error:
        inner = Faults(Source(faults.source.name, None, _below(faults.source, (*path, "params"))))
        shape_faults(error, inner, built.params)
        for line, what in inner.found:
            faults.found.append((line, f"规则“{rule.id}”（{rule.rule}）的参数：{what}"))


def _below(source: Source, path: Path) -> dict[Path, int]:
    """Return the lines below a path, as seen from it; nearest ancestors fall back to its own."""
    own = {p[len(path) :]: n for p, n in source.lines.items() if p[: len(path)] == path}
    return own or {(): source.line(path)}


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
