"""Pictures pasted into a Word file that are documents: told from mere illustrations."""

from collections.abc import Iterator, Sequence

from doccheck.model.document import Document
from doccheck.model.program import DocumentKind, Program
from doccheck.understanding.classify import Guess, classify
from doccheck.understanding.segment import Part, segment

SURE = 0.6  # score from which a pasted picture is a document; a screenshot may quote its words

PASTED_KINDS: frozenset[DocumentKind] = frozenset(
    (
        "business_licence", "evidence", "audit_report", "financial_statements",
        "commitment_letter", "recommendation_letter",
    )
)  # fmt: skip
"""What people paste as a picture; forms and cases are written, not pasted."""


def with_pasted(documents: Sequence[Document]) -> list[Document]:
    """Return documents, then those recognised on pictures in them."""
    return [*documents, *(picture for document in documents for picture in document.pasted)]


def pasted_documents(
    document: Document, program: Program | None
) -> Iterator[tuple[Document, Part, Guess]]:
    """Yield what was recognised on the pictures in a file and is a document of its own."""
    for picture in document.pasted:
        for part in segment(picture, program):
            guess = classify(part, "", program)
            if guess.kind in PASTED_KINDS and guess.score >= SURE:
                yield picture, part, guess
