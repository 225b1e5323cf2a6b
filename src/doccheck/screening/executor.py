"""Running many units so that no one of them can take the others down.

The seam is `Executor`: what became of a unit is data, never an exception. The local one runs on
pebble: a worker that dies is replaced, its unit is tried once more and then left out.
"""

import contextlib
import multiprocessing
import resource
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, Literal, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from doccheck.errors import DoccheckError

U = TypeVar("U")
U_contra = TypeVar("U_contra", contravariant=True)
R = TypeVar("R")

End = Literal["done", "error", "timeout", "memory", "died"]

TASKS_PER_WORKER = 200
"""Submissions after which a worker is replaced: libraries that read office files leak."""


BREAKS = 3
"""Pools that may break one after another before a unit is given up."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[U, R]):
    """What became of a unit; `result` is there only where it is `done`, `reason` only where not."""

    unit: U
    end: End
    attempt: int
    result: R | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What units may use: how many wait at once, seconds and bytes of each, how often it is tried.

    `window` bounds what is handed out: units are taken from the iterator no faster than results
    are taken away. `memory` is of data (RLIMIT_DATA), 0 for no limit. `grace`: seconds beyond
    `timeout` without any end after which the processes are started anew.
    """

    window: int
    timeout: float
    memory: int = 0
    tries: int = 2
    grace: float = 60.0


class Executor(Protocol[U, R]):
    """Runs units; the outcomes come in the order in which they end."""

    def run(self, units: Iterable[U], limits: Limits) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit, every unit once."""


@dataclass(frozen=True, slots=True)
class InProcess(Generic[U, R]):
    """Runs units one after another in this process: for debugging; no limit holds."""

    work: Callable[[U], R]

    def run(self, units: Iterable[U], limits: Limits) -> Iterator[Outcome[U, R]]:  # noqa: ARG002
        """Yield what became of each unit."""
        for unit in units:
            try:
                yield Outcome(unit, "done", 1, self.work(unit))
            except Exception as error:  # a unit's crash is that unit's outcome
                yield _failed(unit, 1, error)


@dataclass(frozen=True, slots=True)
class Processes(Generic[U, R]):
    """Runs units in processes of this machine."""

    work: Callable[[U], R]
    jobs: int

    def run(self, units: Iterable[U], limits: Limits) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit."""
        run = _Run(self.work, self.jobs, limits)
        try:
            yield from run.outcomes(iter(units))
        finally:  # at once if the reader has gone or was interrupted
            run.stop()


@dataclass(slots=True)
class _Run(Generic[U, R]):
    """One run: the pool, which unit each future is for, which try it is and on which pool."""

    work: Callable[[U], R]
    jobs: int
    limits: Limits
    pool: ProcessPool | None = None
    breaks: int = 0
    waiting: dict["Future[R]", tuple[U, int, ProcessPool]] = field(default_factory=dict)

    def outcomes(self, units: Iterator[U]) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit; a pool that broke is replaced, its units go again."""
        self._hand_out(units)
        while self.waiting:
            longest = self.limits.timeout + self.limits.grace
            ended, _ = wait(self.waiting, longest, return_when=FIRST_COMPLETED)
            if not ended:
                yield from self._stalled()
            for future in [f for f in self.waiting if f in ended]:
                unit, attempt, pool = self.waiting.pop(future)
                if self._broke(future, pool):
                    self._submit(unit, attempt)
                    continue
                outcome = _outcome(future, unit, attempt)
                if outcome.end == "died" and attempt < self.limits.tries:
                    self._submit(unit, attempt + 1)
                else:
                    yield outcome
            self._hand_out(units)

    def _stalled(self) -> Iterator[Outcome[U, R]]:
        """Begin again where no unit ended though the time of each was up.

        A worker that is killed while it takes a unit from the queue keeps the queue locked.
        """
        self.breaks += 1
        self.stop()
        stuck, self.waiting = list(self.waiting.values()), {}
        for unit, attempt, _ in stuck:
            if self.breaks > BREAKS:
                yield Outcome(unit, "died", attempt, reason="no worker answers")
            else:
                self._submit(unit, attempt)

    def stop(self) -> None:
        """End the processes, whatever they are doing."""
        if self.pool is not None:
            self.pool.stop()  # type: ignore[no-untyped-call]
            self.pool.join()
            self.pool = None

    def _broke(self, future: "Future[R]", pool: ProcessPool) -> bool:
        """Tell whether the pool broke under a unit: an idle worker that dies takes it down."""
        if not isinstance(future.exception(), BrokenProcessPool) or self.breaks > BREAKS:
            self.breaks = 0 if future.exception() is None else self.breaks
            return False
        if pool is self.pool:
            self.breaks += 1
            self.stop()
        return True

    def _hand_out(self, units: Iterator[U]) -> None:
        for unit in islice(units, self.limits.window - len(self.waiting)):
            self._submit(unit, 1)

    def _submit(self, unit: U, attempt: int) -> None:
        try:
            future, pool = self._schedule(unit)
        except RuntimeError:  # the pool broke since it was last looked at
            self.stop()
            future, pool = self._schedule(unit)
        self.waiting[future] = unit, attempt, pool

    def _schedule(self, unit: U) -> tuple["Future[R]", ProcessPool]:
        if self.pool is None:
            self.pool = self._started()
        return self.pool.schedule(self.work, args=(unit,), timeout=self.limits.timeout), self.pool

    def _started(self) -> ProcessPool:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([self.work.__module__])  # a new worker imports nothing
        return ProcessPool(
            max_workers=self.jobs,
            max_tasks=TASKS_PER_WORKER,
            initializer=_limit_process,
            initargs=(self.limits.memory,),
            context=context,
        )


def _outcome(future: "Future[R]", unit: U, attempt: int) -> Outcome[U, R]:
    try:
        return Outcome(unit, "done", attempt, future.result())
    except Exception as error:  # whatever the unit did is its outcome
        return _failed(unit, attempt, error)


def _failed(unit: U, attempt: int, error: Exception) -> Outcome[U, R]:
    if isinstance(error, TimeoutError):
        return Outcome(unit, "timeout", attempt)
    if isinstance(error, ProcessExpired):
        return Outcome(unit, "died", attempt, reason=f"exit code {error.exitcode}")
    if isinstance(error, BrokenProcessPool):
        return Outcome(unit, "died", attempt, reason="no worker stays alive")
    if isinstance(error, MemoryError):
        return Outcome(unit, "memory", attempt)
    name = "" if isinstance(error, DoccheckError) else f"{type(error).__name__}: "
    return Outcome(unit, "error", attempt, reason=f"{name}{error}")


def _limit_process(memory: int) -> None:
    """Bound a worker's data and keep it from writing core files."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory and sys.platform.startswith("linux"):
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
