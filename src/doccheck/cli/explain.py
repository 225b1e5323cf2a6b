"""`doccheck explain`: one rule, what it asks, where a notice asks it, how to mend it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from doccheck.errors import DoccheckError

if TYPE_CHECKING:
    from doccheck.model.program import Program, RuleSpec

CONSEQUENCE = {
    "error": ("不符合会被退回补正", "not met: the submission is returned"),
    "warning": ("不符合不退回，建议修改", "not met: should be mended, not returned"),
    "info": ("只作提示", "a note only"),
}

ABOUT = (
    ("查什么", "Asks"), ("为何退回", "Why"), ("这样可以", "Good"), ("这样不行", "Bad"),
    ("怎样修改", "Mend"),
)  # fmt: skip
IN_PROGRAMME = (
    ("要求", "Asks"), ("依据", "Basis"), ("后果", "Weight"), ("怎样修改", "Mend"),
    ("参数", "Parameters"),
)  # fmt: skip


@click.command(short_help="说明一条规则")
@click.argument("rule")
@click.option("--program", metavar="ID", help="只看这个方案。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def explain(rule: str, program: str | None, lang: str) -> None:
    """说明一条规则：查什么、依据何在、怎样修改。

    RULE 是规则代码（CON02）、英文名（legal-representative-consistency）或方案中的编号。
    """
    from doccheck.checks.registry import CATALOGUE

    uses = list(_uses(program))
    own = [(p, r) for p, r in uses if r.id == rule]
    codes = {code for code, name in CATALOGUE.items() if rule.upper() == code or rule == name}
    codes |= {r.rule for _, r in own}
    if not codes:
        raise DoccheckError(f"没有规则“{rule}”", "RULE", _next_step(rule, uses))
    for code in sorted(codes):
        _explain_code(code, lang)
        _explain_uses(own or [(p, r) for p, r in uses if r.rule == code], lang)


def _uses(program: str | None) -> "Iterator[tuple[Program, RuleSpec]]":
    from doccheck.programs.loader import list_programs, load_program

    ids = [program] if program else [head.id for head in list_programs()]
    for one in map(load_program, ids):
        yield from ((one, rule) for rule in one.rules)


def _next_step(wanted: str, uses: "list[tuple[Program, RuleSpec]]") -> str:
    import difflib

    from doccheck.checks.registry import CATALOGUE

    known = [*CATALOGUE, *CATALOGUE.values(), *(r.id for _, r in uses)]
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
    hint = f"是不是 {'、'.join(near)}？" if near else ""
    return (
        f"{hint}规则代码是 {next(iter(CATALOGUE))} 这样的；方案中的编号见 doccheck programs show ID"
    )


def _explain_code(code: str, lang: str) -> None:
    import doccheck.checks  # noqa: F401  fills the registry
    from doccheck.checks.registry import CATALOGUE, CHECKS
    from doccheck.reports.wording.catalogue import RULES
    from doccheck.reports.wording.explained import explained

    zh = lang == "zh"
    click.echo(
        f"{code} {RULES[code].title}（{CATALOGUE[code]}）" if zh else f"{code} {CATALOGUE[code]}"
    )
    _write_rows(ABOUT, explained(code, lang), zh, "")
    if code not in CHECKS:
        click.echo("这条规则尚未实现。" if zh else "This rule is not built yet.")


def _explain_uses(uses: "list[tuple[Program, RuleSpec]]", lang: str) -> None:
    from doccheck.reports.parameters import parameters

    zh = lang == "zh"
    if not uses:
        click.echo("没有方案用到它。" if zh else "No programme uses it.")
    for program, rule in uses:
        click.echo(f"\n{program.title}  [{program.id}]  {rule.id}")
        weight = CONSEQUENCE[rule.severity][0 if zh else 1]
        texts = (rule.says, rule.clause, weight, rule.fix, parameters(rule.params))
        _write_rows(IN_PROGRAMME, texts, zh, "  ")


def _write_rows(
    labels: tuple[tuple[str, str], ...], texts: tuple[str, ...], zh: bool, indent: str
) -> None:
    """Write a line for each text that there is, its label before it."""
    for (chinese, english), text in zip(labels, texts, strict=True):
        if text:
            click.echo(f"{indent}{chinese}：{text}" if zh else f"{indent}{english}: {text}")
