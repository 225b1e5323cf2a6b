"""How much ink of a seal there is at each pixel, also where print lies over it or under it.

Black print hides a seal's red. What stood there is made out in two ways, which fail at different
places: the ink next to it is drawn on over the print; and red ink on black print is still a shade
redder than print alone.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import redness

PALE = 12.0  # of 255: redness from which on ink is red
BLACK, BLACK_TO_RED = 70.0, 50.0  # of 255 in the red channel: black print, and how far red is
PRINT = 0.45  # of the paper's red channel: darker is print, whatever lies over it
COVERED = 0.004  # share of a seal's square that print must hide to be worth making out
DRAWN_ON = 3  # pixels: how far round it a hidden one is taken from
FULL_INK = 180  # of 255: ink that tells how red this seal is
USUAL_RED = 0.6  # saturation of red ink where none tells
REDDER = (0.25, 0.75)  # of the seal's own saturation: print alone, and print with ink on it


def seal_inks(image: Image, red: bool) -> list[Image]:
    """Return ink of a seal, 0..255, made out in one way or, where print hides some, in two."""
    if not red or image.ndim == 2:
        return [_all_ink(image)]
    bare = _red_ink(image)
    hidden = _print(image)
    if np.count_nonzero(hidden) < COVERED * hidden.size:
        return [bare]
    drawn_on = cv2.inpaint(bare, hidden, DRAWN_ON, cv2.INPAINT_TELEA)
    both = (_shade_of_red(image, bare, hidden) + drawn_on) / 2
    return [np.where(hidden > 0, both, bare).astype(np.uint8), drawn_on.astype(np.uint8)]


def _all_ink(image: Image) -> Image:
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return _stretched(255.0 - grey.astype(np.float32), float(255 - np.percentile(grey, 70)))


def _red_ink(image: Image) -> Image:
    """Return red ink: its shape from the green channel, which JPEG keeps sharper than colour."""
    near = cv2.dilate(redness(image), np.ones((3, 3), np.uint8)).astype(np.float32)
    tint = np.clip((near - PALE) / PALE, 0.0, 1.0)
    bright = np.clip((image[:, :, 2].astype(np.float32) - BLACK) / BLACK_TO_RED, 0.0, 1.0)
    green = 255.0 - image[:, :, 1].astype(np.float32)
    return _stretched(green * tint * bright, float(np.percentile(green, 30)))


def _stretched(ink: NDArray[np.float32], paper: float) -> Image:
    """Return ink from 0 (paper) to 255 (as dark as the rim)."""
    ink = np.maximum(ink - paper - 8.0, 0.0)
    strong = ink[ink > 12]
    full = float(np.percentile(strong, 80)) if strong.size > 50 else 255.0
    stretched: Image = np.minimum(ink * (255.0 / max(full, 20.0)), 255.0).astype(np.uint8)
    return stretched


def _print(image: Image) -> Image:
    """Return a mask of black print with its blurred edge."""
    red = image[:, :, 2]
    dark = (red < PRINT * float(np.percentile(red, 70))).astype(np.uint8)
    return cv2.dilate(dark, np.ones((3, 3), np.uint8)).astype(np.uint8)


def _shade_of_red(image: Image, bare: Image, hidden: Image) -> NDArray[np.float32]:
    """Return ink by how red pixels are for their brightness, which black print hardly changes."""
    soft = cv2.GaussianBlur(image, (0, 0), 0.6).astype(np.float32)
    others = cv2.max(soft[:, :, 0], soft[:, :, 1])
    saturation = np.clip((soft[:, :, 2] - others) / np.maximum(soft[:, :, 2], 20.0), 0.0, 1.0)
    plain = saturation[(bare > FULL_INK) & (hidden == 0)]
    usual = max(float(np.median(plain)), 0.1) if plain.size > 50 else USUAL_RED
    share = (saturation / usual - REDDER[0]) / (REDDER[1] - REDDER[0])
    shade: NDArray[np.float32] = (np.clip(share, 0.0, 1.0) * 255.0).astype(np.float32)
    return shade
