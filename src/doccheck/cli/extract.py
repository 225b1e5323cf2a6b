"""`doccheck extract`: what was read from one file."""

from pathlib import Path

import click

from doccheck.cli.output import write_utf8
from doccheck.errors import InputError


@click.command(short_help="显示从一个文件中读到的内容")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--program", metavar="ID", help="方案编号或路径；写了才读它的申报表字段和章节。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text",
    help="输出的格式。",
)  # fmt: skip
def extract(file: Path, program: str | None, form: str) -> int:
    """显示从一个文件中读到的文字、表格、章节、字段及其位置。"""
    from doccheck.pipeline import extract_file
    from doccheck.reports.extract import extract_json, extract_markdown, extract_text

    if file.is_dir():
        raise InputError("这是文件夹", str(file), "extract 只看一个文件；核对文件夹请用 check")
    document, dossier = extract_file(file, program)
    writers = {"json": extract_json, "text": extract_text, "markdown": extract_markdown}
    write_utf8(writers[form](document, dossier))
    return 0
