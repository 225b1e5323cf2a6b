"""`extract`, `programs`, `explain`."""

import json
import runpy
from pathlib import Path

import pytest

from doccheck.checks.registry import CATALOGUE, CHECKS
from doccheck.cli.app import COMMANDS
from doccheck.programs.loader import list_programs

from .conftest import Run

FIXTURE = (
    Path(__file__).resolve().parents[2]
    / "fixtures"
    / "submissions"
    / "hebei-clean-single"
    / "submission"
)


@pytest.fixture
def form() -> Path:
    return next(FIXTURE.glob("*.docx"))


def test_extract_json_has_the_contracts_keys(run: Run, form: Path) -> None:
    ran = run("extract", form, "--format", "json", "--program", "hebei-quality-2021")
    data = json.loads(ran.out)
    assert ran.status == 0
    for key in (
        "schema_version",
        "file",
        "pages",
        "lines",
        "tables",
        "sections",
        "fields",
        "documents",
        "facts",
    ):
        assert key in data
    assert {"title", "level", "words", "chars_no_spaces", "location"} <= set(data["sections"][0])
    assert any(f["name"] == "enterprise_name" for f in data["facts"])
    assert all(len(row) == t["cols"] for t in data["tables"] for row in t["grid"])


def test_extract_needs_no_programme(run: Run, form: Path) -> None:
    data = json.loads(run("extract", form, "--format", "json").out)
    assert data["lines"] and data["sections"]


@pytest.mark.parametrize("form_of_output", ["text", "markdown"])
def test_extract_as_text(run: Run, form: Path, form_of_output: str) -> None:
    ran = run("extract", form, "--format", form_of_output)
    assert ran.status == 0
    assert "企业概况" in ran.out


def test_programs_are_listed_and_shown(run: Run) -> None:
    assert "hunan-quality-2021" in run("programs").out
    assert run("programs", "list").out == run("programs").out
    shown = run("programs", "show", "hunan-quality-2021").out
    assert "期限：2021-05-10" in shown
    assert "由人核对" in shown


def test_programs_lint(run: Run, tmp_path: Path) -> None:
    assert run("programs", "lint", "hunan-quality-2021").status == 0
    broken = tmp_path / "mine.yaml"
    broken.write_text("id: mine\nbogus: 1\n", encoding="utf-8")
    ran = run("programs", "lint", broken)
    assert ran.status == 1
    assert "mine.yaml:" in ran.out


def test_explain_by_code_name_and_programme_id(run: Run) -> None:
    by_code = run("explain", "CON02").out
    assert by_code.startswith("CON02 法定代表人一致")
    assert run("explain", "legal-representative-consistency").out == by_code
    assert run("explain", "con02", "--lang", "en").out.startswith("CON02 legal-representative")


def test_explain_says_what_is_not_built(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import doccheck.checks  # noqa: F401  fills the registry

    monkeypatch.delitem(CHECKS, "LEN01")
    assert "尚未实现" in run("explain", "LEN01").out


def test_every_command_has_help(run: Run) -> None:
    for command in COMMANDS:
        assert run(command, "--help").status == 0


def test_explain_says_why_with_examples_and_parameters(run: Run) -> None:
    out = run("explain", "LEN01", "--program", "hebei-quality-2021").out
    for label in ("为何退回：", "这样可以：", "这样不行：", "怎样修改：", "参数："):
        assert label in out
    english = run("explain", "LEN01", "--program", "hebei-quality-2021", "--lang", "en").out
    assert "Why: " in english and "Parameters: " in english


def test_the_page_of_rules_has_every_rule_and_programme() -> None:
    root = Path(__file__).resolve().parents[2]
    page = runpy.run_path(str(root / "docs" / "make_rules.py"))["page"]()
    assert all(f"\n## {code} " in page for code in CATALOGUE)
    assert all(head.id in page for head in list_programs())
