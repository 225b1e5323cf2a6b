"""MAT: what was handed in, and whether it is what it should be."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class RequiredMaterial(Params):
    """MAT01. `any_of` are alternatives to `document`; `minimum` how many of it are asked for."""

    document: str
    any_of: tuple[str, ...] = ()
    minimum: int = Field(default=1, ge=1)


class OneForm(Params):
    """MAT03, MAT04. The form that is looked at."""

    document: str


@check("MAT01", RequiredMaterial)
def required_material(view: View, params: RequiredMaterial) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("MAT02")
def readable_file(view: View, params: Params) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("MAT03", OneForm)
def filled_template(view: View, params: OneForm) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("MAT04", OneForm)
def right_template(view: View, params: OneForm) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("MAT06")
def recognised_document(view: View, params: Params) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
