"""File names: bytes to text, text to a path for the report, names that are no documents."""

import os
import re
import unicodedata
from collections.abc import Sequence
from fnmatch import fnmatchcase

LEGACY_ENCODINGS = ("gb18030", "big5")
"""What Chinese Windows tools write without saying so; mainland first."""

_PLAUSIBLE = re.compile(
    r"[\x20-\x7e\u00b7\u00d7\u2010-\u2060\u2160-\u217f\u2460-\u24ff"
    r"\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]*"
)
"""Characters of Chinese file names; kana, Greek or private use betray the wrong encoding."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls and writing-direction marks: they would garble a report or disguise a suffix."""

_JUNK = (
    ("__MACOSX", "macOS 压缩时附带的系统文件"),
    (".DS_Store", "macOS 的系统文件"),
    ("._*", "macOS 的系统文件"),
    ("Thumbs.db", "Windows 的缩略图缓存"),
    ("desktop.ini", "Windows 的系统文件"),
    ("~$*", "Office 打开文件时的临时文件"),
    ("~*.tmp", "Office 的临时文件"),
    (".~*", "WPS 或 LibreOffice 的临时文件"),
    ("doccheck.yaml", "核对工具的切分建议文件"),
)
"""Pattern of one part of a path → why it is no document."""


def decode_names(raw_names: Sequence[bytes]) -> list[str]:
    """Decode names that do not say their encoding, judging all names of an archive together.

    A name that makes Chinese sense as UTF-8 is UTF-8. The rest share one legacy encoding, because
    a single short name can be valid in several by chance.
    """
    as_utf8 = [_decoded(raw, "utf-8") for raw in raw_names]
    legacy = [r for r, t in zip(raw_names, as_utf8, strict=True) if not _plausible(t)]
    encoding = max(LEGACY_ENCODINGS, key=lambda e: sum(_plausible(_decoded(r, e)) for r in legacy))
    return [
        text if text is not None and _plausible(text) else _decode_legacy(raw, encoding)
        for raw, text in zip(raw_names, as_utf8, strict=True)
    ]


def _decode_legacy(raw: bytes, encoding: str) -> str:
    for candidate in (encoding, "utf-8", *LEGACY_ENCODINGS):
        text = _decoded(raw, candidate)
        if text is not None:
            return text
    return raw.decode("gb18030", errors="replace")


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausible(text: str | None) -> bool:
    return text is not None and _PLAUSIBLE.fullmatch(text) is not None


def disk_name(name: str) -> str:
    """Return a name from a folder as text; bytes that are no UTF-8 are taken for a legacy code."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return decode_names([os.fsencode(name)])[0]
    return name


def report_path(name: str) -> str:
    """Return a path as the report shows it: NFC, `/` between folders, nothing unprintable."""
    path = unicodedata.normalize("NFC", name).replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return _UNPRINTABLE.sub("\ufffd", "/".join(parts))


def escapes(name: str) -> bool:
    """Return whether an archive member's name points outside the archive."""
    path = name.replace("\\", "/")
    return path.startswith("/") or path[1:2] == ":" or ".." in path.split("/")


def junk_reason(path: str) -> str:
    """Return why a file is no document of the submission, empty if it may be one."""
    for part in path.split("/"):
        for pattern, reason in _JUNK:
            if fnmatchcase(part.lower(), pattern.lower()):
                return reason
    return ""
