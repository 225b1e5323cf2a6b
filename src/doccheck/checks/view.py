"""What a check may ask about a submission.

A question without an answer raises `NotFoundError`; the engine turns that into `not_checked`
with the reason, so that checks need no ladders of `if None`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doccheck.checks.unanswered import NotFoundError
from doccheck.model.dossier import WHOLE_TEXT, Dossier, FieldReading, LogicalDocument, Mark, Section
from doccheck.model.places import Evidence, Place
from doccheck.model.program import FieldSpec, Program
from doccheck.model.result import Search

_SEAL_HINT = re.compile(r"[（(][^（()）]*章[)）]")  # 企业名称（公章）

FEW_FIELDS = 3  # a letter with fewer may owe its content to seal and signature alone

OWN_KINDS = (
    "application_form", "acceptance_form", "business_licence", "cover", "commitment_letter",
    "score_card", "audit_report", "financial_statements",
)  # fmt: skip
"""Kinds of document that name the applicant as such, in the order in which they are believed."""

Blankness = Literal["filled", "blank", "unsure"]


@dataclass(frozen=True, slots=True)
class View:
    """A dossier seen through a programme, on a day, in a role.

    `as_of_given` is False where the day is only today's: then a passed deadline is `review`.
    `recognised` are enterprises recognised before (`--recognised`), None where not given.
    `in_stack`: the submission is one of a stack, whose own papers lie beside it.
    """

    dossier: Dossier
    program: Program
    as_of: date
    as_of_given: bool = True
    role: str = "enterprise"
    recognised: tuple[str, ...] | None = None
    in_stack: bool = False

    # ---- documents
    def documents(self, key: str) -> tuple[LogicalDocument, ...]:
        """Return the submission's documents that answer the programme's document `key`."""
        return tuple(d for d in self.dossier.documents if d.key == key)

    def hosts(self, key: str) -> tuple[LogicalDocument, ...]:
        """Return the documents for `key`, else those that hold its sections inside them."""
        inside = self.program.document(key).inside
        found = self.documents(key)
        if found or not inside:
            return found
        own = {s.key for s in self.program.sections if key in s.documents}
        holding = {s.document for s in self.dossier.sections if s.key in own}
        return tuple(d for d in self.documents(inside) if d.id in holding)

    def copies(self, key: str) -> tuple[LogicalDocument, ...]:
        """Return the readable documents for `key` (a form may be there as Word and as scan).

        Raises NotFoundError where there is none (`common.no_document`), or where there is one
        that could not be read (`common.unread_document`).
        """
        found = self.hosts(key)
        readable = tuple(d for d in found if d.readable)
        if readable:
            return readable
        title = self.program.document(key).title
        if found:
            evidence = tuple(self.cite(d) for d in found)
            values = {"document": title, "files": "、".join(dict.fromkeys(d.file for d in found))}
            raise NotFoundError("common.unread_document", title, values, evidence)
        raise NotFoundError("common.no_document", title, {"document": title}, search=self.search())

    def readable(self, key: str) -> LogicalDocument:
        """Return the first readable document for `key`; raises as `copies` does."""
        return self.copies(key)[0]

    def filled_in(self, key: str) -> tuple[LogicalDocument, ...]:
        """Return the readable copies of a form that are not the blank template.

        Raises as `copies` does, and NotFoundError (`common.blank_template`) if all are blank.
        """
        copies = self.copies(key)
        used = tuple(d for d in copies if self.blankness(d) != "blank")
        if used:
            return used
        title = self.program.document(key).title
        evidence = tuple(self.cite(d) for d in copies)
        raise NotFoundError("common.blank_template", title, {"document": title}, evidence)

    def blankness(self, document: LogicalDocument) -> Blankness:
        """Tell whether a form is the blank template: what the enterprise fills in is empty.

        A seal or signature says somebody used it; a picture on it, or an empty place for a seal
        on a letter of one or two fields (the name may be in the seal), leaves it unsure.
        """
        keys = {f.key for f in self.program.fields if f.who == "enterprise"}
        states = [
            "blank" if r.unmarked and not r.marked else r.state  # printed brackets, none filled in
            for r in self.dossier.readings
            if r.document == document.id and r.key in keys
        ]
        marks = [
            m.state
            for m in self.dossier.marks
            if m.document == document.id and m.who == "enterprise"
        ]
        if "filled" in states:
            return "filled"
        if not states or "unclear" in states or "present" in marks or document.pictures:
            return "unsure"
        return "unsure" if len(states) < FEW_FIELDS and "unclear" in marks else "blank"

    def title_of(self, document_id: str) -> str:
        """Return what to call a document in a message: the programme's title or the printed."""
        document = self.dossier.document(document_id)
        known = next((d.title for d in self.program.documents if d.key == document.key), "")
        return known or document.title or document.file

    def scanned(self, *readings: FieldReading) -> bool:
        """Tell whether any of these readings comes from recognised characters."""
        return any(
            r.evidence.via == "ocr" or self.dossier.document(r.document).text_source != "native"
            for r in readings
        )

    def cite(self, document: LogicalDocument, quote: str = "") -> Evidence:
        """Return evidence that points at a whole document."""
        page = document.pages[0] if document.pages else None
        return Evidence(Place(document.file, page), quote or document.title, document=document.id)

    # ---- fields
    def readings(self, key: str, year: int | None = None) -> tuple[FieldReading, ...]:
        """Return every reading of a field, over all documents, `year` None meaning all years."""
        return tuple(
            r for r in self.dossier.readings if r.key == key and (year is None or r.year == year)
        )

    def filled(self, key: str, year: int | None = None) -> FieldReading:
        """Return the first filled reading of a field.

        Raises NotFoundError: it is blank or unclear (`common.no_field`, `common.unclear_field`),
        or the documents it should stand on are missing, unread or blank templates.
        """
        readings = self.readings(key, year)
        for reading in readings:
            if reading.state == "filled":
                return reading
        spec = self.program.field(key)
        label = self.label(spec, year)
        self._filled_in_documents(spec, readings)
        state = {r.state for r in readings}
        words = "common.no_label" if not readings else "common.no_field"
        raise NotFoundError(
            "common.unclear_field" if "unclear" in state else words,
            label,
            {"field": label},
            tuple(r.evidence for r in readings),
        )

    def _filled_in_documents(self, spec: FieldSpec, readings: tuple[FieldReading, ...]) -> None:
        """Raise why none of the documents of a field could show it, if they are the reason.

        An unread one may hold it; else one that is there and in use lacks it, which is no
        reason to name the missing ones.
        """
        seen = {self.dossier.document(r.document).key for r in readings}
        asked = [k for k in spec.documents if not readings or k in seen]
        reasons: list[NotFoundError] = []
        for key in asked:
            try:
                self.filled_in(key)
            except NotFoundError as missing:
                reasons.append(missing)
        unread = [r for r in reasons if r.key == "common.unread_document"]
        if unread or (reasons and len(reasons) == len(asked)):
            raise (unread or reasons)[0]

    def applicants(self) -> tuple[FieldReading, ...]:
        """Return the readings of the applicant's name, the form's first, then the licence's.

        Raises NotFoundError where no document of the applicant's own gives it.
        """
        kinds = {d.id: d.kind for d in self.dossier.documents}
        own = [
            r
            for r in self.readings("enterprise_name")
            if r.state == "filled" and kinds[r.document] in OWN_KINDS
        ]
        if not own:
            self.filled("enterprise_name")
            label = self.label(self.program.field("enterprise_name"))
            raise NotFoundError("common.no_field", label, {"field": label})
        return tuple(sorted(own, key=lambda r: OWN_KINDS.index(kinds[r.document])))

    def label(self, spec: FieldSpec, year: int | None = None) -> str:
        """Return what to call a field: with its group's (联系人的手机) or its column's year."""
        label = _SEAL_HINT.sub("", spec.label)
        group = f"{spec.group[0]}的" if spec.group and spec.group[0] not in label else ""
        return f"{year}年{label}" if year and spec.years else f"{group}{label}"

    # ---- sections
    def sections_on(self, key: str, documents: tuple[LogicalDocument, ...]) -> tuple[Section, ...]:
        """Return the sections that answer a key, on some documents.

        What a form asks for in a cell may be written on pages of its own (可另附页): then it counts
        wherever it stands.
        """
        ids = {d.id for d in documents}
        anywhere = self.program.section(key).in_cell
        return tuple(s for s in self.sections(key) if anywhere or s.document in ids)

    def sections(self, key: str) -> tuple[Section, ...]:
        """Return the sections that answer the programme's section `key`."""
        return tuple(s for s in self.dossier.sections if s.key == key)

    def whole_text(self, document_key: str) -> Section:
        """Return the whole text (全文) of a document, of several the longest.

        Raises as `copies` does, and NotFoundError (`common.no_text`).
        """
        copies = self.copies(document_key)
        ids = {d.id for d in copies}
        texts = [s for s in self.dossier.sections if s.document in ids and s.level == WHOLE_TEXT]
        if texts:
            return max(texts, key=lambda s: s.count.words)
        title = copies[0].title
        raise NotFoundError("common.no_text", title, {"document": title})

    # ---- marks
    def marks(self, document_key: str, kind: str) -> tuple[Mark, ...]:
        """Return the places for marks of a kind on the documents for `document_key`."""
        ids = {d.id for d in self.documents(document_key)}
        return tuple(m for m in self.dossier.marks if m.document in ids and m.kind == kind)

    # ---- proof of search
    def unread_places(
        self, documents: tuple[LogicalDocument, ...] | None = None
    ) -> tuple[Place, ...]:
        """Return pages and files that could not be read: all, or those of some documents."""
        chosen = self.dossier.documents if documents is None else documents
        places = [
            Place(d.file, page)
            for d in chosen
            for page in (d.unread_pages or ((None,) if not d.readable else ()))
        ]
        if documents is None:
            places += [Place(f.path) for f in self.dossier.files if f.status == "unreadable"]
            places += [
                Place(d.file, anchor=f"picture[{number - 1}]")
                for d in self.dossier.physical
                for number in d.unread_pictures
            ]
        return tuple(sorted(set(places), key=lambda p: p.order))

    def search(self, documents: tuple[LogicalDocument, ...] | None = None) -> Search:
        """Return a proof of search over all documents, or over some."""
        chosen = self.dossier.documents if documents is None else documents
        looked = {Place(d.file, d.pages[0] if d.pages else None) for d in chosen if d.readable}
        return Search(
            tuple(sorted(looked, key=lambda p: p.order)),
            unread=self.unread_places(documents),
            by_ocr=documents is not None and any(d.text_source != "native" for d in documents),
            read_again=self.dossier.read_again(chosen),
        )
