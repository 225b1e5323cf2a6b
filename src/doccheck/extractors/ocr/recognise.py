"""One page of one file → what was recognised on it: from the cache, or by an engine in time."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType

import numpy as np
import pypdfium2 as pypdfium

from doccheck.errors import UnreadableFileError
from doccheck.extractors.ocr.again import read_again
from doccheck.extractors.ocr.cache import keep_reading, load_reading, reading_key
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.engine import FindingEngine, load_engine
from doccheck.extractors.ocr.reading import PageReading
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.render import open_picture, render_page
from doccheck.extractors.pdf_file import open_pdf
from doccheck.extractors.scanned import glance_at, read_scan
from doccheck.extractors.stored import picture_of
from doccheck.model.files import SourceFile

TOO_SLOW = "识别超时，未能读出；请提供更清晰或更小的扫描件"
NO_PICTURE = "这一页无法转为图像"


class _OutOfTimeError(Exception):
    """A page took longer than it may."""


def recognise_page(source: SourceFile, number: int, choice: OcrChoice) -> PageReading:
    """Return what stands on a page; a page that cannot be recognised says why."""
    assert choice.engine is not None
    try:
        image, dpi = page_picture(source, number)
    except pypdfium.PdfiumError:
        return PageReading(0.0, 0.0, failed=NO_PICTURE)
    except UnreadableFileError:
        if source.file_format == "image" and number == 1:
            raise
        return PageReading(0.0, 0.0, failed=NO_PICTURE)  # the rest of the file goes on
    engine = load_engine(choice.engine)
    way = "/again" if choice.again else "/glance" if choice.glance else ""
    key = reading_key(image, dpi, engine.name + way, engine.version)
    kept = load_reading(choice.cache, key) if choice.cache else None
    if kept is not None:
        return kept
    if choice.again:
        first = recognise_page(source, number, replace(choice, again=False))
        if first.failed or first.blank:
            return first
        reading = _in_time(image, dpi, choice, first)
    else:
        reading = _in_time(image, dpi, choice)
    if choice.cache and not reading.failed:
        keep_reading(choice.cache, key, reading)
    return reading


def page_picture(source: SourceFile, number: int) -> tuple[Image, float]:
    """Return the picture of a page (1-based) and its dots an inch.

    Raises:
        PdfiumError: the page cannot be drawn.
        UnreadableFileError: the picture file cannot be opened.
    """
    if source.file_format != "pdf":
        picture = picture_of(source, number)
        image, dpi = open_picture(picture.content, source.path, picture.frame)
        return np.ascontiguousarray(image), dpi
    document = open_pdf(source.local)
    try:
        document.init_forms()
        return render_page(document[number - 1])
    finally:
        document.close()


def _in_time(
    image: Image, dpi: float, choice: OcrChoice, first: PageReading | None = None
) -> PageReading:
    """Return a page's reading; with a first one, that after a second search."""
    assert choice.engine is not None
    engine = load_engine(choice.engine)
    try:
        with _limited(choice.page_seconds):
            if first is not None:
                return read_again(image, dpi, first, engine)
            if choice.glance and isinstance(engine, FindingEngine):
                return glance_at(image, dpi, engine)
            return read_scan(image, dpi, engine)
    except _OutOfTimeError:
        if first is not None:
            return first
        unit = 72.0 / dpi
        size = (round(image.shape[1] * unit, 1), round(image.shape[0] * unit, 1))
        return PageReading(*size, seen=size, failed=TOO_SLOW)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Stop what runs inside after a time, where the platform and the thread allow it."""
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _OutOfTimeError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
