"""Workbooks of 2003 as one XML file, which many systems export under the name .xls."""

from collections.abc import Iterator

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.excel import shown
from doccheck.extractors.flow import MAX_SPAN, Flow, Grid, Line, Slot
from doccheck.extractors.plain import bounded
from doccheck.extractors.zipped import first, named
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

MAX_BYTES = 64 << 20  # XML takes ten times the room of the values in it
MAX_SHEETS = 200  # as for Excel
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_excel_xml(source: SourceFile) -> Document:
    """Read a workbook: each visible sheet's name and its table.

    Raises:
        UnreadableFileError: it is too large or damaged.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(bounded(source, MAX_BYTES), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(
            "Excel 文件已损坏或不完整，无法打开", source.path, "请用 Excel 或 WPS 重新保存后再提交"
        ) from error
    content: list[Line | Grid] = []
    for sheet in list(named(root, "Worksheet"))[:MAX_SHEETS]:
        table = first(sheet, "Table")
        rows = list(_rows(table)) if table is not None else []
        if any(slot.content for row in rows for slot in row):
            name = sheet.get(f"{_SS}Name", "")
            content += [Line(name, starts_page=bool(content)), Grid(rows)]
    return Document(source.path, source.file_format, Flow(source.path).blocks(content))


def _rows(table: etree._Element) -> Iterator[list[Slot]]:
    number = 0
    for row in named(table, "Row"):
        wanted = _whole(row, "Index") - 1
        for _ in range(min(max(0, wanted - number), MAX_SPAN)):
            number += 1
            yield []
        number += 1
        yield list(_cells(row))


def _cells(row: etree._Element) -> Iterator[Slot]:
    column = 0
    for cell in named(row, "Cell"):
        wanted = _whole(cell, "Index") - 1
        for _ in range(min(max(0, wanted - column), MAX_SPAN)):
            column += 1
            yield Slot()
        across, down = _whole(cell, "MergeAcross"), _whole(cell, "MergeDown")
        column += 1 + across
        text = _text(cell)
        yield Slot([Line(text)] if text else [], 1 + down, 1 + across)


def _text(cell: etree._Element) -> str:
    data = first(cell, "Data")
    if data is None:
        return ""
    text = "".join(str(part) for part in data.itertext())
    if data.get(f"{_SS}Type") == "Number":
        try:
            return shown(float(text))
        except ValueError:
            return text
    return text.removesuffix("T00:00:00.000")


def _whole(element: etree._Element, name: str) -> int:
    value = element.get(f"{_SS}{name}", "0")
    return int(value) if value.isdigit() and len(value) < 8 else 0
