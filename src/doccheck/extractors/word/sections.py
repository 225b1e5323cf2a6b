"""Sections: paper sizes, where a section starts a new page, which headers and footers it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lxml import etree

from doccheck.extractors.word.names import (
    SECTION,
    TWIPS_PER_POINT,
    R,
    W,
    child_value,
    is_on,
    measure,
)

Furniture = Literal["header", "footer"]

_CHANGE = W + "sectPrChange"
_ON_THE_SAME_PAGE = frozenset(("continuous", "nextColumn"))
_FURNITURE: dict[str, Furniture] = {
    W + "headerReference": "header",
    W + "footerReference": "footer",
}


class FurnitureRef(NamedTuple):
    """A header or footer that a section shows, by relation id."""

    role: Furniture
    relation: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a `w:sectPr` says.

    Attributes:
        paper: width and height in points, None where it names no size.
        starts_page: the section starts on a page of its own.
        furniture: headers and footers that it shows.
    """

    paper: tuple[float, float] | None
    starts_page: bool
    furniture: tuple[FurnitureRef, ...]


def read_sections(body: etree._Element, odd_and_even: bool) -> list[Section]:
    """Return the sections of a body in order.

    Args:
        body: the `w:body`.
        odd_and_even: even pages have headers and footers of their own.
    """
    former = {section for change in body.iter(_CHANGE) for section in change.iter(SECTION)}
    entries = [entry for entry in body.iter(SECTION) if entry not in former]
    sections: list[Section] = []
    for entry in entries:
        paper = _paper(entry)
        turns = bool(sections) and paper != sections[-1].paper  # other paper needs a new page
        continues = child_value(entry, W + "type") in _ON_THE_SAME_PAGE
        sections.append(
            Section(paper, turns or not continues, tuple(_furniture(entry, odd_and_even)))
        )
    return sections


def _paper(section: etree._Element) -> tuple[float, float] | None:
    size = section.find(W + "pgSz")
    if size is None:
        return None
    width, height = measure(size.get(W + "w")), measure(size.get(W + "h"))
    if not width or not height:
        return None
    if size.get(W + "orient") == "landscape" and width < height:
        width, height = height, width
    return round(width / TWIPS_PER_POINT, 2), round(height / TWIPS_PER_POINT, 2)


def _furniture(section: etree._Element, odd_and_even: bool) -> Iterator[FurnitureRef]:
    """Yield headers and footers that can be seen: files keep those that were switched off."""
    title_page = section.find(W + "titlePg")
    shown = {"default"}
    if title_page is not None and is_on(title_page):
        shown.add("first")
    if odd_and_even:
        shown.add("even")
    for entry in section:
        role = _FURNITURE.get(entry.tag)
        if role and entry.get(W + "type", "default") in shown:
            yield FurnitureRef(role, entry.get(R + "id", ""))
