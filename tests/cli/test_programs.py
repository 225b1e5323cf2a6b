"""`programs list`, `show`, `lint`."""

import json
import re
from pathlib import Path

import pytest

from doccheck.programs.loader import packaged_ids

from .conftest import Run


@pytest.mark.parametrize("program_id", packaged_ids())
def test_show_gives_the_page_in_three_forms(run: Run, program_id: str) -> None:
    text = run("programs", "show", program_id)
    assert text.status == 0
    assert "逐条对照" in text.out and "由人核对" in text.out
    assert run("programs", "show", program_id, "--format", "markdown").out.startswith("# ")
    told = json.loads(run("programs", "show", program_id, "--format", "json").out)
    assert told["id"] == program_id
    asked = sum(n for keeper, n in told["coverage"].items() if keeper != "not_asked")
    assert f"通知的要求 {asked} 项" in text.out


def test_show_counts_as_the_report_does(run: Run) -> None:
    from doccheck.programs.loader import load_program
    from doccheck.reports.summary import coverage

    told = json.loads(run("programs", "show", "hebei-quality-2021", "--format", "json").out)
    counted = coverage(load_program("hebei-quality-2021"))
    assert told["coverage"]["machine"] == counted.machine
    assert told["coverage"]["person"] == counted.person


def test_show_of_an_unknown_programme(run: Run) -> None:
    ran = run("programs", "show", "hunan-quality-2020")
    assert ran.status == 2
    assert "hunan-quality-2021" in ran.err


@pytest.mark.parametrize("program_id", packaged_ids())
def test_packaged_programmes_lint_without_errors(run: Run, program_id: str) -> None:
    ran = run("programs", "lint", program_id)
    assert ran.status == 0
    for line in ran.out.splitlines():
        assert re.match(rf"{program_id}\.yaml:\d+ 提醒：", line)


def test_a_notices_own_contradictions_are_warnings(run: Run) -> None:
    ran = run("programs", "lint", "dinghai-factory-2023")
    assert ran.status == 0
    assert "提醒：“洁美工厂”只看" in ran.out
    assert "错误：" not in ran.out


def test_errors_name_file_and_line_in_chinese_and_exit_1(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "mine.yaml"
    broken.write_text("id: mine\ntitle: 测试\nbogus: 1\n", encoding="utf-8")
    ran = run("programs", "lint", broken)
    assert ran.status == 1
    assert f"{broken}:3 错误：不认识的键“bogus”" in ran.out
    assert f"{broken}:1 错误：缺少“notice”" in ran.out


def test_a_file_that_is_not_there_exits_2(run: Run) -> None:
    assert run("programs", "lint", "nowhere.yaml").status == 2


def test_lint_speaks_english(run: Run) -> None:
    out = run("programs", "lint", "dinghai-factory-2023", "--lang", "en").out
    assert "warning" in out and "13 is missing" in out
