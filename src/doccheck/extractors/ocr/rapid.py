"""The embedded engine: PP-OCRv6 small on onnxruntime, models from RapidOCR's wheel."""

from importlib.metadata import version
from itertools import pairwise
from math import inf
from pathlib import Path
from statistics import median
from typing import Any

import cv2
import numpy as np
import rapidocr
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import WordInfo
from rapidocr.main import RapidOCRError
from rapidocr.utils.process_img import map_boxes_to_original

from doccheck.extractors.ocr.engine import FoundLine, OcrLine, Point, Quad
from doccheck.extractors.ocr.sessions import load_model
from doccheck.extractors.page.pixels import Image

DETECTOR_SIDE = 960
"""Pixels of the longer side that lines are looked for at: more is slower and finds fewer."""

MAX_SIDE = 4000
"""Pixels of the longer side of a page that characters are read at."""

CROP_MARGIN = 4
"""Pixels of white added round a line that is read without looking for it first."""

LEAST_WIDTH = 64
"""Pixels that a line is padded to before it is recognised. The library's own 320 costs a quarter
of the time where lines are short, as in statements. Of 237–249 lines, words and figures are read
the same either way; only punctuation, spaces, one tick box and one line of junk differed."""

MODEL = "PP-OCRv6-small"
_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}

USUAL_STEPS = 6
"""Steps of the recogniser (8 pixels of a line 48 high) that a Chinese character takes."""

_PARAMS = {
    "Global.log_level": "error",
    "Global.use_cls": False,  # it turns upright lines upside down; pages are turned as a whole
    "Global.max_side_len": MAX_SIDE,
    "Global.return_word_box": True,
    "Det.limit_type": "max",
    "Det.limit_side_len": DETECTOR_SIDE,
    "Rec.rec_img_shape": [3, 48, LEAST_WIDTH],
    "Rec.rec_batch_num": 1,  # lines read together are padded to the longest of them
}


class RapidEngine:
    """RapidOCR's steps with models loaded our way (see `sessions`), one thread."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._engine: Any = RapidOCR(params=dict(_PARAMS))
        folder = Path(rapidocr.__file__).parent / "models"
        for step, model in _MODELS.items():
            settings = self._engine.cfg[step]
            settings._set_flag("allow_objects", True)
            settings.session = load_model(folder / model)

    @property
    def name(self) -> str:
        """Return the engine's name."""
        return "rapidocr"

    @property
    def version(self) -> str:
        """Return the versions of code, runtime and model, and the sizes that matter."""
        return (
            f"{version('rapidocr')}/{version('onnxruntime')}/{MODEL}/{DETECTOR_SIDE}/{LEAST_WIDTH}"
        )

    def lines(self, image: Image) -> list[OcrLine]:
        """Return the lines of a picture."""
        return self.read(self.find(image))

    def find(self, image: Image) -> list[FoundLine]:
        """Return where lines stand, unread."""
        colour = _three_channels(image)
        shown, done = self._engine.preprocess_img(colour)
        try:
            pictures, found = self._engine.detect_and_crop(shown, done)
        except RapidOCRError:  # there is no line
            return []
        boxes = map_boxes_to_original(found.boxes, done, *colour.shape[:2])
        return [
            FoundLine(_quad(box), picture) for box, picture in zip(boxes, pictures, strict=True)
        ]

    def read(self, found: list[FoundLine]) -> list[OcrLine]:
        """Return the lines that can be read of those found."""
        if not found:
            return []
        read = self._engine.recognize_txt([line.picture for line in found])
        lines = zip(found, read.txts, read.scores, read.word_results, strict=True)
        return [
            _line(text, float(score), line, words)
            for line, text, score, words in lines
            if text.strip()
        ]

    def texts(self, crops: list[Image]) -> list[tuple[str, float]]:
        """Return what stands in pictures of one line each."""
        return [self._text(crop) for crop in crops]

    def _text(self, crop: Image) -> tuple[str, float]:
        line, _ = self._engine.preprocess_img(_padded(_three_channels(crop)))
        read = self._engine.recognize_txt([line])
        return str(read.txts[0]), float(read.scores[0])


def _line(text: str, confidence: float, found: FoundLine, words: WordInfo) -> OcrLine:
    """Return a line with the starts and confidences of its characters, where they are told."""
    steps = [step for word in words.word_cols for step in word]
    sure = tuple(float(share) for share in words.confs)
    starts = _starts(steps, words.line_txt_len)
    if len(starts) != len(text.replace(" ", "")) or len(sure) != len(text):
        return OcrLine(text, confidence, found.quad)
    return OcrLine(text, confidence, found.quad, _with_blanks(text, starts), sure)


def _starts(steps: list[int], count: float) -> list[float]:
    """Return where characters begin, as shares of a line of so many steps, by their middles.

    A character begins half-way from the one before it, or half a usual width left of its middle.
    """
    gaps = [after - before for before, after in pairwise(steps)]
    half = median(gaps) / 2 if gaps else USUAL_STEPS / 2
    middles = [step + 0.5 for step in steps]
    befores = [-inf, *middles]
    starts = [
        max(middle - half, (before + middle) / 2)
        for before, middle in zip(befores, middles, strict=False)
    ]
    return [min(max(start / count, 0.0), 1.0) for start in starts]


def _with_blanks(text: str, starts: list[float]) -> tuple[float, ...]:
    """Return the starts of all characters; a blank's is that of the character behind it."""
    at = 0
    lefts: list[float] = []
    for character in text:
        lefts.append(starts[min(at, len(starts) - 1)])
        at += character != " "
    return tuple(lefts)


def _three_channels(image: Image) -> Image:
    return np.dstack([image] * 3) if image.ndim == 2 else image


def _padded(image: Image) -> Image:
    m = CROP_MARGIN
    white = (255, 255, 255)
    padded = cv2.copyMakeBorder(image, m, m, m, m, cv2.BORDER_CONSTANT, value=white)
    return padded.astype(np.uint8)


def _quad(box: Any) -> Quad:
    corners: list[Point] = [(float(x), float(y)) for x, y in box]
    return corners[0], corners[1], corners[2], corners[3]
