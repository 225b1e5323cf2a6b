"""Which text 字数 counts (contract §5)."""

from collections.abc import Sequence

from doccheck.model.document import Block, walk_paragraphs

UNCOUNTED = frozenset({"header", "footer", "page_number", "toc", "footnote"})


def counted_text(blocks: Sequence[Block]) -> str:
    """Return what counts of some blocks, one paragraph a line.

    Body, captions, table cells and text boxes; no page furniture, no automatic numbers.
    """
    return "\n".join(p.text for p in walk_paragraphs(tuple(blocks)) if p.role not in UNCOUNTED)
