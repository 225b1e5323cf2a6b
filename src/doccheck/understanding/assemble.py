"""From the files' contents to what the submission means."""

import dataclasses
from collections.abc import Iterator, Sequence

from doccheck.model.corrections import Correction
from doccheck.model.document import Document, Paragraph, walk_paragraphs
from doccheck.model.dossier import (
    Dossier,
    FieldReading,
    LogicalDocument,
    Section,
    StatementItem,
    TextSource,
)
from doccheck.model.files import SourceFile
from doccheck.model.program import Program
from doccheck.model.rereading import Rereader
from doccheck.text import normalise
from doccheck.understanding.attached import with_attached
from doccheck.understanding.benchmark import read_name
from doccheck.understanding.case_start import cut_off_case
from doccheck.understanding.classify import Guess, classify, spec_of_kind
from doccheck.understanding.coded import with_codes
from doccheck.understanding.corrected import corrected
from doccheck.understanding.doubt import with_doubt
from doccheck.understanding.fields import read_fields
from doccheck.understanding.generic import read_generic, reporting_year_of
from doccheck.understanding.marks import read_marks
from doccheck.understanding.pasted import pasted_documents, with_pasted
from doccheck.understanding.score_card import read_score_card
from doccheck.understanding.sections import read_sections
from doccheck.understanding.segment import Part, segment
from doccheck.understanding.signed import read_signed
from doccheck.understanding.titles import is_appendix_line

NO_SECTIONS = frozenset({"business_licence", "audit_report", "financial_statements"})
"""Kinds whose outline nobody asks about."""


def assemble(
    files: Sequence[SourceFile],
    documents: Sequence[Document],
    program: Program | None,
    rereader: Rereader | None = None,
    corrections: Sequence[Correction] = (),
) -> Dossier:
    """Cut, classify and read everything; `program` None reads what every document has.

    `rereader` reads again what decides; None leaves what only one recogniser read in doubt.
    `corrections` say which pages are which document, where a manifest does.
    """
    logical = _numbered(
        d
        for document in sorted(documents, key=lambda d: d.file)
        for d in _logical(document, program, corrections)
    )
    readable = [d for d in logical if d.readable]
    marks = [m for d in readable for m in read_marks(d)]
    scores = [s for d in readable for s in read_score_card(d)]
    sections: list[Section] = []
    readings: list[FieldReading] = []
    items: list[StatementItem] = []
    for document in readable:
        if document.kind not in NO_SECTIONS:
            sections += read_sections(document, program)
        if program is not None:
            readings += read_fields(document, program)
            readings += read_name(document, sections, program)
            readings += tuple(read_signed(document, program, readings, marks))
        generic = read_generic(
            document, frozenset(r.key for r in readings if r.document == document.id)
        )
        readings += generic.readings
        items += generic.items
    if program is not None:
        sections = with_attached(sections, readable, program)
    readings = with_codes(readings, readable)  # before doubt is weighed: they bear witness
    dossier = Dossier(
        tuple(files), tuple(with_pasted(documents)), tuple(logical), tuple(readings),
        tuple(sections), tuple(marks), tuple(items), tuple(scores),
    )  # fmt: skip
    weighed = with_doubt(dossier, program, rereader)
    return dataclasses.replace(weighed, readings=tuple(with_codes(weighed.readings, readable)))


def _numbered(documents: Iterator[LogicalDocument]) -> list[LogicalDocument]:
    return [dataclasses.replace(d, id=f"d{n}") for n, d in enumerate(documents, 1)]


def _logical(
    document: Document, program: Program | None, corrections: Sequence[Correction]
) -> Iterator[LogicalDocument]:
    for part, correction in corrected(segment(document, program), document, corrections):
        if correction is not None:
            guess = classify(part, document.file, program)
            yield _told(_one(document, part, _put_right(guess, correction, program)), correction)
            continue
        for piece in cut_off_case(part, program):
            yield _one(document, piece, classify(piece, document.file, program))
    for picture, part, guess in pasted_documents(document, program):
        yield _one(picture, part, guess)


def _put_right(guess: Guess, told: Correction, program: Program | None) -> Guess:
    """Return the kind that the checker tells; what an applicant tells only moves the cut."""
    if told.proposed:
        why = f"申报单位建议单独成册（{_named(told)}），种类按内容判断：{guess.why}"
        return dataclasses.replace(guess, why=why)
    spec = guess.spec if guess.kind == told.kind else spec_of_kind(told.kind, program)
    return Guess(told.kind, spec, 1.0, None, f"核对人在清单中指定（{_named(told)}）")


def _named(told: Correction) -> str:
    """Return the manifest's name and line, whatever folder it lies in."""
    return told.place.rsplit("/", 1)[-1]


def _told(document: LogicalDocument, told: Correction) -> LogicalDocument:
    if told.proposed or told.year is None:
        return document
    return dataclasses.replace(document, year=told.year)


def _one(document: Document, part: Part, guess: Guess) -> LogicalDocument:
    readable = any(p.text.strip() for p in walk_paragraphs(part.blocks))
    drawn = "" if readable else "（尚未识别文字，按文件名判断）"
    source = _text_source(document, part.pages, readable)
    found = LogicalDocument(
        "", document.file, guess.kind, guess.spec.key if guess.spec else "",
        _title(part, document), None, _pages(document, part),
        part.blocks, part.pictures, part.unread, readable, source,
        guess.score if readable else min(guess.score, UNREAD_CONFIDENCE), guess.runner_up,
        guess.why + drawn, document.marks.between(part.pages),
    )  # fmt: skip
    first, last = part.pages or (0, -1)
    glanced = tuple(p.number for p in document.pages if p.glanced and first <= p.number <= last)
    return dataclasses.replace(found, year=reporting_year_of(found), glanced=glanced)


def _pages(document: Document, part: Part) -> tuple[int, int] | None:
    """Return a part's pages; a picture has none, unless it is one of many pages."""
    is_picture = document.file_format == "image" and len(document.pages) == 1
    return None if is_picture else part.pages


def _text_source(document: Document, span: tuple[int, int] | None, readable: bool) -> TextSource:
    """Return how a part's text was had: natively, by OCR (or not at all, yet), or both."""
    pages = [p for p in document.pages if span is None or span[0] <= p.number <= span[1]]
    recognised = sum(p.recognised for p in pages)
    if not readable or (pages and recognised == len(pages)):
        return "ocr"
    return "mixed" if recognised else "native"


UNREAD_CONFIDENCE = 0.6  # a file's name alone says little about its content


def _title(part: Part, document: Document) -> str:
    if part.title:
        return part.title.text
    first = next(
        (b for b in part.blocks if isinstance(b, Paragraph) and _may_be_title(b)),
        None,
    )
    name = document.file.rsplit("/", 1)[-1]
    if first is None or len(first.text) > LONGEST_TITLE:
        return name
    return normalise.clean(first.text)


def _may_be_title(paragraph: Paragraph) -> bool:
    text = normalise.key(paragraph.text)
    return bool(text) and paragraph.role == "body" and text != "目录" and not is_appendix_line(text)


LONGEST_TITLE = 60  # characters
