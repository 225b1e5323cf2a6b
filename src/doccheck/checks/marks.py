"""SIG: seals, signatures, dates."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class Dated(Params):
    """SIG03. The documents that the enterprise dates."""

    documents: tuple[str, ...] = Field(min_length=1)


@check("SIG03", Dated)
def date_present(view: View, params: Dated) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
