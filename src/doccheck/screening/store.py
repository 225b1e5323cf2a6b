"""What was found, on disk: reports as files that people open, everything else in the database.

A submission's reports are written first, each by renaming, its row last. The row holds the report's
hash: a finished submission is one whose row and report belong together.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from doccheck.checks.stack_view import Digest
from doccheck.model.report import Report, ReportResult
from doccheck.reading import shown_path
from doccheck.reports.stack import Row, StackResult
from doccheck.screening.database import Database, Values, open_database

REPORTS = "submissions"
NOTICES = "补正告知书"
"""Where Word files go, and they alone: an official opens the folder and prints what is in it."""

BESIDE_REPORTS = "."
"""What the place is called in a folder's own database: the folder may be moved."""

_DIGEST = TypeAdapter(Digest)
_ROW = TypeAdapter(Row)
_KEPT = ("content", "method", "outcome", "report_sha256", "pages", "anything_read", "line")


@dataclass(frozen=True, slots=True)
class Marks:
    """Hashes of a submission's names and contents, and of all else that its report rests on."""

    content: str
    method: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one submission, ready to be written: a worker hands it back.

    Attributes:
        files: suffix → the report in that form; `.json` is always there.
        row: its line on the index.
        results: columns of its answers. facts: likewise.
        checked_at: as in the report.
        digest: for the checks across submissions, as JSON; empty where it was not checked.
        anything_read: a word of it was read. pages: of its files that have pages.
        seconds: how long it took.
    """

    files: Mapping[str, bytes]
    row: Row
    results: tuple[Values, ...]
    facts: tuple[Values, ...]
    checked_at: str
    digest: str = ""
    anything_read: bool = False
    pages: int = 0
    seconds: float = 0.0


def found_in(report: Report, row: Row, files: Mapping[str, bytes]) -> Found:
    """Return what a report says, ready to be written; nothing of it is read yet."""
    results = tuple(result_values(r) for r in report.results)
    facts = tuple(f.model_dump(include=_FACT_COLUMNS) for f in report.facts)
    return Found(files, row, results, facts, report.submission.checked_at)


@dataclass(frozen=True, slots=True)
class Kept:
    """What need not be done again of a finished submission."""

    row: Row
    anything_read: bool
    pages: int


@dataclass(frozen=True, slots=True)
class Store:
    """An output folder and its database; `place` is the folder's name in there."""

    folder: Path
    database: Database
    place: str

    def report_path(self, slug: str, suffix: str = ".json") -> Path:
        """Return where a submission's report stands."""
        folder = NOTICES if suffix == ".docx" else REPORTS
        return self.folder / folder / f"{slug}{suffix}"

    def report_text(self, slug: str) -> str:
        """Return a submission's report as JSON text."""
        return self.report_path(slug).read_text(encoding="utf-8")

    def report(self, slug: str) -> dict[str, Any]:
        """Return a submission's report as plain data."""
        data: dict[str, Any] = json.loads(self.report_text(slug))
        return data

    def finished(self, slug: str, marks: Marks) -> Kept | None:
        """Return a submission that need not be checked again: same content, same method."""
        found = self.database.find(self.place, slug, *_KEPT)
        if found is None or found["outcome"] != "done":
            return None
        known = marks == Marks(found["content"], found["method"])
        if not known or found["report_sha256"] != self._report_hash(slug):
            return None
        try:
            row = _ROW.validate_json(found["line"])
        except ValidationError:  # written by an earlier version of this program
            return None
        return Kept(row, found["anything_read"], found["pages"])

    def digest(self, slug: str) -> Digest | None:
        """Return what the checks across submissions need, None where nothing was found."""
        found = self.database.find(self.place, slug, "digest")
        try:
            return _DIGEST.validate_json(found["digest"]) if found and found["digest"] else None
        except ValidationError:
            return None

    def keep(self, about: Values, found: Found) -> None:
        """Write a submission's reports and its rows; `about` are columns that others know."""
        for suffix in sorted(found.files, key=lambda s: s == ".json"):  # what is read back, last
            write_whole(self.report_path(found.row.slug, suffix), found.files[suffix])
        if ".docx" not in found.files:
            self.report_path(found.row.slug, ".docx").unlink(missing_ok=True)
        entry = {
            **about,
            "place": self.place,
            "slug": found.row.slug,
            "name": found.row.name,
            "enterprise": found.row.enterprise,
            "verdict": found.row.verdict,
            "pages": found.pages,
            "seconds": found.seconds,
            "anything_read": found.anything_read,
            "checked_at": found.checked_at,
            "report_sha256": hashlib.sha256(found.files[".json"]).hexdigest(),
            "line": _ROW.dump_json(found.row).decode(),
            "digest": found.digest,
        }
        self.database.keep(entry, found.results, found.facts)

    def end_run(self, number: int, ended: Values, results: Iterable[StackResult]) -> None:
        """Write how a run ended, with the answers across submissions."""
        self.database.end_run(number, ended, (result_values(r.result) for r in results))

    def _report_hash(self, slug: str) -> str:
        try:
            return hashlib.sha256(self.report_path(slug).read_bytes()).hexdigest()
        except OSError:
            return ""


_FACT_COLUMNS = {"name", "value", "raw", "document", "confidence"}


def digest_json(digest: Digest) -> str:
    """Return a digest in the form that it is kept in."""
    return _DIGEST.dump_json(digest).decode()


def open_store(folder: Path, url: str = "") -> Store:
    """Make the folders, open the database; OSError or DoccheckError where that cannot be."""
    (folder / REPORTS).mkdir(parents=True, exist_ok=True)
    (folder / NOTICES).mkdir(exist_ok=True)
    place = shown_path(folder.resolve()) if url else BESIDE_REPORTS
    return Store(folder, open_database(folder, url), place)


def result_values(result: ReportResult) -> Values:
    """Return the columns of an answer."""
    columns = {"rule", "target", "subject", "clause", "status", "severity", "message"}
    return {"rule_id": result.id, **result.model_dump(include=columns)}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees all of it or the old one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
