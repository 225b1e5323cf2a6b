"""Pages recognised by several processes: one that dies, hangs or swells costs its own page."""

from collections.abc import Iterator, Sequence

from doccheck.extractors.calls import Call, End
from doccheck.extractors.isolated import run_calls
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.read import ReadingTrouble, recognised_page
from doccheck.model.files import SourceFile

SPREAD_PAGES = 4
"""Pages from which it pays to start processes: each loads the models first (1–3 s)."""

GRACE = 30.0
"""Seconds beyond a page's own time after which its process is killed: it loads the models too."""

PAGE_MEMORY = 3 << 30
"""Bytes that one page may take: two engines with their models hold 1.2 GB."""

DIED = "识别程序在这一页上意外中止，未能读出；请单独重新扫描或拍摄这一页"
HUNG = "识别超时，未能读出；请提供更清晰或更小的扫描件"
SWOLLEN = "识别时占用内存过多，未能读出；请降低分辨率后重新扫描"
ENDS: dict[End, str] = {"died": DIED, "timeout": HUNG, "memory": SWOLLEN}

Task = tuple[SourceFile, int, OcrChoice]
"""A file, the number of its page, how to recognise it."""


def recognise_pages(tasks: Sequence[Task], jobs: int) -> Iterator[PageReading | ReadingTrouble]:
    """Yield the pages' readings in order, so many pages at once.

    Raises:
        DoccheckError: the engine asked for is not installed.
    """
    calls = [
        Call(recognised_page, task, task[2].page_seconds + GRACE, PAGE_MEMORY) for task in tasks
    ]
    for answer in run_calls(calls, jobs if len(tasks) >= SPREAD_PAGES else 1):
        if answer.error is not None:
            raise answer.error
        ended = ENDS.get(answer.end)
        yield PageReading(0.0, 0.0, failed=ended) if ended else answer.value
