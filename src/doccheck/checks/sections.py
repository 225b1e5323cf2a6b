"""SEC: the sections of a text."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.result import Outcome


class Sections(Params):
    """SEC01–03. Sections of a document, in the order asked for."""

    document: str
    sections: tuple[str, ...] = Field(min_length=1)


@check("SEC01", Sections)
def required_section(view: View, params: Sections) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("SEC02", Sections)
def section_order(view: View, params: Sections) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError


@check("SEC03", Sections)
def section_content(view: View, params: Sections) -> Iterator[Outcome]:
    """Not built yet."""
    raise NotImplementedError
