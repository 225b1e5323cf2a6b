"""Progress on standard error: one line that rewrites itself, or nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

WIDTH = 60
"""Characters of a path that are shown: the line stays on one row of a usual terminal."""


@contextmanager
def show_progress(quiet: bool) -> Iterator[Callable[[int, int, str], None] | None]:
    """Give a callback that shows which file is read; plain lines where there is no terminal."""
    if quiet:
        yield None
        return
    terminal = sys.stderr.isatty()
    yield _rewriting if terminal else _plain
    if terminal:
        click.echo("\r\x1b[K", nl=False, err=True)


def _plain(number: int, total: int, path: str) -> None:
    click.echo(f"读取 {number}/{total}：{_printable(path)}", err=True)


def _rewriting(number: int, total: int, path: str) -> None:
    click.echo(f"\r\x1b[K读取 {number}/{total}：{_printable(path)[-WIDTH:]}", nl=False, err=True)


def _printable(path: str) -> str:
    return "".join(ch if ch.isprintable() else "�" for ch in path)
