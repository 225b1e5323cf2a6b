"""Supporting material bound in one PDF: each certificate or report is a document of its own."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from doccheck.model.document import Block, Paragraph, Table
from doccheck.text import match, normalise
from doccheck.understanding.segment import Part

LARGER = 1.15  # times the usual size of text: a title
LONGEST_TITLE = 40  # characters


def cut_certificates(part: Part) -> tuple[Part, ...]:
    """Cut a part at pages that begin with a title of their own; without pages it stays whole."""
    if part.pages is None or not part.blocks:
        return (part,)
    usual = _usual_size(part.blocks)
    pages = sorted({p for b in part.blocks if (p := b.place.page)})
    starts = [p for p in pages[1:] if _opens(part.blocks, p, usual)]
    if not starts:
        return (part,)
    bounds = [part.pages[0], *starts, part.pages[1] + 1]
    return tuple(_pages(part, a, b - 1) for a, b in itertools.pairwise(bounds))


def _opens(blocks: tuple[Block, ...], page: int, usual: float) -> bool:
    """Tell whether a page begins with a title: short, unnumbered, larger than text, centred."""
    first = next(_body(blocks, page), None)
    if not isinstance(first, Paragraph):
        return False
    text = normalise.clean(first.text)
    if (
        len(text) > LONGEST_TITLE
        or text.endswith(("。", "；", "，", "："))
        or match.strip_number(text)[0]
    ):
        return False
    return first.look.size >= usual * LARGER


def _body(blocks: tuple[Block, ...], page: int) -> Iterator[Block]:
    for block in blocks:
        if block.place.page != page:
            continue
        if isinstance(block, Table) or (block.role == "body" and block.text.strip()):
            yield block


def _usual_size(blocks: tuple[Block, ...]) -> float:
    sizes = sorted(
        (b.look.size, len(b.text)) for b in blocks if isinstance(b, Paragraph) and b.look.size
    )
    half, seen = sum(n for _, n in sizes) / 2, 0
    for size, n in sizes:
        seen += n
        if seen >= half:
            return size
    return 0.0


def _pages(part: Part, first: int, last: int) -> Part:
    inside = tuple(b for b in part.blocks if first <= (b.place.page or 0) <= last)
    pictures = tuple(p for p in part.pictures if first <= (p.place.page or first) <= last)
    return replace(part, blocks=inside, pages=(first, last), pictures=pictures)
