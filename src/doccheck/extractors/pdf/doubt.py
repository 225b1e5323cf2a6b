"""Words of a digital page that may not be what is drawn: a font without a map, characters without
a meaning, digits whose outlines say otherwise. The page as a whole is believed (`trust`); these
words of it bear no verdict."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.digits import Verdicts, misnamed_digits
from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pdf.runs import Run
from doccheck.extractors.pdf.trust import like_language
from doccheck.model.document import Block, Cell, Paragraph
from doccheck.model.places import Box

UNSURE = 0.6
"""Confidence of words whose characters may be others than those drawn."""

_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uefff\uf100-\uf8ff]")
"""Characters that no font draws alike; those of symbol fonts (U+F000–F0FF) are bullets."""

Doubtful = Mapping[int, Sequence[Run]]
"""Runs that may not say what is drawn, by the number of their page."""


def doubtful_runs(
    runs: Sequence[Run], textpage: object, page: object, frame: Frame, known: Verdicts
) -> list[Run]:
    """Return the runs of a trusted page whose words are not to be relied on.

    `known` holds the verdicts on fonts of other pages. Fonts of an old Chinese encoding have no
    map either, but what they say reads as language.
    """
    doubted = [r for r in runs if pdfium.FPDFText_HasUnicodeMapError(textpage, r.at) == 1]
    if doubted and like_language("".join(run.text for run in doubted)):
        doubted = []
    doubted += misnamed_digits(runs, textpage, page, frame, known)
    told = set(map(id, doubted))
    return [*doubted, *(r for r in runs if id(r) not in told and _MEANINGLESS.search(r.text))]


def with_doubtful_words(blocks: tuple[Block, ...], doubtful: Doubtful) -> tuple[Block, ...]:
    """Return blocks whose paragraphs tell where their words are not to be relied on."""
    if not any(doubtful.values()):
        return blocks
    return tuple(_block(block, doubtful) for block in blocks)


def _block(block: Block, doubtful: Doubtful) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, confidence=UNSURE) if _is_hit(block, doubtful) else block
    return replace(block, cells=tuple(_cell(cell, doubtful) for cell in block.cells))


def _cell(cell: Cell, doubtful: Doubtful) -> Cell:
    return replace(cell, blocks=tuple(_block(block, doubtful) for block in cell.blocks))


def _is_hit(paragraph: Paragraph, doubtful: Doubtful) -> bool:
    box, text = paragraph.place.box, _bare(paragraph.text)
    first = paragraph.place.page or 0
    pages = range(first, (paragraph.end_page or first) + 1)
    return any(
        _bare(run.text) in text and (box is None or page > first or _is_inside(run, box))
        for page in pages
        for run in doubtful.get(page, ())
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _is_inside(run: Run, box: Box) -> bool:
    middle = (run.x0 + run.x1) / 2
    return box.x0 <= middle <= box.x1 and box.top <= run.centre <= box.bottom
