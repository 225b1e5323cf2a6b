"""OLE compound files (.doc, .msg, embedded objects): streams by name, within bounds."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import olefile

from doccheck.errors import UnreadableFileError

MAX_FILE_BYTES = 200 << 20  # an old Word file with 100 scanned pages pasted in has about 100 MB
MAX_STREAM_BYTES = 128 << 20  # of one stream; they are held in memory


class Compound:
    """An open compound file; hands out its streams."""

    def __init__(self, file: Any, where: str) -> None:
        self._file = file
        self._where = where

    def names(self) -> list[str]:
        """Return the paths of all streams, `/` between storages, sorted."""
        return sorted("/".join(parts) for parts in self._file.listdir(streams=True))

    def has(self, name: str) -> bool:
        """Return whether there is such a stream."""
        return bool(self._file.exists(name)) and self._file.get_type(name) == olefile.STGTY_STREAM

    def data(self, name: str) -> bytes:
        """Return a stream's bytes; `UnreadableFileError` where it is damaged or too large."""
        if not self.has(name):  # a storage by this name, in a damaged file
            raise damaged(self._where)
        try:
            if self._file.get_size(name) > MAX_STREAM_BYTES:
                raise _too_large(self._where)
            content: bytes = self._file.openstream(name).read()
        except (OSError, ValueError, IndexError) as error:
            raise damaged(self._where) from error
        return content

    def optional(self, name: str) -> bytes:
        """Return a stream's bytes, empty where there is none or it is damaged."""
        try:
            return self.data(name) if self.has(name) else b""
        except UnreadableFileError:
            return b""


@contextmanager
def open_compound(stored: Path | bytes, where: str) -> Iterator[Compound]:
    """Open a compound file; `UnreadableFileError` where it is none or damaged."""
    size = stored.stat().st_size if isinstance(stored, Path) else len(stored)
    if size > MAX_FILE_BYTES:
        raise _too_large(where)
    try:
        file = olefile.OleFileIO(str(stored) if isinstance(stored, Path) else io.BytesIO(stored))
    except Exception as error:  # olefile lets struct and index errors of damaged files through
        raise damaged(where) from error
    try:
        yield Compound(file, where)
    finally:
        file.close()


def damaged(where: str) -> UnreadableFileError:
    """Return the trouble with a compound file whose insides do not hold together."""
    return UnreadableFileError(
        "文件已损坏或不完整", where, "请用 Word 或 WPS 打开并重新保存，打不开的请换一份完好的文件"
    )


def _too_large(where: str) -> UnreadableFileError:
    return UnreadableFileError("文件过大，未读取", where, "请精简后重新保存")
