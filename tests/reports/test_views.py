"""Crops and views: bounded pictures, the same findings in every order."""

import re

import pytest

from doccheck.model.places import Box
from doccheck.model.report import EvidenceItem, Excerpt, ExcerptCell, Location, Report
from doccheck.reports import crops
from doccheck.reports.crops import make_crops
from doccheck.reports.html import to_html
from doccheck.reports.matrix import matrix
from doccheck.reports.overview import in_lines, rows
from doccheck.reports.views import VIEWS, findings, sections
from doccheck.reports.wording.ui import Ui


class Counting:
    """Page pictures that note what was asked for."""

    def __init__(self, size: int = 10) -> None:
        self.asked: list[tuple[str, int, tuple[Box, ...], float]] = []
        self._size = size

    def page(self, file: str, page: int) -> None:
        """Draw no whole page."""

    def excerpt(self, file: str, anchor: str) -> Excerpt | None:
        rows = ((ExcerptCell("联系电话", False), ExcerptCell("18942346732", True, 2)),)
        return rows if file and "cell" in anchor else None

    def crop(self, file: str, page: int, boxes: tuple[Box, ...], context: float) -> bytes | None:
        self.asked.append((file, page, boxes, context))
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


def at(top: float, page: int = 1) -> EvidenceItem:
    return EvidenceItem(file="a.pdf", location=Location(page=page, bbox=(90, top, 150, top + 12)))


def failing(report: Report, *places: EvidenceItem) -> Report:
    failed = report.results[1].model_copy(update={"evidence": places})
    return report.model_copy(update={"results": (failed,), "facts": ()})


def test_places_on_one_row_of_a_page_share_a_picture(report: Report) -> None:
    pages = Counting()
    changed = failing(report, at(200), at(204), at(600), at(200, page=2))
    shown = make_crops(changed, pages).of_result(changed.results[0])
    assert [len(picture.items) for picture in shown] == [2, 1, 1]
    assert [len(boxes) for _, _, boxes, _ in pages.asked] == [2, 1, 1]


def test_places_far_apart_on_a_page_do_not_share_a_picture(report: Report) -> None:
    row = tuple(at(100.0 + 40 * n) for n in range(8))
    changed = failing(report, *row)
    shown = make_crops(changed, Counting()).of_result(changed.results[0])
    assert len(shown) == 2


def test_cells_of_one_row_share_an_excerpt(report: Report) -> None:
    class Row(Counting):
        def excerpt(self, file: str, anchor: str) -> Excerpt | None:  # noqa: ARG002
            return ((ExcerptCell("甲", anchor == "c1"), ExcerptCell("乙", anchor == "c2")),)

    places = [EvidenceItem(file="a.docx", location=Location(anchor=a)) for a in ("c1", "c2", "c2")]
    changed = failing(report, *places)
    (picture,) = make_crops(changed, Row()).of_result(changed.results[0])
    assert [cell.marked for row in picture.rows for cell in row] == [True, True]
    assert [i.location.anchor for i in picture.items] == ["c1", "c2"]


def test_what_was_not_read_surely_at_one_place_is_one_finding(report: Report) -> None:
    unsure = at(200).model_copy(update={"confidence": 0.8})
    base = report.results[1].model_copy(update={"status": "review", "subject": "是否"})
    results = tuple(
        base.model_copy(update={"rule": rule, "evidence": places})
        for rule, places in (("ELI01", (unsure,)), ("FLD02", (unsure,)), ("FLD01", (at(200),)))
    )
    ui = Ui("zh")
    found = findings(report.model_copy(update={"results": results}), ui)
    assert [[r.rule for r in f.group] for f in found] == [["ELI01", "FLD02"], ["FLD01"]]
    assert rows(found[0].group, ui)["clause"].count("（") == 2


def test_a_long_text_is_set_in_lines_and_brackets_are_kept_whole() -> None:
    parts = [f"第{n}项材料的说明（甲文件；乙文件）和更多说明文字" for n in range(1, 5)]
    assert in_lines("；".join(parts)) == (*(p + "；" for p in parts[:-1]), parts[-1])
    assert in_lines("短；的；话") == ("短；的；话",)


def test_what_a_failure_only_compares_with_is_not_marked_as_wrong(report: Report) -> None:
    seal, form = at(600), at(200).model_copy(update={"text": "甲公司", "document": "d1"})
    named = report.facts[0].model_copy(
        update={
            "name": "enterprise_name",
            "raw": "甲公司",
            "document": "d1",
            "location": form.location,
        }
    )
    for evidence, status in (((seal, form), None), ((form, seal), "fail")):
        wrong = report.results[1].model_copy(update={"target": "seal", "evidence": evidence})
        shown = matrix(report.model_copy(update={"results": (wrong,), "facts": (named,)}))
        ((_, cells),) = shown.identity
        assert cells[0].status == status
