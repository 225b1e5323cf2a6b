"""A whole stack: run its submissions, write what comes on arrival, then ask across them."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from doccheck import __version__
from doccheck.errors import DiskFullError, DoccheckError
from doccheck.model.program import Program
from doccheck.pipeline import Settings
from doccheck.programs.loader import load_program
from doccheck.reading import shown_path
from doccheck.reports.stack import Row, StackReport
from doccheck.screening.across import across
from doccheck.screening.executor import DISK_FULL, Outcome
from doccheck.screening.one_run import one_run_in
from doccheck.screening.papers import read_papers, recognised_in
from doccheck.screening.papers_out import taken_sample, write_papers
from doccheck.screening.plan import Plan, Progress, Step, executor
from doccheck.screening.stack import Stack, Unit, fingerprint
from doccheck.screening.store import REPORTS, Found, Marks, Store, open_store
from doccheck.screening.trouble import failure, why
from doccheck.screening.worker import Task, work


@dataclass(slots=True)
class Screened:
    """What became of a stack; `failed` and `resumed` hold names of submissions."""

    report: StackReport
    anything_read: bool
    failed: list[str] = field(default_factory=list)
    resumed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Done:
    """A submission that has ended: its line on the index, why it was not checked (else empty)."""

    row: Row
    trouble: str
    anything_read: bool
    pages: int
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """A run: what is checked, how, against what, where it is kept and under which number."""

    stack: Stack
    settings: Settings
    plan: Plan
    program: Program
    store: Store
    method: str
    number: int


def screen(
    stack: Stack, settings: Settings, plan: Plan, progress: Progress | None = None
) -> Screened:
    """Check every submission of a stack, then across them.

    Raises DoccheckError where results cannot be kept or another run writes; what is kept is
    not done again.
    """
    store = _opened(plan)
    with one_run_in(plan.folder), closing(store.database):
        run = _begun(stack, settings, plan, store)
        done: dict[str, _Done] = {}
        for number, each in enumerate(_ended(run), 1):
            done[each.row.slug] = each
            if progress:
                name, total = each.row.name, len(stack.units)
                progress(Step(number, total, name, each.trouble, each.pages, each.resumed))
        return _finished(run, [done[u.slug] for u in stack.units])


def report_texts(stack: Stack, folder: Path) -> Iterator[str]:
    """Yield the submissions' reports as JSON texts, in the stack's order."""
    return ((folder / REPORTS / f"{u.slug}.json").read_text(encoding="utf-8") for u in stack.units)


def _opened(plan: Plan) -> Store:
    try:
        return open_store(plan.folder, plan.store)
    except OSError as error:
        where = shown_path(plan.folder)
        if error.errno in DISK_FULL:
            raise _no_room(where) from error
        reason = error.strerror or type(error).__name__
        raise DoccheckError(f"结果写不进去：{reason}", where, "请换一个可写的文件夹") from error


def _no_room(where: str) -> DiskFullError:
    next_step = "请腾出空间后再运行一次：已核对完的不再重做"
    return DiskFullError("磁盘已满，结果写不进去", where, next_step)


def _begun(stack: Stack, settings: Settings, plan: Plan, store: Store) -> _Run:
    name = settings.program or recognised_in(stack, plan)
    settings = replace(settings, program=name, jobs=1, in_stack=True)
    program = load_program(name)
    method = _method(settings, program, plan)
    about = {
        "place": store.place,
        "stack": stack.path,
        "program": program.id,
        "as_of": settings.as_of.isoformat(),
        "role": settings.role,
        "version": __version__,
        "method": method,
        "submissions": len(stack.units),
        "started_at": _now(),
    }
    return _Run(stack, settings, plan, program, store, method, store.database.begin_run(about))


def _method(settings: Settings, program: Program, plan: Plan) -> str:
    """Return a hash of everything but the content that a submission's report depends on."""
    same = replace(settings, ocr=replace(settings.ocr, cache=None))
    parts = (__version__, program.model_dump_json(), repr(same), plan.forms)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _ended(run: _Run) -> Iterator[_Done]:
    """Yield the submissions as they end; those finished by an earlier run first."""
    contents: dict[str, str] = {}
    left: list[Unit] = []
    for unit in run.stack.units:
        contents[unit.slug] = fingerprint(unit)
        marks = Marks(contents[unit.slug], run.method)
        kept = run.store.finished(unit.slug, marks) if run.plan.resume else None
        if kept:
            yield _Done(kept.row, "", kept.anything_read, kept.pages, resumed=True)
        else:
            left.append(unit)
    if not left:
        return
    tasks = (Task(unit, run.settings, run.plan.forms) for unit in left)
    for outcome in executor(run.plan, work).run(tasks, run.plan.limits):
        yield _kept(run, outcome, contents[outcome.unit.unit.slug])


def _kept(run: _Run, ended: Outcome[Task, Found], content: str) -> _Done:
    """Write what was found of a submission, or that nothing was and why."""
    trouble = why(ended, run.plan.timeout)
    found = ended.result or failure(ended.unit, trouble, run.program)
    about = {
        "run_id": run.number,
        "content": content,
        "method": run.method,
        "outcome": ended.end,
        "attempt": ended.attempt,
        "reason": ended.reason,
    }
    try:
        run.store.keep(about, found)
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        raise _no_room(f"{shown_path(run.plan.folder)}（{found.row.name}）") from error
    return _Done(found.row, trouble, found.anything_read, found.pages)


def _finished(run: _Run, done: list[_Done]) -> Screened:
    """Ask across the submissions and write that the run has ended."""
    rows = tuple(d.row for d in done)
    papers = read_papers(run.stack, run.settings.ocr, run.plan)
    report = across(run.stack.path, rows, papers, run.settings, run.program, run.store)
    sample = taken_sample(rows, run.plan.sample, run.plan.seed, run.store)
    report = replace(report, sample=sample)
    if run.plan.pages:
        write_papers(report, run.program, run.store, run.settings.lang)
    ended = {"ended_at": _now(), "verdict": report.summary.verdict}
    run.store.end_run(run.number, ended, report.results)
    return Screened(
        report,
        any(d.anything_read for d in done),
        [d.row.name for d in done if d.trouble],
        [d.row.name for d in done if d.resumed],
    )


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
