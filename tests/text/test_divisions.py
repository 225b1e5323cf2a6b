"""Whether a place in few words surely lies elsewhere than an address."""

import pytest

from doccheck.text.divisions import apart

HUTANG = "江苏省常州市武进区湖塘镇工业大道85号"


@pytest.mark.parametrize(
    ("place", "address", "expected"),
    [
        ("遥观镇", HUTANG, True),
        ("白沙街道", "定海区城东街道港航路1号", True),
        ("天宁区", HUTANG, True),
        ("湖塘镇", HUTANG, False),
        ("湖塘", HUTANG, False),
        ("武进高新区", HUTANG, False),
        ("经济开发区", HUTANG, False),
        ("遥观镇", "常州市武进区人民东路3号", False),  # no town is named there
        ("镇江市丹徒区", "镇江市丹徒区高资街道", False),
        ("新市镇", "德清县新市镇南路", False),
        ("遥观", HUTANG, False),  # no word for what it is
        ("", HUTANG, False),
    ],
)
def test_places_and_addresses(place: str, address: str, expected: bool) -> None:
    assert apart(place, address) is expected
