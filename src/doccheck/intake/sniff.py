"""What a file is, told from its content; the suffix is only compared afterwards."""

import codecs
import gzip
import mmap
import re
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from doccheck.model.files import FileFormat

HEAD_BYTES = 64 * 1024  # bytes: magic numbers, first zip entries and a fair sample of text
PDF_JUNK_BYTES = 1024  # bytes: PDF readers accept that much junk before %PDF-
TAR_MAGIC_AT = 257  # bytes: offset of "ustar" in the first header block
CFB_ENTRY_BYTES = 128  # bytes: directory entries of OLE files start at multiples of this

MEDIA_TYPES: dict[FileFormat, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "ofd": "application/ofd",
    "html": "text/html",
    "rtf": "application/rtf",
    "text": "text/plain",
    "zip": "application/zip",
    "7z": "application/x-7z-compressed",
    "rar": "application/vnd.rar",
    "tar": "application/x-tar",
    "encrypted": "application/x-ole-storage",
    "empty": "application/x-empty",
    "unknown": "application/octet-stream",
}

_SUFFIXES: dict[FileFormat, str] = {
    "docx": "docx docm dotx wps",
    "doc": "doc dot wps",
    "xlsx": "xlsx xlsm xltx xlsb et",
    "xls": "xls xlt et",
    "pptx": "pptx pptm ppsx dps",
    "pdf": "pdf",
    "ofd": "ofd",
    "image": "jpg jpeg jpe jfif png bmp gif tif tiff webp heic heif",
    "html": "html htm xhtml",
    "rtf": "rtf",
    "text": "txt csv tsv md xml json yaml yml html htm xhtml log",
    "zip": "zip",
    "7z": "7z",
    "rar": "rar",
    "tar": "tar tgz gz tbz tbz2 bz2 txz xz",
}
"""Suffixes that are honest for a format."""

DOCUMENT_SUFFIXES = frozenset(s for names in _SUFFIXES.values() for s in names.split())
"""Suffixes under which somebody expects to find content."""

_IMAGES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OLE_STREAMS: tuple[tuple[str, FileFormat, str], ...] = (
    ("EncryptedPackage", "encrypted", MEDIA_TYPES["encrypted"]),
    ("WordDocument", "doc", MEDIA_TYPES["doc"]),
    ("Workbook", "xls", MEDIA_TYPES["xls"]),
    ("Book", "xls", MEDIA_TYPES["xls"]),
    ("PowerPoint Document", "unknown", "application/vnd.ms-powerpoint"),
)
_ZIP_PARTS: tuple[tuple[str, FileFormat], ...] = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("OFD.xml", "ofd"),
)


class Sniffed(NamedTuple):
    """What a file's content is."""

    file_format: FileFormat
    media_type: str


def sniff(path: Path) -> Sniffed:
    """Tell a file's format from its content.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    if not head:
        return _named("empty")
    for look in (_by_container, _by_magic, _by_markup):  # a stored zip may begin with a PDF
        found = look(head, path)
        if found:
            return found
    return _named("text") if _is_text(head) else _named("unknown")


def suffix_of(name: str) -> str:
    """Return a name's suffix in lower case without the dot."""
    return PurePosixPath(name.strip().lower()).suffix.removeprefix(".")


def suffix_lies(name: str, file_format: FileFormat) -> bool:
    """Return whether a name's suffix promises another format than the content has.

    A suffix that promises nothing cannot lie; nor is a damaged, empty or locked file a lie.
    """
    suffix = suffix_of(name)
    if file_format in ("unknown", "empty", "encrypted") or suffix not in DOCUMENT_SUFFIXES:
        return False
    return suffix not in _SUFFIXES[file_format].split()


def _named(file_format: FileFormat) -> Sniffed:
    return Sniffed(file_format, MEDIA_TYPES[file_format])


def _by_magic(head: bytes, _path: Path) -> Sniffed | None:
    for magic, media_type in _IMAGES:
        if head.startswith(magic):
            return Sniffed("image", media_type)
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return Sniffed("image", "image/bmp")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Sniffed("image", "image/webp")
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"heim", b"hevc"):
        return Sniffed("image", "image/heic")
    if b"%PDF-" in head[:PDF_JUNK_BYTES]:
        return _named("pdf")
    return _named("rtf") if head.startswith(b"{\\rtf") else None


def _by_container(head: bytes, path: Path) -> Sniffed | None:
    openers: tuple[tuple[bytes, Callable[[bytes, Path], Sniffed]], ...] = (
        (b"PK\x03\x04", _zip_content),
        (b"PK\x05\x06", _zip_content),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _ole_content),
        (b"\x1f\x8b", _gzip_content),
        (b"BZh", lambda _head, _path: _named("tar")),
        (b"\xfd7zXZ\x00", lambda _head, _path: _named("tar")),
        (b"Rar!\x1a\x07", lambda _head, _path: _named("rar")),
        (b"7z\xbc\xaf\x27\x1c", lambda _head, _path: _named("7z")),
    )
    for magic, content in openers:
        if head.startswith(magic):
            return content(head, path)
    return _named("tar") if head[TAR_MAGIC_AT : TAR_MAGIC_AT + 5] == b"ustar" else None


def _zip_content(head: bytes, path: Path) -> Sniffed:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = _local_names(head)
    if "mimetype" in names and "META-INF/manifest.xml" in names:
        return Sniffed("unknown", "application/vnd.oasis.opendocument")
    office = "[Content_Types].xml" in names or "OFD.xml" in names
    for part, file_format in _ZIP_PARTS:
        if office and any(name.startswith(part) for name in names):
            return _named(file_format)
    return _named("zip")


def _local_names(head: bytes) -> list[str]:
    """Return member names of a zip whose directory is lost, from its first local headers."""
    starts = [m.start() for m in re.finditer(rb"PK\x03\x04", head)]
    names = (
        head[s + 30 : s + 30 + int.from_bytes(head[s + 26 : s + 28], "little")] for s in starts
    )
    return [name.decode("cp437") for name in names]


def _ole_content(_head: bytes, path: Path) -> Sniffed:
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for name, file_format, media_type in _OLE_STREAMS:
            if _has_ole_entry(data, name.encode("utf-16-le") + b"\0\0"):
                return Sniffed(file_format, media_type)
    return Sniffed("unknown", MEDIA_TYPES["encrypted"])


def _has_ole_entry(data: mmap.mmap, name: bytes) -> bool:
    at = data.find(name)
    while at >= 0:
        if at % CFB_ENTRY_BYTES == 0:
            return True
        at = data.find(name, at + 1)
    return False


def _gzip_content(_head: bytes, path: Path) -> Sniffed:
    try:
        with gzip.open(path) as stream:
            inner = stream.read(TAR_MAGIC_AT + 5)
    except (OSError, EOFError):
        inner = b""
    is_tar = inner[TAR_MAGIC_AT:] == b"ustar"
    return _named("tar") if is_tar else Sniffed("unknown", "application/gzip")


def _by_markup(head: bytes, _path: Path) -> Sniffed | None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2048].lower()
    if b"<?mso-application" in start:
        return Sniffed("unknown", "application/xml")
    if start.startswith(b"mime-version:") and b"multipart/related" in start:
        return Sniffed("unknown", "multipart/related")
    if re.search(rb"<!doctype html|<html[\s>]", start):
        return _named("html")
    return Sniffed("text", "text/xml") if start.startswith(b"<?xml") else None


def _is_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    for encoding in ("utf-8", "gb18030"):
        try:  # incremental: the sample may end inside a character
            text = codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return re.search(r"[\x00-\x08\x0e-\x1f]", text) is None
    return False
