"""What the page's recogniser (PP-OCRv6 small) thought of at each step along a line, not only what
it settled for: what stands there under holes and stains can then be compared with a name that is
known."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray

from doccheck.extractors.ocr.sessions import load_model
from doccheck.extractors.page.pixels import Image
from doccheck.model.seen import Step

MODEL = Path(rapidocr.__file__).parent / "models" / "PP-OCRv6_rec_small.onnx"
HEIGHT = 48  # pixels that a line is scaled to
LEAST_WIDTH = 64  # pixels: shorter lines are not read well
MARGIN = 4  # pixels of white round a line
MOST_SIGNS = 12  # of one step that are told: of 300 worn seals, signs further down told nothing
LEAST_SHARE = 0.003


def thought_of(line: Image) -> tuple[str, float, tuple[Step, ...]]:
    """Return the text of a line (dark on white), its confidence, and the steps it comes from."""
    model = load_model(MODEL)
    [shares] = model.run(None, {model.get_inputs()[0].name: _tensor(line)})
    steps: NDArray[np.float32] = shares[0]
    likeliest = steps.argmax(axis=1)
    before = np.concatenate([[0], likeliest[:-1]])
    kept = np.flatnonzero((likeliest != 0) & (likeliest != before))
    text = "".join(_signs()[number] for number in likeliest[kept])
    sure = float(steps.max(axis=1)[kept].mean()) if len(kept) else 0.0
    return text, sure, tuple(_step(row) for row in steps)


def _step(row: NDArray[np.float32]) -> Step:
    top = np.argpartition(row, -MOST_SIGNS)[-MOST_SIGNS:]
    kept = [int(n) for n in top if row[n] >= LEAST_SHARE]
    kept.sort(key=lambda n: (-row[n], n))
    return tuple((_signs()[n], round(float(row[n]), 4)) for n in kept)


@cache
def _signs() -> tuple[str, ...]:
    """Return the signs by the model's numbers; the first, "", stands for none, the last is blank.

    They are written in the model itself.
    """
    told = load_model(MODEL).get_modelmeta().custom_metadata_map["character"]
    return ("", *told.splitlines(), " ")


def _tensor(line: Image) -> NDArray[np.float32]:
    """Return a line as the model wants it: 1 × 3 × 48 × width, -1 for black and 1 for white."""
    m = MARGIN
    padded = cv2.copyMakeBorder(line, m, m, m, m, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    height, width = padded.shape[:2]
    small = cv2.resize(padded, (max(LEAST_WIDTH, round(HEIGHT * width / height)), HEIGHT))
    colour = np.dstack([small] * 3) if small.ndim == 2 else small
    tensor = colour.astype(np.float32) / 127.5 - 1.0
    return np.ascontiguousarray(tensor.transpose(2, 0, 1)[None])
