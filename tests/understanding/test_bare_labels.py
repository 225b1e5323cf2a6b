"""On scans a seal may hide the colon behind a label: the value is read, in doubt."""

import dataclasses

import pytest
from blocks import logical, para, program, table

from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldSpec
from doccheck.understanding.fields import read_fields

PROGRAM = program(
    fields=(
        FieldSpec(key="enterprise_name", label="企业名称", kind="enterprise", documents=("form",)),
        FieldSpec(
            key="direction",
            label="申报方向",
            kind="choice",
            choices=("甲类", "乙类"),
            documents=("form",),
        ),
        FieldSpec(key="industry", label="所属行业", documents=("form",)),
        FieldSpec(
            key="legal_representative", label="法定代表人", kind="person", documents=("form",)
        ),
    )
)


def readings(*blocks: object, source: str = "ocr") -> dict[str, FieldReading]:
    document = logical(*blocks, kind="application_form", key="form")  # type: ignore[arg-type]
    document = dataclasses.replace(document, text_source=source)  # type: ignore[arg-type]
    return {r.key: r for r in read_fields(document, PROGRAM)}


@pytest.mark.parametrize(
    "line", ["企业名称盖章 岳阳泊衡实业有限公司", "企业名称（章）岳阳泊衡实业有限公司"]
)
def test_an_enterprise_behind_a_label_without_colon_is_read_in_doubt(line: str) -> None:
    found = readings(para(line))["enterprise_name"]
    assert found.value == "岳阳泊衡实业有限公司"
    assert found.evidence.confidence <= 0.8


def test_a_cell_that_begins_with_its_label_is_read_in_doubt() -> None:
    found = readings(table([["所属行业计算机、通信和其他电子设备制造业", "邮编：213200"]]))
    assert found["industry"].value == "计算机、通信和其他电子设备制造业"


@pytest.mark.parametrize(
    "line",
    ["企业名称变更后应当重新申报", "所属行业计算机制造业", "法定代表人签字", "所属行业的代码：C39"],
)
def test_sentences_and_other_labels_are_no_values(line: str) -> None:
    assert readings(para(line)) == {}


def test_a_blank_with_its_colon_stays_blank() -> None:
    found = readings(table([["所属行业：", ""]]), para("企业名称 岳阳泊衡实业有限公司"))
    assert found["industry"].state == "blank"


def test_digital_files_are_read_as_printed() -> None:
    assert readings(para("企业名称 岳阳泊衡实业有限公司"), source="native") == {}


def test_a_tick_box_parts_a_label_from_its_answers() -> None:
    found = readings(table([["申报方向 ■甲类\n□乙类"]]))["direction"]
    assert found.marked == ("甲类",)
    assert found.evidence.confidence > 0.8
