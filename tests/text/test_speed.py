"""No text, however odd, makes a reader slow: its work grows with the length, not its square."""

import time
from collections.abc import Callable

import pytest

from doccheck.text import amounts, count, dates, ids, match, names, normalise

AWKWARD = {
    "blanks": " " * 20_000 + "1",
    "open brackets": "（" * 20_000,
    "numerals": "一二三四五六" * 4_000,
    "dotted numbers": "1." * 10_000,
    "spaced digits": "9 " * 10_000,
    "digits": "1" * 20_000,
    "endings": "公司" * 8_000,
    "at signs": "a@" * 9_000,
    "empty dates": "年 " * 10_000,
}
READERS: list[Callable[[str], object]] = [
    amounts.all_amounts,
    amounts.parse_amount,
    count.count,
    dates.all_dates,
    dates.is_blank_date,
    ids.check_email,
    ids.check_phone,
    ids.find_uscc,
    match.strip_number,
    names.enterprise_names,
    names.person_name,
    normalise.clean,
    normalise.key,
]
LIMIT = 1.0  # seconds; each takes some hundredths, a quadratic reader several seconds


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_odd_text_is_read_quickly(text: str) -> None:
    for reader in READERS:
        start = time.perf_counter()
        reader(text)
        assert time.perf_counter() - start < LIMIT, reader.__name__
