"""What was read from the picture of one page: the form that is cached and handed on."""

import json
from dataclasses import asdict, dataclass

from doccheck.extractors.ocr.marks_json import marks_from
from doccheck.model.places import Box
from doccheck.model.seen import NOTHING_SEEN, PageMarks

READER_VERSION = "19"
"""Changed whenever the same picture is read otherwise: cached readings are then done anew."""

Straight = tuple[float, ...]
"""3 × 3 matrix row by row: from the straightened page to the page as it lies in the file."""

AS_IS: Straight = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A piece of a line, in points of the straightened page; `lefts` of each character."""

    text: str
    confidence: float
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    lefts: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        """Return its rectangle."""
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as recognised.

    Attributes:
        width: of the straightened page, in points. height: likewise.
        lines: pieces of lines. rules: sides of table cells (x0, top, x1, bottom).
        turns: clockwise quarter turns that put the page upright.
        seen: width and height of the upright page as it lies in the file (before straightening).
        back: how to get there from the straightened page.
        note: what makes the page hard to read, empty where nothing does.
        blank: there is nothing on it.
        failed: why it could not be recognised after all, empty where it was.
        again: it was searched a second time, by other ways.
        glanced: only its top and foot were read: it goes on in the middle of a long text.
        marks: seals, strokes, codes and flaws, in points of the straightened page.
    """

    width: float
    height: float
    lines: tuple[ReadLine, ...] = ()
    rules: tuple[tuple[float, float, float, float], ...] = ()
    turns: int = 0
    seen: tuple[float, float] = (0.0, 0.0)
    back: Straight = AS_IS
    note: str = ""
    blank: bool = False
    failed: str = ""
    again: bool = False
    glanced: bool = False
    marks: PageMarks = NOTHING_SEEN

    @property
    def cut_out(self) -> bool:
        """Return whether the page shows a sheet on a ground, which was cut out to be read.

        Nothing else that straightens a page changes its size.
        """
        return self.seen[0] > 0 and (self.width, self.height) != self.seen

    def on_page(self, box: Box) -> Box:
        """Return where a rectangle of the straightened page lies on the upright page."""
        corners = [
            self.point_on_page(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(*(round(v, 1) for v in (min(xs), min(ys), max(xs), max(ys))))

    def point_on_page(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the straightened page lies on the upright page."""
        a, b, c, d, e, f, g, h, i = self.back
        depth = g * x + h * y + i or 1.0
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


ReadingsByFile = dict[str, dict[int, PageReading]]
"""What was recognised, by file and page."""


def to_json(reading: PageReading) -> str:
    """Return a reading as text."""
    return json.dumps(asdict(reading), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> PageReading:
    """Return the reading that a text holds; ValueError, KeyError or TypeError if it holds none."""
    raw = json.loads(text)
    lines = tuple(ReadLine(**{**line, "lefts": tuple(line["lefts"])}) for line in raw["lines"])
    rules = tuple((a, b, c, d) for a, b, c, d in raw["rules"])
    seen = (raw["seen"][0], raw["seen"][1])
    return PageReading(
        **{
            **raw,
            "lines": lines,
            "rules": rules,
            "seen": seen,
            "back": tuple(raw["back"]),
            "marks": marks_from(raw["marks"]),
        }
    )
