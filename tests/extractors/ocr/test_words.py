"""What engines habitually get wrong in a line is put right."""

import pytest

from doccheck.extractors.ocr.words import cleaned, figure, full_width, word_confidence


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("|企业名称", "企业名称"),
        (",沈建国", "沈建国"),
        ("申 请 单 位：", "申请单位："),
        ("  QMS系统  ", "QMS系统"),
        ("单位:元", "单位：元"),
        ("7.80 %", "7.80 %"),
        ("R&D center", "R&D center"),
        ("☐否", "□否"),
    ],
)
def test_cleaned(read: str, meant: str) -> None:
    assert cleaned(read)[0] == meant


def test_what_goes_with_a_character_stays_with_it() -> None:
    text, starts, sure = cleaned("|甲 乙", (0.0, 0.2, 0.5, 0.6), (0.1, 0.9, 0.9, 0.8))
    assert (text, starts, sure) == ("甲乙", (0.2, 0.6), (0.9, 0.8))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("55.192.633.71", "55,192,633.71"),
        ("55,192,633,71", "55,192,633.71"),
        ("-148.855,27", "-148,855.27"),
        ("1.234.567", "1,234,567"),
        ("36,212.86", "36,212.86"),
        ("3.14", "3.14"),
        ("12.345", "12.345"),
        ("2022.12.31", "2022.12.31"),
        ("192.168.1.1", "192.168.1.1"),
    ],
)
def test_separators_by_pattern(read: str, meant: str) -> None:
    assert figure(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("年度(2022)", "年度（2022）"),
        ("f(x)", "f(x)"),
        ("(2022)", "(2022)"),
        ("质量,管理", "质量，管理"),
        ("1,234", "1,234"),
        ("股票代码（:)", "股票代码（:）"),
    ],
)
def test_punctuation_beside_chinese_is_full_width(read: str, meant: str) -> None:
    assert full_width(read) == meant


def test_ticks_and_punctuation_do_not_count_for_confidence() -> None:
    assert word_confidence("□是，", (0.3, 0.9, 0.2), 0.5) == pytest.approx(0.9)
    assert word_confidence("，", (0.2,), 0.5) == 0.5
