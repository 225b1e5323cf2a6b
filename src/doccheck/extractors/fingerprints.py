"""Pictures: their bytes' fingerprint, and their size in pixels, read from the bytes' head."""

import hashlib
from typing import NamedTuple

from doccheck.extractors.appearance import appearance_of
from doccheck.extractors.likeness import likeness_of
from doccheck.model.document import Appearance

_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # start of frame, all kinds
_JPEG_BARE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length


class Size(NamedTuple):
    """Pixels across and down, 0 where not known."""

    width: int
    height: int


class Fingerprint(NamedTuple):
    """What is known of a stored picture."""

    size: Size
    sha256: str
    appearance: Appearance = ""
    likeness: str = ""


NOTHING_KNOWN = Fingerprint(Size(0, 0), "")


def fingerprint(content: bytes) -> Fingerprint:
    """Return what is known of an encoded picture."""
    digest = hashlib.sha256(content).hexdigest()
    return Fingerprint(pixel_size(content), digest, appearance_of(content), likeness_of(content))


def pixel_size(content: bytes) -> Size:
    """Return the size that a PNG, JPEG, GIF or BMP states; 0 × 0 for others and broken ones."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return Size(_big(content, 16, 4), _big(content, 20, 4))
    if content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        return Size(_little(content, 6, 2), _little(content, 8, 2))
    if content.startswith(b"BM") and len(content) >= 26:
        return Size(_little(content, 18, 4), _bitmap_height(content))
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return Size(0, 0)


def _jpeg_size(content: bytes) -> Size:
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            break
        marker = content[at + 1]
        if marker == 0xFF or marker in _JPEG_BARE:
            at += 1 if marker == 0xFF else 2
        elif marker in _JPEG_SIZES:
            return Size(_big(content, at + 7, 2), _big(content, at + 5, 2))
        else:
            at += 2 + max(2, _big(content, at + 2, 2))
    return Size(0, 0)


def _bitmap_height(content: bytes) -> int:
    return abs(int.from_bytes(content[22:26], "little", signed=True))  # negative: top row first


def _big(content: bytes, at: int, count: int) -> int:
    return int.from_bytes(content[at : at + count], "big")


def _little(content: bytes, at: int, count: int) -> int:
    return int.from_bytes(content[at : at + count], "little")
