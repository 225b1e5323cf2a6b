"""A figure and the label of the next column, read as one line where the gap between is small."""

import re
from collections.abc import Iterator
from dataclasses import replace

from doccheck.extractors.ocr.reading import ReadLine
from doccheck.extractors.ocr.words import figure

NARROW = 0.55  # of the size: width of a digit
_FIGURE_FIRST = re.compile(
    r"([-－—–]?\s?\d{1,3}(?:\s?[.,，]\s?\d{3})+\s?[.,，]?\s?\d{2})\s*(?=[一-鿿])(?![元万亿千百十％%倍])"
)
"""Grouped digits with cents, and behind them a word that is no unit: 118.026.187.29短期借款."""

_GROUPED_BADLY = re.compile(r"(.*\d{3})(\d{2})")  # the decimal point was not seen


def apart(line: ReadLine) -> Iterator[ReadLine]:
    """Yield a line's figure and the label behind it, or the line itself."""
    found = _FIGURE_FIRST.match(line.text)
    if found is None or len(line.lefts) != len(line.text):
        yield line
        return
    cut = found.end()
    ended = line.lefts[found.end(1) - 1] + NARROW * line.size
    yield replace(
        line, text=_printed(found.group(1)), x1=min(ended, line.lefts[cut] - 0.1), lefts=()
    )
    yield replace(line, text=line.text[cut:], x0=line.lefts[cut], lefts=line.lefts[cut:])


def _printed(text: str) -> str:
    shown = figure(text)
    badly = _GROUPED_BADLY.fullmatch(text) if shown == text else None
    return figure(f"{badly[1]}.{badly[2]}") if badly else shown
