"""What every recogniser offers: a picture in, lines of text out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    from doccheck.extractors.page.pixels import Image

EngineName = Literal["rapidocr", "tesseract"]

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Corners in pixels: the line's top left, top right, bottom right, bottom left."""


def edges(quad: Quad) -> tuple[float, float, float, float]:
    """Return the rectangle round four corners: left, top, right, bottom."""
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class OcrLine:
    """A line as an engine read it.

    Attributes:
        confidence: 0..1, of the whole line.
        quad: where it stands in the picture.
        starts: where each character of `text` begins, as a share of the line's length; empty
            where the engine does not tell.
        sureness: confidence of each character, empty where the engine does not tell.
    """

    text: str
    confidence: float
    quad: Quad
    starts: tuple[float, ...] = ()
    sureness: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line that was found and not read yet: where it stands, and its picture, level."""

    quad: Quad
    picture: "Image"


class OcrEngine(Protocol):
    """A recogniser."""

    @property
    def name(self) -> str:
        """Return the engine's name."""

    @property
    def version(self) -> str:
        """Return the version of code and model: another one may read otherwise."""

    def lines(self, image: "Image") -> list[OcrLine]:
        """Return the lines of a picture, in no particular order."""

    def texts(self, crops: "list[Image]") -> list[tuple[str, float]]:
        """Return text and confidence of pictures that show one line each."""


@runtime_checkable
class FindingEngine(OcrEngine, Protocol):
    """A recogniser that can find lines without reading them, which is a sixth of the work."""

    def find(self, image: "Image") -> list[FoundLine]:
        """Return the lines of a picture, unread."""

    def read(self, found: list[FoundLine]) -> list[OcrLine]:
        """Return those of the lines that can be read, in their order."""


def load_engine(name: EngineName) -> OcrEngine:
    """Return an engine, the same one each time in one process (its models are large).

    Raises:
        DoccheckError: it is not installed; the message says what to install.
    """
    if name not in _LOADED:
        _LOADED[name] = _new(name)
    return _LOADED[name]


_LOADED: dict[EngineName, OcrEngine] = {}


def _new(name: EngineName) -> OcrEngine:
    if name == "tesseract":
        from doccheck.extractors.ocr.tesseract import TesseractEngine  # noqa: PLC0415

        return TesseractEngine()
    from doccheck.extractors.ocr.rapid import RapidEngine  # noqa: PLC0415

    return RapidEngine()
