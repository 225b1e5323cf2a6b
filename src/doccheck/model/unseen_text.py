"""Text that is in a file and on no page that anybody sees."""

from dataclasses import dataclass
from typing import Literal

from doccheck.model.places import Place

Concealment = Literal["vanish", "ink", "tiny", "covered", "outside", "invisible"]
"""Why text is not seen: marked as hidden; in the colour of its ground; too small; under something
painted later; off the page; drawn without ink."""


@dataclass(frozen=True, slots=True)
class UnseenText:
    """Text that the file holds and a reader does not see (FMT04).

    Attributes:
        text: the words.
        place: where it stands: its paragraph or cell, or its box on the page.
        how: why it is not seen.
        sure: it is certain that nobody sees it; then it is no part of `Document.blocks`. What is
            not sure is there as well.
        block: index in `Document.blocks` of the block at which it stands, None for a page's text.
    """

    text: str
    place: Place
    how: Concealment
    sure: bool = True
    block: int | None = None
