"""SARIF: `kind` and `level`, and what the OASIS schema 2.1.0 requires of the parts we write.

Checked against the schema itself (`tests/vendor/sarif`); the sets below keep what we write small.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from doccheck.model.report import Report
from doccheck.reports.sarif import to_sarif, uri

ALLOWED: dict[str, set[str]] = {
    "log": {"$schema", "version", "runs"},
    "run": {
        "tool", "invocations", "automationDetails", "columnKind", "artifacts", "results", "properties",
    },
    "result": {
        "ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints",
        "properties", "baselineState", "suppressions",
    },
    "location": {"physicalLocation", "logicalLocations", "message", "properties"},
    "rule": {"id", "name", "shortDescription", "fullDescription"},
}  # fmt: skip
KINDS = {"notApplicable", "pass", "fail", "review", "open", "informational"}
LEVELS = {"none", "note", "warning", "error"}

SCHEMA = Path(__file__).parents[1] / "vendor" / "sarif" / "sarif-2.1.0-rtm.5.json"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_log_is_valid_against_the_schema(report: Report, lang: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    faults = Draft4Validator(schema).iter_errors(json.loads(to_sarif(report, lang)))
    assert [f"{list(f.path)}: {f.message}" for f in faults] == []


@pytest.fixture
def run(report: Report) -> dict[str, Any]:
    log = json.loads(to_sarif(report, "zh"))
    assert set(log) == ALLOWED["log"]
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    return dict(only)


def test_kinds_and_levels(run: dict[str, Any]) -> None:
    found = [(r["kind"], r["level"]) for r in run["results"]]
    assert found == [
        ("pass", "none"), ("fail", "error"), ("review", "none"), ("open", "none"), ("fail", "note"),
    ]  # fmt: skip


def test_the_shape_is_the_standards(run: dict[str, Any]) -> None:
    assert set(run) <= ALLOWED["run"]
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    rules = run["tool"]["driver"]["rules"]
    assert all(set(rule) <= ALLOWED["rule"] for rule in rules)
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert set(result) <= ALLOWED["result"]
        assert result["kind"] in KINDS and result["level"] in LEVELS
        assert result["level"] == "none" or result["kind"] == "fail"
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert all(isinstance(v, str) for v in result["partialFingerprints"].values())


def test_places_name_a_file_that_is_listed(run: dict[str, Any]) -> None:
    for result in run["results"]:
        for location in result["locations"]:
            assert set(location) <= ALLOWED["location"]
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]


def test_uris_and_times_are_well_formed(run: dict[str, Any]) -> None:
    for artifact in run["artifacts"]:
        assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", artifact["location"]["uri"])
        assert re.fullmatch(r"[0-9a-f]{64}", artifact["hashes"]["sha-256"])
        assert re.fullmatch(r"[^/]+/.+", artifact["mimeType"])
    assert re.fullmatch(r"[\d-]+T[\d:]+Z", run["invocations"][0]["endTimeUtc"])


def test_uri() -> None:
    assert uri("a.zip!/附件/b c.pdf") == "a.zip%21/%E9%99%84%E4%BB%B6/b%20c.pdf"
