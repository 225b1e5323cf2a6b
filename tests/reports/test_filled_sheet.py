"""The summary sheet filled from the packages: values, sources, doubts, lay-out."""

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from doccheck.checks.stack_view import Digest, Passage
from doccheck.model.dossier import FieldReading
from doccheck.model.places import Evidence, Place
from doccheck.model.summary_sheet import SheetColumn, SummarySheet
from doccheck.programs.loader import load_program, packaged_ids
from doccheck.reports.filled_sheet import FilledCell, FilledRow, Package, fill
from doccheck.reports.filled_sheet_xlsx import heads, note_of, to_filled_sheet
from doccheck.reports.wording.ui import Ui

LEAN = load_program("changzhou-lean-2023")
ZH = Ui("zh")


def reading(
    key: str, raw: str, document: str = "d1", sure: float = 1.0, **more: Any
) -> FieldReading:
    file = {"d1": "申报表.docx", "d2": "营业执照.jpg"}[document]
    evidence = Evidence(Place(file, anchor="table[0].cell[1,2]"), raw, confidence=sure)
    return FieldReading(key, document, key, "filled", evidence, raw=raw, value=raw, **more)


def filled(
    *readings: FieldReading, results: tuple[dict[str, Any], ...] = ()
) -> dict[str, FilledCell]:
    kinds: Any = {"d1": "application_form", "d2": "business_licence"}
    overview = Passage("overview", "", "概况", "本公司生产轴承。", Evidence(Place("申报表.docx")))
    digest = Digest("01", "江苏甲舟机械有限公司", readings, kinds, (overview,))
    assert LEAN.summary_sheet
    (row,) = fill(LEAN.summary_sheet, LEAN, [Package(digest, {"results": results})], ZH)
    return {cell.column.title: cell for cell in row.cells}


def result(id_: str, status: str, target: str = "", message: str = "说明。") -> dict[str, Any]:
    return {"id": id_, "status": status, "target": target, "message": message, "evidence": []}


def test_money_stands_in_the_sheets_unit_with_the_printed_decimals() -> None:
    revenue = reading(
        "revenue", "15016.62", year=2023, number=Decimal("150166200"), step=Decimal(100)
    )
    cell = filled(revenue)["主营业务收入总额"]
    assert (cell.state, cell.text, cell.decimals) == ("read", "15016.62", 2)


def test_a_figure_in_another_unit_is_converted_and_says_so() -> None:
    raw = "150,166,200.00元"
    revenue = reading("revenue", raw, year=2023, number=Decimal("150166200"), step=Decimal("0.01"))
    cell = filled(revenue)["主营业务收入总额"]
    assert cell.number == Decimal("15016.62")
    assert any(raw in note for note in cell.notes)
    assert cell.state == "read"


def test_a_note_names_file_cell_words_and_how_sure() -> None:
    note = note_of(filled(reading("legal_representative", "崔小红"))["法人代表"], ZH)
    assert note.split("\n") == ["出处：申报表.docx 表1 第2行第3列", "原文：“崔小红”", "把握：100%"]


def test_a_doubtful_reading_is_filled_in_and_marked() -> None:
    cell = filled(reading("legal_representative", "崔小红", sure=0.9))["法人代表"]
    assert (cell.state, cell.text) == ("doubt", "崔小红")


def test_papers_that_differ_are_marked_with_both_values() -> None:
    cell = filled(
        reading("legal_representative", "崔小红"), reading("legal_representative", "崔大红", "d2")
    )["法人代表"]
    assert (cell.state, cell.text) == ("doubt", "崔小红")
    assert "崔大红" in note_of(cell, ZH)


def test_what_the_checks_found_about_a_value_marks_it() -> None:
    revenue = reading("revenue", "15016.62", year=2023, number=Decimal("150166200"))
    cell = filled(revenue, results=(result("x", "fail", "revenue.2023", "与审计报告不符。"),))
    assert cell["主营业务收入总额"].state == "doubt"
    assert "与审计报告不符" in note_of(cell["主营业务收入总额"], ZH)


def test_a_value_that_was_not_read_is_left_blank() -> None:
    cell = filled()["统一信用代码"]
    assert (cell.state, cell.text) == ("missing", "")


@pytest.mark.parametrize(
    ("statuses", "answer"),
    [(("pass",), "是"), (("fail",), "否"), (("pass", "review"), "待核"), (("not_checked",), "待核"),
     ((), "待核")],
)  # fmt: skip
def test_the_question_is_answered_by_its_rule(statuses: tuple[str, ...], answer: str) -> None:
    results = tuple(result("附件3-审核-1", status) for status in statuses)
    cell = filled(results=results)["申报表、营业执照、承诺书法人代表是否一致"]
    assert cell.text == answer
    assert (cell.state == "read") == (answer == "是")


def test_what_a_person_writes_shows_the_text_to_sum_up() -> None:
    cell = filled()["2023度精益化管理概况（不超过50字）"]
    assert (cell.state, cell.text) == ("person", "")
    assert "本公司生产轴承" in note_of(cell, ZH)


def book(cells: dict[str, FilledCell]) -> bytes:
    assert LEAN.summary_sheet
    row = FilledRow("01", "甲", tuple(cells.values()))
    return to_filled_sheet(LEAN.summary_sheet, [row], ZH, "doccheck", "2024-05-09T08:00:00Z")


def test_the_workbook_repeats_the_form_and_lists_every_source() -> None:
    content = book(filled(reading("enterprise_name", "=HYPERLINK(1)")))
    opened = CalamineWorkbook.from_filelike(io.BytesIO(content))
    form = opened.get_sheet_by_index(0).to_python()
    assert form[0][0] == "“中小企业精益化管理标杆”申报汇总表"
    assert form[2][:2] == ["序号", "企业基本情况"] and form[4][7:9] == ["总额", "同比"]
    assert form[5][2] == "=HYPERLINK(1)"
    sources = opened.get_sheet_by_index(1).to_python()
    assert sources[2][:6] == ["1", "01", "甲", "企业名称", "=HYPERLINK(1)", "已填"]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
        assert "表1 第2行第3列" in package.read("xl/comments1.xml").decode()


def test_headings_tile_the_head_of_the_form() -> None:
    for program_id in packaged_ids():
        sheet = load_program(program_id).summary_sheet
        if not isinstance(sheet, SummarySheet):
            continue
        depth = max(len(c.path) for c in sheet.columns)
        covered = [
            (row, column)
            for top, left, bottom, right, _ in heads(sheet.columns, depth)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        assert sorted(covered) == [(r, c) for r in range(depth) for c in range(len(sheet.columns))]


def test_a_column_has_one_source() -> None:
    with pytest.raises(ValueError, match="exactly one of"):
        SheetColumn(label="甲", field="uscc", numbered=True)
