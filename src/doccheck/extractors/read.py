"""One table: a file's format → the reader for it. The readers are loaded when first needed."""

from collections.abc import Callable
from dataclasses import dataclass

from doccheck.errors import UnreadableFileError
from doccheck.model.document import Document, Page
from doccheck.model.files import FileFormat, SourceFile

IMAGE_UNREAD = "图片尚未识别"
"""Said of a picture file until there is OCR for it: our reading trouble, nobody's fault."""


@dataclass(frozen=True, slots=True)
class ReadingTrouble:
    """Why one file could not be read, in words for the user."""

    reason: str


Reader = Callable[[SourceFile], Document]


def read_file(source: SourceFile) -> Document | ReadingTrouble:
    """Read one file; its trouble is an answer too, and never stops the others."""
    reader = READERS.get(source.file_format)
    if reader is None:
        return ReadingTrouble(UNSUPPORTED.get(source.file_format, _UNSUPPORTED))
    try:
        return reader(source)
    except UnreadableFileError as trouble:
        return ReadingTrouble("；".join(part for part in (trouble.what, trouble.next_step) if part))
    except Exception as crash:  # a parser may raise anything at a damaged file
        return ReadingTrouble(f"读取时出错（{type(crash).__name__}）；请重新导出后提交")


def _read_word(source: SourceFile) -> Document:
    from doccheck.extractors.word import read_word  # noqa: PLC0415

    return read_word(source)


def _read_pdf(source: SourceFile) -> Document:
    from doccheck.extractors.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(source)


def _read_excel(source: SourceFile) -> Document:
    from doccheck.extractors.excel import read_excel  # noqa: PLC0415

    return read_excel(source)


def _read_image(source: SourceFile) -> Document:
    """Return a picture as one page whose text could not be had; its size is not known yet."""
    page = Page(1, 0, 0, source="scan", note=IMAGE_UNREAD)
    return Document(source.path, source.file_format, (), (page,), problems=(IMAGE_UNREAD,))


READERS: dict[FileFormat, Reader] = {
    "docx": _read_word,
    "pdf": _read_pdf,
    "xlsx": _read_excel,
    "xls": _read_excel,
    "image": _read_image,
}

UNSUPPORTED: dict[FileFormat, str] = {
    "doc": "暂不支持旧版 Word（.doc）；请另存为 .docx 后提交",
    "ofd": "暂不支持 OFD；请另存为 PDF 后提交",
    "html": "暂不支持网页文件；请另存为 PDF 后提交",
    "rtf": "暂不支持 RTF；请另存为 .docx 后提交",
    "text": "暂不支持纯文本；请另存为 .docx 后提交",
    "pptx": "暂不支持演示文稿；请另存为 PDF 后提交",
}
_UNSUPPORTED = "暂不支持这种文件；请另存为 PDF 或 Word 文件后提交"
