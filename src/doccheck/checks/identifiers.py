"""IDN: codes, telephone numbers, addresses of mail: are they well formed."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class Code(Params):
    """IDN01. The field that holds the unified social credit code."""

    field: str = "uscc"


class Contacts(Params):
    """IDN02. Fields of kind phone, email or postcode."""

    fields: tuple[str, ...] = Field(min_length=1)


@check("IDN01", Code)
def uscc_valid(view: View, params: Code) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("IDN02", Contacts)
def contact_format(view: View, params: Contacts) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
