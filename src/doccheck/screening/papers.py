"""What is read of a stack besides its submissions: its own papers, and which programme it is for.

Read in a process of its own, as submissions are: a paper that takes the reader down is unreadable,
and the stack goes on.
"""

from dataclasses import dataclass

from doccheck.errors import DoccheckError, ProgramError
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.intake.sniff import MEDIA_TYPES
from doccheck.model.files import SourceFile
from doccheck.pipeline import recognised_program
from doccheck.reading import Read, read_submission
from doccheck.screening.plan import Plan, beside
from doccheck.screening.stack import Stack, Unit, at_hand

_FAILED = "读取它的进程出错或超时；请单独核对这份文件"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in a stack's root, and how pages without text are recognised."""

    unit: Unit
    ocr: OcrChoice


def read_papers(stack: Stack, ocr: OcrChoice, plan: Plan) -> Read:
    """Read the papers in a stack's root; one that cannot be read says why."""
    if not stack.files:
        return Read((), ())
    run = beside(plan, read_paper).run((Paper(f, ocr) for f in stack.files), plan.limits)
    parts = sorted(
        ((o.unit.unit.slug, o.result or _unreadable(o.unit.unit)) for o in run),
        key=lambda part: part[0],
    )
    return Read(
        tuple(f for _, read in parts for f in read.files),
        tuple(d for _, read in parts for d in read.documents),
    )


def read_paper(paper: Paper) -> Read:
    """Read one paper."""
    with at_hand(paper.unit) as path, read_submission(path, ocr=paper.ocr) as read:
        return Read(read.files, read.documents)


def _unreadable(unit: Unit) -> Read:
    kind, name = MEDIA_TYPES["unknown"], unit.name
    return Read((SourceFile(name, unit.path, 0, "", "unknown", kind, "unreadable", _FAILED),), ())


def recognised_in(stack: Stack, plan: Plan) -> str:
    """Return the programme of the first submission that shows one.

    Raises ProgramError where none does, or what keeps the submissions from being read.
    """
    trouble: DoccheckError | None = None
    for outcome in beside(plan, shown_by).run(stack.units, plan.limits):
        if isinstance(outcome.result, str):
            return outcome.result
        if isinstance(outcome.result, ProgramError) or trouble is None:
            trouble = outcome.result or trouble
    raise trouble or ProgramError("认不出方案", "--program", "请用 --program 指定")


def shown_by(unit: Unit) -> str | DoccheckError:
    """Return the id of the programme that a submission shows, or why it shows none."""
    try:
        with at_hand(unit) as path, read_submission(path) as read:
            return recognised_program(read).id
    except DoccheckError as error:
        return error
