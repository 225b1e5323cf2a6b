"""STK05: the summary sheet (汇总表) in the stack's root against the packages, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from doccheck.checks.comparing import Likeness
from doccheck.checks.registry import NoParams
from doccheck.checks.stack_cells import compare
from doccheck.checks.stack_view import (
    Digest,
    Located,
    StackOutcome,
    StackView,
    answer,
    stack_check,
)
from doccheck.checks.unanswered import NotFoundError
from doccheck.model.document import Cell, Table, walk_tables
from doccheck.model.dossier import FieldReading
from doccheck.model.places import Evidence
from doccheck.model.program import FieldSpec
from doccheck.model.result import Outcome
from doccheck.model.summary_sheet import SheetColumn, SummarySheet
from doccheck.text.divisions import apart
from doccheck.text.ids import check_uscc
from doccheck.text.normalise import key

APPLICANT, CODE = "enterprise_name", "uscc"
HEAD_ROWS = 10  # a head below more rows than this is none
SHOWN = 8  # columns named in a message
LEAST_HEADS = 2  # columns; a list that names enterprises, or the sheet's columns, is no sheet


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: which enterprise it is about and its cells by column."""

    document: str
    number: int
    cells: tuple[tuple[SheetColumn, Cell], ...]

    def text(self, field: str) -> str:
        """Return what stands in the cell of a field, empty where there is none."""
        return next((c.text.strip() for k, c in self.cells if k.field == field), "")

    def evidence(self, cell: Cell) -> Located:
        """Return a cell as evidence from the stack's own papers."""
        return "", Evidence(
            cell.place, cell.text.strip(), confidence=cell.confidence, document=self.document
        )


@stack_check("STK05")
def summary_matches_packages(view: StackView, params: NoParams) -> Iterator[StackOutcome]:  # noqa: ARG001
    """Answer where the sheet and the packages differ, with both values."""
    rows = _rows(view)
    compared = 0
    unread: list[str] = []
    for row in rows:
        packages = _packages(row, view)
        if not packages:
            yield _no_package(row)
            continue
        for column, cell in row.cells:
            readings = [(d, r) for d in packages for r in d.filled(column.field, column.year)]
            if not readings:
                unread.append(f"{row.text(APPLICANT)}“{column.title}”")
                continue
            compared += 1
            yield from _cell(view, row, column, cell, readings)
    yield from _left_out(view, rows)
    if unread:
        values = {"count": str(len(unread)), "cells": "、".join(unread[:SHOWN])}
        yield answer(Outcome("not_checked", "STK05.unread", "", values))
    values = {"rows": str(len(rows)), "count": str(compared)}
    located = [row.evidence(cell) for row in rows for _, cell in row.cells[:1]]
    yield answer(Outcome("pass", "STK05.compared", "", values, floor=0.0), located)


def _cell(
    view: StackView,
    row: Row,
    column: SheetColumn,
    cell: Cell,
    readings: list[tuple[Digest, FieldReading]],
) -> Iterator[StackOutcome]:
    """Yield the difference of one cell, if no reading agrees with it; a blank cell is one too."""
    spec = view.program.field(column.field)
    found = [_likeness(column, cell.text, reading, spec) for _, reading in readings]
    if "same" in found:
        return
    digest, reading = readings[0]
    values = {
        "enterprise": row.text(APPLICANT) or digest.called,
        "column": column.title,
        "sheet": cell.text.strip() or "—",
        "package": reading.raw,
        "submission": digest.submission,
    }
    located = [row.evidence(cell), (digest.submission, reading.evidence)]
    subject = f"{values['enterprise']} {column.title}"
    doubt = next((f"CON.{f}" for f in found if f != "different"), "")
    yield answer(
        Outcome(
            "review" if doubt else "fail",
            "STK05.differs",
            subject,
            values,
            target=reading.fact,
            doubt=doubt,
        ),
        located,
    )


def _no_package(row: Row) -> StackOutcome:
    values = {"row": str(row.number + 1)}
    cells = [row.evidence(c) for k, c in row.cells if k.field == APPLICANT]
    return answer(Outcome("review", "STK05.no_package", row.text(APPLICANT), values), cells)


def _left_out(view: StackView, rows: list[Row]) -> Iterator[StackOutcome]:
    """Yield the applicants that stand in no row."""
    listed = {d.submission for row in rows for d in _packages(row, view)}
    for group in view.applicants:
        if not listed & {d.submission for d in group}:
            values = {"submissions": "、".join(d.submission for d in group)}
            located = [(d.submission, e) for d in group for e in list(d.names().values())[:1]]
            yield answer(Outcome("review", "STK05.no_row", group[0].called, values), located)


def _packages(row: Row, view: StackView) -> list[Digest]:
    """Return the submissions of the enterprise that a row names: by name, else by code."""
    name, code = key(row.text(APPLICANT)), check_uscc(row.text(CODE)).code
    by_name = [d for d in view.digests if name and name in (*d.names(), key(d.enterprise))]
    return by_name or [d for d in view.digests if code and code in d.codes()]


def _likeness(column: SheetColumn, said: str, reading: FieldReading, spec: FieldSpec) -> Likeness:
    code = column.codes.get(reading.value or reading.raw, "")
    if code and key(said) == key(code):
        return "same"
    if spec.kind == "address":
        return _where(said, reading.value or reading.raw)
    return compare(said, reading, spec)


def _where(said: str, address: str) -> Likeness:
    """Compare a body's own name for a place (湖塘镇) with an address: only another town differs."""
    if not key(said):
        return "different"
    return "doubt_place" if apart(key(said), key(address)) else "same"


# ---- the sheet


def _rows(view: StackView) -> list[Row]:
    """Return the rows of every sheet; NotFoundError where there is no sheet or no row in it."""
    declared = view.program.summary_sheet
    if declared is None or not declared.document:
        raise NotFoundError("STK05.no_form", "")
    copies = view.root.copies(declared.document)
    tables = [(d, table) for d in copies for table in walk_tables(d.blocks)]
    found = [row for document, t in tables for row in _rows_of(t, document.id, declared)]
    if not found:
        title = view.program.document(declared.document).title
        evidence = tuple(view.root.cite(d) for d in copies)
        raise NotFoundError("STK05.no_rows", title, {"document": title}, evidence)
    return found


def _rows_of(table: Table, document: str, declared: SummarySheet) -> Iterator[Row]:
    heads = [
        (column, place)
        for column in declared.columns
        if column.field and (place := _head(table, _names(column, declared)))
    ]
    beside_each_other = {col for _, (_, col) in heads}
    if len(beside_each_other) < LEAST_HEADS:
        return
    if APPLICANT not in {column.field for column, _ in heads}:
        return
    last = max(row for _, (row, _) in heads)
    grid = {
        (r, cell.col): cell
        for cell in table.cells
        for r in range(cell.row, cell.row + cell.row_span)
    }
    for number in range(last + 1, table.rows):
        cells = ((c, grid.get((number, col))) for c, (_, col) in heads)
        row = Row(document, number, tuple((c, cell) for c, cell in cells if cell))
        if row.text(APPLICANT):
            yield row


def _names(column: SheetColumn, declared: SummarySheet) -> tuple[str, ...]:
    """Return what a column may be headed: its headings joined, the longest first, own ones only."""
    others = {name for each in declared.columns if each is not column for name in _joined(each)}
    return tuple(name for name in _joined(column) if name not in others)


def _joined(column: SheetColumn) -> tuple[str, ...]:
    return tuple(key("".join(column.path[start:])) for start in range(len(column.path)))


def _head(table: Table, names: tuple[str, ...]) -> tuple[int, int] | None:
    """Return row and column of the lowest cell of a head, heads above it read before it."""
    for wanted in names:
        for col in range(table.cols):
            column: list[Cell] = []
            for row in range(min(HEAD_ROWS, table.rows)):
                cell = table.at(row, col)
                if cell and (not column or column[-1] is not cell):
                    column.append(cell)
                texts = [key(c.text) for c in column]
                if any("".join(texts[start:]) == wanted for start in range(len(texts))):
                    return row, col
    return None
