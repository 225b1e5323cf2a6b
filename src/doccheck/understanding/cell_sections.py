"""Sections that a form keeps in table cells: a cell that begins with the section's title.

The printed title and its instruction (500字以内，可另附页) are not counted. Where several cases
share one cell, each is a section of its own.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from doccheck.model.document import Block, Cell, Paragraph, Table, walk_tables
from doccheck.model.dossier import LogicalDocument, Section
from doccheck.model.places import Evidence
from doccheck.model.program import Program, SectionSpec
from doccheck.text import normalise
from doccheck.text.count import count
from doccheck.understanding.counted import counted_text
from doccheck.understanding.grid import Grid, form_tables, grid_of

CASE_START = re.compile(
    r"^\s*[（(【\[]?(?:典型)?案例\s*(?:[一二三四五六七八九十]|\d{1,2})(?!\d|年|个|项|万|%)"
)
LONGEST_CASE_TITLE = 60  # characters; 案例一：… is a heading, not a sentence


def read_cell_sections(document: LogicalDocument, program: Program) -> tuple[Section, ...]:
    """Return the sections that stand in cells of a document's tables."""
    specs = [s for s in program.sections if document.key in s.documents and s.in_cell]
    return tuple(
        section
        for table in (form_tables(document.blocks) if specs else ())
        for section in _in_table(document, table, specs)
    )


def cases_of(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Cut a text at the headings of cases; what stands before the first goes with it."""
    starts = [
        i
        for i, b in enumerate(blocks)
        if isinstance(b, Paragraph)
        and CASE_START.match(b.shown)
        and len(b.shown) <= LONGEST_CASE_TITLE
    ]
    if len(starts) <= 1:
        return [tuple(blocks)]
    cuts = [0, *starts[1:], len(blocks)]
    return [tuple(blocks[a:b]) for a, b in itertools.pairwise(cuts)]


def _in_table(
    document: LogicalDocument, table: Table, specs: Sequence[SectionSpec]
) -> Iterator[Section]:
    grid = grid_of(table)
    for cell in table.cells:
        pieces = _pieces(cell, specs)
        for spec, own in pieces:
            alone = len(pieces) == 1 and not counted_text(own).strip()
            blocks = _neighbour(grid, cell) if alone else own
            for part in cases_of(blocks) if spec.many else [blocks]:
                yield _section(document, cell, spec, part)


def _pieces(
    cell: Cell, specs: Sequence[SectionSpec]
) -> list[tuple[SectionSpec, tuple[Block, ...]]]:
    """Cut a cell at the printed titles of sections; nothing where it begins with none.

    A cell holds one section on the form; where a page break joined two cells into one, it holds
    both. Inside a cell only a whole title followed by its instruction begins another.
    """
    pieces: list[tuple[SectionSpec, list[Block]]] = []
    for block in cell.blocks:
        if isinstance(block, Paragraph) and block.text.strip():
            found = _titled(block, specs, first=not pieces)
            if found is not None:
                spec, rest = found
                pieces.append((spec, [replace(block, text=rest)]))
                continue
            if not pieces:
                return []
        if pieces:
            pieces[-1][1].append(block)
    return [(spec, tuple(blocks)) for spec, blocks in pieces]


def _titled(
    paragraph: Paragraph, specs: Sequence[SectionSpec], first: bool
) -> tuple[SectionSpec, str] | None:
    """Return the section whose title a paragraph begins with, and what follows it."""
    for spec in specs:
        for title in (spec.title, *(spec.aliases if first else ())):
            end = _end_of_title(paragraph.text, title)
            if end is not None:
                tail = paragraph.text[end:].lstrip(' \u3000”"')
                if first or not tail or tail[0] in "（(：:":
                    return spec, _after_instruction(tail)
    return None


def _end_of_title(text: str, title: str) -> int | None:
    """Return where a title ends in a text that begins with it (blanks and quotes aside)."""
    wanted, i = normalise.key(title).replace('"', ""), 0
    for position, char in enumerate(text):
        if i == len(wanted):
            return position
        folded = normalise.key(char).replace('"', "")
        if folded and wanted[i : i + len(folded)] == folded:
            i += len(folded)
        elif folded:
            return None
    return len(text) if i == len(wanted) else None


def _after_instruction(tail: str) -> str:
    """Drop the instruction in brackets, closing marks and blanks after a printed title."""
    rest = tail.lstrip(' \u3000：:”"')
    depth = 0
    if rest[:1] in "（(":
        for position, char in enumerate(rest):
            depth += (char in "（(") - (char in "）)")
            if depth == 0:
                rest = rest[position + 1 :]
                break
    return rest.lstrip(" \u3000：:。.\n")


def _neighbour(grid: Grid, cell: Cell) -> tuple[Block, ...]:
    """Return the blocks of the cell that holds the text where the title has one of its own."""
    for other in (grid.right_of(cell), grid.below(cell)):
        if other is not None and other.text.strip():
            return other.blocks
    return ()


def _section(
    document: LogicalDocument, cell: Cell, spec: SectionSpec, blocks: tuple[Block, ...]
) -> Section:
    text = counted_text(blocks)
    evidence = Evidence(
        cell.place,
        text[:40] or spec.title,
        via="table",
        confidence=cell.confidence,
        document=document.id,
    )
    return Section(
        document.id, spec.title, 1, text, count(text), evidence, key=spec.key, score=1.0,
        blocks=blocks, tables=sum(1 for _ in walk_tables(blocks)),
        complete=not document.unread_pages,
    )  # fmt: skip
