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
