"""What a manifest says, held against the files that were handed in."""

from pathlib import Path

import pytest

from doccheck.errors import ProgramError
from doccheck.model.corrections import Correction
from doccheck.model.document import Document, Page
from doccheck.model.files import SourceFile
from doccheck.programs.cuts import cuts, set_aside

PAGES = tuple(Page(n, 595, 842) for n in range(1, 8))
SCAN = Document("材料/扫描件.pdf", "pdf", (), PAGES)
FORM = Document("申报表.docx", "docx", ())


def source(path: str, local: Path = Path("x")) -> SourceFile:
    return SourceFile(path, local, 1, "", "text", "text/plain")


FILES = (source("材料/扫描件.pdf"), source("申报表.docx"))


def told(file: str, pages: tuple[int, int] | None = None) -> Correction:
    return Correction(file, pages, "evidence", place="清单.yaml:3")


def test_a_file_may_be_told_by_its_bare_name() -> None:
    _, (found,) = cuts(FILES, (SCAN, FORM), (told("扫描件.pdf", (2, 3)),))
    assert found.file == "材料/扫描件.pdf"


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (told("材料/扫苗件.pdf", (1, 2)), "是不是“材料/扫描件.pdf”"),
        (told("扫描件.pdf", (6, 9)), "只有 7 页"),
        (told("申报表.docx", (1, 1)), "不分页"),
    ],
)
def test_what_does_not_fit_the_files_is_told_with_its_line(one: Correction, says: str) -> None:
    with pytest.raises(ProgramError) as caught:
        cuts(FILES, (SCAN, FORM), (one,))
    assert says in caught.value.what
    assert "清单.yaml:3" in caught.value.what


def test_in_a_stack_a_line_speaks_of_one_submission() -> None:
    mine, other = told("甲公司/扫描件.pdf", (1, 2)), told("乙公司/扫描件.pdf", (1, 2))
    _, found = cuts(FILES, (SCAN, FORM), (mine, other), "甲公司")
    assert [c.file for c in found] == ["材料/扫描件.pdf"]


def with_proposal(tmp_path: Path, text: str) -> tuple[SourceFile, ...]:
    path = tmp_path / "doccheck.yaml"
    path.write_text(text, encoding="utf-8")
    return set_aside((*FILES, source("材料/doccheck.yaml", path)))


def test_a_proposal_speaks_of_files_beside_it_and_the_report_says_so(tmp_path: Path) -> None:
    files = with_proposal(tmp_path, "documents:\n  - 扫描件.pdf#2-3: audit_report 2022\n")
    shown, (found,) = cuts(files, (SCAN, FORM), ())
    assert (found.file, found.proposed) == ("材料/扫描件.pdf", True)
    assert shown[-1].status == "skipped"
    assert "采用 1 处" in shown[-1].reason


def test_a_proposal_that_does_not_fit_stops_nothing(tmp_path: Path) -> None:
    files = with_proposal(tmp_path, "documents:\n  - 扫描件.pdf#2-30: evidence\n")
    shown, found = cuts(files, (SCAN, FORM), ())
    assert found == ()
    assert "只有 7 页" in shown[-1].reason


def test_where_the_checker_spoke_a_proposal_is_left_out(tmp_path: Path) -> None:
    files = with_proposal(tmp_path, "documents:\n  - 扫描件.pdf#3-4: audit_report\n")
    _, (found,) = cuts(files, (SCAN, FORM), (told("扫描件.pdf", (2, 3)),))
    assert not found.proposed
