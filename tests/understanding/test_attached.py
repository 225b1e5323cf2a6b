import dataclasses

from blocks import logical, para, program, section, table

from doccheck.model.program import DocumentSpec
from doccheck.understanding.attached import is_pointer, with_attached
from doccheck.understanding.sections import read_sections

LONG = (
    "公司推行精益管理，建立看板和标准作业，换型时间由六十分钟缩短到十分钟，在制品下降四成，交付周期明显缩短。"
    * 3
)
FORM = DocumentSpec(key="case", kind="application_form", title="申报表")
PROFILE = section("profile", "企业概况及开展工作的基本情况", in_cell=True)
CASES = section("cases", "精益化管理典型案例", in_cell=True, many=True)
PROGRAM = program((FORM,), sections=(PROFILE, CASES))


def form(profile: str, cases: str):
    rows = [
        [f"企业概况及开展工作的基本情况（500字以内）\n{profile}"],
        [f"精益化管理典型案例（可另附页）\n{cases}"],
    ]
    return logical(table(rows), kind="application_form")


def write_up(*blocks):
    return dataclasses.replace(logical(*blocks, key="report"), id="d2", file="附页.docx")


def read(document, *others):
    sections = with_attached(read_sections(document, PROGRAM), (document, *others), PROGRAM)
    return [(s.key, s.document, s.text, s.evidence.confidence) for s in sections if s.key]


def test_a_pointer_says_only_where_the_text_is():
    assert is_pointer("详见附件")
    assert is_pointer("（另附页）")
    assert not is_pointer(LONG)


def test_what_is_attached_stands_for_the_pointer():
    found = read(form("概况很好。", "详见附件"), write_up(para("班组管理案例"), para(LONG)))
    assert [(k, d) for k, d, *_ in found] == [("profile", "d1"), ("cases", "d2")]


def test_attached_parts_are_told_apart_by_their_headings():
    pages = write_up(
        para("一、企业概况及开展工作的基本情况"), para("概况。" + LONG),
        para("二、精益化管理典型案例"), para("案例。" + LONG),
    )  # fmt: skip
    found = read(form("见附页", "见附页"), pages)
    assert [(k, t[:2]) for k, _, t, _ in found] == [("profile", "概况"), ("cases", "案例")]


def test_further_cases_in_files_of_their_own_count_beside_those_on_the_form():
    found = read(form("概况很好。", LONG), write_up(para("设备管理案例"), para(LONG)))
    assert [d for k, d, *_ in found if k == "cases"] == ["d1", "d2"]


def test_a_pointer_to_nothing_is_for_a_person_and_an_empty_cell_is_empty():
    pointed = read(form("概况很好。", "详见附件"))
    assert [c < 0.95 for k, *_, c in pointed if k == "cases"] == [True]
    empty = read(form("概况很好。", ""))
    assert [c for k, *_, c in empty if k == "cases"] == [1.0]


def test_two_sections_that_a_page_break_joined_into_one_cell_are_parted():
    joined = table(
        [
            [
                f"企业概况及开展工作的基本情况（500字以内）\n概况。\n精益化管理典型案例（可另附页）\n{LONG}"
            ]
        ]
    )
    found = read(logical(joined, kind="application_form"))
    assert [(k, t.strip()) for k, _, t, _ in found] == [("profile", "概况。"), ("cases", LONG)]


def test_the_text_may_stand_in_the_row_under_its_title():
    rows = [
        ["企业概况及开展工作的基本情况（500字以内）"],
        ["概况。"],
        ["精益化管理典型案例（可另附页）"],
        [LONG],
    ]
    found = read(logical(table(rows), kind="application_form"))
    assert [(k, t.strip()) for k, _, t, _ in found] == [("profile", "概况。"), ("cases", LONG)]
