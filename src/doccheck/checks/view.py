"""What a check may ask about a submission.

A question without an answer raises `NotFoundError`; the engine turns that into `not_checked`
with the reason, so that checks need no ladders of `if None`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from doccheck.model.dossier import Dossier, FieldReading, LogicalDocument, Mark, Section
from doccheck.model.places import Evidence, Place
from doccheck.model.program import FieldSpec, Program, SectionSpec
from doccheck.model.result import NOTHING, Search


class NotFoundError(Exception):
    """What a check needs is not there; carries the key and the values of the words for it.

    `search` proves that it was looked for; `evidence` shows what was looked at.
    """

    def __init__(
        self,
        key: str,
        subject: str,
        values: Mapping[str, str] = NOTHING,
        evidence: tuple[Evidence, ...] = (),
        search: Search | None = None,
    ) -> None:
        super().__init__(key, subject)
        self.key = key
        self.subject = subject
        self.values = values
        self.evidence = evidence
        self.search = search


@dataclass(frozen=True, slots=True)
class View:
    """A dossier seen through a programme, on a day, in a role.

    `as_of_given` is False where the day is only today's: then a passed deadline is `review`.
    `recognised` are enterprises recognised before (`--recognised`), None where not given.
    """

    dossier: Dossier
    program: Program
    as_of: date
    as_of_given: bool = True
    role: str = "enterprise"
    recognised: tuple[str, ...] | None = None

    # ---- documents
    def documents(self, key: str) -> tuple[LogicalDocument, ...]:
        """Return the submission's documents that answer the programme's document `key`."""
        return tuple(d for d in self.dossier.documents if d.key == key)

    def readable(self, key: str) -> LogicalDocument:
        """Return the first readable document for `key`.

        Raises NotFoundError where there is none (`common.no_document`), or where there is one
        that could not be read (`common.unread_document`).
        """
        found = self.documents(key)
        title = self.program.document(key).title
        for document in found:
            if document.readable:
                return document
        if found:
            evidence = tuple(self.cite(d) for d in found)
            files = "、".join(d.file for d in found)
            raise NotFoundError(
                "common.unread_document", title, {"document": title, "files": files}, evidence
            )
        raise NotFoundError("common.no_document", title, {"document": title})

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

        Raises NotFoundError: the documents it should stand on are missing or unread (their
        reasons), or it is blank there or its label was not found (`common.no_field`).
        """
        readings = self.readings(key, year)
        for reading in readings:
            if reading.state == "filled":
                return reading
        spec = self.program.field(key)
        for document_key in spec.documents:
            self.readable(document_key)
        label = spec.label if year is None else f"{year}年{spec.label}"
        raise NotFoundError(
            "common.no_field", label, {"field": label}, tuple(r.evidence for r in readings)
        )

    def field_spec(self, key: str) -> FieldSpec:
        """Return the programme's field."""
        return self.program.field(key)

    # ---- sections
    def sections(self, key: str) -> tuple[Section, ...]:
        """Return the sections that answer the programme's section `key`."""
        return tuple(s for s in self.dossier.sections if s.key == key)

    def whole_text(self, document_key: str) -> Section:
        """Return the whole text (全文) of a document; raises as `readable` does."""
        document = self.readable(document_key)
        for section in self.dossier.sections:
            if section.document == document.id and section.level == WHOLE_TEXT:
                return section
        raise NotFoundError("common.no_text", document.title, {"document": document.title})

    def section_spec(self, key: str) -> SectionSpec:
        """Return the programme's section."""
        return self.program.section(key)

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
        return tuple(sorted(set(places), key=lambda p: p.order))

    def search(self, documents: tuple[LogicalDocument, ...] | None = None) -> Search:
        """Return a proof of search over all documents, or over some."""
        chosen = self.dossier.documents if documents is None else documents
        looked = {Place(d.file, d.pages[0] if d.pages else None) for d in chosen if d.readable}
        return Search(
            tuple(sorted(looked, key=lambda p: p.order)), unread=self.unread_places(documents)
        )


WHOLE_TEXT = -1
"""`Section.level` of the section that is the whole text (全文) of a document."""
