"""Running units on a Ray cluster (`doccheck[ray]`).

Ray hands the units out; on each machine they run as on this one, in a process with the same limits
(`processes`). What Ray itself loses, with a machine or a killed process of its own, is tried again.

Every machine has doccheck installed and sees the submissions under the same paths or URLs; what was
found comes back and is written here.
"""

import logging
import os
import socket
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

from doccheck.errors import DoccheckError
from doccheck.screening.executor import Limits, Outcome, failed
from doccheck.screening.processes import Lane, outcome_of

U = TypeVar("U")
R = TypeVar("R")

KNOCK_SECONDS = 5.0

COPIES_FOLDER = "RAY_ENABLE_UV_RUN_RUNTIME_ENV"
"""Below `uv run`, Ray would copy the current folder, submissions and all, to every machine."""

WAITING_PER_CORE = 2
"""Units handed out for each core: one at work, one that waits on the spot."""


@dataclass(frozen=True, slots=True)
class RayCluster(Generic[U, R]):
    """Runs units on a cluster; `jobs` at once, 0 for as many as it has cores."""

    work: Callable[[U], R]
    address: str = ""
    jobs: int = 0

    def run(self, units: Iterable[U], limits: Limits) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit.

        Raises DoccheckError where there is no Ray, or no cluster at the address.
        """
        ray = _connected(self.address)
        try:
            yield from _Run(ray, self.work, self.jobs, limits, iter(units)).outcomes()
        finally:  # what is still at work is of no use to anybody
            ray.shutdown()


def in_lane(work: Callable[[U], R], unit: U, limits: Limits) -> Outcome[U, R]:
    """Run one unit on the machine that Ray chose: this is what Ray is given to call."""
    return outcome_of(unit, _lane(work, limits))


@lru_cache(maxsize=1)
def _lane(work: Callable[[U], R], limits: Limits) -> Lane[U, R]:
    """Return the process kept for the units that come to this one of Ray's."""
    vars(sys.modules["__main__"]).pop(
        "__file__", None
    )  # or each would import Ray's main again, 2 s
    return Lane(work, limits)


@dataclass(slots=True)
class _Run(Generic[U, R]):
    """One run: which unit each of Ray's references is for, and which try it is."""

    ray: Any
    work: Callable[[U], R]
    jobs: int
    limits: Limits
    units: Iterator[U]
    again: deque[tuple[U, int]] = field(default_factory=deque)
    waiting: dict[Any, tuple[U, int]] = field(default_factory=dict)

    def outcomes(self) -> Iterator[Outcome[U, R]]:
        """Yield what became of each unit."""
        call = self.ray.remote(num_cpus=1, max_retries=0)(in_lane)
        self._hand_out(call)
        while self.waiting:
            ended, _ = self.ray.wait(list(self.waiting), num_returns=1)
            outcomes = [o for reference in ended for o in self._outcome(reference)]
            self._hand_out(call)
            yield from outcomes

    def _outcome(self, reference: Any) -> Iterator[Outcome[U, R]]:
        """Yield what became of a unit, nothing where it is to be tried again."""
        unit, attempt = self.waiting.pop(reference)
        try:
            outcome: Outcome[U, R] = self.ray.get(reference)
            yield Outcome(unit, outcome.end, outcome.attempt, outcome.result, outcome.reason)
        except self.ray.exceptions.RayTaskError as error:  # the call itself raised
            yield failed(unit, attempt, error.cause)
        except self.ray.exceptions.RayError as error:  # its machine or Ray's own process died
            if attempt < self.limits.tries:
                self.again.append((unit, attempt + 1))
            else:
                yield Outcome(unit, "died", attempt, reason=type(error).__name__)

    def _hand_out(self, call: Any) -> None:
        while len(self.waiting) < self._room() and (given := self._next()):
            self.waiting[call.remote(self.work, given[0], self.limits)] = given

    def _room(self) -> int:
        """Return how many units may be out; a cluster may grow and shrink."""
        cores = int(self.ray.cluster_resources().get("CPU", 1))
        return self.jobs or WAITING_PER_CORE * cores

    def _next(self) -> tuple[U, int] | None:
        if self.again:
            return self.again.popleft()
        for unit in self.units:
            return unit, 1
        return None


def _connected(address: str) -> Any:
    """Return Ray, connected to a cluster."""
    os.environ.setdefault(COPIES_FOLDER, "0")
    try:
        import ray  # noqa: PLC0415  an extra
    except ImportError as error:
        what, next_step = "没有安装 ray", "pip install 'doccheck[ray]'，或不用 --engine ray"
        raise DoccheckError(what, "--engine ray", next_step) from error
    where = f"--address {address or 'auto'}"
    next_step = "请先启动集群：ray start --head；再用 --address 主机:端口 指定"
    try:
        _knock(address)
        ray.init(address=address or "auto", logging_level=logging.ERROR, log_to_driver=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise DoccheckError("连不上 Ray 集群", where, next_step) from error
    return ray


def _knock(address: str) -> None:
    """Raise OSError or ValueError where nobody listens: Ray itself tries for six minutes."""
    if ":" in address:
        host, _, port = address.rpartition("/")[2].rpartition(":")
        socket.create_connection((host, int(port)), timeout=KNOCK_SECONDS).close()
