"""What a case tells: a submission in short, and how a case changes the clean one."""

from typing import Any, Literal

from pydantic import Field

from doccheck.model.program import Strict
from doccheck.model.seen import FlawKind
from doccheck.model.unseen_text import Concealment

At = Literal["read", "pictured", "unclear", "absent"]


class Paper(Strict):
    """A file: the key of the document that it is, its title and text; without text, unread."""

    key: str = "evidence"
    title: str = ""
    text: str = ""


class Given(Strict):
    """A submission in short. What a case leaves out stays as in the base.

    Attributes:
        as_of: day of receipt.
        documents: keys of the documents that are there.
        without: keys of documents taken away. unread: there, but not readable.
        strange_files: files that nobody recognises. broken_files: files that do not open.
        values: by field key what is printed, a mapping by year for yearly fields; None for blank.
        values_on: the same for one document only: document key → field key → printed.
        blank: keys of documents with every field empty.
        unlabelled: document key → fields whose label stands nowhere on it.
        titles: by document key the title printed on it.
        sections: by section key its length in 字, or its text. without_sections: left out.
        order: section keys in the order in which they stand.
        whole: by document key the length of the whole text in 字, or the text, without pictures.
        dates: by document key the date printed at the applicant's place, None for an empty place.
        statements: by document key the figures in yuan: item → year → figure. A document of a year
            prints that year and the one before, one without a year prints all.
        paper: by document key width and height in points.
        recognised: enterprises recognised before.
        role: who is asked: `enterprise` or `reviewer`.
        papers: files beside the programme's own documents: name → which document, its text.
        scores: by an item's name the applicant's own score, None for an empty cell; 小计 and 总分
            are the sums. Without any the card has no table.
        seals, signatures: by document key what stands at the place: `read`, `pictured`, `unclear`
            or `absent`.
        seal_words: by document key what the seal that is read there says.
        flaws: by document key what makes its scanned page hard to read.
        scanned: keys of documents that were read from a scan.
        lying_files: files whose suffix names another format than they have.
        unseen: by document key text that no reader sees: how it is hidden → the text.
    """

    as_of: str = ""
    documents: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    strange_files: tuple[str, ...] = ()
    broken_files: tuple[str, ...] = ()
    values: dict[str, Any] = Field(default_factory=dict)
    values_on: dict[str, dict[str, Any]] = Field(default_factory=dict)
    blank: tuple[str, ...] = ()
    unlabelled: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    titles: dict[str, str] = Field(default_factory=dict)
    sections: dict[str, int | str] = Field(default_factory=dict)
    without_sections: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    whole: dict[str, int | str] = Field(default_factory=dict)
    dates: dict[str, str | None] = Field(default_factory=dict)
    statements: dict[str, dict[str, dict[str, float]]] = Field(default_factory=dict)
    paper: dict[str, tuple[float, float]] = Field(default_factory=dict)
    recognised: tuple[str, ...] = ()
    role: Literal["enterprise", "reviewer"] = "enterprise"
    papers: dict[str, Paper] = Field(default_factory=dict)
    scores: dict[str, float | None] = Field(default_factory=dict)
    seals: dict[str, At] = Field(default_factory=dict)
    signatures: dict[str, At] = Field(default_factory=dict)
    seal_words: dict[str, str] = Field(default_factory=dict)
    flaws: dict[str, FlawKind] = Field(default_factory=dict)
    scanned: tuple[str, ...] = ()
    lying_files: tuple[str, ...] = ()
    unseen: dict[str, dict[Concealment, str]] = Field(default_factory=dict)


def merged(base: Given, change: Given) -> Given:
    """Return the base with a case's changes: mappings key by key, all else replaced if given."""
    held = base.model_dump()
    for name in change.model_fields_set:
        new = getattr(change, name)
        held[name] = {**held[name], **new} if isinstance(new, dict) else new
    return Given.model_validate(held)
