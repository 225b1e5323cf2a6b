"""Reading processes of one test alone."""

import os
import sys
from collections.abc import Iterator

import pytest

from doccheck.extractors import isolated


@pytest.fixture
def reading_processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reading processes that see the tests' modules, and end with the test."""
    idle = isolated._Idle()
    monkeypatch.setattr(isolated, "_IDLE", idle)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    yield
    idle.stop()
