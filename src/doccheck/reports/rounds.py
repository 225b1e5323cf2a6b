"""The second round: what became of each point, and what the first round missed.

Points are matched by rule, field and value, never by page: a mended file has other pages.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from doccheck.errors import DoccheckError
from doccheck.model.report import (
    SCHEMA_VERSION,
    Report,
    ReportResult,
    RoundItem,
    RoundState,
    SecondRound,
)
from doccheck.reports.overview import waived
from doccheck.reports.wording.ui import Ui

OPEN = ("fail", "review")
"""What the applicant was asked about; `not_checked` was not put to him."""

MET = ("pass", "not_applicable")
ORDER: tuple[RoundState, ...] = ("not_mended", "unclear", "new", "missed", "mended", "withdrawn")

MAX_BYTES = 64 * 2**20


class Key(NamedTuple):
    """What makes two results the same point: rule, field, subject."""

    id: str
    target: str
    subject: str


Pair = tuple[ReportResult | None, ReportResult | None]


def read_report(path: Path) -> Report:
    """Read a JSON report of an earlier round; DoccheckError where it is none."""
    advice = "请用 doccheck check … -o 上一轮.json 得到的文件"
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DoccheckError("上一轮的报告过大", str(path), advice)
        data = json.loads(path.read_text(encoding="utf-8"))
        version = data.get("schema_version") if isinstance(data, dict) else None
        if version != SCHEMA_VERSION:
            raise DoccheckError(f"报告格式 {version} 读不了", str(path), advice)
        return Report.model_validate_json(json.dumps(data))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DoccheckError(f"读不到上一轮的报告：{reason}", str(path), advice) from error
    except (ValidationError, ValueError, RecursionError) as error:
        raise DoccheckError("这不是 doccheck 的 JSON 报告", str(path), advice) from error


def with_round(report: Report, previous: Report | None, lang: str) -> Report:
    """Return the report with the comparison to an earlier one of the same programme."""
    if previous is None:
        return report
    if previous.program.id != report.program.id:
        what = f"上一轮用的是方案 {previous.program.id}，这一轮是 {report.program.id}"
        raise DoccheckError(what, "--since", "请给出同一方案的报告")
    known = _Known(previous)
    items = [_item(pair, known, report, lang) for pair in _pairs(previous.results, report.results)]
    found = [i for i in items if i is not None]
    found.sort(key=lambda i: ORDER.index(i.state))
    comparison = SecondRound(
        checked_at=previous.submission.checked_at,
        as_of=previous.submission.as_of,
        version=previous.tool.version,
        items=tuple(found),
    )
    return report.model_copy(update={"second_round": comparison})


class _Known:
    """What the first round had before it: files by content, words by point and kind of document."""

    def __init__(self, previous: Report) -> None:
        self._hashes = {f.sha256 for f in previous.files if f.sha256}
        kinds = {d.id: d.kind for d in previous.documents}
        self._words: dict[Key, set[tuple[str, str]]] = {}
        for result in previous.results:
            said = {(kinds.get(e.document or "", ""), e.text) for e in result.evidence if e.text}
            self._words.setdefault(_key(result), set()).update(said)
        self._facts = {(f.name, kinds.get(f.document, ""), f.raw) for f in previous.facts}

    def unchanged(self, result: ReportResult, report: Report) -> bool:
        """Return whether everything that a result rests on stood there in the first round."""
        hashes = {f.path: f.sha256 for f in report.files if f.status != "skipped"}
        if not result.evidence:  # something missing: our miss if no file is new
            return bool(hashes) and all(h in self._hashes for h in hashes.values())
        kinds = {d.id: d.kind for d in report.documents}
        return all(
            hashes.get(e.file, "") in self._hashes
            or self._stood_there(result, kinds.get(e.document or "", ""), e.text)
            for e in result.evidence
        )

    def _stood_there(self, result: ReportResult, kind: str, text: str) -> bool:
        return bool(text) and (
            (kind, text) in self._words.get(_key(result), set())
            or (result.target, kind, text) in self._facts
        )


def _key(result: ReportResult) -> Key:
    return Key(result.id, result.target, result.subject)


def _pairs(before: Iterable[ReportResult], now: Iterable[ReportResult]) -> list[Pair]:
    """Match results by key; of several with one key, those with the same value first."""
    left: dict[Key, list[ReportResult]] = {}
    for result in before:
        left.setdefault(_key(result), []).append(result)
    pairs: list[Pair] = []
    rest: list[ReportResult] = []
    for result in now:
        same = next((r for r in left.get(_key(result), ()) if r.actual == result.actual), None)
        if same is None:
            rest.append(result)
        else:
            left[_key(result)].remove(same)
            pairs.append((same, result))
    for result in rest:
        waiting = left.get(_key(result), [])
        pairs.append((waiting.pop(0) if waiting else None, result))
    return pairs + [(result, None) for results in left.values() for result in results]


def _item(pair: Pair, known: _Known, report: Report, lang: str) -> RoundItem | None:
    before, now = pair
    state = _state(before, now, known, report)
    shown = now or before
    if state is None or shown is None:
        return None
    return RoundItem(
        state=state,
        id=shown.id,
        rule=shown.rule,
        subject=shown.subject,
        before=before.message if before else "",
        now=_said_now(now, Ui(lang)),
    )


def _said_now(now: ReportResult | None, ui: Ui) -> str:
    """Return what is said of a point in this round; that it is waived is never left out."""
    if now is None:
        return ui("round.gone")
    return " ".join(part for part in (now.message, waived(now, ui)) if part)


def _state(
    before: ReportResult | None, now: ReportResult | None, known: _Known, report: Report
) -> RoundState | None:
    """Return what became of a point, None for one that was and is no point."""
    was_open = before is not None and before.status in OPEN
    if now is None:
        if not was_open or before is None:
            return None
        return "mended" if any(r.id == before.id for r in report.results) else "unclear"
    if was_open and before is not None:
        if now.status in MET:
            return "withdrawn" if known.unchanged(now, report) else "mended"
        return "not_mended" if now.status in (before.status, "fail") else "unclear"
    if now.status not in OPEN:
        return None
    return "missed" if known.unchanged(now, report) else "new"
