"""The words of seals that are pictures in Word and digital PDF files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
import pypdfium2 as pypdfium

from doccheck.errors import UnreadableFileError
from doccheck.extractors.calls import Call
from doccheck.extractors.isolated import run_calls
from doccheck.extractors.ocr.cache import keep_reading, load_reading, reading_key
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.engine import load_engine
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.ocr.recognise import page_picture
from doccheck.extractors.ocr.seal_words import read_seal
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import Ring, find_rings, redness
from doccheck.model.document import Document, Picture
from doccheck.model.files import SourceFile
from doccheck.model.places import Place
from doccheck.model.seen import PageMarks, Seal, SealWords

SEAL_MM = 42.0  # width of a pasted seal, whatever its pixels
PIXELS_TELL = 0.96  # a red round picture is a seal; the same figure as for one on a scan
MOST_SEALS = 12  # pictures of one file that are read
ROUND_IT = 0.1  # of a picture's side on a PDF page that is cut out round it
READ_SECONDS = 60.0  # for one file: a seal takes 0.1 s, loading the models 2 s
READ_MEMORY = 1 << 30  # bytes, the models included
POINTS = 72.0


def with_seals(
    sources: Sequence[SourceFile], documents: Sequence[Document], choice: OcrChoice, jobs: int
) -> dict[str, Document]:
    """Return, by path, the files that show seals as pictures, these read."""
    by_path = {s.path: s for s in sources}
    sealed = [d for d in documents if d.file in by_path and any(_seals(d))]
    calls = [
        Call(read_seals, (by_path[d.file], tuple(_seals(d)), choice), READ_SECONDS, READ_MEMORY)
        for d in sealed
    ]
    return {
        document.file: replace(
            document, marks=replace(document.marks, seals=document.marks.seals + answer.value)
        )
        for document, answer in zip(sealed, run_calls(calls, jobs), strict=True)
        if answer.end == "done" and answer.error is None
    }


Numbered = tuple[int, Picture]


def _seals(document: Document) -> Iterator[Numbered]:
    """Yield the pictures that look like seals, each with its number in the file (from 1)."""
    found = [(n, p) for n, p in enumerate(document.pictures, 1) if p.appearance == "seal"]
    yield from found[:MOST_SEALS]


def read_seals(
    source: SourceFile, pictures: Sequence[Numbered], choice: OcrChoice
) -> tuple[Seal, ...]:
    """Return the seals that a file's pictures show; one that cannot be read has no words."""
    known: dict[str, tuple[SealWords, ...]] = {}
    seals = []
    for number, picture in pictures:
        same = picture.sha256 or f"{number}"
        if same not in known:
            known[same] = _words(source, number, picture, choice)
        seals.append(Seal(picture.place, True, PIXELS_TELL, known[same]))
    return tuple(seals)


def _words(
    source: SourceFile, number: int, picture: Picture, choice: OcrChoice
) -> tuple[SealWords, ...]:
    assert choice.engine is not None
    try:
        image, dpi = _cut_out(source, number, picture)
    except (UnreadableFileError, pypdfium.PdfiumError):
        return ()
    engine = load_engine(choice.engine)
    key = reading_key(image, dpi, f"seal/{engine.name}", engine.version)
    kept = load_reading(choice.cache, key) if choice.cache else None
    if kept is None:
        words = read_seal(image, _ring(image, dpi), engine)
        kept = PageReading(0.0, 0.0, marks=PageMarks((Seal(Place(""), True, 1.0, words),)))
        if choice.cache:
            keep_reading(choice.cache, key, kept)
    return kept.marks.seals[0].words


def _cut_out(source: SourceFile, number: int, picture: Picture) -> tuple[Image, float]:
    """Return the picture of a seal and its dots an inch, its true width being about that of any."""
    if source.file_format != "pdf":
        image, _ = page_picture(source, number)
        return image, max(image.shape[:2]) / SEAL_MM * 25.4
    image, dpi = page_picture(source, picture.place.page or 1)
    box = picture.place.box
    if box is None:
        return image, dpi
    unit = dpi / POINTS
    edge = (box.x1 - box.x0) * ROUND_IT
    x0, top = max(0, int((box.x0 - edge) * unit)), max(0, int((box.top - edge) * unit))
    x1, bottom = int((box.x1 + edge) * unit) + 1, int((box.bottom + edge) * unit) + 1
    return np.ascontiguousarray(image[top:bottom, x0:x1]), dpi


def _ring(image: Image, dpi: float) -> Ring:
    """Return the rim found on a picture, else the one that would fill it."""
    colour = image if image.ndim == 3 else cv2.cvtColor(image, cv2.COLOR_GRAY2BGR).astype(np.uint8)
    rings = find_rings(redness(colour), dpi, red=True)
    height, width = image.shape[:2]
    return rings[0] if rings else Ring(width / 2, height / 2, width / 2, height / 2, 0, 0, red=True)
