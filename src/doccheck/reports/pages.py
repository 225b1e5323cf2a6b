"""The HTML templates and their own style and script, for every page that is written."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup


@cache
def template(name: str) -> Template:
    """Return a template; everything filled in is escaped, and nothing may be left undefined."""
    environment = Environment(
        loader=PackageLoader("doccheck.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def own(name: str) -> Markup:
    """Return a style sheet or script, which are ours and need no escaping."""
    path = files("doccheck.reports") / "templates" / name
    return Markup(path.read_text(encoding="utf-8"))
