"""What is seen on the picture of a page besides its text, in points of the straightened page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from doccheck.extractors.ocr.engine import OcrEngine, OcrLine
from doccheck.extractors.ocr.marks_json import ON_PAGE
from doccheck.extractors.ocr.seal_words import read_seal
from doccheck.extractors.page.chops import Rect, find_chops
from doccheck.extractors.page.codes import find_codes
from doccheck.extractors.page.light import ink, pure_black_and_white
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import RED_INK, Ring, find_rings, redness
from doccheck.extractors.page.strokes import find_strokes
from doccheck.model.places import Box, Place
from doccheck.model.seen import Code, PageMarks, Seal, SealWords, Stroke

RED_SEAL = 0.96  # a whole red rim with words in it, of a seal's size, is a seal
GREY_SEAL = 0.90  # the same in black, its words unread: a copy of a seal, or a printed emblem
PARTLY = 0.85  # a rim with gaps
WHOLE = 0.8  # share of the rim from which it is whole
POINTS = 72.0

SURELY_READ = 0.9  # confidence of a rim's words, which tell a grey copy of a seal from an emblem
_ENTERPRISE = re.compile(r"^[一-鿿]{4,}(?:公司|厂|合作社|中心|事务所)$")
_LICENCE = re.compile(r"营业执照|统一社会信用代码|登记机关|扫描.{0,6}二维码")


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's picture and what was found on it so far.

    Attributes:
        image: the straightened page. plain: the same, red ink taken out.
        mask: its ink without red and rules, 255 where there is any.
        dpi: dots an inch. lines: as recognised.
    """

    image: Image
    plain: Image
    mask: Image
    dpi: float
    lines: Sequence[OcrLine]


def see_marks(page: Seen, engine: OcrEngine) -> PageMarks:
    """Return the seals, strokes and codes of a page."""
    reds = redness(page.image) if page.image.ndim == 3 else np.zeros(page.image.shape[:2], np.uint8)
    rings = find_rings(reds, page.dpi, red=True)
    rings += [r for r in find_rings(page.mask, page.dpi, red=False) if not _again(r, rings)]
    red_ink = ((reds > RED_INK) * np.uint8(255)).astype(np.uint8)
    strokes = find_strokes(page.image, page.mask, red_ink, page.dpi, page.lines, rings)
    chops = find_chops(ink(page.plain, page.dpi), page.dpi)
    strokes = [("red" if _in_one_of(chops, rect) else kind, rect) for kind, rect in strokes]
    return PageMarks(
        tuple(_seal(page, ring, engine) for ring in sorted(rings, key=lambda r: (r.y, r.x))),
        tuple(Stroke(_place(rect, page.dpi), kind) for kind, rect in strokes),
        tuple(_codes(page)),
        bare=(ON_PAGE,) if pure_black_and_white(page.image) else (),
    )


def _in_one_of(chops: Sequence[Rect], rect: Rect) -> bool:
    """Tell whether the middle of a stroke lies in a chop's frame."""
    x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in chops)


def _again(ring: Ring, known: Sequence[Ring]) -> bool:
    """Tell whether a black rim is what is left of a red one, its red taken out."""
    return any(abs(ring.x - k.x) < k.wide and abs(ring.y - k.y) < k.wide for k in known)


def _seal(page: Seen, ring: Ring, engine: OcrEngine) -> Seal:
    image = page.image if ring.red else page.plain
    words = read_seal(image, ring, engine)
    sure = RED_SEAL if ring.red or _names_enterprise(words) else GREY_SEAL
    if ring.met < WHOLE:
        sure = min(sure, PARTLY)
    return Seal(_place(ring.box, page.dpi), ring.red, sure, words)


def _names_enterprise(words: Sequence[SealWords]) -> bool:
    """Tell whether an enterprise's whole name runs along a rim: then it is no printed emblem."""
    return any(w.confidence >= SURELY_READ and _ENTERPRISE.search(w.text) for w in words)


def _codes(page: Seen) -> list[Code]:
    """Return the codes of a page that speaks of a licence; to look costs a quarter second."""
    if not any(_LICENCE.search(line.text.replace(" ", "")) for line in page.lines):
        return []
    return [Code(_place(rect, page.dpi), text) for text, rect in find_codes(page.image)]


def _place(rect: Sequence[float], dpi: float) -> Place:
    unit = POINTS / dpi
    x0, top, x1, bottom = (round(float(v) * unit, 1) for v in rect)
    return Place("", box=Box(x0, top, x1, bottom))
