"""What was read from one file: as JSON (contract §3), text or Markdown."""

import json
from collections.abc import Iterator
from typing import Any

from doccheck.model.document import Document, Table, walk_paragraphs, walk_tables
from doccheck.model.dossier import Dossier, FieldReading, Section
from doccheck.model.places import Place
from doccheck.model.report import SCHEMA_VERSION
from doccheck.reports.compose import report_document
from doccheck.reports.facts import facts_of
from doccheck.reports.json_report import document_dict, fact_dict, location_dict
from doccheck.reports.markdown import escape
from doccheck.reports.places import location_of, place_in_words
from doccheck.reports.statements import sheet_dict, sheet_lines, understood_sheets


def extract_json(document: Document, dossier: Dossier) -> str:
    """Return everything read from a file, as JSON."""
    found = {
        "schema_version": SCHEMA_VERSION,
        "file": document.file,
        "problems": list(document.problems),
        "pages": [_page(p.number, document) for p in document.pages],
        "lines": [
            {"text": p.shown, "role": p.role, "location": _location(p.place)}
            for p in walk_paragraphs(document.blocks)
        ],
        "tables": [_table(t) for t in walk_tables(document.blocks)],
        "sections": [_section(s) for s in dossier.sections],
        "fields": [_field(r) for r in dossier.readings],
        "documents": [document_dict(report_document(d)) for d in dossier.documents],
        "facts": [fact_dict(f) for f in facts_of(dossier)],
        "statements": [sheet_dict(s) for s in understood_sheets(dossier.statement_items)],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def grid(table: Table) -> list[list[str]]:
    """Return a table's texts as rows of squares; a merged cell's text stands at its corner."""
    rows = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.col] = cell.text
    return rows


def extract_text(document: Document, dossier: Dossier) -> str:
    """Return the text as read, tables as rows, then what was understood."""
    return "\n".join([*_text_lines(document), "", *_understood(dossier)]) + "\n"


def extract_markdown(document: Document, dossier: Dossier) -> str:
    """Return the text as Markdown: headings by level, tables as tables."""
    return "\n".join([*_markdown_lines(document), "", *_understood(dossier)]) + "\n"


def _page(number: int, document: Document) -> dict[str, Any]:
    page = document.pages[number - 1]
    note = {"note": page.note} if page.note else {}
    return {
        "number": page.number,
        "width": round(page.width, 1),
        "height": round(page.height, 1),
        "source": page.source,
        "rotation": page.rotation,
        **note,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "rows": table.rows,
        "cols": table.cols,
        "grid": grid(table),
        "location": _location(table.place),
    }


def _section(section: Section) -> dict[str, Any]:
    count = section.count
    key = {"key": section.key} if section.key else {}
    return {
        "title": section.title,
        "level": section.level,
        "words": count.words,
        "chars_no_spaces": count.chars_no_spaces,
        "location": _location(section.evidence.place),
        "document": section.document,
        "number": section.number,
        **key,
    }


def _field(reading: FieldReading) -> dict[str, Any]:
    return {
        "name": reading.fact,
        "label": reading.label,
        "state": reading.state,
        "value": reading.value,
        "raw": reading.raw,
        "document": reading.document,
        "confidence": round(reading.evidence.confidence, 4),
        "location": _location(reading.evidence.place),
    }


def _location(place: Place) -> dict[str, Any]:
    return location_dict(location_of(place))


def _text_lines(document: Document) -> Iterator[str]:
    yield from (f"？ {p}" for p in document.problems)
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ("\t".join(" ".join(c.split()) for c in row) for row in grid(block))
        else:
            yield block.shown


def _markdown_lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _markdown_table(grid(block))
        elif block.text.strip():
            yield (
                "#" * min(block.level or 0, 6) + (" " if block.level else "") + escape(block.shown)
            )
        yield ""


def _markdown_table(rows: list[list[str]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(escape(c) for c in row) + " |"
        if number == 0:
            yield "| --- " * len(row) + "|"


def _understood(dossier: Dossier) -> Iterator[str]:
    for document in dossier.documents:
        yield f"[{document.id}] {document.kind} {document.title}"
    for section in dossier.sections:
        yield f"  {section.number}{section.title}：{section.count.words}字"
    for reading in dossier.readings:
        place = place_in_words("", location_of(reading.evidence.place), "zh")
        yield f"  {reading.label}（{reading.fact}）：{reading.raw or reading.state}  {place}"
    for sheet in understood_sheets(dossier.statement_items):
        yield from sheet_lines(sheet)
