"""Automatic numbers of the lists of an OpenDocument text."""

from collections.abc import Mapping, Sequence

from lxml import etree

from doccheck.extractors.opendocument.styles import attribute
from doccheck.extractors.word.numerals import numeral
from doccheck.extractors.zipped import local

MAX_LEVELS = 20  # the format has ten
_NUMERALS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一, 二, 三, ...": "chineseCountingThousand", "①, ②, ③, ...": "decimalEnclosedCircle",
    "壹, 贰, 叁, ...": "chineseLegalSimplified", "甲, 乙, 丙, ...": "ideographTraditional",
}  # fmt: skip


class Numbering:
    """Counts the items of lists by the styles of these."""

    def __init__(self, forms: Mapping[str, Sequence[etree._Element]]) -> None:
        self._forms = forms
        self._counters: dict[str, list[int]] = {}

    def next(self, style: str, level: int) -> str:
        """Count an item of a level (1 is the outermost) and return its number as shown."""
        forms = self._forms.get(style, ())
        form = forms[level - 1] if level <= min(len(forms), MAX_LEVELS - 1) else None
        if form is None or local(form) != "list-level-style-number":
            return ""
        counters = self._counters.setdefault(style, [0] * MAX_LEVELS)
        start = attribute(form, "start-value")
        first = int(start) if start.isdigit() and len(start) < 8 else 1
        counters[level] = counters[level] + 1 if counters[level] else first
        counters[level + 1 :] = [0] * (MAX_LEVELS - 1 - level)
        shown = numeral(counters[level], _NUMERALS.get(attribute(form, "num-format"), "decimal"))
        return attribute(form, "num-prefix") + shown + attribute(form, "num-suffix")
