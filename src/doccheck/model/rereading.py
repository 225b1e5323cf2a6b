"""Reading a passage of a picture again, by a recogniser that did not read it the first time.

What decides is read twice: `understanding` says which passages those are, `extractors` reads
them, the pipeline brings the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from doccheck.model.places import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that were read at a place: a whole cell's or paragraph's, or some of it."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class TwiceRead:
    """A line as two recognisers read it.

    Attributes:
        first: its text by the one that read the page.
        confidence: how sure that one was of the line, 0..1.
        second: its text by the other.
        sureness: how sure that one was of each character of `second`.
        whole: no ink stands where neither read a character.
        under_red: red ink lies over it; taking it out may take a point or a minus along.
    """

    first: str
    confidence: float
    second: str
    sureness: tuple[float, ...]
    whole: bool = True
    under_red: bool = False


class Rereader(Protocol):
    """Reads passages a second time."""

    def reread(self, passages: Sequence[Passage]) -> Sequence[tuple[TwiceRead, ...]]:
        """Return for each passage the lines that spell its words, none where they do not."""
