"""Fields of a document: label → value, from tables and from `label：value` lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doccheck.model.document import Cell, Paragraph, walk_paragraphs
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import Evidence, Place, Via
from doccheck.model.program import FieldSpec, Program
from doccheck.text import normalise
from doccheck.understanding.grid import Grid, form_tables, grid_of, label_key, label_rank, names
from doccheck.understanding.values import Value, read_value, unit_in

UNLED = 99  # order of a hit whose leading cell was not found: any led one goes before it
QUOTE = 80  # characters of a value that a reader needs to find it


@dataclass(frozen=True, slots=True)
class _Hit:
    """A label found and the value beside it; lower `order` is the better hit."""

    order: tuple[int, int, int]
    label: str
    value: Value
    place: Place
    via_table: bool
    year: int | None = None
    confidence: float = 1.0


def read_fields(document: LogicalDocument, program: Program) -> tuple[FieldReading, ...]:
    """Return a reading for every field of the document's kind whose label was found."""
    specs = [f for f in program.fields if document.key in f.documents]
    if not specs:
        return ()
    hits = [*_table_hits(document, specs), *_line_hits(document, specs)]
    best: dict[tuple[str, int | None], _Hit] = {}
    for spec_key, hit in hits:
        slot = (spec_key, hit.year)
        if slot not in best or _better(hit, best[slot]):
            best[slot] = hit
    order = {s.key: i for i, s in enumerate(specs)}
    found = sorted(best.items(), key=lambda item: (order[item[0][0]], item[0][1] or 0))
    return tuple(_reading(document, key, hit) for (key, _), hit in found)


def _better(one: _Hit, other: _Hit) -> bool:
    """Prefer a filled value, then the preferred label, then the nearer group, then the first."""
    return (one.value.state != "filled", *one.order) < (other.value.state != "filled", *other.order)


def _reading(document: LogicalDocument, key: str, hit: _Hit) -> FieldReading:
    v = hit.value
    via: Via = "ocr" if hit.confidence < 1 else "table" if hit.via_table else "native"
    quote = v.raw[:QUOTE] or hit.label
    evidence = Evidence(hit.place, quote, via, hit.confidence, document=document.id)
    return FieldReading(
        key, document.id, hit.label, v.state, evidence, hit.year, v.raw, v.value, v.number, v.step,
        v.day, v.marked, v.unmarked,
    )  # fmt: skip


# ---- tables
def _table_hits(
    document: LogicalDocument, specs: Sequence[FieldSpec]
) -> Iterator[tuple[str, _Hit]]:
    for table in form_tables(document.blocks):
        ranks = {
            (c.row, c.col): {s.key: r for s in specs if (r := label_rank(c.text, s)) is not None}
            for c in table.cells
        }
        grid = grid_of(table, (c for c in table.cells if ranks[c.row, c.col]))
        for cell in table.cells:
            for spec in specs:
                rank = ranks[cell.row, cell.col].get(spec.key)
                if rank is not None:
                    rivals = len(ranks[cell.row, cell.col]) > 1
                    hits = _at_label(grid, cell, spec, rank, rivals)
                    yield from ((spec.key, hit) for hit in hits)


def _at_label(grid: Grid, cell: Cell, spec: FieldSpec, rank: int, rivals: bool) -> Iterator[_Hit]:
    """Yield what a label's cell leads to; `rivals` are other fields under the same label."""
    lead = grid.leads(cell, spec.group) if spec.group else 0
    if lead is None and rivals:
        return
    distance = UNLED if lead is None else lead
    label = normalise.clean(cell.text)
    unit = unit_in(cell.text)
    wanted: list[tuple[int | None, Cell | None]]
    if spec.column:
        wanted = [(spec.year, grid.in_column(cell, spec.column))]
    elif spec.years:
        wanted = [(y, grid.in_year(cell, y)) for y in spec.years]
    else:
        wanted = [(spec.year, grid.value_of(cell))]
    for year, target in wanted:
        if target is not None and target is not cell:
            value = read_value(_joined(grid, target, spec), spec, unit)
            yield _Hit(
                (rank, distance, 0), label, value, target.place, True, year, target.confidence
            )


def _joined(grid: Grid, target: Cell, spec: FieldSpec) -> str:
    """Return a value cell's words; a code spread one character a cell is put together."""
    if spec.kind != "uscc" or len(target.text.strip()) > 1:
        return target.text
    parts, cell = [target.text.strip()], grid.right_of(target)
    while cell is not None and len(cell.text.strip()) <= 1:
        parts.append(cell.text.strip())
        cell = grid.right_of(cell)
    return "".join(parts)


# ---- lines
def _line_hits(document: LogicalDocument, specs: Sequence[FieldSpec]) -> Iterator[tuple[str, _Hit]]:
    plain = [s for s in specs if not s.years and not s.column]
    pattern = _label_pattern(plain)
    if pattern is None:
        return
    leads = {label_key(g) for s in plain for g in s.group}
    for leader, paragraph in _lines(document, leads):
        text = paragraph.text
        found = list(pattern.finditer(text))
        for n, match in enumerate(found):
            end = found[n + 1].start() if n + 1 < len(found) else len(text)
            yield from _at_line(match, text[match.end() : end], leader, paragraph, plain)


def _at_line(
    match: re.Match[str],
    rest: str,
    leader: str,
    paragraph: Paragraph,
    specs: Sequence[FieldSpec],
) -> Iterator[tuple[str, _Hit]]:
    printed = normalise.clean(match.group(0)).rstrip("：: ")
    words = label_key(printed)
    for spec in specs:
        keys = [label_key(n) for n in names(spec)]
        if words not in keys:
            continue
        led = not spec.group or leader in {label_key(g) for g in spec.group}
        if not led and _rivals(words, specs):
            continue
        value = read_value(_NEXT_LABEL.split(rest.split("\n", 1)[0])[0], spec, unit_in(printed))
        order = (keys.index(words), 0 if led else UNLED, 1)
        yield (
            spec.key,
            _Hit(order, printed, value, paragraph.place, False, spec.year, paragraph.confidence),
        )


_NEXT_LABEL = re.compile(r"[\s\u3000][^\s\u3000：:]{1,10}[：:]")
"""Another pair on the same line, of a label that no field asks for (单位：分)."""


def _rivals(words: str, specs: Sequence[FieldSpec]) -> bool:
    return sum(words in [label_key(n) for n in names(s)] for s in specs) > 1


def _label_pattern(specs: Sequence[FieldSpec]) -> re.Pattern[str] | None:
    """Match any label at the start of a line or after a blank, brackets and a colon behind it."""
    keys = {k for s in specs for n in names(s) if (k := label_key(n))}
    if not keys:
        return None
    spaced = [
        r"[\s\u3000]*".join(map(re.escape, k)) for k in sorted(keys, key=lambda k: (-len(k), k))
    ]
    return re.compile(
        r"(?:(?<=^)|(?<=[\s\u3000；;，,。、]))(?:" + "|".join(spaced) + r")"
        r"[\s\u3000]*(?:[（(][^（()）]{1,12}[)）][\s\u3000]*)?[：:]",
        re.M | re.I,
    )


def _lines(document: LogicalDocument, leads: set[str]) -> Iterator[tuple[str, Paragraph]]:
    """Yield paragraphs with the last group-leading label that began a line so far."""
    leader = ""
    for paragraph in walk_paragraphs(document.blocks):
        if paragraph.role in ("header", "footer", "page_number", "toc") or not paragraph.text:
            continue
        head = re.match(r"\s*([^：:\n]{1,16})[：:]", paragraph.text)
        if head and label_key(head.group(1)) in leads:
            leader = label_key(head.group(1))
        yield leader, paragraph
