"""FMT02: whether the scanned pages can be read. A rule of judgement: it asks, it never fails."""

from collections.abc import Iterator

from doccheck.checks.registry import NoParams, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.document import Page
from doccheck.model.places import Evidence, Place
from doccheck.model.result import Outcome
from doccheck.model.seen import Flaw, FlawKind

SUBJECT = "扫描件"
ORDER: tuple[FlawKind, ...] = (
    "low_resolution", "blurred", "dark", "illegible", "cut_off", "upside_down", "blank",
)  # fmt: skip


@check("FMT02", NoParams)
def scan_quality(view: View, _: NoParams) -> Iterator[Outcome]:
    """Answer once for each kind of flaw, with its pages, or once that all scans can be read."""
    documents = [d for d in view.dossier.physical if any(_scanned(p) for p in d.pages)]
    scanned = [(d, p) for d in documents for p in d.pages if _scanned(p)]
    flaws = [f for d in view.dossier.physical for f in d.marks.flaws]
    if not scanned and not flaws:
        yield Outcome("not_applicable", "FMT02.no_scans", SUBJECT)
        return
    read = [(d, p) for d, p in scanned if p.recognised]
    if not read and not flaws:
        raise NotFoundError("FMT02.unread", SUBJECT, {"count": str(len(scanned))})
    for kind in ORDER:
        if some := [f for f in flaws if f.kind == kind]:
            yield _flawed(kind, some)
    if not flaws:
        evidence = tuple(Evidence(Place(d.file, p.number), via="pixels") for d, p in read)
        values = {"count": str(len(read))}
        yield Outcome("pass", "FMT02.legible", SUBJECT, values, evidence=evidence)


def _scanned(page: Page) -> bool:
    return page.recognised or page.source == "scan"


def _flawed(kind: FlawKind, flaws: list[Flaw]) -> Outcome:
    files: dict[str, list[str]] = {}
    for flaw in flaws:
        files.setdefault(flaw.place.file, []).append(str(flaw.place.page or 1))
    pages = "；".join(f"{file}：{'、'.join(pages)}" for file, pages in files.items())
    amount = "、".join(dict.fromkeys(f.amount for f in flaws if f.amount))
    evidence = tuple(Evidence(f.place, f.amount, "pixels") for f in flaws)
    values = {"count": str(len(flaws)), "pages": pages, "amount": amount}
    return Outcome("review", f"FMT02.{kind}", SUBJECT, values, evidence=evidence)
