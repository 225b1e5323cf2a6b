"""Which lines of a recognised page spell a passage."""

import unicodedata
from collections.abc import Sequence

from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.model.places import Box
from doccheck.model.rereading import Passage

MOST_LINES = 6
"""Lines that a name, a code or a figure is spread over at most."""


def spelling(reading: PageReading, passage: Passage) -> tuple[ReadLine, ...]:
    """Return the lines at a passage's place that spell its words.

    Where those there do not (the place may be the label's), the one line of the page that holds
    the words; none where more than one does.
    """
    words = _dense(passage.words)
    if not words or passage.place.box is None:
        return ()
    inside = [li for li in reading.lines if _within(reading.on_page(li.box), passage.place.box)]
    found = _spread(inside, words)
    if found:
        return found
    holding = [line for line in reading.lines if words in _dense(line.text)]
    return tuple(holding) if len(holding) == 1 else ()


def _spread(lines: Sequence[ReadLine], words: str) -> tuple[ReadLine, ...]:
    """Return those of consecutive lines that words run over, none where they are not there."""
    texts = [_dense(line.text) for line in lines]
    start = "".join(texts).find(words)
    if start < 0:
        return ()
    end = start + len(words)
    ends = [len("".join(texts[: i + 1])) for i in range(len(texts))]
    begins = [0, *ends[:-1]]
    own = [
        line
        for line, begin, stop in zip(lines, begins, ends, strict=True)
        if begin < end and stop > start
    ]
    return tuple(own) if len(own) <= MOST_LINES else ()


def _within(line: Box, place: Box) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return place.x0 <= x <= place.x1 and place.top <= y <= place.bottom


def _dense(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
