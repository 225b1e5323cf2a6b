"""What was found, on disk: a report and a record for each submission, written on arrival.

Plain JSON files. A record is written last and by renaming, so it is there whole or not at all;
it says for which content and settings it holds, so a finished submission is not checked again.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from doccheck.checks.stack_view import Digest

REPORTS, RECORDS = "submissions", ".records"


@dataclass(frozen=True, slots=True)
class Record:
    """A finished submission.

    Attributes:
        fingerprint: of its content and of how it was checked.
        digest: for the checks across submissions.
        anything_read: a word of it was read.
        seconds: how long it took.
    """

    fingerprint: str
    digest: Digest
    anything_read: bool = True
    seconds: float = 0.0


_RECORD = TypeAdapter(Record)


@dataclass(frozen=True, slots=True)
class Store:
    """An output folder."""

    folder: Path

    def prepare(self) -> None:
        """Make the folders; they may be there."""
        (self.folder / REPORTS).mkdir(parents=True, exist_ok=True)
        (self.folder / RECORDS).mkdir(exist_ok=True)

    def report_path(self, slug: str, suffix: str = ".json") -> Path:
        """Return where a submission's report stands."""
        return self.folder / REPORTS / f"{slug}{suffix}"

    def report(self, slug: str) -> dict[str, Any]:
        """Return a submission's report as plain data."""
        data: dict[str, Any] = json.loads(self.report_path(slug).read_text(encoding="utf-8"))
        return data

    def record(self, slug: str) -> Record | None:
        """Return a submission's record, None where there is none or it is of another form."""
        try:
            return _RECORD.validate_json(self._record_path(slug).read_bytes())
        except (OSError, ValidationError):
            return None

    def finished(self, slug: str, fingerprint: str) -> Record | None:
        """Return the record of a submission that need not be checked again."""
        record = self.record(slug)
        known = record is not None and record.fingerprint == fingerprint
        return record if known and self.report_path(slug).is_file() else None

    def save_record(self, slug: str, record: Record) -> None:
        """Write a record: the sign that everything of the submission is written."""
        write_whole(self._record_path(slug), _RECORD.dump_json(record))

    def forget(self, slug: str) -> None:
        """Remove a record: its submission is about to be checked again."""
        self._record_path(slug).unlink(missing_ok=True)

    def _record_path(self, slug: str) -> Path:
        return self.folder / RECORDS / f"{slug}.json"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees all of it or the old one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
