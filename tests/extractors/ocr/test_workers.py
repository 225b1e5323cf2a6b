"""Processes that recognise pages: what befalls one of them costs one page."""

import os
import signal
import time
from pathlib import Path

import pytest

from doccheck.errors import DoccheckError
from doccheck.extractors.ocr import workers
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.ocr.workers import DIED, HUNG, Task, recognise_pages
from doccheck.model.files import SourceFile

pytestmark = pytest.mark.usefixtures("reading_processes")

SCAN = SourceFile("扫描.pdf", Path("扫描.pdf"), 1, "", "pdf", "application/pdf")
KILLED, HANGING = 2, 4


def read_or_suffer(_source: SourceFile, number: int, _choice: OcrChoice) -> PageReading:
    if number == KILLED:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == HANGING:
        time.sleep(60)
    return PageReading(1.0, float(number))


def without_tesseract(_source: SourceFile, _number: int, _choice: OcrChoice) -> PageReading:
    raise DoccheckError("没有找到 tesseract 程序", "--ocr tesseract", "请安装")


def tasks(pages: int) -> list[Task]:
    return [(SCAN, n, OcrChoice("rapidocr", page_seconds=0.5)) for n in range(1, pages + 1)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_and_a_hanging_process_cost_their_own_page_alone(
    monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(workers, "recognised_page", read_or_suffer)
    monkeypatch.setattr(workers, "GRACE", 4.0)  # a process starts within, on a busy machine too
    answers = list(recognise_pages(tasks(7), jobs))
    failed = {n: a.failed for n, a in enumerate(answers, 1) if isinstance(a, PageReading)}
    assert failed == {1: "", KILLED: DIED, 3: "", HANGING: HUNG, 5: "", 6: "", 7: ""}
    assert [a.height for a in answers if isinstance(a, PageReading) and not a.failed] == [
        1.0, 3.0, 5.0, 6.0, 7.0,
    ]  # fmt: skip


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_missing_engine_stops_everything_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(workers, "recognised_page", without_tesseract)
    with pytest.raises(DoccheckError, match="请安装"):
        list(recognise_pages(tasks(5), jobs))
