"""A stack: each sub-folder or archive is a submission; files in the root belong to the stack."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from doccheck.errors import InputError
from doccheck.intake.archives import ARCHIVE_FORMATS
from doccheck.intake.names import disk_name, junk_reason, report_path
from doccheck.intake.sniff import sniff

BLOCK = 1 << 20  # bytes read at a time
NAME_LENGTH = 60  # characters; with a suffix below the 255 bytes that file systems allow


@dataclass(frozen=True, slots=True)
class Unit:
    """One submission of a stack: its name there and where it lies."""

    name: str
    path: Path

    @property
    def slug(self) -> str:
        """Return a file name for its reports; a long or odd one ends in a digest."""
        plain = "".join(
            ch if ch.isprintable() and ch not in '/\\:*?"<>|' else "_" for ch in self.name
        )
        if plain == self.name and len(plain) <= NAME_LENGTH:
            return plain
        digest = hashlib.sha256(os.fsencode(self.path.name)).hexdigest()[:8]
        return f"{plain[:NAME_LENGTH]}-{digest}"


@dataclass(frozen=True, slots=True)
class Stack:
    """What lies in a stack's folder."""

    path: Path
    units: tuple[Unit, ...]
    files: tuple[Path, ...]


def open_stack(path: Path, besides: Path | None = None) -> Stack:
    """Look at a stack's folder; `besides` (the output folder) is no part of it.

    Raises InputError where it is no folder or holds no submission.
    """
    if not path.is_dir():
        raise InputError(
            "找不到这批材料的文件夹", str(path), "请指定文件夹，其中每份材料一个子文件夹或压缩包"
        )
    units: list[Unit] = []
    files: list[Path] = []
    for child in _children(path, besides):
        if child.is_dir() or _is_archive(child):
            units.append(Unit(report_path(disk_name(child.name)), child))
        elif child.is_file():
            files.append(child)
    if not units:
        raise InputError("文件夹里没有一份申报材料", str(path), "每份材料放一个子文件夹或压缩包")
    return Stack(path, tuple(units), tuple(files))


def _children(path: Path, besides: Path | None) -> Iterator[Path]:
    out = besides.resolve() if besides else None
    for child in sorted(path.iterdir(), key=lambda p: os.fsencode(p.name)):
        hidden = child.name.startswith(".") or junk_reason(child.name)
        if not hidden and not child.is_symlink() and child.resolve() != out:
            yield child


def _is_archive(path: Path) -> bool:
    try:
        return path.is_file() and sniff(path).file_format in ARCHIVE_FORMATS
    except OSError:
        return False


def fingerprint(unit: Unit, salt: str) -> str:
    """Return a hash of a submission's names and contents, and of `salt` (how it is checked)."""
    total = hashlib.sha256(salt.encode())
    for file in _files(unit.path):
        total.update(os.fsencode(file.relative_to(unit.path.parent)) + b"\0")
        total.update(_content(file))
    return total.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (Path(folder) / name for folder, _, names in os.walk(path) for name in names)
    return sorted(found, key=os.fsencode)


def _content(file: Path) -> bytes:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
    except OSError as error:  # the check itself will say that it cannot be read
        return repr(error.errno).encode()
    return digest.digest()
