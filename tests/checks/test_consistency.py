"""CON: the same thing on several documents."""

import pytest

from doccheck.checks import alike
from doccheck.model.program import FieldSpec, RuleSpec
from doccheck.model.result import Outcome

from .dossiers import ELSEWHERE, ENTERPRISE, FIELDS, PROGRAM, USCC, Paper, ask, one, said, view


def named(key: str, name: str, **more: object) -> Paper:
    return Paper(key, fields={"enterprise_name": name}, **more)  # type: ignore[arg-type]


def headed(key: str, person: str, **more: object) -> Paper:
    return Paper(key, fields={"legal_representative": person}, **more)  # type: ignore[arg-type]


# ---- CON01
def names(a: str, b: str, key: str = "licence", **more: object) -> Outcome:
    return one("CON01", view(named("form", a), named(key, b, **more)))


def test_one_name_everywhere_passes_and_all_places_are_cited() -> None:
    seen = view(*(named(k, ENTERPRISE) for k in ("form", "letter", "licence")))
    answer = one("CON01", seen)
    assert (answer.status, answer.target) == ("pass", "enterprise_name")
    assert len(answer.evidence) == 3


@pytest.mark.parametrize("other", ["湖南沛锐智能装备有限责任公司", "湖南沛锐智能设备有限公司"])
def test_another_name_fails_and_says_what_stands_where(other: str) -> None:
    answer = names(ENTERPRISE, other)
    assert answer.status == "fail"
    assert said(answer) == (
        f"申报单位不一致：《申请推荐表》为“{ENTERPRISE}”，《营业执照》“{other}”（licence.docx）。"
    )


def test_brackets_and_blanks_make_no_difference() -> None:
    assert names("博世（湖南）汽车有限公司", "博世(湖南) 汽车有限公司").status == "pass"


@pytest.mark.parametrize(("other", "key", "doubt"), [
    ("沛锐智能装备", "letter", "CON.doubt_short"),
    (f"{ENTERPRISE}株洲分公司", "licence", "CON.doubt_branch"),
    (ENTERPRISE.removesuffix("公司"), "audit", "CON.doubt_part"),
    ("湖南沛锐集团有限公司", "licence", "CON.doubt_group"),
    ("湖南沛锐控股有限公司", "audit", "CON.doubt_group"),
])  # fmt: skip
def test_innocent_differences_are_for_a_person(other: str, key: str, doubt: str) -> None:
    answer = names(ENTERPRISE, other, key)
    assert (answer.status, answer.doubt) == ("review", doubt)


def test_what_certificates_name_is_not_compared() -> None:
    seen = view(
        named("form", ENTERPRISE), named("licence", ENTERPRISE), named("evidence", "某银行")
    )
    assert one("CON01", seen).status == "pass"


def test_a_difference_that_a_scan_explains_is_for_a_person() -> None:
    misread = ENTERPRISE.replace("沛锐", "沛税")
    scanned = names(ENTERPRISE, misread, source="ocr", confidence=0.97)
    assert (scanned.status, scanned.doubt) == ("review", "CON.doubt_confusable")
    assert names(ENTERPRISE, misread).status == "fail"


def test_a_difference_that_was_not_read_surely_is_for_a_person() -> None:
    answer = names(ENTERPRISE, "湖南弘望仪表有限公司", source="ocr", confidence=0.8)
    assert (answer.status, answer.doubt) == ("review", "common.doubt_reading")


# ---- CON02
LICENCE_ASKED = RuleSpec(
    id="1", rule="MAT01", clause="一", says="营业执照", params={"document": "licence"}
)


def heads(a: str, b: str, **more: object) -> Outcome:
    return one("CON02", view(headed("form", a), headed("licence", b, **more)))


def test_one_representative_passes_and_another_fails() -> None:
    assert heads("张 明", "张明").status == "pass"
    answer = heads("张明", "李强")
    assert (answer.status, answer.target) == ("fail", "legal_representative")


@pytest.mark.parametrize(("a", "b", "more", "doubt"), [
    ("张赟", "张赞", {"source": "ocr", "confidence": 0.98}, "CON.doubt_confusable"),
    ("张明", "李强", {"labels": {"legal_representative": "负责人"}}, "CON.doubt_branch"),
    ("张明", "ZHANG MING", {}, "CON.doubt_script"),
    ("张明", "张明、李强", {}, "CON.doubt_part"),
])  # fmt: skip
def test_innocent_differences_of_a_person_are_for_a_person(
    a: str, b: str, more: dict[str, object], doubt: str
) -> None:
    answer = heads(a, b, **more)
    assert (answer.status, answer.doubt) == ("review", doubt)


def test_a_confusable_pair_in_typed_text_is_a_difference() -> None:
    assert heads("张赟", "张赞").status == "fail"


def test_statements_may_date_from_before_a_change() -> None:
    seen = view(headed("form", "张明"), headed("licence", "张明"), headed("audit", "李强"))
    answer = one("CON02", seen)
    assert (answer.status, answer.doubt) == ("review", "CON.doubt_statement")


@pytest.mark.parametrize(("other", "key"), [
    ((), "common.one_place_absent"),
    ((Paper("licence", "执照.jpg", readable=False),), "common.one_place_unread"),
    ((Paper("licence"),), "common.one_place_blank"),
])  # fmt: skip
def test_one_reading_cannot_differ_and_the_reason_is_named(
    other: tuple[Paper, ...], key: str
) -> None:
    program = PROGRAM.model_copy(update={"rules": (LICENCE_ASKED,)})
    answer = one("CON02", view(headed("form", "张明"), *other, program=program))
    assert (answer.status, answer.key) == ("not_checked", key)
    assert answer.evidence


def test_a_paper_that_the_notice_does_not_ask_for_is_not_missed() -> None:
    answer = one("CON02", view(headed("form", "张明")))
    assert (answer.status, answer.key) == ("not_checked", "common.one_place_blank")
    statements = Paper("audit", "财务三表.pdf", readable=False)
    assert one("CON02", view(headed("form", "张明"), statements)).doubt == "common.doubt_unread"


def test_a_licence_bears_the_representative_without_being_told() -> None:
    fields = tuple(
        f.model_copy(update={"documents": ("form",)}) if f.key == "legal_representative" else f
        for f in FIELDS
    )
    program = PROGRAM.model_copy(update={"fields": fields})
    seen = view(headed("form", "张明"), Paper("licence", readable=False), program=program)
    assert one("CON02", seen).key == "common.one_place_unread"


def test_where_the_form_does_not_ask_for_it_nothing_is_compared() -> None:
    spec = FieldSpec(key="legal_representative", label="法人代表", documents=("licence",))
    fields = (*(f for f in FIELDS if f.key != spec.key), spec)
    program = PROGRAM.model_copy(update={"fields": fields})
    seen = view(headed("licence", "张明"), program=program)
    assert one("CON02", seen).status == "not_applicable"


# ---- CON03
def codes(a: str, b: str, **more: object) -> Outcome:
    papers = (Paper("form", fields={"uscc": a}), Paper("licence", fields={"uscc": b}, **more))  # type: ignore[arg-type]
    return one("CON03", view(*papers))


def test_one_code_passes_and_another_fails() -> None:
    assert codes(USCC, f"{USCC[:9]} {USCC[9:]}".lower()).status == "pass"
    assert codes(USCC, ELSEWHERE).status == "fail"


def test_a_misread_code_is_for_a_person() -> None:
    wrong = USCC[:-1] + ("0" if USCC[-1] != "0" else "1")
    scanned = codes(USCC, wrong, source="ocr", confidence=0.99)
    assert (scanned.status, scanned.doubt) == ("review", "CON.doubt_digit")
    assert codes(USCC, wrong).status == "fail"


# ---- CON04
def test_each_field_is_its_own_answer() -> None:
    address = {"postal_address": "湖南省长沙市岳麓区麓谷大道1号"}
    form = Paper("form", fields={**address, "email": "a@b.cn"})
    letter = Paper("letter", fields={"postal_address": "长沙市岳麓区麓谷大道1号"})
    found = ask("CON04", view(form, letter), fields=("postal_address", "email"))
    assert [(a.status, a.subject) for a in found] == [
        ("pass", "通讯地址"), ("not_checked", "电子邮箱"),
    ]  # fmt: skip


@pytest.mark.parametrize(("other", "wanted"), [
    ("湖南省株洲市天元区黄河路9号", "fail"),
    ("湖南省长沙市岳麓区麓谷大道1-2号", "review"),
])  # fmt: skip
def test_two_addresses(other: str, wanted: str) -> None:
    form = Paper("form", fields={"postal_address": "湖南省长沙市岳麓区麓谷大道1号"})
    letter = Paper("letter", fields={"postal_address": other})
    answer = one("CON04", view(form, letter), fields=("postal_address",))
    assert answer.status == wanted


@pytest.mark.parametrize(("kind", "a", "b", "wanted"), [
    ("phone", "138 1234 5678", "13812345678", "same"),
    ("phone", "13812345678 / 0519-85681262", "0519-85681262", "same"),
    ("phone", "13812345678", "0519-85681262", "doubt_kind"),
    ("phone", "13812345678", "13812345679", "different"),
    ("person", "张明", "张 明", "same"),
    ("text", "机械", "机械", "same"),
    ("text", "机械", "电子", "different"),
    ("email", "A@B.cn", "a@b.cn", "same"),
    ("enterprise", ENTERPRISE, "沛锐智能装备", "doubt_short"),
])  # fmt: skip
def test_each_kind_of_field_compares_in_its_own_way(kind: str, a: str, b: str, wanted: str) -> None:
    papers = Paper("form", fields={"email": a}), Paper("letter", fields={"email": b})
    left, right = view(*papers).dossier.readings
    assert alike.values(kind, left, right, scanned=False) == wanted  # type: ignore[arg-type]


def test_figures_compare_at_the_coarser_precision() -> None:
    papers = (
        Paper("form", fields={"total_profit.2020": "1200"}),
        Paper("letter", fields={"total_profit.2020": "1200.4"}),
        Paper("licence", fields={"total_profit.2020": "1203"}),
    )
    a, b, c = view(*papers).dossier.readings
    assert alike.values("money", a, b, scanned=False) == "same"
    assert alike.values("money", a, c, scanned=False) == "different"


def test_equal_addresses_of_mail_are_equal_though_a_letter_is_in_doubt() -> None:
    papers = [
        Paper(kind, fields={"email": "z1b217@qmteam.com.cn"}, source="ocr", confidence=0.9)
        for kind in ("form", "letter")
    ]
    assert one("CON04", view(*papers), fields=("email",)).status == "pass"
