"""The words of a seal, read from its rim laid out straight, in several ways."""

import re
from collections.abc import Sequence

from doccheck.extractors.ocr.engine import OcrEngine
from doccheck.extractors.page.arc import strips
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import Ring
from doccheck.model.seen import SealWords

LEAST_WORDS = 4  # characters: fewer are no name
_NOT_WORDS = re.compile(r"[^一-鿿㐀-䶿A-Za-z0-9()（）]")


def read_seal(image: Image, ring: Ring, engine: OcrEngine) -> tuple[SealWords, ...]:
    """Return every reading of a seal's name that gave words at all."""
    laid_out = strips(image, ring)
    read = _with_shares(laid_out) if engine.name == "rapidocr" else _by_engine(laid_out, engine)
    return tuple(w for w in read if len(w.text) >= LEAST_WORDS)


def _with_shares(laid_out: Sequence[Image]) -> list[SealWords]:
    from doccheck.extractors.ocr.sign_shares import thought_of  # noqa: PLC0415

    read = [thought_of(strip) for strip in laid_out]
    return [SealWords(_words(text), round(sure, 3), steps) for text, sure, steps in read]


def _by_engine(laid_out: list[Image], engine: OcrEngine) -> list[SealWords]:
    read = engine.texts(laid_out) if laid_out else []
    return [SealWords(_words(text), round(sure, 3)) for text, sure in read]


def _words(text: str) -> str:
    """Return a reading without stray signs and without the code's digits at its ends."""
    return _NOT_WORDS.sub("", text).strip("0123456789")
