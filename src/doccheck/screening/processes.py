"""Running units in processes of this machine, on pebble.

Each process has a pool of its own, a lane: processes of one pebble pool share a queue and its lock,
and one that is killed while it holds the lock stops them all until the lock's time is up.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from doccheck.extractors.own_limits import bound_data, write_no_core_file
from doccheck.screening.executor import Limits, Outcome, failed

U = TypeVar("U")
R = TypeVar("R")

TASKS_PER_PROCESS = 200
"""Submissions after which a process is replaced: libraries that read office files leak."""

PR_SET_PDEATHSIG = 1  # of prctl(2): a unit that hangs ends with the run that was killed

GRACE = 10.0
"""Seconds beyond a unit's time after which a lane that says nothing is started anew: a process that
was stopped (SIGSTOP, a debugger) or cannot be started."""


@dataclass(frozen=True, slots=True)
class Processes(Generic[U, R]):
    """Runs units in so many processes."""

    work: Callable[[U], R]
    jobs: int

    def run(self, units: Iterable[U], limits: Limits) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit."""
        run = _Run(limits, iter(units), [Lane(self.work, limits) for _ in range(self.jobs)])
        try:
            yield from run.outcomes()
        finally:  # at once if the reader has gone or was interrupted
            run.stop()


@dataclass(slots=True)
class Lane(Generic[U, R]):
    """One process, started when first needed and replaced when it has died."""

    work: Callable[[U], R]
    limits: Limits
    pool: ProcessPool | None = None

    def start(self, unit: U) -> "Future[R]":
        """Hand a unit to the process."""
        try:
            return self._schedule(unit)
        except RuntimeError:  # it died while it had nothing to do
            self.stop()
            return self._schedule(unit)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.halt()
        if self.pool is not None:
            self.pool.join()
            self.pool = None

    def halt(self) -> None:
        """Tell the process to end."""
        if self.pool is not None:
            self.pool.stop()  # type: ignore[no-untyped-call]

    def _schedule(self, unit: U) -> "Future[R]":
        if self.pool is None:
            self.pool = self._started()
        return self.pool.schedule(self.work, args=(unit,), timeout=self.limits.timeout)

    def _started(self) -> ProcessPool:
        forks = "forkserver" in multiprocessing.get_all_start_methods()  # not on Windows
        context = multiprocessing.get_context("forkserver" if forks else "spawn")
        context.set_forkserver_preload([self.work.__module__])  # a new process imports nothing
        return ProcessPool(
            max_workers=1,
            max_tasks=TASKS_PER_PROCESS,
            initializer=_begin_process,
            initargs=(self.limits.memory, dict(os.environ)),
            context=context,
        )


def outcome_of(unit: U, lane: Lane[U, R]) -> Outcome[U, R]:
    """Run one unit on a lane that is kept."""
    (outcome,) = _Run(lane.limits, iter([unit]), [lane]).outcomes()
    return outcome


@dataclass(frozen=True, slots=True)
class _Try(Generic[U, R]):
    """A unit at work: the lane it is on, which try it is, when it is overdue."""

    unit: U
    attempt: int
    lane: Lane[U, R]
    overdue: float


@dataclass(slots=True)
class _Run(Generic[U, R]):
    """One run: what is at work, which lanes are free, what is to be tried again."""

    limits: Limits
    units: Iterator[U]
    lanes: list[Lane[U, R]]
    free: deque[Lane[U, R]] = field(default_factory=deque)
    again: deque[tuple[U, int]] = field(default_factory=deque)
    busy: dict["Future[R]", _Try[U, R]] = field(default_factory=dict)

    def outcomes(self) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit; free lanes have their next unit before it is told."""
        self.free.extend(self.lanes)
        self._hand_out()
        while self.busy:
            ended = [outcome for future in self._ended() for outcome in self._outcome(future)]
            self._hand_out()
            yield from ended

    def stop(self) -> None:
        """End all processes."""
        for lane in self.lanes:
            lane.halt()
        for lane in self.lanes:
            lane.stop()

    def _ended(self) -> list["Future[R]"]:
        """Wait for units; those that are overdue have ended too."""
        first = min(each.overdue for each in self.busy.values())
        done, _ = wait(self.busy, max(0.0, first - time.monotonic()), FIRST_COMPLETED)
        now = time.monotonic()
        return [f for f, each in self.busy.items() if f in done or each.overdue <= now]

    def _outcome(self, future: "Future[R]") -> Iterator[Outcome[U, R]]:
        """Yield what became of a unit, nothing where it is to be tried again."""
        ended = self.busy.pop(future)
        error = future.exception() if future.done() else TimeoutError()
        if not future.done() or isinstance(error, ProcessExpired | BrokenProcessPool):
            ended.lane.stop()  # what it left locked or half written goes with its pool
        self.free.append(ended.lane)
        if error is None:
            yield Outcome(ended.unit, "done", ended.attempt, future.result())
            return
        outcome: Outcome[U, R] = failed(ended.unit, ended.attempt, error)
        if outcome.end == "died" and ended.attempt < self.limits.tries:
            self.again.append((ended.unit, ended.attempt + 1))
        else:
            yield outcome

    def _hand_out(self) -> None:
        while self.free and (given := self._next()):
            lane = self.free.popleft()
            overdue = time.monotonic() + self.limits.timeout + GRACE
            self.busy[lane.start(given[0])] = _Try(*given, lane, overdue)

    def _next(self) -> tuple[U, int] | None:
        if self.again:
            return self.again.popleft()
        for unit in self.units:
            return unit, 1
        return None


def _begin_process(memory: int, environment: dict[str, str]) -> None:
    """Take over the parent's environment, bound the data, never outlive the parent.

    A process forked from a server has the environment of the day on which that server started.
    """
    os.environ.update(environment)
    write_no_core_file()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if memory:
        bound_data(memory)
