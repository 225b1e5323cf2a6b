"""What a picture looks like to another one: a perceptual hash, the same after re-saving it.

The difference hash (Krawetz, 2013) in 16 × 16: each bit tells whether a square is brighter than its
right neighbour. Scaling, recompression and a changed brightness leave nearly all bits as they are.
"""

from typing import TYPE_CHECKING

from doccheck.extractors.appearance import judge, told_of

if TYPE_CHECKING:
    from PIL.Image import Image

SQUARES = 16  # across and down: 256 bits, so that charts of one make stay apart
MIN_SIDE, MIN_AREA = 160, 60_000
"""Pixels: smaller pictures are logos, marks of standards, icons and seals."""

FEW_EDGES = 48
"""Of 256: with fewer squares that differ from their neighbour it is a blank frame or a word."""

STEP = 3  # grey levels of 255 by which neighbours must differ to be told apart from noise


def likeness_of(content: bytes) -> str:
    """Return the hash of an encoded picture, empty for what is too small, plain or unreadable."""
    return told_of(content, likeness, "")


def likeness_of_pixels(
    data: bytes, size: tuple[int, int], mode: str, channels: str, stride: int
) -> str:
    """Return the hash of raw pixels (see `appearance.appearance_of_pixels`)."""
    from PIL import Image  # noqa: PLC0415

    return likeness(Image.frombytes(mode, size, data, "raw", channels, stride))


def likeness(image: "Image") -> str:
    """Return the hash of a picture as 64 hexadecimal digits, empty where it tells nothing."""
    from PIL import Image as Images  # noqa: PLC0415

    if min(image.size) < MIN_SIDE or image.width * image.height < MIN_AREA or judge(image):
        return ""
    shown = image.convert("RGBA")
    paper = Images.new("RGBA", shown.size, "white")
    grey = Images.alpha_composite(paper, shown).convert("L")
    small = grey.resize((SQUARES + 1, SQUARES), Images.Resampling.BOX)
    levels = list(small.tobytes())
    rows = [levels[y * (SQUARES + 1) : (y + 1) * (SQUARES + 1)] for y in range(SQUARES)]
    steps = [row[x] - row[x + 1] for row in rows for x in range(SQUARES)]
    if sum(abs(step) >= STEP for step in steps) < FEW_EDGES:
        return ""
    bits = sum((step >= STEP) << place for place, step in enumerate(steps))
    return f"{bits:0{SQUARES * SQUARES // 4}x}"
