"""Loading programmes: every fault at once, each with its line; nothing harmful gets in."""

from pathlib import Path

import pytest

from doccheck.errors import ProgramError
from doccheck.programs import loader
from doccheck.programs.source import MAX_BYTES, MAX_NODES

GOOD = """\
id: mine
title: 测试方案
notice: {issuer: 某局, title: 某通知, date: 2024-01-01}
recognise: [某标杆]
documents:
  - {key: form, kind: application_form, title: 申报表}
fields:
  - {key: email, label: 邮箱, documents: [form], kind: email}
sections:
  - {key: overview, title: 企业概况, documents: [form]}
rules:
  - {id: 一-1, rule: MAT01, clause: 一, says: 提交申报表, params: {document: form}}
  - {id: 一-2, rule: LEN01, clause: 一, says: 概况不超过500字, params: {section: overview, limit: 500}}
requirements:
  - {clause: 一, says: 申报表, rules: [一-1, 一-2]}
"""


@pytest.fixture
def faults_of(tmp_path):
    def load(text: str) -> list[str]:
        file = tmp_path / "mine.yaml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ProgramError) as caught:
            loader.load_program(str(file))
        return [fault.removeprefix(str(file)) for fault in caught.value.faults]

    return load


def test_a_users_own_file_loads_by_path(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(GOOD, encoding="utf-8-sig")
    assert loader.load_program(str(file)).title == "测试方案"


def test_packaged_programmes_are_listed_with_their_notice():
    heads = {head.id: head for head in loader.list_programs()}
    assert list(heads) == sorted(heads)
    assert heads["hunan-quality-2021"].issuer == "湖南省工业和信息化厅"
    assert heads["changzhou-quality-2023"].number == "常工信创新〔2023〕236号"


def test_all_faults_come_at_once_with_lines(faults_of):
    text = (
        GOOD.replace("title: 测试方案", "title: 2024")
        .replace("kind: email", "kind: emial")
        .replace("documents: [form], kind", "documents: [fom], kind")
        .replace("rule: MAT01", "rule: MAT1")
        .replace("limit: 500", "limt: 500")
        .replace("rules: [一-1, 一-2]", "rules: [一-1, 一-3]")
        + "surplus: 1\n"
    )
    assert faults_of(text) == [
        ":2 “title”应是文字（数字请加引号）",
        ":8 documents 里没有“fom”，是不是“form”？",
        ":8 “kind”不能是“emial”，是不是“email”？",
        ":12 规则目录里没有“MAT1”，是不是“MAT01”？",
        ":13 规则“一-2”没有对应任何要求（requirements）",
        ":13 规则“一-2”（LEN01）的参数：不认识的键“limt”，是不是“limit”？",
        ":13 规则“一-2”（LEN01）的参数：缺少“limit”",
        ":15 没有规则“一-3”，是不是“一-1”？",
        ":16 不认识的键“surplus”",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("key: form, kind", "kind", ":6 缺少“key”"),
        ("kind: application_form", "kind: form", ":6 “kind”不能是“form”"),
        ("date: 2024-01-01", "date: 2024-02-30", ":3 “date”应是日期（2021-05-10）"),
        ("recognise: [某标杆]", "recognise: 某标杆", ":4 “recognise”应是列表"),
        ("limit: 500", "limit: 五百", "“limit”应是整数"),
        ("limit: 500", "limit: 0", "“limit”必须大于 0"),
        ("section: overview, ", "section: summary, ", ":13 sections 里没有“summary”"),
        ("document: form}", "document: cover}", ":12 documents 里没有“cover”"),
        ("id: 一-2", "id: 一-1", "“一-1”已经用过"),
        (
            "rule: MAT01, clause: 一, says: 提交申报表, params: {document: form}",
            "rule: ELI03, clause: 一, says: x, params: {criteria: [{fields: [email, phone]}]}",
            ":12 fields 里没有“phone”",
        ),
        ("rules: [一-1, 一-2]", "rules: [一-1, 一-2], person: 看", "恰好有"),
        ("rules: [一-1, 一-2]", "rules: []", "恰好有"),
        (
            "documents: [form]}\nrules",
            "documents: [form], parent: x}\nrules",
            ":10 sections 里没有“x”",
        ),
        ("title: 申报表}", "title: 申报表, inside: book}", ":6 documents 里没有“book”"),
    ],
)
def test_fault(faults_of, old, new, fault):
    assert old in GOOD
    assert any(fault in found for found in faults_of(GOOD.replace(old, new)))


def test_a_field_is_read_once_on_a_document(faults_of):
    text = GOOD.replace(
        "sections:", "  - {key: email, label: 电子邮箱, documents: [form]}\nsections:"
    )
    assert faults_of(text) == [":9 “email”在“form”上已经定义过"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: &x [1]\nb: *x\n", ":1 方案文件里不能使用锚点和引用（& 和 *）"),
        ("[" * 5000, ":1 嵌套超过 16 层"),
        ("a: [" + "1, " * (MAX_NODES + 1) + "]", f":1 内容超过 {MAX_NODES} 项"),
        ("a: 1\nb: 2\na: 3\n", ":3 “a”写了两次"),
        ("a: 1\n b: 2\n", ":2 YAML 格式有误"),
        ("a: !!python/object:os.system x\n", ":1 不支持的标记"),
        ("{[1]: 2}\n", ":1 键必须是文字"),
        ("- 1\n", ":1 “方案文件”应是键值表"),
        ("", ":1 “方案文件”应是键值表"),
        ("x" * (MAX_BYTES + 1), ":1 方案文件超过"),
    ],
)
def test_what_is_no_programme_is_refused(faults_of, text, what):
    [fault] = faults_of(text)
    assert fault.startswith(what)


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(ProgramError, match="UTF-8"):
        loader.load_program(str(file))


@pytest.mark.parametrize("name", ["hunan-quality-2012", "./absent.yaml", "/etc/passwd", ""])
def test_an_unknown_programme_lists_those_there_are(name):
    with pytest.raises(ProgramError) as caught:
        loader.load_program(name)
    assert "hunan-quality-2021" in caught.value.next_step
    assert caught.value.exit_code == 2


def test_a_near_miss_is_named():
    with pytest.raises(ProgramError, match="是不是“hunan-quality-2021”"):
        loader.load_program("hunan-quality-2020")


def test_only_yaml_files_are_opened(tmp_path):
    file: Path = tmp_path / "mine.txt"
    file.write_text(GOOD, encoding="utf-8")
    with pytest.raises(ProgramError, match="没有方案"):
        loader.load_program(str(file))
