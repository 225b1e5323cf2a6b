"""The report on a stack: its submissions, what was found across them, the verdict of all."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from doccheck.checks.stack_view import StackJudged
from doccheck.model.places import CERTAIN
from doccheck.model.program import Program
from doccheck.model.report import Part, Report, ReportResult, Summary, Verdict
from doccheck.model.result import Judged
from doccheck.reports.compose import put_into_words
from doccheck.reports.json_report import as_dict, location_dict
from doccheck.reports.sample import Sample, sample_dict
from doccheck.reports.summary import coverage, verdict

WORST: tuple[Verdict, ...] = ("fail", "review", "pass")
FINDINGS_SHOWN = 3
FINDING_LENGTH = 90
"""Characters of a finding on the index; the whole of it stands in the submission's report."""


class StackResult(Part):
    """An answer across submissions; `submissions` names each evidence's, "" for the stack's own."""

    result: ReportResult
    submissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One submission on the index: what an official sees before opening its report.

    Attributes:
        findings: the worst, shortened. trouble: why it was not checked, else empty.
        documents: how many were recognised; `scanned` of them are scans.
        unreadable: files that could not be read. unsure: values read with doubt.
        failed: catalogue rules that it does not meet.
    """

    name: str
    slug: str
    enterprise: str
    verdict: Verdict
    counts: Mapping[str, int]
    findings: tuple[str, ...]
    scanned: int = 0
    unreadable: int = 0
    trouble: str = ""
    documents: int = 0
    unsure: int = 0
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StackReport:
    """Everything about a stack but its submissions' own reports.

    `head` is the report on the papers in the stack's root: programme, files, documents.
    """

    head: Report
    rows: tuple[Row, ...]
    results: tuple[StackResult, ...]
    summary: Summary
    sample: Sample | None = None


def in_words(judged: tuple[StackJudged, ...], lang: str) -> tuple[StackResult, ...]:
    """Return the answers across submissions in words."""
    return tuple(
        StackResult(
            result=put_into_words(Judged(j.rule, j.answer.outcome), lang),
            submissions=j.answer.submissions,
        )
        for j in judged
    )


def row_of(name: str, slug: str, report: Mapping[str, Any], trouble: str = "") -> Row:
    """Return the row of a submission from its report."""
    results = report["results"]
    weight = {"error": 0, "warning": 1, "info": 2}
    rank = {"fail": 0, "review": 1, "not_checked": 2}
    opened = [r for r in results if r["status"] in rank and r["severity"] != "info"]
    opened.sort(key=lambda r: (rank[r["status"]], weight[r["severity"]]))
    return Row(
        name=name,
        slug=slug,
        enterprise=report["submission"]["enterprise_name"],
        verdict=report["summary"]["verdict"],
        counts=report["summary"]["counts"],
        findings=tuple(_shortened(r["message"]) for r in opened[:FINDINGS_SHOWN]),
        scanned=sum(d["text_source"] != "native" for d in report["documents"]),
        unreadable=sum(f["status"] == "unreadable" for f in report["files"]),
        trouble=trouble,
        documents=len(report["documents"]),
        unsure=sum(f["confidence"] < CERTAIN for f in report["facts"]),
        failed=tuple(sorted({r["rule"] for r in results if r["status"] == "fail"})),
    )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= FINDING_LENGTH else line[: FINDING_LENGTH - 1] + "…"


def summary_of(
    rows: tuple[Row, ...], results: tuple[StackResult, ...], program: Program
) -> Summary:
    """Return the worst verdict, and the counts over the submissions and across them."""
    verdicts = {r.verdict for r in rows}
    if results:
        verdicts.add(verdict(r.result for r in results))
    total = Counter[str](r.result.status for r in results)
    for row in rows:
        total.update(row.counts)
    return Summary.model_validate(
        {
            "verdict": next((v for v in WORST if v in verdicts), "review"),
            "counts": dict(total),
            "coverage": coverage(program).model_dump(),
        }
    )


def result_dict(each: StackResult) -> dict[str, Any]:
    """Return an answer as plain data: the contract's, with `submission` beside `document`."""
    result = each.result
    data = result.model_dump(exclude={"evidence", "search", "material", "waiver"})
    data["evidence"] = [
        {
            **({"submission": submission} if submission else {}),
            **({"document": e.document} if e.document else {}),
            "location": location_dict(e.location),
            "text": e.text,
            "confidence": e.confidence,
            **({"file": e.file} if e.file else {}),
        }
        for e, submission in zip(result.evidence, each.submissions, strict=True)
    ]
    return data | ({"search": result.search.model_dump(mode="json")} if result.search else {})


def chunks(stack: StackReport, submissions: Iterable[str]) -> Iterator[str]:
    """Yield the stack's report as JSON, one submission at a time: thousands need no memory.

    `submissions` are their reports as `to_json` writes them.
    """
    head = stack.head
    own = as_dict(head)
    about = {
        "path": head.submission.path,
        "submissions": len(stack.rows),
        "files": own["files"],
    }
    start = {k: own[k] for k in ("schema_version", "tool", "program")} | {"stack": about}
    yield _dump(start)[:-2] + ',\n  "submissions": [\n'
    for number, each in enumerate(submissions):
        yield (",\n" if number else "") + each.rstrip()
    end = {
        "results": [result_dict(r) for r in stack.results],
        "summary": stack.summary.model_dump(by_alias=True),
        **({"sample": sample_dict(stack.sample)} if stack.sample else {}),
    }
    yield "\n  ],\n" + _dump(end)[2:] + "\n"


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
