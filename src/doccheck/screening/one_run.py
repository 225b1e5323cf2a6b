"""One run at a time in an output folder: two would write over each other's results.

The lock is an open transaction in a small SQLite file: every system knows it, and it ends with the
process that holds it, however that ends.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from doccheck.errors import DoccheckError
from doccheck.reading import shown_path

LOCK = ".run.lock"


@contextmanager
def one_run_in(folder: Path) -> Iterator[None]:
    """Hold an output folder for this run; raises DoccheckError where another run holds it."""
    with closing(sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:  # some shares know no locks at all
                next_step = "请等它结束，或用 -o 指定别的文件夹"
                what = "另一次成批核对正在往这个文件夹写结果"
                raise DoccheckError(what, shown_path(folder), next_step) from error
        yield
