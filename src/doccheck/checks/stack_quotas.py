"""STK01: how many each body recommends, against its ceiling or its target."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from doccheck.checks.registry import Params
from doccheck.checks.stack_view import (
    Digest,
    Located,
    StackOutcome,
    StackView,
    answer,
    stack_check,
)
from doccheck.checks.unanswered import NotFoundError
from doccheck.model.result import Outcome
from doccheck.text.normalise import key

OFFICES = (
    "工业和信息化局", "改革发展局", "经济发展局", "工信局", "经发局", "人民政府", "街道办事处",
)  # fmt: skip
TIERS = "市区县镇"
OPINION = "recommender_opinion"
ADDRESSES = ("registered_address", "postal_address")
CATEGORY = "application_category"


class Quota(Params):
    """STK01. The table of the programme's `extra` that holds the ceilings or the targets."""

    table: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: a body, what category it counts (empty: all), and its number."""

    body: str
    category: str
    number: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """An applicant, the body it belongs to ("" where that cannot be told), and why."""

    digest: Digest
    body: str
    category: str
    located: tuple[Located, ...]


@stack_check("STK01", Quota)
def quota(view: StackView, params: Quota) -> Iterator[StackOutcome]:
    """Answer for each body that recommends how many it has, of how many; all are listed."""
    table = view.program.extra[params.table]
    bodies = [b if isinstance(b, str) else b["name"] for b in table["bodies"]]
    assigned = [_assigned(group[0], bodies) for group in view.applicants]
    target = table.get("kind") == "target"
    for line in _lines(view, table, bodies):
        own = [a for a in assigned if a.body == line.body and line.category in ("", a.category)]
        if own:
            yield _line(line, own, target)
    if "total" in table:
        yield _line(Line(view.program.title, "", table["total"]), assigned, target)
    lost = [a for a in assigned if not a.body or (target and not a.category)]
    if lost:
        values = {"count": str(len(lost)), "enterprises": _listed(lost)}
        yield answer(Outcome("not_checked", "STK01.unassigned", "", values), _places(lost))


def _line(line: Line, own: list[Assigned], target: bool) -> StackOutcome:
    over = len(own) > line.number
    status: Literal["pass", "review", "fail"] = "pass"
    if over:
        status = "review" if target else "fail"
    kind = "target" if target else "quota"
    values = {
        "body": line.body,
        "category": line.category,
        "count": str(len(own)),
        "limit": str(line.number),
        "enterprises": _listed(own),
    }
    words = f"STK01.{kind}_{'over' if over else 'within'}"
    return answer(Outcome(status, words, line.body + line.category, values), _places(own))


def _lines(view: StackView, table: Mapping[str, Any], bodies: list[str]) -> Iterator[Line]:
    if table.get("kind") != "target":
        yield from (Line(b["name"], "", b["limit"]) for b in table["bodies"])
        return
    years: list[int] = list(table["years"])
    year = view.root.as_of.year
    if year not in years:
        values = {"year": str(year), "years": "、".join(map(str, years))}
        raise NotFoundError("STK01.no_year", "", values)
    for category in table["categories"]:
        for body, row in zip(bodies, category["rows"], strict=True):
            yield Line(body, category["name"], row[years.index(year)])


def _assigned(digest: Digest, bodies: list[str]) -> Assigned:
    """Return the applicant with the body that its recommendation names, else its address."""
    categories = digest.filled(CATEGORY)
    category = (categories[0].value or categories[0].raw) if categories else ""
    for name in (OPINION, *ADDRESSES):
        for reading in digest.filled(name):
            named = [b for b in bodies if _names(b, reading.value or reading.raw)]
            if len(named) == 1:
                return Assigned(
                    digest, named[0], category, ((digest.submission, reading.evidence),)
                )
    located = tuple((digest.submission, e) for e in list(digest.names().values())[:1])
    return Assigned(digest, "", category, located)


def _names(body: str, text: str) -> bool:
    """Tell whether a text names a body: in full, or its place without office and tier."""
    place = body
    for office in OFFICES:
        place = place.removesuffix(office)
    forms = {body, place} | ({place[:-1]} if place[-1] in TIERS and len(place) > 2 else set())
    return any(key(form) in key(text) for form in forms)


def _listed(own: list[Assigned]) -> str:
    return "、".join(a.digest.called for a in own)


def _places(own: list[Assigned]) -> list[Located]:
    return [place for a in own for place in a.located]
