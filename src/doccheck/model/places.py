"""Where something stands and why it is believed.

Coordinates: points (1/72 inch), origin at the page's top-left corner, x to the right, y down,
with the page's own rotation undone. Pages count from 1. There is no other convention.
"""

from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")

Via = Literal["native", "ocr", "table", "pixels", "qr", "derived", "file_name"]

CERTAIN = 0.95
"""Confidence from which a reading may carry a `pass` or a `fail`; below it the answer is 待核."""

ASSERTED = 0.97
"""Confidence that a `fail` needs: a false accusation costs more than a missed defect."""

UNCONFIRMED = 0.96
"""The most that one recogniser's own word is worth: it may bear a `pass`, never a `fail`."""


class Box(NamedTuple):
    """A rectangle on a page, in points from the page's top-left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: "Box") -> "Box":
        """Return the smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a submission.

    Attributes:
        file: the file's path in the submission (contract §3; inside archives `a.zip!/b.pdf`).
        page: 1-based page, None for files that have no pages (Word, Excel).
        box: rectangle on that page, None where it is not known; never invented.
        anchor: `paragraph[12]`, `table[0].cell[2,1]`, `sheet[资产负债表].cell[4,2]`: 0-based
            indexes of blocks, rows and columns; empty where it adds nothing.
    """

    file: str
    page: int | None = None
    box: Box | None = None
    anchor: str = ""

    @property
    def order(self) -> tuple[str, int, float, float, str]:
        """Return a sort key: file, page, down the page, across it."""
        box = self.box or Box(0, 0, 0, 0)
        return (self.file, self.page or 0, box.top, box.x0, self.anchor)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value is believed: where it stands, what is printed there, how it was read.

    Attributes:
        place: where.
        quote: the words as printed, shortened to what a reader needs.
        via: how it was read.
        confidence: 0..1; `CERTAIN` and above may carry a verdict.
        note: a word on the doubt, empty where there is none.
        document: id of the logical document (`d3`), empty before the file was cut into documents.
    """

    place: Place
    quote: str = ""
    via: Via = "native"
    confidence: float = 1.0
    note: str = ""
    document: str = ""

    @property
    def certain(self) -> bool:
        """Return whether the reading may carry a verdict."""
        return self.confidence >= CERTAIN


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with all the evidence it rests on; a derived value cites all its parents."""

    value: T
    evidence: tuple[Evidence, ...]

    @property
    def confidence(self) -> float:
        """Return the confidence of the weakest link, 1.0 for a value without evidence."""
        return min((e.confidence for e in self.evidence), default=1.0)
