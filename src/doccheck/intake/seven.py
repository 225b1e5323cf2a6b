"""7z archives: listed first, then unpacked into numbered files, never by the archive's names."""

from pathlib import Path
from typing import IO

import py7zr
from py7zr.exceptions import ArchiveError, PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from doccheck.intake.archives import (
    BOMB,
    DAMAGED,
    DAMAGED_MEMBER,
    ESCAPES,
    LINK,
    MAX_FILE_BYTES,
    PASSWORD,
    ArchiveRefusedError,
    Member,
    Store,
    inflates_too_much,
    too_big,
)
from doccheck.intake.names import escapes, report_path

MAX_MEMORY_BYTES = 512 << 20  # that unpacking may take; the strongest usual setting takes 192 MB
TOO_MUCH_MEMORY = "解压所需的内存过大，未展开；请改压成 zip 后重新提交"
_LZMA, _LZMA2, _PPMD = b"\x03\x01\x01", b"\x21", b"\x03\x04\x01"


def unpack_7z(source: Path, store: Store) -> list[Member]:
    """Unpack one 7z archive.

    Raises:
        ArchiveRefusedError: nothing of it can or may be unpacked.
    """
    try:
        with py7zr.SevenZipFile(source) as archive:
            if archive.needs_password():
                raise ArchiveRefusedError(PASSWORD)
            return _unpack(archive, source, store)
    except PasswordRequired as error:
        raise ArchiveRefusedError(PASSWORD) from error
    except ArchiveRefusedError:
        raise
    except (ArchiveError, MemoryError) as error:
        raise ArchiveRefusedError(DAMAGED) from error
    except Exception as error:  # py7zr lets struct, index and lzma errors of damaged files through
        raise ArchiveRefusedError(DAMAGED) from error


def _unpack(archive: py7zr.SevenZipFile, source: Path, store: Store) -> list[Member]:
    listed = [entry for entry in archive.list() if not entry.is_directory]
    size = sum(entry.uncompressed for entry in listed)
    if inflates_too_much(size, source.stat().st_size):
        raise ArchiveRefusedError(BOMB)
    if _memory(archive) > MAX_MEMORY_BYTES:
        raise ArchiveRefusedError(TOO_MUCH_MEMORY)
    store.admit(len(listed), size)
    members = {entry.filename: _refused(entry) for entry in listed}
    wanted = {
        name: _Numbered(store.new_file(name), entry.uncompressed)
        for entry in listed
        if members[name := entry.filename] is None
    }
    if wanted:
        archive.extract(targets=list(wanted), factory=_Factory(wanted))
    return [members[e.filename] or _taken(e, wanted[e.filename]) for e in listed]


def _refused(entry: py7zr.FileInfo) -> Member | None:
    """Return a member that is not to be unpacked, with the reason."""
    path, size = report_path(entry.filename), entry.uncompressed
    if escapes(entry.filename) or not path:
        return Member(path or "（无名文件）", size, status="skipped", reason=ESCAPES)
    if entry.is_symlink or not entry.is_file:
        return Member(path, size, status="skipped", reason=LINK)
    if size > MAX_FILE_BYTES:
        return Member(path, size, status="unreadable", reason=too_big())
    return None


def _taken(entry: py7zr.FileInfo, written: "_Numbered") -> Member:
    path = report_path(entry.filename)
    if written.finish() != entry.uncompressed:
        return Member(path, entry.uncompressed, status="unreadable", reason=DAMAGED_MEMBER)
    return Member(path, entry.uncompressed, written.path)


def _memory(archive: py7zr.SevenZipFile) -> int:
    """Return the bytes that the archive's packing methods say they need."""
    streams = getattr(archive.header, "main_streams", None)
    folders = streams.unpackinfo.folders if streams is not None else ()
    return max((_of_coder(c) for folder in folders for c in folder.coders), default=0)


def _of_coder(coder: dict[str, bytes]) -> int:
    method, told = coder.get("method", b""), coder.get("properties") or b""
    if method == _LZMA2 and told:
        return (2 | (told[0] & 1)) << (told[0] // 2 + 11)
    if method in (_LZMA, _PPMD) and len(told) >= 5:
        return int.from_bytes(told[1:5], "little")
    return 0


class _Numbered(Py7zIO):
    """Writes one member into a numbered file, never more of it than declared."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self._size = size
        self._written = 0
        self._stream: IO[bytes] | None = None

    def write(self, s: bytes | bytearray) -> int:
        """Take in a piece of the content."""
        if self._stream is None:
            self._stream = self.path.open("xb")
        self._written += len(s)
        if self._written > self._size:
            raise ArchiveRefusedError(DAMAGED)
        return self._stream.write(s)

    def read(self, size: int | None = None) -> bytes:  # noqa: ARG002 (the interface's)
        """Return nothing: the content is only written."""
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002 (the interface's)
        """Stay where it is: the content is only written."""
        return self._written

    def flush(self) -> None:
        """Do nothing yet: `finish` does."""

    def size(self) -> int:
        """Return the bytes written."""
        return self._written

    def close(self) -> None:
        """Close the file."""
        if self._stream is not None:
            self._stream.close()

    def finish(self) -> int:
        """Close the file and return the bytes written; an empty member is an empty file."""
        if self._stream is None:
            self.path.touch()
        self.close()
        return self._written


class _Factory(WriterFactory):
    def __init__(self, wanted: dict[str, _Numbered]) -> None:
        self._wanted = wanted

    def create(self, filename: str) -> Py7zIO:
        """Return the file for a member."""
        return self._wanted[filename]
