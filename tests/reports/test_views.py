"""Crops and views: bounded pictures, the same findings in every order."""

import re

import pytest

from doccheck.model.places import Box
from doccheck.model.report import Excerpt, ExcerptCell, Report
from doccheck.reports import crops
from doccheck.reports.crops import make_crops
from doccheck.reports.html import to_html
from doccheck.reports.views import VIEWS, findings, sections
from doccheck.reports.wording.ui import Ui


class Counting:
    """Page pictures that note what was asked for."""

    def __init__(self, size: int = 10) -> None:
        self.asked: list[tuple[str, int, Box, float]] = []
        self._size = size

    def excerpt(self, file: str, anchor: str) -> Excerpt | None:
        rows = ((ExcerptCell("联系电话", False), ExcerptCell("18942346732", True, 2)),)
        return rows if file and "cell" in anchor else None

    def crop(self, file: str, page: int, box: Box, context: float) -> bytes | None:
        self.asked.append((file, page, box, context))
        return b"x" * self._size


@pytest.mark.parametrize("order", VIEWS)
def test_every_view_holds_every_finding_once(report: Report, order: str) -> None:
    found = findings(report, Ui("zh"))
    shown = [f.number for s in sections(found, order) for f in s.findings]
    assert sorted(shown) == [1, 2, 3, 4]


def test_titles_of_the_groups(report: Report) -> None:
    found = findings(report, Ui("zh"))
    titles = {view: [s.title for s in sections(found, view)] for view in VIEWS}
    assert titles["official"] == ["需补正（2）", "待核（1）", "未检查（1）"]
    assert titles["reviewer"] == ["附件1（1）", "三.1（1）", "三.2（1）", "三.3（1）"]
    assert titles["enterprise"][0] == "申报表（1）"


def test_the_enterprise_turns_its_pages_in_order(report: Report) -> None:
    base = report.results[1]
    item = base.evidence[1]
    moved = [
        base.model_copy(
            update={
                "subject": f"第{page}页",
                "evidence": (
                    item.model_copy(
                        update={"location": item.location.model_copy(update={"page": page})}
                    ),
                ),
            }
        )
        for page in (3, 1, 2)
    ]
    found = findings(report.model_copy(update={"results": tuple(moved)}), Ui("zh"))
    (section,) = sections(found, "enterprise")
    assert [f.group[0].subject for f in section.findings] == ["第1页", "第2页", "第3页"]


def test_the_role_decides_the_view_that_opens(report: Report) -> None:
    role = report.submission.model_copy(update={"role": "reviewer"})
    official = to_html(report.model_copy(update={"submission": role}), "zh")
    assert re.search(r'value="official" checked', official)
    assert re.search(r'value="enterprise" checked', to_html(report, "zh"))


def test_pictures_are_data_with_words_beside_them(report: Report) -> None:
    text = to_html(report, "zh", Counting())
    images = re.findall(r"<img [^>]*>", text)
    assert images
    assert all('src="data:image/png;base64,' in i and "alt=" in i for i in images)


def test_no_pictures_without_pages(report: Report) -> None:
    assert "<img" not in to_html(report, "zh")


def test_pictures_are_bounded_in_number_and_size(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = make_crops(report, Counting()).uris
    assert {key[3] for key in everything} == {True, False}
    monkeypatch.setattr(crops, "MAX_CELLS", 0)
    assert len(make_crops(report, Counting()).uris) < len(everything)
    monkeypatch.setattr(crops, "MAX_BYTES", 10)
    assert make_crops(report, Counting(10)).uris == {}
