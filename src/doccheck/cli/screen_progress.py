"""Progress of a stack on standard error: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Show = Callable[[int, int, str, str], None]


@contextmanager
def show_progress(total: int, quiet: bool) -> Iterator[Show | None]:
    """Give a callback that shows how many submissions are done, at what rate, how long still."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar(total) as show:
            yield show
    else:
        yield _plain


def _plain(number: int, total: int, name: str, trouble: str) -> None:
    said = f"：{trouble}" if trouble else ""
    click.echo(f"核对 {number}/{total}：{_printable(name)}{_printable(said)}", err=True)


@contextmanager
def _bar(total: int) -> Iterator[Show]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("核对"), BarColumn(), MofNCompleteColumn(), TextColumn("份"),
        TimeElapsedColumn(), TextColumn("剩"), TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)

        def show(number: int, _total: int, name: str, trouble: str) -> None:
            progress.update(task, completed=number, description=escape(_printable(name)))
            if trouble:
                progress.console.print(escape(_printable(f"{name}：{trouble}")))

        yield show


def _printable(text: str) -> str:
    return "".join(ch if ch.isprintable() else "�" for ch in text)
