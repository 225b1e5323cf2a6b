"""Fields of a document: label → value, from tables and from `label：value` pairs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from doccheck.model.document import Cell, Table
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import UNCONFIRMED, Evidence, Place, Via
from doccheck.model.program import FieldSpec, Program
from doccheck.text import normalise
from doccheck.understanding.bare_labels import bare_hits
from doccheck.understanding.grid import Grid, form_tables, grid_of, label_key, label_rank, names
from doccheck.understanding.hit import UNLED, Hit
from doccheck.understanding.pairs import label_pattern, pair_hits
from doccheck.understanding.values import read_value, unit_in

YEAR_BEFORE = re.compile(r"^\s*((?:19|20)\d\d)\s*年?度?\s*(?=\D)")
Slot = tuple[str, int | None, Place | None]
"""What a reading is the best of: a field, a year, and for a list's column the place."""
SHORT_KINDS = frozenset({"text", "person", "enterprise", "address", "grade"})
SHORT_VALUE = 40  # characters of a value that holds no running text
TELLING = 4  # characters of a label that stands in no other value by chance
RUN_TOGETHER = 0.8  # confidence of a value that holds another field's label
NOT_PARTED = "这一栏可能与相邻的栏连在了一起"
QUOTE = 80  # characters of a value that a reader needs to find it


def read_fields(document: LogicalDocument, program: Program) -> tuple[FieldReading, ...]:
    """Return a reading for every field of the document's kind whose label was found."""
    specs = [f for f in program.fields if document.key in f.documents]
    if not specs:
        return ()
    hits = [*_table_hits(document, specs), *pair_hits(document, specs)]
    hits += bare_hits(document, specs, {key for key, _ in hits})
    each_row = {s.key for s in specs if s.each_row}
    best: dict[Slot, Hit] = {}
    for spec_key, hit in hits:
        slot = (spec_key, hit.year, hit.place if spec_key in each_row else None)
        if slot not in best or _better(hit, best[slot]):
            best[slot] = hit
    order = {s.key: i for i, s in enumerate(specs)}
    found = sorted(best.items(), key=lambda item: (order[item[0][0]], item[0][1] or 0))
    return tuple(_parted(_reading(document, slot[0], hit), specs) for slot, hit in found)


def _better(one: Hit, other: Hit) -> bool:
    """Prefer a filled value, then the preferred label, then the nearer group, then the first."""
    return (one.value.state != "filled", *one.order) < (other.value.state != "filled", *other.order)


def _reading(document: LogicalDocument, key: str, hit: Hit) -> FieldReading:
    v = hit.value
    via: Via = "ocr" if hit.confidence < 1 else "table" if hit.via_table else "native"
    quote = v.raw[:QUOTE] or hit.label
    evidence = Evidence(hit.place, quote, via, hit.confidence, document=document.id)
    return FieldReading(
        key, document.id, hit.label, v.state, evidence, hit.year, v.raw, v.value, v.number, v.step,
        v.day, v.marked, v.unmarked,
    )  # fmt: skip


def _parted(reading: FieldReading, specs: Sequence[FieldSpec]) -> FieldReading:
    """Return a reading; one from a picture that holds another field's label is in doubt.

    Where the rule between two cells was not seen, the row of a form runs together.
    """
    spec = next(s for s in specs if s.key == reading.key)
    value = normalise.key(reading.value)
    if reading.evidence.via != "ocr" or spec.kind not in SHORT_KINDS or len(value) > SHORT_VALUE:
        return reading
    own = normalise.key(reading.label)
    others = {label_key(n) for s in specs if s.key != reading.key for n in names(s)}
    if not any(len(n) >= TELLING and n in value and n not in own for n in others):
        return reading
    confidence = min(reading.evidence.confidence, RUN_TOGETHER)
    evidence = replace(reading.evidence, confidence=confidence, note=NOT_PARTED)
    return replace(reading, evidence=evidence)


def _table_hits(document: LogicalDocument, specs: Sequence[FieldSpec]) -> Iterator[tuple[str, Hit]]:
    pattern = label_pattern(specs)
    for table in form_tables(document.blocks):
        ranks = {(c.row, c.col): _ranks(c.text, specs) for c in table.cells}
        grid = grid_of(table, _label_cells(table, ranks, pattern))
        for cell in table.cells:
            here = ranks[cell.row, cell.col]
            for spec in specs:
                if spec.key in here:
                    hits = _at_label(grid, cell, spec, here[spec.key], len(here) > 1)
                    yield from ((spec.key, hit) for hit in hits)


def _ranks(text: str, specs: Sequence[FieldSpec]) -> dict[str, int]:
    """Return which fields a cell's words are a label of, and how good a one."""
    plain = YEAR_BEFORE.sub("", text)
    ways = {s.key: label_rank(plain if s.years else text, s) for s in specs}
    return {key: rank for key, rank in ways.items() if rank is not None}


def _label_cells(
    table: Table, ranks: dict[tuple[int, int], dict[str, int]], pattern: re.Pattern[str] | None
) -> Iterator[Cell]:
    """Yield cells that are a label, or begin with one (电话：… in one cell)."""
    for cell in table.cells:
        if ranks[cell.row, cell.col] or (pattern and pattern.match(cell.text.lstrip())):
            yield cell


def _at_label(grid: Grid, cell: Cell, spec: FieldSpec, rank: int, rivals: bool) -> Iterator[Hit]:
    """Yield what a label's cell leads to; `rivals` are other fields under the same label."""
    lead = grid.leads(cell, spec.group) if spec.group else 0
    if lead is None and rivals:
        return
    distance = UNLED if lead is None else lead
    label = normalise.clean(cell.text)
    unit = unit_in(cell.text)
    for year, target in _targets(grid, cell, spec):
        if target is not None and target is not cell:
            value = read_value(_joined(grid, target, spec), spec, unit)
            known = max(cell.confidence, UNCONFIRMED)  # its words are those of a label
            confidence = min(known, target.confidence)
            yield Hit((rank, distance, 0), label, value, target.place, True, year, confidence)


def _targets(grid: Grid, cell: Cell, spec: FieldSpec) -> list[tuple[int | None, Cell | None]]:
    """Return the value cells that a label leads to, each with the year it speaks of.

    Years that the form prints and the programme does not ask for are read as well: they tell
    that the form is another year's.
    """
    if spec.each_row:
        return [(spec.year, below) for below in grid.rows_under(cell)]
    if spec.column:
        return [(spec.year, grid.in_column(cell, spec.column))]
    if not spec.years:
        return [(spec.year, grid.value_of(cell))]
    named = YEAR_BEFORE.match(cell.text)
    if named:
        return [(int(named.group(1)), grid.value_of(cell))]
    years = sorted({*spec.years, *(year for _, year in grid.years())})
    return [(y, grid.in_year(cell, y)) for y in years]


def _joined(grid: Grid, target: Cell, spec: FieldSpec) -> str:
    """Return a value cell's words; a code spread one character a cell is put together."""
    if spec.kind != "uscc" or len(target.text.strip()) > 1:
        return target.text
    parts, cell = [target.text.strip()], grid.right_of(target)
    while cell is not None and len(cell.text.strip()) <= 1:
        parts.append(cell.text.strip())
        cell = grid.right_of(cell)
    return "".join(parts)
