"""Pages of a submission searched a second time, and the files they stand in read anew."""

from collections.abc import Sequence
from dataclasses import replace

from doccheck.extractors.apart import read_apart
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading, ReadingsByFile
from doccheck.extractors.ocr.workers import recognise_pages
from doccheck.model.document import Document
from doccheck.model.files import SourceFile


def searched_again(
    files: Sequence[SourceFile],
    readings: ReadingsByFile,
    pages: Sequence[tuple[str, int]],
    choice: OcrChoice,
    jobs: int,
) -> tuple[list[Document], ReadingsByFile]:
    """Return the documents that changed, and all readings with those of a second search.

    `pages` are (file, 1-based page); a page whose second search fails keeps its first reading.
    """
    sources = {f.path: f for f in files}
    again = replace(choice, again=True)
    tasks = [(sources[file], page, again) for file, page in pages]
    found = {file: dict(known) for file, known in readings.items()}
    changed: dict[str, SourceFile] = {}
    for (source, page, _), reading in zip(tasks, recognise_pages(tasks, jobs), strict=True):
        if isinstance(reading, PageReading) and reading.again:
            found[source.path][page] = reading
            changed[source.path] = source
    documents = read_apart(list(changed.values()), jobs, found)
    return [d for d in documents if isinstance(d, Document)], found
