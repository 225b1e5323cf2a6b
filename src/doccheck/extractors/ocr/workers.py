"""Pages recognised by several processes: one that dies, hangs or swells costs its own page."""

from collections.abc import Iterator, Sequence

from pebble import ProcessExpired, ProcessPool

from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.read import ReadingTrouble, recognised_page
from doccheck.model.files import SourceFile

SPREAD_PAGES = 4
"""Pages from which it pays to start processes: each loads the models first (1–3 s)."""

GRACE = 30.0
"""Seconds beyond a page's own time after which its process is killed: it loads the models too."""

PAGES_A_PROCESS = 60
"""Pages after which a process is replaced: what an imaging library leaks goes with it."""

DIED = "识别程序在这一页上意外中止，未能读出；请单独重新扫描或拍摄这一页"
HUNG = "识别超时，未能读出；请提供更清晰或更小的扫描件"

Task = tuple[SourceFile, int, OcrChoice]
"""A file, the number of its page, how to recognise it."""


def recognise_pages(tasks: Sequence[Task], jobs: int) -> Iterator[PageReading | ReadingTrouble]:
    """Yield the pages' readings in order; `jobs` 1 reads them in this process.

    Raises:
        DoccheckError: the engine asked for is not installed.
    """
    if jobs == 1 or len(tasks) < SPREAD_PAGES:
        yield from (recognised_page(*task) for task in tasks)
        return
    seconds = max(choice.page_seconds for _, _, choice in tasks) + GRACE
    with ProcessPool(min(jobs, len(tasks)), max_tasks=PAGES_A_PROCESS) as pool:
        columns = zip(*tasks, strict=True)
        answers = pool.map(recognised_page, *columns, timeout=seconds, chunksize=1).result()
        for _ in tasks:
            yield _next(answers)


def _next(answers: Iterator[PageReading | ReadingTrouble]) -> PageReading | ReadingTrouble:
    """Return the next answer, in words where its process did not live to give one."""
    try:
        return next(answers)
    except TimeoutError:
        return PageReading(0.0, 0.0, failed=HUNG)
    except ProcessExpired:
        return PageReading(0.0, 0.0, failed=DIED)
