"""Running many units so that no one of them can take the others down.

The seam is `Executor`: what became of a unit is data, never an exception. `processes` runs units on
this machine, `ray_cluster` on many.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from typing import Generic, Literal, Protocol, TypeVar

from pebble import ProcessExpired

from doccheck.errors import DiskFullError, DoccheckError

U = TypeVar("U")
U_contra = TypeVar("U_contra", contravariant=True)
R = TypeVar("R")

End = Literal["done", "error", "timeout", "memory", "disk", "died"]

DISK_FULL = (ENOSPC, EDQUOT)


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
    """What a unit may use: seconds, bytes of data (0: any), how often it is tried.

    Only a unit whose process died is tried again: the others would end the same way.
    """

    timeout: float
    memory: int = 0
    tries: int = 2


class Executor(Protocol[U, R]):
    """Runs units; the outcomes come in the order in which they end."""

    def run(self, units: Iterable[U], limits: Limits) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit, every unit once.

        Units are taken from the iterable no faster than outcomes are taken away.
        """


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
                yield failed(unit, 1, error)


def failed(unit: U, attempt: int, error: BaseException) -> Outcome[U, R]:
    """Return what became of a unit that ended in an exception, its own or its process's."""
    if isinstance(error, TimeoutError):
        return Outcome(unit, "timeout", attempt)
    if isinstance(error, ProcessExpired):
        return Outcome(unit, "died", attempt, reason=f"exit code {error.exitcode}")
    if isinstance(error, BrokenProcessPool):
        return Outcome(unit, "died", attempt, reason="no worker stays alive")
    if isinstance(error, MemoryError):
        return Outcome(unit, "memory", attempt)
    if isinstance(error, DiskFullError) or getattr(error, "errno", None) in DISK_FULL:
        return Outcome(unit, "disk", attempt, reason=str(error))
    name = "" if isinstance(error, DoccheckError) else f"{type(error).__name__}: "
    return Outcome(unit, "error", attempt, reason=f"{name}{error}")
