"""Calls in processes of their own, so that a crash, a hang or a memory bomb costs one file.

The processes live as long as this one and are used again: one start (0.1 s, while this process
still loads its own modules) serves a whole run. They are started as programs of their own, not by
`multiprocessing`, whose daemons (the workers of `screen`) may have no children.
"""

import atexit
import contextlib
import os
import pickle
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

from doccheck.extractors.calls import Answer, Call
from doccheck.extractors.worker import answered

APART = os.name == "posix"
"""Whether calls go to processes of their own. Elsewhere, and in tests with stand-in engines, they
run in this process, and no limit holds."""

MAX_ANSWER_BYTES = 512 << 20
"""An answer as it is sent: 200 000 cells, the most that a file may have, are about 60 MB."""

TIRED_BYTES = 1 << 30
"""Peak memory of a process from which it is replaced: the models of OCR take 0.7 GB."""

_PROGRAM = "doccheck.extractors.worker"


@dataclass(slots=True)
class ReadingProcess:
    """One process, started when first needed and again when it has died.

    `deadline` is the clock's time at which its call must have ended; `fresh` tells that it has
    answered nothing yet.
    """

    program: subprocess.Popen[bytes] | None = None
    connection: Connection | None = None
    deadline: float = 0.0
    fresh: bool = True

    def start(self) -> None:
        """Start the process unless it runs."""
        if self.program is not None and self.program.poll() is None:
            return
        self.stop()
        ours, theirs = socket.socketpair()
        with theirs:
            # -P: a `lxml.py` in the current folder, perhaps the applicant's, is never imported
            self.program = subprocess.Popen(
                [sys.executable, "-P", "-m", _PROGRAM, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        self.connection = Connection(ours.detach())
        self.fresh = True

    def send(self, call: Call) -> None:
        """Hand over a call; a process that has died meanwhile is started anew."""
        content = pickle.dumps(call, pickle.HIGHEST_PROTOCOL)
        self.start()
        assert self.connection is not None
        try:
            self.connection.send_bytes(content)
        except OSError:
            self.stop()
            self.start()
            self.connection.send_bytes(content)
        self.deadline = time.monotonic() + call.seconds

    def receive(self) -> Answer:
        """Return the answer that has come; a process that has died or says too much is stopped."""
        assert self.connection is not None
        try:
            answer: Answer = pickle.loads(self.connection.recv_bytes(MAX_ANSWER_BYTES))
        except (EOFError, OSError, MemoryError, pickle.UnpicklingError):
            self.stop()
            return Answer(end="died")
        self.fresh = False
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self.connection is not None:
            self.connection.close()
        if self.program is not None:
            self.program.kill()
            self.program.wait()
        self.program = self.connection = None


@dataclass(slots=True)
class _Idle:
    """The processes of this process that wait for calls; a fork starts with none."""

    owner: int = field(default_factory=os.getpid)
    processes: list[ReadingProcess] = field(default_factory=list)

    def take(self) -> ReadingProcess:
        if self.owner != os.getpid():
            self.owner, self.processes = os.getpid(), []
        return self.processes.pop() if self.processes else ReadingProcess()

    def give_back(self, process: ReadingProcess) -> None:
        if process.program is not None and _peak(process.program.pid) > TIRED_BYTES:
            process.stop()
        self.processes.append(process)

    def stop(self) -> None:
        if self.owner == os.getpid():
            for process in self.processes:
                process.stop()


_IDLE = _Idle()
atexit.register(_IDLE.stop)


def warm_up() -> None:
    """Start a process now, so that it is ready when the first file is."""
    if APART:
        process = _IDLE.take()
        process.start()
        _IDLE.give_back(process)


def run_calls(calls: Sequence[Call], processes: int) -> Iterator[Answer]:
    """Yield the answers to calls in their order, so many processes at work at once."""
    if not APART:
        yield from map(answered, calls)
        return
    answers: dict[int, Answer] = {}
    busy: dict[int, ReadingProcess] = {}
    waiting = iter(range(len(calls)))
    try:
        for wanted in range(len(calls)):
            while wanted not in answers:
                for number in _next(waiting, processes - len(busy)):
                    busy[number] = _IDLE.take()
                    busy[number].send(calls[number])
                _collect(calls, busy, answers)
            yield answers.pop(wanted)
    finally:  # also where the reader of the answers has gone
        for process in busy.values():
            process.stop()
            _IDLE.give_back(process)


def _next(waiting: Iterator[int], count: int) -> list[int]:
    return [number for _, number in zip(range(count), waiting, strict=False)]


def _collect(
    calls: Sequence[Call], busy: dict[int, ReadingProcess], answers: dict[int, Answer]
) -> None:
    """Wait until a process answers or is out of time, and take what came.

    A process that had read other files before may have died of those: the call goes once to a
    fresh one.
    """
    left = min(p.deadline for p in busy.values()) - time.monotonic()
    connections = [p.connection for p in busy.values() if p.connection is not None]
    ready = set(map(id, wait(connections, max(0.0, left))))
    for number, process in list(busy.items()):
        if id(process.connection) in ready:
            was_fresh = process.fresh
            answer = process.receive()
            if answer.end == "died" and not was_fresh:
                process.send(calls[number])
                continue
        elif process.deadline <= time.monotonic():
            process.stop()
            answer = Answer(end="timeout")
        else:
            continue
        answers[number] = answer
        _IDLE.give_back(busy.pop(number))


def _peak(pid: int) -> int:
    """Return the most memory that a process has held, in bytes; 0 where that is not told."""
    with contextlib.suppress(OSError, ValueError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text("ascii", errors="replace").splitlines()
        held = next(line for line in lines if line.startswith("VmHWM:"))
        return int(held.split()[1]) * 1024
    return 0
