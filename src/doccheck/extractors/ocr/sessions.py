"""Models loaded for onnxruntime: one thread, memory kept between runs, tiny numbers as zero.

Some weights of PP-OCR are subnormal (smaller than 1e-38 and as good as zero). Processors compute
with such numbers in microcode: two layers of PP-OCRv6's detector alone take two thirds of its time.
Taken as zero, a page's lines are found in a third of the time, at the same places.
"""

from functools import cache
from pathlib import Path

import onnxruntime

_ERRORS_ONLY = 3  # onnxruntime's severity: it warns of models whose shape hints were stripped


@cache
def load_model(path: Path) -> onnxruntime.InferenceSession:
    """Return a model ready to run, the same one each time in one process.

    The first one loaded in a process settles for its thread, and for those it starts, how tiny
    numbers are taken: onnxruntime heeds the first session's option alone.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages run in parallel, not operators
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it plans for each width of line anew, and keeps the plans
    options.log_severity_level = _ERRORS_ONLY
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
