"""Picture files of every kind that is met, phones' HEIC too, opened by Pillow."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PIL import Image

MAX_FRAMES = 500  # pages of one TIFF: a bound scan has 200
_PAGED = frozenset(("TIFF",))
"""Formats whose frames are pages; those of others are animation or sizes."""


@contextmanager
def opened(picture: Path | bytes, number: int = 1) -> Iterator[Image.Image]:
    """Open a picture at one of its pages (1-based); raises what Pillow raises."""
    _know_heic()
    with Image.open(picture if isinstance(picture, Path) else io.BytesIO(picture)) as image:
        if number > 1:
            image.seek(number - 1)
        yield image


def page_count(picture: Path) -> int:
    """Return how many pages a picture file has: 1 but for a TIFF; 1 for one that is damaged."""
    try:
        with opened(picture) as image:
            frames = getattr(image, "n_frames", 1) if image.format in _PAGED else 1
            return min(int(frames), MAX_FRAMES)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return 1


@cache
def _know_heic() -> None:
    """Teach Pillow to open HEIC, once."""
    from pi_heif import register_heif_opener  # noqa: PLC0415 (loads a library of its own)

    register_heif_opener()
