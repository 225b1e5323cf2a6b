"""What becomes of a stack whose submissions end in every way there is."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from doccheck.pipeline import Settings
from doccheck.screening import run
from doccheck.screening.executor import End, Limits, Outcome
from doccheck.screening.plan import Plan, Step
from doccheck.screening.run import screen
from doccheck.screening.stack import open_stack
from doccheck.screening.store import Found
from doccheck.screening.worker import Task, work

ENDS: dict[str, End] = {
    "a": "done", "b": "timeout", "c": "memory", "d": "died", "e": "error", "f": "done", "g": "disk"
}  # fmt: skip


@dataclass
class Staged:
    """Ends every unit as `ENDS` says."""

    def run(self, units: Iterable[Task], limits: Limits) -> Iterator[Outcome[Task, Found]]:
        assert limits == Limits(timeout=7, memory=1 << 30)
        for task in units:
            end = ENDS[task.unit.name]
            result = work(task) if end == "done" else None
            yield Outcome(task, end, 1, result, "exit code -9")


def test_each_says_what_happened_and_the_others_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ENDS:
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "申报表.txt").write_text(f"企业名称 {name}", encoding="utf-8")
    monkeypatch.setattr(run, "executor", lambda *_: Staged())
    plan = Plan(tmp_path / "out", pages=False, jobs=2, timeout=7, memory=1 << 30)
    settings = Settings(date(2024, 5, 9), program="changzhou-lean-2023")
    told: list[Step] = []
    screened = screen(open_stack(tmp_path / "in"), settings, plan, told.append)
    assert screened.failed == ["b", "c", "d", "e", "g"]
    assert [bool(s.trouble) for s in told] == [name not in "af" for name in ENDS]
    reports = {name: report(plan.folder, name) for name in ENDS}
    assert "超过 7 秒" in reports["b"]["results"][0]["message"]
    assert "内存不够" in reports["c"]["results"][0]["message"]
    assert "exit code -9" in reports["d"]["results"][0]["message"]
    assert "磁盘已满" in reports["g"]["results"][0]["message"]
    assert {reports[n]["results"][0]["status"] for n in "bcdeg"} == {"not_checked"}
    assert reports["a"]["files"] and reports["f"]["files"]
    again = screen(open_stack(tmp_path / "in"), settings, plan)
    assert again.resumed == ["a", "f"]


def report(folder: Path, name: str) -> dict[str, Any]:
    path = folder / "submissions" / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
