"""What only Unix has is not needed to start: offices work on Windows."""

import subprocess
import sys

PROGRAM = """
import sys
for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[name] = None
import doccheck.cli.check, doccheck.cli.screen, doccheck.pipeline, doccheck.screening.run
import doccheck.extractors.worker, doccheck.screening.processes
"""


def test_every_command_can_be_loaded_without_the_modules_of_unix() -> None:
    command = [sys.executable, "-c", PROGRAM]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
