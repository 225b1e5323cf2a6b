"""The selectable engine: tesseract, if it is installed with Simplified Chinese."""

import os
import re
from collections import defaultdict
from typing import Any

import cv2
import numpy as np
import pytesseract

from doccheck.errors import DoccheckError
from doccheck.extractors.ocr.engine import OcrLine, Quad
from doccheck.extractors.page.grid import rule_mask
from doccheck.extractors.page.light import grey, ink
from doccheck.extractors.page.pixels import Image

LANGUAGE = "chi_sim"
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-chi-sim，或改用 --ocr rapidocr"
LINE_MODE = "--psm 7"  # the picture is one line
MARGIN = 12  # pixels of white round a line: without it the outer characters are lost
A4_INCHES = 11.69  # of a page's longer side
PAGE_MODE = "--psm 3"  # find the lines; mode 6 fails on ruled forms


class TesseractEngine:
    """The tesseract program, called once a page."""

    def __init__(self) -> None:
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        try:
            self._version = str(pytesseract.get_tesseract_version())
            languages = pytesseract.get_languages()
        except (pytesseract.TesseractNotFoundError, OSError) as error:
            what = "没有找到 tesseract 程序"
            raise DoccheckError(what, "--ocr tesseract", f"请安装：{INSTALL}") from error
        if LANGUAGE not in languages:
            raise DoccheckError(
                "tesseract 没有简体中文数据（chi_sim）", "--ocr tesseract", f"请安装：{INSTALL}"
            )

    @property
    def name(self) -> str:
        """Return the engine's name."""
        return "tesseract"

    @property
    def version(self) -> str:
        """Return the program's version."""
        return f"{self._version}/{LANGUAGE}"

    def lines(self, image: Image) -> list[OcrLine]:
        """Return the lines of a picture."""
        data: dict[str, list[Any]] = pytesseract.image_to_data(
            without_rules(grey(image)),
            lang=LANGUAGE, config=PAGE_MODE, output_type=pytesseract.Output.DICT,
        )  # fmt: skip
        words: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        for i, text in enumerate(data["text"]):
            if text.strip():
                key = (data["block_num"][i], data["par_num"][i], data["line_num"][i])
                words[key].append(i)
        return [line for key in sorted(words) for line in _pieces(data, words[key])]

    def texts(self, crops: list[Image]) -> list[tuple[str, float]]:
        """Return what stands in pictures of one line each."""
        return [self._text(crop) for crop in crops]

    def _text(self, crop: Image) -> tuple[str, float]:
        white = cv2.copyMakeBorder(grey(crop), *(MARGIN,) * 4, cv2.BORDER_CONSTANT, value=255)
        data = pytesseract.image_to_data(
            white, lang=LANGUAGE, config=LINE_MODE, output_type=pytesseract.Output.DICT
        )
        kept = [i for i, text in enumerate(data["text"]) if text.strip()]
        if not kept:
            return "", 0.0
        return _joined([data["text"][i] for i in kept]), min(_confidence(data, i) for i in kept)


def without_rules(image: Image) -> Image:
    """Return a grey page with the rules of its tables made paper: tesseract stumbles over them."""
    dpi = max(image.shape) / A4_INCHES
    rules = cv2.dilate(rule_mask(ink(image, dpi), dpi), np.ones((3, 3), np.uint8))
    plain = image.copy()
    plain[rules > 0] = np.percentile(image, 80)
    return plain


WIDE_GAP = 1.0  # of the height: words further apart stand in different columns


def _pieces(data: dict[str, list[Any]], words: list[int]) -> list[OcrLine]:
    """Return a line of words, cut where a wide gap shows a column."""
    groups: list[list[int]] = []
    for i in sorted(words, key=lambda i: int(data["left"][i])):
        last = groups[-1][-1] if groups else None
        if last is not None and _gap(data, last, i) < WIDE_GAP * int(data["height"][i]):
            groups[-1].append(i)
        else:
            groups.append([i])
    return [_line(data, group) for group in groups]


def _gap(data: dict[str, list[Any]], left: int, right: int) -> int:
    return int(data["left"][right]) - int(data["left"][left]) - int(data["width"][left])


def _line(data: dict[str, list[Any]], words: list[int]) -> OcrLine:
    x0 = float(min(data["left"][i] for i in words))
    top = float(min(data["top"][i] for i in words))
    x1 = float(max(data["left"][i] + data["width"][i] for i in words))
    bottom = float(max(data["top"][i] + data["height"][i] for i in words))
    quad: Quad = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
    text = _joined([data["text"][i] for i in words])
    return OcrLine(text, min(_confidence(data, i) for i in words), quad)


def _confidence(data: dict[str, list[Any]], at: int) -> float:
    return max(0.0, float(data["conf"][at])) / 100


_BLANK_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


def _joined(words: list[str]) -> str:
    """Return words as one text: blanks between Chinese characters are tesseract's own."""
    return _BLANK_BETWEEN_CHINESE.sub("", " ".join(w.strip() for w in words))
