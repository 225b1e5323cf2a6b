"""The report as one HTML file: no external resource, readable on paper and on a telephone."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from doccheck.model.report import Report
from doccheck.reports import overview
from doccheck.reports.matrix import matrix
from doccheck.reports.wording.ui import Ui


def to_html(report: Report, lang: str) -> str:
    """Return the report as one self-contained page."""
    ui = Ui(lang)
    return _template().render(
        report=report,
        ui=ui,
        view=overview,
        signs=overview.SIGNS,
        open_statuses=overview.OPEN,
        groups={status: overview.of_status(report, status) for status in overview.SIGNS},
        matrix=matrix(report),
        max_places=overview.MAX_PLACES,
        style=_style(),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("doccheck.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")


@cache
def _style() -> Markup:
    """Return the style sheet, which is ours and needs no escaping."""
    path = files("doccheck.reports") / "templates" / "report.css"
    return Markup(path.read_text(encoding="utf-8"))
