"""Marked copies of what was handed in: comments in Word files, highlights in PDFs.

A picture (a photographed licence) is copied into a PDF and marked there, also one pasted into a
text. Of other formats no copy
is made, which is told with the reason. The originals are only read. A finding without a place in
a file is in no copy.
"""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from doccheck.errors import DoccheckError, UnreadableFileError
from doccheck.model.document import Document
from doccheck.model.files import SourceFile
from doccheck.model.report import EvidenceItem, Location, PageImages, Report, ReportResult
from doccheck.reports.wording.ui import Ui

MARKED = ("fail", "review")
MAX_NOTES = 300
"""Notes in one copy: a file with more is not read note by note."""


class Note(NamedTuple):
    """What is noted at one place: the finding in words, and how pressing it is."""

    location: Location
    quote: str
    text: str
    status: str


class Copies(NamedTuple):
    """What was written, and which files could not be marked, with the reason."""

    written: tuple[Path, ...]
    left: tuple[tuple[str, str], ...]


Marker = Callable[[Path, tuple[Note, ...], Document | None], bytes]


def write_copies(
    report: Report,
    files: Iterable[SourceFile],
    documents: Iterable[Document],
    folder: Path,
    lang: str,
    pictures: PageImages | None = None,
) -> Copies:
    """Write a marked copy of every Word file, PDF and picture that a finding points at.

    Pictures pasted into a text that findings point at are copied into a PDF beside it.
    """
    ui = Ui(lang)
    notes = notes_by_file(report, ui)
    read = {d.file: d for d in documents}
    written: list[Path] = []
    left: list[tuple[str, str]] = []
    for file in files:
        if file.path not in notes or file.status != "read":
            continue
        document = read.get(file.path)
        if pasted := _marked_pasted(file, notes[file.path], document, pictures):
            written.append(_write(folder, f"{file.path}.{ui('marked.pasted')}.pdf", pasted))
        marker = _marker(file, pictures)
        if marker is None:
            left.append((file.path, ui(_WHY_NOT.get(file.file_format, "marked.no_format"))))
            continue
        try:
            content = marker(file.local, notes[file.path][:MAX_NOTES], document)
        except UnreadableFileError as trouble:  # its copy is left out, with the reason
            left.append((file.path, trouble.what))
            continue
        ending = ".pdf" if file.file_format == "image" else ""
        written.append(_write(folder, file.path + ending, content))
    return Copies(tuple(written), tuple(left))


_WHY_NOT = {
    "doc": "marked.old_word", "old_doc": "marked.old_word", "rtf": "marked.old_word",
    "odt": "marked.old_word",
}  # fmt: skip
"""Texts that Word saves as .docx, which can be marked; what is told of them."""


def notes_by_file(report: Report, ui: Ui) -> dict[str, tuple[Note, ...]]:
    """Return the notes of every file, in the report's order; one place is noted once a finding."""
    found: dict[str, dict[Note, None]] = {}
    for result in report.results:
        if result.status in MARKED and result.waiver is None:
            for item in result.evidence:
                found.setdefault(item.file, {})[_note(result, item, ui)] = None
    return {file: tuple(notes) for file, notes in found.items() if file}


def _note(result: ReportResult, item: EvidenceItem, ui: Ui) -> Note:
    colon = ui("colon")
    lines = [f"【{ui('status.' + result.status)}】{result.subject}{colon}{result.message}"]
    rows = {"expected": result.expected, "fix": result.fix, "clause": result.clause}
    lines += [f"{ui('item.' + key)}{colon}{value}" for key, value in rows.items() if value]
    return Note(item.location, item.text, "\n".join(lines), result.status)


def _marker(file: SourceFile, pictures: PageImages | None) -> Marker | None:
    """Return what marks a file of this format; its library is imported only when it is used."""
    if file.file_format == "docx":
        from doccheck.reports.marked_word import mark_word  # noqa: PLC0415

        return mark_word
    if file.file_format == "pdf":
        from doccheck.reports.marked_pdf import mark_pdf  # noqa: PLC0415

        return mark_pdf
    if file.file_format == "image" and pictures is not None:
        from doccheck.reports.marked_picture import picture_marker  # noqa: PLC0415

        return picture_marker(file.path, pictures)
    return None


def _marked_pasted(
    file: SourceFile,
    notes: tuple[Note, ...],
    document: Document | None,
    pictures: PageImages | None,
) -> bytes:
    """Return the marked pictures of a text, empty where no note is about one."""
    if document is None or pictures is None or not document.pasted:
        return b""
    from doccheck.reports.marked_picture import mark_pasted  # noqa: PLC0415

    return mark_pasted(file.path, document, notes[:MAX_NOTES], pictures)


def _write(folder: Path, path: str, content: bytes) -> Path:
    target = folder.joinpath(*inside(path).parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DoccheckError(
            f"批注副本写不进去：{reason}", str(target), "请换一个可写的位置"
        ) from error
    return target


def inside(path: str) -> PurePosixPath:
    """Return where a file's copy goes: a path that never leaves the folder."""
    parts = (part.removesuffix("!") for part in path.replace("\\", "/").split("/"))
    kept = [p.replace(":", "_").replace("\0", "_") for p in parts if p not in ("", ".", "..")]
    return PurePosixPath(*kept or ["copy"])
