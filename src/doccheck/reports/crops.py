"""Which places of the pages the HTML report shows as pictures: bounded in number and size."""

import base64
from collections.abc import Iterator
from typing import NamedTuple

from doccheck.model.places import Box
from doccheck.model.report import EvidenceItem, Excerpt, Fact, Location, PageImages, Report
from doccheck.reports.overview import OPEN, of_status

CONTEXT = 36.0
"""Points shown above and below a finding's place: two or three lines, to recognise it by."""

MAX_EACH = 3  # places shown for one finding
MAX_STRIPS = 60  # for all findings together
MAX_CELLS = 120  # values of the matrix
MAX_BYTES = 6 * 2**20  # of pictures in one report: it is mailed

Key = tuple[str, int, tuple[float, float, float, float], bool]


class Crops(NamedTuple):
    """Pictures as data URIs, by place; `tight` ones show a value alone."""

    uris: dict[Key, str]
    files: dict[str, str]
    excerpts: dict[tuple[str, str], Excerpt]

    def of_evidence(self, item: EvidenceItem) -> str:
        """Return the strip around an evidence's place, empty where there is none."""
        return self._at(item.file, item.location, tight=False)

    def of_anchor(self, item: EvidenceItem) -> Excerpt:
        """Return the surroundings of a place in a file without pages, empty where none."""
        return self.excerpts.get((item.file, item.location.anchor or ""), ())

    def of_fact(self, fact: Fact) -> str:
        """Return the picture of a value, empty where there is none."""
        return self._at(self.files.get(fact.document, ""), fact.location, tight=True)

    def _at(self, file: str, place: Location, tight: bool) -> str:
        key = _key(file, place, tight)
        return self.uris.get(key, "") if key else ""


def make_crops(report: Report, pictures: PageImages | None) -> Crops:
    """Return the pictures of a report, those of the most pressing findings first."""
    files = {d.id: d.file for d in report.documents}
    uris: dict[Key, str] = {}
    if pictures is None:
        return Crops(uris, files, {})
    strips = list(dict.fromkeys(_strips(report)))[:MAX_STRIPS]
    cells = list(dict.fromkeys(_cells(report, files)))[:MAX_CELLS]
    left = MAX_BYTES
    for key in sorted(strips) + sorted(cells):  # by page: each page is drawn once
        file, page, box, tight = key
        picture = pictures.crop(file, page, Box(*box), 0.0 if tight else CONTEXT)
        if picture is not None and len(picture) < left:
            left -= len(picture)
            uris[key] = "data:image/png;base64," + base64.b64encode(picture).decode()
    return Crops(uris, files, _excerpts(report, pictures))


def _excerpts(report: Report, pictures: PageImages) -> dict[tuple[str, str], Excerpt]:
    """Return what stands around the findings' places in files without pages."""
    anchored = (
        (e.file, e.location.anchor)
        for status in OPEN[:2]
        for result in of_status(report, status)
        for e in result.evidence[:MAX_EACH]
        if e.file and e.location.anchor and e.location.page is None
    )
    places = list(dict.fromkeys(anchored))[:MAX_STRIPS]
    found = {(file, anchor): pictures.excerpt(file, anchor) for file, anchor in places}
    return {place: rows for place, rows in found.items() if rows}


def _key(file: str, place: Location, tight: bool) -> Key | None:
    if not file or place.page is None or place.bbox is None:
        return None
    return (file, place.page, place.bbox, tight)


def _strips(report: Report) -> Iterator[Key]:
    for status in OPEN[:2]:
        for result in of_status(report, status):
            keys = (_key(e.file, e.location, tight=False) for e in result.evidence)
            yield from list(dict.fromkeys(k for k in keys if k))[:MAX_EACH]


def _cells(report: Report, files: dict[str, str]) -> Iterator[Key]:
    keys = (_key(files.get(f.document, ""), f.location, tight=True) for f in report.facts)
    return (k for k in keys if k)
