"""When two recognisers are believed: both sure, nothing cut off, nothing both are known to mix up."""

from dataclasses import replace

import pytest

from doccheck.model.program import FieldKind
from doccheck.model.rereading import TwiceRead
from doccheck.understanding.agreement import agreed


def twice(
    first: str, second: str = "", confidence: float = 0.99, sure: float = 0.99, whole: bool = True
) -> TwiceRead:
    second = second or first
    return TwiceRead(first, confidence, second, (sure,) * len(second), whole)


@pytest.mark.parametrize(
    ("words", "kind", "line"),
    [
        ("沈建伟", "person", twice("沈建伟")),
        ("沈建伟", "person", twice("法定代表人：沈建伟", "法定代表人:沈建伟")),
        ("江苏翰辉（常州）有限公司", "enterprise", twice("江苏翰辉（常州）有限公司", "江苏翰辉(常州)有限公司")),
        ("91350100M000100Y43", "uscc", twice("91350100M000100Y43")),
        ("36,212.86", "money", twice("36,212.86", "36.212,86")),
        ("-1,204.50", "money", twice("-1,204.50", "－1,204.50")),
    ],
)  # fmt: skip
def test_equal_readings_agree_whatever_the_width_of_marks(
    words: str, kind: FieldKind, line: TwiceRead
) -> None:
    assert agreed(words, [line], kind)


@pytest.mark.parametrize(
    ("words", "kind", "line"),
    [
        ("沈建伟", "person", twice("沈建伟", "沈建玮")),
        ("沈建", "person", twice("沈建", "沈建伟")),
        ("建伟", "person", twice("建伟", "沈建伟")),
        ("沈建伟", "person", twice("沈建伟", confidence=0.9)),
        ("沈建伟", "person", twice("沈建伟", sure=0.9)),
        ("沈建伟", "person", twice("沈建伟", whole=False)),
        ("沈建伟", "person", twice("王芳")),
        ("36,212.86", "money", twice("36,212.86", "36,272.86")),
        ("1,204.50", "money", twice("1,204.50", "-1,204.50")),
        ("12.345", "money", twice("12.345", "12,345")),
        ("8532807", "money", twice("8532807")),
        ("85,328.07", "money", replace(twice("85,328.07"), under_red=True)),
        ("91350100M000100Y43", "uscc", twice("91350100M000100Y43", "91350100M0001O0Y43")),
    ],
)
def test_a_difference_a_doubt_or_a_character_cut_off_is_no_agreement(
    words: str, kind: FieldKind, line: TwiceRead
) -> None:
    assert not agreed(words, [line], kind)


@pytest.mark.parametrize("name", ["翻明", "赞明", "仝伟", "全伟", "张己", "李未", "常错"])
def test_characters_that_both_take_for_another_are_never_settled(name: str) -> None:
    assert not agreed(name, [twice(name)], "person")


def test_words_over_two_lines_agree_line_by_line() -> None:
    lines = [twice("江苏翰辉智能装"), twice("备有限公司")]
    assert agreed("江苏翰辉智能装备有限公司", lines, "enterprise")
    assert not agreed(
        "江苏翰辉智能装备有限公司", [lines[0], twice("备有限公司", "各有限公司")], "enterprise"
    )


def test_nothing_read_is_no_agreement() -> None:
    assert not agreed("沈建伟", [], "person")


def test_an_l_that_both_took_for_a_1_settles_nothing() -> None:
    assert not agreed("z1b217@qmteam.com.cn", [twice("z1b217@qmteam.com.cn")], "email")
    assert agreed("quae798@pinzhi-bu.com", [twice("quae798@pinzhi-bu.com")], "email")
