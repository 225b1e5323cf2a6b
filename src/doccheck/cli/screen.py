"""`doccheck screen`: a folder of submissions against one notice, each and across them."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from doccheck.cli.options import make_settings, shared_options
from doccheck.cli.output import write_utf8
from doccheck.errors import DoccheckError

if TYPE_CHECKING:
    from doccheck.reports.stack import StackReport
    from doccheck.screening.run import Plan
    from doccheck.screening.stack import Stack

GIGABYTE = 1 << 30
NOTHING_READ, FAILED = 2, 1


@click.command(short_help="核对一批申报材料")
@click.argument("stack", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
    help="把每份报告、总表 index.html 和 stack.json 写入这个文件夹；再次运行时接着做。",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=None,
    help="同时核对的进程数，不写则为处理器核数；1 在本进程内进行，便于查错。",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=900, show_default=True,
    help="一份材料最多核对多少秒。",
)  # fmt: skip
@click.option(
    "--memory", type=click.IntRange(0, 1024), default=4, show_default=True,
    help="核对一份材料最多用多少 GB 内存，0 不限。",
)  # fmt: skip
@shared_options
@click.option("--resume/--no-resume", default=True, help="接着上次做（默认），或全部重做。")
def screen(  # noqa: PLR0913, PLR0917  an argument for each option of the contract
    stack: Path,
    program: str | None,
    out: Path | None,
    form: str,
    ocr: str,
    no_cache: bool,
    jobs: int | None,
    lang: str,
    quiet: bool,
    as_of: datetime | None,
    role: Literal["enterprise", "reviewer"],
    manifest: Path | None,
    recognised: Path | None,
    timeout: float,
    memory: int,
    resume: bool,
) -> int:
    """核对一批申报材料：文件夹里每个子文件夹或压缩包是一份，再核对各份之间。

    退出码：0 没有不符合项，1 任何一份或各份之间有不符合项，2 无法核对。
    """
    from doccheck.cli.screen_progress import show_progress
    from doccheck.screening.run import Plan
    from doccheck.screening.run import screen as run
    from doccheck.screening.stack import open_stack

    settings = make_settings(program, ocr, no_cache, lang, as_of, role, manifest, recognised)
    opened = open_stack(stack, out)
    with _folder(out) as folder:
        processes = min(jobs or os.cpu_count() or 1, len(opened.units))
        limit = memory * GIGABYTE
        plan = Plan(folder, out is not None, processes, jobs != 1, timeout, limit, resume)
        with _writable(folder):
            with show_progress(len(opened.units), quiet) as progress:
                screened = run(opened, settings, plan, progress)
            _write(screened.report, opened, plan, lang)
        _print(screened.report, folder, form, lang)
    for name in screened.failed:
        click.echo(f"错误：{name} 没有核对，原因见报告", err=True)
    return exit_status(screened.report, screened.anything_read)


def exit_status(report: "StackReport", anything_read: bool) -> int:
    """Return the contract's exit status."""
    if not anything_read:
        click.echo("错误：没有一份材料能读出文字，未能核对；报告中列有原因", err=True)
        return NOTHING_READ
    return FAILED if report.summary.verdict == "fail" else 0


@contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    """Give the output folder, or one that is gone when the block ends."""
    if out:
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="doccheck-stack-", ignore_cleanup_errors=True) as work:
        yield Path(work)


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    """Say of a full or locked disk what to do; what is finished stays and is not done again."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        where = str(error.filename or folder)
        raise DoccheckError(f"读写出错：{reason}", where, "排除后再运行一次，接着做") from error


def _write(report: "StackReport", stack: "Stack", plan: "Plan", lang: str) -> None:
    """Write stack.json, and the index where pages are wanted."""
    from doccheck.reports.stack import chunks
    from doccheck.reports.stack_index import to_index
    from doccheck.screening.run import submissions

    part = plan.folder / ".stack.json.part"
    with part.open("w", encoding="utf-8", errors="replace") as stream:
        stream.writelines(chunks(report, submissions(stack, plan.folder)))
    part.replace(plan.folder / "stack.json")
    if plan.pages:
        (plan.folder / "index.html").write_text(to_index(report, lang), encoding="utf-8")


def _print(report: "StackReport", folder: Path, form: str, lang: str) -> None:
    if form == "json":
        with (folder / "stack.json").open(encoding="utf-8") as stream:
            for lines in stream:
                write_utf8(lines)
        return
    from doccheck.reports.stack_terminal import print_stack

    print_stack(report, lang)
