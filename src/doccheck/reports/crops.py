"""Which places the HTML report shows as pictures: bounded in number and size.

What stands on one row of a page, or in one row of a table, is shown by one picture.
"""

import base64
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import NamedTuple

from doccheck.model.places import Box
from doccheck.model.report import (
    EvidenceItem,
    Excerpt,
    Fact,
    Location,
    PageImages,
    Report,
    ReportResult,
)
from doccheck.reports.overview import OPEN, of_status

CONTEXT = 36.0
"""Points shown above and below a finding's place: two or three lines, to recognise it by."""

TALLEST = 200.0
"""Points from the first to the last place that one picture shows: a quarter of a page."""

MAX_EACH = 3  # pictures shown for one finding
MAX_STRIPS = 60  # for all findings together
MAX_CELLS = 120  # values of the matrix
MAX_BYTES = 6 * 2**20  # of pictures in one report: it is mailed

BBox = tuple[float, float, float, float]


class Key(NamedTuple):
    """What one picture shows; `tight` ones show a value's words alone."""

    file: str
    page: int
    boxes: tuple[BBox, ...]
    tight: bool = False


class Picture(NamedTuple):
    """A picture (a data URI) or an excerpt, and the evidence that it shows."""

    uri: str
    rows: Excerpt
    items: tuple[EvidenceItem, ...]


class Crops(NamedTuple):
    """Pictures as data URIs, by what they show, and excerpts by file and anchor."""

    uris: dict[Key, str]
    files: dict[str, str]
    excerpts: dict[tuple[str, str], Excerpt]

    def of_result(self, result: ReportResult) -> tuple[Picture, ...]:
        """Return what shows a finding's places, in the order of its evidence."""
        if result.status not in SHOWN:
            return ()
        strips = _strips(result)
        drawn = [Picture(self.uris[k], (), items) for k, items in strips if k in self.uris]
        return (*drawn, *self._excerpts_of(result))[:MAX_EACH]

    def of_fact(self, fact: Fact) -> str:
        """Return the picture of a value, empty where there is none."""
        key = _tight(self.files.get(fact.document, ""), fact.location)
        return self.uris.get(key, "") if key else ""

    def _excerpts_of(self, result: ReportResult) -> Iterator[Picture]:
        """Yield the surroundings of places in files without pages, those of one row together."""
        found: dict[tuple[str, ...], list[EvidenceItem]] = {}
        for item in result.evidence:
            rows = self.excerpts.get((item.file, item.location.anchor or ""), ())
            if rows:
                words = tuple(cell.text for row in rows for cell in row)
                found.setdefault((item.file, *words), []).append(item)
        for items in found.values():
            once = {i.location.anchor or "": i for i in reversed(items)}
            excerpts = [self.excerpts[(items[0].file, anchor)] for anchor in once]
            yield Picture("", _all_marked(excerpts), tuple(reversed(once.values())))


SHOWN = OPEN[:2]
"""The statuses whose places are shown; what was not checked has none."""


def make_crops(report: Report, pictures: PageImages | None) -> Crops:
    """Return the pictures of a report, those of the most pressing findings first."""
    files = {d.id: d.file for d in report.documents}
    uris: dict[Key, str] = {}
    if pictures is None:
        return Crops(uris, files, {})
    strips = list(dict.fromkeys(_all_strips(report)))[:MAX_STRIPS]
    cells = list(dict.fromkeys(_cells(report, files)))[:MAX_CELLS]
    left = MAX_BYTES
    for key in sorted(strips) + sorted(cells):  # by page: each page is drawn once
        boxes = tuple(Box(*box) for box in key.boxes)
        picture = pictures.crop(key.file, key.page, boxes, 0.0 if key.tight else CONTEXT)
        if picture is not None and len(picture) < left:
            left -= len(picture)
            uris[key] = "data:image/png;base64," + base64.b64encode(picture).decode()
    return Crops(uris, files, _excerpts(report, pictures))


def _all_marked(excerpts: list[Excerpt]) -> Excerpt:
    """Return excerpts of the same words as one, with everything marked that is in any."""
    return tuple(
        tuple(
            cells[0]._replace(marked=any(c.marked for c in cells))
            for cells in zip(*rows, strict=True)
        )
        for rows in zip(*excerpts, strict=True)
    )


def _excerpts(report: Report, pictures: PageImages) -> dict[tuple[str, str], Excerpt]:
    """Return what stands around the findings' places in files without pages."""
    anchored = (
        (e.file, e.location.anchor)
        for result in _shown(report)
        for e in result.evidence[:MAX_EACH]
        if e.file and e.location.anchor and e.location.page is None
    )
    places = list(dict.fromkeys(anchored))[:MAX_STRIPS]
    found = {(file, anchor): pictures.excerpt(file, anchor) for file, anchor in places}
    return {place: rows for place, rows in found.items() if rows}


def _shown(report: Report) -> Iterator[ReportResult]:
    return (result for status in SHOWN for result in of_status(report, status))


def _tight(file: str, place: Location) -> Key | None:
    if not file or place.page is None or place.bbox is None:
        return None
    return Key(file, place.page, (place.bbox,), tight=True)


def _strips(result: ReportResult) -> list[tuple[Key, tuple[EvidenceItem, ...]]]:
    """Return the pictures of a finding's places, each with the evidence that it shows."""
    groups: list[list[EvidenceItem]] = []
    for item in result.evidence:
        if not item.file or item.location.page is None or item.location.bbox is None:
            continue
        group = next((g for g in groups if _on_one_strip([*g, item])), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    return [(_key(group), tuple(group)) for group in groups[:MAX_EACH]]


def _on_one_strip(items: list[EvidenceItem]) -> bool:
    """Tell whether places stand so near on one page that one picture shows them all."""
    if len({(i.file, i.location.page) for i in items}) > 1:
        return False
    *before, last = (Box(*i.location.bbox) for i in items if i.location.bbox)
    whole = reduce(Box.union, before)
    gap = max(last.top - whole.bottom, whole.top - last.bottom)
    joined = whole.union(last)
    return gap <= CONTEXT and joined.bottom - joined.top <= TALLEST


def _boxes(items: Iterable[EvidenceItem]) -> tuple[BBox, ...]:
    return tuple(dict.fromkeys(i.location.bbox for i in items if i.location.bbox))


def _key(items: list[EvidenceItem]) -> Key:
    first = items[0]
    return Key(first.file, first.location.page or 1, _boxes(items))


def _all_strips(report: Report) -> Iterator[Key]:
    return (key for result in _shown(report) for key, _ in _strips(result))


def _cells(report: Report, files: dict[str, str]) -> Iterator[Key]:
    keys = (_tight(files.get(f.document, ""), f.location) for f in report.facts)
    return (k for k in keys if k)
