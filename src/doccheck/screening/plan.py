"""How a stack is to be run, and what is told of it on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from doccheck.screening.executor import Executor, InProcess, Limits
from doccheck.screening.processes import Processes

U = TypeVar("U")
R = TypeVar("R")

EngineName = Literal["local", "ray"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run a stack.

    Attributes:
        folder: where results go. pages: what people open too, not only JSON.
        jobs: processes; on a cluster 0 for as many as it has cores.
        isolated: False works in this process instead, where no limit holds.
        timeout: seconds a submission may take. memory: bytes of data, 0 without limit.
        resume: a finished submission with the same content and settings is not checked again.
        engine: where the processes are. address: of the cluster, empty for the one around here.
        store: URL of the database, empty for a file in the folder.
        sample: share of the passes that a person looks at. seed: what the choice hangs on.
    """

    folder: Path
    pages: bool = True
    jobs: int = 1
    isolated: bool = True
    timeout: float = 900.0
    memory: int = 0
    resume: bool = True
    engine: EngineName = "local"
    address: str = ""
    store: str = ""
    sample: float = 0.0
    seed: str = ""

    @property
    def limits(self) -> Limits:
        """Return what one submission may use."""
        return Limits(self.timeout, self.memory)

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the suffixes of the forms that each report is written in."""
        return (".json", ".html", ".docx") if self.pages else (".json",)


@dataclass(frozen=True, slots=True)
class Step:
    """A submission has ended: which of how many, its name, why it was not checked (else empty).

    `pages`: of its files that have pages. `resumed`: an earlier run had finished it.
    """

    number: int
    total: int
    name: str
    trouble: str
    pages: int
    resumed: bool


Progress = Callable[[Step], None]


def executor(plan: Plan, work: Callable[[U], R]) -> Executor[U, R]:
    """Return what runs the submissions of a plan."""
    if plan.engine == "ray":
        from doccheck.screening.ray_cluster import RayCluster  # noqa: PLC0415  an extra

        return RayCluster(work, plan.address, plan.jobs)
    return beside(plan, work, plan.jobs)


def beside(plan: Plan, work: Callable[[U], R], jobs: int = 1) -> Executor[U, R]:
    """Return what runs work on this machine, for what is not worth sending out."""
    if not plan.isolated:
        return InProcess(work)
    return Processes(work, jobs)
