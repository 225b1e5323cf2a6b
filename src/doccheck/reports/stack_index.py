"""The index of a stack as one HTML page: a table to sort and filter, a link to each report."""

from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from doccheck.reports import overview
from doccheck.reports.places import place_in_words
from doccheck.reports.stack import StackReport, StackResult
from doccheck.reports.wording.stack import UI
from doccheck.reports.wording.ui import Ui

SHOWN = ("fail", "review", "not_checked")
FOLDER = "submissions"


def to_index(report: StackReport, lang: str) -> str:
    """Return the index as one self-contained page; links lead into the folder beside it."""
    ui = Ui(lang)
    return _template().render(
        report=report,
        ui=ui,
        words={key: both[lang == "en"] for key, both in UI.items()},
        signs=overview.SIGNS,
        shown=[r for status in SHOWN for r in report.results if r.result.status == status],
        order={"fail": 0, "review": 1, "pass": 2},
        link=lambda slug: f"{FOLDER}/{quote(slug)}.html",
        places=lambda each: _places(each, ui),
        style=_style(),
    )


def _places(each: StackResult, ui: Ui) -> list[tuple[str, str]]:
    """Return where each piece of evidence stands, its submission before it, and its words."""
    return [
        (" · ".join(p for p in (name, place_in_words(e.file, e.location, ui.lang)) if p), e.text)
        for e, name in zip(each.result.evidence, each.submissions, strict=True)
    ]


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("doccheck.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("index.html.j2")


@cache
def _style() -> Markup:
    """Return the style sheet, which is ours and needs no escaping."""
    path = files("doccheck.reports") / "templates" / "report.css"
    return Markup(path.read_text(encoding="utf-8"))
