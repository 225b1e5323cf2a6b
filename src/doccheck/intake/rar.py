"""Rar archives, through the program `unar`: bounded in time, memory and output.

The program never writes a file: it is asked for one member after the other on its standard
output, and of that no more is read than the archive declares. A 230-byte rar is known that prints
for ever.
"""

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doccheck.intake.archives import (
    BOMB,
    CHUNK_BYTES,
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
from doccheck.intake.names import decode_names, escapes, report_path

LIST_SECONDS = 30.0  # to list an archive; 2000 members take 2
MEMBER_SECONDS = 60.0  # for one member; 500 MB of a solid archive take about 30
ALL_SECONDS = 300.0  # for one archive: a solid one is unpacked anew for each member
MEMORY_BYTES = 1 << 30  # of the program; the largest dictionary in use is 256 MB
LIST_BYTES = 16 << 20  # of the listing; 2000 members take 2 MB

MISSING = "本机没有解压 rar 的程序（unar），未展开；请改压成 zip 后重新提交，或在本机安装 unar"
TOO_SLOW = "解压超时，未取出；请改压成 zip 后重新提交"
_BYTES_AS_LETTERS = "iso-8859-1"  # names in a legacy encoding then come as their bytes
_UNICODE_NAME = 0x200  # flag of a rar 4 member whose name is not in a legacy encoding


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member as listed: its number, name, size, and whether it is a link or locked."""

    number: int
    name: str
    size: int
    packed: int
    link: bool
    locked: bool


def unpack_rar(source: Path, store: Store) -> list[Member]:
    """Unpack one rar archive.

    Raises:
        ArchiveRefusedError: nothing of it can or may be unpacked, or `unar` is not installed.
    """
    if not (shutil.which("unar") and shutil.which("lsar")):
        raise ArchiveRefusedError(MISSING)
    alone = _alone(source, store)
    entries = _listed(alone)
    size = sum(entry.size for entry in entries)
    if inflates_too_much(size, source.stat().st_size):
        raise ArchiveRefusedError(BOMB)
    if entries and all(entry.locked for entry in entries):
        raise ArchiveRefusedError(PASSWORD)
    store.admit(len(entries), size)
    deadline = time.monotonic() + ALL_SECONDS
    return [_member(alone, entry, store, deadline) for entry in entries]


def _alone(source: Path, store: Store) -> Path:
    """Return a link to the archive in a folder of its own.

    The program takes 1.rar and 2.rar that lie side by side for volumes of one archive.
    """
    place = store.new_file()
    place.mkdir()
    link = place / "archive.rar"
    link.symlink_to(source.resolve())
    return link


def _listed(source: Path) -> list[_Entry]:
    chunks: list[bytes] = []
    listing = ["lsar", "-ja", "-nr", "-e", _BYTES_AS_LETTERS, "-p", "", "--", str(source)]
    done = _run(listing, LIST_SECONDS, LIST_BYTES, chunks.append)
    try:
        raw = json.loads(b"".join(chunks))["lsarContents"]
        members = [m for m in raw if not m.get("XADIsDirectory")]
        names = _names(members)
        return [_entry(m, n) for m, n in zip(members, names, strict=True)]
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveRefusedError(TOO_SLOW if done is None else DAMAGED) from error


def _entry(told: dict[str, Any], name: str) -> _Entry:
    return _Entry(
        int(told["XADIndex"]),
        name,
        max(0, int(told.get("XADFileSize", 0))),
        max(0, int(told.get("XADCompressedSize", 0))),
        bool(told.get("XADIsLink") or told.get("XADLinkDestination")),
        bool(told.get("XADIsEncrypted")),
    )


def _names(members: list[dict[str, Any]]) -> list[str]:
    """Return the members' names, those in a legacy encoding judged all together."""
    told = [str(member.get("XADFileName", "")) for member in members]
    legacy = [i for i, member in enumerate(members) if _is_legacy(member, told[i])]
    decoded = decode_names([told[i].encode("latin-1") for i in legacy])
    for i, name in zip(legacy, decoded, strict=True):
        told[i] = name
    return told


def _is_legacy(member: dict[str, Any], name: str) -> bool:
    if "RAR5Flags" in member or int(member.get("RARFlags", 0)) & _UNICODE_NAME:
        return False
    return not name.isascii() and all(ord(c) < 0x100 for c in name)


def _refused(entry: _Entry) -> Member | None:
    """Return a member that is not to be unpacked, with the reason."""
    path, size = report_path(entry.name), entry.size
    if escapes(entry.name) or not path:
        return Member(path or "（无名文件）", size, status="skipped", reason=ESCAPES)
    if entry.link:
        return Member(path, size, status="skipped", reason=LINK)
    if entry.locked:
        return Member(path, size, status="unreadable", reason=PASSWORD)
    if size > MAX_FILE_BYTES or inflates_too_much(size, entry.packed):
        return Member(path, size, status="unreadable", reason=too_big())
    return None


def _member(source: Path, entry: _Entry, store: Store, deadline: float) -> Member:
    refused = _refused(entry)
    if refused:
        return refused
    path, size = report_path(entry.name), entry.size
    local, left = store.new_file(path), min(MEMBER_SECONDS, deadline - time.monotonic())
    if left <= 0:
        return Member(path, size, status="unreadable", reason=TOO_SLOW)
    asked = ["unar", "-q", "-nr", "-p", "", "-k", "skip", "-o", "-", "-i", "--"]
    with local.open("xb") as out:
        written = _run([*asked, str(source), str(entry.number)], left, size, out.write)
    if written is None:
        return Member(path, size, status="unreadable", reason=TOO_SLOW)
    if written != size:
        return Member(path, size, status="unreadable", reason=DAMAGED_MEMBER)
    return Member(path, size, local)


def _run(
    command: list[str], seconds: float, most: int, take: Callable[[bytes], object]
) -> int | None:
    """Run a program and take in its output; return the bytes read, None where time ran out.

    It is killed as soon as it has written more than `most` bytes, or when the time is over.
    """
    end, taken = time.monotonic() + seconds, 0
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=_limited,  # noqa: PLW1509 (no threads run while archives are unpacked)
    ) as running:
        watch = _Watch(running, seconds)
        assert running.stdout is not None
        try:
            while chunk := running.stdout.read1(CHUNK_BYTES):  # type: ignore[attr-defined]
                taken += len(chunk)
                if taken > most:
                    break
                take(chunk)
        finally:
            watch.stop()
    return None if time.monotonic() >= end else taken


class _Watch:
    """Kills a program when its time is over."""

    def __init__(self, running: "subprocess.Popen[bytes]", seconds: float) -> None:
        import threading  # noqa: PLC0415 (only archives need it)

        self._running = running
        self._timer = threading.Timer(seconds, running.kill)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Call off the watch; a program that still runs has said too much and is killed."""
        self._timer.cancel()
        if self._running.poll() is None:
            self._running.kill()


def _limited() -> None:
    import resource  # noqa: PLC0415 (not on Windows, where there is no unar either)

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
