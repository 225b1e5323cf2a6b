"""Standard output in UTF-8, whatever the terminal's own encoding."""

import sys


def write_utf8(text: str) -> None:
    """Write text to standard output as UTF-8: for what machines read."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
