"""FMT04: whether a file holds text that no reader sees."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from doccheck.checks.pages import COPIES
from doccheck.checks.registry import NoParams, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.document import Block, Document
from doccheck.model.places import Evidence, Place
from doccheck.model.result import Outcome, Status
from doccheck.model.unseen_text import Concealment, UnseenText
from doccheck.text.count import count

LEAST_WORDS = 10
"""字 in one file, marks left out, from which it is told: less is a leftover of the template, a
program's own mark (“Powered by …”), a space in a small font."""

PLAIN_CASES: frozenset[Concealment] = frozenset({"ink", "tiny", "invisible"})
"""What nobody does by accident. Hidden text may be a template's guidance, covered text a
redaction, text off the page a printer's mark: those are for a person."""

QUOTED = 40  # characters of each piece that a reader needs to find it

_MARKS = re.compile(r"[\W_]+")


@check("FMT04", NoParams)
def hidden_text(view: View, _params: NoParams) -> Iterator[Outcome]:
    """Answer for each file and each way of hiding, else once for all files with text."""
    documents = [d for d in view.dossier.physical if d.file_format != "image"]
    if not documents:
        raise NotFoundError("FMT04.no_text", "隐藏文字")
    found = [outcome for document in documents for outcome in _of_file(view, document)]
    yield from found
    if not found:
        read = tuple(Evidence(Place(d.file)) for d in documents)
        yield Outcome("pass", "FMT04.none", "隐藏文字", {"count": str(len(read))}, evidence=read)


def _of_file(view: View, document: Document) -> Iterator[Outcome]:
    pieces = [u for u in document.unseen if _is_own(view, document, u)]
    if sum(words_of(u.text) for u in pieces) < LEAST_WORDS:
        return
    for how, some in groupby(sorted(pieces, key=lambda u: u.how), key=lambda u: u.how):
        yield _about(document.file, how, list(some))


def _about(file: str, how: Concealment, pieces: list[UnseenText]) -> Outcome:
    plain = how in PLAIN_CASES and all(piece.sure for piece in pieces)
    status: Status = "fail" if plain else "review"
    longest = max(pieces, key=lambda u: len(u.text)).text
    values = {
        "file": file,
        "words": str(sum(words_of(u.text) for u in pieces)),
        "quote": _shortened(longest),
        "pages": "、".join(str(p) for p in sorted({u.place.page for u in pieces if u.place.page})),
    }
    evidence = tuple(Evidence(u.place, _shortened(u.text)) for u in pieces)
    paged = "_paged" if values["pages"] else ""
    return Outcome(status, f"FMT04.{how}{paged}", file, values, evidence=evidence)


def _is_own(view: View, document: Document, piece: UnseenText) -> bool:
    """Return whether a piece stands in a paper of the applicant's own making."""
    holders = [d for d in view.dossier.documents if d.file == document.file]
    page = piece.place.page
    around = [d for d in holders if page and d.pages and d.pages[0] <= page <= d.pages[1]]
    return any(d.kind not in COPIES for d in around or holders) or not holders


def words_of(text: str) -> int:
    """Return how many 字 a text has, marks left out."""
    return count(_MARKS.sub(" ", text)).words


def unseen_in(view: View, file: str, blocks: Sequence[Block]) -> str:
    """Return the text that is not seen, and so not counted, among some blocks of a file."""
    document = next((d for d in view.dossier.physical if d.file == file), None)
    if document is None or not document.unseen or not blocks:
        return ""
    inside = {id(block) for block in blocks}
    at = [i for i, block in enumerate(document.blocks) if id(block) in inside]
    first, last = blocks[0].place, blocks[-1].place
    return "\n".join(
        u.text
        for u in document.unseen
        if u.sure
        and (
            bool(at) and at[0] <= u.block <= at[-1] + 1
            if u.block is not None
            else first.order <= u.place.order <= last.order
        )
    )


def _shortened(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
