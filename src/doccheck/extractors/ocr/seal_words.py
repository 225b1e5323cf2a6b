"""The words of a seal, read from its rim laid out straight, in several ways and by two readers."""

import re

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
    read = engine.texts(laid_out) if laid_out else []
    words = [SealWords(_words(text), round(sure, 3)) for text, sure in read]
    return tuple(w for w in words if len(w.text) >= LEAST_WORDS)


def _words(text: str) -> str:
    """Return a reading without stray signs and without the code's digits at its ends."""
    return _NOT_WORDS.sub("", text).strip("0123456789")
