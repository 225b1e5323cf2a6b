"""Lint: what a valid programme lacks, and where a notice contradicts itself."""

from types import MappingProxyType

import pytest

from doccheck.model.program import Program
from doccheck.programs.lint import lint, lint_file
from doccheck.programs.loader import load_program, packaged_ids
from doccheck.programs.source import Source

BASE = MappingProxyType(
    {
        "id": "mine",
        "title": "测试方案",
        "notice": {"issuer": "某局", "title": "某通知", "date": "2024-01-01"},
        "recognise": ["某标杆"],
        "documents": [{"key": "form", "kind": "application_form", "title": "申报表"}],
        "rules": [
            {
                "id": "r1",
                "rule": "MAT01",
                "clause": "一",
                "says": "x",
                "params": {"document": "form"},
            }
        ],
        "requirements": [{"clause": "一", "says": "申报表", "rules": ["r1"]}],
    }
)


def words(**changes):
    program = Program.model_validate({**BASE, **changes})
    return [f.zh for f in lint(program)]


def extra(**tables):
    return words(extra=tables)


def test_a_sound_programme_gives_nothing():
    assert words() == []


def test_a_stray_rule():
    assert words(requirements=[]) == ["规则“r1”没有对应任何要求"]


def test_a_limit_without_a_clause():
    rule = {"id": "r1", "rule": "LEN01", "clause": " ", "says": "x", "params": {}}
    assert words(rules=[rule]) == ["规则“r1”没有写明出自通知哪一条"]


def test_a_section_and_a_field_that_no_rule_looks_at():
    found = words(
        sections=[
            {"key": "s", "title": "概况", "documents": ["form"]},
            {"key": "t", "title": "可选", "documents": ["form"], "required": False},
        ],
        fields=[{"key": "f", "label": "邮箱", "documents": ["form"]}],
    )
    assert found == ["栏目“邮箱”没有任何规则核对", "章节“概况”没有任何规则核对"]


def test_a_requirement_that_nobody_checks():
    requirements = [*BASE["requirements"], {"clause": "二", "says": "甲", "nobody": "无从核对"}]
    assert words(requirements=requirements) == ["要求“甲”还没有人核对：无从核对"]


def test_deadlines_before_the_notice_or_in_the_wrong_order():
    deadlines = [
        {"id": "a", "who": "enterprise", "date": "2024-03-10", "clause": "二"},
        {"id": "b", "who": "recommender", "date": "2024-03-01", "clause": "二"},
        {"id": "c", "who": "recommender", "date": "2023-12-31", "clause": "二"},
    ]
    assert words(deadlines=deadlines) == [
        "企业的截止日 2024-03-10 晚于推荐单位的截止日 2023-12-31",
        "截止日 2023-12-31 早于通知日期 2024-01-01",
    ]


def test_parts_that_do_not_add_up_to_the_whole_text():
    def rule(rule_id, **params):
        return {"id": rule_id, "rule": "LEN03", "clause": "一", "says": "x", "params": params}

    found = words(
        sections=[{"key": k, "title": k, "documents": ["form"]} for k in ("s", "t")],
        rules=[
            rule("r1", whole=True, document="form", limit=3000),
            rule("r2", section="s", limit=500),
            rule("r3", section="t", limit=2000),
        ],
        requirements=[{"clause": "一", "says": "x", "rules": ["r1", "r2", "r3"]}],
    )
    assert found == ["全文 3000 字，各部分字数之和是 2500"]


def test_quotas_that_do_not_add_up():
    bodies = [{"name": "甲市", "limit": 2}, {"name": "甲市", "limit": 1}]
    assert extra(quotas={"total": 5, "bodies": bodies}) == [
        "“甲市”在名额表里出现 2 次",
        "各单位名额之和是 3，通知写的总数是 5",
    ]


def test_targets_that_do_not_add_up():
    category = {"name": "甲", "rows": [[1, 0], [2, 3]], "totals": [3, 4], "sum": 7}
    assert extra(
        targets={"years": [2023, 2024], "bodies": ["a", "b"], "categories": [category]}
    ) == [
        "“甲”2024年各单位之和是 3，通知写的是 4",
        "“甲”各年合计是 6，通知写的是 7",
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([{"from": 0, "below": 5}, {"from": 5, "to": 9}], []),
        ([{"from": 0, "to": 5}, {"above": 5}], []),
        ([{"from": 0, "to": 5}, {"from": 5, "to": 9}], ["档次：5 同时属于“a”与“b”"]),
        ([{"from": 0, "to": 5}, {"from": 4, "to": 9}], ["档次：“a”与“b”重叠"]),
        ([{"from": 0}, {"from": 4, "to": 9}], ["档次：“a”与“b”重叠"]),
        ([{"from": 0, "to": 4}, {"from": 5}], ["档次：“a”与“b”之间，4 与 5 之间的数没有归属"]),
        ([{"to": 4}, {"from": 4.5}], ["档次：“a”与“b”之间，4 与 4.5 之间的数没有归属"]),
        ([{"from": 0, "below": 5}, {"above": 5}], ["档次：5 不属于“a”与“b”中的任何一档"]),
    ],
)
def test_bands(rows, found):
    named = [{"name": name, **row} for name, row in zip("ab", rows, strict=True)]
    assert extra(bands=[{"name": "档次", "bands": named}]) == found


def test_a_score_card_that_contradicts_itself():
    card = {
        "groups": [
            {
                "name": "管理",
                "points": 30,
                "items": [
                    {"number": 1, "name": "规范", "points": 20},
                    {
                        "number": 3,
                        "name": "质量",
                        "points": 5,
                        "steps": [{"name": "x", "score": 8}],
                    },
                ],
            },
            {
                "name": "加分",
                "items": [{"number": 4, "name": "奖", "steps": [{"name": "y", "score": 3}]}],
            },
        ],
        "categories": [{"name": "甲", "from": 40, "groups": ["管理", "加分"]}],
    }
    assert extra(score_card=card) == [
        "“甲”只看管理、加分，最多 33 分，达不到要求的 40 分",
        "“管理”各项分值之和是 25，通知写的是 30",
        "“质量”一档 8 分，超过该项分值 5",
        "序号缺 2",
    ]


def test_a_formula_with_two_readings():
    rule = {
        "id": "r1", "rule": "FIN02", "clause": "一", "says": "x",
        "params": {"field": "turnover", "readings": [{"name": "甲"}, {"name": "乙"}]},
    }  # fmt: skip
    assert words(rules=[rule]) == ["“turnover”的公式有 2 种读法：甲；乙"]


def test_the_contradictions_of_the_dinghai_notice_are_found():
    found = " ".join(f.zh for f in lint_file("dinghai-factory-2023"))
    for part in (
        "最多 65 分，达不到要求的 70 分",
        "2024年各单位之和是 16，通知写的是 15",
        "2025年各单位之和是 16，通知写的是 15",
        "各年合计是 52，通知写的是 50",
        "3 同时属于",
        "5 同时属于",
        "79 与 80 之间",
        "89 与 90 之间",
        "序号缺 13",
    ):
        assert part in found


def test_the_formulas_of_the_lean_notice_have_two_readings():
    found = [f.zh for f in lint_file("changzhou-lean-2023")]
    assert sum("2 种读法" in words for words in found) == 2


def test_findings_carry_their_line(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("id: mine\nextra: {}\n", encoding="utf-8")
    [finding, *_] = lint_file(str(file))
    assert finding.severity == "error"
    assert finding.place == f"{file}:1"


def test_a_packaged_programme_is_linted_with_the_lines_of_its_own_file():
    for finding in lint(load_program("changzhou-quality-2023")):
        assert finding.place.startswith("changzhou-quality-2023.yaml:")
        assert finding.zh and finding.en


def test_a_source_can_be_given():
    program = Program.model_validate({**BASE, "requirements": []})
    [finding] = lint(program, Source("x.yaml", None, {("rules", 0): 7}))
    assert finding.place == "x.yaml:7"


@pytest.mark.parametrize("program_id", packaged_ids())
def test_packaged_programmes_have_no_lint_errors(program_id):
    assert [f for f in lint_file(program_id) if f.severity == "error"] == []


@pytest.mark.parametrize("program_id", packaged_ids())
def test_every_rule_with_parameters_of_its_own_has_its_cases(program_id):
    assert [f.zh for f in lint_file(program_id) if "缺少示例" in f.zh] == []


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ("{limit: many, field: f, document: form}", "“limit”应是整数"),
        ("{limit: 0, field: f, document: form}", "“limit”必须大于 0"),
        ("{limit: 5}", "section、field、whole 恰好写一个"),
        ("{limit: 5, field: f}", "写了 field 或 whole 就要写 document"),
        ("{limit: 5, field: f, document: form, limits: 3}", "不认识的键“limits”，是不是“limit”？"),
        ("{limit: 5, field: g, document: form}", "fields 里没有“g”"),
    ],
)
def test_faulty_parameters_are_told_in_chinese_with_their_line(tmp_path, params, says):
    file = tmp_path / "mine.yaml"
    file.write_text(
        f"""id: mine
title: 测试
notice: {{issuer: 某局, title: 某通知, date: 2024-01-01}}
recognise: [某标杆]
documents: [{{key: form, kind: application_form, title: 申报表}}]
fields: [{{key: f, label: 摘要, documents: [form]}}]
rules:
  - {{id: r1, rule: LEN01, clause: 一, says: 摘要不长, params: {params}}}
requirements: [{{clause: 一, says: 摘要, rules: [r1]}}]
""",
        encoding="utf-8",
    )
    found = lint_file(str(file))
    assert any(says in f.zh and f.place == f"{file}:8" for f in found), found
    assert all(f.severity == "error" for f in found)
