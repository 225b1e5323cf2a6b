"""Identifiers: credit codes, telephones, e-mail, post and stock codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from doccheck.text.ids import (
    check_email,
    check_phone,
    check_postcode,
    check_stock_code,
    check_uscc,
    find_uscc,
    uscc_region,
)

CODE = "91320412MAD62DE95R"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODIES = st.builds(
    lambda region, unit: f"91{region:06d}{unit}",
    st.integers(110000, 659999),
    st.text(st.sampled_from(ALPHABET), min_size=9, max_size=9),
)


@pytest.mark.parametrize(
    "printed",
    [CODE, "9132 0412 MAD6 2DE9 5R", CODE.lower(), "９１３２０４１２MAD62DE95R", f" {CODE}\n"],
)
def test_a_right_code_is_right_however_printed(printed: str) -> None:
    assert check_uscc(printed) == (True, CODE, "ok")


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("", "length"),
        (CODE[:-1], "length"),
        (CODE + "1", "length"),
        ("91320412MAD62DEO5R", "character"),
        ("9132O412MAD62DE95R", "character"),
        (CODE[:-1] + "X", "check_digit"),
        ("93120412MAD62DE95R", "check_digit"),
    ],
)
def test_a_wrong_code_says_what_is_wrong(printed: str, reason: str) -> None:
    checked = check_uscc(printed)
    assert not checked.ok and checked.reason == reason


def test_codes_of_farming_bodies_begin_with_a_letter() -> None:
    body = "N2320412MAD62DE95"
    assert check_uscc(body + uscc.calc_check_digit(body)).ok


@given(BODIES, st.data())
def test_one_changed_character_breaks_the_check_digit(body: str, data: st.DataObject) -> None:
    code = body + uscc.calc_check_digit(body)
    assert check_uscc(code).ok
    place = data.draw(st.integers(8, 16))
    other = data.draw(st.sampled_from(ALPHABET).filter(lambda ch: ch != code[place]))
    assert check_uscc(code[:place] + other + code[place + 1 :]).reason == "check_digit"


def test_codes_are_found_in_running_text_right_or_wrong() -> None:
    text = f"代码：{CODE}，电话13912345678，另见 9132O412MAD62DE95R，身份证320412199001011234。"
    assert find_uscc(text) == [CODE, "9132O412MAD62DE95R"]
    assert find_uscc("统一社会信用代码 9132 0412 MAD6 2DE9 5R 法定代表人") == [CODE]
    assert find_uscc(f"2 {CODE}") == [CODE]
    assert find_uscc("注册号 320400000123456 证书编号 ABCDEFGHJKLMNPQRST") == []


def test_the_region_is_the_division_code() -> None:
    assert uscc_region("9132 0412 MAD6 2DE9 5R") == "320412"


@pytest.mark.parametrize(
    ("printed", "kind", "numbers"),
    [
        ("13912345678", "mobile", ("13912345678",)),
        ("139 1234 5678", "mobile", ("13912345678",)),
        ("139-1234-5678", "mobile", ("13912345678",)),
        ("1391234567 8", "mobile", ("13912345678",)),
        ("+86 139 1234 5678", "mobile", ("13912345678",)),
        ("１３９１２３４５６７８", "mobile", ("13912345678",)),
        ("0519-85681262", "landline", ("0519-85681262",)),
        ("(0519)85681262", "landline", ("0519-85681262",)),
        ("（0519） 8568 1262", "landline", ("0519-85681262",)),
        ("0519——85681262", "landline", ("0519-85681262",)),
        ("0519－85681262", "landline", ("0519-85681262",)),
        ("051985681262", "landline", ("0519-85681262",)),
        ("+86-519-85681262", "landline", ("0519-85681262",)),
        ("010-62345678", "landline", ("010-62345678",)),
        ("0731-8220123", "landline", ("0731-8220123",)),
        ("0519-85681262-8001", "landline", ("0519-85681262-8001",)),
        ("0519-85681262转8001", "landline", ("0519-85681262-8001",)),
        ("400-123-4567", "service", ("4001234567",)),
        ("95588", "service", ("95588",)),
        ("13912345678/0519-85681262", "mobile", ("13912345678", "0519-85681262")),
        ("13912345678 13812345678", "mobile", ("13912345678", "13812345678")),
        ("0519-85681262、85681263", "landline", ("0519-85681262", "0519-85681263")),
        ("张三：13912345678", "mobile", ("13912345678",)),
    ],
)
def test_a_complete_number_is_ok(printed: str, kind: str, numbers: tuple[str, ...]) -> None:
    checked = check_phone(printed)
    assert (checked.ok, checked.kind, checked.numbers) == (True, kind, numbers)


def test_a_local_number_lacks_its_area_code_but_is_plausible() -> None:
    checked = check_phone("85681262")
    assert (checked.ok, checked.reason, checked.plausible) == (False, "no_area_code", True)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("", "empty"),
        ("无", "no_digits"),
        ("1391234567", "length"),
        ("139123456789", "length"),
        ("0519-856812", "length"),
        ("12912345678", "format"),
        ("010-12345678", "format"),
        ("13912345678/1381234567", "length"),
    ],
)
def test_a_broken_number_says_what_is_wrong(printed: str, reason: str) -> None:
    checked = check_phone(printed)
    assert (checked.ok, checked.reason, checked.plausible) == (False, reason, False)


@given(st.integers(13_000_000_000, 19_999_999_999), st.integers(1, 10))
def test_a_mobile_with_another_number_of_digits_fails(number: int, cut: int) -> None:
    assert check_phone(str(number)).ok
    assert not check_phone(str(number)[:cut]).ok or str(number)[:cut].startswith("1")
    assert not check_phone(f"{number}0").ok


@pytest.mark.parametrize(
    "printed", ["a.b@c.com", "a@163. com", "a ＠ 163．com", "a@b.cn；c@d.com.cn", "a@b.cn c@d.cn"]
)
def test_an_address_may_be_spoilt_by_typesetting(printed: str) -> None:
    assert check_email(printed) == (True, "ok")


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("", "empty"),
        ("ab.com", "no_at"),
        ("a@b", "format"),
        ("a..b@c.com", "format"),
        ("张@c.cn", "format"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(printed: str, reason: str) -> None:
    assert check_email(printed) == (False, reason)


def test_post_codes_have_six_digits_and_a_province() -> None:
    reasons = [
        check_postcode(code).reason
        for code in ("213000", "２１３ ０００", "21300", "00A000", "990000", "")
    ]
    assert reasons == ["ok", "ok", "length", "character", "province", "empty"]


def test_stock_codes_of_three_markets_are_known() -> None:
    assert all(
        check_stock_code(code).ok for code in ("300750", "600519.SH", "00700.HK", "AAPL", "920123")
    )
    assert check_stock_code("未上市").reason == "empty"
    assert check_stock_code("12345678").reason == "format"
