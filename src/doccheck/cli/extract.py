"""`doccheck extract`: what was read from one file."""

from pathlib import Path

import click

from doccheck.cli.options import OCR_ENGINES, ocr_choice
from doccheck.cli.output import write_utf8
from doccheck.errors import InputError


@click.command(short_help="显示从一个文件中读到的内容")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--program", metavar="ID", help="方案编号或路径；写了才读它的申报表字段和章节。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text",
    help="输出的格式。",
)  # fmt: skip
@click.option("--ocr", type=click.Choice(OCR_ENGINES), default="auto", help="文字识别引擎。")
@click.option("--no-cache", is_flag=True, help="不使用也不保存文字识别的缓存。")
def extract(file: Path, program: str | None, form: str, ocr: str, no_cache: bool) -> int:
    """显示从一个文件中读到的文字、表格、章节、字段及其位置。"""
    from doccheck.pipeline import extract_file
    from doccheck.reports.extract import extract_json, extract_markdown, extract_text

    if file.is_dir():
        raise InputError("这是文件夹", str(file), "extract 只看一个文件；核对文件夹请用 check")
    document, dossier = extract_file(file, program, ocr_choice(ocr, no_cache))
    writers = {"json": extract_json, "text": extract_text, "markdown": extract_markdown}
    write_utf8(writers[form](document, dossier))
    return 0
