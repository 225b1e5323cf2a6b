"""After the submissions: what is asked across them, and the report on the whole stack."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from doccheck.checks.stack_view import Digest, Passage, StackView, run_stack_rules
from doccheck.model.program import Program
from doccheck.pipeline import Settings
from doccheck.reading import Read
from doccheck.reports import stack as reports
from doccheck.reports.stack import Row, StackReport
from doccheck.screening.store import Store
from doccheck.screening.trouble import composed, view_of
from doccheck.understanding.assemble import assemble


def across(
    path: str,
    rows: tuple[Row, ...],
    papers: Read,
    settings: Settings,
    program: Program,
    store: Store,
) -> StackReport:
    """Return the report on a stack; `rows` are its submissions in order, `papers` its own."""
    root = view_of(assemble(papers.files, papers.documents, program), program, settings)
    view = StackView(tuple(_digests(rows, store)), program, root, partial(_texts, rows, store))
    results = reports.in_words(run_stack_rules(view), settings.lang)
    head = composed(root, (), path, settings)
    return StackReport(head, rows, results, reports.summary_of(rows, results, program))


def _digests(rows: Iterable[Row], store: Store) -> Iterator[Digest]:
    """Yield what the rules need of each submission; of one that was not checked, its name.

    Its texts are left in the store: those of all submissions are too many to hold.
    """
    for row in rows:
        yield replace(store.digest(row.slug) or Digest(row.name, ""), passages=())


def _texts(rows: tuple[Row, ...], store: Store, number: int) -> tuple[Passage, ...]:
    """Return the texts of a submission by its number in the stack."""
    digest = store.digest(rows[number].slug)
    return digest.passages if digest else ()
