"""The embedded engine: PP-OCRv6 small on onnxruntime, models from RapidOCR's wheel."""

from importlib.metadata import version
from typing import Any

import cv2
import numpy as np
from rapidocr import RapidOCR

from doccheck.extractors.ocr.engine import OcrLine, Point, Quad
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

_PARAMS = {
    "Global.log_level": "error",
    "Global.use_cls": False,  # it turns upright lines upside down; pages are turned as a whole
    "Global.max_side_len": MAX_SIDE,
    "Global.text_score": 0.0,  # what is too doubtful is decided by who asks
    "Det.limit_type": "max",
    "Det.limit_side_len": DETECTOR_SIDE,
    "Rec.rec_img_shape": [3, 48, LEAST_WIDTH],
    "Rec.rec_batch_num": 1,  # lines read together are padded to the longest of them
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # pages run in parallel, not operators
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class RapidEngine:
    """RapidOCR with one thread."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._engine: Any = RapidOCR(params=dict(_PARAMS))

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
        found = self._engine(
            _three_channels(image), use_det=True, use_rec=True,
            return_word_box=True, return_single_char_box=True,
        )  # fmt: skip
        if found is None or getattr(found, "txts", None) is None:
            return []
        words = _Words(found.word_results or ())
        read = zip(found.boxes, found.txts, found.scores, strict=True)
        return [_line(text, float(score), _quad(box), words) for box, text, score in read]

    def texts(self, crops: list[Image]) -> list[tuple[str, float]]:
        """Return what stands in pictures of one line each."""
        return [self._text(crop) for crop in crops]

    def _text(self, crop: Image) -> tuple[str, float]:
        found = self._engine(
            _padded(_three_channels(crop)), use_det=False, use_rec=True,
            return_word_box=False, return_single_char_box=False,
        )  # fmt: skip
        texts = getattr(found, "txts", None) or ("",)
        scores = getattr(found, "scores", None) or (0.0,)
        return str(texts[0]), float(scores[0])


class _Words:
    """The characters of each line with their boxes; lines without any are left out of the list."""

    def __init__(self, lines: Any) -> None:
        self._lines = [line for line in lines if line and len(line[0]) == 3]
        self._at = 0

    def of(self, text: str) -> Any:
        """Return the characters of the next line if they are those of a text."""
        if self._at < len(self._lines):
            line = self._lines[self._at]
            if "".join(word for word, _, _ in line).replace(" ", "") == text.replace(" ", ""):
                self._at += 1
                return line
        return ()


def _line(text: str, confidence: float, quad: Quad, words: _Words) -> OcrLine:
    start, end = np.array(quad[0]), np.array(quad[1])
    along = end - start
    length = float(along @ along) or 1.0
    starts: list[float] = []
    sureness: list[float] = []
    for word, score, box in words.of(text):
        if not word.strip() or box is None:
            continue
        left = min(max(float((np.array(box[0], float) - start) @ along) / length, 0.0), 1.0)
        starts.extend([left] * len(word))
        sureness.extend([float(score)] * len(word))
    if len(starts) != len(text.replace(" ", "")):
        return OcrLine(text, confidence, quad)
    return OcrLine(text, confidence, quad, *_with_blanks(text, starts, sureness))


def _with_blanks(
    text: str, starts: list[float], sureness: list[float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return starts and confidences with those of blanks, which are the next character's."""
    at = 0
    lefts: list[float] = []
    sure: list[float] = []
    for character in text:
        place = min(at, len(starts) - 1)
        lefts.append(starts[place])
        sure.append(sureness[place])
        at += character != " "
    return tuple(lefts), tuple(sure)


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
