"""`doccheck check`: one submission against one notice."""

import dataclasses
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from doccheck.cli.options import make_settings, shared_options
from doccheck.cli.output import write_utf8

if TYPE_CHECKING:
    from doccheck.model.report import Report
    from doccheck.pipeline import Checked

NOTHING_READ = 2
FAILED = 1


@click.command(short_help="核对一份申报材料")
@click.argument("submission", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="PATH",
    type=click.Path(path_type=Path, dir_okay=False),
    help="把报告写入文件，可重复；后缀定格式：.json .html .docx .xlsx .md .sarif。",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="同时读取文件的进程数。")
@click.option(
    "--template", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="告知书（-o 告知书.docx）用自己的格式，Word 文件，填写标记见文档。",
)  # fmt: skip
@click.option(
    "--marked", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
    help="把批注过的副本（Word 批注、PDF 标注，图片做成 PDF）写入这个文件夹；原件不动。",
)  # fmt: skip
@click.option(
    "--since", metavar="JSON", type=click.Path(path_type=Path),
    help="上一轮的 JSON 报告：列出已改正、未改正、新出现、首轮漏报的事项。",
)  # fmt: skip
@shared_options
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
    from doccheck.cli.progress import show_progress
    from doccheck.pipeline import checking
    from doccheck.reports.rounds import read_report
    from doccheck.reports.write import Means, check_target, write_report

    for path in outputs:
        check_target(path)
    settings = dataclasses.replace(
        make_settings(program, ocr, no_cache, lang, as_of, role, manifest, recognised),
        jobs=jobs,
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

    copies = write_copies(
        checked.report, checked.read.files, checked.read.documents, folder, lang, checked.pictures
    )
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
