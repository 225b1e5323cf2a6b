"""ELI09, ELI10: how long a method is in use, and who recommends."""

from datetime import date

import pytest

from doccheck.model.document import Paragraph
from doccheck.model.places import Place

from .dossiers import ENTERPRISE, PROGRAM, Paper, one, said, view

NAMED = {"enterprise_name": ENTERPRISE, "benchmark_name": "某经验"}


def used(*lines: str, as_of=date(2023, 11, 10), sections=(), **more):
    paper = Paper("report", fields=NAMED, title="典型经验", lines=lines, **more)
    return one("ELI09", view(paper, as_of=as_of), document="report", years=2, sections=sections)


@pytest.mark.parametrize(("line", "status", "key"), [
    ("2019年3月，公司导入六西格玛设计，成立推进小组。", "pass", "ELI09.long_enough"),
    ("自2020年起全面推行该方法。", "pass", "ELI09.long_enough"),
    ("2021年，公司在两个车间试点。", "review", "ELI09.borderline"),
    ("2022年12月开始推行。", "review", "ELI09.too_short"),
    ("该方法已在本企业连续应用5年。", "pass", "ELI09.long_enough"),
    ("该方法应用一年多。", "review", "ELI09.too_short"),
    ("公司成立于2008年，随后实施了多个项目。", "review", "ELI09.not_told"),
    ("2015年荣获市质量奖并推广。", "review", "ELI09.not_told"),
    ("计划2026年推广到全部工厂。", "review", "ELI09.not_told"),
    ("应用2年内返工减少一半。", "review", "ELI09.not_told"),
    ("公司坚持质量第一。", "review", "ELI09.not_told"),
    ("经过论证，公司确定以协同管控为主线，用8年时间分步骤推进。", "pass", "ELI09.long_enough"),
    ("历时三年，公司分四个阶段推行该方法。", "pass", "ELI09.long_enough"),
    ("该方法的实施历时三年。", "pass", "ELI09.long_enough"),
    ("五年来，公司坚持推行班组自主管理。", "pass", "ELI09.long_enough"),
    ("推行五年来，返工逐年减少。", "pass", "ELI09.long_enough"),
    ("公司已连续三年开展群众性改善。", "pass", "ELI09.long_enough"),
    ("历时一年，完成了全部车间的推广。", "review", "ELI09.too_short"),
    ("用了近两年时间推行该方法。", "review", "ELI09.borderline"),
    ("自2016年起，公司在集团统一部署下，由质量、工艺、设备、采购、物流、信息等部门共同组成专班，在全部车间分步实施该方法。",
     "pass", "ELI09.long_enough"),
    ("2016年3月以来，公司建立了全流程追溯。", "pass", "ELI09.long_enough"),
    ("计划用三年时间推进数字化。", "review", "ELI09.not_told"),
    ("力争五年内带动供方，用三年时间推广到全部工厂。", "review", "ELI09.not_told"),
    ("将历时三年推进。", "review", "ELI09.not_told"),
    ("历经20年发展，公司形成了制造能力，推行精益。", "review", "ELI09.not_told"),
    ("历时三年建设的厂房投产后推行精益。", "review", "ELI09.not_told"),
    ("连续三年获评优秀，随后实施精益。", "review", "ELI09.not_told"),
    ("近三年来，公司开展课题40项。", "review", "ELI09.not_told"),
    ("一年来共召开推进会17次。", "review", "ELI09.not_told"),
    ("实施三年行动计划。", "review", "ELI09.not_told"),
    ("自2016年起连续获评先进，并在全厂实施改造。", "review", "ELI09.not_told"),
    ("2016年，公司建立了档案室。", "review", "ELI09.not_told"),
])  # fmt: skip
def test_use_is_read_from_dates_with_a_verb(line, status, key):
    answer = used(line)
    assert (answer.status, answer.key) == (status, key)


def test_the_sentence_is_shown():
    assert "2019年3月，公司导入" in said(used("前言。2019年3月，公司导入六西格玛。"))


def test_the_earliest_beginning_counts():
    assert used("2023年推广到全厂。", "2018年5月试点。").status == "pass"


def test_outside_its_sections_only_an_early_beginning_says_something():
    assert used("2023年5月上线新系统。", sections=("method",)).key == "ELI09.not_told"
    assert used("2018年5月试点。", sections=("method",)).key == "ELI09.long_enough"


def test_a_report_that_is_not_there_is_not_checked():
    assert one("ELI09", view(), document="report", years=2).status == "not_checked"


def test_paragraphs_without_dates_tell_nothing():
    from doccheck.checks.practice import told_in

    paragraph = Paragraph("持续改进。", Place("a.docx"))
    assert list(told_in(paragraph, "d1", date(2023, 1, 1))) == []


# ---- recommending bodies

LISTED = PROGRAM.model_copy(
    update={
        "recommenders": ("长沙市工业和信息化局", "常州市武进区工业和信息化局", "湖南省机械行业协会")
    }
)


def recommended(opinion: str, programme=LISTED, **params):
    fields = {"enterprise_name": ENTERPRISE, "opinion": opinion}
    seen = view(Paper("form", fields=fields), program=programme, role="reviewer")
    return one("ELI10", seen, field="opinion", **params)


@pytest.mark.parametrize(("opinion", "status", "key"), [
    ("同意推荐。长沙市工业和信息化局", "pass", "ELI10.listed"),
    ("同意推荐。长沙市工信局", "pass", "ELI10.listed"),
    ("同意推荐。武进区工信局", "pass", "ELI10.listed"),
    ("同意推荐。太原市工业和信息化局", "review", "ELI10.other"),
    ("同意推荐。", "review", "ELI10.no_body"),
    ("", "not_checked", "common.no_field"),
])  # fmt: skip
def test_the_body_is_on_the_list(opinion, status, key):
    answer = recommended(opinion)
    assert (answer.status, answer.key) == (status, key)


def test_without_a_list_any_body_will_do():
    assert recommended("同意推荐。礼嘉镇人民政府", PROGRAM).status == "pass"


def test_an_order_is_asked_for_where_the_notice_wants_one():
    assert recommended("同意推荐。长沙市工信局", order=True).key == "ELI10.no_order"
    assert recommended("推荐顺序：第1位。长沙市工信局", order=True).status == "pass"


def test_it_is_not_asked_of_the_enterprise():
    from .dossiers import ask

    (answer,) = ask("ELI10", view(program=LISTED), who="recommender", field="opinion")
    assert answer.status == "not_applicable"
