"""The summary sheet (汇总表) filled from the packages: each cell's value, source and doubts.

What stands in a cell is what the applicant's own papers say, in the sheet's unit. Nothing is
decided here: a doubtful value is filled in and marked, what was not read is left blank and marked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from doccheck.checks.stack_cells import compare
from doccheck.checks.stack_view import Digest, Passage
from doccheck.model.dossier import FieldReading
from doccheck.model.program import DocumentKind, FieldKind, Program
from doccheck.model.report import Location
from doccheck.model.summary_sheet import SheetColumn, SummarySheet
from doccheck.reports.places import location_of, place_in_words
from doccheck.reports.wording.ui import Ui

CellState = Literal["read", "doubt", "missing", "person", "given"]
"""`given` needs no source: a number that counts the rows."""

FORMS: tuple[DocumentKind, ...] = ("application_form", "acceptance_form")
"""Where the applicant declares a value; other papers of its own confirm it."""

UNITS: dict[str, Decimal] = {"万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
RATIOS: tuple[FieldKind, ...] = ("percent", "turnover")
ANSWERS = {"pass": "yes", "fail": "no", "not_applicable": "none"}
WORST = ("fail", "review", "not_checked", "pass", "not_applicable")
OPEN = ("fail", "review")
EXCERPT = 160  # characters of a text that is to be summed up
QUOTE = 80  # characters of a source's own words


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands: file, place and document in words, the words there, how sure."""

    file: str
    place: str
    quote: str
    confidence: float
    recognised: bool


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell: `text`, and `number` with its `decimals` where it is one; `percent` prints a %."""

    column: SheetColumn
    state: CellState
    text: str = ""
    number: Decimal | None = None
    decimals: int = 0
    percent: bool = False
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row: the submission that it is filled from."""

    submission: str
    enterprise: str
    cells: tuple[FilledCell, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """What a row is filled from: the digest of a submission and its report as plain data."""

    digest: Digest
    report: Mapping[str, Any]


def fill(
    sheet: SummarySheet, program: Program, packages: Iterable[Package], ui: Ui
) -> Iterator[FilledRow]:
    """Yield a row for each package, in order."""
    for number, package in enumerate(packages, 1):
        cells = tuple(_cell(column, number, package, program, ui) for column in sheet.columns)
        yield FilledRow(package.digest.submission, package.digest.called, cells)


def _cell(
    column: SheetColumn, number: int, package: Package, program: Program, ui: Ui
) -> FilledCell:
    if column.numbered:
        return FilledCell(column, "given", str(number), number=Decimal(number))
    if column.rule:
        return _answer(column, package, ui)
    if column.person:
        return _left_to_a_person(column, package, ui)
    return _value(column, package, program, ui)


# ---- a field


def _value(column: SheetColumn, package: Package, program: Program, ui: Ui) -> FilledCell:
    """Return the declared value, with whatever speaks against it."""
    readings = sorted(
        package.digest.filled(column.field, column.year),
        key=lambda r: (not r.evidence.certain, package.digest.kinds.get(r.document) not in FORMS),
    )
    if not readings:
        return FilledCell(column, "missing", notes=(ui("filled.missing"),))
    chosen, spec = readings[0], program.field(column.field)
    others = [r for r in readings[1:] if compare(chosen.raw, r, spec) != "same"]
    if spec.kind == "address":
        others = []  # a form asks for the town, a licence gives the door
    notes = [*_doubts(chosen, ui), *_findings(chosen, package, ui)]
    notes += [_differing(r, ui) for r in others]
    sources = tuple(_source(r, ui) for r in (chosen, *others))
    state: CellState = "doubt" if notes else "read"
    text, number, decimals, percent = _shown(chosen, column, spec.kind)
    if number is not None and text not in chosen.raw.replace(",", "").replace("，", ""):
        notes.append(ui("filled.converted", raw=chosen.raw))
    return FilledCell(column, state, text, number, decimals, percent, sources, tuple(notes))


def _differing(reading: FieldReading, ui: Ui) -> str:
    place, sure = _source(reading, ui).place, f"{reading.evidence.confidence:.0%}"
    return ui("filled.differs", place=place, value=reading.raw, sure=sure)


def _doubts(reading: FieldReading, ui: Ui) -> list[str]:
    if reading.evidence.certain:
        return []
    note = reading.evidence.note
    return [ui("filled.unsure", f"{reading.evidence.confidence:.0%}") + (note and f" {note}")]


def _findings(reading: FieldReading, package: Package, ui: Ui) -> list[str]:
    """Return what the checks of this submission found about the value."""
    return [
        ui("filled.found", status=ui(f"status.{r['status']}"), message=r["message"])
        for r in package.report["results"]
        if r["status"] in OPEN and r["target"] == reading.fact
    ]


def _shown(
    reading: FieldReading, column: SheetColumn, kind: FieldKind
) -> tuple[str, Decimal | None, int, bool]:
    """Return text, number, decimals and whether it is printed with %, in the column's unit."""
    said = reading.value or reading.raw
    if column.codes:
        return column.codes.get(said, reading.raw), None, 0, False
    if reading.number is None or kind not in (*RATIOS, "money", "count"):
        return (said if kind in ("uscc", "date") else reading.raw), None, 0, False
    percent = kind in RATIOS and (column.unit == "%" or reading.raw.rstrip().endswith(("%", "％")))
    factor = Decimal(100) if percent else 1 / UNITS.get(column.unit, Decimal(1))
    step = (reading.step or Decimal(0)) * factor
    decimals = max(0, -step.normalize().adjusted()) if step else 2
    number = reading.number * factor
    return f"{number:.{decimals}f}", number, decimals, percent and column.unit != "%"


def _source(reading: FieldReading, ui: Ui) -> Source:
    evidence = reading.evidence
    place = place_in_words(evidence.place.file, location_of(evidence.place), ui.lang)
    quote = evidence.quote or reading.raw
    recognised = evidence.via in ("ocr", "pixels")
    return Source(evidence.place.file, place, quote[:QUOTE], evidence.confidence, recognised)


# ---- a question


def _answer(column: SheetColumn, package: Package, ui: Ui) -> FilledCell:
    """Answer a question by the results of its rule: 否 only where the rule failed."""
    results = [r for r in package.report["results"] if r["id"] == column.rule]
    if not results:
        return FilledCell(column, "missing", ui("filled.review"), notes=(ui("filled.unasked"),))
    worst = min((r["status"] for r in results), key=WORST.index)
    word = ui(f"filled.{ANSWERS.get(worst, 'review')}")
    state: CellState = "read" if worst in ("pass", "not_applicable") else "doubt"
    sources = tuple(_cited(e, ui) for r in results for e in r["evidence"])
    return FilledCell(
        column, state, word, sources=sources, notes=tuple(r["message"] for r in results)
    )


def _cited(evidence: Mapping[str, Any], ui: Ui) -> Source:
    file = evidence.get("file", "")
    place = place_in_words(file, Location.model_validate(evidence["location"]), ui.lang)
    confidence = evidence["confidence"]
    return Source(file, place, evidence["text"][:QUOTE], confidence, recognised=False)


# ---- what a person writes


def _left_to_a_person(column: SheetColumn, package: Package, ui: Ui) -> FilledCell:
    notes = [ui("filled.person", column.person)]
    for passage in _texts(column, package.digest):
        place = place_in_words(
            passage.evidence.place.file, location_of(passage.evidence.place), ui.lang
        )
        words = " ".join(passage.text.split())[:EXCERPT]
        notes.append(ui("filled.excerpt", place=place, words=words))
    return FilledCell(column, "person", notes=tuple(notes))


def _texts(column: SheetColumn, digest: Digest) -> list[Passage]:
    found = [p for p in digest.passages if column.section and p.key == column.section]
    return found[:1]
