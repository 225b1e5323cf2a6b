from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.model.program import FieldSpec
from doccheck.understanding.values import read_value, unit_in


def spec(kind, **more):
    return FieldSpec(key="x", label="x", documents=("form",), kind=kind, **more)


def test_money_is_in_yuan_whatever_unit_is_printed():
    assert read_value("10763.45 万元", spec("money", unit="万元"), "").value == "107634500"
    assert read_value("1.2亿元", spec("money", unit="万元"), "").value == "120000000"
    assert read_value("26317.86", spec("money"), "万元").value == "263178600"


def test_a_turnover_printed_in_percent_is_divided_and_a_bare_one_is_times():
    assert read_value("107.36 %", spec("turnover"), "").value == "1.0736"
    assert read_value("7.69", spec("turnover"), "").value == "7.69"


def test_a_percentage_is_a_plain_ratio():
    assert read_value("9.80         %", spec("percent"), "").number == Decimal("0.098")
    assert read_value("-2.26 %", spec("percent"), "").number == Decimal("-0.0226")


def test_a_cell_that_holds_only_its_unit_is_blank():
    for printed in ("万元", "       %", "年   月   日", "（   ）", "________"):
        assert read_value(printed, spec("money", unit="万元"), "").state == "blank"


def test_words_where_a_figure_should_stand_are_unclear():
    assert read_value("详见审计报告", spec("money"), "").state == "unclear"


def test_a_date_is_iso_and_an_impossible_one_keeps_its_print():
    assert read_value("2021 年 4 月 28 日", spec("date"), "").value == "2021-04-28"
    assert read_value("2021年2月30日", spec("date"), "").day is None


@pytest.mark.parametrize(
    ("label", "unit"), [("资产总额（万元）", "万元"), ("从业人员(人)", "人"), ("净利润", "")]
)
def test_the_unit_in_a_labels_brackets(label, unit):
    assert unit_in(label) == unit


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_every_printed_sum_is_read_exactly(amount):
    read = read_value(f"{amount:,.2f}", spec("money", unit="万元"), "")
    assert read.number == amount * 10000
    assert read.step == 100
