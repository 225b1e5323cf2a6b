"""What is seen on a page besides its text: seals, strokes that nobody printed, codes, flaws."""

from dataclasses import dataclass
from typing import Literal

from doccheck.model.places import Place

StrokeKind = Literal["hand", "ink", "red"]
"""`hand` was read as words but is not print; `ink` was not read at all; `red` is a stamp's:
red ink, or what stands in a chop's square frame."""

MOST_STROKES = 60
"""Strokes of one page that are told; where there are as many, some may have been left out."""

FlawKind = Literal["illegible", "low_resolution", "blurred", "dark", "cut_off", "upside_down",
                   "blank"]  # fmt: skip


Step = tuple[tuple[str, float], ...]
"""Signs that a recogniser thought of at one place along a line, likeliest first, each with its
share (0..1); "" stands for no sign. Unlikely ones are left out."""


@dataclass(frozen=True, slots=True)
class SealWords:
    """The words along a seal's rim as they were read once.

    Attributes:
        confidence: 0..1.
        steps: what was thought of along the rim from left to right, evenly spaced; empty where the
            recogniser does not tell. A name that is known can be looked for there.
    """

    text: str
    confidence: float
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal: where it stands, and what its words were read as.

    Attributes:
        place: the rectangle round it, or the picture that shows it.
        red: in red ink; else a copy in black, or a print.
        confidence: that it is a seal.
        words: readings of its name, made in different ways; empty where none could be made.
    """

    place: Place
    red: bool
    confidence: float
    words: tuple[SealWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """Ink on a recognised page that is no print."""

    place: Place
    kind: StrokeKind


@dataclass(frozen=True, slots=True)
class Code:
    """A machine-readable code (QR) and what it says."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """What makes a page hard to read; `amount` says how much (`96 dpi`), empty where it cannot."""

    place: Place
    kind: FlawKind
    amount: str = ""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Everything seen on one page, or on all pages of a file.

    Attributes:
        bare: pages of pure black and white: what was pale or coloured may be gone from them.
    """

    seals: tuple[Seal, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    codes: tuple[Code, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    bare: tuple[Place, ...] = ()

    def between(self, pages: tuple[int, int] | None) -> "PageMarks":
        """Return what is seen on some pages (first and last, None for all)."""
        if pages is None:
            return self
        first, last = pages

        def here(place: Place) -> bool:
            return place.page is None or first <= place.page <= last

        return PageMarks(
            tuple(s for s in self.seals if here(s.place)),
            tuple(s for s in self.strokes if here(s.place)),
            tuple(c for c in self.codes if here(c.place)),
            tuple(f for f in self.flaws if here(f.place)),
            tuple(p for p in self.bare if here(p)),
        )


NOTHING_SEEN = PageMarks()
"""Of a page or file that nobody looked at, or that bears text alone."""
