"""Runs the command line in this process and gives back status, output and messages."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from doccheck.cli.app import main


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        captured = capfd.readouterr()
        return Ran(int(left.value.code or 0), captured.out, captured.err)

    return call
