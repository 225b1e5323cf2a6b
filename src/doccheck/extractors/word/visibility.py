"""Whether a reader sees a run of letters: by its size, its colour and what lies behind it."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from doccheck.extractors.word.colours import AUTO, UNKNOWN, WHITE, contrast
from doccheck.extractors.word.looks import RunLook
from doccheck.extractors.word.names import WP, V, W
from doccheck.model.unseen_text import Concealment

TINY = 2.0  # points: letters of 0.7 mm are specks; footnotes and stamps stay above 5
HARDLY_READ = 3.0  # points: up to here a person must look
SQUEEZED = 10  # per cent of the width: Word's own presets go from 33 to 200
STACKED = 0.9  # of a letter's width: drawn together by so much, letters lie upon one another
CRUSHED_LINE = 3.0  # points: an exact line height that shows a slice of the letters
INDISTINCT = 20  # of 255: F2F2F2 on white (13) is not seen, D9D9D9 (38) is faint but legible


class Surface(NamedTuple):
    """What text stands on: its colour, and whether nothing else can lie behind or over it."""

    colour: str = WHITE
    sure: bool = True

    def under(self, colour: str | None) -> "Surface":
        """Return the surface where a fill lies on this one (None, `AUTO`: nothing does)."""
        if colour is None or colour == AUTO:
            return self
        return Surface(colour)


PAPER = Surface()


class Unseen(NamedTuple):
    """Why letters are not seen, and whether that is certain."""

    how: Concealment
    sure: bool


def paper_of(body: etree._Element, furniture: Iterable[etree._Element]) -> Surface:
    """Return what a file's body stands on: white paper, another colour, perhaps a picture."""
    root = body.getparent()
    background = None if root is None else root.find(W + "background")
    if background is not None and background.get(W + "color", WHITE).upper() not in (AUTO, WHITE):
        return Surface(UNKNOWN, sure=False)
    if any(_lies_behind(story) for story in (body, *furniture)):
        return Surface(WHITE, sure=False)
    return PAPER


def _lies_behind(story: etree._Element) -> bool:
    """Return whether a picture or shape lies behind the text; a word as watermark does no harm."""
    for anchor in story.iter(WP + "anchor"):
        if anchor.get("behindDoc", "0") in ("1", "true"):
            return True
    for shape in story.iter(V + "shape", V + "rect"):
        behind = "z-index:-" in shape.get("style", "").replace(" ", "")
        if behind and shape.find(V + "textpath") is None:
            return True
    return False


def unseen(look: RunLook, line: float, surface: Surface) -> Unseen | None:
    """Return why letters of a look are not seen, None where they are.

    `line` is the exact height of the line in points, 0 where it fits the letters.
    """
    if look.hidden:
        return Unseen("vanish", True)
    size = look.size or 0.0
    narrow = look.scale is not None and 0 < look.scale <= SQUEEZED
    if 0 < size <= TINY or narrow or 0 < line <= min(CRUSHED_LINE, size / 2):
        return Unseen("tiny", True)
    below = surface.under(look.ground)
    ink, known = look.ink or AUTO, UNKNOWN not in (look.ink, below.colour)
    if ink != AUTO and known and contrast(ink, below.colour) <= INDISTINCT:
        return Unseen("ink", below.sure)
    stacked = look.spacing is not None and size > 0 and look.spacing <= -STACKED * size
    return Unseen("tiny", False) if stacked or 0 < size <= HARDLY_READ else None
