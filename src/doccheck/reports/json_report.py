"""The report as JSON: exactly the contract's keys and order (§3), additions after them."""

import json
from typing import Any

from doccheck.model.report import (
    EvidenceItem,
    Fact,
    Location,
    ProgramInfo,
    Report,
    ReportDocument,
    ReportResult,
)


def to_json(report: Report) -> str:
    """Return the report as a JSON text, readable, with a newline at its end."""
    return json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """Return the report as plain data; keys that hold nothing are left out where allowed."""
    return {
        "schema_version": report.schema_version,
        "tool": report.tool.model_dump(),
        "program": _program(report.program),
        "submission": report.submission.model_dump(),
        "files": [f.model_dump() for f in report.files],
        "documents": [document_dict(d) for d in report.documents],
        "facts": [fact_dict(f) for f in report.facts],
        "results": [_result(r) for r in report.results],
        "checkpoints": [c.model_dump() for c in report.checkpoints],
        "not_implemented": [u.model_dump() for u in report.not_implemented],
        "materials": list(report.materials),
        **_given(
            {
                "waivers": [w.model_dump(mode="json") for w in report.waivers],
                "second_round": report.second_round and report.second_round.model_dump(),
            }
        ),
        "summary": report.summary.model_dump(by_alias=True),
    }


def _program(program: ProgramInfo) -> dict[str, Any]:
    more = {"issuer": program.issuer, "deadline": program.deadline}
    return program.model_dump(exclude=set(more)) | _given(more)


def document_dict(document: ReportDocument) -> dict[str, Any]:
    """Return a logical document; `year` and `pages` are null where there are none."""
    contract = {
        "id": document.id,
        "file": document.file,
        "kind": document.kind,
        "year": document.year,
        "pages": list(document.pages) if document.pages else None,
        "text_source": document.text_source,
        "confidence": document.confidence,
    }
    more = {
        "title": document.title,
        "runner_up": document.runner_up,
        "why": document.why,
        "glanced": list(document.glanced),
    }
    return contract | _given(more)


def fact_dict(fact: Fact) -> dict[str, Any]:
    """Return a fact."""
    return fact.model_dump(exclude={"location"}) | {"location": location_dict(fact.location)}


def location_dict(location: Location) -> dict[str, Any]:
    """Return a location; what is not known is absent."""
    return location.model_dump(mode="json", exclude_none=True)


def _result(result: ReportResult) -> dict[str, Any]:
    contract = result.model_dump(exclude={"evidence", "search", "material", "waiver"})
    contract["evidence"] = [_evidence(e) for e in result.evidence]
    more = {
        "search": result.search and result.search.model_dump(mode="json"),
        "material": result.material,
        "waiver": result.waiver and result.waiver.model_dump(mode="json"),
    }
    return contract | _given(more)


def _evidence(item: EvidenceItem) -> dict[str, Any]:
    document = {"document": item.document} if item.document else {}
    return {
        **document,
        "location": location_dict(item.location),
        "text": item.text,
        "confidence": item.confidence,
        **_given({"file": item.file, "note": item.note}),
    }


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
