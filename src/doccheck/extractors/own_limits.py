"""Limits that a process sets for itself, where its system knows them: none of them on Windows."""

import contextlib
import sys
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_STATM = Path("/proc/self/statm")
_DATA_PAGES = 5  # the field of `statm` that counts data and stack


def write_no_core_file() -> None:
    """Keep a crash from writing the process's memory, an applicant's papers in it, to disk."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def data_bytes() -> int:
    """Return how much data the process has now, in bytes; 0 where that cannot be told."""
    if resource is None or not sys.platform.startswith("linux"):
        return 0
    pages = int(_STATM.read_text(encoding="ascii").split()[_DATA_PAGES])
    return pages * resource.getpagesize()


def bound_data(limit: int) -> None:
    """Bound the data of the process, in bytes; only Linux counts all of it."""
    if resource is None or not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(ValueError, OSError):  # a lower hard limit is set from outside
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
