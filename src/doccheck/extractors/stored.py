"""Pictures that stand for a page: a picture file, a frame of a TIFF, a scan inside another file."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from doccheck.errors import UnreadableFileError
from doccheck.model.files import FileFormat, SourceFile


class StoredPicture(NamedTuple):
    """A picture's file or bytes, and which of its frames (1-based) is meant."""

    content: Path | bytes
    frame: int = 1


def picture_of(source: SourceFile, number: int) -> StoredPicture:
    """Return the picture of a file's page (1-based); without pages, its picture of this number.

    Raises:
        UnreadableFileError: there is no such picture, or the file is damaged.
    """
    if source.file_format == "image":
        return StoredPicture(source.local, number)
    finder = _FINDERS.get(source.file_format)
    content = finder(source, number) if finder else b""
    if not content:
        raise UnreadableFileError("这一页没有可识别的图像", source.path, "请另存为 PDF 后提交")
    return StoredPicture(content)


def _of_ofd(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.ofd import page_picture  # noqa: PLC0415

    return page_picture(source, number)


def _of_word(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.word.reader import word_picture  # noqa: PLC0415

    return word_picture(source, number)


def _of_doc(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.word_legacy.reader import doc_picture  # noqa: PLC0415

    return doc_picture(source, number)


def _of_odt(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.opendocument import odt_picture  # noqa: PLC0415

    return odt_picture(source, number)


def _of_rtf(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.rtf import rtf_picture  # noqa: PLC0415

    return rtf_picture(source, number)


def _of_page(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.html import html_picture  # noqa: PLC0415

    return html_picture(source, number)


def _of_workbook(source: SourceFile, number: int) -> bytes:
    from doccheck.extractors.excel import excel_picture  # noqa: PLC0415

    return excel_picture(source, number)


_FINDERS: dict[FileFormat, Callable[[SourceFile, int], bytes]] = {
    "ofd": _of_ofd,
    "docx": _of_word,
    "doc": _of_doc,
    "odt": _of_odt,
    "rtf": _of_rtf,
    "html": _of_page,
    "mht": _of_page,
    "xlsx": _of_workbook,
}
"""A file's format → who finds the bytes of a picture in it."""
