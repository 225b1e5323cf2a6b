"""Cleaning for showing, keys for comparing."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.text.normalise import cjk_share, clean, is_cjk, key, same

CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=30)
MIXED = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.sampled_from("（）()“”‘’—–-·・ 　\u200b\u00a0\nABCabc１２３，。：《》⼀⻓囯臺灣後"),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("2021 年 4 月 28 日", "2021年4月28日"),
        ("吕　康", "吕康"),
        ("质\u200b量\ufeff管\u00ad理", "质量管理"),
        ("lean \u00a0\n management", "lean management"),
        ("实施 ISO 9001 标准", "实施ISO 9001标准"),
        ("⼯业和信息化⻓效", "工业和信息化长效"),
        ("  ", ""),
        ("（Ａ）　“國”", "（Ａ） “國”"),
    ],
)
def test_cleaning_removes_what_typesetting_left(printed: str, shown: str) -> None:
    assert clean(printed) == shown


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(MIXED)
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


@given(MIXED)
def test_cleaning_never_changes_the_key(text: str) -> None:
    assert key(clean(text)) == key(text)


@given(CHINESE, st.sampled_from([" ", "\u3000", "\n", "\u200b"]))
def test_blanks_never_change_the_key(text: str, blank: str) -> None:
    assert key(blank.join(text)) == key(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("江苏（常州）有限公司", "江蘇(常州)有限公司"),
        ("ＡＢＣ科技", "abc科技"),
        ("“质量—标杆”", '"质量-标杆"'),
        ("迪丽热巴・迪力木拉提", "迪丽热巴·迪力木拉提"),
        ("囯家", "国家"),
        ("【附件】", "[附件]"),
        ("二○二一", "二〇二一"),
    ],
)
def test_typesetting_does_not_tell_texts_apart(a: str, b: str) -> None:
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("沛锐有限公司", "沛锐有限责任公司"),
        ("李翾", "李翻"),
        ("己方", "已方"),
        ("100", "1000"),
        ("质量标杆", "质量标杆申报"),
    ],
)
def test_different_characters_stay_different(a: str, b: str) -> None:
    assert not same(a, b)


def test_punctuation_and_full_width_digits_are_no_letters() -> None:
    assert is_cjk("质") and is_cjk("〇") and is_cjk("𠮷") and is_cjk("あ")
    assert not any(is_cjk(ch) for ch in "，１aＡ（ 5")


def test_the_share_of_chinese_leaves_blanks_out() -> None:
    assert cjk_share("质 量 ab") == 0.5
    assert cjk_share(" \n") == 0.0


def test_importing_the_package_loads_nothing_heavy() -> None:
    modules = "normalise count amounts dates ids names match words"
    code = (
        "import sys, importlib\n"
        f"[importlib.import_module('doccheck.text.' + m) for m in '{modules}'.split()]\n"
        "heavy = {'opencc', 'rjieba', 'rapidfuzz', 'stdnum'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
