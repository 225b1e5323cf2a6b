"""The process that reads files, one call after another; see `isolated` for the other side.

What reads hostile files in native code (pdfium, lxml, calamine, OpenCV) may crash, hang or swallow
all memory. Here that costs one file: this process ends, and the one that asked starts another.
"""

import contextlib
import faulthandler
import pickle
import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from doccheck.extractors.calls import Answer, Call

GRACE = 10.0
"""Seconds beyond a call's time after which this process ends itself: nobody else is there to."""

_STATM = Path("/proc/self/statm")
_DATA_PAGES = 5  # the field of `statm` that counts data and stack


def main(descriptor: int) -> None:
    """Answer calls from a socket until its other side is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asks
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with Connection(descriptor) as connection:
        while True:
            try:
                call: Call = connection.recv()
            except EOFError:
                return
            _limit_memory(call.memory)
            # even if native code never comes back, an orphan does not go on for ever
            faulthandler.dump_traceback_later(call.seconds + GRACE, exit=True)
            answer = pickle.dumps(answered(call), pickle.HIGHEST_PROTOCOL)
            faulthandler.cancel_dump_traceback_later()
            connection.send_bytes(answer)


def answered(call: Call) -> Answer:
    """Return what a call came to; its errors are an answer too."""
    try:
        return Answer(call.function(*call.args))
    except MemoryError:
        return Answer(end="memory")
    except Exception as error:  # whatever it is, it belongs to the one that asked
        return Answer(error=error)


def _limit_memory(memory: int) -> None:
    """Bound the data of the process to what it has now and so many bytes more."""
    if not sys.platform.startswith("linux"):
        return
    pages = int(_STATM.read_text(encoding="ascii").split()[_DATA_PAGES])
    bound = pages * resource.getpagesize() + memory
    with contextlib.suppress(ValueError, OSError):  # a lower hard limit is set from outside
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]))
