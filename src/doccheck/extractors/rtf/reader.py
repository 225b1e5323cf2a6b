"""Reading one RTF file: its signs one by one, what they gather as blocks."""

from doccheck.errors import UnreadableFileError
from doccheck.extractors.flow import Flow
from doccheck.extractors.plain import bounded
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
    walk = Walk()
    for token in tokens(bounded(source, MAX_BYTES)):
        walk.take(token)
    content = walk.finished()
    if not content:
        raise UnreadableFileError(
            "RTF 文件里没有文字，或文件已损坏", source.path, "请用 Word 或 WPS 另存为 .docx 后提交"
        )
    paper = ((walk.paper[0] / _TWIPS, walk.paper[1] / _TWIPS),) if all(walk.paper) else ()
    return Document(source.path, source.file_format, Flow(source.path).blocks(content), paper=paper)
