"""FLD: the fields of a form."""

import pytest

from doccheck.checks.choices import picked
from doccheck.model.program import RuleSpec

from .dossiers import PROGRAM, USCC, Paper, ask, one, said, view

FILLED = {
    "enterprise_name": "湖南沛锐智能装备有限公司",
    "uscc": USCC,
    "benchmark_name": "经验",
    "legal_representative": "张明",
    "contact_phone": "13812345678",
    "email": "a@b.cn",
}


# ---- FLD01
def test_a_full_form_is_one_pass() -> None:
    answer = one("FLD01", view(Paper("form", fields=FILLED)), document="form")
    assert (answer.status, answer.values["count"]) == ("pass", "6")
    assert len(answer.evidence) == 6


def test_all_blank_cells_are_one_finding_with_every_place() -> None:
    form = Paper("form", fields={**FILLED, "email": "", "uscc": ""})
    answer = one("FLD01", view(form), document="form")
    assert (answer.status, answer.subject) == ("fail", "统一社会信用代码、电子邮箱")
    assert len(answer.evidence) == 2
    assert said(answer) == "申请推荐表有2栏没有填写：统一社会信用代码、电子邮箱。"


def test_a_cell_that_was_not_read_surely_is_no_blank() -> None:
    form = Paper("form", fields={**FILLED, "email": ""}, confidence=0.8)
    assert one("FLD01", view(form), document="form").status == "review"


def test_a_scanned_cell_is_filled_whatever_its_characters_are() -> None:
    form = Paper("form", fields=FILLED, confidence=0.8, source="ocr")
    assert one("FLD01", view(form), document="form").status == "pass"


def test_a_field_whose_label_is_not_there_is_for_a_person_with_near_misses() -> None:
    fields = {k: v for k, v in FILLED.items() if k != "email"}
    form = Paper("form", fields=fields, lines=("电子邮箱地址：",))
    answer = one("FLD01", view(form), document="form")
    assert (answer.status, answer.key, answer.subject) == ("review", "FLD01.unclear", "电子邮箱")
    assert answer.search is not None
    assert [n.text for n in answer.search.nearest] == ["电子邮箱地址"]


def test_blank_and_unclear_fields_are_two_answers() -> None:
    form = Paper("form", fields={**FILLED, "email": "", "uscc": "?"})
    found = ask("FLD01", view(form), document="form")
    assert [(a.status, a.subject) for a in found] == [
        ("fail", "电子邮箱"), ("review", "统一社会信用代码"),
    ]  # fmt: skip


def test_years_are_fields_of_their_own() -> None:
    form = Paper("form", fields={**FILLED, "total_profit.2019": "1", "total_profit.2020": ""})
    answer = one("FLD01", view(form), document="form", fields=("total_profit",))
    assert answer.subject == "2020年利润总额（万元）"


def test_a_cell_filled_on_one_copy_is_filled() -> None:
    seen = view(Paper("form", "a.docx", {**FILLED, "email": ""}), Paper("form", "b.docx", FILLED))
    assert one("FLD01", seen, document="form").status == "pass"


def test_a_cell_may_be_filled_on_the_copy_that_was_not_read() -> None:
    seen = view(
        Paper("form", "a.docx", {**FILLED, "email": ""}),
        Paper("form", "盖章.pdf", readable=False),
    )
    assert one("FLD01", seen, document="form").status == "review"


def test_a_name_may_be_given_by_the_seal() -> None:
    def letter(label: str) -> Paper:
        fields = {"enterprise_name": "", "postal_address": "长沙"}
        return Paper("letter", fields=fields, labels={"enterprise_name": label})

    def status(label: str) -> str:
        asked = ("enterprise_name",)
        return one("FLD01", view(letter(label)), document="letter", fields=asked).status

    assert status("企业名称（盖章）") == "review"
    assert status("企业名称") == "fail"


def test_what_the_recommender_fills_in_is_not_asked() -> None:
    form = Paper("form", fields={**FILLED, "opinion": ""})
    assert one("FLD01", view(form), document="form").status == "pass"


def test_a_date_is_left_to_the_rule_on_dates() -> None:
    letter = Paper("letter", fields={"enterprise_name": "某公司", "date": ""})
    assert one("FLD01", view(letter), document="letter").subject == "日期"
    rule = RuleSpec(id="1", rule="SIG03", clause="一", says="", params={"documents": ["letter"]})
    program = PROGRAM.model_copy(update={"rules": (rule,)})
    assert one("FLD01", view(letter, program=program), document="letter").status == "pass"


# ---- FLD02
@pytest.mark.parametrize(
    "text", ["（二）", "方向二", "2", "（二）基础材料领域的经验", "基础材料领域的经验"]
)
def test_one_choice_by_number_or_words(text: str) -> None:
    answer = one(
        "FLD02", view(Paper("form", fields={"direction": text})), document="form", field="direction"
    )
    assert (answer.status, answer.values["choice"]) == ("pass", "（二）基础材料领域的经验")


def choice(text: str) -> str:
    seen = view(Paper("form", fields={"email": "a@b.cn", "direction": text}))
    return one("FLD02", seen, document="form", field="direction").status


def test_two_choices_fail() -> None:
    assert choice("（一）、（三）") == "fail"


@pytest.mark.parametrize("text", ["质量提升", "（四）", "（一）基础材料领域的经验"])
def test_words_that_fit_no_choice_are_for_a_person(text: str) -> None:
    assert choice(text) == "review"


@pytest.mark.parametrize("text", ["", "?"])
def test_a_choice_that_is_not_made_is_another_rules_matter(text: str) -> None:
    assert choice(text) == "not_checked"


def test_a_mark_that_cannot_be_told_is_not_called_left_out() -> None:
    seen = view(Paper("form", fields={"email": "a@b.cn", "direction": "?"}))
    answer = one("FLD02", seen, document="form", field="direction")
    assert (answer.status, answer.key) == ("not_checked", "common.unclear_choice")
    assert answer.values["actual"] == "?"
    assert [e.quote for e in answer.evidence] == ["?"]


def test_a_choice_without_its_label_is_not_checked() -> None:
    seen = view(Paper("form", fields={"email": "a@b.cn"}))
    answer = one("FLD02", seen, document="form", field="direction")
    assert (answer.status, answer.key) == ("not_checked", "common.no_label")


LEVELS = ("数字化工厂", "工厂", "车间")


@pytest.mark.parametrize(("marked", "wanted"), [
    (("工厂",), (1,)),
    (("数字化工厂",), (0,)),
    (("车间", "工厂"), (1, 2)),
    (("第一种",), (0,)),
    (("实验室",), None),
])  # fmt: skip
def test_choices_are_told_apart(marked: tuple[str, ...], wanted: tuple[int, ...] | None) -> None:
    assert picked(marked, LEVELS) == wanted


def test_an_unclear_field_cites_the_form_where_it_has_no_place() -> None:
    fields = {k: v for k, v in FILLED.items() if k != "email"}
    answer = one("FLD01", view(Paper("form", "表.docx", fields)), document="form")
    assert [e.place.file for e in answer.evidence] == ["表.docx"]
    answer = one("FLD01", view(Paper("form", fields={**FILLED, "email": "?"})), document="form")
    assert [e.quote for e in answer.evidence] == ["?"]


@pytest.mark.parametrize(("answer", "choices", "wanted"), [
    ("质量提升方法", ("质量提升方式", "质量提升方案"), None),
    ("（三）车间", LEVELS, (2,)),
    ("（三）工厂", LEVELS, None),
    ("4", LEVELS, None),
])  # fmt: skip
def test_an_answer_between_two_choices_is_no_choice(
    answer: str, choices: tuple[str, ...], wanted: tuple[int, ...] | None
) -> None:
    assert (picked((answer,), choices) or None) == wanted
