"""The filled summary sheet as a workbook: the notice's form, a note on each cell, all sources."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from doccheck.model.summary_sheet import SheetColumn, SummarySheet
from doccheck.reports.filled_sheet import CellState, FilledCell, FilledRow, Source
from doccheck.reports.wording.ui import Ui

A4, A3 = 9, 8  # Excel's numbers of paper sizes
WIDE = 150  # characters of all columns together from which A3 is asked for
MAX_NOTE = 4_000  # characters of a note; a reader wants the first few lines
NOTE_LINE = 38  # Chinese characters in a line of a note
NOTE_WIDTH, NOTE_LINE_HEIGHT = 340, 18  # pixels
LAST_HEAD, ROW = 44, 30
"""Points: three lines of a long question; two of a long name, or a line written by hand."""

COLOURS: dict[CellState, str] = {
    "doubt": "#FFE699", "missing": "#D9D9D9", "person": "#EDEDED",
}  # fmt: skip
SOURCE_COLUMNS = (
    ("row", 6), ("submission", 26), ("enterprise", 26), ("column", 24), ("value", 22),
    ("state", 10), ("place", 42), ("words", 36), ("confidence", 10), ("notes", 60),
)  # fmt: skip
FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}


def to_filled_sheet(
    sheet: SummarySheet, rows: Sequence[FilledRow], ui: Ui, tool: str, created: str
) -> bytes:
    """Return the workbook: the form with its rows, and a list of every cell's source."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime.fromisoformat(created).replace(tzinfo=None)})
    _Form(book, sheet, ui).write(rows, ui("filled.legend", tool=tool, count=len(rows)))
    _sources(book, rows, ui)
    book.close()
    return stream.getvalue()


class _Form:
    """The notice's form being written."""

    def __init__(self, book: Workbook, sheet: SummarySheet, ui: Ui) -> None:
        self.book, self.sheet, self.ui = book, sheet, ui
        self.page: Worksheet = book.add_worksheet(ui("filled.sheet"))
        self.last = len(sheet.columns) - 1
        self.depth = max(len(c.path) for c in sheet.columns)
        self._formats: dict[tuple[CellState, int, bool, bool], Format] = {}

    def write(self, rows: Sequence[FilledRow], legend: str) -> None:
        """Write title, headings, rows and the lines around them."""
        self._line(0, self.sheet.title, {"bold": True, "font_size": 16, "align": "center"}, 30)
        self._line(1, self.sheet.above, {}, 20)
        head = self.book.add_format(
            {**FONT, "bold": True, "border": 1, "align": "center", "text_wrap": True}
        )
        for top, left, bottom, right, text in heads(self.sheet.columns, self.depth):
            _merge(self.page, (top + 2, left, bottom + 2, right), text, head)
        self.page.set_row(self.depth + 1, LAST_HEAD)
        first = self.depth + 2
        for number, row in enumerate(rows, first):
            self.page.set_row(number, ROW)
            for column, cell in enumerate(row.cells):
                self._cell(number, column, cell)
        end = first + len(rows)
        self._line(end, self.sheet.below, {"text_wrap": True}, 32)
        self._line(end + 1, legend, {"font_color": "#595959", "text_wrap": True}, 32)
        self._lay_out(end)

    def _line(self, row: int, text: str, extra: dict[str, object], height: int) -> None:
        self.page.set_row(row, height)
        _merge(self.page, (row, 0, row, self.last), text, self.book.add_format({**FONT, **extra}))

    def _cell(self, row: int, column: int, cell: FilledCell) -> None:
        style = self._style(cell)
        if cell.number is not None:
            factor = 100 if cell.percent else 1
            self.page.write_number(row, column, float(cell.number / factor), style)
        elif cell.text:
            self.page.write_string(row, column, cell.text, style)
        else:
            self.page.write_blank(row, column, None, style)
        if note := note_of(cell, self.ui):
            lines = sum(1 + len(line) // NOTE_LINE for line in note.split("\n"))
            size = {"width": NOTE_WIDTH, "height": 20 + NOTE_LINE_HEIGHT * min(lines, 20)}
            self.page.write_comment(row, column, note, {"author": "doccheck", **size})

    def _style(self, cell: FilledCell) -> Format:
        figure = cell.number is not None and cell.state != "given"
        slot = (cell.state, cell.decimals if figure else -1, cell.percent, figure)
        if slot not in self._formats:
            places = "." + "0" * cell.decimals if cell.decimals else ""
            made = self.book.add_format({**FONT, "border": 1, "text_wrap": True})
            made.set_align("right" if figure else "center")
            if figure:
                made.set_num_format(f"0{places}%" if cell.percent else f"#,##0{places}")
            if cell.state in COLOURS:
                made.set_bg_color(COLOURS[cell.state])
            if cell.state == "doubt":
                made.set_italic()  # told apart on a black-and-white print as well
            self._formats[slot] = made
        return self._formats[slot]

    def _lay_out(self, end: int) -> None:
        for number, column in enumerate(self.sheet.columns):
            self.page.set_column(number, number, column.width)
        self.page.freeze_panes(self.depth + 2, 0)
        self.page.set_landscape()
        wide = sum(c.width for c in self.sheet.columns) > WIDE
        self.page.set_paper(A3 if wide else A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(0.4, 0.4, 0.6, 0.6)
        self.page.repeat_rows(2, self.depth + 1)
        self.page.print_area(0, 0, end, self.last)


def heads(columns: Sequence[SheetColumn], depth: int) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield the heading cells: top, left, bottom, right (inclusive, from 0) and words.

    Neighbours with the same headings down to a level share one cell; a lowest heading reaches
    down to the last level.
    """
    for level in range(depth):
        start = 0
        while start < len(columns):
            path = columns[start].path[: level + 1]
            end = start
            lowest = level == len(columns[start].path) - 1
            while (
                not lowest and end + 1 < len(columns) and columns[end + 1].path[: level + 1] == path
            ):
                end += 1
            if len(path) > level:
                yield level, start, depth - 1 if lowest else level, end, path[level]
            start = end + 1


def note_of(cell: FilledCell, ui: Ui) -> str:
    """Return the note on a cell: what is doubtful, then where it stands and how sure that is."""
    lines = list(cell.notes)
    for source in cell.sources:
        lines.append(ui("filled.source", source.place))
        if source.quote:
            lines.append(ui("filled.quote", source.quote))
        lines.append(_sure(source, ui))
    return "\n".join(lines)[:MAX_NOTE]


def _sure(source: Source, ui: Ui) -> str:
    key = "filled.sure_ocr" if source.recognised else "filled.sure"
    return ui(key, f"{source.confidence:.0%}")


def _merge(page: Worksheet, span: tuple[int, int, int, int], text: str, style: Format) -> None:
    top, left, bottom, right = span
    if (top, left) == (bottom, right):
        page.write_string(top, left, text, style)
    else:
        page.merge_range(top, left, bottom, right, "", style)
        page.write_string(top, left, text, style)


def _sources(book: Workbook, rows: Sequence[FilledRow], ui: Ui) -> None:
    page = book.add_worksheet(ui("filled.sources"))
    head = book.add_format({**FONT, "bold": True, "border": 1, "bg_color": "#DDE3EA"})
    plain = book.add_format({**FONT, "border": 1, "text_wrap": True, "valign": "top"})
    for column, (key, width) in enumerate(SOURCE_COLUMNS):
        page.set_column(column, column, width)
        page.write_string(0, column, ui(f"filled.{key}"), head)
    line = 0
    for number, row in enumerate(rows, 1):
        for cell in row.cells:
            for texts in _lines(number, row, cell, ui):
                line += 1
                for column, text in enumerate(texts):
                    page.write_string(line, column, text, plain)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, line, len(SOURCE_COLUMNS) - 1)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _lines(number: int, row: FilledRow, cell: FilledCell, ui: Ui) -> Iterator[tuple[str, ...]]:
    """Yield a line for each source of a cell, one for a cell without any."""
    if cell.state == "given":
        return
    state = ui(f"filled.state.{cell.state}")
    about = (str(number), row.submission, row.enterprise, cell.column.title, cell.text, state)
    notes = "\n".join(cell.notes)[:MAX_NOTE]
    for source in cell.sources:
        yield *about, source.place, source.quote, f"{source.confidence:.0%}", notes
    if not cell.sources:
        yield *about, "", "", "", notes
