"""What an official takes along: the filled summary sheet, the notices, the list of the sample."""

from collections.abc import Iterator
from pathlib import Path

from doccheck.checks.stack_view import Digest
from doccheck.model.program import Program
from doccheck.reports.filled_sheet import Package, fill
from doccheck.reports.filled_sheet_xlsx import to_filled_sheet
from doccheck.reports.notices import joined, notice_list
from doccheck.reports.sample import Sample, read_answers, sample_of, to_list
from doccheck.reports.stack import Row, StackReport
from doccheck.reports.wording.ui import Ui
from doccheck.screening.store import NOTICES, Store, write_whole

SHEET, SAMPLE = "汇总表.xlsx", "抽查.csv"
LIST, ALL = "00清单.xlsx", "00合并打印"
IN_ONE = 100
"""Notices joined in one document: a few hundred pages, which Word and WPS open at once."""


def taken_sample(rows: tuple[Row, ...], share: float, seed: str, store: Store) -> Sample:
    """Return the sample of the passes, with the answers that a person has written so far."""
    passes = [row.name for row in rows if row.verdict == "pass"]
    return sample_of(passes, share, seed, _answers(store.folder / SAMPLE))


def write_papers(report: StackReport, program: Program, store: Store, lang: str) -> None:
    """Write everything beside the reports and the index."""
    ui, created = Ui(lang), report.head.submission.checked_at
    _write_sheet(report, program, store, ui)
    _write_notices(report, store, ui, created)
    path = store.folder / SAMPLE
    answers = _answers(path)
    if report.sample and (report.sample.marked or answers):
        enterprises = {row.name: row.enterprise for row in report.rows}
        write_whole(path, to_list(report.sample, enterprises, answers, ui))


def taken_along(folder: Path) -> frozenset[str]:
    """Return the paths in the output folder of what lies there for an official."""
    found = [folder / SHEET, folder / SAMPLE, folder / NOTICES / LIST]
    found += (folder / NOTICES).glob(f"{ALL}*.docx")
    return frozenset(p.relative_to(folder).as_posix() for p in found if p.is_file())


def _answers(path: Path) -> dict[str, dict[str, str]]:
    return read_answers(path.read_bytes()) if path.is_file() else {}


def _write_sheet(report: StackReport, program: Program, store: Store, ui: Ui) -> None:
    sheet = program.summary_sheet
    if sheet is None:
        return
    packages = (
        Package(store.digest(row.slug) or Digest(row.name, row.enterprise), store.report(row.slug))
        for row in report.rows
    )
    tool = f"{report.head.tool.name} {report.head.tool.version}"
    rows = tuple(fill(sheet, program, packages, ui))
    created = report.head.submission.checked_at
    write_whole(store.folder / SHEET, to_filled_sheet(sheet, rows, ui, tool, created))


def _write_notices(report: StackReport, store: Store, ui: Ui, created: str) -> None:
    """Write the list of the notices, and all of them joined for printing."""
    folder = store.folder / NOTICES
    for old in folder.glob(f"{ALL}*.docx"):
        old.unlink()
    rows = [r for r in report.rows if (folder / f"{r.slug}.docx").is_file()]
    if not rows:
        (folder / LIST).unlink(missing_ok=True)
        return
    write_whole(folder / LIST, notice_list(rows, ui, created))
    for number, batch in enumerate(_batches(rows), 1):
        notices = [(folder / f"{row.slug}.docx").read_bytes() for row in batch]
        suffix = f"-{number}" if len(rows) > IN_ONE else ""
        write_whole(folder / f"{ALL}{suffix}.docx", joined(notices))


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    return (rows[start : start + IN_ONE] for start in range(0, len(rows), IN_ONE))
