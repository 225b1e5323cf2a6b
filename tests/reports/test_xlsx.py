"""The workbook: fixed sheets, texts that never start a formula."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from doccheck.model.report import Report
from doccheck.reports.xlsx import to_xlsx


def sheets(report: Report, lang: str = "zh") -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(to_xlsx(report, lang)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def xml(report: Report, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(to_xlsx(report, "zh"))) as package:
        return package.read(name).decode()


def test_the_sheets_are_fixed(report: Report) -> None:
    assert list(sheets(report)) == ["概览", "核对结果", "内容对照", "数据核对", "人工核对"]
    assert next(iter(sheets(report, "en"))) == "Overview"


def test_findings_hold_every_result_the_most_pressing_first(report: Report) -> None:
    head, *rows = sheets(report)["核对结果"]
    assert len(rows) == len(report.results)
    assert head[:2] == ["序号", "状态"]
    assert rows[0][1] == "✗ 需补正" and rows[-1][1] == "✓ 符合"


def test_the_matrix_and_the_checkpoints(report: Report) -> None:
    found = sheets(report)
    assert found["内容对照"][0][1] == "申报表\n申报表.docx"
    assert [row[1] for row in found["人工核对"][1:]] == ["由人核对", "尚无检查", "尚无检查"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_no_text_becomes_a_formula(report: Report, text: str) -> None:
    bad = report.results[1].model_copy(update={"subject": text, "message": text})
    changed = report.model_copy(update={"results": (bad,)})
    assert sheets(changed)["核对结果"][1][4:6] == [text, text]
    assert "<f>" not in xml(changed, "xl/worksheets/sheet2.xml")
    assert 'quotePrefix="1"' in xml(changed, "xl/styles.xml")


def test_headings_are_frozen_and_cells_wrapped(report: Report) -> None:
    assert 'state="frozen"' in xml(report, "xl/worksheets/sheet2.xml")
    assert 'wrapText="1"' in xml(report, "xl/styles.xml")


def test_same_report_same_workbook(report: Report) -> None:
    assert to_xlsx(report, "zh") == to_xlsx(report, "zh")
