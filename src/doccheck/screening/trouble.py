"""A submission that was not checked: why, in words, and its report, which says so."""

from datetime import UTC, datetime

from doccheck.checks.view import View
from doccheck.model.dossier import Dossier
from doccheck.model.program import Program, RuleSpec
from doccheck.model.report import Report
from doccheck.model.result import Judged
from doccheck.model.result import Outcome as Answer
from doccheck.pipeline import Settings
from doccheck.reports.compose import compose
from doccheck.reports.write import Means
from doccheck.screening.executor import Outcome
from doccheck.screening.store import Found
from doccheck.screening.worker import Task, written

_ASKED_BY = RuleSpec(id="screen", rule="MAT02", clause="", says="")
"""The rule that is not checked where the programme does not ask for readable files itself."""


def why(ended: Outcome[Task, Found], timeout: float) -> str:
    """Return why a submission was not checked, in words; empty where it was."""
    return {
        "done": "",
        "timeout": f"超过 {timeout:g} 秒没有核对完",
        "memory": "内存不够",
        "disk": "核对时磁盘已满（临时文件夹）",
        "died": f"核对它的进程中途退出 {ended.attempt} 次（{ended.reason}）",
        "error": f"核对时出错：{ended.reason}",
    }[ended.end]


def failure(task: Task, trouble: str, program: Program) -> Found:
    """Return the report of a submission that was not checked."""
    rule = next((r for r in program.rules if r.rule == "MAT02"), _ASKED_BY)
    values = {"reason": trouble, "next": "请单独核对这份材料，或修好后再运行一次。"}
    judged = Judged(rule, Answer("not_checked", "STK.failed", task.unit.name, values))
    view = view_of(Dossier((), (), ()), program, task.settings)
    report = composed(view, (judged,), task.unit.name, task.settings)
    return written(report, task, Means(task.settings.lang), trouble)


def view_of(dossier: Dossier, program: Program, settings: Settings) -> View:
    """Return a dossier as the checks see it."""
    return View(
        dossier,
        program,
        settings.as_of,
        settings.as_of_given,
        settings.role,
        settings.recognised,
        settings.in_stack,
    )


def composed(view: View, judged: tuple[Judged, ...], path: str, settings: Settings) -> Report:
    """Return a report made now."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return compose(view, judged, path, view.dossier.files, settings.lang, now)
