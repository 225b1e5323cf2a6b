"""Until when a certificate holds, as its text tells it."""

import calendar
import re
from datetime import date
from typing import NamedTuple

from doccheck.text.dates import DateReading, all_dates
from doccheck.text.normalise import clean
from doccheck.text.numerals import chinese_number

WINDOW = 60  # characters behind 有效期 in which its dates stand
_VALID = re.compile(
    r"有效期限?|有效日期|有效至|有效截止|截止日期|到期日期?|valid(?:\s+(?:until|through|to)|ity)",
    re.I,
)
_YEARS = re.compile(r"^\s*[为是:：]?\s*(\d{1,2}|[一二两三四五六七八九十]{1,2})\s*年(?!\s*\d)")
_ISSUED = re.compile(
    r"(?:发证|颁发|颁证|认定|批准|签发|授予|认证|公布|注册|发布|获证)(?:日期|时间|年月)?\s*[:：]?\s*$"
)
_TO = re.compile(r"[至到—－–~～-]{1,2}|起至|起到|日?至")
_SENTENCE = re.compile(r"[。；;]")
BEFORE = 12  # characters before a date that say what it is the date of


class Validity(NamedTuple):
    """The last day on which a certificate holds, and the words that say so."""

    until: date
    words: str
    derived: bool = False  # from a day of issue and a number of years


def read_validity(text: str) -> Validity | None:
    """Return the latest end of validity that a text tells, None where it tells none."""
    flat = "。".join(clean(line) for line in text.split("\n"))  # a line is a statement of its own
    found = [v for m in _VALID.finditer(flat) if (v := _at(flat, m))]
    return max(found, default=None, key=lambda v: v.until)


def _at(flat: str, word: re.Match[str]) -> Validity | None:
    rest = flat[word.end() : word.end() + WINDOW]
    sentence = _SENTENCE.split(rest)[0]
    shown = (word.group() + sentence).strip()
    years = _YEARS.match(sentence)
    if years:
        issued = _issued(flat)
        length = (
            int(years[1]) if years[1].isdigit() else chinese_number(years[1].replace("两", "二"))
        )
        if issued is None or not length:
            return None
        return Validity(_plus(issued, int(length)), shown, True)
    dates = [d for d in all_dates(sentence) if d.real]
    if not dates:
        return None
    return Validity(
        last_day(dates[1] if len(dates) > 1 and _span(sentence, dates) else dates[0]), shown
    )


def _span(sentence: str, dates: list[DateReading]) -> bool:
    """Tell whether the first two dates are the two ends of a span: nothing but 至 between them."""
    start = sentence.find(dates[0].raw) + len(dates[0].raw)
    between = sentence[start : sentence.find(dates[1].raw, start)]
    return bool(_TO.fullmatch(between.strip()))


def _issued(flat: str) -> date | None:
    """Return the day of issue: the date so labelled, else the last one."""
    dates = [(d, flat.find(d.raw)) for d in all_dates(flat) if d.real and d.value]
    labelled = [d for d, at in dates if _ISSUED.search(flat[max(0, at - BEFORE) : at])]
    chosen = labelled or [d for d, _ in dates]
    return chosen[-1].value if chosen else None


def _plus(day: date, years: int) -> date:
    """Return the same day some years later."""
    later = day.year + years
    last = calendar.monthrange(later, day.month)[1]
    return date(later, day.month, min(day.day, last))


def last_day(reading: DateReading) -> date:
    """Return the last day that a date can mean: 2025年3月 is over on the 31st."""
    value = reading.value
    if value is None:
        raise ValueError(f"no such day: {reading.raw}")
    if reading.precision == "day":
        return value
    if reading.precision == "year":
        return date(value.year, 12, 31)
    return date(value.year, value.month, calendar.monthrange(value.year, value.month)[1])
