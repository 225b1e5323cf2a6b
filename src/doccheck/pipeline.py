"""From a path to a report: open, read, understand, check, compose. Nothing else."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from doccheck.checks.engine import run_rules
from doccheck.checks.view import View
from doccheck.errors import DiskFullError, ProgramError, UnreadableFileError
from doccheck.extractors.apart import carried_apart, read_apart
from doccheck.extractors.isolated import warm_up
from doccheck.extractors.ocr.choice import OFF, OcrChoice
from doccheck.extractors.ocr.reading import ReadingsByFile
from doccheck.extractors.ocr.workers import recognise_pages
from doccheck.extractors.pictures import PagePictures
from doccheck.extractors.read import ReadingTrouble
from doccheck.intake import open_submission
from doccheck.model.corrections import Correction
from doccheck.model.document import Document, walk_paragraphs
from doccheck.model.dossier import Dossier
from doccheck.model.files import SourceFile
from doccheck.model.program import Program
from doccheck.model.report import PageImages, Report, Waiver
from doccheck.model.rereading import Rereader
from doccheck.programs.cuts import cuts, set_aside
from doccheck.programs.loader import list_programs, load_program
from doccheck.reports.compose import compose
from doccheck.reports.rounds import with_round
from doccheck.reports.waivers import with_waivers
from doccheck.understanding.assemble import assemble
from doccheck.understanding.gaps import gaps
from doccheck.understanding.recognise import recognise

LIKELY = 0.15
"""Least score of a recognised programme: one shared title (a licence's, say) is not enough."""

CLEAR_LEAD = 1.25
"""How many times the runner-up's score the winner's must be."""

Progress = Callable[[int, int, str], None]
"""Told before each file: which one, of how many, its path."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check: everything the command line or a server may choose.

    Attributes:
        program: id or path of the programme, None to recognise it from the documents.
        as_of: the day of receipt. as_of_given: False where it is only today's.
        role: `enterprise` or `reviewer`.
        recognised: enterprises recognised before, None where no list was given.
        in_stack: the submission is one of a stack (`doccheck screen`).
        lang: language of the report.
        jobs: processes that read files and recognise pages at once, beside this one.
        ocr: how pages without text are recognised.
        waivers: findings that the checker lets stand. corrections: how files are to be cut.
        previous: the first round's report.
    """

    as_of: date
    program: str | None = None
    as_of_given: bool = True
    role: Literal["enterprise", "reviewer"] = "enterprise"
    recognised: tuple[str, ...] | None = None
    in_stack: bool = False
    lang: str = "zh"
    jobs: int = 1
    ocr: OcrChoice = OFF
    waivers: tuple[Waiver, ...] = ()
    corrections: tuple[Correction, ...] = ()
    previous: Report | None = None


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


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, and whether there was anything to read (contract §1: else exit status 2).

    `read` and `pictures` are for reports that show or mark the pages; they can be used only as
    long as `checking` keeps the files open. `dossier`: what the report was made from.
    """

    report: Report
    anything_read: bool
    read: Read
    pictures: PageImages
    dossier: Dossier


def check_submission(path: Path, settings: Settings, progress: Progress | None = None) -> Checked:
    """Check one submission: a folder, an archive or one file."""
    with checking(path, settings, progress) as checked:
        return checked


@contextmanager
def checking(path: Path, settings: Settings, progress: Progress | None = None) -> Iterator[Checked]:
    """Check one submission and keep its files open while the reports are written."""
    wanted = load_program(settings.program) if settings.program else None
    with read_submission(path, settings.jobs, progress, settings.ocr) as opened:
        program = wanted or recognised_program(opened)
        member = path.name if settings.in_stack else ""
        files, told = cuts(opened.files, opened.documents, settings.corrections, member)
        read = replace(opened, files=files)
        dossier = assemble(files, read.documents, program, read.rereader, told)
        if wanting := gaps(dossier, program):
            read = _searched_again(read, wanting, settings)
            dossier = assemble(files, read.documents, program, read.rereader, told)
        report = _report(read, dossier, program, shown_path(path), settings)
        pictures = PagePictures(read.files, read.documents)
        yield Checked(report, read.anything, read, pictures, dossier)


def _report(
    read: Read, dossier: Dossier, program: Program, path: str, settings: Settings
) -> Report:
    view = View(
        dossier,
        program,
        settings.as_of,
        settings.as_of_given,
        settings.role,
        settings.recognised,
        settings.in_stack,
    )
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    report = compose(view, run_rules(view), path, read.files, settings.lang, now)
    return with_round(with_waivers(report, settings.waivers), settings.previous, settings.lang)


def _searched_again(read: Read, pages: tuple[tuple[str, int], ...], settings: Settings) -> Read:
    """Return what was read, with pages searched again for what was not found on them."""
    from doccheck.extractors.ocr.searched_again import searched_again

    ocr, jobs = settings.ocr, settings.jobs
    new, found = searched_again(read.files, read.readings, pages, ocr, jobs)
    answers: dict[str, Document | ReadingTrouble] = {d.file: d for d in new}
    sealed = _sealed([f for f in read.files if f.path in answers], answers, jobs, ocr)
    known = {d.file: d for d in new} | sealed
    documents = tuple(known.get(d.file, d) for d in read.documents)
    rereader = _rereader(read.files, found, ocr)
    return replace(read, documents=documents, rereader=rereader, readings=found)


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
    tasks = [(source, number, ocr) for source in wanted for number in _unread(answers[source.path])]
    found: ReadingsByFile = {}
    troubles: dict[str, ReadingTrouble] = {}
    results = zip(tasks, recognise_pages(tasks, jobs), strict=True)
    for done, ((source, number, _), reading) in enumerate(results, 1):
        if isinstance(reading, ReadingTrouble):
            troubles[source.path] = reading
        else:
            found.setdefault(source.path, {})[number] = reading
        if progress:
            progress(done, len(tasks), f"{source.path} 第 {number} 页（文字识别）")
    return found, troubles


def _unread(answer: Document | ReadingTrouble) -> tuple[int, ...]:
    """Return the pages to recognise; of a Word file, which has none, the pictures pasted in."""
    if not isinstance(answer, Document):
        return ()
    return answer.unread_pages or answer.unread_pictures


def _with_standing(file: SourceFile, answer: Document | ReadingTrouble | None) -> SourceFile:
    if isinstance(answer, ReadingTrouble):
        return replace(file, status="unreadable", reason=answer.reason)
    return file


def recognised_program(read: Read) -> Program:
    """Return the programme that the documents show.

    Raises ProgramError, with the candidates, where none or more than one comes into question.
    """
    programs = tuple(load_program(head.id) for head in list_programs())
    ranked = recognise(read.documents, programs)
    if ranked and ranked[0][1] >= LIKELY:
        rival = ranked[1][1] if len(ranked) > 1 else 0.0
        if ranked[0][1] >= CLEAR_LEAD * rival:
            return ranked[0][0]
    what = "申报材料像不止一个方案的" if ranked else "认不出申报材料属于哪个方案"
    candidates = [p for p, _ in ranked] or list(programs)
    listed = "；".join(f"{p.id}（{p.title}）" for p in candidates)
    raise ProgramError(what, "--program", f"请用 --program 指定：{listed}")


def extract_file(
    path: Path, program: str | None = None, ocr: OcrChoice = OFF
) -> tuple[Document, Dossier]:
    """Read one file and what can be understood of it, with a programme or without.

    What the file carries (attachments, embedded files) is left aside; an archive or a mail stands
    for the one document in it.

    Raises UnreadableFileError with the reason where it cannot be read.
    """
    wanted = load_program(program) if program else None
    with read_submission(path, ocr=ocr) as read:
        own = tuple(d for d in read.documents if "!/" not in d.file) or read.documents
        if len(own) != 1:
            raise _not_one_document(read, shown_path(path))
        return own[0], assemble(read.files, own, wanted, read.rereader)


def _not_one_document(read: Read, where: str) -> UnreadableFileError:
    if read.documents:
        next_step = "请解开后指定其中一个文件，或用 doccheck check 核对全部"
        return UnreadableFileError("里面不止一份文件", where, next_step)
    reason = next((f.reason for f in read.files if f.status == "unreadable" and f.reason), "")
    return UnreadableFileError(reason or "不是单个文件", where)


def shown_path(path: Path) -> str:
    """Return a path as text that can be written anywhere, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")
