"""Is a form's printed title the one that the notice asks for: this programme, this year?"""

import itertools
import re
from typing import Literal, NamedTuple

from doccheck.checks.view import View
from doccheck.model.document import Paragraph, walk_paragraphs
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Place
from doccheck.model.program import DocumentSpec
from doccheck.text import match, names
from doccheck.text.divisions import leading_division
from doccheck.text.normalise import clean, key

TitleKind = Literal["same", "unknown", "year", "other"]
ORDER: tuple[TitleKind, ...] = ("same", "unknown", "year", "other")
"""From the best to the worst: of two copies of a form the better title counts."""

HEAD = 8  # paragraphs at a document's start among which its title stands
LONGEST = 60  # characters of a title
ALIKE = 0.9  # likeness of two titles, years left out, that are the same words

_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_FORM_AT_END = re.compile(r"(?:申报|申请|推荐|验收|评分|打分)(?:表|书|材料)(?:\([^()]*\))?$")


class Verdict(NamedTuple):
    """What a form's title turned out to be, and the line that says so."""

    kind: TitleKind
    text: str
    place: Place


def judge(view: View, document: LogicalDocument, spec: DocumentSpec) -> Verdict:
    """Return the best verdict over the lines that may be the document's title."""
    wanted = spec.titles or (spec.title,)
    lines = _candidates(view, document)
    verdicts = [Verdict(_kind(view, text, wanted), text, place) for text, place in lines]
    for kind in ("same", "year", "other"):
        for verdict in verdicts:
            if verdict.kind == kind:
                return verdict
    text, place = lines[0] if lines else (document.title, view.cite(document).place)
    return Verdict("unknown", text, place)


def _candidates(view: View, document: LogicalDocument) -> list[tuple[str, Place]]:
    """Return the printed title, the first lines, and each of them with the line after it."""
    lines = _first_lines(document)
    found = [(clean(p.text), p.place) for p in lines]
    found += [(clean(a.text + b.text), a.place) for a, b in itertools.pairwise(lines)]
    if document.title and document.title != document.file.rsplit("/", 1)[-1]:
        found.insert(0, (document.title, view.cite(document).place))
    return [(text, place) for text, place in found if 2 <= len(text) <= LONGEST]


def _first_lines(document: LogicalDocument) -> list[Paragraph]:
    body = [
        p
        for p in walk_paragraphs(document.blocks)
        if p.text.strip() and p.role in ("body", "text_box", "header")
    ]
    return body[:HEAD]


def _kind(view: View, text: str, wanted: tuple[str, ...]) -> TitleKind:
    if _elsewhere(view, text, wanted):
        return "other"
    mine = _folded(text)
    for title in wanted:
        theirs = _folded(title)
        if not _same_words(mine, theirs):
            continue
        if _other_year(view, text, title):
            return "year" if _YEAR.search(title) else "unknown"
        return "same"
    return "unknown"


def _same_words(mine: str, theirs: str) -> bool:
    return bool(theirs) and (
        (theirs in mine and len(theirs) >= len(mine) / 2) or match.ratio(mine, theirs) >= ALIKE
    )


def _folded(text: str) -> str:
    return _YEAR.sub("", key(text)).replace('"', "").replace("(盖章)", "")


def _other_year(view: View, text: str, title: str) -> bool:
    """Tell whether a title bears a year that is neither the notice's title's nor its date's."""
    printed = set(_YEAR.findall(key(text)))
    allowed = set(_YEAR.findall(key(title))) or {str(view.program.notice.date.year)}
    return bool(printed) and not printed & allowed


def _elsewhere(view: View, text: str, wanted: tuple[str, ...]) -> bool:
    """Tell whether a form's title begins with a region that is not this programme's."""
    plain = _YEAR.sub("", key(text)).lstrip('"(<')
    if not _FORM_AT_END.search(plain) or names.enterprise_names(plain):
        return False
    division = leading_division(plain)
    region = view.program.region
    ours = (*(region.names if region else ()), view.program.notice.issuer, *wanted)
    return bool(division) and not any(division in key(o) or key(o) in division for o in ours)
