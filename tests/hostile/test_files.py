"""Whatever file comes, the run goes on: the file is read in bounds, or says why it is not."""

import time
from pathlib import Path

import pytest

from doccheck.extractors import apart
from doccheck.extractors.bounds import MAX_CHARACTERS, MAX_PROBLEMS
from doccheck.model.document import walk_tables
from doccheck.reading import Read, read_submission

from .makers import HOSTILE

SECONDS = 4.0  # what a file may take here; the program allows two minutes
MEMORY = 256 << 20  # likewise; the program allows 1 GB

pytestmark = pytest.mark.usefixtures("reading_processes", "_tight")

REFUSED = {
    "单元格太多.docx": "单元格超过",
    "嵌套太深.docx": "损坏",
    "实体炸弹.docx": "实体声明",
    "外部实体.docx": "实体声明",
    "部件太大.docx": "解压后过大",
    "范围无边.xlsx": "范围过大",
    "页树成环.pdf": "损坏",
    "文本太长.txt": "文字超过",
}
"""What is refused, and the word that says why; all else is read, or ends within its limits."""


@pytest.fixture
def _tight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "READ_SECONDS", SECONDS)
    monkeypatch.setattr(apart, "READ_MEMORY", MEMORY)


def read(folder: Path, name: str) -> Read:
    HOSTILE[name](folder / name)
    with read_submission(folder / name) as found:
        return found


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_read_in_bounds_or_refused(tmp_path: Path, name: str) -> None:
    began = time.monotonic()
    found = read(tmp_path, name)
    assert time.monotonic() - began < SECONDS + 20
    [file] = found.files
    if file.status == "unreadable":
        assert REFUSED.get(name, "停止") in file.reason or "中止" in file.reason
        assert "请" in file.reason  # what to do next
        assert "Error" not in file.reason
    else:
        assert name not in REFUSED
        [document] = found.documents
        assert len(document.text) <= MAX_CHARACTERS
        assert len(document.problems) <= MAX_PROBLEMS + 1
        squares = sum(table.rows * table.cols for table in walk_tables(document.blocks))
        assert squares < 2_000_000


def test_the_others_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("质量标杆经验总结", "utf-8")
    (tmp_path / "乙.txt").write_text("企业概况", "utf-8")
    HOSTILE["表单层层.pdf"](tmp_path / "丙.pdf")
    with read_submission(tmp_path, jobs=2) as found:
        told = {file.path: file.status for file in found.files}
    assert told == {"甲.txt": "read", "乙.txt": "read", "丙.pdf": "unreadable"}
