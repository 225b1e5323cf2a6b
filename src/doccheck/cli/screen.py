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
    from doccheck.screening.plan import Plan
    from doccheck.screening.stack import Stack

GIGABYTE = 1 << 30
NOTHING_READ, FAILED = 2, 1


class Share(click.ParamType[float]):
    """A share: `5%` or `0.05`."""

    name = "share"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the share as a number between 0 and 1."""
        text = str(value).strip()
        try:
            share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        except ValueError:
            share = -1.0
        if not 0 <= share <= 1:
            self.fail(f"“{text}”不是比例，请写 5% 或 0.05", param, ctx)
        return share


SHARE = Share()


@click.command(short_help="核对一批申报材料")
@click.argument("stack")
@click.option(
    "-o", "--output", "out", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
    help="把每份报告、总表 index.html、填好的汇总表、补正告知书和 stack.json 写入这个文件夹；"
    "再次运行时接着做。",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=None,
    help="同时核对的进程数，不写则为处理器核数；1 在本进程内进行，便于查错。",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local",
    help="在本机各进程中核对（默认），或在 Ray 集群上核对（需安装 doccheck[ray]）。",
)  # fmt: skip
@click.option(
    "--address", metavar="HOST:PORT", default="",
    help="Ray 集群的地址；不写则用本机所在的集群。",
)  # fmt: skip
@click.option(
    "--store", metavar="URL", default="",
    help="结果另存的数据库，如 postgresql://…；不写则为输出文件夹中的 results.sqlite。",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=900, show_default=True,
    help="一份材料最多核对多少秒。",
)  # fmt: skip
@click.option(
    "--memory", type=click.IntRange(0, 1024), default=4, show_default=True,
    help="核对一份材料最多用多少 GB 内存，0 不限。",
)  # fmt: skip
@click.option(
    "--sample", type=SHARE, default="5%", show_default=True,
    help="机器检查通过的材料中抽多少由人再看，0 不抽；结论填入输出文件夹的 抽查.csv。",
)  # fmt: skip
@click.option(
    "--sample-seed", "seed", metavar="TEXT", default="",
    help="抽查的种子：种子不变，抽到的就不变；不公开则无法预知抽到谁。",
)  # fmt: skip
@shared_options
@click.option("--resume/--no-resume", default=True, help="接着上次做（默认），或全部重做。")
def screen(  # noqa: PLR0913, PLR0917  an argument for each option of the contract
    stack: str,
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
    engine: Literal["local", "ray"],
    address: str,
    store: str,
    timeout: float,
    memory: int,
    sample: float,
    seed: str,
    resume: bool,
) -> int:
    """核对一批申报材料：文件夹里每个子文件夹或压缩包是一份，再核对各份之间。

    也可以是对象存储中的一批：s3://桶/前缀、oss://桶/前缀（需安装 doccheck[remote]）。

    退出码：0 没有不符合项，1 任何一份或各份之间有不符合项，2 无法核对。
    """
    from doccheck.cli.screen_progress import show_progress
    from doccheck.screening.plan import Plan
    from doccheck.screening.run import screen as run

    if store and out is None:
        raise click.UsageError("用 --store 时要用 -o 指定放报告的文件夹")
    settings = make_settings(program, ocr, no_cache, lang, as_of, role, manifest, recognised)
    opened = _opened(stack, out)
    with _folder(out) as folder:
        plan = Plan(
            folder,
            pages=out is not None,
            jobs=_processes(jobs, engine, len(opened.units)),
            isolated=jobs != 1 or engine == "ray",
            timeout=timeout,
            memory=memory * GIGABYTE,
            resume=resume,
            engine=engine,
            address=address,
            store=store,
            sample=sample,
            seed=seed,
        )
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


def _opened(stack: str, out: Path | None) -> "Stack":
    from doccheck.screening.remote import is_remote
    from doccheck.screening.stack import open_remote_stack, open_stack

    return open_remote_stack(stack) if is_remote(stack) else open_stack(Path(stack), out)


def _processes(jobs: int | None, engine: str, submissions: int) -> int:
    """Return how many processes to use; on a cluster 0 for as many as it has cores."""
    if engine == "ray":
        return jobs or 0
    return min(jobs or os.cpu_count() or 1, submissions)


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
    from doccheck.screening.papers_out import taken_along
    from doccheck.screening.run import report_texts

    part = plan.folder / ".stack.json.part"
    with part.open("w", encoding="utf-8", errors="replace") as stream:
        stream.writelines(chunks(report, report_texts(stack, plan.folder)))
    part.replace(plan.folder / "stack.json")
    if plan.pages:
        page = to_index(report, lang, taken_along(plan.folder))
        (plan.folder / "index.html").write_text(page, encoding="utf-8")


def _print(report: "StackReport", folder: Path, form: str, lang: str) -> None:
    if form == "json":
        with (folder / "stack.json").open(encoding="utf-8") as stream:
            for lines in stream:
                write_utf8(lines)
        return
    from doccheck.reports.stack_terminal import print_stack

    print_stack(report, lang)
