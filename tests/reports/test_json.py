"""The JSON report: the contract's keys, in its order, null only where it shows null."""

import json
from typing import Any

import pytest

from doccheck.model.report import Report
from doccheck.reports.html import to_html
from doccheck.reports.json_report import to_json


@pytest.fixture
def data(report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(to_json(report))
    return loaded


def test_keys_in_the_contracts_order(data: dict[str, Any]) -> None:
    assert list(data) == [
        "schema_version", "tool", "program", "submission", "files", "documents", "facts", "results",
        "checkpoints", "not_implemented", "materials", "summary",
    ]  # fmt: skip
    assert list(data["submission"]) == ["path", "enterprise_name", "as_of", "role", "checked_at"]
    assert list(data["results"][0]) == [
        "id", "rule", "name", "target", "subject", "clause", "status", "severity", "message",
        "expected", "actual", "fix", "evidence", "material",
    ]  # fmt: skip
    assert list(data["summary"]["counts"]) == [
        "pass",
        "fail",
        "review",
        "not_applicable",
        "not_checked",
    ]
    assert list(data["facts"][0]) == ["name", "value", "raw", "document", "confidence", "location"]


def test_null_only_for_year_and_pages(data: dict[str, Any]) -> None:
    form, _, audit = data["documents"]
    assert (form["year"], form["pages"]) == (None, None)
    assert (audit["year"], audit["pages"]) == (2020, [2, 9])
    assert nulls(data) == {"year", "pages"}


def test_pages_only_glanced_at_are_told_and_nothing_is_said_where_all_was_read(
    report: Report, data: dict[str, Any]
) -> None:
    assert not any("glanced" in document for document in data["documents"])
    audit = report.documents[2].model_copy(update={"glanced": (5, 6)})
    told = report.model_copy(update={"documents": (*report.documents[:2], audit)})
    assert json.loads(to_json(told))["documents"][2]["glanced"] == [5, 6]
    assert "其中附注2页只看了页首和页尾" in to_html(told, "zh")
    assert "其中附注" not in to_html(report, "zh")


def nulls(value: Any, key: str = "") -> set[str]:
    if isinstance(value, dict):
        return set().union(*(nulls(v, k) for k, v in value.items()))
    if isinstance(value, list):
        return set().union(*(nulls(v, key) for v in value))
    return {key} if value is None else set()


def test_what_is_not_known_of_a_location_is_absent(data: dict[str, Any]) -> None:
    form, licence = data["results"][1]["evidence"]
    assert form["location"] == {"anchor": "table[0].cell[2,1]"}
    assert licence["location"] == {"page": 1, "bbox": [10.0, 20.0, 30.0, 40.0]}


def test_chinese_stands_as_it_is(report: Report) -> None:
    text = to_json(report)
    assert "法定代表人" in text
    assert text.endswith("}\n")
