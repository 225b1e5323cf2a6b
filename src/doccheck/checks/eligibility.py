"""ELI: who may apply, where from, until when."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class Threshold(Params):
    """ELI02. A condition on the figures of some years."""

    condition: Literal["profitable_years"]
    field: str
    years: tuple[int, ...] = Field(min_length=1)


@check("ELI02", Threshold)
def threshold_met(view: View, params: Threshold) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("ELI06")
def region_and_window(view: View, params: Params) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
