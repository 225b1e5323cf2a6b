"""The report as SARIF 2.1.0 (OASIS), for tools that gather findings."""

import json
from typing import Any
from urllib.parse import quote

from doccheck.model.program import Severity
from doccheck.model.report import EvidenceItem, Report, ReportResult
from doccheck.model.result import Status
from doccheck.reports.wording.catalogue import RULES
from doccheck.reports.wording.ui import Ui

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

KINDS: dict[Status, str] = {
    "pass": "pass", "fail": "fail", "review": "review", "not_checked": "open",
    "not_applicable": "notApplicable",
}  # fmt: skip
"""SARIF §3.27.9: `open` is for what could not be decided for want of information."""

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
"""SARIF §3.27.10; any kind but `fail` has the level `none`."""

BASELINES = {"not_mended": "unchanged", "unclear": "updated", "new": "new", "missed": "new"}
"""SARIF §3.27.24, for a second round."""


def to_sarif(report: Report, lang: str) -> str:
    """Return the report as SARIF, one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, Ui(lang))]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report, ui: Ui) -> dict[str, Any]:
    codes = list(dict.fromkeys(r.rule for r in report.results))
    artifacts = {f.path: n for n, f in enumerate(report.files)}
    states = _baseline(report)
    return {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "language": "zh-CN" if ui.lang == "zh" else "en",
                "rules": [_rule(code, ui) for code in codes],
            }
        },
        "invocations": [
            {"executionSuccessful": True, "endTimeUtc": report.submission.checked_at},
        ],
        "automationDetails": {"id": f"{report.program.id}/"},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": uri(f.path)}, "mimeType": f.media_type} | _hashes(f.sha256)
            for f in report.files
        ],
        "results": [_result(r, codes, artifacts, states) for r in report.results],
        "properties": {
            "verdict": report.summary.verdict,
            "program": report.program.id,
            "enterprise": report.submission.enterprise_name,
            "asOf": report.submission.as_of,
        },
    }


def uri(path: str) -> str:
    """Return a path as a relative URI reference; no colon or dot segment survives."""
    return "/".join(quote(part, safe="") for part in path.split("/"))


def _hashes(sha256: str) -> dict[str, Any]:
    return {"hashes": {"sha-256": sha256}} if sha256 else {}


def _rule(code: str, ui: Ui) -> dict[str, Any]:
    words = RULES[code]
    zh = ui.lang == "zh"
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in Ui("en").rule(code).split()),
        "shortDescription": {"text": words.title if zh else ui.rule(code)},
        "fullDescription": {"text": words.asks if zh else words.asks_en},
    }


def _baseline(report: Report) -> dict[tuple[str, str], str]:
    items = report.second_round.items if report.second_round else ()
    return {(i.id, i.subject): BASELINES[i.state] for i in items if i.state in BASELINES}


def _result(
    result: ReportResult,
    codes: list[str],
    artifacts: dict[str, int],
    states: dict[tuple[str, str], str],
) -> dict[str, Any]:
    failed = result.status == "fail"
    fingerprint = "/".join((result.id, result.target, result.subject))
    found: dict[str, Any] = {
        "ruleId": result.rule,
        "ruleIndex": codes.index(result.rule),
        "kind": KINDS[result.status],
        "level": LEVELS[result.severity] if failed else "none",
        "message": {"text": " ".join((result.message, result.fix)).strip()},
        "locations": [_location(e, artifacts) for e in result.evidence if e.file in artifacts],
        "partialFingerprints": {"doccheck/v1": fingerprint},
        "properties": {
            "id": result.id, "clause": result.clause, "severity": result.severity,
            "subject": result.subject, "expected": result.expected, "actual": result.actual,
        },
    }  # fmt: skip
    state = states.get((result.id, result.subject))
    if state:
        found["baselineState"] = state
    if result.waiver:
        found["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": result.waiver.reason}
        ]
    return found


def _location(item: EvidenceItem, artifacts: dict[str, int]) -> dict[str, Any]:
    """Return a place: file, and page, box and anchor as properties; SARIF counts lines, not pages.

    The page is also a logical location, which viewers show.
    """
    place = item.location
    physical = {"artifactLocation": {"uri": uri(item.file), "index": artifacts[item.file]}}
    found: dict[str, Any] = {"physicalLocation": physical}
    named = [f"page {place.page}"] if place.page else []
    named += [place.anchor] if place.anchor else []
    if named:
        found["logicalLocations"] = [{"fullyQualifiedName": f"{item.file}#{' '.join(named)}"}]
    if item.text:
        found["message"] = {"text": item.text}
    more = place.model_dump(mode="json", exclude_none=True) | {"confidence": item.confidence}
    return found | {"properties": more}
