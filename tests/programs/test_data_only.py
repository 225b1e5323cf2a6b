"""A notice is data: no Python names a programme, and none knows a notice's limits."""

import ast
from pathlib import Path

import pytest

import doccheck
from doccheck.programs.loader import load_program, packaged_ids

SOURCE = Path(doccheck.__file__).parent
PYTHON = sorted(SOURCE.rglob("*.py"))
EXAMPLES = {"reports/wording/explained_papers.py"}
"""Words shown to people by `doccheck explain`; a notice may serve as an example there."""
JUDGING = sorted((SOURCE / "checks").glob("*.py"))
ROUND = {10, 100, 1000, 10000}
"""Limits that are plain powers of ten stand in code for other reasons."""


def names(program_id):
    """Return what would betray that code was written for one notice."""
    program = load_program(program_id)
    notice = program.notice
    yield from (program.id, program.title, notice.title, notice.issuer)
    yield from (notice.number, *program.recognise)


@pytest.mark.parametrize("program_id", packaged_ids())
def test_no_python_names_a_programme(program_id):
    told = [name for name in names(program_id) if name]
    for file in PYTHON:
        if file.relative_to(SOURCE).as_posix() not in EXAMPLES:
            text = file.read_text(encoding="utf-8")
            assert [n for n in told if n in text] == [], file


def test_no_check_knows_a_limit():
    limits = {
        int(rule.params["limit"])
        for program_id in packaged_ids()
        for rule in load_program(program_id).rules
        if "limit" in rule.params
    } - ROUND
    assert len(limits) >= 4
    for file in JUDGING:
        if file.name in ("lengths.py", "naming.py", "sections.py", "coverage.py", "thresholds.py"):
            assert not limits & _numbers(file), file


def _numbers(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) is int}


def test_no_programme_holds_code():
    """Neither expressions nor patterns: what a programme says can be read by anyone."""
    for program_id in packaged_ids():
        text = (SOURCE / "programs" / f"{program_id}.yaml").read_text(encoding="utf-8")
        assert [mark for mark in ("!!", "lambda", "(?:", "\\d", "{{") if mark in text] == []
