"""Pictures that stand for a page: a picture file, a frame of a TIFF, a scan inside another file."""

from pathlib import Path
from typing import NamedTuple

from doccheck.errors import UnreadableFileError
from doccheck.model.files import SourceFile


class StoredPicture(NamedTuple):
    """A picture's file or bytes, and which of its frames (1-based) is meant."""

    content: Path | bytes
    frame: int = 1


def picture_of(source: SourceFile, number: int) -> StoredPicture:
    """Return the picture of a file's page (1-based); for Word, of its picture with this number.

    Raises:
        UnreadableFileError: there is no such picture, or the file is damaged.
    """
    if source.file_format == "image":
        return StoredPicture(source.local, number)
    content = _inside(source, number)
    if not content:
        raise UnreadableFileError("这一页没有可识别的图像", source.path, "请另存为 PDF 后提交")
    return StoredPicture(content)


def _inside(source: SourceFile, number: int) -> bytes:
    if source.file_format == "ofd":
        from doccheck.extractors.ofd import page_picture  # noqa: PLC0415

        return page_picture(source, number)
    if source.file_format == "docx":
        from doccheck.extractors.word.reader import word_picture  # noqa: PLC0415

        return word_picture(source, number)
    if source.file_format == "doc":
        from doccheck.extractors.word_legacy.reader import doc_picture  # noqa: PLC0415

        return doc_picture(source, number)
    if source.file_format == "odt":
        from doccheck.extractors.opendocument import odt_picture  # noqa: PLC0415

        return odt_picture(source, number)
    return b""
