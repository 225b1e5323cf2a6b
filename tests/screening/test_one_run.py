"""Two runs never write into one folder at a time."""

import multiprocessing
import os
import signal
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from doccheck.errors import DoccheckError
from doccheck.screening.one_run import one_run_in


def _hold(folder: Path, held: Event, done: Event) -> None:
    with one_run_in(folder):
        held.set()
        done.wait(60)


def test_a_second_run_is_told_until_the_first_has_ended_even_if_killed(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    first = context.Process(target=_hold, args=(tmp_path, held, done))
    first.start()
    assert held.wait(60)
    with pytest.raises(DoccheckError, match="另一次"), one_run_in(tmp_path):
        pass
    assert first.pid is not None
    os.kill(first.pid, signal.SIGKILL)
    first.join()
    with one_run_in(tmp_path):
        pass
