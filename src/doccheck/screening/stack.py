"""A stack: each sub-folder, archive or mail is a submission; else files in the root are its own."""

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from doccheck.errors import InputError
from doccheck.intake.archives import ARCHIVE_FORMATS
from doccheck.intake.collect import is_portfolio
from doccheck.intake.names import disk_name, junk_reason, report_path
from doccheck.intake.sniff import sniff, suffix_of
from doccheck.reading import shown_path
from doccheck.screening.remote import RemoteTree, fetch, remote_trees, safe_name

BLOCK = 1 << 20  # bytes read at a time
SUBMISSION_FORMATS = ARCHIVE_FORMATS | {"eml", "msg"}
"""Files that hold a whole submission: what was packed, and the mail it was sent with."""

PACKED_SUFFIXES = frozenset(
    {"zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "tbz2", "xz", "txz", "eml", "msg"}
)
"""What tells one in an object store, whose content is not looked at before its turn."""

NAME_LENGTH = 60  # characters; with a suffix below the 255 bytes that file systems allow


@dataclass(frozen=True, slots=True)
class Unit:
    """One submission of a stack, or one paper in its root: its name there and where it lies.

    `tree`: what of it lies in an object store; `path` then holds no more than its name.
    """

    name: str
    path: Path
    tree: RemoteTree | None = None

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

    path: str
    units: tuple[Unit, ...]
    files: tuple[Unit, ...]


def open_stack(path: Path, besides: Path | None = None) -> Stack:
    """Look at a stack's folder; `besides` (the output folder) is no part of it.

    Raises InputError where it is no folder or holds no submission.
    """
    if not path.is_dir():
        raise InputError(
            "找不到这批材料的文件夹", str(path), "请指定文件夹，其中每份材料一个子文件夹或压缩包"
        )
    units: list[Unit] = []
    files: list[Unit] = []
    for child in _children(path, besides):
        unit = Unit(report_path(disk_name(child.name)), child)
        if child.is_dir() or _holds_submission(child):
            units.append(unit)
        elif child.is_file():
            files.append(unit)
    return _stack(shown_path(path), units, files)


def open_remote_stack(url: str) -> Stack:
    """Look at a stack in an object store; DoccheckError where it holds no submission."""
    units: list[Unit] = []
    files: list[Unit] = []
    for tree in remote_trees(url):
        unit = Unit(report_path(tree.name), Path(safe_name(tree.name)), tree)
        packed = suffix_of(tree.name) in PACKED_SUFFIXES
        (units if tree.is_folder or packed else files).append(unit)
    return _stack(url, units, files)


def _stack(path: str, units: list[Unit], files: list[Unit]) -> Stack:
    if not units:
        raise InputError("文件夹里没有一份申报材料", path, "每份材料放一个子文件夹或压缩包")
    return Stack(path, tuple(_distinct(units)), tuple(_distinct(files)))


def _distinct(units: list[Unit]) -> Iterator[Unit]:
    """Number the names that are shown alike (another spelling of the same accents, say)."""
    seen: Counter[str] = Counter()
    for unit in units:
        seen[unit.slug] += 1
        count = seen[unit.slug]
        yield replace(unit, name=f"{unit.name} ({count})") if count > 1 else unit


@contextmanager
def at_hand(unit: Unit) -> Iterator[Path]:
    """Give a submission on this machine's disk; what was fetched is gone when the block ends."""
    if unit.tree is None:
        yield unit.path
        return
    with tempfile.TemporaryDirectory(prefix="doccheck-", ignore_cleanup_errors=True) as work:
        yield fetch(unit.tree, Path(work))


def _children(path: Path, besides: Path | None) -> Iterator[Path]:
    out = besides.resolve() if besides else None
    for child in sorted(path.iterdir(), key=lambda p: os.fsencode(p.name)):
        hidden = child.name.startswith(".") or junk_reason(child.name)
        if not hidden and not child.is_symlink() and child.resolve() != out:
            yield child


def _holds_submission(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        found = sniff(path).file_format
        return found in SUBMISSION_FORMATS or (found == "pdf" and is_portfolio(path))
    except OSError:
        return False


def fingerprint(unit: Unit) -> str:
    """Return a hash of a submission's names and contents."""
    if unit.tree is not None:
        return unit.tree.fingerprint
    total = hashlib.sha256()
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
