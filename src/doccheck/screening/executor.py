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
    are taken away. `memory` is of data (RLIMIT_DATA), 0 for no limit.
    """

    window: int
    timeout: float
    memory: int = 0
    tries: int = 2


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
        pool = ProcessPool(
            max_workers=self.jobs,
            max_tasks=TASKS_PER_WORKER,
            initializer=_limit_process,
            initargs=(limits.memory,),
            context=multiprocessing.get_context("forkserver"),
        )
        try:
            yield from _Run(pool, self.work, limits).outcomes(iter(units))
            pool.close()  # type: ignore[no-untyped-call]
        finally:
            pool.stop()  # type: ignore[no-untyped-call]  # at once if the reader has gone
            pool.join()


@dataclass(slots=True)
class _Run(Generic[U, R]):
    """One run on a pool: which unit each future is for, and which try it is."""

    pool: ProcessPool
    work: Callable[[U], R]
    limits: Limits
    waiting: dict["Future[R]", tuple[U, int]] = field(default_factory=dict)

    def outcomes(self, units: Iterator[U]) -> Iterator[Outcome[U, R]]:
        self._hand_out(units)
        while self.waiting:
            ended, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
            for future in [f for f in self.waiting if f in ended]:
                outcome = _outcome(future, *self.waiting.pop(future))
                if outcome.end == "died" and outcome.attempt < self.limits.tries:
                    self._submit(outcome.unit, outcome.attempt + 1)
                else:
                    yield outcome
            self._hand_out(units)

    def _hand_out(self, units: Iterator[U]) -> None:
        for unit in islice(units, self.limits.window - len(self.waiting)):
            self._submit(unit, 1)

    def _submit(self, unit: U, attempt: int) -> None:
        future = self.pool.schedule(self.work, args=(unit,), timeout=self.limits.timeout)
        self.waiting[future] = unit, attempt


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
