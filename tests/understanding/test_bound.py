"""Where documents begin in a bound file: titles, page numbers, looks of pages."""

from dataclasses import replace

from blocks import document, para, program, table

from doccheck.model.places import Box
from doccheck.model.program import DocumentSpec, SectionSpec
from doccheck.understanding.assemble import assemble

FORM = DocumentSpec(
    key="form", kind="application_form", title="申报表", titles=("某市质量标杆申报表",)
)
LETTER = DocumentSpec(key="letter", kind="commitment_letter", title="承诺书", names=("承诺书",))
LICENCE = DocumentSpec(
    key="licence", kind="business_licence", title="营业执照", names=("营业执照",)
)
OVERVIEW = SectionSpec(key="overview", title="企业概况", documents=("form",), in_cell=True)
PROGRAM = program((FORM, LETTER, LICENCE), sections=(OVERVIEW,))
LONG = "公司质量管理体系有效运行，员工三百余人，全年开展改善课题四十项，客户满意度稳步提高，主要产品质量达到行业先进水平。"
SHEET = [["项目", "期末余额"], ["资产总计", "100"]]


def title(text: str, page: int, size: float = 22.0):
    return para(text, page=page, size=size, centred=True)


def foot(text: str, page: int):
    return para(text, page=page, role="page_number", size=9.0)


def cuts(*blocks, pages: int):
    found = assemble((), (document(*blocks, pages=pages),), PROGRAM).documents
    return [(d.kind, d.pages) for d in found]


def letter(page: int):
    return title("承诺书", page), para(LONG, page=page)


def audit(first: int):
    return (
        title("审计报告", first), para("某某会计师事务所", page=first, size=16.0),
        title("资产负债表", first + 1, 16.0), table(SHEET, page=first + 1),
        title("财务报表附注", first + 2, 16.0), para(LONG, page=first + 2),
    )  # fmt: skip


def test_each_certificate_under_a_large_title_is_evidence_of_its_own():
    assert cuts(
        *letter(1), title("荣誉证书", 2), para(LONG, page=2), title("发明专利证书", 3), para(LONG, page=3),
        pages=3,
    ) == [("commitment_letter", (1, 1)), ("evidence", (2, 2)), ("evidence", (3, 3))]  # fmt: skip


def test_a_certificate_ends_an_audit_report_and_the_firms_own_papers_do_not():
    assert cuts(
        *audit(1), title("执业证书", 4), para("会计师事务所 名称：某某", page=4),
        title("注册会计师", 5), para("年度检验登记", page=5), title("荣誉证书", 6), para(LONG, page=6),
        pages=6,
    ) == [("audit_report", (1, 5)), ("evidence", (6, 6))]  # fmt: skip


def test_pages_numbered_on_belong_together_whatever_stands_over_them():
    assert cuts(
        *letter(1), foot("1/1", 1), title("检验报告", 2), foot("第1页 共2页", 2),
        title("检验结果", 3), para(LONG, page=3), foot("第2页 共2页", 3), pages=3,
    ) == [("commitment_letter", (1, 1)), ("evidence", (2, 3))]  # fmt: skip


def test_numbers_that_run_through_the_volume_tell_nothing():
    assert cuts(
        *letter(1), foot("- 1 -", 1), title("荣誉证书", 2), para(LONG, page=2), foot("- 2 -", 2),
        title("发明专利证书", 3), para(LONG, page=3), foot("- 3 -", 3), pages=3,
    ) == [("commitment_letter", (1, 1)), ("evidence", (2, 2)), ("evidence", (3, 3))]  # fmt: skip


def test_a_title_repeated_with_the_same_number_goes_on():
    number = "报告编号：WT2022-0417"
    assert cuts(
        title("检验报告", 1), para(number, page=1), para(LONG, page=1),
        title("检验报告", 2), para(number, page=2), para(LONG, page=2),
        title("检验报告", 3), para("报告编号：WT2022-0999", page=3), para(LONG, page=3), pages=3,
    ) == [("evidence", (1, 2)), ("evidence", (3, 3))]  # fmt: skip


def test_the_name_on_a_standards_cover_opens_nothing_when_it_comes_again():
    assert cuts(
        *letter(1), title("团体标准", 2, 30.0), title("断路器通用技术条件", 2),
        title("前言", 3, 18.0), para(LONG, page=3), title("断路器通用技术条件", 4, 18.0), para(LONG, page=4),
        pages=4,
    ) == [("commitment_letter", (1, 1)), ("evidence", (2, 4))]  # fmt: skip


def test_a_page_that_only_announces_goes_with_what_comes_after_it():
    assert cuts(
        *letter(1), title("附件2 营业执照复印件", 2), title("营业执照", 3), para(LONG, page=3),
        title("附件3 佐证材料", 4), title("荣誉证书", 5), para(LONG, page=5), pages=5,
    ) == [("commitment_letter", (1, 1)), ("business_licence", (2, 3)), ("evidence", (4, 5))]  # fmt: skip


def test_a_line_of_a_table_of_contents_announces_nothing():
    """A faded page of contents, of which two lines were read, cut a report's cover off."""
    contents = [para(f"{n}．{name}……{n}", page=2) for n, name in ((1, "审计报告"), (4, "附表"))]
    cover = (title("某某有限公司审计报告", 1), para("某某会计师事务所", page=1, size=16.0))
    assert cuts(*cover, *contents, *audit(3), pages=5) == [("audit_report", (1, 5))]


def test_sheets_of_another_year_are_other_statements():
    def year(first: int, number: int):
        return (
            title("资产负债表", first),
            para(f"{number}年12月31日", page=first),
            table(SHEET, page=first),
        )

    assert cuts(*year(1, 2021), *year(2, 2022), pages=2) == [
        ("financial_statements", (1, 1)), ("financial_statements", (2, 2)),
    ]  # fmt: skip


def test_a_text_asked_for_in_the_form_and_handed_in_after_it_is_a_write_up():
    assert cuts(
        title("某市质量标杆申报表", 1), table([["单位名称", "甲公司"], ["法定代表人", "王某"]], page=1),
        para("企业概况", page=2, size=15.0), para(LONG, page=2), pages=2,
    ) == [("application_form", (1, 1)), ("case_report", (2, 2))]  # fmt: skip


def test_headings_of_a_write_up_do_not_cut_it():
    assert len(cuts(*letter(1), title("一、实施背景", 2), para(LONG, page=2), pages=2)) == 1


def test_small_print_over_the_title_of_a_single_page_belongs_to_it():
    small = ("扫描二维码登录国", "家企业信用信息公示系统了解更多登记、", "备案、许可、监管信息。")
    above = [para(text, page=1, size=7.0) for text in small]
    code = para("统一社会信用代码 91320412MAD62DE95R", page=1, size=10.0)
    head = title("营业执照", 1, 30.0)
    placed = replace(head, place=replace(head.place, box=Box(200, 150, 390, 180)))
    body = para("名称 江苏某某智能装备有限公司 法定代表人 吕永康", page=1)
    found = cuts(*above, code, placed, body, pages=1)
    assert found == [("business_licence", (1, 1))]


def test_a_licence_in_a_volume_begins_above_its_title_though_that_was_read_small():
    legend = (
        "扫描二维码登录国",
        "家企业信用信息公示",
        "系统’了解更多登记、",
        "备案、许可、监管信息。",
    )
    code = ("统一社会信用代码", "91320412MAD62DE95R", "编号574675750064748616")
    above = [para(text, page=2, size=11.5) for text in (*legend, *code)]
    body = para("名称 江苏某某智能装备有限公司 法定代表人 吕永康", page=2)
    found = cuts(*letter(1), *above, title("营业执照", 2, 11.5), body, pages=2)
    assert found == [("commitment_letter", (1, 1)), ("business_licence", (2, 2))]


def test_the_end_of_a_text_over_a_licences_title_stays_with_the_text():
    found = cuts(*letter(1), para(LONG, page=2), title("营业执照", 2), para(LONG, page=2), pages=2)
    assert found == [("commitment_letter", (1, 2)), ("business_licence", (2, 2))]
