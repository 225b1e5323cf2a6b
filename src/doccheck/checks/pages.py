"""FMT: how the pages look."""

from collections.abc import Iterator
from typing import Literal

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class PageSize(Params):
    """FMT01. The paper asked for."""

    size: Literal["A4"] = "A4"


@check("FMT01", PageSize)
def page_size(view: View, params: PageSize) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
