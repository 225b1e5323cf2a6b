"""Sections of a form that the applicant wrote on pages or files of their own (可另附页).

The form's cell then holds only a pointer (见附件), or nothing. What the attached write-up says
counts in its stead; further cases in files of their own count beside those on the form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from doccheck.model.document import Block, walk_paragraphs, walk_tables
from doccheck.model.dossier import LogicalDocument, Section
from doccheck.model.places import Evidence
from doccheck.model.program import Program, SectionSpec
from doccheck.text import normalise
from doccheck.text.count import count
from doccheck.understanding.cell_sections import cases_of
from doccheck.understanding.counted import counted_text
from doccheck.understanding.sections import outline_of, section_end, title_end

LONGEST_POINTER = 40  # characters; 详见附件“典型案例报告”
POINTER = re.compile(
    r"(?:见|附|另|详).{0,12}(?:附|页|件|后|册|材料|报告)|^(?:附后|另附|见附件|附页)"
)
POINTER_DOUBT = 0.8  # a pointer to something that was not found: a person looks for it


def with_attached(
    sections: Sequence[Section], documents: Sequence[LogicalDocument], program: Program
) -> list[Section]:
    """Return the sections with those written elsewhere in place of the pointers to them."""
    specs = [s for s in program.sections if s.in_cell]
    found = {s.key: list(_attached(s, specs, documents)) for s in specs}
    kept: list[Section] = []
    for section in sections:
        attached = found.get(section.key)
        if attached is None or not is_pointer(section.text):
            kept.append(section)
        elif not attached:
            kept.append(_doubted(section) if section.text.strip() else section)
    many = {s.key for s in specs if s.many}
    held = {s.key for s in kept}
    for key, attached in found.items():
        if key in many or key not in held:
            kept += attached
    return kept


def is_pointer(text: str) -> bool:
    """Tell whether a section's text only says where it is to be found, or nothing at all."""
    plain = normalise.clean(text)
    return not plain or (len(plain) <= LONGEST_POINTER and bool(POINTER.search(plain)))


def _doubted(section: Section) -> Section:
    evidence = replace(section.evidence, confidence=min(section.evidence.confidence, POINTER_DOUBT))
    return replace(section, evidence=evidence)


def _attached(
    spec: SectionSpec, specs: Sequence[SectionSpec], documents: Sequence[LogicalDocument]
) -> Iterator[Section]:
    for document in documents:
        if document.kind != "case_report" or not document.readable:
            continue
        outline = outline_of(document.blocks, specs)
        for position, (answered, _) in sorted(outline.answers.items()):
            if answered.key == spec.key:
                start = outline.headings[position].index + 1
                end = section_end(outline, position, len(document.blocks))
                yield from _sections(document, spec, document.blocks[start:end])
        if not outline.answers and spec.many:
            yield from _sections(document, spec, document.blocks[title_end(document, specs) :])


def _sections(
    document: LogicalDocument, spec: SectionSpec, blocks: tuple[Block, ...]
) -> Iterator[Section]:
    for part in cases_of(blocks) if spec.many else [blocks]:
        text = counted_text(part)
        if not text.strip():
            continue
        confidence = min((p.confidence for p in walk_paragraphs(part)), default=1.0)
        evidence = Evidence(
            part[0].place, text[:40], "native" if document.text_source == "native" else "ocr",
            confidence, document=document.id,
        )  # fmt: skip
        yield Section(
            document.id, spec.title, 1, text, count(text), evidence, key=spec.key, score=1.0,
            blocks=part, pictures=len(document.pictures), tables=sum(1 for _ in walk_tables(part)),
            complete=not document.unread_pages,
        )  # fmt: skip
