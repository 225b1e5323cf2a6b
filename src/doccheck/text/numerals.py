"""Chinese numerals: everyday (一百二十三), financial (壹佰贰拾叁) and digit by digit (二〇二一)."""

import re

DIGITS = {
    **dict.fromkeys("零〇○◯", 0),
    **dict.fromkeys("一壹弌", 1),
    **dict.fromkeys("二贰貳弐两兩", 2),
    **dict.fromkeys("三叁參叄弎", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆陸", 6),
    **dict.fromkeys("七柒漆", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
TENS = {
    **dict.fromkeys("十拾", 10),
    **dict.fromkeys("百佰", 100),
    **dict.fromkeys("千仟", 1000),
}
MYRIADS = {**dict.fromkeys("万萬", 10**4), **dict.fromkeys("亿億", 10**8)}

CHARACTERS = "".join((*DIGITS, *TENS, *MYRIADS))
_DIGITS_ONLY = re.compile(f"[{''.join(DIGITS)}]+")
_WELL_FORMED = re.compile(f"[{CHARACTERS}]+")

_MAX_LENGTH = 40  # characters; 9999亿9999万9999 spelt out takes 23


def chinese_number(s: str) -> int | None:
    """Return the whole number that Chinese numerals write, or None where they write none.

    `十一` is 11, `一百零三` 103, `壹亿贰仟万` 120,000,000, `二〇二一` 2021, `一百二` 120.
    """
    if len(s) > _MAX_LENGTH or not _WELL_FORMED.fullmatch(s):
        return None
    if _DIGITS_ONLY.fullmatch(s):
        return int("".join(str(DIGITS[ch]) for ch in s))
    return _with_multipliers(s)


def _with_multipliers(s: str) -> int | None:
    total = section = digit = 0  # all closed 万/亿 groups; the open group; the open digit
    last = 0  # the last multiplier, for the short form 一百二
    for position, ch in enumerate(s):
        if ch in DIGITS:
            if digit and s[position - 1] in DIGITS:
                return None  # 二三百: two digits in a row before a multiplier
            digit = DIGITS[ch]
            last = 0 if digit == 0 else last
        elif ch in TENS:
            section += (digit or 1) * TENS[ch]
            digit, last = 0, TENS[ch]
        else:
            total = _close_group(total, section + digit, MYRIADS[ch])
            section, digit, last = 0, 0, MYRIADS[ch]
    short = digit * last // 10 if last > 10 else digit
    return total + section + short


def _close_group(total: int, group: int, myriad: int) -> int:
    """Close a 万 or 亿 group: 一万亿 multiplies what stands before it, 一亿二千万 adds to it."""
    if total and myriad > 10**4 and total < myriad:
        return (total + group) * myriad
    return total + (group or 1) * myriad
