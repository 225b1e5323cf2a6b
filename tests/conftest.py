"""Lets tests of a folder import the builders that lie beside them; reading processes of one test."""

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
