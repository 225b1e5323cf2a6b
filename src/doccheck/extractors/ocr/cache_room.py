"""How much room the kept readings take, and making some: the longest unused go first."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LIMIT_MB = 2048
"""Some 50,000 pages; `DOCCHECK_CACHE_LIMIT` (in MB) tells another limit, 0 for none."""

FILLED_TO = 0.8
"""Share of the limit that is left after making room: not every reading makes some anew."""

ABANDONED = 3600.0
"""Seconds after which a half-written file is nobody's any more."""

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """Files in the cache: how many, and bytes in all."""

    files: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size: int
    used: float


def limit() -> int:
    """Return how many bytes the cache may take, 0 for any."""
    told = os.environ.get("DOCCHECK_CACHE_LIMIT", "")
    return (int(told) if told.isdecimal() else LIMIT_MB) * MEGABYTE


def room_taken(folder: Path) -> Kept:
    """Return what is kept."""
    return _counted(_files(folder))


def make_room(folder: Path, most: int) -> Kept:
    """Remove what was not used for longest until at most so many bytes are kept.

    Returns what was removed. Others may read and write meanwhile.
    """
    files = sorted(_files(folder), key=lambda f: (f.used, f.path))
    excess = sum(f.size for f in files) - most
    removed: list[_File] = []
    for file in files:
        abandoned = file.path.suffix == ".part" and file.used < time.time() - ABANDONED
        if excess > 0 or abandoned:
            excess -= file.size
            removed.append(file)
    return _removed(removed)


def clear(folder: Path) -> Kept:
    """Remove all that is kept, nothing else that may lie in the folder."""
    return _removed(list(_files(folder)))


def keep_within_limit(folder: Path) -> None:
    """Make room where the limit is passed."""
    most = limit()
    if most and room_taken(folder).size > most:
        make_room(folder, int(most * FILLED_TO))


def _files(folder: Path) -> Iterator[_File]:
    """Yield the files that the cache writes (`cache.keep_text`)."""
    for pattern in ("ocr/??/*.json", "ocr/??/*.part"):
        for path in folder.glob(pattern):
            with suppress(OSError):  # gone meanwhile
                about = path.lstat()
                yield _File(path, about.st_size, about.st_mtime)


def _removed(files: list[_File]) -> Kept:
    for file in files:
        with suppress(OSError):
            file.path.unlink()
    return _counted(iter(files))


def _counted(files: Iterator[_File]) -> Kept:
    sizes = [f.size for f in files]
    return Kept(len(sizes), sum(sizes))
