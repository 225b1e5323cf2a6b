"""Passages of recognised pages read once more: their lines cut out of the page as it lies."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pypdfium

from doccheck.errors import UnreadableFileError
from doccheck.extractors.ocr.passages import spelling
from doccheck.extractors.ocr.reading import PageReading, ReadingsByFile, ReadLine
from doccheck.extractors.ocr.recognise import page_picture
from doccheck.extractors.ocr.second_cache import (
    KnownLines,
    LineReading,
    keep_lines,
    known_lines,
)
from doccheck.extractors.ocr.words import cleaned
from doccheck.extractors.page.deskew import quarter_turned
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.red import red_mask, without_red
from doccheck.model.files import SourceFile
from doccheck.model.places import Box
from doccheck.model.rereading import Passage, TwiceRead

BEYOND = 0.4  # of the size: how far beyond a line's ends is looked, for a character cut off
ABOVE = 0.2  # of the size: print reaches beyond its nominal height
POINTS = 72.0  # an inch

PageOfFile = tuple[str, int]


class SecondReading:
    """Reads lines of recognised pages again; a page is drawn only if something is new on it."""

    def __init__(
        self, files: Sequence[SourceFile], readings: ReadingsByFile, cache: Path | None = None
    ) -> None:
        self._files = {f.path: f for f in files}
        self._readings = readings
        self._cache = cache

    def reread(self, passages: Sequence[Passage]) -> list[tuple[TwiceRead, ...]]:
        """Return for each passage the lines that spell its words (`model.rereading`)."""
        found = [self._lines_of(passage) for passage in passages]
        wanted: dict[PageOfFile, list[ReadLine]] = defaultdict(list)
        for passage, lines in zip(passages, found, strict=True):
            wanted[_page_of(passage)] += lines
        second = {page: self._page(*page, lines) for page, lines in wanted.items() if lines}
        return [
            _twice(lines, second.get(_page_of(passage), {}))
            for passage, lines in zip(passages, found, strict=True)
        ]

    def _lines_of(self, passage: Passage) -> tuple[ReadLine, ...]:
        file, page = _page_of(passage)
        reading = self._readings.get(file, {}).get(page)
        return () if reading is None else spelling(reading, passage)

    def _page(self, file: str, page: int, lines: Sequence[ReadLine]) -> KnownLines:
        source = self._files[file]
        known = known_lines(self._cache, source, page)
        new = [line for line in dict.fromkeys(lines) if line.box not in known]
        if new:
            known = {**known, **self._read(source, page, self._readings[file][page], new)}
            keep_lines(self._cache, source, page, known)
        return known

    def _read(
        self, source: SourceFile, number: int, reading: PageReading, lines: Sequence[ReadLine]
    ) -> KnownLines:
        try:
            image, _ = page_picture(source, number)
        except (pypdfium.PdfiumError, UnreadableFileError):
            return {}
        upright = quarter_turned(image, reading.turns) if reading.turns else image
        return {line.box: _second(line_picture(upright, reading, line)) for line in lines}


def _second(line: Image) -> LineReading:
    """Return what the second recogniser reads, red ink made paper."""
    from doccheck.extractors.ocr.second import second_recogniser  # noqa: PLC0415

    red = red_mask(line)
    plain = line if red is None else without_red(line, red)
    return replace(second_recogniser().read(plain), under_red=red is not None)


def _page_of(passage: Passage) -> PageOfFile:
    return passage.place.file, passage.place.page or 0


def _twice(lines: Sequence[ReadLine], known: KnownLines) -> tuple[TwiceRead, ...]:
    """Return the lines as both read them, nothing where one could not be read again."""
    if any(line.box not in known for line in lines):
        return ()
    return tuple(_both(line, known[line.box]) for line in lines)


def _both(line: ReadLine, again: LineReading) -> TwiceRead:
    places = tuple(float(i) for i in range(len(again.text)))
    text, _, sureness = cleaned(again.text, places, again.sureness)
    return TwiceRead(line.text, line.confidence, text, sureness, again.whole, again.under_red)


def line_picture(upright: Image, reading: PageReading, line: ReadLine) -> Image:
    """Return a line cut out of the upright page, straightened."""
    box = _roomy(line, reading)
    scale = upright.shape[1] / (reading.seen[0] or 1.0)
    corners = ((box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom))
    here = np.array([reading.point_on_page(x, y) for x, y in corners], np.float32) * scale
    width = max(2, round((box.x1 - box.x0) * scale))
    height = max(2, round((box.bottom - box.top) * scale))
    there = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    warp = cv2.getPerspectiveTransform(here, there)
    return cv2.warpPerspective(
        upright, warp, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
    ).astype(np.uint8)


def _roomy(line: ReadLine, reading: PageReading) -> Box:
    """Return a line's box with room around it, as far as neither rules nor neighbours stand."""
    middle = (line.top + line.bottom) / 2
    beside = [o.box for o in reading.lines if o is not line and o.top < middle < o.bottom]
    beside += [Box(*rule) for rule in reading.rules if rule[1] < middle < rule[3]]
    room = BEYOND * line.size
    left = max([b.x1 for b in beside if b.x1 <= line.x0 + room / 4], default=0.0)
    right = min([b.x0 for b in beside if b.x0 >= line.x1 - room / 4], default=reading.width)
    over = ABOVE * line.size
    return Box(
        min(line.x0, max(line.x0 - room, left + room / 4)), line.top - over,
        max(line.x1, min(line.x1 + room, right - room / 4)), line.bottom + over,
    )  # fmt: skip
