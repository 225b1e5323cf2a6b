"""A bound on the processor time that one step may take: a hanging rule costs itself alone.

Processor time, not the clock's: a busy machine or a closed laptop makes no step late, and what
other processes do meanwhile (recognising passages again) does not count.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

TICK = 1.0
"""Seconds after which a step that swallowed the interruption is interrupted again."""


class OutOfTimeError(BaseException):
    """A step has used its processor time. No `Exception`: nothing on the way takes it for one."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError in the block once it has used so much processor time.

    Only the main thread of a process on a system with such timers can be interrupted; elsewhere
    nothing is bounded. Blocks may not stand in one another.
    """
    if not _can_interrupt():
        yield
        return
    before = signal.signal(signal.SIGPROF, _interrupt)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001), TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError


def _can_interrupt() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
