"""Figures: value, unit, stated precision, and what is no figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.text.amounts import all_amounts, as_ratio, parse_amount, plain
from doccheck.text.numerals import chinese_number

FIGURES = st.decimals(
    min_value=-(10**12), max_value=10**12, places=4, allow_nan=False, allow_infinity=False
)


def value(s: str, unit: str | None = None) -> str | None:
    amount = parse_amount(s, unit)
    return plain(amount.value) if amount else None


@pytest.mark.parametrize(
    ("printed", "default", "yuan"),
    [
        ("12,345.67万元", None, "123456700"),
        ("10763.45 万元", "元", "107634500"),
        ("1.2亿元", None, "120000000"),
        ("1.2亿", "万元", "120000000"),
        ("1亿2345万元", None, "123450000"),
        ("3百万元", None, "3000000"),
        ("5千元", None, "5000"),
        ("1,234.50", "万元", "12345000"),
        ("１２，３４５．６７", "单位：人民币万元", "123456700"),
        ("12,3456.78", "元", "123456.78"),
        ("￥100.00", "元", "100"),
        ("RMB 100", "元", "100"),
        ("1.5E+07", "元", "15000000"),
        ("壹佰贰拾叁万肆仟伍佰元整", None, "1234500"),
        ("人民币壹拾元伍角贰分", "万元", "10.52"),
        ("一百二十三万", "元", "1230000"),
        ("1 234.50", "元", "1234.5"),
        ("12 345 678.00", "元", "12345678"),
        ("1 234 567", "元", "1234567"),
        ("1, 234. 50", "元", "1234.5"),
        ("1,234,567 .89", "元", "1234567.89"),
        ("2022年：1,234.5", "万元", "12345000"),
    ],
)
def test_money_is_read_in_yuan(printed: str, default: str | None, yuan: str) -> None:
    assert value(printed, default) == yuan


@pytest.mark.parametrize(
    "printed", ["(1,234.5)", "（1,234.5）", "-1,234.5", "－1234.5", "−1,234.5"]
)
def test_brackets_and_dashes_are_a_minus(printed: str) -> None:
    assert value(printed, "元") == "-1234.5"


@pytest.mark.parametrize(
    "printed", ["负5.2%", "▲5.2%", "△5.2%", "同比增长-5.2%", "(5.2%)", "(5.2)%"]
)
def test_a_negative_ratio_has_many_prints(printed: str) -> None:
    amount = parse_amount(printed)
    assert amount and (amount.value, amount.unit) == (Decimal("-5.2"), "%")


def test_a_hyphen_behind_a_figure_is_a_range() -> None:
    assert [plain(amount.value) for amount in all_amounts("3-5%，10%-20%")] == [
        "3",
        "5",
        "10",
        "20",
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " ",
        "—",
        "——",
        "-",
        "/",
        "\\",
        "无",
        "无。",
        "N/A",
        "不适用",
        "…",
        "****",
        "统一",
        "三元材料",
    ],
)
def test_a_dash_is_no_figure_and_never_zero(printed: str) -> None:
    assert parse_amount(printed, "万元") is None


@pytest.mark.parametrize(
    "printed",
    ["12,34", "1.2.3", "2021.4.28", "2021-04-28", "ISO9001", "3M公司", "A4纸", "T-100", "0519"],
)
def test_codes_dates_and_broken_groups_are_no_figures(printed: str) -> None:
    assert parse_amount(printed) is None


@pytest.mark.parametrize(
    ("printed", "plain_value", "unit", "decimals"),
    [
        ("134         人", "134", "人", 0),
        ("9.80         %", "9.8", "%", 2),
        ("134\n人", "134", "人", 0),
        ("2\n\t  %", "2", None, 0),
        ("约5%", "5", "%", 0),
        ("３．５％", "3.5", "%", 1),
        ("百分之五", "5", "%", 0),
        ("2.5次", "2.5", "次", 1),
        ("1.07倍", "1.07", "倍", 2),
        ("5台", "5", "台", 0),
        ("3万人", "30000", "人", 0),
        ("2.1个百分点", "2.1", "百分点", 1),
        ("0", "0", None, 0),
        ("0.00", "0", None, 2),
        ("三家", "3", "家", 0),
        ("5项目", "5", None, 0),
    ],
)
def test_a_figure_keeps_its_unit(printed: str, plain_value: str, unit: str, decimals: int) -> None:
    amount = parse_amount(printed)
    assert amount
    assert (plain(amount.value), amount.unit, amount.decimals) == (plain_value, unit, decimals)


def test_a_ratio_becomes_a_plain_number() -> None:
    ratios = ["3.5 %", "3.5‰", "3.5个百分点", "0.35"]
    read = [as_ratio(amount) for text in ratios if (amount := parse_amount(text))]
    assert read == [Decimal(text) for text in ("0.035", "0.0035", "0.035", "0.35")]


def test_the_step_is_the_last_stated_place_in_yuan() -> None:
    steps = {
        printed: amount.step
        for printed in ("12.30万元", "12万元", "1.2亿元", "5.25元", "1.5E+07元")
        if (amount := parse_amount(printed))
    }
    assert steps == {
        "12.30万元": Decimal(100),
        "12万元": Decimal(10000),
        "1.2亿元": Decimal(10_000_000),
        "5.25元": Decimal("0.01"),
        "1.5E+07元": Decimal(1_000_000),
    }


def test_the_printed_unit_goes_before_the_default() -> None:
    assert value("1234.5元", "万元") == "1234.5"
    assert value("3.5%", "万元") == "3.5"


def test_running_text_gives_every_figure_with_its_print() -> None:
    text = "（2）2021年营业收入1,234.5 万元，同比增长-5%，员工134人；合计壹佰元整。"
    found = [(amount.raw, plain(amount.value)) for amount in all_amounts(text)]
    assert found == [
        ("2021年", "2021"),
        ("1,234.5 万元", "12345000"),
        ("-5%", "-5"),
        ("134人", "134"),
        ("壹佰元整", "100"),
    ]


def test_the_number_of_an_item_is_no_figure() -> None:
    assert value("1、2021年营业收入12万元", "万元") == "120000"
    assert value("1. 营业收入12万元", "万元") == "120000"
    assert value("(5)", "万元") == "-50000"


@given(FIGURES)
def test_a_printed_figure_reads_as_itself(figure: Decimal) -> None:
    amount = parse_amount(plain(figure))
    assert amount and amount.value == figure
    assert plain(amount.value) == plain(figure)


@given(FIGURES, st.sampled_from([("元", 1), ("千元", 10**3), ("万元", 10**4), ("亿元", 10**8)]))
def test_grouping_and_unit_do_not_change_the_value(figure: Decimal, unit: tuple[str, int]) -> None:
    name, factor = unit
    amount = parse_amount(f"{figure:,.4f} {name}")
    assert amount and amount.value == figure * factor
    assert (amount.unit, amount.decimals) == (name, 4)
    assert amount == parse_amount(amount.raw)


@given(
    st.text(st.sampled_from("0123456789,.，。() （）-—%万亿元年月人壹拾零一 \tA/E+"), max_size=25)
)
def test_no_text_breaks_the_reader(text: str) -> None:
    for amount in all_amounts(text, "万元"):
        assert amount.raw in text
        assert "E" not in plain(amount.value)
    parse_amount(text)


def test_plain_prints_neither_exponent_nor_trailing_zeros() -> None:
    printed = [plain(Decimal(text)) for text in ("1.2E+8", "0.28340", "-0.00", "100", "1E-7")]
    assert printed == ["120000000", "0.2834", "0", "100", "0.0000001"]


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("一百零三", 103),
        ("一百二", 120),
        ("两千零五", 2005),
        ("一万亿", 10**12),
        ("壹亿贰仟万", 120_000_000),
        ("二〇二一", 2021),
        ("二三百", None),
        ("一a", None),
        ("一" * 5000, None),
        ("", None),
    ],
)
def test_chinese_numerals(numeral: str, number: int | None) -> None:
    assert chinese_number(numeral) == number


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_spelt_in_chinese_reads_as_itself(number: int) -> None:
    assert chinese_number(spell(number)) == number


def spell(number: int) -> str:
    """Spell a number as a Chinese accountant does, every place with its unit."""
    if number == 0:
        return "零"
    words = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // size % 10**4
        if group:
            gap = "零" if words and group < 10**3 else ""
            words += gap + _spell_group(group) + name
    return words


def _spell_group(group: int) -> str:
    words = ""
    for size, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = group // size % 10
        if digit:
            gap = "零" if words and group // (size * 10) % 10 == 0 else ""
            words += gap + "零壹贰叁肆伍陆柒捌玖"[digit] + name
    return words


def test_a_level_is_read_in_every_way_it_is_written() -> None:
    from doccheck.text.amounts import parse_level

    assert [parse_level(s) for s in ("三级", "3 级", "L3", "四星级", "A类")] == [3, 3, 3, 4, None]
