"""LEN: how long a text is, in 字 as Word counts them (contract §5)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from doccheck.checks import searching
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.unseen import unseen_in
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading, Section
from doccheck.model.places import Evidence
from doccheck.model.result import Outcome
from doccheck.text import count
from doccheck.text.count import WordCount

TEXT_FLOOR = 0.85  # single misread characters do not change how many there are
SENTENCE_ENDS = frozenset("。！？…；.!?;”’」』）)》】")
"""What a whole text ends with; a scanned one that does not may go on on the next page."""

RUNNING = 30  # characters of a line that is running text, also without any comma
_PAUSE = re.compile("[，。；]")

OCR_ERROR = 0.02  # share of a limit by which a count of recognised text may be off (contract §5)

Verdict = Literal["pass", "review", "fail"]
Judge = Callable[[float], Verdict]


class Length(Params):
    """LEN01, LEN02. What is counted (exactly one of section, field, whole) and the limit in 字.

    `document` is needed for `field` and `whole`; with `section` it narrows the search.
    """

    limit: int = Field(gt=0)
    section: str = ""
    field: str = ""
    whole: bool = False
    document: str = ""

    @model_validator(mode="after")
    def one_thing_is_counted(self) -> Self:
        """Refuse none or two things to count, and a field or whole text of no document."""
        if sum((bool(self.section), bool(self.field), self.whole)) != 1:
            raise ValueError("exactly one of section, field, whole")
        if not self.section and not self.document:
            raise ValueError("field and whole need a document")
        return self


class ApproximateLength(Length):
    """LEN03. Shares of the limit within which a length passes, or is for a person to judge."""

    pass_within: float = Field(default=0.10, ge=0, lt=1)
    review_within: float = Field(default=0.20, ge=0, lt=1)

    @model_validator(mode="after")
    def bands_are_ordered(self) -> Self:
        """Refuse a band for review that lies inside the band that passes."""
        if self.review_within < self.pass_within:
            raise ValueError("review_within must not be below pass_within")
        return self


@dataclass(frozen=True, slots=True)
class Measured:
    """A text that was counted: what it is, how long, where, and whether all of it was read.

    `unseen` is what stands in it that no reader sees, and that is not counted; `cut` says that it
    was read from a picture and breaks off in the middle of a sentence.
    """

    subject: str
    count: WordCount
    evidence: Evidence
    complete: bool = True
    scanned: bool = False
    unseen: str = ""
    cut: bool = False

    @property
    def with_unseen(self) -> int:
        """Return how long it is with what is not seen."""
        return self.count.words + (count.count(self.unseen).words if self.unseen else 0)


@check("LEN01", Length)
def maximum_length(view: View, params: Length) -> Iterator[Outcome]:
    """Answer for each text whether it is at most as long as the limit."""

    def judge(words: float) -> Verdict:
        return "pass" if words <= params.limit else "fail"

    for text in measured(view, params):
        yield answer("LEN01", text, judge, limit_values(params.limit), more_is="fail")


@check("LEN02", Length)
def minimum_length(view: View, params: Length) -> Iterator[Outcome]:
    """Answer for each text whether it is at least as long as the limit."""

    def judge(words: float) -> Verdict:
        return "pass" if words >= params.limit else "fail"

    for text in measured(view, params):
        yield answer("LEN02", text, judge, limit_values(params.limit), more_is="pass")


@check("LEN03", ApproximateLength)
def approximate_length(view: View, params: ApproximateLength) -> Iterator[Outcome]:
    """Answer for each text whether it is about as long as the limit."""
    limit = Fraction(params.limit)
    near, far = Fraction(str(params.pass_within)), Fraction(str(params.review_within))

    def judge(words: float) -> Verdict:
        off = abs(Fraction(words) - limit)
        return "pass" if off <= near * limit else "review" if off <= far * limit else "fail"

    values = limit_values(params.limit) | {
        "low": str(-(-(limit * (1 - near)) // 1)),
        "high": str(limit * (1 + near) // 1),
    }
    for text in measured(view, params):
        over = text.count.words > params.limit
        yield answer("LEN03", text, judge, values, more_is="fail" if over else "review")


def limit_values(limit: int) -> dict[str, str]:
    """Return the values that every length's words are filled with for the limit."""
    return {"limit": str(limit)}


def answer(
    rule: str, text: Measured, judge: Judge, values: dict[str, str], more_is: Verdict
) -> Outcome:
    """Return the outcome for one text.

    `more_is` is what text that was not read would make of it: where the verdict may still
    change, it is for a person.
    """
    words = text.count.words
    verdict = judge(words)
    doubt = _doubt(text, judge)
    if not doubt and verdict != more_is:
        if not text.complete:
            doubt = "LEN.doubt_incomplete"
        elif text.cut and verdict == "fail":
            doubt = "LEN.doubt_cut"
    key = f"{rule}.{verdict}{_side(rule, words, values)}{_other_counts(text.count, judge)}"
    filled = values | {
        "words": str(words),
        "joined": str(text.count.words_joined),
        "chars": str(text.count.chars_no_spaces),
        "han": str(text.count.han),
        "difference": str(abs(words - int(values["limit"]))),
        "file": text.evidence.place.file,
        "unseen": str(text.with_unseen - words),
        "with_unseen": str(text.with_unseen),
    }
    return Outcome(
        "review" if doubt else verdict, key, text.subject, filled,
        evidence=(text.evidence,), doubt=doubt, floor=TEXT_FLOOR,
    )  # fmt: skip


def _doubt(text: Measured, judge: Judge) -> str:
    words, joined = text.count.words, text.count.words_joined
    if judge(text.with_unseen) != judge(words):
        return "LEN.doubt_unseen"
    if judge(joined) != judge(words):
        return "LEN.doubt_marks"
    if text.scanned and len({judge(words * (1 + e)) for e in (-OCR_ERROR, 0, OCR_ERROR)}) > 1:
        return "LEN.doubt_ocr"
    return ""


def _side(rule: str, words: int, values: dict[str, str]) -> str:
    """Return on which side of the limit a length lies, where a rule has two."""
    if rule != "LEN03":
        return ""
    return "_over" if words > int(values["limit"]) else "_under"


def _other_counts(counted: WordCount, judge: Judge) -> str:
    """Return which of the other two counts would be judged otherwise."""
    verdict = judge(counted.words)
    chars = judge(counted.chars_no_spaces) != verdict
    han = judge(counted.han) != verdict
    return "_both" if chars and han else "_chars" if chars else "_han" if han else ""


def measured(view: View, params: Length) -> Iterator[Measured]:
    """Yield the texts that the parameters name; raises NotFoundError where there is none."""
    if params.whole:
        title = view.program.document(params.document).title
        yield _of_section(view, view.whole_text(params.document), f"{title}全文")
    elif params.field:
        yield from _of_field(view, params)
    else:
        yield from _of_sections(view, params)


def _of_section(view: View, section: Section, subject: str) -> Measured:
    document = view.dossier.document(section.document)
    scanned = document.text_source != "native" or section.evidence.via == "ocr"
    unseen = unseen_in(view, document.file, section.blocks)
    cut = scanned and _breaks_off(section.text)
    return Measured(
        subject, section.count, section.evidence, section.complete, scanned, unseen, cut
    )


def _breaks_off(text: str) -> bool:
    """Tell whether the last running text stops in mid-sentence; figures and captions may follow."""
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    running = [line for line in lines if _PAUSE.search(line) or len(line) >= RUNNING]
    return bool(running) and running[-1][-1] not in SENTENCE_ENDS


def _of_sections(view: View, params: Length) -> Iterator[Measured]:
    spec = view.program.section(params.section)
    keys = (params.document,) if params.document else spec.documents
    hosts = {d.id: d for k in keys for d in view.hosts(k)}
    found = view.sections_on(spec.key, tuple(hosts.values()))
    if not found:
        for k in keys:
            view.filled_in(k)
        search = searching.for_section(view, spec, tuple(hosts.values()))
        raise NotFoundError("common.no_section", spec.title, {"section": spec.title}, search=search)
    for section in found:
        own = section.title != spec.title and (spec.many or len(found) > 1)
        subject = f"{spec.title}（{section.title}）" if own else spec.title
        yield _of_section(view, section, subject)


def _of_field(view: View, params: Length) -> Iterator[Measured]:
    spec = view.program.field(params.field)
    label = view.label(spec)
    ids = {d.id for d in view.filled_in(params.document)}
    readings = [r for r in view.readings(spec.key) if r.document in ids]
    filled = [r for r in readings if r.state == "filled"]
    if not filled:
        key = "common.no_field" if readings else "common.no_label"
        evidence = tuple(r.evidence for r in readings)
        raise NotFoundError(key, label, {"field": label}, evidence)
    for number, reading in enumerate(readings, 1):
        if reading.state == "filled":
            subject = f"{label}（第{number}行）" if spec.each_row else label
            yield of_reading(view, reading, subject)


def of_reading(view: View, reading: FieldReading, subject: str) -> Measured:
    """Return the length of what stands in a field."""
    text = reading.raw or reading.value
    return Measured(subject, count.count(text), reading.evidence, True, view.scanned(reading))
