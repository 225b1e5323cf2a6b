"""What befalls a process that recognises a page costs that page, which says so; the rest go on."""

from pathlib import Path

import pytest
import suffering_pages
from suffering_pages import HANGING, KILLED, SWELLING

from doccheck.errors import DoccheckError
from doccheck.extractors.ocr import workers
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.ocr.workers import DIED, HUNG, SWOLLEN, Task, recognise_pages
from doccheck.model.files import SourceFile

pytestmark = pytest.mark.usefixtures("reading_processes")

SCAN = SourceFile("扫描.pdf", Path("扫描.pdf"), 1, "", "pdf", "application/pdf")


def tasks(pages: int) -> list[Task]:
    return [(SCAN, n, OcrChoice("rapidocr", page_seconds=0.5)) for n in range(1, pages + 1)]


def test_a_killed_a_hanging_and_a_swelling_page_cost_themselves_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "recognised_page", suffering_pages.read_or_suffer)
    monkeypatch.setattr(workers, "GRACE", 4.0)  # a loaded machine starts processes slowly
    answers = list(recognise_pages(tasks(8), 2))
    failed = {n: a.failed for n, a in enumerate(answers, 1) if isinstance(a, PageReading)}
    assert failed == {
        1: "", KILLED: DIED, 3: "", HANGING: HUNG, 5: "", SWELLING: SWOLLEN, 7: "", 8: "",
    }  # fmt: skip
    heights = [a.height for a in answers if isinstance(a, PageReading) and not a.failed]
    assert heights == [1.0, 3.0, 5.0, 7.0, 8.0]


def test_a_missing_engine_stops_everything_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "recognised_page", suffering_pages.without_tesseract)
    with pytest.raises(DoccheckError, match="tesseract"):
        list(recognise_pages(tasks(5), 2))
