"""Cutting a file into its logical documents.

A document begins where its title is printed. Unread pages are cut off by themselves. What an
auditor binds into a report (statements, notes, the firm's own licence) stays in it; each
certificate is a document of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doccheck.model.document import Block, Document, Picture
from doccheck.model.program import Program
from doccheck.understanding.starts import document_starts, is_scrap
from doccheck.understanding.titles import Title


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a file's blocks that is one document; `blocks` empty for unread pages."""

    blocks: tuple[Block, ...]
    pages: tuple[int, int] | None
    title: Title | None = None
    unread: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()


def segment(document: Document, program: Program | None) -> tuple[Part, ...]:
    """Cut a file into parts, in order. An empty file gives one part without blocks."""
    starts = document_starts(document, program)
    cuts = _page_cuts(document)
    bounds = sorted({0, *(s for s, _ in starts), *cuts})
    titles = dict(starts)
    parts = [
        Part(document.blocks[a:b], None, titles.get(a))
        for a, b in zip(bounds, [*bounds[1:], len(document.blocks)], strict=True)
        if a < b
    ]
    return tuple(_with_unread(_on_pages(_join(parts), document), document))


# ---- pages
def _page_cuts(document: Document) -> set[int]:
    """Return block indexes at which unread pages break the run of read ones."""
    unread = set(document.unread_pages)
    cuts = set()
    for i in range(1, len(document.blocks)):
        before = document.blocks[i - 1].place.page
        here = document.blocks[i].place.page
        if before and here and any(p in unread for p in range(before + 1, here)):
            cuts.add(i)
    return cuts


def _join(parts: list[Part]) -> list[Part]:
    """Give a titleless scrap before a title to the part after it."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last is not None and last.title is None and is_scrap(last.blocks) and part.title:
            joined[-1] = replace(part, blocks=last.blocks + part.blocks)
        else:
            joined.append(part)
    return joined


def _on_pages(parts: list[Part], document: Document) -> list[Part]:
    """Return parts, which follow one another without gaps, with their pages and pictures."""
    anchored: dict[int, list[int]] = {}
    loose = []
    for number, picture in enumerate(document.pictures):
        if picture.block is None:
            loose.append(number)
        else:
            anchored.setdefault(picture.block, []).append(number)
    placed, start = [], 0
    for part in parts:
        span = _span(part)
        numbers = [n for n in loose if _within(document.pictures[n], span)]
        for block in range(start, start + len(part.blocks)):
            numbers += anchored.get(block, ())
        pictures = tuple(document.pictures[n] for n in sorted(numbers))
        placed.append(replace(part, pages=span, pictures=pictures))
        start += len(part.blocks)
    return placed


def _span(part: Part) -> tuple[int, int] | None:
    pages = [p for b in part.blocks if (p := b.place.page)]
    ends = [e for b in part.blocks if (e := b.end_page)]
    return (min(pages), max(pages + ends)) if pages else None


def _within(picture: Picture, span: tuple[int, int] | None) -> bool:
    page = picture.place.page
    return span is None or page is None or span[0] <= page <= span[1]


def _with_unread(parts: list[Part], document: Document) -> Iterator[Part]:
    """Add a part for each run of unread pages; blank pages go with what stands before them."""
    if not document.pages:
        yield from parts or [Part((), None, pictures=document.pictures)]
        return
    runs: list[Part] = [
        Part((), (run[0], run[-1]), unread=tuple(run)) for run in _runs(document.unread_pages)
    ]
    everything = sorted([*parts, *runs], key=lambda p: p.pages or (0, 0))
    if not everything:
        yield Part((), (1, len(document.pages)))
    for n, part in enumerate(everything):
        following = everything[n + 1].pages if n + 1 < len(everything) else None
        yield _stretched(part, following, len(document.pages), first=n == 0)


def _stretched(part: Part, following: tuple[int, int] | None, last: int, first: bool) -> Part:
    """Let a part reach over blank pages to the page before the next part."""
    if part.pages is None:
        return part
    start = 1 if first else part.pages[0]
    end = max(part.pages[1], following[0] - 1) if following else last
    return replace(part, pages=(start, end))


def _runs(pages: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return runs
