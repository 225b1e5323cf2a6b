"""All correction notices of a stack: a list of them, and documents to print them from at once."""

import copy
import io
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from xlsxwriter import Workbook

from doccheck.reports.overview import SIGNS
from doccheck.reports.packing import without_hour
from doccheck.reports.stack import Row
from doccheck.reports.wording.ui import Ui

SIGNED_BY_HAND = 30.0  # points of a row: a date and a name are written into it, names wrap
COLUMNS = (
    ("number", 6), ("enterprise", 30), ("submission", 30), ("verdict", 10), ("fail", 8),
    ("review", 8), ("file", 36), ("sent", 12), ("signed", 12),
)  # fmt: skip


def notice_list(rows: Sequence[Row], ui: Ui, created: str) -> bytes:
    """Return a list of the notices as a workbook, with room for when and by whom received."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime.fromisoformat(created).replace(tzinfo=None)})
    page = book.add_worksheet(ui("notices.sheet"))
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#DDE3EA"})
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    for column, (key, width) in enumerate(COLUMNS):
        page.set_column(column, column, width)
        page.write_string(0, column, ui(f"notices.{key}"), head)
    for number, row in enumerate(rows, 1):
        verdict = f"{SIGNS[row.verdict]} {ui('verdict.' + row.verdict)}"
        texts = (row.enterprise or ui("field.unknown"), row.name, verdict)
        page.write_number(number, 0, number, plain)
        for column, text in enumerate(texts, 1):
            page.write_string(number, column, text, plain)
        page.set_row(number, SIGNED_BY_HAND)
        page.write_number(number, 4, row.counts["fail"], plain)
        page.write_number(number, 5, row.counts["review"], plain)
        for column, text in enumerate((f"{row.slug}.docx", "", ""), 6):
            page.write_string(number, column, text, plain)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    book.close()
    return stream.getvalue()


def joined(notices: Sequence[bytes]) -> bytes:
    """Return one Word file with all notices, each on a page of its own.

    They are of one make, so styles and page set-up of the first serve for all.
    """
    whole = Document(io.BytesIO(notices[0]))
    body = whole.element.body
    for content in notices[1:]:
        whole.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for element in Document(io.BytesIO(content)).element.body:
            if element.tag != qn("w:sectPr"):
                body.insert(len(body) - 1, copy.deepcopy(element))
    stream = io.BytesIO()
    whole.save(stream)
    return without_hour(stream.getvalue())
