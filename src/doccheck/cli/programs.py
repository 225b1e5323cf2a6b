"""`doccheck programs`: list, show, lint; draft is not built yet."""

from typing import TYPE_CHECKING

import click

from doccheck.errors import DoccheckError

if TYPE_CHECKING:
    from doccheck.model.program import Program, Requirement

HEADS = (("documents", "材料"), ("sections", "章节"), ("fields", "栏目"), ("rules", "规则"))


@click.group(invoke_without_command=True, short_help="列出、查看、检查方案")
@click.pass_context
def programs(context: click.Context) -> None:
    """列出方案；一份通知一个方案。"""
    if context.invoked_subcommand is None:
        _list()


@programs.command("list")
def list_command() -> None:
    """列出随附的方案。"""
    _list()


def _list() -> None:
    from doccheck.programs.loader import list_programs

    for head in list_programs():
        click.echo(f"{head.id}\n    {head.title}\n    {head.issuer}　{head.notice}　{head.date}")


@programs.command()
@click.argument("program_id", metavar="ID")
def show(program_id: str) -> None:
    """查看一个方案：通知、期限、材料、规则、谁来核对。"""
    from doccheck.programs.loader import load_program

    program = load_program(program_id)
    notice = program.notice
    click.echo(f"{program.id}  {program.title}")
    click.echo(f"通知：{notice.issuer}　{notice.title}　{notice.number}　{notice.date}")
    for deadline in program.deadlines:
        whose = "推荐单位" if deadline.who == "recommender" else "企业"
        click.echo(f"期限：{deadline.date}（{whose}）{deadline.clause}")
    _show_documents(program)
    _show_rules(program)
    _show_requirements(program)


def _show_documents(program: "Program") -> None:
    click.echo(f"\n材料（{len(program.documents)}）")
    for document in program.documents:
        years = "、".join(str(y) for y in document.years)
        click.echo(f"  {document.title}" + (f"（{years}）" if years else ""))


def _show_rules(program: "Program") -> None:
    import doccheck.checks  # noqa: F401  fills the registry
    from doccheck.checks.registry import CHECKS

    click.echo(f"\n规则（{len(program.rules)}）")
    for rule in program.rules:
        built = "" if rule.rule in CHECKS else "（尚未实现）"
        click.echo(f"  {rule.id}  {rule.rule} {rule.severity}{built}\n      {rule.says}")


def _show_requirements(program: "Program") -> None:
    asked = [r for r in program.requirements if not r.not_asked]
    click.echo(f"\n通知的要求（{len(asked)}）")
    for requirement in asked:
        click.echo(f"  {requirement.clause}  {requirement.says} → {_keeper(requirement)}")


def _keeper(requirement: "Requirement") -> str:
    if requirement.rules:
        return "机器：" + "、".join(requirement.rules)
    if requirement.person:
        return f"由人核对：{requirement.person}"
    return f"尚无检查：{requirement.nobody}"


@programs.command()
@click.argument("file")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def lint(file: str, lang: str) -> int:
    """检查一个方案文件，也检查通知自身的矛盾。有错误时退出码为 1。"""
    from doccheck.programs.lint import lint_file

    found = lint_file(file)
    names = {"error": "错误", "warning": "提醒"} if lang == "zh" else {}
    for finding in found:
        severity = names.get(finding.severity, finding.severity)
        click.echo(f"{finding.place} {severity}：{finding.zh if lang == 'zh' else finding.en}")
    errors = sum(f.severity == "error" for f in found)
    click.echo(f"错误 {errors}，提醒 {len(found) - errors}", err=True)
    return 1 if errors else 0


@programs.command()
@click.argument("notice")
def draft(notice: str) -> None:
    """从通知起草一个方案（尚未实现）。"""
    raise DoccheckError(
        "doccheck programs draft 尚未实现", notice, "请照着现有方案写：doccheck programs show ID"
    )
