"""PDF: text, tables, pictures and page furniture of digital pages; scans are only marked."""

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import chain, groupby

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from doccheck.errors import UnreadableFileError
from doccheck.extractors.pdf.assemble import build_blocks
from doccheck.extractors.pdf.doubt import with_doubtful_words
from doccheck.extractors.pdf.pages import RawPage, read_pages
from doccheck.extractors.pdf.runs import Run
from doccheck.extractors.pdf_file import is_encrypted, open_pdf
from doccheck.model.document import Document, Picture
from doccheck.model.files import SourceFile
from doccheck.model.places import Box, Place
from doccheck.model.unseen_text import UnseenText

MAX_PAGES = 3000
"""Pages read from one file: a bound submission has 50 to 600."""

Amend = Callable[[list[RawPage]], list[RawPage]]


def read_pdf(source: SourceFile, amend: Amend = list) -> Document:
    """Read a PDF file; `amend` may fill in pages that have no text of their own.

    Raises:
        UnreadableFileError: it is damaged, encrypted or without pages.
    """
    document = _opened(source)
    try:
        count = len(document)
        if not count:
            raise UnreadableFileError("PDF 文件没有任何页面", source.path, "请重新导出后再提交")
        raw_pages = amend(list(read_pages(document, min(count, MAX_PAGES))))
    finally:
        document.close()
    problems = list(chain.from_iterable(raw.problems for raw in raw_pages))
    if count > MAX_PAGES:
        problems.append(f"文件共 {count} 页，只读了前 {MAX_PAGES} 页")
    return Document(
        file=source.path,
        file_format="pdf",
        blocks=with_doubtful_words(
            build_blocks(source.path, raw_pages),
            {raw.page.number: raw.doubtful for raw in raw_pages},
        ),
        pages=tuple(raw.page for raw in raw_pages),
        pictures=_pictures(source.path, raw_pages),
        problems=tuple(problems),
        unseen=tuple(chain.from_iterable(_unseen(source.path, raw) for raw in raw_pages)),
    )


def _opened(source: SourceFile) -> pypdfium.PdfDocument:
    try:
        return open_pdf(source.local)
    except FileNotFoundError as error:
        raise UnreadableFileError("找不到文件", source.path, "请确认文件仍在原处") from error
    except pypdfium.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            what, next_step = "PDF 文件设有打开密码", "请去掉密码后重新提交"
        elif is_encrypted(source.local):
            what, next_step = "PDF 文件已加密，打不开", "请去掉密码和加密后重新提交"
        else:
            what, next_step = "PDF 文件已损坏或不完整，无法打开", "请重新导出或重新扫描后再提交"
        raise UnreadableFileError(what, source.path, next_step) from error


def _pictures(file: str, raw_pages: Sequence[RawPage]) -> tuple[Picture, ...]:
    pictures = [
        Picture(
            place=Place(file, raw.page.number, drawing.box),
            width=drawing.width,
            height=drawing.height,
            sha256=drawing.sha256,
            floating=any(_overlaps(drawing.box, run) for run in raw.runs),
            appearance=drawing.appearance,
            likeness=drawing.likeness,
        )
        for raw in raw_pages
        for drawing in raw.drawings
    ]
    return tuple(sorted(pictures, key=lambda p: p.place.order))


def _unseen(file: str, raw: RawPage) -> list[UnseenText]:
    """Return a page's unseen text, the pieces of one kind that follow each other together."""
    if raw.page.source not in ("native", "blank"):
        return []  # nothing is read from such a page, so nothing in it can deceive
    pieces = sorted(raw.unseen, key=lambda u: (u.how, u.sure, u.run.top, u.run.x0))
    found = []
    for (how, sure), some in groupby(pieces, key=lambda u: (u.how, u.sure)):
        runs = [piece.run for piece in some]
        box = reduce(Box.union, (Box(r.x0, r.top, r.x1, r.bottom) for r in runs))
        text = " ".join(run.text for run in runs)
        found.append(UnseenText(text, Place(file, raw.page.number, box), how, sure))
    return found


def _overlaps(box: Box, run: Run) -> bool:
    """Return whether a picture lies over or under words."""
    middle = (run.x0 + run.x1) / 2
    return box.x0 < middle < box.x1 and box.top < run.centre < box.bottom
