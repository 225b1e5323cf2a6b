"""MAT05, ELI03, ELI08: supporting material, criteria chosen, qualifications held."""

from datetime import date

import pytest

from doccheck.checks.validity import read_validity
from doccheck.model.program import FieldSpec

from .dossiers import ENTERPRISE, PROGRAM, Paper, ask, one, said, view

PROGRAMME = PROGRAM.model_copy(
    update={
        "fields": (
            *PROGRAM.fields,
            FieldSpec(key="prize", label="质量奖", documents=("form",), required=False),
            FieldSpec(key="vision", label="企业文化", documents=("form",), required=False),
            FieldSpec(key="systems", label="管理体系", documents=("form",), required=False),
            FieldSpec(key="listing", label="上市情况", documents=("form",), required=False),
            FieldSpec(key="special", label="专精特新", documents=("form",), required=False),
        )
    }
)
NAMED = {"enterprise_name": ENTERPRISE}
PRIZE = {"name": "获奖证书", "words": ("质量奖", "荣誉", "奖"), "claimed_by": ("prize",)}
SYSTEM = {"name": "体系认证", "words": ("质量管理体系认证", "体系证书")}
REPORT = {"name": "审计报告", "documents": ("audit",)}


def proof(title="", *lines, file="佐证/1.pdf", **more):
    return Paper("evidence", file=file, title=title, lines=lines, **more)


def unread(file):
    return Paper("evidence", file=file, title="", readable=False, source="ocr", unread=(1,))


def material(*papers, minimum=2, kinds=(PRIZE, SYSTEM), form=None):
    seen = view(
        Paper("form", fields=NAMED | (form or {"prize": "市级"})), *papers, program=PROGRAMME
    )
    return one("MAT05", seen, document="evidence", minimum=minimum, kinds=kinds)


def test_material_is_known_by_its_title_its_text_or_its_file():
    for paper in (
        proof("质量管理体系认证证书"),
        proof("证书", "兹证明某公司建立的质量管理体系认证有效"),
        proof("扫描件", file="佐证/体系证书.pdf"),
        proof("扫描件", file="体系证书/1.pdf"),
    ):
        answer = material(paper, proof("荣誉证书", file="荣誉.pdf"))
        assert (answer.status, answer.key) == ("pass", "MAT05.enough"), paper


def test_what_was_found_where_is_told():
    answer = material(proof("质量管理体系认证证书", file="a.pdf"), proof("荣誉证书", file="b.pdf"))
    assert "体系认证（a.pdf）" in said(answer, "actual")
    assert "获奖证书（b.pdf）" in said(answer, "actual")


def test_a_missing_kind_is_for_a_person_never_a_failure():
    answer = material(proof("质量管理体系认证证书"))
    assert (answer.status, answer.key) == ("review", "MAT05.too_few")
    assert "没有找到：获奖证书" in said(answer)
    assert answer.search is not None


def test_an_honour_is_asked_for_only_where_the_form_claims_it():
    answer = material(proof("质量管理体系认证证书"), form={"prize": "无"})
    assert answer.status == "pass"
    assert "不要求的：获奖证书" in said(answer)


def test_an_honour_whose_field_was_not_read_is_not_asked_for():
    assert material(proof("质量管理体系认证证书"), form={"prize": "?"}).status == "pass"


def test_a_file_that_was_not_read_is_maybe_what_its_name_says():
    answer = material(unread("佐证/体系证书.jpg"), proof("荣誉证书"))
    assert (answer.status, answer.key) == ("review", "MAT05.maybe")


def test_what_is_missing_may_be_in_material_that_was_not_read():
    answer = material(unread("佐证/合订本.pdf"), proof("荣誉证书"))
    assert (answer.status, answer.key) == ("review", "MAT05.unread")
    assert "合订本.pdf" in said(answer, "actual")


def test_one_character_in_a_long_text_shows_nothing():
    answer = material(proof("质量管理体系认证证书", "公司奖惩分明"), kinds=(PRIZE, SYSTEM))
    assert answer.key == "MAT05.too_few"


def test_a_document_of_its_own_kind_will_do():
    answer = material(Paper("audit", title="审计报告"), minimum=1, kinds=(REPORT,))
    assert answer.status == "pass"


def test_nothing_claimed_nothing_asked():
    assert material(kinds=(PRIZE,), form={"prize": ""}).status == "not_applicable"


# ---- criteria

CRITERIA = (
    {"number": 1, "name": "财务", "fields": ("total_profit",), "documents": ("audit",)},
    {"number": 2, "name": "文化", "fields": ("vision",), "words": ("企业文化",)},
    {"number": 3, "name": "体系", "fields": ("systems",), "words": ("体系认证",)},
    {"number": 4, "name": "上市", "fields": ("listing",), "nothing": ("无上市计划",), "words": ("上市",)},
    {"number": 5, "name": "品牌", "words": ("驰名商标",)},
)  # fmt: skip
FORM = NAMED | {
    "total_profit.2020": "5",
    "vision": "诚信",
    "systems": "ISO9001",
    "listing": "无上市计划",
}
PROOFS = (
    Paper("audit", title="审计报告"),
    proof("企业文化手册", file="b.pdf"),
    proof("质量管理体系认证证书", file="c.pdf"),
)


def criteria(*papers, minimum=3, form=FORM):
    seen = view(Paper("form", fields=form), *papers, program=PROGRAMME)
    return one(
        "ELI03",
        seen,
        document="form",
        evidence="evidence",
        minimum=minimum,
        mandatory=(1,),
        criteria=CRITERIA,
    )


def test_enough_criteria_with_material_pass_and_show_which_supports_which():
    answer = criteria(*PROOFS)
    assert (answer.status, answer.key) == ("pass", "ELI03.enough")
    assert "2.文化：已填报，b.pdf" in said(answer, "actual")
    assert "4.上市：未填报，未找到佐证" in said(answer, "actual")


def test_an_answer_that_claims_nothing_is_no_criterion():
    answer = criteria(*PROOFS, minimum=4)
    assert (answer.status, answer.key) == ("review", "ELI03.perhaps") or answer.status == "fail"
    assert answer.values["count"] == "3"


def test_too_few_criteria_fail_with_proof():
    answer = criteria(*PROOFS, form=FORM | {"vision": "", "systems": "无"})
    assert (answer.status, answer.key) == ("fail", "ELI03.too_few")
    assert answer.search is not None


def test_the_mandatory_criterion_left_blank_fails():
    answer = criteria(*PROOFS, form=FORM | {"total_profit.2020": ""})
    assert (answer.status, answer.key) == ("fail", "ELI03.mandatory")


def test_criteria_whose_fields_were_not_read_are_for_a_person():
    answer = criteria(*PROOFS, form=FORM | {"vision": "?"})
    assert (answer.status, answer.key) == ("review", "ELI03.perhaps")


def test_a_criterion_without_fields_is_chosen_by_its_material():
    answer = criteria(*PROOFS, proof("驰名商标证书", file="d.pdf"), minimum=4)
    assert answer.status == "pass"


def test_criteria_without_material_are_for_a_person():
    answer = criteria(PROOFS[0])
    assert (answer.status, answer.key) == ("review", "ELI03.unsupported")
    assert "文化、体系" in said(answer)


def test_a_file_name_alone_supports_nothing_for_certain():
    answer = criteria(*PROOFS[:2], unread("体系认证.jpg"))
    assert answer.key == "ELI03.unsupported"
    assert "按文件名" in said(answer, "actual")


# ---- qualifications


def held(*papers, claim="是 如是，请填写：年份2020年，名称省专精特新", **more):
    seen = view(
        Paper("form", fields=NAMED | {"special": claim}), *papers, program=PROGRAMME, **more
    )
    return one(
        "ELI08",
        seen,
        document="evidence",
        qualification="专精特新",
        words=("专精特新",),
        field="special",
    )


@pytest.mark.parametrize(("words", "status", "key"), [
    ("有效期至2022年12月31日", "pass", "ELI08.valid"),
    ("有效期：2019年1月1日—2021年4月30日", "fail", "ELI08.expired"),
    ("有效期至2021年5月8日", "pass", "ELI08.valid"),
    ("发证日期：2020年3月1日，有效期三年", "pass", "ELI08.valid"),
    ("发证日期：2017年3月1日，有效期三年", "review", "ELI08.expired"),
    ("特发此证", "review", "ELI08.no_date"),
])  # fmt: skip
def test_a_certificate_tells_until_when_it_holds(words, status, key):
    answer = held(proof("专精特新中小企业证书", words))
    assert (answer.status, answer.key) == (status, key)


def test_an_expiry_is_never_held_against_todays_date():
    answer = held(proof("专精特新中小企业证书", "有效期至2021年4月30日"), as_of_given=False)
    assert answer.status == "review"


def test_of_several_certificates_the_longest_counts():
    old, new = (proof("专精特新", f"有效期至{y}年1月1日", file=f"{y}.pdf") for y in (2020, 2023))
    assert held(old, new).status == "pass"


def test_an_expired_certificate_beside_unread_ones_is_for_a_person():
    answer = held(proof("专精特新", "有效期至2020年1月1日"), unread("b.jpg"))
    assert answer.status == "review"


def test_the_validity_of_something_else_in_a_long_paper_does_not_count():
    report = proof(
        "公共信用信息报告", *["一般内容"] * 20, "专精特新", "排污许可有效期至2020年1月1日"
    )
    assert held(report).key == "ELI08.no_date"


def test_a_certificate_that_was_not_read_is_not_checked():
    answer = held(unread("专精特新.jpg"))
    assert (answer.status, answer.key) == ("not_checked", "ELI08.unread")
    assert "名称省专精特新" in said(answer)


def test_it_may_be_in_material_that_was_not_read():
    assert held(unread("合订本.pdf")).key == "ELI08.perhaps_unread"


def test_no_certificate_at_all_is_for_a_person():
    assert held().key == "ELI08.no_certificate"


def test_an_old_recognition_is_for_a_person():
    assert held(claim="年份2015年，名称市专精特新").key == "ELI08.old"


def test_what_the_form_denies_is_anothers_matter():
    assert held(claim="否").status == "not_checked"


@pytest.mark.parametrize(("text", "until"), [
    ("有效期至：2025年03月", date(2025, 3, 31)),
    ("有效期 2022-05-01 至 2025-04-30", date(2025, 4, 30)),
    ("Valid until 2026-01-31", date(2026, 1, 31)),
    ("有效期为3年。颁发日期 2021年2月28日", date(2024, 2, 28)),
    ("有效期内请妥善保管", None),
    ("没有写", None),
])  # fmt: skip
def test_validity_is_read_as_people_write_it(text, until):
    found = read_validity(text)
    assert (found.until if found else None) == until


def test_a_missing_form_leaves_nothing_to_check():
    found = ask(
        "ELI08",
        view(program=PROGRAMME),
        document="evidence",
        qualification="专精特新",
        words=("专精特新",),
        field="special",
    )
    assert [o.status for o in found] == ["not_checked"]
