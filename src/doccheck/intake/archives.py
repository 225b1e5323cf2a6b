"""Unpacking archives without trusting them: own names, bounded sizes, no links, no escapes."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from doccheck.intake.cargo import Carrier, nothing_carried
from doccheck.intake.names import decode_names, escapes, report_path
from doccheck.intake.sniff import DOCUMENT_SUFFIXES, suffix_of
from doccheck.intake.volumes import SPLIT, is_volume
from doccheck.model.files import FileFormat, FileStatus

MAX_DEPTH = 3  # archives inside archives: a packer's habit is 2, more is an attack or an accident
MAX_FILES = 2000  # a submission: real packages hold tens, the largest seen some hundreds
MAX_TOTAL_BYTES = 2 << 30  # a submission, unpacked: 300 dpi colour scans of some 1000 pages
MAX_FILE_BYTES = 500 << 20  # one file: a bound scan of 300 pages stays under it
MAX_RATIO = 200  # unpacked : packed; text reaches 20, a form of blank pages 100, bombs 1000
RATIO_FREE_BYTES = 100 << 20  # below this even a bomb does no harm
CHUNK_BYTES = 1 << 20

ARCHIVE_FORMATS: frozenset[FileFormat] = frozenset({"zip", "tar", "7z", "rar"})

_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError,
    EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What the standard library raises for damaged or exotic archives."""

PASSWORD = "压缩包设了密码，打不开；请去掉密码后重新提交"
DAMAGED = "压缩包损坏，打不开；请重新压缩后提交"
DAMAGED_MEMBER = "在压缩包里已损坏，取不出来；请重新压缩后提交"
BOMB = "压缩比高得不合常理（疑似压缩炸弹），未展开"
ESCAPES = "压缩包里的路径指向包外，未展开"
LINK = "压缩包里的链接，不是文件本身，未展开"
TOO_DEEP = f"压缩包套压缩包超过 {MAX_DEPTH} 层，未展开；请解开后重新提交"


class ArchiveRefusedError(Exception):
    """An archive is not opened; the message is the reason for the user."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive.

    `path` is its path inside the archive; `local` is None where it was not unpacked, and then
    `status` and `reason` say why.
    """

    path: str
    size: int
    local: Path | None = None
    status: FileStatus = "read"
    reason: str = ""


@dataclass(slots=True)
class Store:
    """Where unpacked files go, and how much one submission has unpacked so far.

    `carried` takes files out of mails, PDF and Word.
    """

    folder: Path
    files: int = 0
    unpacked: int = 0
    carried: Carrier = nothing_carried
    names: Iterator[int] = field(default_factory=lambda: iter(range(1, 10**9)))

    def new_file(self, name: str = "") -> Path:
        """Return a fresh numbered path; of the original name only a known suffix is kept."""
        suffix = suffix_of(name)
        tail = f".{suffix}" if suffix in DOCUMENT_SUFFIXES else ""
        return self.folder / f"{next(self.names):05d}{tail}"

    def admit(self, files: int, size: int) -> None:
        """Book files and bytes about to be unpacked, or refuse them."""
        if self.files + files > MAX_FILES:
            raise ArchiveRefusedError(f"文件超过 {MAX_FILES} 个，未展开；请分开提交")
        if self.unpacked + size > MAX_TOTAL_BYTES:
            raise ArchiveRefusedError(f"展开后超过 {MAX_TOTAL_BYTES >> 30} GB，未展开；请分开提交")
        self.files += files
        self.unpacked += size


def unpack(source: Path, file_format: FileFormat, store: Store) -> list[Member]:
    """Unpack one archive, not those inside it.

    Raises:
        ArchiveRefusedError: nothing of it can or may be unpacked.
    """
    if is_volume(source):
        raise ArchiveRefusedError(SPLIT)
    opener = _opener(file_format)
    try:
        return opener(source, store)
    except _BROKEN as error:
        raise ArchiveRefusedError(DAMAGED) from error


def _opener(file_format: FileFormat) -> Callable[[Path, Store], list[Member]]:
    if file_format == "7z":
        from doccheck.intake.seven import unpack_7z  # noqa: PLC0415 (loads ten packages)

        return unpack_7z
    if file_format == "rar":
        from doccheck.intake.rar import unpack_rar  # noqa: PLC0415 (draws on this module)

        return unpack_rar
    return _unpack_zip if file_format == "zip" else _unpack_tar


def inflates_too_much(size: int, packed: int) -> bool:
    """Return whether content is packed so tightly that it can only be a bomb."""
    return size > RATIO_FREE_BYTES and size > MAX_RATIO * max(packed, 1)


def check_package(path: Path) -> str:
    """Return why an Office or OFD file, a zip inside, must not be opened; empty if it may be."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except _BROKEN:
        return "文件损坏，打不开；请重新导出后提交"
    if size > MAX_TOTAL_BYTES or inflates_too_much(size, path.stat().st_size):
        return "文件展开后大得不合常理，未打开"
    return ""


def _unpack_zip(source: Path, store: Store) -> list[Member]:
    with zipfile.ZipFile(source) as archive:
        infos = [i for i in archive.infolist() if not _is_folder(i)]
        size = sum(i.file_size for i in infos)
        if inflates_too_much(size, source.stat().st_size):
            raise ArchiveRefusedError(BOMB)
        store.admit(len(infos), size)
        names = zip_names(infos)
        return [_zip_member(archive, i, n, store) for i, n in zip(infos, names, strict=True)]


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith(("/", "\\")) and info.file_size == 0


def zip_names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """Return the members' names: by the UTF-8 flag, by the Unicode extra field, else guessed."""
    guessed = iter(decode_names([_raw_name(i) for i in infos if not _known_name(i)]))
    return [_known_name(i) or next(guessed) for i in infos]


def _known_name(info: zipfile.ZipInfo) -> str:
    utf8_flag = 0x800
    return info.orig_filename if info.flag_bits & utf8_flag else _unicode_path(info)


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    # zipfile decodes unflagged names as cp437, which maps all 256 bytes and so can be undone
    return info.orig_filename.encode("cp437")


def _unicode_path(info: zipfile.ZipInfo) -> str:
    """Return the name in extra field 0x7075 if it belongs to the member's plain name."""
    extra = info.extra
    while len(extra) >= 4:
        kind, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        body, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == 0x7075 and body[1:5] == zlib.crc32(_raw_name(info)).to_bytes(4, "little"):
            return body[5:].decode("utf-8", errors="replace")
    return ""


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, store: Store) -> Member:
    path, size = report_path(name), info.file_size
    if escapes(name) or not path:
        return Member(path or "（无名文件）", size, status="skipped", reason=ESCAPES)
    if stat.S_ISLNK(info.external_attr >> 16):
        return Member(path, size, status="skipped", reason=LINK)
    if info.flag_bits & 0x1:
        return Member(path, size, status="unreadable", reason=PASSWORD)
    if size > MAX_FILE_BYTES or inflates_too_much(size, info.compress_size):
        return Member(path, size, status="unreadable", reason=too_big())
    local = store.new_file(path)
    try:
        with archive.open(info) as stream:
            _copy(stream, local, size)
    except _BROKEN:
        return Member(path, size, status="unreadable", reason=DAMAGED_MEMBER)
    return Member(path, size, local)


def too_big() -> str:
    """Return the reason why one member is left packed."""
    return f"单个文件超过 {MAX_FILE_BYTES >> 20} MB 或压缩比不合常理，未展开"


def _unpack_tar(source: Path, store: Store) -> list[Member]:
    plain = store.new_file()
    _inflate(source, plain)
    if not _is_tar(plain):
        return [_only_compressed(source, plain, store)]
    with tarfile.open(plain, "r:", encoding="utf-8", errors="surrogateescape") as archive:
        infos = [i for i in archive if not i.isdir()]
        store.admit(len(infos), sum(i.size for i in infos))
        raw = [i.name.encode("utf-8", "surrogateescape") for i in infos]
        names = decode_names(raw)
        return [_tar_member(archive, i, n, store) for i, n in zip(infos, names, strict=True)]


def _is_tar(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(257)
        return stream.read(5) == b"ustar" or tarfile.is_tarfile(path)


def _only_compressed(source: Path, plain: Path, store: Store) -> Member:
    """Return the one file that was compressed without being packed, under a name of its own."""
    size = plain.stat().st_size
    store.admit(1, size)
    name = _name_in_gzip(source) or "解压后的文件"
    if size > MAX_FILE_BYTES:
        return Member(name, size, status="unreadable", reason=too_big())
    return Member(name, size, plain)


def _name_in_gzip(source: Path) -> str:
    """Return the name that a gzip file holds, empty where it holds none."""
    with source.open("rb") as stream:
        head = stream.read(1024)
    has_name_alone = head[:3] == b"\x1f\x8b\x08" and head[3] & 0x0C == 0x08
    raw = head[10:].split(b"\0", 1)[0] if has_name_alone else b""
    return report_path(decode_names([raw])[0]).rsplit("/", 1)[-1] if raw else ""


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, store: Store) -> Member:
    path, size = report_path(name), info.size
    if escapes(name) or not path:
        return Member(path or "（无名文件）", size, status="skipped", reason=ESCAPES)
    if not info.isreg() or info.issparse():  # links, devices, pipes; sparse files claim any size
        return Member(path, size, status="skipped", reason=LINK)
    if size > MAX_FILE_BYTES:
        return Member(path, size, status="unreadable", reason=too_big())
    local, stream = store.new_file(path), archive.extractfile(info)
    try:
        if stream is not None:
            _copy(stream, local, size)
    except _BROKEN:
        return Member(path, size, status="unreadable", reason=DAMAGED_MEMBER)
    return Member(path, size, local)


def _inflate(source: Path, target: Path) -> None:
    """Unpack a tar's outer compression within bounds, so that tarfile reads a plain file only."""
    packed, written = source.stat().st_size, 0
    with _decompressed(source) as stream, target.open("xb") as out:
        while chunk := stream.read(CHUNK_BYTES):
            written += len(chunk)
            if written > MAX_TOTAL_BYTES or inflates_too_much(written, packed):
                raise ArchiveRefusedError(BOMB)
            out.write(chunk)


def _decompressed(source: Path) -> io.BufferedIOBase:
    with source.open("rb") as stream:
        magic = stream.read(6)
    if magic.startswith(b"\x1f\x8b"):
        return gzip.open(source)
    if magic.startswith(b"BZh"):
        return bz2.open(source)
    if magic.startswith(b"\xfd7zXZ"):
        return lzma.open(source)
    return source.open("rb")


def _copy(stream: IO[bytes], target: Path, size: int) -> None:
    """Copy exactly the declared size; more or less of it means a lying archive."""
    left = size
    with target.open("xb") as out:
        while chunk := stream.read(min(CHUNK_BYTES, left + 1)):
            left -= len(chunk)
            if left < 0:
                break
            out.write(chunk)
    if left:
        raise EOFError(target.name)
