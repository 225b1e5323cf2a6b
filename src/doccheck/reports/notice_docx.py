"""The correction notice (一次性补正告知书) as a Word file: ready but for number and seal."""

import io
import itertools
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from doccheck.model.report import Report
from doccheck.reports.notice import Notice, Point, make_notice
from doccheck.reports.packing import without_hour
from doccheck.reports.wording.ui import Ui

TITLE_FONT, BODY_FONT, HEAD_FONT = "宋体", "仿宋", "黑体"  # on every Chinese Windows and in WPS
TITLE_PT, BODY_PT, TABLE_PT = 20, 14, 10.5
WIDTHS_CM = (1.3, 2.8, 6.0, 2.4, 4.0)
"""Number, point, content, basis, remedy: 16.5 cm, an A4 page without its margins."""
HEADS = ("col_number", "col_item", "col_content", "col_clause", "col_fix")
SHADE = "EEF1F5"


def to_notice(report: Report, lang: str) -> bytes:
    """Return the notice as a Word file."""
    ui = Ui(lang)
    document = _blank(report)
    _write(document, make_notice(report, ui), ui)
    stream = io.BytesIO()
    document.save(stream)
    return without_hour(stream.getvalue())


def _blank(report: Report) -> WordDocument:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.4)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(BODY_PT)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY_FONT)
    properties = document.core_properties
    made = datetime.fromisoformat(report.submission.checked_at).replace(tzinfo=None)
    properties.author, properties.comments = "", ""
    properties.created = properties.modified = made
    return document


def _write(document: WordDocument, notice: Notice, ui: Ui) -> None:
    _paragraph(document, ui("notice.number"), WD_ALIGN_PARAGRAPH.RIGHT, size=12)
    title = _paragraph(document, "", WD_ALIGN_PARAGRAPH.CENTER)
    _run(title, ui("notice.title"), TITLE_FONT, TITLE_PT, bold=True)
    title.paragraph_format.space_after = Pt(14)
    enterprise = notice.enterprise or ui("notice.to_unknown")
    _paragraph(document, ui("notice.to", enterprise))
    _body(document, _opening(notice, ui))
    parts = {"mend": notice.mend, "explain": notice.explain, "advise": notice.advise}
    given = {key: points for key, points in parts.items() if points}
    for ordinal, (key, points) in zip(ui("notice.ordinal"), given.items(), strict=False):
        head = _paragraph(document, "", keep=True)
        words = ui("notice.heading", ordinal, ui(f"notice.{key}", n=len(points)))
        _run(head, words, HEAD_FONT, BODY_PT)
        head.paragraph_format.space_before = Pt(10)
        if key != "mend":
            about = _body(document, ui(f"notice.{key}_about"))
            about.paragraph_format.keep_with_next = True
        _table(document, points, ui)
    if notice.later:
        later = ui("notice.later", n=len(notice.later), subjects="、".join(notice.later))
        paragraph = _body(document, later)
        paragraph.paragraph_format.space_before = Pt(10)
        paragraph.paragraph_format.keep_with_next = True  # no page with a seal alone
    _foot(document, ui)


def _opening(notice: Notice, ui: Ui) -> str:
    said = ui("notice.opening", **notice._asdict())
    if not (notice.mend or notice.explain or notice.advise):
        return said + ui("notice.nothing")
    joint = "" if ui.lang == "zh" else " "
    deadline = [ui("notice.deadline", notice.deadline)] if notice.deadline else []
    return joint.join((said, ui("notice.by"), *deadline))


def _foot(document: WordDocument, ui: Ui) -> None:
    contact = _body(document, ui("notice.contact"))
    contact.paragraph_format.space_before = Pt(16)
    contact.paragraph_format.keep_with_next = True
    for key in ("notice.seal", "notice.day"):
        line = _paragraph(document, ui(key), WD_ALIGN_PARAGRAPH.RIGHT, keep=key == "notice.seal")
        line.paragraph_format.right_indent = Cm(1.5)
        line.paragraph_format.space_before = Pt(28 if key == "notice.seal" else 4)


def _table(document: WordDocument, points: tuple[Point, ...], ui: Ui) -> None:
    """Lay points out: a shaded row for each material, below it its points."""
    table = document.add_table(rows=1, cols=len(WIDTHS_CM), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, key in zip(table.rows[0].cells, HEADS, strict=True):
        _fill(cell, ui(f"notice.{key}"), HEAD_FONT, keep=True)
    _repeat(table.rows[0])
    for material, group in itertools.groupby(points, key=lambda p: p.material):
        row = table.add_row()
        merged = row.cells[0].merge(row.cells[-1])
        _fill(merged, material, HEAD_FONT, keep=True)
        _shade(merged)
        for point in group:
            _point(table.add_row(), point, ui)
    _set_widths(table)


def _point(row: _Row, point: Point, ui: Ui) -> None:
    content = [point.found]
    if point.asked and point.asked not in point.found:
        content.append(ui("notice.asked", point.asked))
    texts = (str(point.number), point.subject, "\n".join(content), point.basis, point.remedy)
    for cell, text in zip(row.cells, texts, strict=True):
        _fill(cell, text)
    _keep_whole(row)


def _fill(cell: _Cell, text: str, font: str = BODY_FONT, keep: bool = False) -> None:
    """Write a cell; `keep` holds its row on the page of the next one."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        form = paragraph.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(1.5), Pt(1.5), keep
        _run(paragraph, line, font, TABLE_PT)


def _set_widths(table: Table) -> None:
    grid = table._tbl.tblGrid
    for column, width in zip(grid.findall(qn("w:gridCol")), WIDTHS_CM, strict=True):
        column.set(qn("w:w"), str(Emu(Cm(width)).twips))
    for row in table.rows:
        own = row._tr.tc_lst
        for cell, width in zip(own, WIDTHS_CM if len(own) > 1 else (sum(WIDTHS_CM),), strict=True):
            cell.width = Cm(width)


def _repeat(row: _Row) -> None:
    """Repeat the heading row on every page."""
    mark = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(mark)


def _keep_whole(row: _Row) -> None:
    """Do not break a row over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), SHADE)
    cell._tc.get_or_add_tcPr().append(shade)


def _body(document: WordDocument, text: str) -> Paragraph:
    """Add a paragraph of running text, its first line indented by two characters."""
    paragraph = _paragraph(document, text)
    paragraph.paragraph_format.first_line_indent = Pt(2 * BODY_PT)
    return paragraph


def _paragraph(
    document: WordDocument,
    text: str,
    alignment: WD_ALIGN_PARAGRAPH | None = None,
    size: float = BODY_PT,
    keep: bool = False,
) -> Paragraph:
    paragraph = document.add_paragraph()
    if alignment is not None:
        paragraph.alignment = alignment
    form = paragraph.paragraph_format
    form.space_after, form.line_spacing, form.keep_with_next = Pt(4), 1.35, keep
    if text:
        _run(paragraph, text, BODY_FONT, size)
    return paragraph


def _run(paragraph: Paragraph, text: str, font: str, size: float, bold: bool = False) -> Run:
    """Add a run whose Chinese font is set: python-docx alone sets only the Latin one."""
    run = paragraph.add_run(_printable(text))
    run.font.size, run.font.bold = Pt(size), bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _printable(text: str) -> str:
    """Return text that XML can hold."""
    return "".join(ch if ch.isprintable() or ch in "\t　" else " " for ch in text)
