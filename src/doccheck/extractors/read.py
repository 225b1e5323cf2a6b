"""One table: a file's format → the reader for it. The readers are loaded when first needed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from doccheck.errors import DoccheckError, UnreadableFileError
from doccheck.extractors.bounds import bounded
from doccheck.extractors.ocr.choice import OcrChoice
from doccheck.extractors.ocr.reading import PageReading
from doccheck.model.document import Document, Page
from doccheck.model.files import FileFormat, SourceFile

IMAGE_UNREAD = "图片尚未识别"
"""Said of a picture file that was not recognised: our reading trouble, nobody's fault."""

Readings = Mapping[int, PageReading]
"""What was recognised of a file, by page number."""

NO_READINGS: Readings = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadingTrouble:
    """Why one file could not be read, in words for the user."""

    reason: str


Reader = Callable[[SourceFile, Readings], Document]


def read_file(source: SourceFile, readings: Readings = NO_READINGS) -> Document | ReadingTrouble:
    """Read one file; its trouble is an answer too, and never stops the others.

    `readings` holds what was recognised of its pages without text (`Document.unread_pages`).
    """
    reader = READERS.get(source.file_format)
    if reader is None:
        return ReadingTrouble(_UNSUPPORTED)
    try:
        return bounded(reader(source, readings))
    except UnreadableFileError as trouble:
        return _trouble(trouble)
    except MemoryError:  # the process that reads is full: whoever started it says so
        raise
    except Exception as crash:  # a parser may raise anything at a damaged file
        return ReadingTrouble(f"读取时出错（{type(crash).__name__}）；请重新导出后提交")


def recognised_page(
    source: SourceFile, number: int, choice: OcrChoice
) -> PageReading | ReadingTrouble:
    """Recognise one page that has no text of its own; trouble is an answer here too.

    Raises:
        DoccheckError: the engine asked for is not installed.
    """
    from doccheck.extractors.ocr.recognise import recognise_page  # noqa: PLC0415

    try:
        return recognise_page(source, number, choice)
    except UnreadableFileError as trouble:
        return _trouble(trouble)
    except DoccheckError:
        raise
    except Exception as crash:  # imaging libraries may raise anything at a damaged picture
        return PageReading(0.0, 0.0, failed=f"识别时出错（{type(crash).__name__}）")


def _trouble(trouble: UnreadableFileError) -> ReadingTrouble:
    return ReadingTrouble("；".join(part for part in (trouble.what, trouble.next_step) if part))


def _read_word(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.word import read_word  # noqa: PLC0415

    return _with_pasted(read_word(source), source, readings)


def _read_doc(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.word_legacy import read_doc  # noqa: PLC0415

    return _with_pasted(read_doc(source), source, readings)


def _read_old_doc(source: SourceFile, _readings: Readings) -> Document:
    from doccheck.extractors.libreoffice import read_old_doc  # noqa: PLC0415

    return read_old_doc(source)


def _with_pasted(document: Document, source: SourceFile, readings: Readings) -> Document:
    """Return a file without pages with what was recognised on the pictures pasted into it."""
    if not readings:
        return document
    from doccheck.extractors.pasted import with_pasted  # noqa: PLC0415

    return with_pasted(document, source, readings)


def _read_pdf(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.pdf import read_pdf  # noqa: PLC0415

    if not readings:
        return read_pdf(source)
    from doccheck.extractors.ocr.merge import recognised_pages, with_doubt  # noqa: PLC0415

    return with_doubt(read_pdf(source, lambda raw: recognised_pages(raw, readings)), readings)


def _read_ofd(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.ofd import read_ofd  # noqa: PLC0415

    if not readings:
        return read_ofd(source)
    from doccheck.extractors.ocr.merge import recognised_pages, with_doubt  # noqa: PLC0415

    return with_doubt(read_ofd(source, lambda raw: recognised_pages(raw, readings)), readings)


def _read_odt(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.opendocument import read_odt  # noqa: PLC0415

    return _with_pasted(read_odt(source), source, readings)


def _read_rtf(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.rtf import read_rtf  # noqa: PLC0415

    return _with_pasted(read_rtf(source), source, readings)


def _read_html(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.html import read_html  # noqa: PLC0415

    return _with_pasted(read_html(source), source, readings)


def _read_mht(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.html import read_mht  # noqa: PLC0415

    return _with_pasted(read_mht(source), source, readings)


def _read_text(source: SourceFile, _readings: Readings) -> Document:
    from doccheck.extractors.plain import read_text  # noqa: PLC0415

    return read_text(source)


def _read_slides(source: SourceFile, _readings: Readings) -> Document:
    from doccheck.extractors.slides import read_slides  # noqa: PLC0415

    return read_slides(source)


def _read_ppt(source: SourceFile, _readings: Readings) -> Document:
    from doccheck.extractors.libreoffice import read_ppt  # noqa: PLC0415

    return read_ppt(source)


def _read_excel_xml(source: SourceFile, _readings: Readings) -> Document:
    from doccheck.extractors.excel_xml import read_excel_xml  # noqa: PLC0415

    return read_excel_xml(source)


def _read_excel(source: SourceFile, readings: Readings) -> Document:
    from doccheck.extractors.excel import read_excel  # noqa: PLC0415

    return _with_pasted(read_excel(source), source, readings)


def _read_image(source: SourceFile, readings: Readings) -> Document:
    """Return a picture's pages: with what was recognised, or as ones that were not read."""
    from doccheck.extractors.page.photos import page_count  # noqa: PLC0415

    numbers = range(1, page_count(source.local) + 1)
    if not readings:
        pages = tuple(Page(n, 0, 0, source="scan", note=IMAGE_UNREAD) for n in numbers)
        return Document(source.path, source.file_format, (), pages, problems=(IMAGE_UNREAD,))
    from doccheck.extractors.ocr.merge import recognised_picture  # noqa: PLC0415

    return recognised_picture(source, readings, numbers)


READERS: dict[FileFormat, Reader] = {
    "docx": _read_word,
    "doc": _read_doc,
    "old_doc": _read_old_doc,
    "odt": _read_odt,
    "rtf": _read_rtf,
    "pdf": _read_pdf,
    "ofd": _read_ofd,
    "xlsx": _read_excel,
    "xls": _read_excel,
    "ods": _read_excel,
    "excel_xml": _read_excel_xml,
    "html": _read_html,
    "mht": _read_mht,
    "text": _read_text,
    "pptx": _read_slides,
    "ppt": _read_ppt,
    "image": _read_image,
}

_UNSUPPORTED = "暂不支持这种文件；请另存为 PDF 或 Word 文件后提交"
