"""Figures of a stack's charts: labelled bars, the template draws them."""

from collections import Counter
from typing import NamedTuple

from doccheck.model.report import Verdict
from doccheck.reports.stack import Row
from doccheck.reports.wording.ui import Ui

RULES_SHOWN = 8
VERDICTS: tuple[Verdict, ...] = ("fail", "review", "pass")


class Bar(NamedTuple):
    """A bar: label, number, its length as a share of the longest, its colour's name."""

    label: str
    number: int
    length: float
    colour: str


def by_verdict(rows: tuple[Row, ...], ui: Ui) -> tuple[Bar, ...]:
    """Return how many submissions have which verdict."""
    counts = Counter(row.verdict for row in rows)
    return _bars([(ui(f"verdict.{v}"), counts[v], v) for v in VERDICTS])


def by_rule(rows: tuple[Row, ...], ui: Ui) -> tuple[Bar, ...]:
    """Return the rules that most submissions fail, the most frequent first."""
    counts = Counter(rule for row in rows for rule in row.failed)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:RULES_SHOWN]
    return _bars([(ui.rule(rule), count, "fail") for rule, count in ranked])


def by_reading(rows: tuple[Row, ...], words: dict[str, str]) -> tuple[Bar, ...]:
    """Return how many submissions are digital, hold scans, hold files that could not be read."""
    counts = Counter(_reading(row) for row in rows)
    kinds = (("native", "pass"), ("scans", "review"), ("unreadable", "fail"))
    return _bars([(words[f"reading_{kind}"], counts[kind], colour) for kind, colour in kinds])


def _reading(row: Row) -> str:
    if row.unreadable or not row.documents:
        return "unreadable"
    return "scans" if row.scanned else "native"


def _bars(counted: list[tuple[str, int, str]]) -> tuple[Bar, ...]:
    longest = max((count for _, count, _ in counted), default=0) or 1
    return tuple(Bar(label, count, count / longest, colour) for label, count, colour in counted)
