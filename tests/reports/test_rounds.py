"""The second round and waivers."""

from pathlib import Path
from typing import Any

import pytest

from doccheck.errors import DoccheckError
from doccheck.model.report import Report, ReportResult, RoundItem, Waiver
from doccheck.reports.html import to_html
from doccheck.reports.json_report import to_json
from doccheck.reports.markdown import to_markdown
from doccheck.reports.overview import reason
from doccheck.reports.rounds import read_report, with_round
from doccheck.reports.sarif import to_sarif
from doccheck.reports.waivers import with_waivers
from doccheck.reports.wording.ui import Ui


def only(report: Report, *results: ReportResult, new_form: bool = False) -> Report:
    """Return the report with these results; with `new_form`, its form's file was changed."""
    files = report.files
    if new_form:
        files = (files[0].model_copy(update={"sha256": "f" * 64}), *files[1:])
    return report.model_copy(update={"results": results, "files": files})


def states(now: Report, before: Report) -> list[tuple[str, str]]:
    compared = with_round(now, before, "zh").second_round
    assert compared is not None
    return [(i.state, i.id) for i in compared.items]


@pytest.fixture
def failed(report: Report) -> ReportResult:
    return report.results[1]


def changed(result: ReportResult, text: str, **values: Any) -> ReportResult:
    """Return a result whose form says something else."""
    form = result.evidence[0].model_copy(update={"text": text})
    return result.model_copy(update={"evidence": (form, *result.evidence[1:]), **values})


def test_mended(report: Report, failed: ReportResult) -> None:
    mended = changed(failed, "李四", status="pass", actual="李四")
    assert states(only(report, mended, new_form=True), only(report, failed)) == [("mended", "1-2")]


def test_not_mended_whatever_the_page(report: Report, failed: ReportResult) -> None:
    item = failed.evidence[1]
    moved = item.model_copy(update={"location": item.location.model_copy(update={"page": 7})})
    again = failed.model_copy(update={"evidence": (failed.evidence[0], moved)})
    assert states(only(report, again), only(report, failed)) == [("not_mended", "1-2")]


def test_changed_and_still_not_met(report: Report, failed: ReportResult) -> None:
    other = changed(failed, "王五", actual="王五、李四")
    assert states(only(report, other, new_form=True), only(report, failed)) == [
        ("not_mended", "1-2")
    ]


def test_new(report: Report, failed: ReportResult) -> None:
    before = only(report, changed(failed, "李四", status="pass")).model_copy(update={"facts": ()})
    assert states(only(report, failed, new_form=True), before) == [("new", "1-2")]


def test_missed_where_the_files_are_the_same(report: Report, failed: ReportResult) -> None:
    met = failed.model_copy(update={"status": "pass"})
    assert states(only(report, failed), only(report, met)) == [("missed", "1-2")]


def test_missed_where_the_file_changed_but_not_the_words(
    report: Report, failed: ReportResult
) -> None:
    met = failed.model_copy(update={"status": "pass"})
    assert states(only(report, failed, new_form=True), only(report, met)) == [("missed", "1-2")]


def test_something_missing_now_is_new_where_files_changed(
    report: Report, failed: ReportResult
) -> None:
    missing = failed.model_copy(update={"evidence": (), "status": "fail"})
    met = failed.model_copy(update={"status": "pass"})
    assert states(only(report, missing, new_form=True), only(report, met)) == [("new", "1-2")]
    assert states(only(report, missing), only(report, met)) == [("missed", "1-2")]


def test_an_answer_that_changed_over_the_same_files_is_ours(
    report: Report, failed: ReportResult
) -> None:
    met = failed.model_copy(update={"status": "pass"})
    assert states(only(report, met), only(report, failed)) == [("withdrawn", "1-2")]


def test_what_cannot_be_told_now(report: Report, failed: ReportResult) -> None:
    unread = failed.model_copy(update={"status": "not_checked"})
    assert states(only(report, unread), only(report, failed)) == [("unclear", "1-2")]
    assert states(only(report), only(report, failed)) == [("unclear", "1-2")]


def test_a_point_that_is_gone_is_mended_where_its_rule_still_runs(
    report: Report, failed: ReportResult
) -> None:
    other = failed.model_copy(update={"subject": "别的", "status": "pass"})
    assert states(only(report, other), only(report, failed)) == [("mended", "1-2")]


def test_two_points_with_one_key_are_matched_by_value(report: Report, failed: ReportResult) -> None:
    one = failed.model_copy(update={"actual": "一"})
    two = failed.model_copy(update={"actual": "二"})
    met = changed(one, "李四", status="pass")
    found = states(only(report, two, met, new_form=True), only(report, one, two))
    assert found == [("not_mended", "1-2"), ("mended", "1-2")]


def test_met_then_and_now_is_no_point(report: Report) -> None:
    assert states(only(report, report.results[0]), only(report, report.results[0])) == []


def test_another_programme_is_refused(report: Report) -> None:
    other = report.program.model_copy(update={"id": "other"})
    with pytest.raises(DoccheckError, match="上一轮用的是方案"):
        with_round(report, report.model_copy(update={"program": other}), "zh")


def test_a_report_comes_back_from_json(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "上一轮.json"
    path.write_text(to_json(with_round(report, report, "zh")), encoding="utf-8")
    assert read_report(path).results == report.results


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": "9"}', "[" * 100_000])
def test_what_is_no_report(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DoccheckError):
        read_report(path)


def test_every_form_shows_the_round(report: Report) -> None:
    compared = with_round(report, report, "zh")
    assert "未改正 3 项" in to_markdown(compared, "zh")
    assert "与上一轮相比" in to_html(compared, "zh")
    assert '"baselineState": "unchanged"' in to_sarif(compared, "zh")


def waiver(**values: Any) -> Waiver:
    known = {"rule": "1-2", "reason": "已核实", "person": "王某", "until": "2021-12-31"}
    return Waiver.model_validate(known | values)


def test_a_waiver_lets_a_finding_be_and_shows_it(report: Report, failed: ReportResult) -> None:
    waived = with_waivers(only(report, report.results[0], failed), (waiver(),))
    assert waived.summary.verdict == "pass"
    assert waived.results[1].status == "fail"
    assert "1 项已豁免" in reason(waived, Ui("zh"))
    for text in (to_html(waived, "zh"), to_markdown(waived, "zh"), to_json(waived)):
        assert "已核实" in text and "王某" in text
    assert '"suppressions"' in to_sarif(waived, "zh")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "used"),
        ({"rule": "CON02"}, "used"),
        ({"subject": "法定代表人", "enterprise": "甲公司"}, "used"),
        ({"subject": "别的"}, "unused"),
        ({"enterprise": "乙公司"}, "unused"),
        ({"rule": "1-1"}, "unused"),
        ({"until": "2021-05-07"}, "expired"),
        ({"until": "2021-05-08"}, "used"),
    ],
)
def test_what_becomes_of_a_waiver(report: Report, values: dict[str, str], state: str) -> None:
    found = with_waivers(report, (waiver(**values),))
    assert [use.state for use in found.waivers] == [state]
    assert (found.results[1].waiver is None) == (state != "used")


def test_without_waivers_nothing_changes(report: Report) -> None:
    assert with_waivers(report, ()) is report


def test_a_point_that_is_waived_now_is_shown_as_waived(
    report: Report, failed: ReportResult
) -> None:
    before = only(report, failed)
    (item,) = states_of(with_round(with_waivers(before, (waiver(),)), before, "zh"))
    assert "已豁免" in item.now


def states_of(report: Report) -> tuple[RoundItem, ...]:
    assert report.second_round is not None
    return report.second_round.items
