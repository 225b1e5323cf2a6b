"""Files inside files that are no archives: who takes them out is handed in by the pipeline."""

from collections.abc import Callable, Sequence
from pathlib import Path

from doccheck.model.files import Cargo, FileFormat

Carrier = Callable[[Path, FileFormat], Sequence[Cargo]]
"""Takes out the files inside a file that is no archive: a mail's attachments, a PDF's."""


def nothing_carried(_path: Path, _file_format: FileFormat) -> Sequence[Cargo]:
    """Take nothing out: what a caller who only lists files asks for."""
    return ()
