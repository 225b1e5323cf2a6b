"""`doccheck check`: one submission against one notice."""

from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from doccheck.cli.output import write_utf8

if TYPE_CHECKING:
    from doccheck.extractors.ocr.choice import OcrChoice
    from doccheck.model.report import Report
    from doccheck.pipeline import Checked

OCR_ENGINES = ("auto", "rapidocr", "tesseract", "off")
NOTHING_READ = 2
FAILED = 1


@click.command(short_help="核对一份申报材料")
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--program", metavar="ID", help="方案编号或方案文件的路径；不写则从材料中辨认。")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="PATH",
    type=click.Path(path_type=Path, dir_okay=False),
    help="把报告写入文件，可重复；后缀定格式：.json .html .docx .xlsx .md .sarif。",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help="标准输出的格式。",
)  # fmt: skip
@click.option("--ocr", type=click.Choice(OCR_ENGINES), default="auto", help="文字识别引擎。")
@click.option("--no-cache", is_flag=True, help="不使用也不保存文字识别的缓存。")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="同时读取文件的进程数。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="报告的语言。")
@click.option("--quiet", is_flag=True, help="不显示进度。")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="收件日期，如 2026-01-31；不写则为今天。",
)  # fmt: skip
@click.option(
    "--role", type=click.Choice(["enterprise", "reviewer"]), default="enterprise",
    help="企业自查，还是受理方审核。",
)  # fmt: skip
@click.option(
    "--template", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="告知书（-o 告知书.docx）用自己的格式，Word 文件，填写标记见文档。",
)  # fmt: skip
@click.option(
    "--marked", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
    help="把批注过的副本（Word 批注、PDF 标注）写入这个文件夹；原件不动。",
)  # fmt: skip
@click.option(
    "--since", metavar="JSON", type=click.Path(path_type=Path),
    help="上一轮的 JSON 报告：列出已改正、未改正、新出现、首轮漏报的事项。",
)  # fmt: skip
@click.option(
    "--manifest", metavar="FILE", type=click.Path(path_type=Path),
    help="核对人自己的清单（.yaml）：豁免的事项、理由、豁免人、有效期。",
)  # fmt: skip
@click.option(
    "--recognised", metavar="FILE", type=click.Path(path_type=Path),
    help="已获认定企业的名单，每行一家（.txt、.csv、.xlsx、.docx、.pdf）。",
)  # fmt: skip
def check(  # noqa: PLR0913, PLR0917  an argument for each option of the contract
    submission: Path,
    program: str | None,
    outputs: tuple[Path, ...],
    form: str,
    ocr: str,
    no_cache: bool,
    jobs: int,
    lang: str,
    quiet: bool,
    as_of: datetime | None,
    role: Literal["enterprise", "reviewer"],
    template: Path | None,
    marked: Path | None,
    since: Path | None,
    manifest: Path | None,
    recognised: Path | None,
) -> int:
    """核对一份申报材料：文件夹、压缩包（zip、7z、rar、tar）或单个文件。

    报告写到标准输出，进度写到标准错误。退出码：0 没有不符合项，1 有，2 无法核对。
    """
    from doccheck.cli.awards import read_awards
    from doccheck.cli.progress import show_progress
    from doccheck.pipeline import Settings, checking
    from doccheck.programs.manifest import load_manifest
    from doccheck.reports.rounds import read_report
    from doccheck.reports.write import Means, check_target, write_report

    for path in outputs:
        check_target(path)
    settings = Settings(
        as_of=as_of.date() if as_of else date.today(),
        program=program,
        as_of_given=as_of is not None,
        role=role,
        recognised=read_awards(recognised) if recognised else None,
        lang=lang,
        jobs=jobs,
        ocr=ocr_choice(ocr, no_cache),
        waivers=load_manifest(manifest).waivers if manifest else (),
        previous=read_report(since) if since else None,
    )
    with ExitStack() as stack:
        with show_progress(quiet) as progress:
            checked = stack.enter_context(checking(submission, settings, progress))
        means = Means(lang, checked.pictures, template)
        for path in outputs:  # first: whoever reads standard output may leave early
            write_report(checked.report, path, means)
        if marked:
            _write_marked(checked, marked, lang, quiet)
    _print(checked.report, form, lang)
    return exit_status(checked.report, checked.anything_read)


def _write_marked(checked: "Checked", folder: Path, lang: str, quiet: bool) -> None:
    from doccheck.reports.marked import write_copies

    copies = write_copies(checked.report, checked.read.files, checked.read.documents, folder, lang)
    for path, reason in copies.left:
        click.echo(f"没有批注：{path}：{reason}", err=True)
    if not quiet:
        click.echo(f"批注副本 {len(copies.written)} 份：{folder}", err=True)


def exit_status(report: "Report", anything_read: bool) -> int:
    """Return the contract's exit status."""
    if not anything_read:
        click.echo("错误：没有一个文件能读出文字，未能核对；报告中列有每个文件的原因", err=True)
        return NOTHING_READ
    return FAILED if report.summary.verdict == "fail" else 0


def _print(report: "Report", form: str, lang: str) -> None:
    if form == "json":
        from doccheck.reports.json_report import to_json

        write_utf8(to_json(report))
        return
    from doccheck.reports.terminal import print_report

    print_report(report, lang)


def ocr_choice(name: str, no_cache: bool) -> "OcrChoice":
    """Return how pages are to be recognised; DoccheckError where the engine is missing."""
    from doccheck.extractors.ocr.choice import OFF, OcrChoice, cache_folder

    if name == "off":
        return OFF
    cache = None if no_cache else cache_folder()
    if name == "tesseract":
        from doccheck.extractors.ocr.engine import load_engine

        load_engine("tesseract")  # says what is missing before any file is read
        return OcrChoice("tesseract", cache)
    return OcrChoice("rapidocr", cache)
