"""What a worker does with one submission: check it and hand back what was found.

It writes nothing outside its work folder, so it may run on another machine.
"""

import time
from dataclasses import dataclass, replace

from doccheck.model.report import Report
from doccheck.pipeline import Checked, Settings, checking
from doccheck.reports.json_report import as_dict
from doccheck.reports.stack import row_of
from doccheck.reports.write import WRITERS, Means
from doccheck.screening.digest import digest_of
from doccheck.screening.stack import Unit, at_hand
from doccheck.screening.store import Found, digest_json, found_in


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to check, how to check it, in which forms (suffixes) to report."""

    unit: Unit
    settings: Settings
    forms: tuple[str, ...]


def work(task: Task) -> Found:
    """Check one submission and return what was found.

    The settings name a programme: it was recognised before the stack was handed out.
    """
    began = time.monotonic()
    with at_hand(task.unit) as path, checking(path, task.settings) as checked:
        found = written(checked.report, task, Means(task.settings.lang, checked.pictures))
        return replace(
            found,
            digest=digest_json(digest_of(task.unit.name, checked.dossier)),
            anything_read=checked.anything_read,
            pages=_pages(checked),
            seconds=round(time.monotonic() - began, 2),
        )


def written(report: Report, task: Task, means: Means, trouble: str = "") -> Found:
    """Return a report in the forms asked for, under the submission's name in the stack."""
    unit = task.unit
    named = report.submission.model_copy(update={"path": unit.name})
    report = report.model_copy(update={"submission": named})
    sent = report.summary.verdict != "pass" and not trouble  # what passes needs no notice
    forms = [suffix for suffix in task.forms if sent or suffix != ".docx"]
    files = {suffix: WRITERS[suffix](report, means) for suffix in forms}
    return found_in(report, row_of(unit.name, unit.slug, as_dict(report), trouble), files)


def _pages(checked: Checked) -> int:
    return sum(len(d.pages) for d in checked.read.documents)
