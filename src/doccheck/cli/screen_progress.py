"""Progress of a stack on standard error: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from doccheck.screening.plan import Step

Show = Callable[["Step"], None]

SETTLED = 3
"""Submissions after which a rate is told: the first ones wait for the processes to start."""


@dataclass(slots=True)
class Pace:
    """How fast a run goes: what an earlier run had finished counts as done, not as speed."""

    began: float = field(default_factory=time.monotonic)
    checked: int = 0
    pages: int = 0
    left: int = 0

    def after(self, step: "Step") -> None:
        """Count a submission."""
        self.left = step.total - step.number
        if not step.resumed:
            self.checked += 1
            self.pages += step.pages

    def in_words(self) -> str:
        """Return pages, submissions a minute, pages a second and the time left; "" at first."""
        if self.checked < SETTLED:
            return ""
        seconds = max(time.monotonic() - self.began, 0.001)
        rate = f"{60 * self.checked / seconds:.3g} 份/分，{self.pages / seconds:.2g} 页/秒"
        ahead = f"，约剩 {_duration(self.left * seconds / self.checked)}" if self.left else ""
        return f"{self.pages} 页，{rate}{ahead}"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes >= 60:
        return f"{minutes // 60} 小时 {minutes % 60} 分"
    return f"{minutes} 分" if minutes else f"{round(seconds)} 秒"


@contextmanager
def show_progress(total: int, quiet: bool) -> Iterator[Show | None]:
    """Give a callback that shows how many submissions are done, at what rate, how long still."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar(total) as show:
            yield show
    else:
        yield _lines()


def _lines() -> Show:
    pace = Pace()

    def show(step: "Step") -> None:
        pace.after(step)
        said = f"：{step.trouble}" if step.trouble else "：已核对过" if step.resumed else ""
        rate = f"（{pace.in_words()}）" if pace.in_words() else ""
        line = f"核对 {step.number}/{step.total}：{step.name}{said}"
        click.echo(_printable(line) + rate, err=True)

    return show


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
    )

    columns = (
        TextColumn("核对"), BarColumn(), MofNCompleteColumn(), TextColumn("份"),
        TimeElapsedColumn(), TextColumn("{task.fields[pace]}"), TextColumn("{task.description}"),
    )  # fmt: skip
    pace = Pace()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, pace="")

        def show(step: "Step") -> None:
            pace.after(step)
            name = escape(_printable(step.name))
            progress.update(task, completed=step.number, description=name, pace=pace.in_words())
            if step.trouble:
                progress.console.print(escape(_printable(f"{step.name}：{step.trouble}")))

        yield show


def _printable(text: str) -> str:
    return "".join(ch if ch.isprintable() else "�" for ch in text)
