"""A row of a scanned form whose rule was not seen runs together: its value is in doubt."""

import dataclasses

import pytest
from blocks import logical, program, table

from doccheck.model.document import Cell, Table
from doccheck.model.program import DocumentSpec, FieldSpec
from doccheck.understanding.fields import read_fields

FORM = DocumentSpec(key="form", kind="application_form", title="申请表")
FIELDS = tuple(
    FieldSpec(key=key, label=label, documents=("form",), **more)
    for key, label, more in (
        ("industry", "所属行业", {}),
        ("region", "所在地区", {"kind": "address"}),
        ("summary", "摘要", {}),
    )
)
SURE = 0.99


def scanned(rows: list[list[str]], confidence: float = SURE) -> Table:
    def seen(cell: Cell) -> Cell:
        blocks = tuple(dataclasses.replace(b, confidence=confidence) for b in cell.paragraphs)
        return dataclasses.replace(cell, blocks=blocks)

    drawn = table(rows)
    return dataclasses.replace(drawn, cells=tuple(seen(c) for c in drawn.cells))


def read(rows, confidence=SURE):
    form = logical(scanned(rows, confidence), key="form", kind="application_form")
    return {r.fact: r for r in read_fields(form, program(documents=(FORM,), fields=FIELDS))}


TOGETHER = [["所属行业", "通用设备制造业所在地区唐山市丰润区"], ["摘要", "略"]]


def test_a_value_that_holds_another_fields_label_is_in_doubt() -> None:
    industry = read(TOGETHER)["industry"]
    assert not industry.evidence.certain
    assert industry.evidence.note


def test_one_that_does_not_is_as_sure_as_it_was_read() -> None:
    industry = read([["所属行业", "通用设备制造业", "所在地区", "唐山市丰润区"]])["industry"]
    assert industry.evidence.confidence == SURE


@pytest.mark.parametrize("confidence", [SURE, 1.0])
def test_running_text_may_name_other_fields(confidence: float) -> None:
    text = "公司所属行业为通用设备制造业，所在地区交通便利，" * 4
    found = read([["摘要", text]], confidence)["summary"]
    assert found.evidence.confidence == confidence


def test_a_digital_form_says_what_it_says() -> None:
    assert read(TOGETHER, 1.0)["industry"].evidence.confidence == 1.0
