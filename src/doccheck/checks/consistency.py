"""CON: the same thing said on several documents."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class EnterpriseName(Params):
    """CON01. The field that holds the enterprise's name."""

    field: str = "enterprise_name"


class Representative(Params):
    """CON02. The field that holds the legal representative."""

    field: str = "legal_representative"


class CreditCode(Params):
    """CON03. The field that holds the unified social credit code."""

    field: str = "uscc"


class OtherFields(Params):
    """CON04. Other fields that stand on several documents."""

    fields: tuple[str, ...] = Field(min_length=1)


@check("CON01", EnterpriseName)
def enterprise_name_consistency(view: View, params: EnterpriseName) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("CON02", Representative)
def representative_consistency(view: View, params: Representative) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("CON03", CreditCode)
def uscc_consistency(view: View, params: CreditCode) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("CON04", OtherFields)
def field_consistency(view: View, params: OtherFields) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
