"""A programme: one notice as data. The schema that every `<id>.yaml` is validated against."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from doccheck.model.summary_sheet import SummarySheet

DocumentKind = Literal[
    "cover", "application_form", "business_licence", "audit_report", "financial_statements",
    "commitment_letter", "case_report", "score_card", "acceptance_form", "summary_table",
    "recommendation_letter", "evidence", "other",
]  # fmt: skip
FieldKind = Literal[
    "text", "person", "enterprise", "uscc", "phone", "email", "postcode", "address",
    "money", "percent", "turnover", "count", "grade", "date", "choice", "brackets",
]  # fmt: skip
Severity = Literal["error", "warning", "info"]
Who = Literal["enterprise", "recommender"]


class Strict(BaseModel):
    """What a programme file holds: frozen, and an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Notice(Strict):
    """The notice: who issued it, under which number, when.

    `dated` is False where the notice bears no date; `date` is then the earliest it can have.
    """

    issuer: str
    title: str
    date: date
    number: str = ""
    dated: bool = True


class Deadline(Strict):
    """A last day, that day included ("X日前" includes day X)."""

    id: str
    who: Who
    date: date
    clause: str
    says: str = ""


class Region(Strict):
    """Where an applicant must sit.

    `codes` are prefixes of the six-digit division code (GB/T 2260) in a credit code; `names` are
    words of which an address in the region holds at least one. A code alone proves nothing
    against an applicant (registered elsewhere first), so both are asked.
    """

    name: str
    codes: tuple[str, ...] = ()
    names: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    clause: str = ""


class DocumentSpec(Strict):
    """A document that the notice knows: asked for, or filled in by somebody.

    Attributes:
        key: name of it inside this file.
        kind: contract's kind.
        title: what to call it in messages.
        titles: titles printed on it; the strongest sign. A year in it is this year's.
        names: other ways in which people name it, in headings and file names.
        features: words that stand in it; each is a weak sign, several are a strong one.
        years: reporting years, one document for each, for what is asked for by year.
        who: who fills it in.
        inside: it may stand inside this other document's file (a case inside a form).
        template_text: printed phrases that a blank template holds, to tell copy from content.
    """

    key: str
    kind: DocumentKind
    title: str
    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    who: Who = "enterprise"
    inside: str = ""
    template_text: tuple[str, ...] = ()


class FieldSpec(Strict):
    """A field of a form: where it stands, what it is called, what kind of value it holds.

    Attributes:
        key: fact name of the contract where it is one (`legal_representative`), else a name of
            the programme's own. With `years` the fact is `key.year`.
        label: as printed on the notice's form.
        labels: other ways to print it.
        documents: keys of the documents it stands on.
        kind: what kind of value.
        unit: unit of a bare figure (`万元`), empty where the form prints none.
        years: years of its columns; `year` (one) where the form has a single column.
        group: labels one of which leads the row or block that this field belongs to, where the
            label alone is ambiguous (联系电话 of the 联系人).
        column: headings of the column it stands in, where a row holds several kinds of value
            (同比 beside the years); with it `year` says which year the value speaks of.
        each_row: its label heads a list's column (汇总表), each row below has its own value.
        hints: printed instructions in its cell that are no value (（加盖公章）).
        choices: allowed answers for `choice`; for `brackets` the items that can be marked.
        required: an empty one is a defect (FLD01).
        who: who fills it in.
    """

    key: str
    label: str
    labels: tuple[str, ...] = ()
    documents: tuple[str, ...]
    kind: FieldKind = "text"
    unit: str = ""
    years: tuple[int, ...] = ()
    year: int | None = None
    group: tuple[str, ...] = ()
    column: tuple[str, ...] = ()
    each_row: bool = False
    hints: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    required: bool = True
    who: Who = "enterprise"


class Topic(Strict):
    """Something that a section must tell about (SEC04): its name and words that show it."""

    name: str
    words: tuple[str, ...]


class SectionSpec(Strict):
    """A section that the notice asks for.

    `documents` are the keys of the documents it may stand in, `parent` the section it belongs
    under. `aliases` are other titles with the same meaning. `in_cell` says that on the form it
    is a table cell that begins with its title. `many` says that there may be several of it
    (cases), each judged alone.
    """

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    documents: tuple[str, ...]
    parent: str = ""
    required: bool = True
    in_cell: bool = False
    many: bool = False
    topics: tuple[Topic, ...] = ()
    instructions: tuple[str, ...] = ()


class RuleSpec(Strict):
    """One rule: a catalogue rule applied to this notice.

    `id` is numbered by clause and unique in the programme; `says` is the requirement in our own
    words; `fix` how to mend it (left out: the catalogue's words).
    """

    id: str
    rule: str
    clause: str
    says: str
    severity: Severity = "error"
    params: dict[str, Any] = Field(default_factory=dict)
    fix: str = ""
    who: Who = "enterprise"


class Requirement(Strict):
    """One thing that the notice asks, and who looks after it.

    Exactly one of: `rules` (ids of machine rules), `person` (what a person looks at), `nobody`
    (why nobody checks it yet), `not_asked` (why it is no requirement on a submission).
    """

    clause: str
    says: str
    rules: tuple[str, ...] = ()
    person: str = ""
    nobody: str = ""
    not_asked: str = ""
    who: Who = "enterprise"


class Program(Strict):
    """One notice, whole.

    Attributes:
        id: file name without suffix.
        title: short title for reports.
        recognise: phrases by which a submission shows that it belongs to this programme.
        years: the reporting years that the notice speaks of, oldest first.
        recommenders: the bodies that may recommend, where the notice lists them.
        summary_sheet: the sheet that the recommending body fills from the packages (汇总表).
        extra: tables that single checks need (score card, quotas), by name.
    """

    id: str
    title: str
    notice: Notice
    recognise: tuple[str, ...]
    years: tuple[int, ...] = ()
    region: Region | None = None
    deadlines: tuple[Deadline, ...] = ()
    recommenders: tuple[str, ...] = ()
    documents: tuple[DocumentSpec, ...]
    fields: tuple[FieldSpec, ...] = ()
    sections: tuple[SectionSpec, ...] = ()
    rules: tuple[RuleSpec, ...]
    requirements: tuple[Requirement, ...] = ()
    summary_sheet: SummarySheet | None = None
    extra: dict[str, Any] = Field(default_factory=dict)

    def document(self, key: str) -> DocumentSpec:
        """Return the document with this key; KeyError if there is none (the loader checked)."""
        return next(d for d in self.documents if d.key == key)

    def field(self, key: str) -> FieldSpec:
        """Return the field with this key."""
        return next(f for f in self.fields if f.key == key)

    def section(self, key: str) -> SectionSpec:
        """Return the section with this key."""
        return next(s for s in self.sections if s.key == key)
