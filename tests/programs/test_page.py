"""The page of a programme: every requirement, every parameter in words."""

import json

import pytest

from doccheck.model.program import Program
from doccheck.programs.loader import load_program, packaged_ids
from doccheck.programs.page import as_json, page_of
from doccheck.programs.page_layout import as_markdown, as_text
from doccheck.programs.parameters import KEYS, SENTENCES, in_words


def page(program_id):
    return page_of(load_program(program_id), {}, lambda r: "machine" if r.rules else "person")


@pytest.fixture(params=packaged_ids())
def program_id(request):
    return request.param


def test_every_requirement_stands_on_the_page(program_id):
    text = as_text(page(program_id))
    for requirement in load_program(program_id).requirements:
        assert requirement.says in text
        assert requirement.person in text


def test_every_rule_stands_on_the_page_with_its_parameters_in_words(program_id):
    program = load_program(program_id)
    text = as_text(page(program_id))
    for rule in program.rules:
        assert f"{rule.id}　{rule.says}" in text
        assert all(words in text for words in in_words(program, rule))


def test_no_parameter_is_shown_raw(program_id):
    program = load_program(program_id)
    for rule in program.rules:
        if rule.rule not in SENTENCES:
            assert set(rule.params) <= set(KEYS), rule.id
        for words in in_words(program, rule):
            assert not any(f"{key}：" in words for key in rule.params), rule.id


def test_keys_are_not_shown(program_id):
    """A lawyer reads titles and labels, not the names used inside the file."""
    text = as_text(page(program_id))
    program = load_program(program_id)
    for key in (*(d.key for d in program.documents), *(f.key for f in program.fields)):
        if "_" in key:
            assert key not in text


def test_the_forms_tell_the_same(program_id):
    shown = page(program_id)
    plain = [line.strip() for line in as_text(shown).splitlines()[2:] if line.strip()]
    marked = [line.strip().lstrip("#- ") for line in as_markdown(shown).splitlines()[4:]]
    assert [line for line in marked if line] == [line.lstrip("#- ") for line in plain]
    told = as_json(shown)
    assert len(told["requirements"]) == len(load_program(program_id).requirements)
    assert json.loads(json.dumps(told, ensure_ascii=False))["id"] == program_id


def test_dates_limits_quotas_and_contradictions_are_told():
    text = as_text(page("hunan-quality-2021"))
    assert "期限：2021-05-10（含当日，企业）" in text
    assert "7000字左右（相差10%以内符合，20%以内待核）" in text
    assert "长沙市 5" in text and "通知写的总数：30" in text
    assert "2018、2019、2020年“利润总额（万元）”都大于0" in text
    assert "通知没有落款日期" in as_text(page("hebei-quality-2021"))
    dinghai = as_text(page("dinghai-factory-2023"))
    assert "通知自身的出入（9）" in dinghai
    assert "最多 65 分，达不到要求的 70 分" in dinghai
    assert "90分（含）以上" in dinghai
    lean = as_text(page("changzhou-lean-2023"))
    assert "（通知的写法有几种读法，合其一即可）" in lean
    assert "至少选6项，必有第1项" in lean


def test_what_nobody_checks_and_what_is_no_requirement_are_told_apart():
    program = Program.model_validate(
        {
            "id": "mine", "title": "测试", "recognise": ["x"],
            "notice": {"issuer": "某局", "title": "某通知", "date": "2024-01-01"},
            "documents": [], "rules": [],
            "requirements": [
                {"clause": "一", "says": "甲", "nobody": "无从核对"},
                {"clause": "二", "says": "乙", "not_asked": "是优待"},
            ],
        }
    )  # fmt: skip
    shown = page_of(program, {}, lambda _: "not_implemented")
    assert shown.coverage == {"not_implemented": 1, "not_asked": 1}
    text = as_text(shown)
    assert "还没有人核对：无从核对" in text
    assert "不是要求：是优待" in text
    assert "机器核对 0，由人核对 0，还没有人核对 1" in text
