"""The report as one HTML file: no external resource, readable on paper and on a telephone."""

from doccheck.model.report import PageImages, Report
from doccheck.reports import overview, views
from doccheck.reports.crops import make_crops
from doccheck.reports.figures import figure_results
from doccheck.reports.matrix import matrix
from doccheck.reports.pages import own, template
from doccheck.reports.wording.ui import Ui

SHOWN_LINES = 5
"""Lines of a long text that are seen at once; the others are folded."""

WORST_SHOWN = 3
"""Findings that the first screen leads to; they are numbered by weight."""


def to_html(report: Report, lang: str, pictures: PageImages | None = None) -> str:
    """Return the report as one self-contained page, in the view of the report's role."""
    ui = Ui(lang)
    found = views.findings(report, ui)
    shown = views.OF_ROLE[report.submission.role]
    return template("report.html.j2").render(
        report=report,
        ui=ui,
        view=overview,
        views=views.VIEWS,
        shown=shown,
        sections=views.sections(found, shown),
        first=_first(found),
        worst=found[:WORST_SHOWN],
        crops=make_crops(report, pictures),
        figures=figure_results(report),
        signs=overview.SIGNS,
        groups={status: overview.of_status(report, status) for status in overview.SIGNS},
        matrix=matrix(report),
        shown_lines=SHOWN_LINES,
        max_places=overview.MAX_PLACES,
        style=own("report.css"),
        script=own("report.js"),
    )


def _first(found: tuple[views.Finding, ...]) -> dict[str, int]:
    """Return the number of the first finding of each status: where the counts lead to."""
    return {f.group[0].status: f.number for f in reversed(found)}
