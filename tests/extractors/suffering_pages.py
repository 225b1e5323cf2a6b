"""Recognising pages that do to the process what hostile pictures do, by their number."""

import os
import signal
import time

from doccheck.errors import DoccheckError
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading
from doccheck.model.files import SourceFile

KILLED, HANGING, SWELLING = 2, 4, 6
LARGE = 1 << 40  # bytes: no machine grants that


def read_or_suffer(_source: SourceFile, number: int, _choice: OcrChoice) -> PageReading:
    """Read a page, unless its number says otherwise."""
    if number == KILLED:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == HANGING:
        time.sleep(60)
    if number == SWELLING:
        bytearray(LARGE)
    return PageReading(1.0, float(number))


def without_tesseract(_source: SourceFile, _number: int, _choice: OcrChoice) -> PageReading:
    """Find no engine."""
    raise DoccheckError("没有找到 tesseract 程序", "--ocr tesseract", "请安装")
