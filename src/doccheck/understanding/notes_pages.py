"""Pages of a volume that go on with the notes to accounts: its bulk, and hardly asked about.

Three years' reports bring a hundred and more of them into a volume of submissions. What stands in
them is read when something asked for has not been found elsewhere.
"""

import re
from collections.abc import Iterable, Sequence

from doccheck.model.dossier import Dossier, LogicalDocument
from doccheck.model.program import DocumentKind
from doccheck.model.result import Judged, Outcome
from doccheck.text import normalise
from doccheck.understanding.titles import GENERIC

ACCOUNTS: tuple[DocumentKind, ...] = ("audit_report", "financial_statements")
LONGEST_HEAD = 40  # characters of a line that may be a title or a running head
HEAD_LINES = 6  # lines at a page's top among which these stand

_NOTES = re.compile(r"(?:报表|决算)(?:项目)?(?:的)?附注")

PageOfFile = tuple[str, int]


def notes_go_on(pages: Iterable[Sequence[str]]) -> bool:
    """Return whether the last of a file's pages so far, each given by its lines, is among notes.

    Notes begin under their title and end at the title of a report, a statement or a licence. What
    else follows them shows by its look that it is worth more than a glance.
    """
    inside = False
    for lines in pages:
        heads = [normalise.key(line) for line in lines[:HEAD_LINES]]
        heads = [head for head in heads if 0 < len(head) <= LONGEST_HEAD]
        if any(_NOTES.search(head) for head in heads):
            inside = True
        elif any(look.match(head) for _, look in GENERIC for head in heads):
            inside = False
    return inside


def glanced_elsewhere(dossier: Dossier) -> tuple[PageOfFile, ...]:
    """Return the pages only glanced at that turned out to be no part of an audit report."""
    inside = {page for d in dossier.of_kind(*ACCOUNTS) for page in _glanced(d)}
    everywhere = dict.fromkeys(page for d in dossier.documents for page in _glanced(d))
    return tuple(page for page in everywhere if page not in inside)


def glanced_and_wanted(dossier: Dossier, judged: Iterable[Judged]) -> tuple[PageOfFile, ...]:
    """Return the pages only glanced at on which an answer that is not yes may hang.

    It does where the answer names their report, where that was searched in vain, and where
    nothing tells what was looked at.
    """
    open_ones = [j.outcome for j in judged if j.outcome.status not in ("pass", "not_applicable")]
    return tuple(
        page
        for document in dossier.of_kind(*ACCOUNTS)
        if any(_hangs_on(outcome, document) for outcome in open_ones)
        for page in _glanced(document)
    )


def _hangs_on(outcome: Outcome, document: LogicalDocument) -> bool:
    if outcome.search is None and not outcome.evidence:
        return True
    first = (document.file, document.pages[0] if document.pages else None)
    searched = outcome.search.looked_at if outcome.search else ()
    return any(e.document == document.id for e in outcome.evidence) or any(
        (place.file, place.page) == first for place in searched
    )


def _glanced(document: LogicalDocument) -> tuple[PageOfFile, ...]:
    return tuple((document.file, page) for page in document.glanced)
