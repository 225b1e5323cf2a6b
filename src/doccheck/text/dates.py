"""Reading dates as Chinese documents print them: digits, numerals, dots, dashes, blanks.

A date that the calendar does not have (2021年2月30日) is still a reading, marked as not real.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from doccheck.text.charset import to_half_width
from doccheck.text.numerals import chinese_number

Precision = Literal["day", "month", "year"]

_ZERO = "零〇○◯OoΟО0"  # people type the letter O or the digit for the zero of 二〇二一
_ZERO_READ = "□口囗回◎●◉⊙。DQ"  # what recognisers make of it
_NUMERAL = f"[{_ZERO}一二三四五六七八九壹贰貳叁參叄肆伍陆陸柒捌玖]"
_YEAR = rf"(?:(?:1\s?9|2\s?0)\s?[0-9]\s?[0-9]|[一二壹贰貳](?:\s?{_NUMERAL}){{3}})"
_PART = rf"(?:[0-9]\s?[0-9]?|(?:{_NUMERAL}|[十拾廿卅]){{1,4}})"
_WRITTEN = re.compile(
    rf"(?<![0-9])(?P<year>{_YEAR})\s*年"
    rf"(?:\s*(?P<month>{_PART})\s*月(?:\s*(?P<day>{_PART})\s*[日号])?)?"
)
_ROUND = f"[{_ZERO}{_ZERO_READ}]"
_DOUBTED_YEAR = (
    rf"[二贰貳](?:(?=\s?{_ROUND})(?:\s?{_NUMERAL}|\s?[{_ZERO_READ}]){{3}}|(?:\s?{_NUMERAL}){{2}})"
)
_DOUBTED = re.compile(
    rf"(?<![0-9{_ZERO}一二三四五六七八九十])(?P<year>{_DOUBTED_YEAR})\s*年"
    rf"\s*(?P<month>{_PART})\s*月\s*(?P<day>{_PART})\s*[日号]"
)
_YEAR_ALONE = r"(?:19|20)[0-9]{2}"
_SEPARATED = re.compile(
    rf"(?<![0-9A-Za-z.,])(?P<year>{_YEAR_ALONE})\s?(?P<separator>[.\-/])\s?(?P<month>[0-9]{{1,2}})"
    r"(?:\s?(?P=separator)\s?(?P<day>[0-9]{1,2}))?"
    r"(?![0-9])(?!(?P=separator)[0-9])(?!\s*[万亿元%‰])"
)
_COMPACT = re.compile(
    rf"(?<![0-9A-Za-z.,\-/])(?P<year>{_YEAR_ALONE})"
    r"(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z.])"
)
_FORMS = (_WRITTEN, _SEPARATED, _COMPACT)
_WHOLE_YEAR = re.compile(rf"\s*(?P<year>{_YEAR_ALONE})\s*(?P<month>)(?P<day>)")
_TO_CHINESE_ZERO = str.maketrans(dict.fromkeys(_ZERO + _ZERO_READ, "〇"))

# A line to be filled in: 年 月 日 with nothing, rules, crosses or only the century between.
_GAP_CHARACTERS = " \t\n\u00a0_＿.…·-—Xx×*"
_GAP = f"[{re.escape(_GAP_CHARACTERS)}]*"
_BLANK_DATE = re.compile(rf"年{_GAP}月{_GAP}[日号]")
_NUMERAL_BEFORE = re.compile(rf"(?:[0-9]|{_NUMERAL})*\Z")
_YEAR_DIGITS = 4
_CENTURY = re.compile(r"|2|20[0-9]?|二[〇零○]?")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as it stands in a document.

    Attributes:
        value: the day; the first of the month or year where no more is stated; None if not real.
        precision: how much of it is stated.
        raw: as printed.
        real: whether the calendar has it.
        doubtful: its zero was misread or lost (二□二三年, 二二三年); which day it is, is a guess.
    """

    value: datetime.date | None
    precision: Precision
    raw: str
    real: bool
    doubtful: bool = False


def parse_date(s: str) -> DateReading | None:
    """Read the first date of a text; a bare year counts only if it is the whole text."""
    year = _WHOLE_YEAR.fullmatch(to_half_width(s))
    if year:
        return _reading(year, s.strip())
    return next(iter(all_dates(s) or _dates(s, (_DOUBTED,))), None)


def all_dates(s: str) -> list[DateReading]:
    """Return every date of a text in order: 年月日 forms, 2021-04-28, 2021.4, 20210428, 2021年.

    Those that had to be rebuilt are left out.
    """
    return _dates(s, _FORMS)


def _dates(s: str, forms: Sequence[re.Pattern[str]]) -> list[DateReading]:
    text = to_half_width(s)
    found: list[re.Match[str]] = []
    for form in forms:
        for match in form.finditer(text):
            if all(match.end() <= other.start() or other.end() <= match.start() for other in found):
                found.append(match)
    ordered = sorted(found, key=lambda match: match.start())
    return [_reading(match, s[match.start() : match.end()]) for match in ordered]


def is_blank_date(s: str) -> bool:
    """Tell whether a line for a date was left empty: 年 月 日 without figures.

    The century that a form prints (20__年__月__日) is no figure; a year filled in is one.
    """
    text = to_half_width(s)
    return any(_lacks_year(text[: match.start()]) for match in _BLANK_DATE.finditer(text))


def _lacks_year(before: str) -> bool:
    tail = before.rstrip(_GAP_CHARACTERS)[-_YEAR_DIGITS:]
    figures = _NUMERAL_BEFORE.search(tail)
    return figures is not None and _CENTURY.fullmatch(figures.group()) is not None


def _reading(match: re.Match[str], raw: str) -> DateReading:
    doubtful = match.re is _DOUBTED
    year = (_lost_zero(match["year"]) if doubtful else _number(match["year"])) or 0
    month, day = _number(match["month"]), _number(match["day"])
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    value = _date(year, 1 if month is None else month, 1 if day is None else day)
    return DateReading(value, precision, raw, value is not None or doubtful, doubtful)


def _lost_zero(year: str) -> int | None:
    """Return a year of the 21st century whose zero was misread, or lost: 二□二三, 二二三."""
    dense = "".join(year.split())
    return _number(dense if len(dense) == _YEAR_DIGITS else dense[0] + "〇" + dense[1:])


def _number(s: str | None) -> int | None:
    dense = "".join(s.split()) if s else ""
    if not dense or (dense.isascii() and dense.isdigit()):
        return int(dense) if dense else None
    numeral = dense.translate(_TO_CHINESE_ZERO).replace("廿", "二十").replace("卅", "三十")
    return chinese_number(numeral) or 0


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
