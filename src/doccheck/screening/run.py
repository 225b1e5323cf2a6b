"""A whole stack: run its submissions, write what comes on arrival, then ask across them."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from doccheck import __version__
from doccheck.checks.stack_view import Digest, StackView, run_stack_rules
from doccheck.checks.view import View
from doccheck.errors import DoccheckError, ProgramError
from doccheck.model.dossier import Dossier
from doccheck.model.program import Program, RuleSpec
from doccheck.model.report import Report
from doccheck.model.result import Judged, Outcome
from doccheck.pipeline import Read, Settings, read_submission, recognised_program, shown_path
from doccheck.programs.loader import load_program
from doccheck.reports import stack as reports
from doccheck.reports.compose import compose
from doccheck.reports.json_report import to_json
from doccheck.reports.write import Means, write_report
from doccheck.screening.executor import Executor, InProcess, Limits, Processes
from doccheck.screening.executor import Outcome as Ended
from doccheck.screening.stack import Stack, Unit, fingerprint
from doccheck.screening.store import Record, Store, write_whole
from doccheck.screening.worker import Task, work
from doccheck.understanding.assemble import assemble

WINDOW_PER_JOB = 2
"""Tasks handed out for each process: one it works on, one that waits."""

Progress = Callable[[int, int, str, str], None]
"""Told after each submission: how many are done, of how many, its name, how it ended."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run a stack.

    Attributes:
        folder: where results go. pages: HTML too, not only JSON.
        jobs: processes. isolated: False works in this process instead, where no limit holds.
        timeout: seconds a submission may take. memory: bytes of data, 0 without limit.
        resume: a finished submission with the same content and settings is not checked again.
    """

    folder: Path
    pages: bool = True
    jobs: int = 1
    isolated: bool = True
    timeout: float = 900.0
    memory: int = 0
    resume: bool = True


@dataclass(slots=True)
class Screened:
    """What became of a stack; `failed` and `resumed` hold names of submissions."""

    report: reports.StackReport
    anything_read: bool
    failed: list[str] = field(default_factory=list)
    resumed: list[str] = field(default_factory=list)


class _Done(NamedTuple):
    unit: Unit
    record: Record | None
    trouble: str
    resumed: bool = False


def screen(
    stack: Stack, settings: Settings, plan: Plan, progress: Progress | None = None
) -> Screened:
    """Check every submission of a stack, then across them."""
    store = Store(plan.folder)
    _prepare(store)
    name = settings.program or _recognised(stack)
    settings = replace(settings, program=name, jobs=1, in_stack=True)
    program = load_program(name)
    done: dict[str, _Done] = {}
    for number, each in enumerate(_run(stack, settings, plan, program), 1):
        if each.record is None:
            _write_failure(each, store, settings, plan)
        done[each.unit.name] = each
        if progress:
            progress(number, len(stack.units), each.unit.name, each.trouble)
    ordered = [done[u.name] for u in stack.units]
    return Screened(
        _across(stack, ordered, settings, store),
        any(d.record.anything_read for d in ordered if d.record),
        [d.unit.name for d in ordered if d.record is None],
        [d.unit.name for d in ordered if d.resumed],
    )


def submissions(stack: Stack, folder: Path) -> Iterator[dict[str, object]]:
    """Yield the submissions' reports as plain data, in the stack's order."""
    store = Store(folder)
    return (store.report(u.slug) for u in stack.units)


def _prepare(store: Store) -> None:
    try:
        store.prepare()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        where = shown_path(store.folder)
        raise DoccheckError(f"结果写不进去：{reason}", where, "请换一个可写的文件夹") from error


def _recognised(stack: Stack) -> str:
    """Return the programme of the first submission that shows one; else raise why none does."""
    trouble: DoccheckError | None = None
    for unit in stack.units:
        try:
            with read_submission(unit.path) as read:
                return recognised_program(read).id
        except ProgramError as error:
            trouble = error
        except DoccheckError as error:
            trouble = trouble or error
    raise trouble or ProgramError("认不出方案", "--program", "请用 --program 指定")


# ---- running


def _run(stack: Stack, settings: Settings, plan: Plan, program: Program) -> Iterator[_Done]:
    """Yield the submissions as they end; those finished by an earlier run first."""
    salt, store = _salt(settings, program, plan), Store(plan.folder)
    tasks: list[Task] = []
    for unit in stack.units:
        mark = fingerprint(unit, salt)
        record = store.finished(unit.slug, mark) if plan.resume else None
        if record:
            yield _Done(unit, record, "", resumed=True)
        else:
            tasks.append(Task(unit, mark, settings, plan.folder, plan.pages))
    if not tasks:
        return
    window = WINDOW_PER_JOB * plan.jobs
    limits = Limits(window, plan.timeout, plan.memory)
    for ended in _executor(plan).run(tasks, limits):
        yield _ended(ended, store, plan)


def _executor(plan: Plan) -> Executor[Task, str]:
    return Processes(work, plan.jobs) if plan.isolated else InProcess(work)


def _ended(ended: Ended[Task, str], store: Store, plan: Plan) -> _Done:
    unit = ended.unit.unit
    record = store.record(unit.slug) if ended.end == "done" else None
    return _Done(unit, record, "" if record else _why(ended, plan))


def _why(ended: Ended[Task, str], plan: Plan) -> str:
    return {
        "timeout": f"超过 {plan.timeout:g} 秒没有核对完",
        "memory": "内存不够",
        "died": f"核对它的进程两次中途退出（{ended.reason}）",
        "error": f"核对时出错：{ended.reason}",
        "done": "核对完的结果没有写下来",
    }[ended.end]


def _salt(settings: Settings, program: Program, plan: Plan) -> str:
    """Return everything but the content that a submission's report depends on."""
    same = replace(settings, ocr=replace(settings.ocr, cache=None))
    parts = (__version__, program.model_dump_json(), repr(same), plan.pages)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _write_failure(done: _Done, store: Store, settings: Settings, plan: Plan) -> None:
    """Write the report of a submission that was not checked: it says so and why."""
    program = load_program(settings.program or "")
    rule = next((r for r in program.rules if r.rule == "MAT02"), None)
    rule = rule or RuleSpec(id="screen", rule="MAT02", clause="", says="")
    values = {"reason": done.trouble, "next": "请单独核对这份材料，或修好后再运行一次。"}
    judged = Judged(rule, Outcome("not_checked", "STK.failed", done.unit.name, values))
    report = _compose(Read((), ()), (judged,), done.unit.name, settings)
    write_whole(store.report_path(done.unit.slug), to_json(report).encode())
    if plan.pages:
        write_report(report, store.report_path(done.unit.slug, ".html"), Means(settings.lang))


# ---- across


def _across(
    stack: Stack, done: list[_Done], settings: Settings, store: Store
) -> reports.StackReport:
    with ExitStack() as opened:
        parts = [opened.enter_context(read_submission(f, ocr=settings.ocr)) for f in stack.files]
    read = Read(
        tuple(f for p in parts for f in p.files), tuple(d for p in parts for d in p.documents)
    )
    program = load_program(settings.program or "")
    digests = tuple(d.record.digest if d.record else Digest(d.unit.name, "") for d in done)
    view = StackView(digests, program, _view(read, settings))
    results = reports.in_words(run_stack_rules(view), settings.lang)
    rows = tuple(
        reports.row_of(d.unit.name, d.unit.slug, store.report(d.unit.slug), d.trouble) for d in done
    )
    head = _compose(read, (), shown_path(stack.path), settings)
    return reports.StackReport(head, rows, results, reports.summary_of(rows, results, program))


def _view(read: Read, settings: Settings) -> View:
    program = load_program(settings.program or "")
    dossier = assemble(read.files, read.documents, program) if read.files else Dossier((), (), ())
    return View(
        dossier,
        program,
        settings.as_of,
        settings.as_of_given,
        settings.role,
        settings.recognised,
    )


def _compose(read: Read, judged: tuple[Judged, ...], path: str, settings: Settings) -> Report:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return compose(_view(read, settings), judged, path, read.files, settings.lang, now)
