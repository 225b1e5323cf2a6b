"""Statements read from real files: a sample of what `benchmarks/statements.py` measures."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "fixtures"))

from accounts.build import make  # noqa: E402
from accounts.forms import random_form  # noqa: E402

from doccheck.extractors.read import ReadingTrouble, read_file  # noqa: E402
from doccheck.model.dossier import LogicalDocument, StatementItem  # noqa: E402
from doccheck.model.files import SourceFile  # noqa: E402
from doccheck.model.places import CERTAIN  # noqa: E402
from doccheck.understanding.statement_items import UNLISTED  # noqa: E402
from doccheck.understanding.statements import read_statements  # noqa: E402

LAYOUTS = [
    {"rules": "none", "two_sided": True, "tight": True, "standard": "enterprise", "scope": "single"},
    {"rules": "none", "two_sided": True, "extra": "number", "standard": "small", "scope": "single"},
    {"rules": "columns", "two_sided": True, "extra": "both", "standard": "enterprise", "scope": "single"},
    {"rules": "columns", "standard": "group", "scope": "columns", "two_sided": False},
    {"rules": "none", "standard": "group", "scope": "columns", "two_sided": False},
    {"rules": "book", "standard": "group", "scope": "both", "narrow": True},
    {"rules": "frame", "standard": "old", "scope": "single", "rows": 18, "again": ""},
    {"rules": "grid", "standard": "group", "scope": "both", "two_sided": True, "rows": 25},
]  # fmt: skip
"""Ways to print a PDF that have each been read wrongly once."""


def read(folder: Path, content: bytes, suffix: str) -> list[StatementItem]:
    path = folder / f"a{suffix}"
    path.write_bytes(content)
    source = SourceFile(path.name, path, len(content), "", suffix[1:], "")  # type: ignore[arg-type]
    document = read_file(source)
    assert not isinstance(document, ReadingTrouble)
    logical = LogicalDocument("d1", path.name, "financial_statements", blocks=document.blocks)
    items = read_statements(logical)
    return [i for i in items if i.name != UNLISTED and "报表未单列" not in i.evidence.note]


def check(folder: Path, seed: int, **fixed: object) -> None:
    made = make(random_form(seed, **fixed))
    items = read(folder, made.content, made.suffix)
    sure = {(i.name, i.year, i.scope): i.value for i in items if i.evidence.confidence >= CERTAIN}
    wrong = {fact: value for fact, value in sure.items() if made.facts.get(fact) != value}
    assert not wrong
    assert len(sure) >= 0.8 * len(made.facts)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: "-".join(map(str, layout.values())))
def test_a_pdf_in_any_layout_is_read_exactly_or_left_out(
    tmp_path: Path, layout: dict[str, object]
) -> None:
    for seed in (11, 12):
        check(tmp_path, seed, medium="pdf", **layout)


@pytest.mark.parametrize("medium", ["docx", "xlsx"])
def test_word_and_excel_are_read_exactly(tmp_path: Path, medium: str) -> None:
    for seed in range(20, 25):
        made = make(random_form(seed, medium=medium))
        found = {
            (i.name, i.year, i.scope): i.value for i in read(tmp_path, made.content, made.suffix)
        }
        assert found == made.facts
