"""Units that figures are printed with, and how many yuan or plain units one of them is."""

import re
from decimal import Decimal
from typing import NamedTuple

from doccheck.text.charset import to_half_width

_SCALES = {
    "": 0,
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}

# A word that goes on after its first character is no counter: 5 项目, 3 人员.
_NO_COUNTER = {
    "项": "目", "人": "员均民力才", "名": "称单", "个": "人别", "分": "之别公", "批": "准",
    "级": "别", "度": "量", "点": "位击", "代": "表", "门": "市窗", "对": "比于", "种": "植",
    "条": "件款", "根": "据", "步": "骤", "间": "接", "本": "公年企", "期": "末初间", "份": "额",
    "张": "家",
}  # fmt: skip
_COUNTERS = """
个百分点 百分点 平方公里 平方米 立方米 小时 分钟 秒 工作日 人次 人天 年 月 日 天 周 人 名 位
台 套 件 项 个 家 次 倍 辆 吨 米 条 只 份 篇 页 字 分 岁 户 批 种 类 级 期 亩 公斤 千克
千瓦时 千瓦 度 步 把 根 块 支 艘 座 间 场 本 卷 组 册 班 点 代 轮 届 门 款 张 枚 幅 对 双 %
‰ ㎡ m2 m3 kg km mm cm kWh kW MW t h
"""
_SAME_COUNTER = {"个百分点": "百分点", "㎡": "平方米", "m2": "平方米"}
_TIME = frozenset("年月日")


def _counter_pattern(word: str) -> str:
    barred = _NO_COUNTER.get(word, "")
    barred += "A-Za-z" if word.isascii() and word.isalnum() else ""
    return re.escape(word) + (f"(?![{barred}])" if barred else "")


_LONGEST_FIRST = sorted(_COUNTERS.split(), key=len, reverse=True)
_SCALE = "|".join(sorted(filter(None, _SCALES), key=len, reverse=True))
_MONEY = r"元|圆|块钱|RMB(?![A-Za-z])|CNY(?![A-Za-z])"
COUNTER = "|".join(_counter_pattern(word) for word in _LONGEST_FIRST)

# What may stand right behind a figure: blanks or the break of a narrow cell, a scale, then money or
# a counter. A counter goes before a scale, or 百分点 would be 百 and 分.
SUFFIX = re.compile(
    rf"[^\S\n]*\n?(?:(?P<counter>{COUNTER})"
    rf"|(?:(?P<scale>{_SCALE})[余多]?[^\S\n]*|[余多])?(?:(?P<yuan>{_MONEY})|(?P<scaled>{COUNTER}))?)"
)
_NOISE = re.compile(r"人民币|单位|金额|[:\s]")
_BRACKETED = re.compile(r"[(\[【]([^()\[\]【】]+)[)\]】]")
_MONEY_UNIT = re.compile(rf"(?:{_SCALE})?(?:{_MONEY})")


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        name: as reports print it (`万元`, `%`, `人`); None where none stands.
        factor: how many yuan (money) or plain units one of it is; a percent is 1.
        money: whether it measures yuan.
    """

    name: str | None
    factor: Decimal
    money: bool

    @property
    def is_time(self) -> bool:
        """Whether a figure in this unit is likely a part of a date."""
        return self.name in _TIME


NO_UNIT = Unit(None, Decimal(1), False)


def unit_of(match: re.Match[str], default: Unit = NO_UNIT) -> Unit:
    """Return the unit that a match of SUFFIX names; the default where it names none.

    A bare scale (`1.2亿`) takes the default's kind of unit.
    """
    counter = match["counter"] or match["scaled"]
    scale = match["scale"] or ""
    factor = Decimal(1).scaleb(_SCALES[scale])
    if match["yuan"]:
        return Unit(f"{scale}元", factor, True)
    if counter:
        return Unit(_SAME_COUNTER.get(counter, counter), factor, False)
    if not scale:
        return default
    return Unit(f"{scale}元" if default.money else default.name, factor, default.money)


def parse_unit(s: str | None) -> Unit:
    """Read a unit from a caption: `万元`, `单位：人民币万元`, `营业收入（万元）`, `%`.

    NO_UNIT where the caption names none.
    """
    text = _NOISE.sub("", to_half_width(s or ""))
    for candidate in (*_BRACKETED.findall(text)[::-1], text):
        match = SUFFIX.fullmatch(candidate)
        if match and candidate:
            return unit_of(match)
    money = _MONEY_UNIT.search(text)
    match = SUFFIX.fullmatch(money.group()) if money else None
    return unit_of(match) if match else NO_UNIT
