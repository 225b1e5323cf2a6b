"""Pages read further than at first, and the files they stand in put together anew."""

from collections.abc import Sequence
from typing import TypeGuard

from doccheck.extractors.apart import read_apart
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading, ReadingsByFile
from doccheck.extractors.ocr.workers import recognise_pages
from doccheck.extractors.read import ReadingTrouble
from doccheck.model.document import Document
from doccheck.model.files import SourceFile


def read_further(
    files: Sequence[SourceFile],
    readings: ReadingsByFile,
    pages: Sequence[tuple[str, int]],
    choice: OcrChoice,
    jobs: int,
) -> tuple[list[Document], ReadingsByFile]:
    """Return the documents that changed, and all readings with the new ones.

    `pages` are (file, 1-based page), `choice` says how they are searched; a page whose second
    search fails keeps its first reading.
    """
    sources = {f.path: f for f in files}
    tasks = [(sources[file], page, choice) for file, page in pages]
    found = {file: dict(known) for file, known in readings.items()}
    changed: dict[str, SourceFile] = {}
    for (source, page, _), reading in zip(tasks, recognise_pages(tasks, jobs), strict=True):
        if _is_further(reading, choice):
            found[source.path][page] = reading
            changed[source.path] = source
    documents = read_apart(list(changed.values()), jobs, found)
    return [d for d in documents if isinstance(d, Document)], found


def _is_further(reading: PageReading | ReadingTrouble, choice: OcrChoice) -> TypeGuard[PageReading]:
    if not isinstance(reading, PageReading) or reading.failed:
        return False
    return reading.again == choice.again
