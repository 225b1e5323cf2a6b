"""What an OLE file is: Word, Excel, PowerPoint, a mail, something encrypted; told from its bytes.

The directory is searched, not walked: a damaged file must still be told.
"""

import mmap
import re
from pathlib import Path

from doccheck.model.files import FileFormat

CFB_ENTRY_BYTES = 128  # bytes: directory entries of OLE files start at multiples of this
CFB_SMALL_BYTES = 64  # bytes: streams of OLE files start at multiples of this
WORD_97 = 0xC1  # version number from which Word files have the form that is read

OLE = "application/x-ole-storage"

_OLE_STREAMS: tuple[tuple[str, FileFormat, str], ...] = (
    ("EncryptedPackage", "encrypted", OLE),
    ("WordDocument", "doc", "application/msword"),
    ("Workbook", "xls", "application/vnd.ms-excel"),
    ("Book", "xls", "application/vnd.ms-excel"),
    ("PowerPoint Document", "ppt", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "msg", "application/vnd.ms-outlook"),
)


def ole_content(path: Path) -> tuple[FileFormat, str]:
    """Return the format and media type of an OLE file by the streams that its directory names."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        kinds = [kind for kind in _OLE_STREAMS if _has_ole_entry(data, kind[0])]
        for _, file_format, media_type in sorted(kinds, key=lambda k: not _is_root(data, k[1])):
            standing = _word_standing(data) if file_format == "doc" else file_format
            return standing, media_type
    return "unknown", OLE


_CLASSES: dict[FileFormat, tuple[bytes, ...]] = {
    "doc": (b"\x06\x09\x02\x00", b"\x00\x09\x02\x00"),
    "xls": (b"\x20\x08\x02\x00", b"\x10\x08\x02\x00"),
}
"""How the class that a file says it is of begins; a workbook may hold a Word file as an object."""

_CLASS_AT = 80  # bytes into the root's directory entry


def _is_root(data: mmap.mmap, file_format: FileFormat) -> bool:
    at = data.find("Root Entry".encode("utf-16-le"))
    told = data[at + _CLASS_AT : at + _CLASS_AT + 4] if at >= 0 else b""
    return told in _CLASSES.get(file_format, ())


def _has_ole_entry(data: mmap.mmap, name: str) -> bool:
    """Return whether the directory names a stream; upper and lower case are one to it."""
    for spelling in (name, name.upper()):
        wanted = spelling.encode("utf-16-le") + b"\0\0"
        at = data.find(wanted)
        while at >= 0:
            if at % CFB_ENTRY_BYTES == 0:
                return True
            at = data.find(wanted, at + 1)
    return False


def _word_standing(data: mmap.mmap) -> FileFormat:
    """Tell whether a Word file is locked, or older than Word 97, by its first block."""
    for found in _WORD_START.finditer(data):
        if found.start() % CFB_SMALL_BYTES == 0:
            version = int.from_bytes(found[1], "little")
            locked = found[2][0] & 0x01  # bit 8 of the flags at offset 10
            return "encrypted" if locked else "doc" if version >= WORD_97 else "old_doc"
    return "doc"


_WORD_START = re.compile(rb"[\xec\xdc]\xa5([\x20-\xff]\x00|[\x00-\x20]\x01).{7}(.)", re.DOTALL)
"""Magic number, version (0x20 to 0x120) and the upper byte of the flags of a Word file."""
