"""Reading one RTF file: its signs one by one, what they gather as blocks."""

from doccheck.errors import UnreadableFileError
from doccheck.extractors.flow import Flow, Grid, Line
from doccheck.extractors.plain import bounded
from doccheck.extractors.rtf.pictures import Pictures
from doccheck.extractors.rtf.sight import paper_of
from doccheck.extractors.rtf.tokens import tokens
from doccheck.extractors.rtf.walk import Walk
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

MAX_BYTES = 128 << 20  # pictures stand in it as hex digits
_TWIPS = 20.0  # of a point


def read_rtf(source: SourceFile) -> Document:
    """Return what an RTF file says; objects in it are not opened.

    Raises:
        UnreadableFileError: it is too large or damaged.
    """
    walk, content = _walked(source, Pictures())
    if not content:
        raise UnreadableFileError(
            "RTF 文件里没有文字，或文件已损坏", source.path, "请用 Word 或 WPS 另存为 .docx 后提交"
        )
    paper = ((walk.paper[0] / _TWIPS, walk.paper[1] / _TWIPS),) if all(walk.paper) else ()
    flow = Flow(source.path)
    blocks = flow.blocks(content)
    return Document(
        source.path, source.file_format, blocks,
        pictures=flow.pictures, paper=paper, unseen=flow.unseen,
    )  # fmt: skip


def rtf_picture(source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture (1-based, as in `Document.pictures`), empty where lost."""
    known = read_rtf(source).pictures
    pictures = Pictures(known[number - 1].sha256 if number <= len(known) else "")
    _walked(source, pictures)
    return pictures.found


def _walked(source: SourceFile, pictures: Pictures) -> tuple[Walk, list[Line | Grid]]:
    content = bounded(source, MAX_BYTES)
    walk = Walk(pictures, paper_of(content))
    for token in tokens(content):
        walk.take(token)
    return walk, walk.finished()
