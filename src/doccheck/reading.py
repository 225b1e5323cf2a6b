"""What a submission's files say: opened, read, pages without text recognised. No judgement."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from doccheck.errors import DiskFullError
from doccheck.extractors.apart import carried_apart, read_apart
from doccheck.extractors.isolated import warm_up
from doccheck.extractors.ocr.choice import OFF, OcrChoice
from doccheck.extractors.ocr.reading import ReadingsByFile
from doccheck.extractors.ocr.workers import Task, recognise_pages
from doccheck.extractors.read import ReadingTrouble
from doccheck.intake import open_submission
from doccheck.model.document import Document, walk_paragraphs
from doccheck.model.files import SourceFile
from doccheck.model.rereading import Rereader
from doccheck.programs.cuts import set_aside
from doccheck.understanding.notes_pages import notes_go_on

Progress = Callable[[int, int, str], None]
"""Told before each file: which one, of how many, its path."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a submission: every file with its standing, and what the files say.

    `readings` are those of recognised pages; `rereader` reads passages of them again, None where
    there are none.
    """

    files: tuple[SourceFile, ...]
    documents: tuple[Document, ...]
    rereader: Rereader | None = field(default=None, compare=False, repr=False)
    readings: ReadingsByFile = field(default_factory=dict, compare=False, repr=False)

    @property
    def anything(self) -> bool:
        """Return whether a single word was read."""
        return any(p.text.strip() for d in self.documents for p in walk_paragraphs(d.blocks))


@contextmanager
def read_submission(
    path: Path, jobs: int = 1, progress: Progress | None = None, ocr: OcrChoice = OFF
) -> Iterator[Read]:
    """Open and read a submission; unpacked copies are gone when the block ends."""
    warm_up()
    with tempfile.TemporaryDirectory(prefix="doccheck-", ignore_cleanup_errors=True) as work:
        submission = open_submission(path, Path(work), carried_apart)
        _require_room(Path(work))
        yield read_files(set_aside(submission.files), jobs, progress, ocr)


LEAST_FREE = 1 << 20
"""Bytes; with less the disk was full, and what is missing of an archive is not its own fault."""


def _require_room(work: Path) -> None:
    """Raise DiskFullError where unpacking has filled the disk."""
    unpacked = any(file.is_file() for file in work.rglob("*"))
    if unpacked and shutil.disk_usage(work).free < LEAST_FREE:
        next_step = "请腾出空间，或用环境变量 TMPDIR 指定别的临时文件夹"
        raise DiskFullError("磁盘已满，压缩包展不开", shown_path(work.parent), next_step)


def read_files(
    files: tuple[SourceFile, ...],
    jobs: int = 1,
    progress: Progress | None = None,
    ocr: OcrChoice = OFF,
) -> Read:
    """Read every file that is to be read; one that cannot be read says why in its `reason`."""
    wanted = [f for f in files if f.status == "read"]
    answers: dict[str, Document | ReadingTrouble] = {}
    for number, (source, answer) in enumerate(zip(wanted, read_apart(wanted, jobs), strict=True)):
        answers[source.path] = answer
        if progress:
            progress(number + 1, len(wanted), source.path)
    found: ReadingsByFile = {}
    if ocr.engine:
        found, troubles = _recognised(wanted, answers, jobs, progress, ocr)
        again = [s for s in wanted if s.path in found]
        answers |= {s.path: a for s, a in zip(again, read_apart(again, jobs, found), strict=True)}
        answers |= troubles
        answers |= _sealed(wanted, answers, jobs, ocr)
    return Read(
        tuple(_with_standing(f, answers.get(f.path)) for f in files),
        tuple(a for a in answers.values() if isinstance(a, Document)),
        _rereader(files, found, ocr),
        found,
    )


def _rereader(
    files: tuple[SourceFile, ...], found: ReadingsByFile, ocr: OcrChoice
) -> Rereader | None:
    """Return who reads again what decides, None where nothing was recognised."""
    if not found:
        return None
    from doccheck.extractors.ocr.rereading import SecondReading

    return SecondReading(files, found, ocr.cache)


def _sealed(
    wanted: list[SourceFile],
    answers: dict[str, Document | ReadingTrouble],
    jobs: int,
    ocr: OcrChoice,
) -> dict[str, Document]:
    """Return the files that show seals as pictures, the words of these read."""
    documents = [a for a in answers.values() if isinstance(a, Document)]
    if not any(p.appearance == "seal" for d in documents for p in d.pictures):
        return {}
    from doccheck.extractors.ocr.pictured_seals import with_seals

    return with_seals(wanted, documents, ocr, jobs)


def _recognised(
    wanted: list[SourceFile],
    answers: dict[str, Document | ReadingTrouble],
    jobs: int,
    progress: Progress | None,
    ocr: OcrChoice,
) -> tuple[ReadingsByFile, dict[str, ReadingTrouble]]:
    """Return what was recognised of the pages without text, and the files that resist."""
    queues = {source: list(_unread(answers[source.path])) for source in wanted}
    total, done = sum(map(len, queues.values())), 0
    found: ReadingsByFile = {}
    troubles: dict[str, ReadingTrouble] = {}
    while tasks := _next_round(queues, found, ocr):
        results = zip(tasks, recognise_pages(tasks, jobs), strict=True)
        for (source, number, _), reading in results:
            done += 1
            if isinstance(reading, ReadingTrouble):
                troubles[source.path] = reading
            else:
                found.setdefault(source.path, {})[number] = reading
            if progress:
                progress(done, total, f"{source.path} 第 {number} 页（文字识别）")
    return found, troubles


ROUND = 8
"""Pages of a file that are read before it is asked whether the next ones are worth more than a
glance. Fixed, so that the same pages are read in full whatever the number of processes."""

SHORT = 24
"""Pages up to which a file is read in one round: there is little in it to pass over."""


def _next_round(
    queues: dict[SourceFile, list[int]], found: ReadingsByFile, ocr: OcrChoice
) -> list[Task]:
    """Take the next pages of every file; where a report's notes go on, they are glanced at."""
    tasks: list[Task] = []
    for source, pages in queues.items():
        known = found.get(source.path, {})
        count = len(pages) if len(pages) + len(known) <= SHORT else ROUND
        heads = ([line.text for line in known[number].lines] for number in sorted(known))
        choice = replace(ocr, glance=ocr.glance and notes_go_on(heads))
        tasks += [(source, number, choice) for number in pages[:count]]
        del pages[:count]
    return tasks


def _unread(answer: Document | ReadingTrouble) -> tuple[int, ...]:
    """Return the pages to recognise; of a Word file, which has none, the pictures pasted in."""
    if not isinstance(answer, Document):
        return ()
    return answer.unread_pages or answer.unread_pictures


def _with_standing(file: SourceFile, answer: Document | ReadingTrouble | None) -> SourceFile:
    if isinstance(answer, ReadingTrouble):
        return replace(file, status="unreadable", reason=answer.reason)
    return file


def read_further(
    read: Read, pages: tuple[tuple[str, int], ...], ocr: OcrChoice, jobs: int = 1
) -> Read:
    """Return what was read, with pages searched again for what was not found on them.

    With `ocr.again` they are searched by other ways, without it just read in full.
    """
    from doccheck.extractors.ocr import further

    new, found = further.read_further(read.files, read.readings, pages, ocr, jobs)
    answers: dict[str, Document | ReadingTrouble] = {d.file: d for d in new}
    sealed = _sealed([f for f in read.files if f.path in answers], answers, jobs, ocr)
    known = {d.file: d for d in new} | sealed
    documents = tuple(known.get(d.file, d) for d in read.documents)
    rereader = _rereader(read.files, found, ocr)
    return replace(read, documents=documents, rereader=rereader, readings=found)


def shown_path(path: Path) -> str:
    """Return a path as text that can be written anywhere, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")
