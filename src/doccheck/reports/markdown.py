"""The report as Markdown, for tickets and chats."""

import re
from collections.abc import Iterator

from doccheck.model.report import Report, ReportResult
from doccheck.reports import overview
from doccheck.reports.matrix import matrix
from doccheck.reports.overview import SIGNS
from doccheck.reports.wording.ui import Ui

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(report: Report, lang: str) -> str:
    """Return the report as Markdown; what stands in the submission is escaped."""
    return "\n".join(_lines(report, Ui(lang))) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _lines(report: Report, ui: Ui) -> Iterator[str]:
    verdict = report.summary.verdict
    yield f"# {ui('report.title')}"
    yield ""
    word = f"**{SIGNS[verdict]} {ui('verdict.' + verdict)}**"
    yield word + ui("colon") + overview.reason(report, ui)
    yield ""
    yield from _about(report, ui)
    for status in overview.OPEN:
        results = overview.of_status(report, status)
        if results:
            yield from _heading(ui("count", title=ui("status." + status), n=len(results)))
            for number, group in enumerate(overview.folded(results), 1):
                yield from _finding(number, group, ui)
    yield from _matrix(report, ui)
    yield from _rest(report, ui)


def _about(report: Report, ui: Ui) -> Iterator[str]:
    for key, value in overview.about(report, ui).items():
        yield f"- {ui(key)}{ui('colon')}{escape(value)}"
    yield f"- {overview.coverage_in_words(report, ui)}"


def _finding(number: int, group: tuple[ReportResult, ...], ui: Ui) -> Iterator[str]:
    result = group[0]
    weight = ("severity." if result.status == "fail" else "weight.") + result.severity
    subject = f"**{escape(result.subject or result.name)}**"
    yield f"{number}. {subject}（{ui(weight)}）{escape(result.message)}"
    places = "；".join(overview.places(result, ui))
    rows = {"place": places, **overview.rows(group, ui)}
    for key, value in rows.items():
        if value:
            yield f"   - {ui('item.' + key)}{ui('colon')}{escape(value)}"


def _matrix(report: Report, ui: Ui) -> Iterator[str]:
    found = matrix(report)
    if not found.documents:
        return
    yield from _heading(ui("matrix.title"))
    yield ui("matrix.legend")
    yield ""
    heads = (f"{ui.kind(d.kind)} {d.year or ''}".strip() for d in found.documents)
    yield _row(ui("matrix.field"), *heads)
    yield "| --- " * (len(found.documents) + 1) + "|"
    for name, cells in found.identity + found.figures:
        yield _row(ui.fact(name), *(f"{c.sign} {' / '.join(c.values)}".strip() for c in cells))


def _rest(report: Report, ui: Ui) -> Iterator[str]:
    if report.second_round:
        yield from _heading(ui("round.title"))
        yield overview.round_counts(report, ui)
        yield ""
        for item in report.second_round.items:
            said = escape(f"{item.subject} {item.now if item.now else item.before}")
            yield f"- **{ui('round.' + item.state)}** {said}"
    if report.waivers:
        yield from _heading(ui("waiver.title"))
        yield from (f"- {escape(overview.waiver_in_words(w, ui))}" for w in report.waivers)
    if report.checkpoints:
        yield from _heading(ui("checkpoints.title"))
        yield from (f"- [ ] {escape(p.says)}（{escape(p.clause)}）" for p in report.checkpoints)
    if report.not_implemented:
        yield from _heading(ui("nobody.title"))
        yield from (f"- {escape(p.says)}（{escape(p.clause)}）" for p in report.not_implemented)
    passed = overview.of_status(report, "pass")
    if passed:
        yield from _heading(ui("passed.title", n=len(passed)))
        yield from (
            f"- {escape(r.subject or r.name)}{ui('colon')}{escape(r.message)}" for r in passed
        )
    yield from _heading(ui("files.title", n=len(report.files)))
    for file in report.files:
        reason = f"{ui('colon')}{escape(file.reason)}" if file.reason else ""
        yield f"- {escape(file.path)}（{ui('files.' + file.status)}{reason}）`{file.sha256[:12]}`"


def _heading(text: str) -> Iterator[str]:
    yield from ("", f"## {text}", "")


def _row(*cells: str) -> str:
    return "| " + " | ".join(escape(c) for c in cells) + " |"
