"""Cutting a file into its logical documents.

A document begins where its title is printed. Unread pages are cut off by themselves. What an
auditor binds into a report (statements, notes, the firm's own licence) stays in it; each
certificate is a document of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doccheck.model.document import (
    Block,
    Document,
    Paragraph,
    Picture,
    Table,
    walk_paragraphs,
)
from doccheck.model.program import Program
from doccheck.text import normalise
from doccheck.understanding.titles import Title, is_appendix_line, title_of

SHORTEST_PART = 30  # characters; less before a title belongs to that title (附件2, a blank page)


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
    starts = _starts(document.blocks, program)
    cuts = _page_cuts(document)
    bounds = sorted({0, *(s for s, _ in starts), *cuts})
    titles = dict(starts)
    parts = [
        Part(document.blocks[a:b], None, titles.get(a))
        for a, b in zip(bounds, [*bounds[1:], len(document.blocks)], strict=True)
        if a < b
    ]
    joined = _join(parts)
    placed = [_on_pages(p, document) for p in joined]
    return tuple(_with_unread(placed, document))


# ---- where documents begin
def _starts(blocks: Sequence[Block], program: Program | None) -> list[tuple[int, Title]]:
    found: list[tuple[int, Title]] = []
    for i, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        title = title_of(block, _next_line(blocks, i), program)
        if title and not _continues(found, title, blocks, i):
            found.append((_back_over_appendix(blocks, i), title))
    return found


def _next_line(blocks: Sequence[Block], i: int) -> Paragraph | None:
    for block in blocks[i + 1 : i + 3]:
        if isinstance(block, Table):
            return None
        if block.text.strip():
            return block
    return None


def _back_over_appendix(blocks: Sequence[Block], i: int) -> int:
    """Return where a title really starts: at 附件2 or at the blank lines before it."""
    start = i
    for j in range(i - 1, -1, -1):
        block = blocks[j]
        if not isinstance(block, Paragraph) or block.place.page != blocks[i].place.page:
            break
        text = block.text.strip()
        if text and not is_appendix_line(text) and block.role == "body":
            break
        if text:
            start = j
    return _page_top(blocks, start)


def _page_top(blocks: Sequence[Block], start: int) -> int:
    """Return the top of a title's page where only a few short words stand above the title."""
    page = blocks[start].place.page
    if page is None:
        return start
    top = start
    while top > 0 and blocks[top - 1].place.page == page:
        top -= 1
    above = blocks[top:start]
    return top if _is_scrap(tuple(above)) else start


def _continues(
    found: list[tuple[int, Title]], title: Title, blocks: Sequence[Block], i: int
) -> bool:
    """Tell whether a title belongs to the document already open rather than opening another."""
    if not found:
        return False
    last = found[-1][1]
    if last.kind == "audit_report":
        inner = title.kind == "financial_statements" or (
            title.kind == "business_licence" and _auditors(blocks, i)
        )
        return inner or (title.kind == "audit_report" and not _statements_since(found, blocks, i))
    if last.kind == title.kind == "financial_statements":
        return True
    return (
        last.spec is not None and last.spec is title.spec and not _content_since(found, blocks, i)
    )


def _auditors(blocks: Sequence[Block], i: int) -> bool:
    """Tell whether a licence at the end of an audit report is the firm's own."""
    page = blocks[i].place.page
    near = [b for b in blocks[i : i + LICENCE_BLOCKS] if b.place.page == page]
    text = normalise.key("\n".join(p.text for p in walk_paragraphs(tuple(near))))
    return "会计师事务所" in text or "审计" in text or len(text) < SHORTEST_PART


LICENCE_BLOCKS = 30  # blocks in which a licence names its holder and business


def _statements_since(found: list[tuple[int, Title]], blocks: Sequence[Block], i: int) -> bool:
    """Tell whether an open audit report has had its statements: then a new report begins."""
    return any(
        isinstance(b, Paragraph)
        and (t := title_of(b, None, None))
        and t.kind == "financial_statements"
        for b in blocks[found[-1][0] : i]
    )


def _content_since(found: list[tuple[int, Title]], blocks: Sequence[Block], i: int) -> bool:
    inside = blocks[found[-1][0] + 1 : i]
    return (
        any(isinstance(b, Table) for b in inside)
        or sum(len(b.text) for b in inside if isinstance(b, Paragraph)) > 5 * SHORTEST_PART
    )


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
        if last is not None and last.title is None and _is_scrap(last.blocks) and part.title:
            joined[-1] = replace(part, blocks=last.blocks + part.blocks)
        else:
            joined.append(part)
    return joined


def _is_scrap(blocks: tuple[Block, ...]) -> bool:
    if any(isinstance(b, Table) for b in blocks):
        return False
    return (
        sum(len(normalise.clean(b.text)) for b in blocks if isinstance(b, Paragraph))
        < SHORTEST_PART
    )


def _on_pages(part: Part, document: Document) -> Part:
    inside = {id(b) for b in part.blocks}
    indexes = {i for i, b in enumerate(document.blocks) if id(b) in inside}
    pages = [p for b in part.blocks if (p := b.place.page)]
    ends = [e for b in part.blocks if (e := b.end_page)]
    span = (min(pages), max(pages + ends)) if pages else None
    pictures = tuple(
        p
        for p in document.pictures
        if (p.block in indexes if p.block is not None else _within(p, span))
    )
    return replace(part, pages=span, pictures=pictures)


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
