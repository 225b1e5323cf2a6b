"""Lints a programme: what a valid file can still lack, and where the notice contradicts itself.

The first half looks at the programme: rules, sections, fields and requirements that nothing
else speaks of, limits and dates that cannot hold together. The second half (`notice_lint`) looks
at the notice's own tables in `extra`.
"""

from collections.abc import Callable, Iterator

from doccheck.checks.registry import CHECKS
from doccheck.errors import ProgramError
from doccheck.model.program import Program, RuleSpec
from doccheck.programs.cases import case_files, cited_rules
from doccheck.programs.findings import Linted, LintFinding
from doccheck.programs.loader import build, load_source, packaged_ids
from doccheck.programs.notice_lint import notice_findings
from doccheck.programs.references import strings
from doccheck.programs.source import Source

REFUSED = {"fail", "review"}
"""Answers that show a rule at work; a rule of judgement never says `fail`."""
CASE_ZH = {"pass": "符合的", "fail": "不符合的"}
LENGTH_RULES = ("LEN01", "LEN02", "LEN03")


def lint(program: Program, source: Source | None = None) -> tuple[LintFinding, ...]:
    """Return what is to be remarked about a programme, in the order of its file.

    `source` gives findings their line; left out, a packaged programme's own file is taken.
    """
    linted = Linted(program, source or _own_source(program))
    found = [finding for look in LOOKS for finding in look(linted)]
    return tuple(sorted(found, key=_order))


def contradictions(program: Program, source: Source | None = None) -> tuple[LintFinding, ...]:
    """Return where the notice itself does not hold together: its dates, lengths and tables."""
    linted = Linted(program, source or _own_source(program))
    found = [finding for look in OF_THE_NOTICE for finding in look(linted)]
    return tuple(sorted(found, key=_order))


def lint_file(id_or_path: str) -> tuple[LintFinding, ...]:
    """Lint a programme by id or path; faults that keep it from loading are errors."""
    try:
        source = load_source(id_or_path)
        return lint(build(source), source)
    except ProgramError as error:
        if not error.faults:
            raise
        parted = [fault.partition(" ") for fault in error.faults]
        return tuple(LintFinding("error", place, words, words) for place, _, words in parted)


def _own_source(program: Program) -> Source:
    if program.id in packaged_ids():
        return load_source(program.id)
    return Source(program.id, None, {(): 1})


def _order(finding: LintFinding) -> tuple[str, int, str]:
    name, _, line = finding.place.rpartition(":")
    return (name, int(line), finding.zh)


# ---- one question each


def _stray_rules(linted: Linted) -> Iterator[LintFinding]:
    named = {rule for r in linted.program.requirements for rule in r.rules}
    for i, rule in enumerate(linted.program.rules):
        if rule.id not in named:
            yield linted.error(
                ("rules", i),
                f"规则“{rule.id}”没有对应任何要求",
                f"no requirement names rule “{rule.id}”",
            )


def _rules_without_clause(linted: Linted) -> Iterator[LintFinding]:
    for i, rule in enumerate(linted.program.rules):
        if not rule.clause.strip():
            what = "limit" if rule.rule in LENGTH_RULES else "rule"
            yield linted.error(
                ("rules", i),
                f"规则“{rule.id}”没有写明出自通知哪一条",
                f"{what} “{rule.id}” does not say which clause asks for it",
            )


def _sections_without_rule(linted: Linted) -> Iterator[LintFinding]:
    used = {
        name
        for rule in linted.program.rules
        for key in ("section", "sections")
        for name in strings(rule.params.get(key))
    }
    for i, section in enumerate(linted.program.sections):
        if section.required and section.key not in used:
            yield linted.warning(
                ("sections", i),
                f"章节“{section.title}”没有任何规则核对",
                f"no rule looks at section “{section.title}”",
            )


def _fields_without_rule(linted: Linted) -> Iterator[LintFinding]:
    looked_at = {r.params.get("document") for r in linted.program.rules if r.rule == "FLD01"}
    used = {name for rule in linted.program.rules for name in _field_names(rule)}
    for i, spec in enumerate(linted.program.fields):
        idle = spec.key not in used and not looked_at & set(spec.documents)
        if idle and spec.required and spec.who == "enterprise":
            yield linted.warning(
                ("fields", i),
                f"栏目“{spec.label}”没有任何规则核对",
                f"no rule looks at field “{spec.label}”",
            )


def _field_names(rule: RuleSpec) -> Iterator[str]:
    for key in ("field", "fields"):
        yield from strings(rule.params.get(key))


def _nobody_checks(linted: Linted) -> Iterator[LintFinding]:
    for i, requirement in enumerate(linted.program.requirements):
        if requirement.nobody:
            yield linted.warning(
                ("requirements", i),
                f"要求“{requirement.says}”还没有人核对：{requirement.nobody}",
                f"nobody checks “{requirement.says}”: {requirement.nobody}",
            )


def _rules_without_case(linted: Linted) -> Iterator[LintFinding]:
    if not case_files(linted.program.id):
        return
    cited = cited_rules(linted.program.id)
    for i, rule in enumerate(linted.program.rules):
        held = cited.get(rule.id, set())
        wanted = {"pass": {"pass"}, "fail": REFUSED}
        lacking = [name for name, answers in wanted.items() if not held & answers]
        if rule.rule in CHECKS and rule.params and rule.who == "enterprise" and lacking:
            yield linted.warning(
                ("rules", i),
                f"规则“{rule.id}”缺少示例：{'、'.join(CASE_ZH[name] for name in lacking)}",
                f"rule “{rule.id}” has no case for {' and '.join(lacking)}",
            )


def _deadlines(linted: Linted) -> Iterator[LintFinding]:
    program = linted.program
    for i, deadline in enumerate(program.deadlines):
        if deadline.date < program.notice.date:
            yield linted.error(
                ("deadlines", i),
                f"截止日 {deadline.date} 早于通知日期 {program.notice.date}",
                f"deadline {deadline.date} lies before the notice's date {program.notice.date}",
            )
    first = min((d.date for d in program.deadlines if d.who == "recommender"), default=None)
    for i, deadline in enumerate(program.deadlines):
        if deadline.who == "enterprise" and first is not None and deadline.date > first:
            yield linted.warning(
                ("deadlines", i),
                f"企业的截止日 {deadline.date} 晚于推荐单位的截止日 {first}",
                f"the applicants' deadline {deadline.date} is later than the recommenders' {first}",
            )


def _lengths(linted: Linted) -> Iterator[LintFinding]:
    """Compare the limits of the parts with that of the whole text."""
    rules = [(i, r) for i, r in enumerate(linted.program.rules) if r.rule in LENGTH_RULES]
    parts = [r for _, r in rules if r.rule in ("LEN01", "LEN03") and _counts_case(linted, r)]
    total = sum(int(r.params["limit"]) for r in parts)
    for i, rule in rules:
        if not rule.params.get("whole") or not parts:
            continue
        limit = int(rule.params["limit"])
        if (rule.rule == "LEN03" and total != limit) or (rule.rule == "LEN02" and total < limit):
            yield linted.warning(
                ("rules", i, "params"),
                f"全文 {limit} 字，各部分字数之和是 {total}",
                f"the whole text has {limit} 字, its parts add up to {total}",
            )


def _counts_case(linted: Linted, rule: RuleSpec) -> bool:
    key = rule.params.get("section")
    section = next((s for s in linted.program.sections if s.key == key), None)
    return section is not None and not section.in_cell and not section.parent


Look = Callable[[Linted], Iterator[LintFinding]]
OF_THE_NOTICE: tuple[Look, ...] = (_deadlines, _lengths, notice_findings)
LOOKS: tuple[Look, ...] = (
    _stray_rules,
    _rules_without_clause,
    _sections_without_rule,
    _fields_without_rule,
    _nobody_checks,
    _rules_without_case,
    *OF_THE_NOTICE,
)
