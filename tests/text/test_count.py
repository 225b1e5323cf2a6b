"""字 as Microsoft Word counts them: the checked vectors, and what must hold for any text."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_count import calculate_word_statistics

from doccheck.text.count import AMBIGUOUS_MARKS, ZERO, WordCount, count

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
HAN_TEXT = st.text(HAN, max_size=40)

# Texts and counts that were compared with Word itself (office-wordcount, validation dataset).
CHECKED_IN_WORD = [
    ("Hello World", 2, 10),
    ("こんにちは", 5, 5),
    ("안녕하세요", 5, 5),
    ("中文测试", 4, 4),
    ("Hello 世界", 3, 7),
    ("東京2024オリンピック", 9, 12),
    ("㈱テスト㈲", 5, 5),
    ("㍻㍼㍽㍾", 4, 4),
    ("①②③④⑤", 1, 5),
    ("ＡＢＣＤＥ", 5, 5),
    ("１２３４５", 5, 5),
    ("⼀⼆⼃", 3, 3),
    ("ㇰㇱㇲ", 3, 3),
    ("「こんにちは」", 7, 7),
    ("Hello、World。", 4, 12),
    ("〽々〆", 3, 3),
    ("👍👎👏", 1, 3),
    ("👍🏻", 1, 2),
    ("Hello👍World", 1, 11),
    ("こんにちは👋", 6, 6),
    ("1\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e3", 1, 6),
    ("\ufeffHello", 1, 5),
    ("foo\u200bbar", 1, 6),
    ("foo\u200dbar", 1, 7),
    ("foo\u200cbar", 1, 7),
    ("a\u2028b", 3, 3),
    ("a\u2029b", 3, 3),
    ("สวัสดีครับ", 1, 10),
    ("मन दुनिया", 2, 8),
]


@pytest.mark.parametrize(("text", "words", "chars"), CHECKED_IN_WORD)
def test_what_was_checked_in_word_is_counted_alike(text: str, words: int, chars: int) -> None:
    counted = count(text)
    assert (counted.words, counted.chars_no_spaces) == (words, chars)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023年度", 3),
        ("3.5%", 1),
        ("0519-85681262", 1),
        ("ISO9000质量", 3),
        ("质量,管理", 5),
        ("质量，管理", 5),
        ("㎡", 1),
        ("〇", 1),
    ],
)
def test_a_run_of_other_characters_is_one_word(text: str, words: int) -> None:
    assert count(text).words == words


def test_a_full_width_digit_counts_as_one() -> None:
    assert count("２０２３年").words == 5
    assert count("2023年").words == 2


def test_ambiguous_marks_count_one_each_and_joined_they_are_runs() -> None:
    assert count("“质量”——标杆……") == WordCount(10, 7, 10, 4)
    assert count("a—b") == WordCount(3, 1, 3, 0)
    assert count("—— ——").words_joined == 2


def test_a_run_that_touches_a_mark_is_one_when_joined() -> None:
    assert count("提升“5S”水平").words == 4 + 2 + 1
    assert count("提升“5S”水平").words_joined == 4 + 1


def test_spaces_and_line_breaks_are_not_counted() -> None:
    assert count(" \u3000\u00a0\t\r\n") == ZERO


def test_nothing_is_counted_for_what_nobody_sees() -> None:
    assert count("质\u200b量\ufeff\u00ad") == count("质量")


def test_han_leaves_punctuation_and_letters_out() -> None:
    assert count("质量ABC，１2。").han == 2
    assert count("𠮷〇々").han == 3


def test_the_sum_of_nothing_is_zero() -> None:
    assert sum([], ZERO) == WordCount.ZERO
    assert sum([count("质量"), count("abc")], ZERO) == WordCount(3, 3, 5, 2)


@given(HAN_TEXT, HAN_TEXT)
def test_texts_that_meet_in_chinese_add_up(a: str, b: str) -> None:
    assert count(f"甲{a}" + f"{b}乙") == count(f"甲{a}") + count(f"{b}乙")


@given(st.text(max_size=40), st.text(max_size=40))
def test_texts_with_a_line_break_between_add_up(a: str, b: str) -> None:
    assert count(f"{a}\n{b}") == count(a) + count(b)


@given(HAN_TEXT, st.sampled_from([" ", "\u3000", "\n", "\u00a0"]))
def test_spaces_never_change_the_count_of_chinese(text: str, blank: str) -> None:
    assert count(blank.join(text)) == count(text)
    assert count(text).words == len(text)


@given(st.text(max_size=60))
def test_joined_words_are_never_more_and_never_more_than_characters(text: str) -> None:
    counted = count(text)
    assert counted.han <= counted.words_joined <= counted.words
    assert counted.words <= counted.chars_no_spaces


_UNSETTLED = AMBIGUOUS_MARKS + "\u3000"  # see the docstring of doccheck.text.count
COMMON = st.text(
    st.one_of(
        HAN,
        st.sampled_from(
            "，。；：！？（）《》、％ＡＢ１２ 　ab12.,%()-+&@①②㎡×°℃\n\tあアー한ㄅ㈱㍻→■★"
        ),
        st.characters(exclude_categories=("Cs", "Co", "Cn", "Cc", "Cf", "Mn", "Me")),
    ).filter(lambda ch: ch not in _UNSETTLED),
    max_size=60,
)


@given(COMMON)
def test_office_wordcount_agrees_where_no_mark_is_ambiguous(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    theirs = calculate_word_statistics("".join(ch for ch in text if ch not in _UNSETTLED))
    ours = count("".join(ch for ch in text if ch not in _UNSETTLED))
    assert (ours.words, ours.words_joined) == (theirs.words, theirs.words)
    assert ours.chars_no_spaces == theirs.characters_no_space


@given(st.text(st.sampled_from("质量abc12 ，" + AMBIGUOUS_MARKS), max_size=40))
def test_office_wordcount_takes_the_joined_reading_of_ambiguous_marks(text: str) -> None:
    assert count(text).words_joined == calculate_word_statistics(text).words


def test_ten_thousand_characters_take_a_few_milliseconds() -> None:
    text = "企业实施精益管理，2023年度营业收入增长3.5%，“质量第一”。" * 400
    count(text)
    best = min(_seconds(text) for _ in range(5))
    assert best < 0.05


def _seconds(text: str) -> float:
    start = time.perf_counter()
    count(text)
    return time.perf_counter() - start
