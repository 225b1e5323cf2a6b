"""What every written form shows alike: groups of results, the verdict's reason, certainty."""

from collections.abc import Iterable
from typing import get_args

from doccheck.model.places import ASSERTED, CERTAIN
from doccheck.model.report import EvidenceItem, Report, ReportResult, RoundState, WaiverUse
from doccheck.model.result import Status
from doccheck.reports.places import place_in_words
from doccheck.reports.wording.ui import Ui

OPEN: tuple[Status, ...] = ("fail", "review", "not_checked")
"""What somebody has to look at, the most pressing first."""

SIGNS: dict[Status, str] = {
    "fail": "✗", "review": "？", "not_checked": "–", "pass": "✓", "not_applicable": "○",
}  # fmt: skip
"""A sign beside every colour: the report is read in black and white too."""

MAX_PLACES = 3
"""Places shown on a finding itself; the rest stand in its evidence."""

QUOTE_LENGTH = 36
"""Characters quoted beside a place: enough to search for in the original."""

LONG = 90
"""Characters that are read at one glance; a longer text of several parts is set as a list."""

FEWEST_LINES = 3

_WEIGHT = {"error": 0, "warning": 1, "info": 2}


def of_status(report: Report, status: Status) -> tuple[ReportResult, ...]:
    """Return the results with a status, the weightiest first, else in the programme's order."""
    chosen = (r for r in report.results if r.status == status)
    return tuple(sorted(chosen, key=lambda r: _WEIGHT[r.severity]))


Group = tuple[ReportResult, ...]


def folded(results: Group) -> tuple[Group, ...]:
    """Return results in groups: what one and the same cause keeps open is one finding."""
    groups: dict[tuple[object, ...], list[ReportResult]] = {}
    for place, result in enumerate(results):
        groups.setdefault(_cause(result) or (place,), []).append(result)
    return tuple(tuple(group) for group in groups.values())


def _cause(result: ReportResult) -> tuple[object, ...]:
    """Return what several results may have in common, empty where each stands for itself.

    The same reason not to check, or the same places that were not read surely.
    """
    if result.status == "not_checked":
        return (result.subject, result.message)
    unsure = any(e.confidence < CERTAIN for e in result.evidence)
    if result.status != "review" or result.waiver or not unsure:
        return ()
    return (result.subject, *((e.file, e.location, e.text) for e in result.evidence))


def affected(group: Group, ui: Ui) -> str:
    """Return what a group of results asks, each with its clause."""
    said = dict.fromkeys(ui("count", title=ui.rule(r.rule), n=r.clause) for r in group)
    return listed(said, ui)


def listed(said: Iterable[str], ui: Ui) -> str:
    """Return texts as one, each once, empty ones left out."""
    joint = "；" if ui.lang == "zh" else "; "
    return joint.join(dict.fromkeys(one for one in said if one))


def in_lines(text: str) -> tuple[str, ...]:
    """Return a text as lines: a long one broken where its parts end, brackets kept whole."""
    if len(text) <= LONG:
        return (text,)
    lines, depth = [""], 0
    for before, sign in zip(" " + text, text, strict=False):
        depth += (sign in "（(“") - (sign in "）)”")
        if depth <= 0 and before in "；;" and sign.strip():
            lines.append("")
        lines[-1] += sign
    return tuple(lines) if len(lines) >= FEWEST_LINES else (text,)


def rows(group: Group, ui: Ui) -> dict[str, str]:
    """Return what is said of a finding below its message, by key of its label."""
    result = group[0]
    if result.status == "not_checked":
        said = {"actual": result.actual, "expected": result.expected, "fix": result.fix}
        found = {**said, "affected": affected(group, ui)}
    else:
        told = {key: [getattr(r, key) for r in group] for key in ("actual", "expected", "fix")}
        told["clause"] = [ui("count", title=r.clause, n=ui.rule(r.rule)) for r in group]
        found = {key: listed(said, ui) for key, said in told.items()}
    found["waiver"] = waived(result, ui)
    return {key: value for key, value in found.items() if value}


def reason(report: Report, ui: Ui) -> str:
    """Return why the verdict is what it is, in one sentence."""
    parts = _open_ends(report, ui) if report.results else [ui("reason.nothing")]
    verdict = report.summary.verdict
    if verdict == "pass":
        parts = [ui("reason.passed", n=report.summary.counts.passed), *parts, *_left_to(report, ui)]
    return ui(f"reason.{verdict}", ui("reason.joint").join(parts))


def _open_ends(report: Report, ui: Ui) -> list[str]:
    standing = [r for r in report.results if r.waiver is None]
    failed = [r.severity for r in standing if r.status == "fail"]
    numbers = {
        "reason.errors": failed.count("error"),
        "reason.warnings": len(failed) - failed.count("error"),
        "reason.review_count": sum(r.status == "review" for r in standing),
        "reason.not_checked": sum(r.status == "not_checked" for r in standing),
        "reason.waived": len(report.results) - len(standing),
    }
    return [ui(key, n=n) for key, n in numbers.items() if n]


def _left_to(report: Report, ui: Ui) -> list[str]:
    coverage = report.summary.coverage
    numbers = {"reason.person": coverage.person, "reason.nobody": coverage.not_implemented}
    return [ui(key, n=n) for key, n in numbers.items() if n]


def coverage_in_words(report: Report, ui: Ui) -> str:
    """Return who looks after how many of the notice's requirements."""
    c = report.summary.coverage
    total = c.machine + c.person + c.not_implemented
    return ui("coverage", total=total, machine=c.machine, person=c.person, none=c.not_implemented)


def where(item: EvidenceItem, ui: Ui) -> str:
    """Return an evidence's place in words."""
    return place_in_words(item.file, item.location, ui.lang)


def places(result: ReportResult, ui: Ui) -> tuple[str, ...]:
    """Return the places of a result, each once, in order."""
    return evidence_places(result.evidence, ui)


def evidence_places(evidence: tuple[EvidenceItem, ...], ui: Ui) -> tuple[str, ...]:
    """Return the places of evidence in words, each once, in order."""
    return tuple(dict.fromkeys(w for e in evidence if (w := where(e, ui))))


def quoted_places(result: ReportResult, ui: Ui) -> tuple[tuple[str, str], ...]:
    """Return the places of a result with what is printed there, shortened, each place once."""
    quotes: dict[str, str] = {}
    for item in result.evidence:
        quotes.setdefault(where(item, ui), _shortened(item.text))
    return tuple((place, quote) for place, quote in quotes.items() if place)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTE_LENGTH else line[: QUOTE_LENGTH - 1] + "…"


def sure(result: ReportResult, ui: Ui) -> str:
    """Return how reliable the weakest reading is, empty where nothing was read.

    What is said against a submission needs a surer reading than what is found in order.
    """
    if not result.evidence:
        return ""
    weakest = min(e.confidence for e in result.evidence)
    needed = CERTAIN if result.status in ("pass", "not_applicable") else ASSERTED
    key = "sure.certain" if weakest >= needed else "sure.uncertain"
    return ui(key, p=f"{weakest:.0%}")


def not_fully_read(report: Report) -> int:
    """Return how many documents hold pages that had to be recognised from pictures."""
    return sum(d.text_source != "native" for d in report.documents)


def about(report: Report, ui: Ui) -> dict[str, str]:
    """Return what was checked against what, by key of its label."""
    submission = report.submission
    return {
        "field.enterprise": submission.enterprise_name or ui("field.unknown"),
        "field.program": f"{report.program.title}  [{report.program.id}]",
        "field.notice": report.program.notice,
        "field.as_of": f"{submission.as_of}  {ui('role.' + submission.role)}",
        "field.path": submission.path,
    }


def version(report: Report, ui: Ui) -> str:
    """Return which doccheck made the report, by which programme."""
    name, number = report.tool.name, report.tool.version
    program, schema = report.program.id, report.schema_version
    return ui("version", name=name, version=number, program=program, schema=schema)


def waived(result: ReportResult, ui: Ui) -> str:
    """Return why, by whom and until when a result is waived, empty where it is not."""
    w = result.waiver
    return ui("waiver.said", w.reason, w.person, w.until.isoformat()) if w else ""


def round_states(report: Report) -> dict[tuple[str, str], RoundState]:
    """Return what became of each point since the first round, by its rule's id and subject."""
    items = report.second_round.items if report.second_round else ()
    return {(i.id, i.subject): i.state for i in items}


def round_counts(report: Report, ui: Ui) -> str:
    """Return how many points were mended, and so on, in one line; empty without a first round."""
    if report.second_round is None:
        return ""
    states = [i.state for i in report.second_round.items]
    said = {s: states.count(s) for s in get_args(RoundState)}
    words = (ui("round.counts", title=ui(f"round.{s}"), n=n) for s, n in said.items() if n)
    return " · ".join(words)


def waiver_in_words(use: WaiverUse, ui: Ui) -> str:
    """Return a waiver and what became of it."""
    w = use.waiver
    rule = " ".join(part for part in (w.rule, w.subject, w.enterprise) if part)
    said = ui("waiver.said", w.reason, w.person, w.until.isoformat())
    return f"{rule}{ui('colon')}{said} · {ui('waiver.' + use.state, n=use.results)}"
