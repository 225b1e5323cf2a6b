"""Kill tests: a unit that dies, hangs or raises says so, and nothing else is lost."""

import contextlib
import errno
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

import pytest

from doccheck.errors import DoccheckError
from doccheck.screening import processes
from doccheck.screening.executor import InProcess, Limits, Outcome
from doccheck.screening.processes import Processes

LIMITS = Limits(timeout=2, memory=512 << 20)


def work(unit: str) -> str:
    """Do what the unit's first word says; the rest tells units apart."""
    does, _, rest = unit.partition(" ")
    if does == "kill" or (does == "kill-once" and _first_time(rest)):
        os.kill(os.getpid(), signal.SIGKILL)
    if does == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if does == "hang":
        time.sleep(60)
    if does == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    if does == "full":
        raise OSError(errno.ENOSPC, "No space left on device", "/tmp/x")
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
    bad = ["kill", "segfault", "hang", "raise", "refuse", "full"]
    outcomes = run(*good[:4], *bad, once, *good[4:])
    assert Counter(o.end for o in outcomes.values()) == Counter(
        done=13, died=2, timeout=1, error=2, disk=1
    )
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

    outcomes = Processes(work, 2).run(units(), LIMITS)
    next(outcomes)
    assert len(taken) <= 5
    assert len(list(outcomes)) == 19


def test_a_process_that_says_nothing_any_more_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "GRACE", 1.0)
    outcomes = run("stop", *(f"ok {n}" for n in range(4)), limits=Limits(timeout=1))
    assert Counter(o.end for o in outcomes.values()) == Counter(done=4, timeout=1)


def test_in_process_an_exception_is_an_outcome_too() -> None:
    executor: InProcess[str, str] = InProcess(work)
    ends = [o.end for o in executor.run(["ok", "raise", "ok 2"], LIMITS)]
    assert ends == ["done", "error", "done"]


def test_the_reader_may_leave_early() -> None:
    outcomes = Processes(work, 2).run([f"ok {n}" for n in range(50)], LIMITS)
    next(outcomes)
    close: Callable[[], None] = outcomes.close  # type: ignore[attr-defined]
    close()


class Deadly:
    """Kills whatever process it comes to, the first time: by pickle, in the middle of a message."""

    def __init__(self, mark: Path, on: str) -> None:
        self.mark, self.on = mark, on

    def __reduce__(self) -> tuple[Any, ...]:
        if self.on == "sending" and _first_time(str(self.mark)):
            os.kill(os.getpid(), signal.SIGKILL)
        return (taken, (self.mark,)) if self.on == "taking" else (str, ("survived",))


def taken(mark: Path) -> str:
    """Stand for a unit that is being unpickled: the queue is locked meanwhile."""
    if _first_time(str(mark)):
        os.kill(os.getpid(), signal.SIGKILL)
    return "survived"


def same(unit: object) -> object:
    return unit if isinstance(unit, str) else Deadly(unit, "sending")  # type: ignore[arg-type]


@pytest.mark.parametrize("moment", ["taking", "sending"])
def test_a_worker_killed_with_the_queue_locked_is_found_out_at_once(
    tmp_path: Path, moment: str
) -> None:
    mark = tmp_path / "mark"
    unit = Deadly(mark, "taking") if moment == "taking" else mark
    began = time.monotonic()
    limits = Limits(timeout=60)
    ended = list(Processes(same, 2).run([unit, *(f"ok {n}" for n in range(6))], limits))
    assert Counter(o.end for o in ended) == Counter(done=7)
    assert [(o.result, o.attempt) for o in ended if o.unit is unit] == [("survived", 2)]
    assert time.monotonic() - began < 20


def test_workers_killed_at_any_time_take_nothing_with_them() -> None:
    stop = threading.Event()
    killer = threading.Thread(target=kill_now_and_then, args=(stop,))
    killer.start()
    try:
        limits = Limits(timeout=60, tries=KILLS + 1)
        ended = list(Processes(short, 2).run((f"ok {n}" for n in range(60)), limits))
    finally:
        stop.set()
        killer.join()
    assert {o.unit: o.result for o in ended} == {
        f"ok {n}": f"ok {n}".encode() * 20_000 for n in range(60)
    }


def short(unit: str) -> bytes:
    """Take 30 ms and return more than fits into a pipe at once."""
    time.sleep(0.03)
    return unit.encode() * 20_000


KILLS = 6  # fewer than a unit's tries, however slowly processes start


def kill_now_and_then(stop: threading.Event) -> None:
    for _ in range(KILLS):
        if stop.wait(0.5):
            return
        for pid in workers()[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def workers() -> list[int]:
    """Return the processes below this test's fork server."""
    server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    try:
        return [
            int(pid) for pid in Path(f"/proc/{server}/task/{server}/children").read_text().split()
        ]
    except OSError:
        return []
