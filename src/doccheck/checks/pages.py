"""FMT: how the pages look."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.document import Document
from doccheck.model.places import Evidence, Place
from doccheck.model.result import Outcome

POINTS_PER_MM = 72 / 25.4
SIZES_MM = {"A4": (210, 297)}
TOLERANCE_MM = 3  # printers' and converters' rounding; Letter is 6 mm wider than A4
COPIES = frozenset({"evidence", "business_licence", "audit_report", "other"})
"""Kinds that are copies of other people's papers: printed on A4 whatever their file's size."""


class PageSize(Params):
    """FMT01. The paper asked for."""

    size: Literal["A4"] = "A4"


class Sheet(NamedTuple):
    """A page or a Word file's paper: where, how large, and whether that size can be trusted."""

    place: Place
    width_mm: float
    height_mm: float
    scanned: bool


@check("FMT01", PageSize)
def page_size(view: View, params: PageSize) -> Iterator[Outcome]:
    """Answer once for all pages of another size, or once that all are of the size asked for."""
    sheets = [s for d in _own_files(view) for s in _sheets(d)]
    if not sheets:
        raise NotFoundError("FMT01.no_pages", params.size, {"size": params.size})
    odd = [s for s in sheets if not _fits(s, params.size)]
    sure = [s for s in odd if not s.scanned]
    for status, key, some in (
        ("fail", "FMT01.other_size", sure),
        ("review", "FMT01.scan_size", [s for s in odd if s.scanned]),
        ("pass", "FMT01.right_size", sheets if not odd else []),
    ):
        if some:
            yield _about(status, key, some, params.size)  # type: ignore[arg-type]


def _about(
    status: Literal["pass", "fail", "review"], key: str, sheets: list[Sheet], size: str
) -> Outcome:
    first = sheets[0]
    values = {
        "size": size,
        "count": str(len(sheets)),
        "actual": _shown(first),
        "files": "、".join(dict.fromkeys(s.place.file for s in sheets)),
    }
    evidence = tuple(Evidence(s.place, _shown(s)) for s in sheets)
    return Outcome(status, key, size, values, evidence=evidence)


def _shown(sheet: Sheet) -> str:
    return f"{sheet.width_mm:.0f}×{sheet.height_mm:.0f} mm"


def _own_files(view: View) -> Iterator[Document]:
    """Yield the files that hold papers of the applicant's own making."""
    own = {d.file for d in view.dossier.documents if d.kind not in COPIES}
    return (d for d in view.dossier.physical if d.file in own and d.file_format != "image")


def _sheets(document: Document) -> Iterator[Sheet]:
    """Yield a file's papers and pages; a photo of a sheet tells nothing about its paper."""
    for width, height in dict.fromkeys(document.paper):
        yield Sheet(Place(document.file), width / POINTS_PER_MM, height / POINTS_PER_MM, False)
    for page in (p for p in document.pages if not p.cut_out):
        yield Sheet(
            Place(document.file, page.number),
            page.width / POINTS_PER_MM,
            page.height / POINTS_PER_MM,
            page.source == "scan",
        )


def _fits(sheet: Sheet, size: str) -> bool:
    """Tell whether a sheet has a size, upright or across."""
    wanted = sorted(SIZES_MM[size])
    found = sorted((sheet.width_mm, sheet.height_mm))
    return all(abs(f - w) <= TOLERANCE_MM for f, w in zip(found, wanted, strict=True))
