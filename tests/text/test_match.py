"""Matching labels, taking numbers off headings, finding topics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.text.match import (
    best,
    contains,
    number_level,
    number_value,
    partial,
    ratio,
    strip_number,
)
from doccheck.text.words import topic_found, words

SHORT_TEXT = st.text(st.sampled_from("企业概况质量管理经验（）12"), max_size=12)


def test_typesetting_does_not_lower_the_ratio() -> None:
    assert ratio("企 业 概况（500字）", "企业概况(500字)") == 1.0
    assert 0 < ratio("企业概况", "企业简介") < 1.0
    assert ratio("企业概况", "联系电话") == 0.0


@given(SHORT_TEXT, SHORT_TEXT)
def test_the_ratio_goes_both_ways(a: str, b: str) -> None:
    assert ratio(a, b) == pytest.approx(ratio(b, a))
    assert 0.0 <= ratio(a, b) <= 1.0


def test_the_best_candidate_is_the_first_of_equals() -> None:
    assert best("法人代表", ["法定代表人", "法人代表", "法人 代表"], 0.5) == ("法人代表", 1.0)
    assert best("法人代表", ["法人代表"], 1.0) == ("法人代表", 1.0)
    assert best("法人代表", ["联系电话"], 0.5) is None
    assert best("法人代表", [], 0.0) is None


def test_a_long_text_contains_a_misread_needle() -> None:
    text = "附件2：湖南省质量标杆申报表（2021年）"
    assert contains(text, "质量标杆申报表")
    assert contains(text, "质量标秆申报表")
    assert not contains(text, "精益管理申报书")
    assert not contains("申报", "质量标杆申报表")
    assert partial(text, "") == 0.0


@pytest.mark.parametrize(
    ("heading", "number", "rest", "level", "value"),
    [
        ("第一章 总则", "第一章", "总则", 1, 1),
        ("第二部分　企业概况", "第二部分", "企业概况", 1, 2),
        ("第 1 节 概况", "第 1 节", "概况", 2, 1),
        ("一、企业概况", "一、", "企业概况", 1, 1),
        ("十一、总结", "十一、", "总结", 1, 11),
        ("一  企业概况", "一", "企业概况", 1, 1),
        ("Ⅱ、方法", "Ⅱ、", "方法", 1, 2),
        ("（一）基本情况", "（一）", "基本情况", 2, 1),
        ("(十二) 基本", "(十二)", "基本", 2, 12),
        ("㈡基本", "㈡", "基本", 2, 2),
        ("1. 概况", "1.", "概况", 3, 1),
        ("12、概况", "12、", "概况", 3, 12),
        ("１．概况", "１．", "概况", 3, 1),
        ("1 企业概况", "1", "企业概况", 3, 1),
        ("1 人员情况", "1", "人员情况", 3, 1),
        ("1、2020年以来的做法", "1、", "2020年以来的做法", 3, 1),
        ("1.2021年质量", "1.", "2021年质量", 3, 1),
        ("1.1 概况", "1.1", "概况", 4, 1),
        ("1.1.2方法", "1.1.2", "方法", 5, 2),
        ("1.1.2、方法", "1.1.2、", "方法", 5, 2),
        ("（1）概况", "（1）", "概况", 4, 1),
        ("2）概况", "2）", "概况", 4, 2),
        ("⑵概况", "⑵", "概况", 4, 2),
        ("③概况", "③", "概况", 5, 3),
        ("附件1：申报表", "附件1：", "申报表", 0, 1),
        ("附件 二 承诺书", "附件 二", "承诺书", 0, 2),
        ("一、", "一、", "", 1, 1),
    ],
)
def test_a_number_is_split_from_its_heading(
    heading: str, number: str, rest: str, level: int, value: int
) -> None:
    assert strip_number(heading) == (number, rest)
    assert (number_level(number), number_value(number)) == (level, value)


@pytest.mark.parametrize(
    "heading",
    [
        "2021年营业收入",
        "3M公司",
        "3.5%的增长",
        "1.2亿元",
        "3 个项目",
        "12 月总结",
        "2.0版本",
        "一是加强领导",
        "十大举措",
        "5",
        "3.5",
        "企业概况",
        "附件",
        "",
    ],
)
def test_a_figure_or_a_name_is_no_number_of_a_heading(heading: str) -> None:
    assert strip_number(heading) == ("", heading)


def test_what_is_no_number_has_neither_level_nor_value() -> None:
    assert number_level("") is None and number_value("") is None
    assert number_level("概况") is None and number_value("概况") is None


def test_levels_deepen_in_the_order_of_official_writing() -> None:
    numbers = ["附件1", "一、", "（一）", "1.", "（1）", "①"]
    levels = [number_level(number) for number in numbers]
    assert levels == sorted(levels, key=lambda level: level or 0) and len(set(levels)) == 6


@given(st.text(max_size=20))
def test_nothing_but_blanks_is_lost_from_a_heading(heading: str) -> None:
    number, rest = strip_number(heading)
    assert "".join((number + rest).split()) == "".join(heading.split())


def test_text_is_cut_into_words() -> None:
    assert words("质量管理方法") == ["质量", "管理", "方法"]
    assert words(" \n") == []


def test_topics_are_found_with_their_position() -> None:
    text = "我们坚持质量的管理与方法创新，推行ＩＳＯ标准，开展质量改进。"
    terms = ["质量管理方法", "iso", "质量改进", "碳足迹", ""]
    assert topic_found(text, terms) == [("质量管理方法", 4), ("iso", 17), ("质量改进", 25)]
