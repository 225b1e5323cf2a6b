"""Which of the notice's materials an answer is about: what the correction notice is ordered by."""

from doccheck.model.dossier import Dossier, LogicalDocument
from doccheck.model.program import Program
from doccheck.model.result import Outcome


def material_of(outcome: Outcome, dossier: Dossier, program: Program) -> str:
    """Return the title of the material that an outcome is about, empty where it is about several.

    The document that its evidence stands in first; for something missing, the one asked for or
    the only one that was searched.
    """
    known = {d.id: d for d in dossier.documents}
    for item in outcome.evidence:
        if item.document in known:
            return title_of(known[item.document], program)
    asked = _asked_for(outcome, program)
    if asked or outcome.search is None:
        return asked
    searched = {p.file for p in outcome.search.looked_at}
    holders = [d for d in dossier.documents if d.file in searched]
    return title_of(holders[0], program) if len(holders) == 1 else ""


def title_of(document: LogicalDocument, program: Program) -> str:
    """Return what the programme calls a document, else its own title."""
    titles = {spec.key: spec.title for spec in program.documents}
    return titles.get(document.key) or document.title or document.file


def _asked_for(outcome: Outcome, program: Program) -> str:
    """Return the title of the document that a target (`audit_report.2022`) names."""
    kind = outcome.target.partition(".")[0]
    return next((spec.title for spec in program.documents if spec.kind == kind), "")
