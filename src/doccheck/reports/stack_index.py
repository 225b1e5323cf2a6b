"""The index of a stack as one HTML page: a table to sort and filter, a link to each report."""

from urllib.parse import quote

from doccheck.reports import overview
from doccheck.reports.pages import own, template
from doccheck.reports.places import place_in_words
from doccheck.reports.stack import StackReport, StackResult
from doccheck.reports.wording.stack import UI
from doccheck.reports.wording.ui import Ui

SHOWN = ("fail", "review", "not_checked")
FOLDER = "submissions"


def to_index(report: StackReport, lang: str) -> str:
    """Return the index as one self-contained page; links lead into the folder beside it."""
    ui = Ui(lang)
    return template("index.html.j2").render(
        report=report,
        ui=ui,
        words={key: both[lang == "en"] for key, both in UI.items()},
        signs=overview.SIGNS,
        shown=[r for status in SHOWN for r in report.results if r.result.status == status],
        order={"fail": 0, "review": 1, "pass": 2},
        link=lambda slug: f"{FOLDER}/{quote(slug)}.html",
        places=lambda each: _places(each, ui),
        style=own("report.css"),
    )


def _places(each: StackResult, ui: Ui) -> list[tuple[str, str]]:
    """Return where each piece of evidence stands, its submission before it, and its words."""
    return [
        (" · ".join(p for p in (name, place_in_words(e.file, e.location, ui.lang)) if p), e.text)
        for e, name in zip(each.result.evidence, each.submissions, strict=True)
    ]
