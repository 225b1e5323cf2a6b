"""From a path to a report: open, read, understand, check, compose. Nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from doccheck.checks.engine import run_rules
from doccheck.checks.time_limit import OutOfTimeError, at_most
from doccheck.checks.view import View
from doccheck.errors import DoccheckError, ProgramError, UnreadableFileError
from doccheck.extractors.ocr.choice import OFF, OcrChoice
from doccheck.extractors.pictures import PagePictures
from doccheck.model.corrections import Correction
from doccheck.model.document import Document
from doccheck.model.dossier import Dossier
from doccheck.model.program import Program
from doccheck.model.report import PageImages, Report, Waiver
from doccheck.model.result import Judged
from doccheck.programs.cuts import cuts
from doccheck.programs.loader import list_programs, load_program
from doccheck.reading import Progress, Read, read_further, read_submission, shown_path
from doccheck.reports.compose import compose
from doccheck.reports.rounds import with_round
from doccheck.reports.waivers import with_waivers
from doccheck.understanding.assemble import assemble
from doccheck.understanding.gaps import gaps
from doccheck.understanding.notes_pages import (
    PageOfFile,
    glanced_and_wanted,
    glanced_elsewhere,
)
from doccheck.understanding.recognise import recognise

LIKELY = 0.15
"""Least score of a recognised programme: one shared title (a licence's, say) is not enough."""

CLEAR_LEAD = 1.25
"""How many times the runner-up's score the winner's must be."""


UNDERSTANDING_SECONDS = 600.0
"""Processor time for what all files mean: 600 pages of a bound scan take some 20."""

FILE_SECONDS = 120.0
"""Processor time for what one file means, where all together took too long."""

TOO_LONG = "内容过于庞杂，理解超时，未核对；请精简或拆分后重新提交"


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
    glancing = replace(settings.ocr, glance=True)
    with read_submission(path, settings.jobs, progress, glancing) as opened:
        program = wanted or recognised_program(opened)
        member = path.name if settings.in_stack else ""
        files, told = cuts(opened.files, opened.documents, settings.corrections, member)
        case = _Case(replace(opened, files=files), program, tuple(told), settings)
        case.read_further(glanced_elsewhere(case.dossier))
        case.read_further(gaps(case.dossier, program), again=True)
        judged = run_rules(case.view())
        if case.read_further(glanced_and_wanted(case.dossier, judged)):
            judged = run_rules(case.view())
        report = _report(case.view(), judged, case.read, shown_path(path), settings)
        pictures = PagePictures(case.read.files, case.read.documents)
        yield Checked(report, case.read.anything, case.read, pictures, case.dossier)


class _Case:
    """A submission being checked: what was read of it so far, what that means, what is answered."""

    def __init__(
        self, read: Read, program: Program, told: tuple[Correction, ...], settings: Settings
    ) -> None:
        self.read, self._program, self._told, self._settings = read, program, told, settings
        self.dossier = self._understood()

    def read_further(self, pages: tuple[PageOfFile, ...], again: bool = False) -> bool:
        """Read pages in full, or again by other ways, and understand anew; tell whether any."""
        if pages:
            ocr = replace(self._settings.ocr, again=again)
            self.read = read_further(self.read, pages, ocr, self._settings.jobs)
            self.dossier = self._understood()
        return bool(pages)

    def view(self) -> View:
        """Return the case as the rules see it."""
        settings = self._settings
        return View(
            self.dossier,
            self._program,
            settings.as_of,
            settings.as_of_given,
            settings.role,
            settings.recognised,
            settings.in_stack,
        )

    def _understood(self) -> Dossier:
        """Return what the files mean; those that cannot be understood in time are left out.

        Raises DoccheckError where the files together take too long.
        """
        try:
            return self._assembled()
        except OutOfTimeError:
            self.read = _understandable(self.read, self._program)
        try:
            return self._assembled()
        except OutOfTimeError as late:
            next_step = "请拆分材料后分别核对；不大的材料也超时，请告知软件维护者"
            raise DoccheckError("材料的理解超时，没有核对", "", next_step) from late

    def _assembled(self) -> Dossier:
        read = self.read
        with at_most(UNDERSTANDING_SECONDS):
            return assemble(read.files, read.documents, self._program, read.rereader, self._told)


def _understandable(read: Read, program: Program) -> Read:
    """Return what was read without the files of which each alone takes too long."""
    late = {d.file for d in read.documents if not _is_in_time(read, d, program)}
    return replace(
        read,
        files=tuple(
            replace(f, status="unreadable", reason=TOO_LONG) if f.path in late else f
            for f in read.files
        ),
        documents=tuple(d for d in read.documents if d.file not in late),
    )


def _is_in_time(read: Read, document: Document, program: Program) -> bool:
    try:
        with at_most(FILE_SECONDS):
            assemble([f for f in read.files if f.path == document.file], [document], program)
    except OutOfTimeError:
        return False
    return True


def _report(
    view: View, judged: tuple[Judged, ...], read: Read, path: str, settings: Settings
) -> Report:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    report = compose(view, judged, path, read.files, settings.lang, now)
    return with_round(with_waivers(report, settings.waivers), settings.previous, settings.lang)


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
