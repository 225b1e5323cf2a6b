"""What one file may say at most, whatever its format: later steps look at all of it many times."""

from dataclasses import replace

from doccheck.errors import UnreadableFileError
from doccheck.model.document import Document, walk_paragraphs

MAX_CHARACTERS = 2_000_000
"""Characters read from one file: a bound volume of 600 pages has 600 000, understanding them takes
a second for each 100 000."""

MAX_PROBLEMS = 20
"""Troubles told of one file, more are counted: nobody reads a list of 3 000 damaged pages."""


def bounded(document: Document) -> Document:
    """Return a document that later steps can take.

    Raises:
        UnreadableFileError: it has more text than any paper.
    """
    if sum(len(p.text) for p in walk_paragraphs(document.blocks)) > MAX_CHARACTERS:
        raise UnreadableFileError(
            f"文字超过 {MAX_CHARACTERS // 10_000} 万个，不像申报材料，未读取",
            document.file,
            "请只提交通知要求的材料，或拆分后提交",
        )
    more = len(document.problems) - MAX_PROBLEMS
    if more <= 0:
        return document
    told = (*document.problems[:MAX_PROBLEMS], f"另有 {more} 处读取问题")
    return replace(document, problems=told)
