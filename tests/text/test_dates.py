"""Dates in every print a Chinese document uses."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.text.dates import all_dates, is_blank_date, parse_date

DAYS = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2099, 12, 31))


@pytest.mark.parametrize(
    "printed",
    [
        "2021年4月28日",
        "2021 年 4 月 28 日",
        "2 0 2 1年04月2 8日",
        "２０２１年４月２８日",
        "2021年4月28号",
        "2021.4.28",
        "2021-04-28",
        "2021/4/28",
        "2021．04．28",
        "20210428",
        "二〇二一年四月二十八日",
        "二○二一年四月二十八日",
        "二零二一年四月廿八日",
        "二O二一年四月二十八日",
        "二0二一年四月二十八日",
        "贰零贰壹年肆月贰拾捌日",
        "日期：2021年4月28日（盖章）",
    ],
)
def test_one_day_has_many_prints(printed: str) -> None:
    reading = parse_date(printed)
    assert reading and reading.real
    assert (reading.value, reading.precision) == (datetime.date(2021, 4, 28), "day")


@pytest.mark.parametrize(
    ("printed", "month", "precision"),
    [
        ("2021年4月", 4, "month"),
        ("2021年4月份", 4, "month"),
        ("2021.4", 4, "month"),
        ("2021-04", 4, "month"),
        ("二〇二一年四月", 4, "month"),
        ("2021年度", 1, "year"),
        ("2021", 1, "year"),
        ("2021年 月 日", 1, "year"),
    ],
)
def test_a_month_or_year_stands_for_its_first_day(printed: str, month: int, precision: str) -> None:
    reading = parse_date(printed)
    assert reading
    assert (reading.value, reading.precision) == (datetime.date(2021, month, 1), precision)


@pytest.mark.parametrize(
    "printed", ["2021年2月30日", "2021.2.30", "2021年13月", "二〇二一年二月三十日"]
)
def test_a_day_the_calendar_does_not_have_is_read_as_not_real(printed: str) -> None:
    reading = parse_date(printed)
    assert reading and not reading.real and reading.value is None


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "2021.45万元",
        "2012.5万元",
        "32041220210428001X",
        "GB/T 19001-2016",
        "三年四月",
        "",
    ],
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert parse_date(text) is None


def test_all_dates_come_in_order_with_their_print() -> None:
    text = "有效期2021.4.1-2024.3.31，2021年4月28日签发，至二〇二二年"
    assert [reading.raw for reading in all_dates(text)] == [
        "2021.4.1",
        "2024.3.31",
        "2021年4月28日",
        "二〇二二年",
    ]


@pytest.mark.parametrize(
    "line",
    ["年 月 日", "日期：    年   月   日", "20  年  月  日", "____年____月____日", "XX年XX月XX日"],
)
def test_a_line_without_figures_is_a_blank_date(line: str) -> None:
    assert is_blank_date(line)


@pytest.mark.parametrize(
    "line", ["2021年4月28日", "2021年 月 日", "二〇二一年四月", "每年每月", ""]
)
def test_a_line_with_a_year_is_no_blank_date(line: str) -> None:
    assert not is_blank_date(line)


@given(DAYS, st.sampled_from(["%Y年%m月%d日", "%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d"]))
def test_a_printed_day_reads_as_itself(day: datetime.date, form: str) -> None:
    reading = parse_date(f"于{day.strftime(form)}签订")
    assert reading and (reading.value, reading.precision) == (day, "day")


@pytest.mark.parametrize(
    "printed",
    [
        "二□二一年四月二十八日",
        "二口二一年四月廿八日",
        "二二一年四月二十八日",
        "二Q二一年 四月 二十八日",
    ],
)
def test_a_date_whose_zero_was_misread_or_lost_is_in_doubt(printed: str) -> None:
    reading = parse_date(printed)
    assert reading and reading.doubtful and reading.real
    assert reading.value == datetime.date(2021, 4, 28)


def test_a_date_read_as_printed_is_not_in_doubt() -> None:
    reading = parse_date("二〇二一年四月二十八日")
    assert reading and not reading.doubtful


@pytest.mark.parametrize("text", ["第二三年四月五日", "一二三年四月五日", "十二二年四月五日"])
def test_years_of_other_counts_are_not_rebuilt(text: str) -> None:
    assert parse_date(text) is None
