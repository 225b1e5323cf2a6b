"""What a worker does with one submission: check it, write its reports, keep its digest."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

from doccheck.pipeline import Settings, checking
from doccheck.programs.loader import load_program
from doccheck.reports.json_report import to_json
from doccheck.reports.write import Means, write_report
from doccheck.screening.digest import digest_of
from doccheck.screening.stack import Unit
from doccheck.screening.store import Record, Store, write_whole
from doccheck.understanding.assemble import assemble


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to check: its fingerprint, how to check it, where its reports go."""

    unit: Unit
    fingerprint: str
    settings: Settings
    folder: Path
    pages: bool = True


def work(task: Task) -> str:
    """Check one submission and write what was found; return its name for reports.

    The settings name a programme: it was recognised before the stack was handed out.
    """
    began = time.monotonic()
    store, slug = Store(task.folder), task.unit.slug
    store.forget(slug)
    settings = replace(task.settings, jobs=1)
    with checking(task.unit.path, settings) as checked:
        program = load_program(task.settings.program or "")
        dossier = assemble(checked.read.files, checked.read.documents, program)
        digest = digest_of(task.unit.name, dossier)
        submission = checked.report.submission.model_copy(update={"path": task.unit.name})
        report = checked.report.model_copy(update={"submission": submission})
        write_whole(store.report_path(slug), to_json(report).encode())
        if task.pages:
            means = Means(settings.lang, pictures=checked.pictures)
            write_report(report, store.report_path(slug, ".html"), means)
    seconds = round(time.monotonic() - began, 2)
    store.save_record(slug, Record(task.fingerprint, digest, checked.anything_read, seconds))
    return slug
