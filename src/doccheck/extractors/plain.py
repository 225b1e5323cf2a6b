"""Plain text (.txt) and tables as text (.csv, .tsv)."""

import csv
import io

from doccheck.errors import UnreadableFileError
from doccheck.extractors.encodings import decoded
from doccheck.extractors.flow import Flow, Grid, Line, Slot
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

MAX_BYTES = 32 << 20  # of one text; the longest novel has 6 MB
_TABLES = ("csv", "tsv")
_SAMPLE = 8192  # characters from which the separator is told
_SEPARATORS = ",\t;|"


def read_text(source: SourceFile) -> Document:
    """Return a text file's lines as paragraphs, or its rows as a table where its name says so.

    Raises:
        UnreadableFileError: it is too large.
    """
    text = decoded(bounded(source, MAX_BYTES))
    if source.path.lower().rsplit(".", 1)[-1] in _TABLES:
        content: list[Line | Grid] = [Grid(_rows(text))]
    else:
        content = [Line(line) for page in text.split("\f") for line in page.splitlines()]
    return Document(source.path, source.file_format, Flow(source.path).blocks(content))


def bounded(source: SourceFile, limit: int) -> bytes:
    """Return a file's bytes; `UnreadableFileError` where there are more than so many."""
    if source.size > limit or source.local.stat().st_size > limit:
        raise UnreadableFileError(
            f"文件超过 {limit >> 20} MB，未读取", source.path, "请精简后重新提交"
        )
    return source.local.read_bytes()


def _rows(text: str) -> list[list[Slot]]:
    csv.field_size_limit(MAX_BYTES)
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(lines), delimiter=_separator(text))
    return [[Slot([Line(value)]) for value in row] for row in reader]


def _separator(text: str) -> str:
    """Return the separator that the first lines hold most of."""
    sample = text[:_SAMPLE]
    return max(_SEPARATORS, key=sample.count)
