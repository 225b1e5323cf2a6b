"""A write-up that follows a form or cover in one file under no title but the benchmark's name."""

from collections.abc import Sequence
from dataclasses import replace

from doccheck.model.document import Block, Paragraph
from doccheck.model.program import Program
from doccheck.understanding.sections import LONGEST_TITLE, outline_of
from doccheck.understanding.segment import Part

FEWEST = 2  # sections asked for that prove a write-up


def cut_off_case(part: Part, program: Program | None) -> tuple[Part, ...]:
    """Return the part, or the part and the write-up that begins inside it."""
    if program is None or part.title is None or part.title.kind in ("case_report", "audit_report"):
        return (part,)
    keys = {d.key for d in program.documents if d.kind == "case_report"}
    specs = [s for s in program.sections if keys & set(s.documents) and not s.in_cell]
    outline = outline_of(part.blocks, specs)
    answered = sorted(outline.headings[i].index for i in outline.answers)
    if len(answered) < FEWEST:
        return (part,)
    start = _title_before(part.blocks, answered[0])
    if start == 0:
        return (part,)
    first, rest = part.blocks[:start], part.blocks[start:]
    return (_within(part, first, keep_title=True), _within(part, rest, keep_title=False))


def _title_before(blocks: Sequence[Block], heading: int) -> int:
    """Return where the lines over the first section begin: after a table, text or page break."""
    start = heading
    for i in range(heading - 1, 0, -1):
        block = blocks[i]
        if not isinstance(block, Paragraph) or len(block.text) > LONGEST_TITLE:
            break
        if block.text.strip():
            start = i
        if block.page_break_before:
            break
    return _page_top(blocks, start)


def _page_top(blocks: Sequence[Block], start: int) -> int:
    """Return the top of a write-up's first page where only text stands above its first title."""
    page, top = blocks[start].place.page, start
    while top > 0 and page and blocks[top - 1].place.page == page:
        top -= 1
    above = blocks[top:start]
    return top if top > 0 and all(isinstance(b, Paragraph) for b in above) else start


def _within(part: Part, blocks: tuple[Block, ...], keep_title: bool) -> Part:
    pages = [p for b in blocks if (p := b.place.page)] + [e for b in blocks if (e := b.end_page)]
    anchors = tuple(b.place.anchor for b in blocks if b.place.anchor)
    pictures = tuple(p for p in part.pictures if p.place.anchor.startswith(anchors) or not anchors)
    return replace(
        part,
        blocks=blocks,
        pages=(min(pages), max(pages)) if pages else None,
        title=part.title if keep_title else None,
        pictures=pictures,
    )
