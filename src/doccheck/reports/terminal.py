"""The report in a terminal: what a clerk needs, the most pressing first, plain where piped."""

import sys
from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from doccheck.model.report import Report, ReportResult
from doccheck.model.result import Status
from doccheck.reports import overview
from doccheck.reports.overview import MAX_PLACES, SIGNS
from doccheck.reports.wording.ui import Ui

COLOURS: dict[Status, str] = {
    "fail": "red", "review": "yellow", "not_checked": "cyan", "pass": "green",
    "not_applicable": "bright_black",
}  # fmt: skip
_INDENT = " " * 5


def print_report(report: Report, lang: str, stream: TextIO | None = None) -> None:
    """Print the report; colours only on a terminal, lines never wrapped in a pipe."""
    console = Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)
    for line in _lines(report, Ui(lang)):
        if console.is_terminal:
            console.print(line)
        else:
            console.file.write(line.plain + "\n")


def printable(text: str) -> str:
    """Return text without anything that could steer a terminal; line breaks become spaces."""
    return "".join(ch if ch.isprintable() else (" " if ch.isspace() else "�") for ch in text)


def _lines(report: Report, ui: Ui) -> Iterator[Text]:
    yield from _head(report, ui)
    for status in overview.OPEN:
        results = overview.of_status(report, status)
        if results:
            yield Text()
            yield _styled(ui("count", title=ui("status." + status), n=len(results)), status)
            for number, group in enumerate(overview.folded(results), 1):
                yield from _finding(number, group, ui)
    yield from _round(report, ui)
    yield from _waivers(report, ui)
    yield from _checkpoints(report, ui)
    yield from _nobody(report, ui)
    yield from _tail(report, ui)


def _head(report: Report, ui: Ui) -> Iterator[Text]:
    verdict = report.summary.verdict
    title = f"{SIGNS[verdict]} {ui('verdict.' + verdict)}{ui('colon')}"
    yield _styled(title, verdict).append(overview.reason(report, ui), "not bold")
    for key, value in overview.about(report, ui).items():
        yield _row(ui(key), value, ui, indent="")
    numbers = (f"{ui('status.' + s)} {len(overview.of_status(report, s))}" for s in SIGNS)
    yield Text(" · ".join(numbers))
    yield Text(overview.coverage_in_words(report, ui))
    if counts := overview.round_counts(report, ui):
        yield _row(ui("round.title"), counts, ui, indent="")


def _finding(number: int, group: tuple[ReportResult, ...], ui: Ui) -> Iterator[Text]:
    result = group[0]
    weight = "severity." if result.status == "fail" else "weight."
    title = Text(f"{number:>3}. ").append(printable(result.subject or result.name), "bold")
    yield title.append(f"  [{ui(weight + result.severity)}]")
    yield Text(_INDENT + printable(result.message))
    if places := overview.places(result, ui):
        yield _row(ui("item.place"), _some(places, ui), ui)
    for key, value in overview.rows(group, ui).items():
        yield _row(ui(f"item.{key}"), value, ui)


def _some(places: tuple[str, ...], ui: Ui) -> str:
    """Return the first places on one line, and how many more there are."""
    rest = len(places) - MAX_PLACES
    more = (ui("more.places", n=rest),) if rest > 0 else ()
    return "；".join(places[:MAX_PLACES] + more)


def _round(report: Report, ui: Ui) -> Iterator[Text]:
    items = report.second_round.items if report.second_round else ()
    if items:
        yield Text()
        yield Text(ui("count", title=ui("round.title"), n=len(items)), "bold")
    for item in items:
        said = item.before if item.state == "mended" else item.now
        yield _row(f"  {ui('round.' + item.state)}", f"{item.subject}  {said}", ui, indent="")


def _waivers(report: Report, ui: Ui) -> Iterator[Text]:
    if report.waivers:
        yield Text()
        yield Text(ui("count", title=ui("waiver.title"), n=len(report.waivers)), "bold")
    for use in report.waivers:
        yield Text(f"  · {printable(overview.waiver_in_words(use, ui))}")


def _checkpoints(report: Report, ui: Ui) -> Iterator[Text]:
    if report.checkpoints:
        yield Text()
        yield Text(ui("count", title=ui("checkpoints.title"), n=len(report.checkpoints)), "bold")
    for point in report.checkpoints:
        says = ui("count", title=printable(point.says), n=printable(point.clause))
        yield Text(f"  □ {says}")


def _nobody(report: Report, ui: Ui) -> Iterator[Text]:
    if report.not_implemented:
        yield Text()
        yield Text(ui("count", title=ui("nobody.title"), n=len(report.not_implemented)), "bold")
    for point in report.not_implemented:
        says = ui("count", title=printable(point.says), n=printable(point.clause))
        yield Text(f"  · {says}")


def _tail(report: Report, ui: Ui) -> Iterator[Text]:
    yield Text()
    yield _styled(f"✓ {ui('passed.title', n=report.summary.counts.passed)}", "pass")
    for file in report.files:
        if file.status == "unreadable":
            trouble = f"{ui('files.unreadable')}{ui('colon')}{file.path}  {file.reason}"
            yield _styled(f"？ {printable(trouble)}", "review")
    yield Text(overview.version(report, ui), "dim")


def _row(label: str, value: str, ui: Ui, indent: str = _INDENT) -> Text:
    return Text(f"{indent}{label}{ui('colon')}", "dim").append(printable(value), "not dim")


def _styled(text: str, status: Status) -> Text:
    return Text(text, f"bold {COLOURS[status]}")
