"""Main revenue (主营业务收入) in the notes to the statements, where the sheets give only the total.

The notes' table of revenue and cost has one row for 主营业务; its first figure is this year's
revenue. Only that one figure is asked for: notes have no lay-out of their own.
"""

import re
from collections.abc import Iterator

from doccheck.checks.audited import STATEMENT_KINDS, document_name
from doccheck.checks.quantities import Figure
from doccheck.checks.view import View
from doccheck.model.document import Paragraph, Table
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Evidence, Place, Via
from doccheck.text.amounts import all_amounts
from doccheck.text.normalise import clean, key

MAIN_REVENUE = "main_revenue"

_LABEL = re.compile(r"(?:[一二三四五六七八九十0-9]+[.,、)])?主营业务(?:收入)?(?:小计|合计)?")


def main_revenue(view: View, year: int) -> tuple[Figure, ...]:
    """Return what the notes of a year's reports give as main revenue, in order of documents."""
    return tuple(
        figure
        for document in view.dossier.of_kind(*STATEMENT_KINDS)
        if document.year == year
        for figure in _of_document(view, document)
    )


def _of_document(view: View, document: LogicalDocument) -> Iterator[Figure]:
    source = f"{document_name(view, document)}附注“主营业务”"
    for label, rest, place, confidence in _rows(document):
        amounts = all_amounts(rest, "元")
        if not _LABEL.fullmatch(key(label)) or not amounts:
            continue
        via: Via = "native" if document.text_source == "native" else "ocr"
        quote = clean(f"{label} {amounts[0].raw}")
        evidence = Evidence(place, quote, via, confidence, document=document.id)
        yield Figure(
            MAIN_REVENUE, document.year, amounts[0].value, amounts[0].step, evidence, source,
            "statement", document.id,
        )  # fmt: skip


def _rows(document: LogicalDocument) -> Iterator[tuple[str, str, Place, float]]:
    """Yield label, what follows it, place and confidence of every row and line."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _table_rows(block)
        elif isinstance(block, Paragraph):
            label, _, rest = block.text.strip().partition(" ")
            yield label, rest, block.place, block.confidence


def _table_rows(table: Table) -> Iterator[tuple[str, str, Place, float]]:
    rows: dict[int, list[tuple[str, Place, float]]] = {}
    for cell in table.cells:
        if text := cell.text.strip():
            rows.setdefault(cell.row, []).append((text, cell.place, cell.confidence))
    for cells in rows.values():
        label, place, _ = cells[0]
        if len(cells) > 1:
            yield label, cells[1][0], place, min(c[2] for c in cells[:2])
