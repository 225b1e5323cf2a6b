"""Numbers in front of headings: 第一章, 一、, （一）, 1., 1.1, （1）, ①, 附件1."""

import re
import unicodedata

from doccheck.text.numerals import chinese_number
from doccheck.text.units import COUNTER

_CN = r"[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾]{1,5}"
_ARABIC = r"[0-9０-９]{1,2}"
_FIRST = r"[1-9１-９][0-9０-９]?"  # 1.0 is a version and 0.5 a figure, no number of a heading
_STOP = r"[、.．,，:：]"
_NO_FIGURE = rf"(?!\s*(?:[0-9０-９]|[%％‰]|[十百千万亿]|元|{COUNTER}))"
_YEAR = r"(?=(?:19|20)[0-9]{2}\s*年)"

# Level: how deep in the outline, by the usual order of Chinese official writing (GB/T 9704:
# 一、 （一） 1. （1）); chapters and annexes stand above, decimal numbers below 1.
_FORMS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"附\s*[件录表]\s*(?:{_ARABIC}|{_CN})(?:[-—－][0-9]{{1,2}})?(?:\s*{_STOP})?"), 0),
    (re.compile(rf"第\s*(?:{_ARABIC}|{_CN})\s*(?:部\s*分|[编章篇])(?:\s*{_STOP})?"), 1),
    (re.compile(rf"第\s*(?:{_ARABIC}|{_CN})\s*节(?:\s*{_STOP})?"), 2),
    (re.compile(rf"第\s*(?:{_ARABIC}|{_CN})\s*条(?:\s*{_STOP})?"), 3),
    (re.compile(rf"[(（〔]\s*{_CN}\s*[)）〕](?:\s*{_STOP})?|[㈠-㈩](?:\s*{_STOP})?"), 2),
    (re.compile(rf"[(（〔]\s*{_ARABIC}\s*[)）〕](?:\s*{_STOP})?|[⑴-⒇](?:\s*{_STOP})?"), 4),
    (re.compile(rf"{_ARABIC}\s*[)）](?:\s*{_STOP})?"), 4),
    (re.compile(rf"[①-⑳㉑-㉟❶-❿](?:\s*{_STOP})?"), 5),
    (re.compile(rf"{_CN}\s*{_STOP}|[一二三四五六七八九十]{{1,3}}\s+(?=[一-鿿])"), 1),
    (re.compile(rf"[Ⅰ-Ⅻ]\s*{_STOP}?"), 1),
    (re.compile(rf"{_FIRST}(?:[.．]{_FIRST}){{1,4}}[、.．]?{_NO_FIGURE}(?=\s*\S)"), 4),
    (re.compile(rf"{_ARABIC}\s*(?:、|[.．](?![0-9０-９]|\s*$)|[.．]{_YEAR})|[⒈-⒛]"), 3),
    (re.compile(rf"{_ARABIC}(?=\s+[一-鿿《“]){_NO_FIGURE}"), 3),
)
_BEGINNING = re.compile(
    "[附第(（〔0-9０-９一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾㈠-㈩⑴-⒇①-⑳㉑-㉟❶-❿Ⅰ-Ⅻ⒈-⒛]"
)
"""How a number begins: few lines do, and all of them are asked."""

_ALONE = re.compile(rf"{_FIRST}(?:[.．]{_FIRST})*[.．]?")
_ALONE_CN = re.compile(_CN)
_NUMBERS = re.compile(rf"[0-9]{{1,9}}|{_CN}")


def strip_number(heading: str) -> tuple[str, str]:
    """Split a heading into its number and the rest: `（一）企业概况` → (`（一）`, `企业概况`).

    The number is `""` where the heading has none; a year, a figure with its unit and a name
    that begins with a digit (2021年, 3.5%, 3M公司) are no numbers.
    """
    text = heading.strip()
    match, _ = _form(text)
    if match is None:
        return "", text
    return match.group().strip(), text[match.end() :].strip()


def number_level(number_text: str) -> int | None:
    """Return how deep a heading with this number stands, to compare with others; None if unknown.

    附件1 is 0; 第一章, 第一部分 and 一、 are 1; （一） and 第一节 2; 1. and 1、 3; （1） 4; ① 5;
    a decimal number 3 and one more for each point (1.1 is 4).
    """
    text = number_text.strip()
    if _ALONE.fullmatch(text):
        return 3 + len(re.findall(r"[.．](?=.)", text))
    if _ALONE_CN.fullmatch(text):
        return 1
    match, level = _form(text)
    return level if match is not None else None


def number_value(number_text: str) -> int | None:
    """Return what a heading's number counts: （十一） 11, ⑵ 2; of 1.2 the last part, 2."""
    plain = unicodedata.normalize("NFKC", number_text)
    parts = _NUMBERS.findall(plain)
    if not parts:
        return _roman_or_dingbat(number_text.strip()[:1])
    digits: str = parts[-1]
    return int(digits) if digits.isascii() else chinese_number(digits)


def _roman_or_dingbat(ch: str) -> int | None:
    value = unicodedata.numeric(ch, None) if ch else None
    return int(value) if value is not None else None


def _form(text: str) -> tuple[re.Match[str] | None, int]:
    if not _BEGINNING.match(text):
        return None, 0
    for pattern, level in _FORMS:
        match = pattern.match(text)
        if match:
            dots = len(re.findall(r"[.．](?=[0-9０-９])", match.group()))
            return match, level + max(0, dots - 1)
    return None, 0
