"""The benchmark's name over a write-up, also where a scan's two lines are measured unevenly."""

import dataclasses

from blocks import logical, para, program, section

from doccheck.model.dossier import LogicalDocument
from doccheck.model.program import FieldSpec
from doccheck.understanding.benchmark import read_name

PROGRAM = program(
    sections=(section("profile", "企业概况"),),
    fields=(FieldSpec(key="benchmark_name", label="标杆名称", documents=("case",)),),
)
FIRST, REST = "江苏沅序新材料有限责任公司源头预防与闭环验证管理", "模式实践经验"


def name(*lines: tuple[str, float], confidence: float) -> str:
    title = [
        dataclasses.replace(para(text, size=size), confidence=confidence) for text, size in lines
    ]
    body = [para("企业概况", level=1), para("公司成立于二〇一〇年，主要产品为水表。")]
    document: LogicalDocument = logical(*title, *body, kind="case_report", key="case")
    [found] = read_name(document, (), PROGRAM)
    return found.value


def test_a_title_over_two_lines_of_a_scan_is_one_name() -> None:
    assert name((FIRST, 17.9), (REST, 18.8), confidence=0.96) == FIRST + REST
    assert name((FIRST, 18.8), (REST, 17.9), confidence=0.96) == FIRST + REST


def test_a_single_character_on_the_second_line_belongs_to_the_name() -> None:
    assert name((FIRST + "模式实践经", 17.2), ("验", 18.9), confidence=0.96).endswith("实践经验")


def test_smaller_print_under_the_title_is_no_part_of_it() -> None:
    assert name((FIRST, 18.0), ("江苏沅序新材料有限责任公司", 12.0), confidence=0.96) == FIRST
    assert name((FIRST, 18.0), (REST, 18.8), confidence=1.0) == REST
