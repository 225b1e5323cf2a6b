"""Writes docs/rules.md: every rule explained, with the parameters that each programme gives."""

from collections.abc import Iterator
from pathlib import Path

import doccheck.checks  # noqa: F401  fills the registry
from doccheck.checks.registry import CATALOGUE, CHECKS
from doccheck.model.program import Program, RuleSpec
from doccheck.programs.loader import list_programs, load_program
from doccheck.reports.markdown import escape
from doccheck.reports.parameters import parameters
from doccheck.reports.wording.catalogue import RULES
from doccheck.reports.wording.explained import explained

TARGET = Path(__file__).with_name("rules.md")

HEAD = """# 规则 · Rules

`make docs` 由规则目录和各方案生成此页，请勿手改。命令行：`doccheck explain CON02`。

| 代码 | 名称 | 查什么 | Asks | |
| --- | --- | --- | --- | --- |
"""

LABELS = ("查什么", "为何退回", "这样可以", "这样不行", "怎样修改")

Use = tuple[Program, RuleSpec]


def page() -> str:
    """Return the whole page."""
    programs = [load_program(head.id) for head in list_programs()]
    uses = [(program, rule) for program in programs for rule in program.rules]
    sections = (line for code in CATALOGUE for line in section(code, uses))
    return HEAD + "\n".join([*rows(), "", *sections]).rstrip() + "\n"


def rows() -> Iterator[str]:
    """Yield a row a rule."""
    for code, name in CATALOGUE.items():
        words = RULES[code]
        built = "" if code in CHECKS else "尚未实现"
        link = f"[{code}](#{code.lower()}-{words.title})"
        yield f"| {link} `{name}` | {words.title} | {words.asks} | {words.asks_en} | {built} |"


def section(code: str, uses: list[Use]) -> Iterator[str]:
    """Yield what is said of a rule, and how each programme uses it."""
    yield f"## {code} {RULES[code].title}"
    yield ""
    for label, text in zip(LABELS, explained(code, "zh"), strict=True):
        if text:
            yield f"- **{label}**：{escape(text)}"
    yield ""
    own = [(program, rule) for program, rule in uses if rule.rule == code]
    if not own:
        return
    yield "| 方案 | 编号 | 依据 | 要求 | 参数 |"
    yield "| --- | --- | --- | --- | --- |"
    for program, rule in own:
        given = escape(parameters(rule.params))
        cells = (program.id, rule.id, escape(rule.clause), escape(rule.says), given)
        yield "| " + " | ".join(cells) + " |"
    yield ""


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
