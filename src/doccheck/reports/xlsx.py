"""The report as a workbook with fixed sheets: to sort, filter and tick off.

Whatever stands in the submission is written as text: no cell ever starts a formula or a link.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from doccheck.model.report import Report, ReportResult
from doccheck.model.result import Status
from doccheck.reports import overview
from doccheck.reports.figures import figure_results
from doccheck.reports.matrix import MatrixCell, matrix
from doccheck.reports.row_heights import row_height
from doccheck.reports.wording.ui import Ui

MAX_TEXT = 32_000  # Excel's own limit is 32,767 characters a cell
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for a formula when a cell is edited or copied elsewhere."""

COLOURS: dict[str, str] = {
    "fail": "#FDF0EF", "review": "#FFF6E5", "not_checked": "#EEF1F5", "pass": "#EDF7F0",
}  # fmt: skip
MATRIX_WIDTH = 26
A3 = 8  # Excel's number of the paper; on A4 the findings' columns could not be read


class Column(NamedTuple):
    """A column: key of its heading, width in characters."""

    key: str
    width: int


FINDINGS = (
    Column("column.number", 6), Column("column.status", 9), Column("column.weight", 10),
    Column("column.material", 18), Column("item.subject", 20), Column("column.message", 46),
    Column("item.actual", 36), Column("item.expected", 26), Column("item.fix", 36),
    Column("item.place", 34), Column("item.clause", 18), Column("item.sure", 16),
    Column("column.rule", 16), Column("column.round", 14), Column("waiver.title", 20),
)  # fmt: skip
FIGURES = (
    Column("item.subject", 24), Column("item.result", 9), Column("column.message", 50),
    Column("figures.stated", 44), Column("item.expected", 34), Column("figures.trace", 50),
    Column("item.clause", 18),
)  # fmt: skip
CHECKPOINTS = (
    Column("column.done", 8), Column("column.kind", 12), Column("item.subject", 50),
    Column("column.look", 50), Column("item.clause", 18),
)  # fmt: skip


class Pages:
    """A workbook being written, with the few formats that it uses."""

    def __init__(self, stream: io.BytesIO, ui: Ui, created: str) -> None:
        self.ui = ui
        self.book = Workbook(stream, {"in_memory": True})
        self.book.set_properties({"created": datetime.fromisoformat(created).replace(tzinfo=None)})
        self._formats: dict[tuple[str, bool], Format] = {}
        self._widths: dict[str, list[int]] = {}
        self.head = self.book.add_format(
            {"bold": True, "bg_color": "#DDE3EA", "border": 1, "text_wrap": True, "valign": "top"}
        )

    def style(self, status: str = "", text: str = "") -> Format:
        """Return the format of a cell: its status' colour, and "this is text" where needed."""
        quoted = text.startswith(FORMULA_STARTS)
        if (status, quoted) not in self._formats:
            made = self.book.add_format({"text_wrap": True, "valign": "top", "border": 1})
            made.set_border_color("#D5DBE3")
            if status in COLOURS:
                made.set_bg_color(COLOURS[status])
            if quoted:
                made.set_quote_prefix()
            self._formats[status, quoted] = made
        return self._formats[status, quoted]

    def sheet(self, key: str, columns: Sequence[tuple[str, int]]) -> Worksheet:
        """Return a new sheet: headings frozen, widths set, fit to the width of an A4 page."""
        sheet = self.book.add_worksheet(self.ui(key))
        for number, (title, width) in enumerate(columns):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, title[:MAX_TEXT], self.style(text=title))
            sheet.write_string(0, number, title[:MAX_TEXT], self.head)
        self._widths[sheet.get_name()] = [width for _, width in columns]
        self._fit(sheet, 0, [title for title, _ in columns])
        sheet.freeze_panes(1, 0)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def row(self, sheet: Worksheet, number: int, cells: Iterable[str], status: str = "") -> None:
        """Write a row of texts, high enough for all of them."""
        texts = [text[:MAX_TEXT] for text in cells]
        for column, text in enumerate(texts):
            sheet.write_string(number, column, text, self.style(status, text))
        self._fit(sheet, number, texts)

    def _fit(self, sheet: Worksheet, number: int, texts: Sequence[str]) -> None:
        sheet.set_row(number, row_height(texts, self._widths[sheet.get_name()]))


def to_xlsx(report: Report, lang: str) -> bytes:
    """Return the report as a workbook: overview, findings, matrix, figures, checkpoints."""
    stream = io.BytesIO()
    pages = Pages(stream, Ui(lang), report.submission.checked_at)
    _overview(pages, report)
    _findings(pages, report)
    _matrix(pages, report)
    _figures(pages, report)
    _checkpoints(pages, report)
    pages.book.close()
    return stream.getvalue()


def _heads(columns: Iterable[Column], ui: Ui) -> list[tuple[str, int]]:
    return [(ui(key), width) for key, width in columns]


def _overview(pages: Pages, report: Report) -> None:
    ui, verdict = pages.ui, report.summary.verdict
    sheet = pages.sheet("sheet.overview", [(ui("report.title"), 22), ("", 90)])
    title = f"{overview.SIGNS[verdict]} {ui('verdict.' + verdict)}"
    pages.row(sheet, 1, (title, overview.reason(report, ui)), verdict)
    about = [(ui(key), value) for key, value in overview.about(report, ui).items()]
    about += [(ui("status." + s), str(len(overview.of_status(report, s)))) for s in overview.SIGNS]
    about += [
        (
            f"{ui('files.path')} {n}",
            f"{f.path}  {ui('files.' + f.status)}  {f.reason}  {f.sha256}",
        )
        for n, f in enumerate(report.files, 1)
    ]
    about.append((ui("tool"), overview.version(report, ui)))
    for number, row in enumerate(about, 2):
        pages.row(sheet, number, row)


def _findings(pages: Pages, report: Report) -> None:
    sheet = pages.sheet("sheet.findings", _heads(FINDINGS, pages.ui))
    ordered = [r for status in overview.SIGNS for r in overview.of_status(report, status)]
    rounds = overview.round_states(report)
    for number, result in enumerate(ordered, 1):
        state = rounds.get((result.id, result.subject), "")
        cells = _finding(number, result, pages.ui, state)
        pages.row(sheet, number, cells, "" if result.status == "pass" else result.status)
    sheet.autofilter(0, 0, len(ordered), len(FINDINGS) - 1)
    sheet.set_paper(A3)


def _finding(number: int, result: ReportResult, ui: Ui, state: str) -> tuple[str, ...]:
    return (
        str(number),
        f"{overview.SIGNS[result.status]} {ui('status.' + result.status)}",
        ui(("severity." if result.status == "fail" else "weight.") + result.severity),
        result.material,
        result.subject or result.name,
        result.message,
        result.actual,
        result.expected,
        result.fix,
        "\n".join(overview.places(result, ui)),
        result.clause,
        overview.sure(result, ui),
        f"{result.rule} {ui.rule(result.rule)}",
        ui(f"round.{state}") if state else "",
        overview.waived(result, ui),
    )


def _matrix(pages: Pages, report: Report) -> None:
    ui, found = pages.ui, matrix(report)
    heads = [(ui("matrix.field"), 22)]
    heads += [(f"{ui.kind(d.kind)}{d.year or ''}\n{d.file}", MATRIX_WIDTH) for d in found.documents]
    sheet = pages.sheet("sheet.matrix", heads)
    sheet.freeze_panes(1, 1)
    for number, (name, cells) in enumerate(found.identity + found.figures, 1):
        texts = [_cell(cell, ui) for cell in cells]
        pages.row(sheet, number, (ui.fact(name), *texts))
        for column, (cell, text) in enumerate(zip(cells, texts, strict=True), 1):
            sheet.write_string(number, column, text, pages.style(cell.status or "", text))


def _cell(cell: MatrixCell, ui: Ui) -> str:
    said = f"{cell.sign} {' / '.join(cell.values)}".strip()
    return "\n".join((said, *(ui("matrix.yuan", amount) for amount in cell.yuan)))[:MAX_TEXT]


def _figures(pages: Pages, report: Report) -> None:
    ui = pages.ui
    sheet = pages.sheet("sheet.figures", _heads(FIGURES, ui))
    for number, result in enumerate(figure_results(report), 1):
        status: Status = result.status
        trace = "\n".join(
            f"{place}  “{quote}”" for place, quote in overview.quoted_places(result, ui)
        )
        cells = (
            result.subject, overview.SIGNS[status] + " " + ui("status." + status), result.message,
            result.actual, result.expected, trace, result.clause,
        )  # fmt: skip
        pages.row(sheet, number, cells, "" if status == "pass" else status)


def _checkpoints(pages: Pages, report: Report) -> None:
    ui = pages.ui
    sheet = pages.sheet("sheet.checkpoints", _heads(CHECKPOINTS, ui))
    rows = [("□", ui("kind.person"), c.says, c.look_at, c.clause) for c in report.checkpoints]
    rows += [("□", ui("kind.nobody"), u.says, u.why, u.clause) for u in report.not_implemented]
    for number, row in enumerate(rows, 1):
        pages.row(sheet, number, row)
