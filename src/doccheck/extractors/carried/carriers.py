"""One table: a format that may carry files → who takes them out."""

from collections.abc import Callable
from pathlib import Path

from doccheck.errors import UnreadableFileError
from doccheck.model.files import Cargo, FileFormat

MAX_CARRIED = 500  # files in one file; a mail has some dozens
TOO_MUCH = "文件中附带的内容过大，未取出；请单独提交"
MAX_BYTES = 400 << 20  # of all files in one file: they pass through memory

_Taker = Callable[[Path], list[Cargo]]


def carried_by(path: Path, file_format: FileFormat) -> list[Cargo]:
    """Return the files inside a file, in order; a damaged carrier carries nothing.

    What is too much is named, without its content.
    """
    taker = _TAKERS.get(file_format)
    if taker is None:
        return []
    try:
        found = taker(path)
    except UnreadableFileError:  # its reader will say so
        return []
    return _bounded(found)


def _bounded(found: list[Cargo]) -> list[Cargo]:
    kept, left = [], MAX_BYTES
    for cargo in found[:MAX_CARRIED]:
        left -= len(cargo.content)
        kept.append(
            cargo if left >= 0 else Cargo(cargo.name, reason="文件中附带的内容过大，未取出")
        )
    return kept


def _of_mail(path: Path) -> list[Cargo]:
    from doccheck.extractors.carried.mail import mail_parts  # noqa: PLC0415

    return mail_parts(path)


def _of_outlook(path: Path) -> list[Cargo]:
    from doccheck.extractors.carried.outlook import outlook_parts  # noqa: PLC0415

    return outlook_parts(path)


def _of_pdf(path: Path) -> list[Cargo]:
    from doccheck.extractors.carried.pdf_attachments import attachments  # noqa: PLC0415

    return attachments(path)


def _of_word(path: Path) -> list[Cargo]:
    from doccheck.extractors.carried.embedded import embedded_in_docx  # noqa: PLC0415

    return embedded_in_docx(path)


def _of_old_word(path: Path) -> list[Cargo]:
    from doccheck.extractors.carried.embedded import embedded_in_doc  # noqa: PLC0415

    return embedded_in_doc(path)


_TAKERS: dict[FileFormat, _Taker] = {
    "eml": _of_mail,
    "msg": _of_outlook,
    "pdf": _of_pdf,
    "docx": _of_word,
    "doc": _of_old_word,
}
