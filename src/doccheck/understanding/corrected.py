"""Parts of a file put right by what a manifest says: which pages are which document."""

from collections.abc import Iterator, Sequence

from doccheck.model.corrections import Correction
from doccheck.model.document import Document
from doccheck.understanding.segment import Part
from doccheck.understanding.titles import Title


def corrected(
    parts: Sequence[Part], document: Document, corrections: Sequence[Correction]
) -> list[tuple[Part, Correction | None]]:
    """Return a file's parts in order, those that a correction speaks of cut as it says."""
    mine = [c for c in corrections if c.file == document.file]
    if not mine:
        return [(part, None) for part in parts]
    whole = next((c for c in mine if c.pages is None), None)
    if whole is not None:
        return [(_whole(parts, document), whole)]
    taken = {p for c in mine if c.pages for p in range(c.pages[0], c.pages[1] + 1)}
    told = [(_told(c, parts, document), c) for c in mine if c.pages]
    left = [(piece, None) for part in parts for piece in _remaining(part, taken, document)]
    everything: list[tuple[Part, Correction | None]] = [*told, *left]
    return sorted(everything, key=lambda each: each[0].pages or (0, 0))


def _whole(parts: Sequence[Part], document: Document) -> Part:
    pages = (1, len(document.pages)) if document.pages else None
    title = next((p.title for p in parts if p.title), None)
    return Part(document.blocks, pages, title, document.unread_pages, document.pictures)


def _told(correction: Correction, parts: Sequence[Part], document: Document) -> Part:
    """Return the pages that a correction names, under the title that begins on its first one."""
    first, last = correction.pages or (1, len(document.pages))
    titles = [p.title for p in parts if p.title and p.pages and p.pages[0] == first]
    kind = correction.kind
    title = next((t for t in titles if correction.proposed or t.kind == kind), None)
    return _pages(document, first, last, title=title)


def _remaining(part: Part, taken: set[int], document: Document) -> Iterator[Part]:
    """Yield what is left of a part, a run of pages each; its title stays with its first page."""
    if part.pages is None:
        yield part
        return
    pages = range(part.pages[0], part.pages[1] + 1)
    if not taken & set(pages):
        yield part
        return
    run: list[int] = []
    for page in [*pages, 0]:
        if page and page not in taken:
            run.append(page)
        elif run:
            title = part.title if run[0] == part.pages[0] else None
            yield _pages(document, run[0], run[-1], title=title, of=part)
            run = []


def _pages(
    document: Document, first: int, last: int, *, title: Title | None, of: Part | None = None
) -> Part:
    blocks = document.blocks if of is None else of.blocks
    pictures = document.pictures if of is None else of.pictures
    return Part(
        tuple(b for b in blocks if first <= (b.place.page or 0) <= last),
        (first, last),
        title,
        tuple(p for p in document.unread_pages if first <= p <= last),
        tuple(p for p in pictures if first <= (p.place.page or 0) <= last),
    )
