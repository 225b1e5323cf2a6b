"""Pages that are worth a second search: something asked for was not found on them."""

from collections.abc import Iterator

from doccheck.model.document import Document, Page
from doccheck.model.dossier import Dossier, LogicalDocument
from doccheck.model.program import FieldSpec, Program

MOST_PAGES = 6
"""Pages of a submission that are searched again: each costs as much as two others."""

FIRST_PAGES = 2
"""Pages of a document on which a field's label is sought again: forms and licences begin so."""

PageOfFile = tuple[str, int]


def gaps(dossier: Dossier, program: Program) -> tuple[PageOfFile, ...]:
    """Return recognised pages (file, 1-based page) on which a required field may stand unread.

    Where its label was found, that page; where not, the first pages of a document it should
    stand on. A field that some document gives, and one whose cell is empty, is no gap.
    """
    recognised = {(d.file, p.number) for d in dossier.physical for p in _recognised(d)}
    found = [
        page
        for spec in program.fields
        if spec.required and not _given(dossier, spec)
        for page in _pages(dossier, spec)
        if page in recognised
    ]
    return tuple(sorted(dict.fromkeys(found))[:MOST_PAGES])


def _recognised(document: Document) -> Iterator[Page]:
    return (page for page in document.pages if page.recognised and not page.read_again)


def _given(dossier: Dossier, spec: FieldSpec) -> bool:
    return any(r.key == spec.key and r.state != "unclear" for r in dossier.readings)


def _pages(dossier: Dossier, spec: FieldSpec) -> Iterator[PageOfFile]:
    unclear = [r.evidence.place for r in dossier.readings if r.key == spec.key]
    yield from ((place.file, place.page) for place in unclear if place.page)
    if not unclear:
        for document in dossier.documents:
            if document.key in spec.documents and document.readable:
                yield from _first_pages(document)


def _first_pages(document: LogicalDocument) -> Iterator[PageOfFile]:
    first, last = document.pages or (1, 1)
    yield from (
        (document.file, page) for page in range(first, min(last, first + FIRST_PAGES - 1) + 1)
    )
