"""What becomes of a stack whose submissions end in every way there is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from doccheck.pipeline import Settings
from doccheck.screening import run
from doccheck.screening.executor import End, Limits, Outcome
from doccheck.screening.run import Plan, screen
from doccheck.screening.stack import open_stack
from doccheck.screening.store import Store
from doccheck.screening.worker import Task, work

ENDS: dict[str, End] = {
    "a": "done", "b": "timeout", "c": "memory", "d": "died", "e": "error", "f": "done"
}  # fmt: skip


@dataclass
class Staged:
    """Ends every unit as `ENDS` says."""

    def run(self, units: Iterable[Task], limits: Limits) -> Iterator[Outcome[Task, str]]:
        assert limits.window == 4
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
    monkeypatch.setattr(run, "_executor", lambda _: Staged())
    plan = Plan(tmp_path / "out", pages=False, jobs=2, timeout=7)
    settings = Settings(date(2024, 5, 9), program="changzhou-lean-2023")
    told: list[tuple[str, str]] = []
    screened = screen(
        open_stack(tmp_path / "in"), settings, plan, lambda *said: told.append(said[2:])
    )
    assert screened.failed == ["b", "c", "d", "e"]
    assert [bool(trouble) for _, trouble in told] == [False, True, True, True, True, False]
    reports = {name: Store(plan.folder).report(name) for name in ENDS}
    assert "超过 7 秒" in reports["b"]["results"][0]["message"]
    assert "内存不够" in reports["c"]["results"][0]["message"]
    assert "exit code -9" in reports["d"]["results"][0]["message"]
    assert {reports[n]["results"][0]["status"] for n in "bcde"} == {"not_checked"}
    assert reports["a"]["files"] and reports["f"]["files"]
    again = screen(open_stack(tmp_path / "in"), settings, plan)
    assert again.resumed == ["a", "f"]
