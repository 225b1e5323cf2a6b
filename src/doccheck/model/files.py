"""What came in: the submission and its files, before anybody has read them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FileFormat = Literal[
    "docx", "doc", "old_doc", "odt", "rtf", "xlsx", "xls", "ods", "excel_xml", "pdf", "ofd",
    "image", "html", "mht", "text", "pptx", "ppt",
    "zip", "7z", "rar", "tar", "eml", "msg", "encrypted", "empty", "unknown",
]  # fmt: skip
"""`old_doc` is Word 6.0/95; `excel_xml` a workbook of 2003 as one XML file; `tar` also what is
only compressed (gz, bz2, xz)."""
FileStatus = Literal["read", "unreadable", "skipped"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a submission, wherever it lay.

    Attributes:
        path: relative to the submission, `/` between folders, `!/` after an archive's name.
        local: where its bytes lie on this machine (the original or a copy in the work folder).
        size: bytes.
        sha256: of the content, lower-case hex; empty where the content could not be had.
        file_format: what the content is, whatever the suffix says.
        media_type: MIME type of `file_format`.
        status: `read` until a reader says otherwise; `skipped` for what is no document.
        reason: why it was skipped or cannot be read, for the user; empty for `read`.
        suffix_lies: the suffix names another format than the content has (FMT03).
    """

    path: str
    local: Path
    size: int
    sha256: str
    file_format: FileFormat
    media_type: str
    status: FileStatus = "read"
    reason: str = ""
    suffix_lies: bool = False


@dataclass(frozen=True, slots=True)
class Cargo:
    """A file inside another: its name, its bytes; `reason` says why there are none."""

    name: str
    content: bytes = b""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything that was handed in, every file accounted for, sorted by path."""

    root: Path
    files: tuple[SourceFile, ...]
