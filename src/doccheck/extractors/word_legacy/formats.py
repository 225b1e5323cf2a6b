"""Which properties hold where: the 512-byte pages of formatting ([MS-DOC] 2.9.33, 2.9.174)."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from doccheck.extractors.word_legacy.properties import changes, numbers, positions, unsigned

PAGE = 512  # bytes
_PAGE_NUMBER = 0x3FFFFF  # bits of an entry that hold it
_PARAGRAPH_ENTRY = 13  # bytes
MAX_RUNS = 2_000_000  # of one file; a run has at least one character
_HUGE = 0x6646  # modifier: the rest stands in the stream `Data`


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges of bytes of the text, each with its properties; sorted, none over another."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[bytes, ...]

    def at(self, byte: int) -> bytes:
        """Return the properties of the character stored at a byte, empty where none are told."""
        index = bisect_right(self.starts, byte) - 1
        return self.values[index] if index >= 0 and byte < self.ends[index] else b""

    def cuts(self, first: int, last: int) -> tuple[int, ...]:
        """Return the bytes strictly between two at which the properties change."""
        low, high = bisect_right(self.starts, first), bisect_right(self.starts, last - 1)
        inner = {*self.starts[low:high], *self.ends[max(0, low - 1) : high]}
        return tuple(sorted(byte for byte in inner if first < byte < last))


def character_ranges(stream: bytes, table: bytes) -> Ranges:
    """Return the ranges of characters with their modifiers."""
    found: dict[int, tuple[int, bytes]] = {}
    for page in _pages(stream, table):
        count = page[-1]
        bounds = numbers(page, 0, count + 1)
        for i, (start, end) in enumerate(pairwise(bounds)):
            at = 2 * page[4 * (count + 1) + i] if 4 * (count + 1) + i < PAGE else 0
            found[start] = (end, page[at + 1 : at + 1 + page[at]] if at else b"")
    return _sorted(found)


def paragraph_ranges(stream: bytes, table: bytes, data: bytes) -> Ranges:
    """Return the ranges of paragraphs; each value is the style's number and the modifiers."""
    found: dict[int, tuple[int, bytes]] = {}
    for page in _pages(stream, table):
        count = page[-1]
        bounds = numbers(page, 0, count + 1)
        for i, (start, end) in enumerate(pairwise(bounds)):
            entry = 4 * (count + 1) + i * _PARAGRAPH_ENTRY
            at = 2 * page[entry] if entry < PAGE else 0
            found[start] = (end, _whole(_paragraph(page, at), data))
    return _sorted(found)


def _pages(stream: bytes, table: bytes) -> list[bytes]:
    _, entries = positions(table, 4)
    pages = []
    for entry in entries:
        at = (unsigned(entry) & _PAGE_NUMBER) * PAGE
        page = stream[at : at + PAGE]
        if len(page) == PAGE:
            pages.append(page)
    return pages


def _paragraph(page: bytes, at: int) -> bytes:
    if not at:
        return b""
    half = page[at]
    if half:
        return page[at + 1 : at + 2 * half]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < PAGE else b""


def _whole(value: bytes, data: bytes) -> bytes:
    """Return a paragraph's properties, those that did not fit fetched from where they stand."""
    for number, operand in changes(value[2:]):
        if number == _HUGE:
            at = unsigned(operand)
            size = unsigned(data[at : at + 2])
            return value[:2] + data[at + 2 : at + 2 + size]
    return value


def _sorted(found: dict[int, tuple[int, bytes]]) -> Ranges:
    starts = tuple(sorted(found)[:MAX_RUNS])
    ends = tuple(found[s][0] for s in starts)
    return Ranges(starts, ends, tuple(found[s][1] for s in starts))
