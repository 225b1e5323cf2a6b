"""Whether a difference may be the reader's fault and not the applicant's.

A figure from a scan is believed where something else bears it out: a statement's figure, the
sums of its own column; a form's figure that others are computed from, the statement. What one
misread digit explains is never held against an applicant.
"""

from collections.abc import Iterable

from doccheck.checks.audited import audited_figures, items_for
from doccheck.checks.identities import sums_of
from doccheck.checks.quantities import Figure, agree
from doccheck.checks.slips import MISREADABLE
from doccheck.checks.view import View
from doccheck.model.places import ASSERTED

DOUBT = "common.doubt_reading"
"""Key of the words for it."""


def read_by_machine(view: View, figure: Figure) -> bool:
    """Tell whether a figure comes from recognised characters."""
    source = view.dossier.document(figure.document).text_source if figure.document else "native"
    return figure.evidence.via == "ocr" or source != "native"


def may_be_misread(view: View, stated: Figure, parts: Iterable[Figure], slip: str) -> bool:
    """Tell whether misreading explains that a stated figure does not follow from its parts."""
    if read_by_machine(view, stated) and slip in MISREADABLE:
        return True
    return any(read_by_machine(view, p) and not is_borne_out(view, p) for p in parts)


def is_borne_out(view: View, figure: Figure) -> bool:
    """Tell whether something else says that a scanned figure was read right."""
    if figure.evidence.confidence >= ASSERTED:
        return True  # another recogniser, or the sum it goes into
    if figure.origin == "form":
        right = audited_figures(view, items_for(figure.name), figure.year or 0)
        return any(agree(figure, each) for each in right)
    column = [
        i
        for i in view.dossier.statement_items
        if i.document == figure.document
        and (i.scope, i.year, i.own_year) == (figure.scope, figure.year, figure.own_year)
    ]
    sums = [s for s in sums_of(column) if any(i.name == figure.name for i in s.figures)]
    return bool(sums) and all(s.holds for s in sums)
