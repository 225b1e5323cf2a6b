"""Workbooks come as one table a visible sheet, with values as people see them."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from doccheck.errors import UnreadableFileError
from doccheck.extractors import excel
from doccheck.extractors.excel import read_excel
from doccheck.model.document import Document, Paragraph, Table
from doccheck.model.files import SourceFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DATE_STYLE = 1


@dataclass(frozen=True)
class Sheet:
    """A sheet to write: values by cell name, a date as its serial number in a tuple."""

    name: str
    values: dict[str, str | float | bool | tuple[float]] = field(default_factory=dict)
    merged: tuple[str, ...] = ()
    state: str = "visible"


def workbook(folder: Path, *sheets: Sheet) -> SourceFile:
    """Write a minimal .xlsx."""
    local = folder / "汇总表.xlsx"
    ids = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{s.name}" sheetId="{i}" state="{s.state}" r:id="r{i}"/>'
        for i, s in zip(ids, sheets, strict=True)
    )
    related = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in ids
    )
    with zipfile.ZipFile(local, "w") as package:
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        package.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        package.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{related}'
            f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        )
        package.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="14"/></cellXfs></styleSheet>',
        )
        for i, sheet in zip(ids, sheets, strict=True):
            package.writestr(f"xl/worksheets/sheet{i}.xml", sheet_xml(sheet))
    return SourceFile("推荐/汇总表.xlsx", local, local.stat().st_size, "", "xlsx", "x")


def sheet_xml(sheet: Sheet) -> str:
    """Return a sheet's part; its cells must be given row by row."""
    rows: dict[str, str] = {}
    for name, value in sheet.values.items():
        row = name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        rows[row] = rows.get(row, "") + cell_xml(name, value)
    data = "".join(f'<row r="{row}">{cells}</row>' for row, cells in rows.items())
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{merged}</worksheet>'


def cell_xml(name: str, value: str | float | bool | tuple[float]) -> str:
    if isinstance(value, tuple):
        return f'<c r="{name}" s="{DATE_STYLE}"><v>{value[0]}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{name}"><v>{value!r}</v></c>'


def table(document: Document) -> Table:
    """Return the only table."""
    (only,) = [b for b in document.blocks if isinstance(b, Table)]
    return only


def shown(tmp_path: Path, value: str | float | bool | tuple[float]) -> str:
    return table(read_excel(workbook(tmp_path, Sheet("表", {"A1": value})))).cells[0].text


def test_a_sheet_is_its_title_and_a_table(tmp_path: Path) -> None:
    sheet = Sheet("资产负债表", {"A1": "项目", "B1": "期末余额", "A2": "货币资金", "B2": 1234.5})
    document = read_excel(workbook(tmp_path, sheet))
    title, found = document.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(found, Table)
    assert (title.text, title.place.anchor) == ("资产负债表", "sheet[资产负债表]")
    assert [c.text for c in found.cells] == ["项目", "期末余额", "货币资金", "1234.5"]
    assert found.cells[3].place.anchor == "sheet[资产负债表].cell[1,1]"
    assert (document.file, document.file_format, document.pages) == ("推荐/汇总表.xlsx", "xlsx", ())


def test_rows_and_columns_count_from_the_sheets_corner(tmp_path: Path) -> None:
    found = table(read_excel(workbook(tmp_path, Sheet("表", {"B3": "标题", "C4": "值"}))))
    cell = found.at(2, 1)
    assert cell is not None
    assert (cell.text, cell.place.anchor) == ("标题", "sheet[表].cell[2,1]")
    assert (found.rows, found.cols) == (4, 3)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1234.0, "1234"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (1e-7, "0.0000001"),
        ("  甲公司\r\n乙 ", "甲公司\n乙"),
        (True, "TRUE"),
        ((45000.0,), "2023-03-15"),
        ((45000.5,), "2023-03-15 12:00:00"),
    ],
)
def test_values_are_shown_as_people_see_them(
    tmp_path: Path, value: str | float | bool | tuple[float], expected: str
) -> None:
    assert shown(tmp_path, value) == expected


def test_merged_ranges_are_one_cell(tmp_path: Path) -> None:
    sheet = Sheet("表", {"A1": "汇总", "A2": "企业", "B2": "甲", "C2": "乙"}, merged=("A1:C1",))
    found = table(read_excel(workbook(tmp_path, sheet)))
    assert [(c.row, c.col, c.row_span, c.col_span) for c in found.cells] == [
        (0, 0, 1, 3),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_merged_range_ends_with_the_table(tmp_path: Path) -> None:
    sheet = Sheet("表", {"A1": "汇总", "B2": "甲"}, merged=("A1:XFD1",))
    assert table(read_excel(workbook(tmp_path, sheet))).cells[0].col_span == 2


def test_empty_squares_within_the_table_are_cells(tmp_path: Path) -> None:
    found = table(read_excel(workbook(tmp_path, Sheet("表", {"A1": "联系人", "C1": "电话"}))))
    cell = found.at(0, 1)
    assert cell is not None
    assert (cell.text, cell.blocks) == ("", ())


def test_hidden_sheets_are_skipped_and_told(tmp_path: Path) -> None:
    document = read_excel(
        workbook(
            tmp_path,
            Sheet("公开", {"A1": "甲"}),
            Sheet("底稿", {"A1": "乙"}, state="hidden"),
            Sheet("参数", {"A1": "丙"}, state="veryHidden"),
        )
    )
    assert "乙" not in document.text and "丙" not in document.text
    assert [("底稿" in p, "参数" in p) for p in document.problems] == [(True, False), (False, True)]


def test_empty_sheets_are_left_out(tmp_path: Path) -> None:
    document = read_excel(workbook(tmp_path, Sheet("Sheet1", {"A1": "甲"}), Sheet("Sheet2")))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["Sheet1"]


def test_sheets_after_the_first_begin_a_page(tmp_path: Path) -> None:
    document = read_excel(workbook(tmp_path, Sheet("一", {"A1": "甲"}), Sheet("二", {"A1": "乙"})))
    titles = [b for b in document.blocks if isinstance(b, Paragraph)]
    assert [t.page_break_before for t in titles] == [False, True]


def test_digits_that_excel_has_lost_are_told(tmp_path: Path) -> None:
    document = read_excel(workbook(tmp_path, Sheet("表", {"A1": 320412199001010113.0})))
    assert "15" in document.problems[0]


def test_a_huge_sheet_is_read_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MAX_SQUARES", 10)
    values = {f"{c}{r}": f"{c}{r}" for r in range(1, 9) for c in "AB"}
    document = read_excel(workbook(tmp_path, Sheet("表", dict(values))))
    assert table(document).rows == 5
    assert "8 行" in document.problems[0]


def test_values_at_the_ends_of_the_earth_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_excel(workbook(tmp_path, Sheet("表", {"A1": "甲", "XFD1048576": "乙"})))
    assert "范围过大" in caught.value.what


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_a_broken_file_is_told(tmp_path: Path, content: bytes) -> None:
    local = tmp_path / "坏.xlsx"
    local.write_bytes(content)
    with pytest.raises(UnreadableFileError) as caught:
        read_excel(SourceFile("坏.xlsx", local, len(content), "", "xlsx", "x"))
    assert (caught.value.where, bool(caught.value.next_step)) == ("坏.xlsx", True)


def test_a_workbook_under_another_name_is_read_by_its_content(tmp_path: Path) -> None:
    source = workbook(tmp_path, Sheet("汇总", {"A1": "企业名称"}))
    renamed = source.local.rename(tmp_path / "汇总表.xls")
    document = read_excel(SourceFile("汇总表.xls", renamed, 1, "", "xlsx", ""))
    assert "企业名称" in document.text
