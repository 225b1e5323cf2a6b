"""Which answers are about figures: what the table of recomputed figures shows."""

from doccheck.model.report import Report, ReportResult

ABOUT_FIGURES = ("FIN01", "FIN02", "FIN03", "FIN04", "FIN06", "ELI02", "ELI04")
"""Catalogue rules that hold a figure against another one or compute it again."""


def figure_results(report: Report) -> tuple[ReportResult, ...]:
    """Return the answers about figures that were looked at, in the programme's order."""
    return tuple(
        r
        for r in report.results
        if r.rule in ABOUT_FIGURES and r.status in ("pass", "fail", "review")
    )
