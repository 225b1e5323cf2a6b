"""The notice's own forms, empty: only "not filled in" is found, and nothing crashes.

The forms are built here from the programme: a row for each field with its label and printed
choices, and the notice's score card with and without a column for the scores.
"""

from datetime import date

import docx
import pytest
from docx.document import Document
from docx.shared import Mm

from doccheck.pipeline import Settings, check_submission
from doccheck.programs.loader import list_programs, load_program

NOT_FILLED_IN = {"MAT01", "MAT03", "FLD01", "SEC01", "SEC03", "LEN02", "LEN03", "ELI04", "SIG03"}
"""Rules that may say that something is missing or empty."""
FORMS = ("cover", "application_form", "commitment_letter", "acceptance_form", "score_card")
IDS = [head.id for head in list_programs()]


def new_word() -> Document:
    """An empty Word file of A4."""
    word = docx.Document()
    word.sections[0].page_width, word.sections[0].page_height = Mm(210), Mm(297)
    return word


def blank_form(path, program, spec):
    """A Word file with the form's title and an empty cell beside every label."""
    word = new_word()
    word.add_paragraph((spec.titles or (spec.title,))[0])
    fields = [f for f in program.fields if spec.key in f.documents]
    sections = [s for s in program.sections if spec.key in s.documents and s.in_cell]
    rows = [f for f in fields if not f.column]
    if rows:
        table = word.add_table(rows=0, cols=2)
        for field in rows:
            cells = table.add_row().cells
            cells[0].text = field.label
            cells[1].text = printed(field)
        for section in sections:
            cells = table.add_row().cells
            cells[0].merge(cells[1]).text = section.title + "".join(section.instructions)
    if spec.kind == "commitment_letter":
        word.add_paragraph("本申报单位承诺所提供的材料全部真实有效。")
        word.add_paragraph("法定代表人签字：")
        word.add_paragraph("（企业盖章）")
        word.add_paragraph("    年    月    日")
    if spec.kind == "score_card":
        score_table(word, program.extra["score_card"], scored=True)
    word.save(path)


def printed(field):
    if field.kind == "choice":
        return "  ".join(f"□{c}" for c in field.choices)
    return "".join(f"{c}（）" for c in field.choices) if field.kind == "brackets" else ""


def score_table(word, card, scored):
    head = ["序号", "大类", "小类", "评价内容", "分值", *(["自评分"] if scored else [])]
    table = word.add_table(rows=1, cols=len(head))
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    for group in card["groups"]:
        for item in group["items"]:
            cells = table.add_row().cells
            texts = [item["number"] or "", group["name"], item["name"], "", item.get("points", "")]
            for cell, text in zip(cells, texts, strict=False):
                cell.text = str(text)
    table.add_row().cells[0].text = "总分"


def check(folder, program_id, role="enterprise"):
    settings = Settings(as_of=date(2021, 5, 1), program=program_id, role=role)
    return check_submission(folder, settings).report


@pytest.fixture(params=IDS)
def blank(request, tmp_path):
    program = load_program(request.param)
    for spec in program.documents:
        if spec.key in FORMS:
            blank_form(tmp_path / f"{spec.title.strip('“”')}.docx", program, spec)
    return tmp_path, program


@pytest.mark.parametrize("role", ["enterprise", "reviewer"])
def test_blank_forms_are_only_not_filled_in(blank, role):
    folder, program = blank
    report = check(folder, program.id, role)
    failed = {r.rule for r in report.results if r.status == "fail"}
    assert failed, "a blank form passes nobody"
    assert failed <= NOT_FILLED_IN, [
        r.message for r in report.results if r.rule in failed - NOT_FILLED_IN
    ]


def test_printed_brackets_fill_no_form(tmp_path):
    program = load_program("changzhou-quality-2023")
    form = program.document("application_form")
    assert any(f.kind == "brackets" for f in program.fields)
    blank_form(tmp_path / "申报表.docx", program, form)
    told = [r.status for r in check(tmp_path, program.id).results if r.rule == "MAT03"]
    assert told == ["fail"]


def test_no_check_crashes_on_blank_forms(blank):
    folder, program = blank
    messages = [r.message for r in check(folder, program.id, "reviewer").results]
    assert not [m for m in messages if "Error" in m or "Exception" in m]


@pytest.mark.parametrize("program_id", IDS)
def test_no_check_crashes_on_an_empty_document(tmp_path, program_id):
    new_word().save(tmp_path / "a.docx")
    for role in ("enterprise", "reviewer"):
        report = check(tmp_path, program_id, role)
        assert not [r.message for r in report.results if "Error" in r.message]
        assert {r.rule for r in report.results if r.status == "fail"} <= NOT_FILLED_IN


def test_the_notices_own_score_card_has_no_scores(tmp_path):
    program = load_program("dinghai-factory-2023")
    word = new_word()
    word.add_paragraph(program.document("score_card").titles[0])
    score_table(word, program.extra["score_card"], scored=False)
    word.save(tmp_path / "附件1评价标准.docx")
    results = check(tmp_path, program.id).results
    assert [r.status for r in results if r.rule == "ELI04"] == ["review"]
    assert [r.status for r in results if r.rule == "ELI05"] == ["not_checked"]


def test_a_score_card_with_an_empty_column_is_not_filled_in(tmp_path):
    program = load_program("dinghai-factory-2023")
    word = new_word()
    word.add_paragraph(program.document("score_card").titles[0])
    score_table(word, program.extra["score_card"], scored=True)
    word.save(tmp_path / "附件1自评打分表.docx")
    results = check(tmp_path, program.id).results
    found = [r for r in results if r.rule == "ELI04"]
    assert [r.status for r in found] == ["fail"]
    assert "没有填写" in found[0].message
