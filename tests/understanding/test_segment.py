import dataclasses

import pytest
from blocks import document, para, program, section, table

from doccheck.model.program import DocumentSpec
from doccheck.understanding.assemble import assemble
from doccheck.understanding.segment import segment
from doccheck.understanding.titles import file_hint

COVER = DocumentSpec(
    key="cover", kind="cover", title="封面", titles=("河北省工业企业质量标杆申请书",)
)
LETTER = DocumentSpec(
    key="letter", kind="commitment_letter", title="承诺书", names=("承诺书", "申报承诺书")
)
FORM = DocumentSpec(
    key="form", kind="application_form", title="申请表",
    titles=("2021年“湖南省工业质量标杆”申请推荐表",), names=("申请表", "申报表"),
)  # fmt: skip
CASE = DocumentSpec(key="case", kind="case_report", title="总结材料", names=("总结材料",))
LICENCE = DocumentSpec(
    key="licence", kind="business_licence", title="营业执照", names=("营业执照",)
)
SECTIONS = (
    section("profile", "企业概况"),
    section("effect", "实施效果"),
    section("process", "实施与运行情况"),
)
PROGRAM = program((COVER, LETTER, FORM, CASE, LICENCE), sections=SECTIONS)
LONG = "公司质量管理体系有效运行，员工三百余人，全年开展改善课题四十项，客户满意度稳步提高，主要产品质量达到行业先进水平。"
SHEET = table([["申报单位", "甲公司"], ["标杆名称", "甲公司实践经验"]])


def kinds(doc):
    return [d.kind for d in assemble((), (doc,), PROGRAM).documents]


def test_a_word_file_holding_four_documents_is_cut_at_their_titles():
    doc = document(
        para("附件1"), para("河北省工业企业质量标杆申请书"), para("申请单位：甲公司"), para("申报日期：2021年9月8日"),
        para("承  诺  书"), para(LONG), para("企业名称（公章）：甲公司"), para("2021年9月8日"),
        para("一、 申请表"), SHEET,
        para("总结材料"), para("一、企业概况"), para(LONG), para("二、实施效果"), para(LONG),
    )  # fmt: skip
    assert kinds(doc) == ["cover", "commitment_letter", "application_form", "case_report"]


def test_the_line_that_only_says_appendix_belongs_to_the_title_after_it():
    parts = segment(document(para("附件3"), para("承诺书"), para(LONG)), PROGRAM)
    assert len(parts) == 1
    assert parts[0].title.kind == "commitment_letter"


def test_last_years_form_is_still_the_form():
    parts = segment(document(para("2020年“湖南省工业质量标杆”申请推荐表"), SHEET), PROGRAM)
    assert parts[0].title.spec is FORM


def test_a_title_over_two_lines_is_one_title():
    parts = segment(
        document(para("2021年“湖南省工业质量标杆”"), para("申请推荐表"), SHEET), PROGRAM
    )
    assert parts[0].title.spec is FORM


def test_a_write_up_under_its_own_name_is_cut_off_the_form():
    doc = document(
        para("申请表"), SHEET, para("甲公司实施追溯管理的实践经验", break_before=True),
        para("一、企业概况"), para(LONG), para("二、实施效果"), para(LONG),
    )  # fmt: skip
    found = assemble((), (doc,), PROGRAM).documents
    assert [d.kind for d in found] == ["application_form", "case_report"]
    assert found[1].title == "甲公司实施追溯管理的实践经验"


def test_a_section_called_like_a_document_does_not_cut_the_write_up():
    doc = document(
        para("甲公司实践经验"), para("一、企业概况"), para(LONG), para("二、总结材料"), para(LONG),
        para("三、实施效果"), para(LONG),
    )  # fmt: skip
    assert kinds(doc) == ["case_report"]


def bound_report(licence_of: str):
    return document(
        para("审计报告", page=1), para("我们审计了甲公司的财务报表，注册会计师，会计师事务所。", page=1),
        para("资产负债表", page=2), para(LONG, page=2),
        para("营业执照", page=3), para(f"名称 {licence_of} 经营范围 {LONG}", page=3),
        pages=3,
    )  # fmt: skip


def test_the_auditors_licence_at_the_end_of_a_report_is_not_the_applicants():
    assert kinds(bound_report("某某会计师事务所（普通合伙）")) == ["audit_report"]


def test_the_applicants_licence_bound_after_a_report_is_a_document_of_its_own():
    assert kinds(bound_report("甲有限公司")) == ["audit_report", "business_licence"]


def test_a_document_begins_at_the_top_of_its_titles_page():
    doc = document(
        para("承诺书", page=1), para(LONG, page=1),
        para("统一社会信用代码 91430211MAK9YXTG27", page=2), para("营业执照", page=2), para(LONG, page=2),
        pages=2,
    )  # fmt: skip
    parts = segment(doc, PROGRAM)
    assert [p.pages for p in parts] == [(1, 1), (2, 2)]
    assert "91430211MAK9YXTG27" in parts[1].blocks[0].text


def test_a_second_audit_report_in_the_same_file_begins_anew():
    doc = document(
        para("审计报告", page=1), para("资产负债表", page=2), para(LONG, page=2),
        para("审计报告", page=3), para("资产负债表", page=4), para(LONG, page=4), pages=4,
    )  # fmt: skip
    parts = segment(doc, PROGRAM)
    assert [p.pages for p in parts] == [(1, 2), (3, 4)]


def test_unread_pages_are_cut_off_and_never_called_read():
    doc = document(para("承诺书", page=1), para(LONG, page=1), pages=3, unread=(2, 3))
    found = assemble((), (doc,), PROGRAM).documents
    assert [(d.pages, d.readable) for d in found] == [((1, 1), True), ((2, 3), False)]


def test_certificates_bound_in_one_file_are_documents_of_their_own():
    doc = document(
        para("荣誉证书", page=1, size=26.0), para("授予甲公司先进单位，特发此证。" + LONG, page=1),
        para("检测报告", page=2, size=24.0), para("检验结论：合格。报告编号 123。" + LONG, page=2),
        para("一、检测项目", page=3), para(LONG, page=3), pages=3,
    )  # fmt: skip
    found = assemble((), (doc,), PROGRAM).documents
    assert [(d.kind, d.pages) for d in found] == [("evidence", (1, 1)), ("evidence", (2, 3))]


PLAIN = "经统计，江苏水务设备有限公司生产的水表在国内同类产品中居前列，用户遍及各省，反映良好。"


def test_the_first_paper_of_a_bound_file_is_told_by_its_name_alone():
    doc = document(
        para("行业地位证明", page=1, size=18.0), para(PLAIN, page=1),
        para("高新技术企业证书", page=2, size=18.0), para(PLAIN, page=2), pages=2,
    )  # fmt: skip
    found = assemble((), (doc,), PROGRAM).documents
    assert [(d.kind, d.pages) for d in found] == [("evidence", (1, 1)), ("evidence", (2, 2))]


def test_a_file_without_a_title_is_told_by_its_sections():
    doc = document(para("一、企业概况"), para(LONG), para("二、实施效果"), para(LONG))
    assert kinds(doc) == ["case_report"]


def test_an_unread_picture_is_told_by_its_name_with_doubt():
    spec, kind, score = file_hint("附件/2、营业执照副本.jpg", PROGRAM)
    assert kind == "business_licence"
    assert score < 0.95
    assert spec is None or spec.key == "licence"


def test_a_name_that_says_nothing_hints_at_nothing():
    assert file_hint("IMG_2031.jpg", PROGRAM)[1] is None


def test_an_empty_file_is_one_document_without_text():
    assert [d.readable for d in assemble((), (document(),), PROGRAM).documents] == [False]


def test_texts_of_a_form_on_pages_of_their_own_are_one_write_up():
    sections = (
        section("profile", "企业概况及基本情况", in_cell=True),
        section("cases", "管理标杆典型案例", in_cell=True, many=True),
    )
    doc = document(
        para("企业概况及基本情况", page=1, size=12.0), para(LONG, page=1),
        para("管理标杆典型案例", page=1, size=15.0), para(LONG, page=1),
        para(LONG, page=2), pages=2,
    )  # fmt: skip
    writeup = CASE.model_copy(update={"titles": ("管理标杆典型案例",)})
    found = assemble((), (doc,), program((FORM, writeup), sections=sections)).documents
    assert [(d.kind, d.pages) for d in found] == [("case_report", (1, 2))]


@pytest.mark.parametrize("title", ["2021年“湖南省工业质量标杆”申请推荐表", "任公司"])
def test_a_forms_texts_after_it_begin_with_the_first_of_them(title):
    sections = (
        section("profile", "企业概况及基本情况", in_cell=True),
        section("cases", "管理标杆典型案例", in_cell=True, many=True),
    )
    writeup = CASE.model_copy(update={"titles": ("管理标杆典型案例",)})
    doc = document(
        para(title, page=1, size=18.0),
        dataclasses.replace(SHEET, place=dataclasses.replace(SHEET.place, page=1)),
        para(LONG, page=1), para("企业概况及基本情况", page=2, size=13.0), para(LONG, page=2),
        para("管理标杆典型案例", page=2, size=15.0), para(LONG, page=2), pages=2,
    )  # fmt: skip
    found = assemble((), (doc,), program((FORM, writeup), sections=sections)).documents
    assert [d.pages for d in found] == [(1, 1), (2, 2)]
    assert found[1].kind == "case_report"
