"""ELI08: whether a qualification that the notice asks for is held, and still holds."""

import re
from collections.abc import Iterator

from pydantic import Field

from doccheck.checks import searching, supporting
from doccheck.checks.registry import Params, check
from doccheck.checks.supporting import Support
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.validity import Validity, read_validity
from doccheck.checks.view import View
from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.result import Outcome, Search, Status
from doccheck.text.normalise import key

LONGEST_CERTIFICATE = 1500  # characters; a longer paper tells about other validities as well
HEAD = 6  # paragraphs at the head of a certificate that say what it is
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年?")


class Qualification(Params):
    """ELI08. What is to be held, the words that its certificate bears, the field that claims it.

    `usual_years` is how long such a recognition usually holds; it only tells what a person should
    look at.
    """

    document: str
    qualification: str
    words: tuple[str, ...] = Field(min_length=1)
    field: str = ""
    usual_years: int = Field(default=3, ge=1)


@check("ELI08", Qualification)
def qualification_valid(view: View, params: Qualification) -> Iterator[Outcome]:
    """Answer by the certificate where it was read, else by what the form says."""
    claim = _claim(view, params)
    papers = supporting.candidates(view, (params.document,))
    found = supporting.supports(view, params.words, papers)
    dated = [(s, v) for s in found if s.sure and (v := _validity(s.document, params.words))]
    values = {
        "qualification": params.qualification,
        "as_of": view.as_of.isoformat(),
        "form": _said(claim) if claim else "—",
        "files": "、".join(dict.fromkeys(s.shown for s in found)) or "无",
    }
    search = view.search(papers)
    if dated:
        yield _by_date(view, params, values, dated, search)
    else:
        yield _without_date(view, params, values, claim, found, papers)


def _claim(view: View, params: Qualification) -> FieldReading | None:
    """Return what the form says of the qualification, None where no field is named.

    Raises NotFoundError where the form does not say, or denies it (ELI01's matter).
    """
    if not params.field:
        return None
    reading = view.filled(params.field)
    if supporting.claim([reading]) == "no":
        values = {"qualification": params.qualification}
        raise NotFoundError("ELI08.denied", params.qualification, values, (reading.evidence,))
    return reading


def _said(claim: FieldReading) -> str:
    """Return what the form says behind its tick boxes (如是，请填写：…)."""
    return claim.raw.partition("填写：")[2].strip() or claim.raw


def _validity(document: LogicalDocument, words: tuple[str, ...]) -> Validity | None:
    """Return a certificate's validity; of a long paper, or one about other things, none."""
    paragraphs = [p.text for p in walk_paragraphs(document.blocks) if p.text.strip()]
    text = "\n".join(paragraphs)
    head = key(document.title + "\n".join(paragraphs[:HEAD]))
    own = any(key(w) in head for w in words)
    return read_validity(text) if own and len(text) <= LONGEST_CERTIFICATE else None


def _by_date(
    view: View,
    params: Qualification,
    values: dict[str, str],
    dated: list[tuple[Support, Validity]],
    search: Search,
) -> Outcome:
    support, validity = max(dated, key=lambda each: each[1].until)
    values |= {
        "until": validity.until.isoformat(),
        "words": validity.words,
        "file": support.shown,
    }
    evidence = (support.evidence,)
    subject = params.qualification
    if validity.until >= view.as_of:
        return Outcome("pass", "ELI08.valid", subject, values, evidence=evidence)
    surely = view.as_of_given and not validity.derived
    status: Status = "fail" if surely else "review"
    return Outcome(status, "ELI08.expired", subject, values, "", evidence, search)


def _without_date(
    view: View,
    params: Qualification,
    values: dict[str, str],
    claim: FieldReading | None,
    found: tuple[Support, ...],
    papers: tuple[LogicalDocument, ...],
) -> Outcome:
    """Answer where no certificate tells its validity."""
    subject = params.qualification
    evidence = (*((claim.evidence,) if claim else ()), *(s.evidence for s in found))
    year = _YEAR.search(claim.raw) if claim else None
    if year and view.as_of.year - int(year[1]) > params.usual_years:
        values |= {"year": year[1], "usual": str(params.usual_years)}
        return Outcome("review", "ELI08.old", subject, values, evidence=evidence)
    if any(s.sure for s in found):
        return Outcome("review", "ELI08.no_date", subject, values, evidence=evidence)
    if found:
        return Outcome("not_checked", "ELI08.unread", subject, values, evidence=evidence)
    unread = [d for d in papers if not d.readable]
    if unread:
        values["unread"] = "、".join(dict.fromkeys(d.file for d in unread))
        return Outcome("not_checked", "ELI08.perhaps_unread", subject, values, evidence=evidence)
    specs = [view.program.document(params.document)]
    search = searching.for_document(view, specs)
    return Outcome("review", "ELI08.no_certificate", subject, values, "", evidence, search)
