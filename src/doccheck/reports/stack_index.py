"""The index of a stack as one HTML page: charts, a table to sort and filter, what is across."""

from urllib.parse import quote

from doccheck.reports import charts, overview, sample
from doccheck.reports.pages import own, template
from doccheck.reports.places import place_in_words
from doccheck.reports.stack import Row, StackReport, StackResult
from doccheck.reports.wording.stack import UI
from doccheck.reports.wording.ui import Ui

SHOWN = ("fail", "review", "not_checked")
FOLDER = "submissions"
PAIRED = "STK03"
"""The rule whose evidence stands in pairs: the same passage or picture in two submissions."""

Words = dict[str, str]


def to_index(report: StackReport, lang: str, files: frozenset[str] = frozenset()) -> str:
    """Return the index as one self-contained page; links lead into the folder beside it.

    `files` are the paths, relative to the page, of what lies there for an official to take along.
    """
    ui = Ui(lang)
    words = {key: both[lang == "en"] for key, both in UI.items()}
    return template("index.html.j2").render(
        report=report,
        reason=_reason(report, words),
        ui=ui,
        words=words,
        signs=overview.SIGNS,
        shown=[r for status in SHOWN for r in report.results if r.result.status == status],
        order={"fail": 0, "review": 1, "pass": 2},
        link=lambda slug: f"{FOLDER}/{quote(slug)}.html",
        url=quote,
        places=lambda each: _places(each, ui),
        pairs=lambda each: _pairs(each, ui),
        quality=lambda row: _quality(row, words),
        bars={
            "chart_verdicts": charts.by_verdict(report.rows, ui),
            "chart_rules": charts.by_rule(report.rows, ui),
            "chart_reading": charts.by_reading(report.rows, words),
        },
        sampled=frozenset(report.sample.marked) if report.sample else frozenset(),
        about_sample=sample.in_words(report.sample, ui) if report.sample else "",
        files=sorted(files),
        style=own("report.css"),
        index_style=own("index.css"),
        script=own("index.js"),
    )


def _reason(report: StackReport, words: Words) -> str:
    """Say what the verdict of the stack rests on."""
    counts = {v: sum(row.verdict == v for row in report.rows) for v in ("fail", "review", "pass")}
    across = sum(r.result.status in SHOWN for r in report.results)
    return words["reason"].format(**counts, across=across)


Place = tuple[str, str]
"""Where something stands, its submission before it, and its words."""


def _places(each: StackResult, ui: Ui) -> list[Place]:
    return [
        (" · ".join(p for p in (name, place_in_words(e.file, e.location, ui.lang)) if p), e.text)
        for e, name in zip(each.result.evidence, each.submissions, strict=True)
    ]


def _pairs(each: StackResult, ui: Ui) -> list[tuple[Place, Place]]:
    """Return shared passages side by side, none where the evidence does not stand in pairs."""
    places = _places(each, ui)
    if each.result.rule != PAIRED or each.result.status == "pass":
        return []
    return list(zip(places[::2], places[1::2], strict=False))


def _quality(row: Row, words: Words) -> tuple[str, ...]:
    """Say how well a submission could be read: the less well, the more is said."""
    if not row.documents:
        return (words["quality_none"],)
    said = ["quality_scans" if row.scanned else "quality_native"]
    said += ["quality_unsure"] if row.unsure else []
    said += ["quality_unreadable"] if row.unreadable else []
    counts = {
        "documents": row.documents,
        "scanned": row.scanned,
        "unsure": row.unsure,
        "unreadable": row.unreadable,
    }
    return tuple(words[key].format(**counts) for key in said)
