"""FLD: the fields of a form."""

from collections.abc import Iterator

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class RequiredFields(Params):
    """FLD01. Without `fields`: every required field that the enterprise fills in there."""

    document: str
    fields: tuple[str, ...] = ()


class OneChoice(Params):
    """FLD02. A choice field of a document."""

    document: str
    field: str


@check("FLD01", RequiredFields)
def required_field(view: View, params: RequiredFields) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("FLD02", OneChoice)
def field_choice(view: View, params: OneChoice) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
