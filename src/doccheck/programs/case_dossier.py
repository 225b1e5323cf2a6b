"""Builds a dossier from what a case tells: documents, values, lengths, dates."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from doccheck.model.document import Document, Page, Paragraph
from doccheck.model.dossier import (
    WHOLE_TEXT,
    Dossier,
    FieldReading,
    LogicalDocument,
    Mark,
    Section,
    StatementItem,
)
from doccheck.model.files import SourceFile
from doccheck.model.places import Evidence, Place
from doccheck.model.program import DocumentKind, DocumentSpec, FieldSpec, Program
from doccheck.model.seen import Flaw, PageMarks
from doccheck.model.unseen_text import UnseenText
from doccheck.programs.case_given import Given
from doccheck.programs.case_papers import paper_documents, pressed, score_rows
from doccheck.text.amounts import as_ratio, parse_amount, parse_level
from doccheck.text.count import count
from doccheck.text.dates import parse_date

A4 = (595.3, 841.9)  # points
FILLER = "公司围绕质量目标逐项改进并用数据核实成效"
NUMERIC = ("money", "percent", "turnover", "count")
CENT = Decimal("0.01")  # statements are printed to the cent


def dossier_of(program: Program, told: Given) -> Dossier:
    """Return the dossier of a submission."""
    keys = [k for k in told.documents if k not in told.without]
    documents = tuple(
        _document(d, n, told)
        for n, d in enumerate((spec for k in keys for spec in _by_year(program, k)), 1)
    )
    documents += tuple(_strange(name, n) for n, name in enumerate(told.strange_files, 100))
    documents += paper_documents(program, told)
    readable = [d for d in documents if d.readable]
    return Dossier(
        files=tuple(_file(d.file) for d in documents)
        + tuple(map(_broken, told.broken_files))
        + tuple(dataclasses.replace(_file(f), suffix_lies=True) for f in told.lying_files),
        physical=tuple(_physical(d, told) for d in readable),
        documents=documents,
        readings=tuple(r for d in readable for r in _readings(program, d, told)),
        sections=tuple(s for d in readable for s in _sections(program, d, told)),
        marks=tuple(m for d in readable for m in (*_marks(d, told), *pressed(d, told))),
        statement_items=tuple(i for d in readable for i in _statement_items(d, told)),
        scores=tuple(r for d in readable for r in score_rows(program, d, told)),
    )


# ---- documents and files


def _by_year(program: Program, key: str) -> Iterator[tuple[DocumentSpec, int | None]]:
    spec = program.document(key)
    yield from ((spec, year) for year in spec.years or (None,))


def _document(wanted: tuple[DocumentSpec, int | None], n: int, told: Given) -> LogicalDocument:
    spec, year = wanted
    title = told.titles.get(spec.key, spec.titles[0] if spec.titles else spec.title)
    if spec.kind == "case_report" and "benchmark_name" in told.values:
        title = str(told.values["benchmark_name"])
    name = f"{n:02d}{spec.title}{year or ''}.docx"
    unread = spec.key in told.unread
    return LogicalDocument(
        f"d{n}", name, spec.kind, spec.key, title, year,
        blocks=() if unread else (Paragraph(title, Place(name, anchor="paragraph[0]")),),
        readable=not unread,
        text_source="ocr" if unread or spec.key in told.scanned else "native",
        confidence=0.6 if unread else 1.0,
    )  # fmt: skip


def _strange(name: str, n: int) -> LogicalDocument:
    kind: DocumentKind = "other"
    return LogicalDocument(f"d{n}", name, kind, title=name, confidence=0.4)


def _file(path: str) -> SourceFile:
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return SourceFile(path, Path(path), 1000, "0" * 64, "docx", media_type)


def _broken(path: str) -> SourceFile:
    return SourceFile(
        path, Path(path), 10, "1" * 64, "unknown", "application/octet-stream", "unreadable",
        "文件损坏，打不开",
    )  # fmt: skip


def _physical(document: LogicalDocument, told: Given) -> Document:
    paper = told.paper.get(document.key, A4)
    unseen = tuple(
        UnseenText(text, Place(document.file), how, block=0)
        for how, text in told.unseen.get(document.key, {}).items()
    )
    found = Document(document.file, "docx", document.blocks, paper=(paper,), unseen=unseen)
    return dataclasses.replace(found, **_as_scan(document, told))


def _as_scan(document: LogicalDocument, told: Given) -> dict[str, Any]:
    """Return what a file that was scanned has besides: a recognised page, what is wrong with it."""
    if document.key not in (*told.scanned, *told.flaws):
        return {}
    page = Page(1, *A4, source="scan", recognised=True)
    place = Place(document.file, 1)
    kind = told.flaws.get(document.key)
    return {"pages": (page,), "marks": PageMarks(flaws=(Flaw(place, kind),) if kind else ())}


# ---- fields


def _readings(program: Program, document: LogicalDocument, told: Given) -> Iterator[FieldReading]:
    hidden = told.unlabelled.get(document.key, ())
    own = told.values_on.get(document.key, {})
    seen = set()
    for spec in program.fields:
        if document.key in spec.documents and spec.who == "enterprise" and spec.key not in hidden:
            seen.add(spec.key)
            printed = own.get(spec.key, told.values.get(spec.key))
            printed = None if document.key in told.blank else printed
            yield from _of_field(document, spec, printed)
    for key, printed in own.items():
        if key not in seen and key not in hidden:
            yield _reading(document, _unlisted(program, key), None, printed)


def _unlisted(program: Program, key: str) -> FieldSpec:
    """Return the field a licence or statement bears although the programme asks it elsewhere."""
    known = next((f for f in program.fields if f.key == key), None)
    return known or FieldSpec(key=key, label=key, documents=())


def _of_field(document: LogicalDocument, spec: FieldSpec, printed: Any) -> Iterator[FieldReading]:
    if spec.years:
        by_year = printed if isinstance(printed, dict) else {}
        others = set(by_year) - {str(year) for year in spec.years}  # another year's form
        for year in sorted(map(int, by_year)) if others else spec.years:
            yield _reading(document, spec, year, by_year.get(str(year)))
    else:
        yield _reading(document, spec, spec.year, printed)


def _reading(
    document: LogicalDocument, spec: FieldSpec, year: int | None, printed: Any
) -> FieldReading:
    answers = tuple(
        map(str, printed if isinstance(printed, list) else () if printed is None else [printed])
    )
    raw = "、".join(answers)
    place = Place(document.file, anchor=f"field[{spec.key}{'' if year is None else f'.{year}'}]")
    evidence = Evidence(place, raw or spec.label, "table", document=document.id)
    state = "filled" if raw else "blank"
    value, number, step = _figure(raw, spec)
    day = _day(raw) if spec.kind == "date" and raw else None
    return FieldReading(
        spec.key, document.id, spec.label, state, evidence, year, raw,  # type: ignore[arg-type]
        day.isoformat() if day else value, number, step, day,
        marked=answers if spec.kind in ("choice", "brackets") else (),
    )  # fmt: skip


def _figure(raw: str, spec: FieldSpec) -> tuple[str, Decimal | None, Decimal | None]:
    if spec.kind == "grade":
        level = parse_level(raw)
        return raw, None if level is None else Decimal(level), Decimal(1)
    amount = parse_amount(raw, spec.unit or None) if spec.kind in NUMERIC and raw else None
    if amount is None:
        return raw, None, None
    percent = amount.unit == "%"
    value = as_ratio(amount) if percent else amount.value
    step = amount.step / 100 if percent else amount.step
    return format(value, "f"), value, step


def _day(raw: str) -> date | None:
    reading = parse_date(raw)
    return reading.value if reading and reading.real else None


# ---- sections


def _sections(program: Program, document: LogicalDocument, told: Given) -> Iterator[Section]:
    specs = {s.key: s for s in program.sections if document.key in s.documents}
    order = [k for k in told.order or tuple(specs) if k in specs]
    for n, key in enumerate(order):
        if key in told.without_sections or key not in told.sections:
            continue
        spec, given = specs[key], told.sections[key]
        words = [w for t in spec.topics for w in t.words[:1]]
        text = given if isinstance(given, str) else text_of(given, words)
        filled = int(bool(text))
        place = Place(document.file, anchor=f"paragraph[{100 * (n + 1)}]")
        yield Section(
            document.id, spec.title, 2 if spec.parent else 1, text, count(text),
            Evidence(place, spec.title, document=document.id), key=key, score=1.0,
            blocks=(Paragraph(text, place),), pictures=filled, tables=filled,
        )  # fmt: skip
    if document.key in told.whole:
        yield _whole(document, told.whole[document.key])


def _whole(document: LogicalDocument, given: int | str) -> Section:
    """Return the whole text; one told word for word holds no tables and pictures."""
    text = given if isinstance(given, str) else text_of(given, [])
    shown = 0 if isinstance(given, str) else 2
    place = Place(document.file, anchor="paragraph[0]")
    evidence = Evidence(place, document.title, document=document.id)
    return Section(
        document.id, document.title, WHOLE_TEXT, text, count(text), evidence,
        pictures=shown, tables=shown,
    )  # fmt: skip


def text_of(length: int, words: list[str]) -> str:
    """Return a text of exactly so many 字 that holds the words, as far as they fit."""
    head = "2020年达到95%，提高12%，缩短3天，" + "，".join(words)
    text = head if count(head).words < length else ""
    short = length - count(text).words
    return text + (FILLER * (short // len(FILLER) + 1))[:short]


# ---- marks


def _marks(document: LogicalDocument, told: Given) -> Iterator[Mark]:
    if document.key not in told.dates:
        return
    printed = told.dates[document.key]
    place = Place(document.file, anchor="paragraph[900]")
    evidence = Evidence(place, printed or "年 月 日", document=document.id)
    reading = parse_date(printed) if printed else None
    if reading is None:
        yield Mark("date", document.id, "日期", "absent", evidence)
        return
    day = reading.value if reading.real else None
    value = day.isoformat() if day else reading.raw
    yield Mark(
        "date", document.id, "日期", "present", evidence, value=value, day=day, real=reading.real
    )


# ---- statements


def _statement_items(document: LogicalDocument, told: Given) -> Iterator[StatementItem]:
    for name, by_year in told.statements.get(document.key, {}).items():
        own = document.year or max(map(int, by_year))
        for year, figure in sorted(by_year.items()):
            if document.year is None or int(year) in (own, own - 1):
                place = Place(document.file, anchor=f"statement[{name}.{year}]")
                value = Decimal(str(figure))
                raw = f"{value:,.2f}"
                evidence = Evidence(place, f"{name} {raw}", "table", document=document.id)
                yield StatementItem(
                    document.id, name, name, int(year), value, CENT, raw, evidence, int(year) == own
                )
