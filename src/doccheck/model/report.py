"""The report: what every reader of every form of it gets (contract §3)."""

from datetime import date
from typing import Literal, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, Field

from doccheck.model.places import Box
from doccheck.model.program import DocumentKind, Severity
from doccheck.model.result import Status

SCHEMA_VERSION = "1.0"
Verdict = Literal["pass", "review", "fail"]


class Part(BaseModel):
    """A part of a report."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Location(Part):
    """A place: absent keys where not known (contract §3, `location`)."""

    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    anchor: str | None = None


class EvidenceItem(Part):
    """What was looked at. `file` stands beside `document` so that no look-up is needed."""

    document: str | None = None
    file: str = ""
    location: Location = Location()
    text: str = ""
    confidence: float = 1.0
    note: str = ""


class SearchProof(Part):
    """Where was looked before something was called missing."""

    looked_at: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class ReportResult(Part):
    """One answer of one rule, in words."""

    id: str
    rule: str
    name: str
    target: str = ""
    subject: str = ""
    clause: str = ""
    status: Status
    severity: Severity
    message: str
    expected: str = ""
    actual: str = ""
    fix: str = ""
    evidence: tuple[EvidenceItem, ...] = ()
    search: SearchProof | None = None
    material: str = ""
    waiver: "Waiver | None" = None


class Waiver(Part):
    """A finding that the checker lets stand, from his own manifest: why, who, until when.

    Attributes:
        rule: the id of a programme's rule, or a catalogue code.
        subject: what it is about; empty for everything that the rule finds.
        enterprise: the applicant it is for; empty for every one.
        until: the last day on which it holds.
    """

    rule: str
    reason: str = Field(min_length=1)
    person: str = Field(min_length=1)
    until: date
    subject: str = ""
    enterprise: str = ""


class WaiverUse(Part):
    """What became of a waiver: `used` for so many results, `unused`, or `expired`."""

    waiver: Waiver
    state: Literal["used", "unused", "expired"]
    results: int = 0


RoundState = Literal["mended", "not_mended", "unclear", "new", "missed", "withdrawn"]
"""`missed`: what it rests on stood there in the first round already, so the miss is ours;
`withdrawn`: it was open before and is met now, though nothing was changed: our answer changed;
`unclear`: it was open before and cannot be told now."""


class RoundItem(Part):
    """One point of the second round: what became of it, what was said then and now."""

    state: RoundState
    id: str
    rule: str
    subject: str
    before: str = ""
    now: str = ""


class SecondRound(Part):
    """The comparison with an earlier report on the same application."""

    checked_at: str
    as_of: str
    version: str
    items: tuple[RoundItem, ...] = ()


class ReportFile(Part):
    """A file that came in."""

    path: str
    sha256: str
    media_type: str
    status: Literal["read", "unreadable", "skipped"]
    reason: str = ""


class ReportDocument(Part):
    """A logical document."""

    id: str
    file: str
    kind: DocumentKind
    title: str = ""
    year: int | None = None
    pages: tuple[int, int] | None = None
    text_source: Literal["native", "ocr", "mixed"] = "native"
    confidence: float = 1.0
    runner_up: DocumentKind | None = None
    why: str = ""
    glanced: tuple[int, ...] = ()
    """Pages, notes to accounts, of which only top and foot were read."""


class Fact(Part):
    """A value that was read."""

    name: str
    value: str
    raw: str
    document: str
    confidence: float
    location: Location


class Checkpoint(Part):
    """Something that only a person can check: the tick list."""

    clause: str
    says: str
    look_at: str


class Unchecked(Part):
    """Something that the notice asks and nobody checks yet; `why` says why not."""

    clause: str
    says: str
    why: str = ""


class ToolInfo(Part):
    """Which doccheck made this."""

    name: str = "doccheck"
    version: str


class ProgramInfo(Part):
    """Which programme was applied."""

    id: str
    title: str
    notice: str
    issuer: str = ""
    deadline: str = ""


class SubmissionInfo(Part):
    """What was checked, as of when, for whom."""

    path: str
    enterprise_name: str = ""
    as_of: str
    role: Literal["enterprise", "reviewer"] = "enterprise"
    checked_at: str


class Counts(Part):
    """How many results have which status."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)
    passed: int = Field(default=0, alias="pass")
    fail: int = 0
    review: int = 0
    not_applicable: int = 0
    not_checked: int = 0


class Coverage(Part):
    """Of the notice's requirements: by machine, by a person, by nobody yet."""

    machine: int = 0
    person: int = 0
    not_implemented: int = 0


class Summary(Part):
    """The verdict and what it rests on."""

    verdict: Verdict
    counts: Counts
    coverage: Coverage


class Report(Part):
    """Everything about one submission (contract §3)."""

    schema_version: str = SCHEMA_VERSION
    tool: ToolInfo
    program: ProgramInfo
    submission: SubmissionInfo
    files: tuple[ReportFile, ...] = ()
    documents: tuple[ReportDocument, ...] = ()
    facts: tuple[Fact, ...] = ()
    results: tuple[ReportResult, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    not_implemented: tuple[Unchecked, ...] = ()
    materials: tuple[str, ...] = ()
    waivers: tuple[WaiverUse, ...] = ()
    second_round: SecondRound | None = None
    summary: Summary


class ExcerptCell(NamedTuple):
    """A piece of an excerpt: its words, whether it is the place itself, how many columns wide."""

    text: str
    marked: bool
    span: int = 1


Excerpt = tuple[tuple[ExcerptCell, ...], ...]
"""The surroundings of a place in a file without pages, row by row."""


class PageImage(NamedTuple):
    """A whole page as JPEG, upright as it was read, and its size in pixels."""

    jpeg: bytes
    width: int
    height: int


class PageImages(Protocol):
    """Pictures of a submission's pages, for those forms of the report that show them."""

    def page(self, file: str, page: int) -> PageImage | None:
        """Return a page, None where it cannot be drawn."""

    def excerpt(self, file: str, anchor: str) -> Excerpt | None:
        """Return the surroundings of a place in a file without pages, None where not found."""

    def crop(self, file: str, page: int, boxes: tuple[Box, ...], context: float) -> bytes | None:
        """Return a strip of a page as PNG with boxes drawn on it, None where there is no picture.

        `context` is how many points above and below the boxes are shown; 0 shows the words alone.
        """
