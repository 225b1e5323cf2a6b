"""ELI05: whether the category applied for fits the score and its floors.

A notice may print bands that contradict its own points (parts worth 65, a band from 70). Then
every reading of the score is held, the answer says which one fits, and none of them fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from doccheck.checks import audited, choices
from doccheck.checks.registry import Params, check
from doccheck.checks.scorecard import Category, FilledCard, Scored, filled_card, plain
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import FieldReading
from doccheck.model.places import Evidence
from doccheck.model.result import Outcome, Status
from doccheck.text.normalise import key as folded

MOST_WAYS = 5  # ways to the band that a reader needs to see
WHOLE = Decimal(1)  # bands are printed in whole points; what lies between two of them is nobody's
QUOTE = 40
Fit = Literal["fits", "gap", "below", "above"]


class ByScore(Params):
    """ELI05. The score card, its table under `extra`, the field with the category applied for."""

    document: str
    table: str
    field: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the score: what it is called, the figure, how it lies to the band."""

    name: str
    figure: Decimal
    fit: Fit


@check("ELI05", ByScore)
def category_by_score(view: View, params: ByScore) -> Iterator[Outcome]:
    """Answer for the band, its floors and spending, then for bonus points that do not count."""
    held = filled_card(view, params.document, params.table)
    applied, category = _applied(view, params.field, held)
    if "filled" not in held.states or "unclear" in held.states:
        title = view.program.document(params.document).title
        evidence = tuple(r.evidence for r in held.rows)
        raise NotFoundError("ELI05.no_scores", category.name, {"document": title}, evidence)
    yield _band(view, held, category, applied)
    yield from _floors(held, category, applied)
    yield from _spending(view, category, applied)
    yield from _bonus(held, category, applied)


def _applied(view: View, field: str, held: FilledCard) -> tuple[FieldReading, Category]:
    """Return the category applied for and where it stands."""
    reading = view.filled(field)
    names = tuple(c.name for c in held.card.categories)
    meant = choices.picked(reading.marked or (reading.raw,), names)
    if not meant or len(meant) > 1:
        values = {"field": view.program.field(field).label}
        raise NotFoundError("common.unclear_field", values["field"], values, (reading.evidence,))
    return reading, held.card.categories[meant[0]]


def _readings(held: FilledCard, category: Category) -> list[Reading]:
    """Return every way to read the score, equal figures once."""
    every = {g.name for g in held.card.groups} == set(category.groups)
    own = "各项之和" if every else f"{'、'.join(category.groups)}之和"
    ways = [
        (own, held.total(category.groups)),
        ("全部各项之和", held.total()),
        ("按分值封顶后之和", held.total(category.groups, capped=True)),
    ]
    ways += [(f"写明的{r.name}", r.score) for r in held.sums("total") if r.score is not None]
    found: dict[Decimal, Reading] = {}
    for name, figure in ways:
        found.setdefault(figure, Reading(name, figure, _fit(held, category, figure)))
    return list(found.values())


def _fit(held: FilledCard, category: Category, figure: Decimal) -> Fit:
    """Tell how a figure lies to a category's band; between two bands it is nobody's."""
    below, above = figure < category.low, category.to is not None and figure > category.to
    if not below and not above:
        return "fits"
    bands = held.card.categories
    under = any(c.to is not None and 0 < figure - c.to < WHOLE for c in bands)
    over = any(0 < c.low - figure < WHOLE for c in bands)
    beside = category.low - figure if below else figure - (category.to or figure)
    return "gap" if under and over and beside < WHOLE else "below" if below else "above"


def _band(view: View, held: FilledCard, category: Category, applied: FieldReading) -> Outcome:
    readings = _readings(held, category)
    status, key = _judge(readings, held, category)
    evidence = (
        applied.evidence,
        *(r.evidence for r in held.sums("total")),
        *(r.evidence for r in held.rows if r.role == "item"),
    )
    if key == "ELI05.below" and held.card.override and held.card.override.category == category.name:
        claim = _claims(view, held.card.override.words)
        if claim is not None:
            status, key, evidence = "review", "ELI05.override", (claim, *evidence)
    values = _in_values(held, category, readings) | {"file": applied.evidence.place.file}
    return Outcome(status, key, category.name, values, "application_category", evidence)


def _in_values(held: FilledCard, category: Category, readings: list[Reading]) -> dict[str, str]:
    """Return what the words about a band are filled with."""
    best = max(r.figure for r in readings)
    others = [
        c.name
        for c in held.card.categories
        if any(_fit(held, c, r.figure) == "fits" for r in readings)
    ]
    said = [f"{r.name}{plain(r.figure)}分（{_IN_WORDS[r.fit]}）" for r in readings]
    fitting = [f"{r.name}{plain(r.figure)}分" for r in readings if r.fit == "fits"]
    return {
        "category": category.name,
        "band": category.band,
        "readings": "；".join(said),
        "fitting": "、".join(fitting),
        "score": plain(best),
        "short": plain(max(Decimal(0), category.low - best)),
        "options": options(held, category, category.low - best),
        "others": "、".join(others) or "无",
    }


_IN_WORDS = {
    "fits": "在分数段内",
    "gap": "在两个分数段之间",
    "below": "低于分数段",
    "above": "高于分数段",
}


def _judge(readings: list[Reading], held: FilledCard, category: Category) -> tuple[Status, str]:
    """Tell how the readings lie to the band; those of the notice's own making fail nobody."""
    fits = [r.fit for r in readings]
    reachable = sum(
        (g.points or Decimal(0) for g in held.card.groups if g.name in category.groups), Decimal(0)
    )
    bonus = any(g.bonus for g in held.card.groups if g.name in category.groups)
    contradictory = reachable < category.low and not bonus
    if all(f == "fits" for f in fits):
        return "pass", "ELI05.fits"
    if "fits" in fits:
        honest = contradictory and not _disputed(held)
        return ("pass", "ELI05.fits_one") if honest else ("review", "ELI05.some_fit")
    if "gap" in fits:
        return "review", "ELI05.gap"
    if contradictory:
        return "review", "ELI05.unreachable"
    return ("fail", "ELI05.below") if set(fits) == {"below"} else ("review", "ELI05.above")


def _disputed(held: FilledCard) -> bool:
    """Tell whether the card's own figures are in doubt: over their points, or a wrong total."""
    stated = {r.score for r in held.sums("total") if r.score is not None}
    ways = {held.total(), *(held.total(c.groups) for c in held.card.categories)}
    ways.add(held.total(g.name for g in held.card.groups if not g.bonus))
    return held.total() != held.total(capped=True) or bool(stated - ways)


def _claims(view: View, words: tuple[str, ...]) -> Evidence | None:
    """Return where the papers claim an honour that gives the category by itself."""
    keys = tuple(folded(w) for w in words)
    for document in view.dossier.documents:
        if document.kind in ("score_card", "other"):
            continue  # the card prints the honour's name for everybody
        for paragraph in walk_paragraphs(document.blocks):
            text = folded(paragraph.text)
            at = min((i for k in keys if (i := text.find(k)) >= 0), default=-1)
            if at >= 0:
                quote = paragraph.text.strip()[max(0, at - QUOTE) : at + QUOTE]
                return Evidence(
                    paragraph.place, quote, confidence=paragraph.confidence, document=document.id
                )
    return None


# ---- what would do


def options(held: FilledCard, category: Category, short: Decimal) -> str:
    """Return which items could make up what is missing, alone or the largest together."""
    if short <= 0:
        return ""
    rooms = [
        (gain, s)
        for s in held.scored
        if s.group.name in category.groups and (gain := _gain(s, short))
    ]
    alone = [
        f"{s.item.label}（{plain(s.points)}→{plain(s.points + g)}分）"
        for g, s in rooms
        if g >= short
    ]
    if alone:
        return "任一项即可：" + "、".join(alone[:MOST_WAYS])
    together, gained = [], Decimal(0)
    for gain, scored in sorted(rooms, key=lambda r: -r[0]):
        if gained < short:
            together.append(
                f"{scored.item.label}（{plain(scored.points)}→{plain(scored.points + gain)}分）"
            )
            gained += gain
    return "合起来：" + "、".join(together) if gained >= short else "各项加满也不够"


def _gain(scored: Scored, short: Decimal) -> Decimal:
    """Return the least gain of an item that makes up what is missing, else the most it has."""
    ladder = [g for g in scored.item.grades if g > scored.points]
    if scored.item.grades:
        enough = [g for g in ladder if g - scored.points >= short]
        return ((enough[0] if enough else ladder[-1]) - scored.points) if ladder else Decimal(0)
    room = (scored.item.points or Decimal(0)) - scored.points
    return max(Decimal(0), min(room, short))


# ---- floors and bonus


def _floors(held: FilledCard, category: Category, applied: FieldReading) -> Iterator[Outcome]:
    """Yield every part of the category whose score has a floor."""
    for group, floor in category.minimum.items():
        figure = held.total([group])
        rows = tuple(s.row.evidence for s in held.scored if s.group.name == group and s.row)
        values = {
            "category": category.name,
            "group": group,
            "score": plain(figure),
            "floor": plain(floor),
            "short": plain(max(Decimal(0), floor - figure)),
        }
        status: Status = "pass" if figure >= floor else "fail"
        key = "ELI05.floor_met" if figure >= floor else "ELI05.floor"
        yield Outcome(status, key, group, values, "", (applied.evidence, *rows))


def _spending(view: View, category: Category, applied: FieldReading) -> Iterator[Outcome]:
    """Yield whether the statements' latest year shows what the category must spend on.

    Statements that do not show the item say nothing: it may stand in the notes, for a person.
    """
    for item in category.spending:
        years = {i.year for i in view.dossier.statement_items if i.name == item}
        for year in sorted(years)[-1:]:
            figure = audited.audited(view, item, year)[0]
            label = audited.label_of(view, item)
            values = {
                "category": category.name,
                "item": label,
                "year": str(year),
                "amount": audited.in_words(view, figure),
            }
            spent = figure.value > 0
            status: Status = "pass" if spent else "review"
            key = "ELI05.spent" if spent else "ELI05.not_spent"
            yield Outcome(status, key, label, values, "", (applied.evidence, figure.evidence))


def _bonus(held: FilledCard, category: Category, applied: FieldReading) -> Iterator[Outcome]:
    """Yield the bonus points of a category that has none."""
    for group in held.card.groups:
        figure = held.total([group.name])
        if group.bonus and category.name not in group.only and figure:
            rows = tuple(s.row.evidence for s in held.scored if s.group is group and s.row)
            values = {
                "category": category.name,
                "group": group.name,
                "score": plain(figure),
                "only": "、".join(group.only),
            }
            evidence = (applied.evidence, *rows)
            yield Outcome("review", "ELI05.bonus", group.name, values, "", evidence)
