"""Kill tests: a unit that dies, hangs or raises says so, and nothing else is lost."""

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doccheck.errors import DoccheckError
from doccheck.screening.executor import InProcess, Limits, Outcome, Processes

LIMITS = Limits(window=4, timeout=2, memory=512 << 20)


def work(unit: str) -> str:
    """Do what the unit's first word says; the rest tells units apart."""
    does, _, rest = unit.partition(" ")
    if does == "kill" or (does == "kill-once" and _first_time(rest)):
        os.kill(os.getpid(), signal.SIGKILL)
    if does == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if does == "hang":
        time.sleep(60)
    if does == "raise":
        raise ValueError("bad luck")
    if does == "refuse":
        raise DoccheckError("空的", "a.zip")
    if does == "eat":
        bytearray(2 << 30)
    return unit


def _first_time(mark: str) -> bool:
    path = Path(mark)
    seen = path.exists()
    path.touch()
    return not seen


def run(*units: str, jobs: int = 2, limits: Limits = LIMITS) -> dict[str, Outcome[str, str]]:
    return {o.unit: o for o in Processes(work, jobs).run(units, limits)}


def test_every_fault_is_its_own_units_outcome(tmp_path: Path) -> None:
    good = [f"ok {n}" for n in range(12)]
    once = f"kill-once {tmp_path / 'mark'}"
    bad = ["kill", "segfault", "hang", "raise", "refuse"]
    outcomes = run(*good[:4], *bad, once, *good[4:])
    assert Counter(o.end for o in outcomes.values()) == Counter(done=13, died=2, timeout=1, error=2)
    assert all(outcomes[u].result == u for u in good)
    assert outcomes[once].attempt == 2
    assert outcomes["kill"].attempt == 2
    assert outcomes["raise"].reason == "ValueError: bad luck"
    assert outcomes["refuse"].reason == "空的 · a.zip"


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA bounds memory on Linux")
def test_too_much_memory_is_told() -> None:
    outcomes = run("eat", "ok 1")
    assert outcomes["eat"].end == "memory"
    assert outcomes["ok 1"].end == "done"


def test_units_are_taken_no_faster_than_results() -> None:
    taken: list[str] = []

    def units() -> Iterator[str]:
        for n in range(20):
            taken.append(f"ok {n}")
            yield taken[-1]

    outcomes = Processes(work, 1).run(units(), Limits(window=3, timeout=5))
    next(outcomes)
    assert len(taken) <= 4
    assert len(list(outcomes)) == 19


def test_in_process_an_exception_is_an_outcome_too() -> None:
    executor: InProcess[str, str] = InProcess(work)
    ends = [o.end for o in executor.run(["ok", "raise", "ok 2"], LIMITS)]
    assert ends == ["done", "error", "done"]


def test_the_reader_may_leave_early() -> None:
    outcomes = Processes(work, 2).run([f"ok {n}" for n in range(50)], LIMITS)
    next(outcomes)
    close: Callable[[], None] = outcomes.close  # type: ignore[attr-defined]
    close()


def test_a_worker_that_dies_idle_takes_nothing_with_it(tmp_path: Path) -> None:
    first = f"first {tmp_path / 'mark'}"
    limits = Limits(window=4, timeout=2, grace=1)
    outcomes = Processes(kill_neighbour, 2).run([first, *(f"ok {n}" for n in range(8))], limits)
    assert Counter(o.end for o in outcomes) == Counter(done=9)


def kill_neighbour(unit: str) -> str:
    """Kill, the first time, the other workers of this test's fork server: they may be idle."""
    does, _, mark = unit.partition(" ")
    if does == "first" and _first_time(mark):
        server = os.getppid()
        for pid in Path(f"/proc/{server}/task/{server}/children").read_text().split():
            if int(pid) != os.getpid():
                os.kill(int(pid), signal.SIGKILL)
    return unit
