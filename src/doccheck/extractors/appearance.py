"""What a small picture looks like: a red seal, ink, or neither.

Told from pixels alone: whether a mark stands there, not whose it is.
"""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from doccheck.model.document import Appearance

if TYPE_CHECKING:
    from PIL.Image import Image

Answer = TypeVar("Answer")

SIDE = 80  # pixels a picture is scaled to; enough for shape and colour, and quick (2 ms)
MOST_PIXELS = 25_000_000  # larger pictures are photographs or scans, never a pasted mark
RED = 20  # how far red must stand out from green and blue at least, of 255
RED_INK = 2  # and it must be at least this part (a half) of the ink there: paled edges are red too
PALE = 225  # above this in every channel, of 255, is paper
GREY = 40  # channels of 255 this near to each other are black ink, paled by scaling or not
BLUE = 40  # how far blue must stand out from red, of 255, for blue ink
SEAL_SHARE = 0.6  # of all that is not paper, what must be red
SEAL_AREA = 0.02  # of the picture, what must be red at least: a ring and a star
SEAL_ASPECT = 1.5  # longest side to shortest, round and oval seals
ALL = 255  # of an alpha channel: nothing shines through
INK_SHARE = 0.7  # of all that is not paper, what must be black or blue
INK_AREA = (0.004, 0.45)  # of the picture, what a signature covers
INK_ASPECT = (1.1, 8.0)  # a name is wider than high


def told_of(content: bytes, tell: "Callable[[Image], Answer]", nothing: Answer) -> Answer:
    """Return what `tell` says of an encoded picture, `nothing` of one too large or broken."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (20 ms, only for pictures)

    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > MOST_PIXELS:
                return nothing
            return tell(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return nothing


def appearance_of(content: bytes) -> Appearance:
    """Return what an encoded picture looks like; `""` for what cannot be told or decoded."""
    return told_of(content, judge, "")


def is_opaque(content: bytes) -> bool:
    """Return whether nothing is seen through an encoded picture; False where it cannot be told."""
    return told_of(content, _hides_all, False)


def _hides_all(image: "Image") -> bool:
    if not image.has_transparency_data:
        return True
    return bool(image.convert("RGBA").getchannel("A").getextrema()[0] == ALL)


def appearance_of_pixels(
    data: bytes, size: tuple[int, int], mode: str, channels: str, stride: int
) -> Appearance:
    """Return what raw pixels look like.

    `mode` is Pillow's, `channels` the order of the raw bytes (`BGRA`), `stride` bytes in a row.
    """
    from PIL import Image  # noqa: PLC0415

    return judge(Image.frombytes(mode, size, data, "raw", channels, stride))


def judge(image: "Image") -> Appearance:
    """Return what a picture looks like, laid on white paper."""
    from PIL import Image as Images  # noqa: PLC0415

    if min(image.size) < 1:
        return ""
    aspect = image.width / image.height
    small = image.convert("RGBA")
    small.thumbnail((SIDE, SIDE))
    paper = Images.new("RGBA", small.size, "white")
    marked, red, ink = _shares(Images.alpha_composite(paper, small).convert("RGB"))
    if not marked:
        return ""
    if red >= SEAL_SHARE * marked and red >= SEAL_AREA:
        return "seal" if 1 / SEAL_ASPECT <= aspect <= SEAL_ASPECT else ""
    inky = ink >= INK_SHARE * marked and INK_AREA[0] <= marked <= INK_AREA[1]
    return "ink" if inky and INK_ASPECT[0] <= aspect <= INK_ASPECT[1] else ""


def _shares(picture: "Image") -> tuple[float, float, float]:
    """Return the shares of a picture that are no paper, red, and black or blue ink."""
    from PIL import ImageChops as Channels  # noqa: PLC0415

    red, green, blue = picture.split()
    lightest = Channels.lighter(Channels.lighter(red, green), blue)
    darkest = Channels.darker(Channels.darker(red, green), blue)
    marked = darkest.point([255 if v < PALE else 0 for v in range(256)])
    redness = Channels.subtract(red, Channels.lighter(green, blue))
    inked = Channels.invert(darkest).point([v // RED_INK for v in range(256)])
    reddish = Channels.darker(
        redness.point(_from(RED)), Channels.subtract(redness, inked).point(_from(1))
    )
    grey = Channels.subtract(lightest, darkest).point([255 - v for v in _from(GREY)])
    bluish = Channels.subtract(blue, red).point(_from(BLUE))
    ink = Channels.darker(marked, Channels.lighter(grey, bluish))
    whole = picture.width * picture.height
    return tuple(m.histogram()[255] / whole for m in (marked, reddish, ink))  # type: ignore[return-value]


def _from(level: int) -> list[int]:
    """Return a table that makes 255 of a level and above, 0 of what is below."""
    return [255 if value >= level else 0 for value in range(256)]
