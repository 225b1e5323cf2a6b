"""LEN: how long a text is, in 字 as Word counts them (contract §5)."""

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class Length(Params):
    """LEN01, LEN02. What is counted (exactly one of section, field, whole) and the limit in 字.

    `document` is needed for `field` and `whole`; with `section` it narrows the search.
    """

    limit: int = Field(gt=0)
    section: str = ""
    field: str = ""
    whole: bool = False
    document: str = ""

    @model_validator(mode="after")
    def one_thing_is_counted(self) -> Self:
        """Refuse none or two things to count, and a field or whole text of no document."""
        if sum((bool(self.section), bool(self.field), self.whole)) != 1:
            raise ValueError("exactly one of section, field, whole")
        if not self.section and not self.document:
            raise ValueError("field and whole need a document")
        return self


class ApproximateLength(Length):
    """LEN03. Shares of the limit within which a length passes, or is for a person to judge."""

    pass_within: float = Field(default=0.10, ge=0, lt=1)
    review_within: float = Field(default=0.20, ge=0, lt=1)

    @model_validator(mode="after")
    def bands_are_ordered(self) -> Self:
        """Refuse a band for review that lies inside the band that passes."""
        if self.review_within < self.pass_within:
            raise ValueError("review_within must not be below pass_within")
        return self


@check("LEN01", Length)
def maximum_length(view: View, params: Length) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("LEN02", Length)
def minimum_length(view: View, params: Length) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("LEN03", ApproximateLength)
def approximate_length(view: View, params: ApproximateLength) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
