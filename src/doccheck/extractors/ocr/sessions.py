"""Models loaded for onnxruntime: one thread, memory kept between runs, tiny numbers as zero.

Some weights of PP-OCR are subnormal (smaller than 1e-38 and as good as zero). Processors compute
with such numbers in microcode: two layers of PP-OCRv6's detector alone take two thirds of its time.
Taken as zero, a page's lines are found in a third of the time, at the same places.

How tiny numbers are taken is a mode of the processor that each thread has. onnxruntime sets it for
the thread that loads the first model of a process, so models are loaded and run in a thread of
their own: nobody else's arithmetic is changed.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import onnxruntime

_ERRORS_ONLY = 3  # onnxruntime's severity: it warns of models whose shape hints were stripped


class _ModelSession(onnxruntime.InferenceSession):  # type: ignore[misc]  # it has no types
    """A model that runs in the models' thread, whoever asks it."""

    def run(self, *args: Any) -> Any:
        """Return the outputs for inputs, as `InferenceSession.run` does."""
        return _models_thread(os.getpid()).submit(super().run, *args).result()


@cache
def load_model(path: Path) -> onnxruntime.InferenceSession:
    """Return a model ready to run, the same one each time in one process."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages run in parallel, not operators
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it plans for each width of line anew, and keeps the plans
    options.log_severity_level = _ERRORS_ONLY
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    loading = _models_thread(os.getpid()).submit(
        _ModelSession, str(path), options, providers=["CPUExecutionProvider"]
    )
    return loading.result()


@cache
def _models_thread(_process: int) -> ThreadPoolExecutor:
    """Return the thread that models run in; a process that was forked has one of its own."""
    return ThreadPoolExecutor(1, thread_name_prefix="models")
