"""What a file is, told from its content; the suffix is only compared afterwards."""

import codecs
import gzip
import re
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from doccheck.intake.ole import ole_content
from doccheck.model.files import FileFormat

HEAD_BYTES = 64 * 1024  # bytes: magic numbers, first zip entries and a fair sample of text
PDF_JUNK_BYTES = 1024  # bytes: PDF readers accept that much junk before %PDF-
PDF_END_BYTES = 2048  # bytes at the end of a file in which a PDF says that it ends
TAR_MAGIC_AT = 257  # bytes: offset of "ustar" in the first header block

MEDIA_TYPES: dict[FileFormat, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "old_doc": "application/msword",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "excel_xml": "application/xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ppt": "application/vnd.ms-powerpoint",
    "pdf": "application/pdf",
    "ofd": "application/ofd",
    "html": "text/html",
    "mht": "multipart/related",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
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
    "docx": "docx docm dotx dotm wps wpt",
    "doc": "doc dot wps wpt",
    "old_doc": "doc dot",
    "odt": "odt ott",
    "xlsx": "xlsx xlsm xltx xltm xlsb et ett",
    "xls": "xls xlt xla et ett",
    "ods": "ods ots",
    "excel_xml": "xml",
    "pptx": "pptx pptm ppsx potx dps",
    "ppt": "ppt pps pot dps",
    "pdf": "pdf",
    "ofd": "ofd",
    "image": "jpg jpeg jpe jfif png bmp gif tif tiff webp heic heif avif",
    "html": "html htm xhtml",
    "mht": "mht mhtml",
    "eml": "eml",
    "msg": "msg oft",
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
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
)
_BRANDS = {
    **dict.fromkeys(
        (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"),
        "image/heic",
    ),
    b"avif": "image/avif",
}
"""Kinds of pictures that phones keep in one common container."""

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
    if _is_late_pdf(head, path):
        return _named("pdf")
    return _named("text") if _is_text(head) else _named("unknown")


def _is_late_pdf(head: bytes, path: Path) -> bool:
    """Tell a PDF behind more junk than readers accept (a server's headers, say) by both ends."""
    if not re.search(rb"^%PDF-\d\.\d[\r\n ]", head, re.MULTILINE):
        return False
    with path.open("rb") as stream:
        stream.seek(-min(PDF_END_BYTES, path.stat().st_size), 2)
        return b"%%EOF" in stream.read()


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
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return Sniffed("image", _BRANDS[head[8:12]])
    if b"%PDF-" in head[:PDF_JUNK_BYTES] or (b" obj" in head and b"endobj" in head):
        return _named("pdf")  # the latter has lost its first line: damaged, but no text
    return _named("rtf") if head.startswith(b"{\\rtf") else None


def _by_container(head: bytes, path: Path) -> Sniffed | None:
    openers: tuple[tuple[bytes, Callable[[bytes, Path], Sniffed]], ...] = (
        (b"PK\x03\x04", _zip_content),
        (b"PK\x05\x06", _zip_content),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", lambda _head, path: Sniffed(*ole_content(path))),
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
        return _opendocument(head)
    office = "[Content_Types].xml" in names or "OFD.xml" in names
    for part, file_format in _ZIP_PARTS:
        if office and any(name.startswith(part) for name in names):
            return _named(file_format)
    return _named("zip")


def _opendocument(head: bytes) -> Sniffed:
    """Tell an OpenDocument file by its first member, which holds its type uncompressed."""
    for file_format in _OPEN_DOCUMENTS:
        if MEDIA_TYPES[file_format].encode() in head[:200]:
            return _named(file_format)
    return Sniffed("unknown", "application/vnd.oasis.opendocument")


_OPEN_DOCUMENTS: tuple[FileFormat, ...] = ("ods", "odt")


def _local_names(head: bytes) -> list[str]:
    """Return member names of a zip whose directory is lost, from its first local headers."""
    starts = [m.start() for m in re.finditer(rb"PK\x03\x04", head)]
    names = (
        head[s + 30 : s + 30 + int.from_bytes(head[s + 26 : s + 28], "little")] for s in starts
    )
    return [name.decode("cp437") for name in names]


def _gzip_content(_head: bytes, path: Path) -> Sniffed:
    try:
        with gzip.open(path) as stream:
            inner = stream.read(TAR_MAGIC_AT + 5)
    except (OSError, EOFError):
        inner = b""
    is_tar = inner[TAR_MAGIC_AT:] == b"ustar"
    return _named("tar") if is_tar else Sniffed("tar", "application/gzip")


def _by_markup(head: bytes, _path: Path) -> Sniffed | None:
    start = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n")[:MARKUP_BYTES].lower()
    if b"<?mso-application" in start:
        workbook = b'progid="excel.sheet"' in start
        return _named("excel_xml") if workbook else Sniffed("unknown", "application/xml")
    if _HEADER_LINE.match(start):
        mail = _mail(start)
        if mail:
            return mail
    if re.search(rb"<!doctype html|<html[\s>]|^<(?:table|meta|head|body|style|div)[\s>]", start):
        return _named("html")
    return Sniffed("text", "text/xml") if start.startswith(b"<?xml") else None


MARKUP_BYTES = 8192  # bytes in which a page or a message says what it is
_HEADER_LINE = re.compile(rb"[a-z][a-z0-9-]*:[ \t]")
_MAIL_HEADERS = re.compile(
    rb"^(from|to|cc|subject|date|received|message-id|return-path|delivered-to|mime-version"
    rb"|content-type|x-[a-z-]+):", re.MULTILINE,
)  # fmt: skip
_OF_LETTERS = frozenset((b"to", b"received", b"message-id", b"delivered-to", b"cc"))


def _mail(start: bytes) -> Sniffed | None:
    """Tell a message, or a web archive, which borrows the form of one, by its first lines."""
    top = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    headers = set(_MAIL_HEADERS.findall(top.replace(b"\r\n", b"\n")))
    if b"multipart/related" in top and b"mime-version" in headers and not headers & _OF_LETTERS:
        return _named("mht")
    is_mail = b"mime-version" in headers and b"content-type" in headers
    is_mail = is_mail or {b"from", b"subject"} <= headers
    return _named("eml") if is_mail and len(headers) > 2 else None


def _narrow(head: bytes) -> bytes:
    """Return markup in UTF-16 with the zero bytes left out, so that its tags are found."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head[2:].replace(b"\0", b"") if wide else head


def _is_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    for encoding in ("utf-8", "gb18030", "big5"):
        try:  # incremental: the sample may end inside a character
            text = codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return re.search(r"[\x00-\x08\x0e-\x1f]", text) is None
    return False
