"""`doccheck programs`: list, show, lint; draft is not built yet."""

import json
from typing import TYPE_CHECKING

import click

from doccheck.errors import DoccheckError

if TYPE_CHECKING:
    from doccheck.programs.page import ProgramPage


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
        day = head.date.isoformat() if head.dated else ""
        source = "　".join(part for part in (head.issuer, head.notice, head.number, day) if part)
        click.echo(f"{head.id}\n    {head.title}\n    {source}")


@programs.command()
@click.argument("program_id", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text",
    help="输出的形式。",
)  # fmt: skip
def show(program_id: str, form: str) -> None:
    """查看一个方案：对照通知逐条列出要求什么、谁来核对，以及材料、栏目、章节和期限。

    ID 是方案编号，或自己的方案文件的路径。
    """
    from doccheck.programs import page_layout
    from doccheck.programs.page import as_json

    page = _page(program_id)
    if form == "json":
        click.echo(json.dumps(as_json(page), ensure_ascii=False, indent=2))
    else:
        write = page_layout.as_markdown if form == "markdown" else page_layout.as_text
        click.echo(write(page))


def _page(program_id: str) -> "ProgramPage":
    from doccheck.programs.loader import load_program
    from doccheck.programs.page import page_of
    from doccheck.reports.summary import keeper
    from doccheck.reports.wording.catalogue import RULES

    program = load_program(program_id)
    codes = {rule.id: rule.rule for rule in program.rules}
    titles = {code: words.title for code, words in RULES.items()}
    return page_of(program, titles, lambda requirement: keeper(requirement, codes))


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
