"""Sections that a form keeps in table cells: a cell that begins with the section's title.

The printed title and its instruction (500字以内，可另附页) are not counted. Where several cases
share one cell, each is a section of its own.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doccheck.model.document import Block, Cell, Paragraph, Table, walk_tables
from doccheck.model.dossier import LogicalDocument, Section
from doccheck.model.places import Evidence
from doccheck.model.program import Program, SectionSpec
from doccheck.text import normalise
from doccheck.text.count import count
from doccheck.understanding.counted import counted_text
from doccheck.understanding.grid import form_tables, label_key, names

CASE_START = re.compile(
    r"^\s*[（(【\[]?(?:典型)?案例\s*(?:[一二三四五六七八九十]|\d{1,2})(?!\d|年|个|项|万|%)"
)
INSTRUCTION = re.compile(
    r"(?:可以?另附[页纸件]|不(?:少于|超过|多于)\s*\d+\s*字|\d+\s*字(?:以内|左右|以上))[）)】\]。.]*"
)
"""What printed instructions end with."""

LONGEST_INSTRUCTION = 200  # characters
LONGEST_CASE_TITLE = 60  # characters; 案例一：… is a heading, not a sentence


def read_cell_sections(document: LogicalDocument, program: Program) -> tuple[Section, ...]:
    """Return the sections that stand in cells of a document's tables."""
    specs = [s for s in program.sections if document.key in s.documents and s.in_cell]
    return tuple(
        section
        for table in (form_tables(document.blocks) if specs else ())
        for section in _in_table(document, table, specs, program)
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


@dataclass(slots=True)
class _Piece:
    """A section being gathered: the cell of its title and the blocks under it so far."""

    spec: SectionSpec
    cell: Cell
    blocks: list[Block]

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands under the title yet."""
        return not counted_text(self.blocks).strip()


def _in_table(
    document: LogicalDocument, table: Table, specs: Sequence[SectionSpec], program: Program
) -> Iterator[Section]:
    for piece in _pieces(table, specs, _other_labels(document, program)):
        blocks = tuple(piece.blocks)
        for part in cases_of(blocks) if piece.spec.many else [blocks]:
            yield _section(document, piece.cell, piece.spec, part)


def _other_labels(document: LogicalDocument, program: Program) -> frozenset[str]:
    """Return the labels of the form's fields: where one stands, a section is over."""
    fields = [f for f in program.fields if document.key in f.documents]
    return frozenset(label_key(n) for f in fields for n in names(f))


def _pieces(table: Table, specs: Sequence[SectionSpec], labels: frozenset[str]) -> list[_Piece]:
    """Gather the sections of a form in reading order.

    The text stands in the title's own cell, right of it, or in the rows under it that are one
    cell wide; a page break may have joined it with the title after it. It ends at the next title
    or field.
    """
    pieces: list[_Piece] = []
    current: _Piece | None = None
    for cell in table.cells:
        first, begin = True, 0
        if current is not None and not _goes_on(current, cell, table):
            current = None
        for at, block in enumerate(cell.blocks):
            if at < begin:
                continue  # the rest of an instruction
            if isinstance(block, Paragraph) and block.text.strip():
                found = _titled(block, specs, first)
                if found is not None:
                    spec, tail = found
                    more = _rest_of_instruction(tail, cell.blocks[at + 1 :])
                    text = _after_instruction(tail + "".join(p.text for p in more))
                    current = _Piece(spec, cell, [replace(block, text=text)])
                    pieces.append(current)
                    first, begin = False, at + 1 + len(more)
                    continue
                if _begins_with_label(block.text, labels):
                    current = None
                first = False
            if current is not None:
                current.blocks.append(block)
    return pieces


def _goes_on(piece: _Piece, cell: Cell, table: Table) -> bool:
    """Tell whether a cell may hold the text of a section begun before it."""
    beside = cell.row == piece.cell.row and piece.empty
    return beside or (cell.col == 0 and cell.col_span == table.cols)


def _begins_with_label(text: str, labels: frozenset[str]) -> bool:
    head = re.split(r"[:：]", text, maxsplit=1)[0]
    return len(head) <= LONGEST_CASE_TITLE and label_key(head) in labels


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
                    return spec, tail
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


def _rest_of_instruction(tail: str, following: Sequence[Block]) -> list[Paragraph]:
    """Return the paragraphs over which an instruction in brackets goes on, none if it is whole."""
    text, taken = tail.lstrip(' \u3000：:”"'), list[Paragraph]()
    if text[:1] not in ("（", "("):
        return []
    for block in following:
        if _depth(text) == 0:
            return taken
        if not isinstance(block, Paragraph) or len(text) > LONGEST_INSTRUCTION:
            return []
        text += block.text
        taken.append(block)
    return taken if _depth(text) == 0 else []


def _depth(text: str) -> int:
    """Return how many brackets of a text are open, 0 from where the first one is closed."""
    depth = 0
    for char in text:
        depth += (char in "（(") - (char in "）)")
        if depth == 0:
            return 0
    return depth


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
        else:
            rest = rest[_end_of_instruction(rest) :]
    return rest.lstrip(" \u3000：:。.\n")


def _end_of_instruction(text: str) -> int:
    """Return where an instruction ends whose closing bracket was not read; 0 if that is unknown."""
    ends = [found.end() for found in INSTRUCTION.finditer(text[:LONGEST_INSTRUCTION])]
    return max(ends, default=0)


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
