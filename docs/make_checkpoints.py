"""Writes docs/checkpoints.md: for every programme, what only a person can check."""

from collections.abc import Iterator
from pathlib import Path

import doccheck.checks  # noqa: F401  fills the registry
from doccheck.checks.registry import CHECKS
from doccheck.model.program import Program
from doccheck.programs.loader import list_programs, load_program
from doccheck.reports.markdown import escape

TARGET = Path(__file__).with_name("checkpoints.md")
HEAD = """# 须由人核对的事项 · What only a person can check

`make docs` 由各方案生成此页，请勿手改。
"""


def page() -> str:
    """Return the page: counts and the list of every programme."""
    return "\n".join([HEAD, *(line for head in list_programs() for line in _of(head.id))]) + "\n"


def _of(program_id: str) -> Iterator[str]:
    program = load_program(program_id)
    machine, person, nobody = _counts(program)
    yield f"## {escape(program.title)}\n"
    yield f"{program.id}：机器检查 {machine} 项，由人核对 {person} 项，尚无检查 {nobody} 项。\n"
    for asked in program.requirements:
        if asked.person:
            yield f"- {escape(asked.clause)}　{escape(asked.says)}：{escape(asked.person)}"
    yield ""


def _counts(program: Program) -> tuple[int, int, int]:
    built = {r.id for r in program.rules if r.rule in CHECKS}
    asked = [r for r in program.requirements if not r.not_asked]
    person = sum(bool(r.person) for r in asked)
    machine = sum(bool(built & set(r.rules)) for r in asked if not r.person)
    return machine, person, len(asked) - machine - person


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
