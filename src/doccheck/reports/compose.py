"""Puts judged outcomes into words: from a view and its answers to the report (contract §3)."""

from collections.abc import Mapping

from doccheck import __version__
from doccheck.checks.registry import CATALOGUE
from doccheck.checks.view import View
from doccheck.model.dossier import LogicalDocument
from doccheck.model.files import SourceFile
from doccheck.model.places import Evidence, Place
from doccheck.model.program import Program
from doccheck.model.report import (
    Checkpoint,
    EvidenceItem,
    ProgramInfo,
    Report,
    ReportDocument,
    ReportFile,
    ReportResult,
    SearchProof,
    SubmissionInfo,
    ToolInfo,
    Unchecked,
)
from doccheck.model.result import Judged, NearMiss, Outcome, Search
from doccheck.reports.belonging import material_of
from doccheck.reports.facts import enterprise_name, facts_of
from doccheck.reports.places import location_of, place_in_words
from doccheck.reports.summary import keeper, summarise
from doccheck.reports.wording import words_for

MENDABLE = ("fail", "review")
"""Statuses with which the programme's own `fix` is shown: there is something to mend."""


def compose(
    view: View,
    judged: tuple[Judged, ...],
    path: str,
    files: tuple[SourceFile, ...],
    lang: str,
    checked_at: str,
) -> Report:
    """Return the report; results stand in the programme's order, everything else in the file's."""
    results = tuple(_of_its_material(each, view, lang) for each in judged)
    return Report(
        tool=ToolInfo(version=__version__),
        program=_program(view.program),
        submission=SubmissionInfo.model_validate(
            {
                "path": path,
                "enterprise_name": enterprise_name(view.dossier),
                "as_of": view.as_of.isoformat(),
                "role": view.role,
                "checked_at": checked_at,
            }
        ),
        files=tuple(_file(f) for f in files),
        documents=tuple(report_document(d) for d in view.dossier.documents),
        facts=facts_of(view.dossier),
        results=results,
        checkpoints=_checkpoints(view.program),
        not_implemented=_not_implemented(view.program),
        materials=tuple(dict.fromkeys(d.title for d in view.program.documents)),
        summary=summarise(results, view.program),
    )


def _of_its_material(judged: Judged, view: View, lang: str) -> ReportResult:
    material = material_of(judged.outcome, view.dossier, view.program)
    return put_into_words(judged, lang).model_copy(update={"material": material})


def put_into_words(judged: Judged, lang: str) -> ReportResult:
    """Return one answer in words, with its evidence and its proof of search."""
    rule, outcome = judged.rule, judged.outcome
    words = words_for(outcome.key, lang)
    own_fix = rule.fix if outcome.status in MENDABLE else ""
    return ReportResult(
        id=rule.id,
        rule=rule.rule,
        name=CATALOGUE[rule.rule],
        target=outcome.target,
        subject=outcome.subject,
        clause=rule.clause,
        status=outcome.status,
        severity=rule.severity,
        message=_message(outcome, words.message, lang),
        expected=_fill(words.expected, outcome),
        actual=_fill(words.actual, outcome),
        fix=own_fix or _fill(words.fix, outcome),
        evidence=tuple(evidence_item(e) for e in outcome.evidence),
        search=_proof(outcome.search, lang) if outcome.search else None,
    )


def evidence_item(evidence: Evidence) -> EvidenceItem:
    """Return what was looked at, as the report shows it."""
    return EvidenceItem(
        document=evidence.document or None,
        file=evidence.place.file,
        location=location_of(evidence.place),
        text=evidence.quote,
        confidence=round(evidence.confidence, 4),
        note=evidence.note,
    )


class _Blanks(dict[str, str]):
    """Values for a template; a value that is missing shows its name and breaks nothing."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _fill(template: str, outcome: Outcome) -> str:
    values: Mapping[str, str] = _Blanks({"subject": outcome.subject, **outcome.values})
    return template.format_map(values)


def _message(outcome: Outcome, template: str, lang: str) -> str:
    message = _fill(template, outcome)
    if not outcome.doubt:
        return message
    joint = "" if lang == "zh" else " "
    return message + joint + _fill(words_for(outcome.doubt, lang).message, outcome)


def _proof(search: Search, lang: str) -> SearchProof:
    return SearchProof(
        looked_at=(
            *(_in_words(p, lang) for p in search.looked_at),
            *(_again(p, lang) for p in search.read_again),
        ),
        nearest=tuple(_near(n, lang) for n in search.nearest),
        unread=tuple(_in_words(p, lang) for p in search.unread),
    )


def _again(place: Place, lang: str) -> str:
    form = (
        "{0}：换用其他方式又识别了一遍"
        if lang == "zh"
        else "{0}: recognised once more by other ways"
    )
    return form.format(_in_words(place, lang))


def _near(near: NearMiss, lang: str) -> str:
    form = "“{0}”（{1}，相似度 {2:.0%}）" if lang == "zh" else "“{0}” ({1}, likeness {2:.0%})"
    return form.format(near.text, _in_words(near.place, lang), near.score)


def _in_words(place: Place, lang: str) -> str:
    return place_in_words(place.file, location_of(place), lang)


def _program(program: Program) -> ProgramInfo:
    notice = program.notice
    number = f"（{notice.number}）" if notice.number else ""
    own = [d.date for d in program.deadlines if d.who == "enterprise"]
    return ProgramInfo(
        id=program.id,
        title=program.title,
        notice=f"{notice.title}{number}",
        issuer=notice.issuer,
        deadline=max(own).isoformat() if own else "",
    )


def _file(file: SourceFile) -> ReportFile:
    return ReportFile(
        path=file.path,
        sha256=file.sha256,
        media_type=file.media_type,
        status=file.status,
        reason=file.reason,
    )


def report_document(document: LogicalDocument) -> ReportDocument:
    """Return a logical document as the report shows it."""
    return ReportDocument(
        id=document.id,
        file=document.file,
        kind=document.kind,
        title=document.title,
        year=document.year,
        pages=document.pages,
        text_source=document.text_source,
        confidence=round(document.confidence, 4),
        runner_up=document.runner_up,
        why=document.why,
        glanced=document.glanced,
    )


def _checkpoints(program: Program) -> tuple[Checkpoint, ...]:
    return tuple(
        Checkpoint(clause=r.clause, says=r.says, look_at=r.person)
        for r in program.requirements
        if r.person
    )


def _not_implemented(program: Program) -> tuple[Unchecked, ...]:
    codes = {rule.id: rule.rule for rule in program.rules}
    return tuple(
        Unchecked(clause=r.clause, says=r.says, why=r.nobody)
        for r in program.requirements
        if not r.not_asked and keeper(r, codes) == "not_implemented"
    )
