"""IDN: codes, telephone numbers, addresses of mail."""

import pytest

from doccheck.model.result import Outcome

from .dossiers import USCC, Paper, ask, one, said, view

WRONG = USCC[:-1] + ("0" if USCC[-1] != "0" else "1")


def code(text: str, **more: object) -> Outcome:
    return one("IDN01", view(Paper("form", fields={"uscc": text}, **more)))  # type: ignore[arg-type]


# ---- IDN01
@pytest.mark.parametrize(
    "text", [USCC, f"{USCC[:4]} {USCC[4:]}", USCC.lower(), f"代码：{USCC}（18位）"]
)
def test_a_right_code_passes(text: str) -> None:
    answer = code(text)
    assert (answer.status, answer.target) == ("pass", "uscc")


@pytest.mark.parametrize(("text", "key"), [
    (WRONG, "IDN01.check_digit"),
    (USCC[:17], "IDN01.length"),
    (USCC[:10] + "O" + USCC[11:], "IDN01.character"),
])  # fmt: skip
def test_a_wrong_code_fails_and_says_how(text: str, key: str) -> None:
    answer = code(text)
    assert (answer.status, answer.key) == ("fail", key)
    assert text in said(answer)


def test_a_scanned_code_may_be_misread() -> None:
    answer = code(WRONG, source="ocr", confidence=0.99)
    assert (answer.status, answer.doubt) == ("review", "IDN.doubt_scan")
    assert code(USCC, source="ocr", confidence=0.99).status == "pass"


def test_the_same_code_is_judged_once_and_other_peoples_codes_not_at_all() -> None:
    papers = [Paper(k, fields={"uscc": USCC}) for k in ("form", "licence")]
    answer = one("IDN01", view(*papers, Paper("evidence", fields={"uscc": WRONG})))
    assert (answer.status, len(answer.evidence)) == ("pass", 2)


# ---- IDN02
def contact(key: str, text: str, **more: object) -> Outcome:
    paper = Paper("form", fields={key: text, "enterprise_name": "某公司"}, **more)  # type: ignore[arg-type]
    return one("IDN02", view(paper), fields=(key,))


@pytest.mark.parametrize("text", [
    "13812345678", "138 1234 5678", "0519-85681262", "0519-85681262转801",
    "13812345678、0519-85681262", "+86 138-1234-5678",
])  # fmt: skip
def test_good_numbers_pass(text: str) -> None:
    assert contact("contact_phone", text).status == "pass"


def test_a_mobile_number_that_is_too_short_fails() -> None:
    answer = contact("contact_phone", "1381234567")
    assert (answer.status, said(answer)) == (
        "fail", "手机“1381234567”有10位数字，手机号码应为11位。",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["85681262", "13812345678、1381234567", "无", "0519-8568"])
def test_an_unusual_number_is_for_a_person(text: str) -> None:
    assert contact("contact_phone", text).status == "review"


def test_addresses_of_mail() -> None:
    assert contact("email", "zhang@pairui.com.cn").status == "pass"
    assert contact("email", "zhang@ pairui.com").status == "pass"
    assert contact("email", "zhang.pairui.com").key == "IDN02.email_no_at"
    assert contact("email", "zhang.pairui.com").status == "fail"
    assert contact("email", "zhang@pairui").status == "review"


def test_post_codes() -> None:
    assert contact("postcode", "410004").status == "pass"
    assert contact("postcode", "41000").status == "fail"
    assert contact("postcode", "990000").status == "review"


def test_a_field_without_a_form_of_its_own_is_for_a_person() -> None:
    answer = contact("benchmark_name", "经验")
    assert (answer.status, answer.key) == ("review", "IDN02.no_form")


def test_a_scanned_number_may_be_misread() -> None:
    answer = contact("contact_phone", "1381234567", source="ocr", confidence=0.99)
    assert (answer.status, answer.doubt) == ("review", "IDN.doubt_scan")


def test_a_blank_field_does_not_keep_the_others_from_being_looked_at() -> None:
    paper = Paper("form", fields={"email": "", "contact_phone": "13812345678"})
    found = ask("IDN02", view(paper), fields=("email", "contact_phone"))
    assert [(a.status, a.key) for a in found] == [
        ("not_checked", "common.no_field"), ("pass", "IDN02.good"),
    ]  # fmt: skip


def test_the_worst_reading_of_a_field_counts() -> None:
    papers = (
        Paper("form", fields={"email": "a@b.cn"}),
        Paper("letter", fields={"email": "ab.cn"}),
    )
    answer = one("IDN02", view(*papers), fields=("email",))
    assert (answer.status, answer.evidence[0].place.file) == ("fail", "letter.docx")


def test_what_keeps_all_fields_from_being_looked_at_is_said_once() -> None:
    answer = one("IDN02", view(Paper("form", readable=False)), fields=("email", "contact_phone"))
    assert (answer.status, answer.key) == ("not_checked", "common.unread_document")


def test_an_address_of_mail_read_in_doubt_has_its_form_all_the_same() -> None:
    paper = Paper("form", fields={"email": "z1b542@mail-zb.cn"}, source="ocr", confidence=0.9)
    assert one("IDN02", view(paper), fields=("email",)).status == "pass"
