"""FIN05: the audit report is there for each year, speaks of the applicant, gives an opinion."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Literal

from doccheck.checks.audit_signing import Aspect, signing_aspects
from doccheck.checks.audited import answer_each, document_name
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.result import Outcome
from doccheck.text.names import same_enterprise

Opinion = Literal["unqualified", "emphasis", "qualified", "adverse", "disclaimer"]

OPINION_WORDS: tuple[tuple[str, Opinion], ...] = (
    ("无法表示", "disclaimer"),
    ("否定", "adverse"),
    ("强调事项", "emphasis"),
    ("持续经营", "emphasis"),
    ("无保留", "unqualified"),
    ("保留", "qualified"),
)
"""Words that tell an opinion, the telling ones first: 无保留意见 holds 保留意见."""


LETTER_FACTS = frozenset({"audit_opinion", "audit_firm", "audit_report_number", "accountant"})
"""What only the auditor's letter says; the statements of a report may be a file of their own."""


class AuditReportValid(Params):
    """FIN05. The reports that are looked at.

    Attributes:
        document: the programme's audit report. years: left out, the years it is asked for.
        accept: opinions that need no second look. modified: what any other opinion means.
    """

    document: str
    years: tuple[int, ...] = ()
    accept: tuple[Opinion, ...] = ("unqualified",)
    modified: Literal["review", "fail"] = "review"


@check("FIN05", AuditReportValid)
def audit_report_valid(view: View, params: AuditReportValid) -> Iterator[Outcome]:
    """Look at each year's report: whose it is, its opinion, its firm, its date."""
    years = params.years or view.program.document(params.document).years
    questions: Iterable[tuple[str, Callable[[], Iterable[Outcome]]]] = [
        (f"{params.document}.{year}", partial(_of_year, view, params, year)) for year in years
    ]
    if not years:
        questions = [(params.document, partial(_all_reports, view, params))]
    yield from answer_each(questions)


def _all_reports(view: View, params: AuditReportValid) -> Iterator[Outcome]:
    for document in view.copies(params.document):
        yield from _judge(view, params, document)


def _of_year(view: View, params: AuditReportValid, year: int) -> Iterator[Outcome]:
    reports = [d for d in view.documents(params.document) if d.year == year]
    readable = [d for d in reports if d.readable]
    if not readable:
        raise _missing(view, params, year, reports)
    for document in _with_letter(view, readable):
        yield from _judge(view, params, document)


def _with_letter(view: View, documents: list[LogicalDocument]) -> list[LogicalDocument]:
    """Leave out parts of a report in files of their own where another file holds its letter."""
    told = {r.document for r in view.dossier.readings if r.key in LETTER_FACTS}
    return [d for d in documents if d.id in told] or documents


def _missing(
    view: View, params: AuditReportValid, year: int, reports: list[LogicalDocument]
) -> NotFoundError:
    title = f"{year}年{view.program.document(params.document).title}"
    undated = [d for d in view.documents(params.document) if d.year is None and not d.readable]
    unread = reports or undated
    values = {"document": title, "year": str(year)}
    if unread:
        files = "、".join(dict.fromkeys(d.file for d in unread))
        cited = tuple(view.cite(d) for d in unread)
        return NotFoundError("common.unread_document", title, values | {"files": files}, cited)
    return NotFoundError("common.no_document", title, values, search=view.search())


def _judge(view: View, params: AuditReportValid, document: LogicalDocument) -> Iterator[Outcome]:
    name = document_name(view, document)
    target = f"{params.document}.{document.year}" if document.year else params.document
    aspects = [
        _addressee(view, document),
        _opinion(view, params, document),
        _firm(view, document),
        *_date(view, document),
        *signing_aspects(view, document),
    ]
    for aspect in aspects:
        if aspect.key:
            values = {"document": name} | aspect.values
            subject = f"{name}{aspect.name}"
            evidence = aspect.evidence or (view.cite(document),)
            yield Outcome(aspect.status, aspect.key, subject, values, target, evidence)
    good = [a for a in aspects if not a.key]
    if good:
        yield _in_order(view, document, name, target, good)


def _in_order(
    view: View, document: LogicalDocument, name: str, target: str, aspects: list[Aspect]
) -> Outcome:
    told = "；".join(f"{a.name}：{a.values['found']}" for a in aspects)
    values = {"document": name, "told": told}
    evidence = tuple(dict.fromkeys(e for a in aspects for e in a.evidence))
    evidence = evidence or (view.cite(document),)
    return Outcome("pass", "FIN05.valid", name, values, target, evidence)


def _addressee(view: View, document: LogicalDocument) -> Aspect:
    """Compare whose statements were audited with the applicant."""
    reading = _reading(view, document, "enterprise_name")
    if reading is None:
        return _unread(document, "被审计单位")
    others = _applicants(view)
    if not others:
        return Aspect("被审计单位", values={"found": reading.value}, evidence=(reading.evidence,))
    applicant = others[0]
    evidence = (reading.evidence, applicant.evidence)
    if any(same_enterprise(reading.value, r.value) for r in others):
        return Aspect("被审计单位", values={"found": reading.value}, evidence=evidence)
    values = {"found": reading.value, "applicant": applicant.value}
    return Aspect("被审计单位", "FIN05.addressee", "review", values, evidence)


def _applicants(view: View) -> list[FieldReading]:
    """Return the readings of the applicant's name on other papers than audit reports."""
    try:
        found = view.applicants()
    except NotFoundError:
        return []
    return [r for r in found if view.dossier.document(r.document).kind != "audit_report"]


def _opinion(view: View, params: AuditReportValid, document: LogicalDocument) -> Aspect:
    reading = _reading(view, document, "audit_opinion")
    opinion = opinion_of(reading.value) if reading else None
    if reading is None or opinion is None:
        return _unread(document, "审计意见")
    values = {"found": reading.value}
    if opinion in params.accept:
        return Aspect("审计意见", values=values, evidence=(reading.evidence,))
    if opinion == "emphasis":
        return Aspect("审计意见", "FIN05.emphasis", "review", values, (reading.evidence,))
    return Aspect("审计意见", "FIN05.modified", params.modified, values, (reading.evidence,))


def opinion_of(words: str) -> Opinion | None:
    """Return which opinion some words give, None for none."""
    return next((opinion for word, opinion in OPINION_WORDS if word in words), None)


def _firm(view: View, document: LogicalDocument) -> Aspect:
    reading = _reading(view, document, "audit_firm")
    if reading is None:
        return _unread(document, "会计师事务所")
    return Aspect("会计师事务所", values={"found": reading.value}, evidence=(reading.evidence,))


def _date(view: View, document: LogicalDocument) -> Iterator[Aspect]:
    """Compare the report's date with the period's end; nothing where no date was read.

    Where the letter's own date was not read, other dates in the report may be its; those of years
    before the period are the firm's papers' (a licence to practise).
    """
    if document.year is None:
        return
    dated = [
        (r.day, r.evidence)
        for r in view.dossier.readings
        if r.document == document.id and r.key == "audit_date" and r.day
    ] or [
        (m.day, m.evidence)
        for m in view.dossier.marks
        if m.document == document.id and m.kind == "date" and m.day and m.day.year >= document.year
    ]
    if not dated:
        return
    day, evidence = max(dated, key=lambda each: each[0])  # sheets bear the period's end as date
    end = date(document.year, 12, 31)
    values = {"found": day.isoformat(), "end": end.isoformat()}
    if day <= end:
        yield Aspect("报告日期", "FIN05.early", "review", values, (evidence,))
    else:
        yield Aspect("报告日期", values=values, evidence=(evidence,))


def _reading(view: View, document: LogicalDocument, key: str) -> FieldReading | None:
    found = [r for r in view.readings(key) if r.document == document.id and r.state == "filled"]
    return max(found, key=lambda r: r.evidence.confidence, default=None)


def _unread(document: LogicalDocument, name: str) -> Aspect:
    values = {"missing": name, "file": document.file}
    return Aspect(name, "FIN05.unread", "not_checked", values)
