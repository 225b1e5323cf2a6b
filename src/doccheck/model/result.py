"""What a check answers: outcomes, before they are put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from doccheck.model.places import CERTAIN, Evidence, Place
from doccheck.model.program import RuleSpec

Status = Literal["pass", "fail", "review", "not_applicable", "not_checked"]

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Something that came near to what was sought: its words, place and likeness (0..1)."""

    text: str
    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Search:
    """Proof of search: where was looked, what came near, what could not be read.

    `unread` are places that could hold the thing and were not read; with any of them a claim of
    absence is only `review`. So it is where the document was read by OCR (`by_ocr`), which drops
    lines. `read_again` are recognised pages searched a second time, by other ways.
    """

    looked_at: tuple[Place, ...]
    nearest: tuple[NearMiss, ...] = ()
    unread: tuple[Place, ...] = ()
    by_ocr: bool = False
    read_again: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer of one check.

    Attributes:
        status: what the check found, before the engine weighs the doubt.
        key: key of its words in `reports.wording` (`LEN01.over`): message, expected, actual, fix.
        values: what those words are filled with; plain strings, already formatted.
        subject: what it is about, in the notice's own words (`企业概况`).
        target: contract's target (`audit_report.2022`, a fact's name), empty where none.
        evidence: what was looked at, for a pass too.
        search: proof of search for a claim of absence.
        doubt: key of the words that say why it is only `review`, set by check or engine.
        floor: confidence that the evidence must have to carry the verdict; lower than `CERTAIN`
            only where the answer does not hang on single characters (a cell holds something).
    """

    status: Status
    key: str
    subject: str
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    target: str = ""
    evidence: tuple[Evidence, ...] = ()
    search: Search | None = None
    doubt: str = ""
    floor: float = CERTAIN


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome together with the rule it answers."""

    rule: RuleSpec
    outcome: Outcome
