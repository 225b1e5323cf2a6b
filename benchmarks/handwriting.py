"""Writing by hand, drawn: names, dates, strokes that run into one another, in ink of a pen."""

import math
import random
from itertools import pairwise

import cv2
import numpy as np
from degraded import DRAWN_DPI, Image
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

MM = DRAWN_DPI / 25.4
INKS = ((45, 42, 40), (30, 30, 30), (105, 52, 28), (150, 70, 25))  # BGR: black to blue
FACES = (
    ("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf", 0),
    ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
)


def scrawl(rng: random.Random, signs: int) -> Image:
    """Return a signature that nobody can read: 255 where ink is, one sign after another."""
    high = rng.uniform(8, 14) * MM
    wide = high * rng.uniform(0.75, 1.05)
    layer = np.zeros((round(high * 1.5), round(wide * (signs + 0.8))), np.uint8)
    pen = max(3, round(rng.uniform(0.45, 0.9) * MM))
    end: tuple[float, float] | None = None
    for n in range(signs):
        left = wide * (n + 0.3)
        for _ in range(rng.randint(4, 7)):
            start = (left + rng.random() * wide, high * (0.2 + rng.random()))
            if end is not None and rng.random() < 0.45:  # the pen did not leave the paper
                start = end
            finish = (left + rng.random() * wide, high * (0.2 + rng.random()))
            _stroke(layer, start, finish, rng, pen)
            end = finish
    return layer


def _stroke(
    layer: Image, start: tuple[float, float], end: tuple[float, float], rng: random.Random, pen: int
) -> None:
    """Draw a bent stroke, thinner at its end."""
    bend = math.hypot(end[0] - start[0], end[1] - start[1]) * rng.uniform(-0.4, 0.4)
    middle = (
        (start[0] + end[0]) / 2 + bend * rng.uniform(0.3, 1),
        (start[1] + end[1]) / 2 + bend,
    )
    steps = np.linspace(0, 1, 24)[:, None]
    path = (
        (1 - steps) ** 2 * np.array(start)
        + 2 * steps * (1 - steps) * np.array(middle)
        + steps**2 * np.array(end)
    )
    for n, (one, other) in enumerate(pairwise(path)):
        width = max(1, round(pen * (1 - 0.5 * n / len(path))))
        cv2.line(
            layer, (round(one[0]), round(one[1])), (round(other[0]), round(other[1])), 255, width,
            cv2.LINE_AA,
        )  # fmt: skip


def written(rng: random.Random, text: str, high_mm: float) -> Image:
    """Return words written neatly: signs of a script face, leaning, bent, of uneven size."""
    path, index = rng.choice(FACES)
    size = round(high_mm * MM)
    font = ImageFont.truetype(path, size, index=index)
    room = size
    wide = round(sum(font.getlength(sign) for sign in text) * 1.1) + 2 * room
    drawn = Pillow.new("L", (wide, size * 3), 0)
    at = float(room)
    for sign in text:
        glyph = Pillow.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(glyph).text((size // 2, size // 2), sign, fill=255, font=font)
        glyph = glyph.rotate(rng.uniform(-9, 9), resample=Pillow.Resampling.BICUBIC)
        where = (round(at - size // 2), round(size // 2 + rng.uniform(-0.12, 0.12) * size))
        drawn.paste(255, where, glyph)
        at += font.getlength(sign) * rng.uniform(0.85, 1.08)
    return _bent(np.asarray(drawn), rng, size)


def _bent(layer: Image, rng: random.Random, size: int) -> Image:
    """Return a layer leaning and with its strokes bent, as no typeface is."""
    height, width = layer.shape
    dice = np.random.default_rng(rng.randrange(2**31))
    reach = size * 0.09
    fields = [
        cv2.resize(dice.normal(0, 1, (4, max(4, width // size * 3))).astype(np.float32),
                   (width, height), interpolation=cv2.INTER_CUBIC) * reach
        for _ in range(2)
    ]  # fmt: skip
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    lean = rng.uniform(-0.05, 0.3)
    bent = cv2.remap(
        layer, x + fields[0] + lean * (y - height / 2), y + fields[1], cv2.INTER_LINEAR
    )
    pen = max(1, round(rng.uniform(0.1, 0.3) * MM))
    return cv2.dilate(bent, np.ones((pen, pen), np.uint8)).astype(np.uint8)


def inked(page: Image, layer: Image, left: float, middle: float, rng: random.Random) -> None:
    """Put a layer of ink on a page, its left side and its middle line given in pixels."""
    ys, xs = np.nonzero(layer > 60)
    art = layer[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    top, left = max(0, round(middle - art.shape[0] / 2)), max(0, round(left))
    under = page[top : top + art.shape[0], left : left + art.shape[1]]
    cover = (art[: under.shape[0], : under.shape[1], None].astype(np.float32) / 255) * rng.uniform(
        0.75, 1.0
    )
    ink = np.array(rng.choice(INKS), np.float32)
    under[:] = np.minimum(under, under * (1 - cover) + ink * cover).astype(np.uint8)
