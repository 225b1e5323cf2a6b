"""The process that reads files, one call after another; see `isolated` for the other side.

What reads hostile files in native code (pdfium, lxml, calamine, OpenCV) may crash, hang or swallow
all memory. Here that costs one file: this process ends, and the one that asked starts another.
"""

import faulthandler
import pickle
import signal
import sys
from multiprocessing.connection import Connection

from doccheck.extractors.calls import Answer, Call
from doccheck.extractors.own_limits import bound_data, data_bytes, write_no_core_file

GRACE = 10.0
"""Seconds beyond a call's time after which this process ends itself: nobody else is there to."""


def main(descriptor: int) -> None:
    """Answer calls from a socket until its other side is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asks
    write_no_core_file()
    with Connection(descriptor) as connection:
        while True:
            try:
                call: Call = connection.recv()
            except EOFError:
                return
            bound_data(data_bytes() + call.memory)
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


if __name__ == "__main__":
    main(int(sys.argv[1]))
