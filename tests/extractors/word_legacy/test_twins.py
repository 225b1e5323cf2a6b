"""A form saved as .doc says, counts and cuts the same as its .docx; LibreOffice makes the twin."""

import shutil
import subprocess
from pathlib import Path

import pytest

from doccheck.extractors.libreoffice import read_old_doc
from doccheck.extractors.word import read_word
from doccheck.extractors.word_legacy import read_doc
from doccheck.model.document import Document, walk_paragraphs, walk_tables
from doccheck.model.files import SourceFile
from doccheck.text.count import count

SUBMISSIONS = Path(__file__).parents[3] / "fixtures" / "submissions"
FORMS = (
    "hebei-clean-single/submission/骁屿电力设备-河北省工业企业质量标杆申请书.docx",
    "wujin-clean-official/submission/1.“中小企业精益化管理标杆”申报表.docx",
)
pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    folder = tmp_path_factory.mktemp("twins")
    for number, form in enumerate(FORMS):
        shutil.copy(SUBMISSIONS / form, folder / f"{number}.docx")
    originals = sorted(folder.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, originals)], check=True, capture_output=True, timeout=120)
    return [(path, path.with_suffix(".doc")) for path in originals]


def source(path: Path, file_format: str) -> SourceFile:
    return SourceFile(path.name, path, path.stat().st_size, "", file_format, "")  # type: ignore[arg-type]


def lines(document: Document) -> list[tuple[str, int | None, str]]:
    return [(p.shown, p.level, p.role) for p in walk_paragraphs(document.blocks)]


def test_text_levels_roles_cells_and_pictures_are_the_same(
    twins: list[tuple[Path, Path]],
) -> None:
    for new, old in twins:
        docx, doc = read_word(source(new, "docx")), read_doc(source(old, "doc"))
        assert lines(doc) == lines(docx)
        assert count(doc.text) == count(docx.text)
        cells = [[c.text for t in walk_tables(d.blocks) for c in t.cells] for d in (doc, docx)]
        assert cells[0] == cells[1]
        pictures = [[(p.appearance, p.floating, p.block) for p in d.pictures] for d in (doc, docx)]
        assert pictures[0] == pictures[1]


def test_libreoffice_reads_what_nothing_else_does(twins: list[tuple[Path, Path]]) -> None:
    new, old = twins[0]
    converted = read_old_doc(source(old, "old_doc"))
    assert converted.text.split() == read_word(source(new, "docx")).text.split()
    assert any("LibreOffice" in problem for problem in converted.problems)
