"""ELI01, ELI07, FMT03: declarations, earlier recognition, honest files."""

import dataclasses

import pytest

from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldSpec, RuleSpec

from .dossiers import ENTERPRISE, PROGRAM, Paper, ask, one, said, source, view

CONDITION = FieldSpec(
    key="condition", label="诚信经营", documents=("form",), kind="choice", choices=("是", "否")
)
HONEST = PROGRAM.model_copy(update={"fields": (*PROGRAM.fields, CONDITION)})
TICKED_ONCE = HONEST.model_copy(
    update={
        "rules": (
            RuleSpec(
                id="f", rule="FLD02", clause="一", says="只选一项",
                params={"document": "form", "field": "condition"},
            ),
        )
    }
)  # fmt: skip
NAMED = {"enterprise_name": ENTERPRISE}


def declared(text: str, *marked: str, program=HONEST, **more):
    seen = view(Paper("form", fields={**NAMED, "condition": text}, **more), program=program)
    if marked:
        readings = tuple(_marked(r, marked) for r in seen.dossier.readings)
        seen = dataclasses.replace(
            seen, dossier=dataclasses.replace(seen.dossier, readings=readings)
        )
    return one("ELI01", seen, document="form", fields=("condition",), answer="是")


def _marked(reading: FieldReading, marked: tuple[str, ...]) -> FieldReading:
    return dataclasses.replace(reading, marked=marked) if reading.key == "condition" else reading


@pytest.mark.parametrize(("text", "status", "key"), [
    ("是", "pass", "ELI01.affirmed"),
    ("否", "fail", "ELI01.denied"),
    ("见附件", "review", "ELI01.unclear"),
    ("", "not_checked", "common.no_field"),
    ("?", "not_checked", "common.unclear_choice"),
])  # fmt: skip
def test_a_condition_is_affirmed_denied_or_left_blank(text, status, key):
    answer = declared(text)
    assert (answer.status, answer.key) == (status, key)


def test_both_boxes_ticked_fail_unless_another_rule_reports_it():
    assert declared("☑否 ☑是", "否", "是").status == "fail"
    answer = declared("☑否 ☑是", "否", "是", program=TICKED_ONCE)
    assert (answer.status, answer.key) == ("review", "ELI01.both")


def test_a_tick_read_with_doubt_is_for_a_person():
    assert declared("否", confidence=0.8, source="ocr").status == "review"


def test_a_condition_without_its_label_is_not_checked():
    answer = one(
        "ELI01", view(Paper("form", fields=NAMED), program=HONEST),
        document="form", fields=("condition",), answer="是",
    )  # fmt: skip
    assert (answer.status, answer.key) == ("not_checked", "common.no_label")


def test_a_blank_form_declares_nothing():
    answer = one(
        "ELI01", view(Paper("form", fields={"enterprise_name": "", "condition": "", "uscc": ""}),
        program=HONEST), document="form", fields=("condition",), answer="是",
    )  # fmt: skip
    assert (answer.status, answer.key) == ("not_checked", "common.blank_template")


# ---- recognised before


def recognised(*names: str, applicant: str = ENTERPRISE, **more):
    seen = view(Paper("form", fields={"enterprise_name": applicant}, **more), recognised=names)
    return one("ELI07", seen, award="测试标杆")


def test_without_a_list_nothing_is_checked():
    answer = one("ELI07", view(Paper("form", fields=NAMED)), award="测试标杆")
    assert (answer.status, answer.key) == ("not_checked", "ELI07.no_list")


def test_an_enterprise_on_the_list_fails():
    answer = recognised("甲有限公司", ENTERPRISE)
    assert answer.status == "fail"
    assert ENTERPRISE in said(answer)


def test_typesetting_makes_no_other_enterprise():
    assert recognised("博世（长沙）有限公司", applicant="博世(长沙) 有限公司").status == "fail"


def test_a_short_form_on_the_list_is_for_a_person():
    assert recognised("沛锐智能").key == "ELI07.alike"


def test_a_branch_of_words_around_the_name_is_for_a_person():
    assert recognised(f"3 {ENTERPRISE} 长沙市").status == "review"


def test_others_on_the_list_do_not_matter():
    answer = recognised("湖南甲重工有限公司", "湖南乙精密有限公司")
    assert answer.status == "pass"
    assert "2行" in said(answer)


def test_a_name_read_with_doubt_neither_passes_nor_fails():
    assert recognised(ENTERPRISE, source="ocr", confidence=0.8).status == "review"


# ---- honest files


def test_every_file_is_what_its_suffix_says():
    assert one("FMT03", view(Paper("form", fields=NAMED))).status == "pass"


def test_a_renamed_file_is_named():
    files = (source("a.docx"), source("审计报告.pdf", suffix_lies=True, file_format="docx"))
    answer = one("FMT03", view(files=files))
    assert answer.status == "fail"
    assert "审计报告.pdf" in said(answer)


def test_a_web_page_called_pdf_lies_whether_or_not_it_could_be_read():
    files = (source("a.pdf", suffix_lies=True, status="unreadable", file_format="html"),)
    assert [o.key for o in ask("FMT03", view(files=files))] == ["FMT03.other_content"]


def test_a_skipped_file_is_nobodys_business():
    files = (source("a.pdf", suffix_lies=True, status="skipped"),)
    assert [o.key for o in ask("FMT03", view(files=files))] == ["FMT03.all"]
