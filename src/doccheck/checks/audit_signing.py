"""FIN05, the last page of the auditor's letter: two accountants sign it, the firm seals it.

财会〔2001〕1035号: two certified public accountants sign and seal a report. What stands there as
ink or seal cannot be told for certain from a file, so nothing here is more than a `review`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from doccheck.checks.view import View
from doccheck.model.document import Picture
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import Evidence
from doccheck.model.result import Status

SIGNERS = 2
"""Accountants who sign a report."""

SUBJECT = "签章页"


class Aspect(NamedTuple):
    """One thing looked at in a report: `key` empty where it is in order."""

    name: str
    key: str = ""
    status: Status = "pass"
    values: dict[str, str] = {}  # noqa: RUF012  (never changed)
    evidence: tuple[Evidence, ...] = ()


def signing_aspects(view: View, document: LogicalDocument) -> Iterator[Aspect]:
    """Yield what the signature page shows; nothing where the letter itself was not read."""
    readings = [r for r in view.dossier.readings if r.document == document.id]
    if not any(r.key == "audit_signing" for r in readings):
        return
    places = [r for r in readings if r.key == "accountant"]
    if len(places) < SIGNERS:
        values = {"found": str(len(places)), "wanted": str(SIGNERS)}
        cited = tuple(r.evidence for r in readings if r.key in ("accountant", "audit_signing"))
        yield Aspect(SUBJECT, "FIN05.signers", "review", values, cited)
        return
    yield _marks(view, document, places, _pages(readings))


def _pages(readings: list[FieldReading]) -> tuple[int, ...]:
    """Return the pages that the places for signatures and the report's date stand on."""
    block = (r.evidence.place.page for r in readings if r.key in ("accountant", "audit_date"))
    pages = [page for page in block if page]
    return tuple(range(min(pages), max(pages) + 1)) if pages else ()


def _marks(
    view: View, document: LogicalDocument, places: list[FieldReading], pages: tuple[int, ...]
) -> Aspect:
    """Tell which marks are seen on the signature page; none seen is for a person."""
    pictures = [p for p in document.pictures if not pages or p.place.page in pages]
    marks = [
        m
        for m in view.dossier.marks
        if m.document == document.id and m.state == "present" and m.kind != "date"
        and (not pages or m.evidence.place.page in pages)
    ]  # fmt: skip
    where = "第" + "、".join(map(str, pages)) + "页" if pages else document.file
    names = "、".join(r.value for r in places if r.value)
    cited = tuple(dict.fromkeys(r.evidence for r in places))
    seen = any(_is_mark(p) for p in pictures) or bool(marks)
    told = f"{where}，{len(places)}名注册会计师的签名处{f'（{names}）' if names else ''}"
    if seen:
        return Aspect(SUBJECT, values={"found": f"{told}，见印章或签名图像"}, evidence=cited)
    return Aspect(SUBJECT, "FIN05.unmarked", "review", {"found": told}, cited)


def _is_mark(picture: Picture) -> bool:
    return picture.appearance in ("seal", "ink")
