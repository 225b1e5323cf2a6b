"""`doccheck --help` starts fast: nothing heavy is imported."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "lxml", "pdfplumber", "pypdfium2", "opencc", "rapidfuzz", "jinja2", "rich", "pydantic",
    "yaml", "rjieba", "docx", "python_calamine", "xlsxwriter", "pikepdf", "docxtpl", "PIL",
    "sqlalchemy", "fsspec", "ray", "pebble",
)  # fmt: skip

SHOW_MODULES = """
import sys
from doccheck.cli.app import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("MODULES", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", SHOW_MODULES, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("MODULES")[2].split())


def test_help_imports_nothing_heavy() -> None:
    assert loaded("--help") & set(HEAVY) == set()


def test_help_of_a_command_imports_nothing_heavy() -> None:
    assert loaded("check", "--help") & set(HEAVY) == set()


def test_version_imports_nothing_heavy() -> None:
    assert loaded("--version") & set(HEAVY) == set()


def test_one_submission_needs_nothing_of_the_stacks(tmp_path: Path) -> None:
    (tmp_path / "申报表.txt").write_text("申报表", encoding="utf-8")
    modules = loaded("check", str(tmp_path), "--program", "hebei-quality-2021", "--quiet")
    assert "pydantic" in modules
    assert modules & {"sqlalchemy", "fsspec", "ray", "pebble"} == set()
