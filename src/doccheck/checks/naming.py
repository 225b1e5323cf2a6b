"""NAM: the name of the benchmark (标杆名称)."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class BenchmarkName(Params):
    """NAM03, NAM04. The field that holds the name."""

    field: str = "benchmark_name"


class NameLength(BenchmarkName):
    """NAM01. The limit in 字."""

    limit: int = Field(gt=0)


class NamePattern(BenchmarkName):
    """NAM02. `endings` as the notice prints them, `connectors` between enterprise and method.

    `models` are the notice's own examples, always right. `strict`: a name that breaks the
    pattern fails; else (the notice says 一般) it is for a person.
    """

    endings: tuple[str, ...] = Field(min_length=1)
    connectors: tuple[str, ...] = ()
    strict: bool = False
    models: tuple[str, ...] = ()


@check("NAM01", NameLength)
def name_length(view: View, params: NameLength) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("NAM02", NamePattern)
def name_pattern(view: View, params: NamePattern) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("NAM03", BenchmarkName)
def name_enterprise(view: View, params: BenchmarkName) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("NAM04", BenchmarkName)
def name_consistency(view: View, params: BenchmarkName) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
