"""The report on a stack in a terminal: a table, one row a submission, then what is across them."""

import sys
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from doccheck.reports.overview import SIGNS
from doccheck.reports.stack import Row, StackReport, StackResult
from doccheck.reports.terminal import COLOURS, printable
from doccheck.reports.wording.stack import UI
from doccheck.reports.wording.ui import Ui

PIPE_WIDTH = 160
"""Columns of a table that goes to a file: wide enough for a row's worst finding."""

SHOWN = ("fail", "review", "not_checked")


def print_stack(report: StackReport, lang: str, stream: TextIO | None = None) -> None:
    """Print the report on a stack."""
    out = stream or sys.stdout
    width = None if out.isatty() else PIPE_WIDTH
    console = Console(file=out, highlight=False, markup=False, emoji=False, width=width)
    ui, words = Ui(lang), {key: both[lang == "en"] for key, both in UI.items()}
    verdict = report.summary.verdict
    title = f"{SIGNS[verdict]} {ui('verdict.' + verdict)}"
    said = words["head"].format(n=len(report.rows), program=report.head.program.title)
    console.print(Text(title, f"bold {COLOURS[verdict]}").append(f"  {said}", "not bold"))
    console.print(_table(report.rows, ui, words))
    shown = [r for status in SHOWN for r in report.results if r.result.status == status]
    console.print(Text(words["across"].format(n=len(shown)), "bold"))
    for number, each in enumerate(shown, 1):
        for line in _finding(number, each, ui):
            console.print(line)


def _table(rows: tuple[Row, ...], ui: Ui, words: dict[str, str]) -> Table:
    table = Table(show_lines=False)
    for key in ("verdict", "submission"):
        table.add_column(words[key], no_wrap=key == "verdict")
    for key in ("fail", "review", "not_checked"):
        table.add_column(ui("status." + key), justify="right")
    table.add_column(words["worst"], max_width=70)
    for row in rows:
        sign = Text(f"{SIGNS[row.verdict]} {ui('verdict.' + row.verdict)}", COLOURS[row.verdict])
        worst = row.trouble or (row.findings[0] if row.findings else "")
        numbers = [str(row.counts[key]) for key in ("fail", "review", "not_checked")]
        table.add_row(sign, printable(row.name), *numbers, printable(worst))
    return table


def _finding(number: int, each: StackResult, ui: Ui) -> tuple[Text, ...]:
    result = each.result
    title = Text(f"{number:>3}. ").append(printable(result.subject or result.name), "bold")
    title.append(f"  [{ui('status.' + result.status)}]", COLOURS[result.status])
    clause = ui("count", title=result.clause, n=ui.rule(result.rule))
    return title, Text("     " + printable(result.message)), Text(f"     {clause}", "dim")
