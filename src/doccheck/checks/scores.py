"""ELI04: the sums and limits of a self-assessed score card."""

import dataclasses
from collections.abc import Iterator
from decimal import Decimal

from doccheck.checks.registry import Params, check
from doccheck.checks.scorecard import FilledCard, Scored, Step, filled_card, plain
from doccheck.checks.view import View
from doccheck.model.places import Evidence
from doccheck.model.result import Outcome, Search
from doccheck.model.scores import ScoreItem

PERCENT = Decimal(100)


class Card(Params):
    """ELI04. The score card's document, and its table under `extra`."""

    document: str
    table: str


@check("ELI04", Card)
def score_arithmetic(view: View, params: Card) -> Iterator[Outcome]:
    """Answer once for every fault of the card, once for all where there is none."""
    title = view.program.document(params.document).title
    held = filled_card(view, params.document, params.table)
    search = view.search(view.copies(params.document))
    unfilled = _unfilled(held, title, search)
    if unfilled is not None:
        yield unfilled
        return
    faults = [*_limits(held), *_grades(held), *_gaps(held, title), *_sums(held, title)]
    faults += _shares(view, held)
    yield from faults
    if not faults:
        total = held.total()
        values = {"document": title, "count": str(len(held.scored)), "total": plain(total)}
        evidence = tuple(r.evidence for r in held.rows)
        yield Outcome("pass", "ELI04.right", title, values, evidence=evidence)


def _unfilled(held: FilledCard, title: str, search: Search) -> Outcome | None:
    """Return that no score at all was given, None where some was."""
    if "filled" in held.states or "unclear" in held.states:
        return None
    values = {"document": title, "count": str(len(held.scored))}
    evidence = tuple(r.evidence for r in held.rows if r.role == "item")
    if "blank" in held.states:
        return Outcome("fail", "ELI04.blank", title, values, "", evidence, search)
    return Outcome("review", "ELI04.no_column", title, values, "", evidence, search)


def _limits(held: FilledCard) -> Iterator[Outcome]:
    """Yield items whose score lies outside 0 and their points, and points printed otherwise."""
    for scored in held.scored:
        row, most = scored.row, scored.item.points
        if row is None:
            continue
        outside = most is not None and not 0 <= scored.points <= most
        if outside or scored.points < 0:
            yield _about(scored, "fail", "ELI04.over" if scored.points > 0 else "ELI04.below")
        elif most is not None and row.maximum is not None and row.maximum != most:
            yield _about(scored, "review", "ELI04.points_changed")


def _grades(held: FilledCard) -> Iterator[Outcome]:
    """Yield graded items whose score is none of the notice's grades."""
    for scored in held.scored:
        grades, most = scored.item.grades, scored.item.points
        inside = scored.points >= 0 and (most is None or scored.points <= most)
        if grades and inside and scored.row is not None and scored.points not in grades:
            yield _about(scored, "review", "ELI04.no_grade")


def _shares(view: View, held: FilledCard) -> Iterator[Outcome]:
    """Yield items graded by a share of two audited figures that the statements do not bear out.

    A share on the edge of two grades may be given either of them.
    """
    for scored in held.scored:
        item = scored.item
        years = _yearly_shares(view, item.of, item.over) if item.of and scored.points > 0 else {}
        if not years:
            continue
        mean = sum((f for f, _ in years.values()), Decimal(0)) * PERCENT / len(years)
        fitting = [s for s in item.steps if _within(s, mean)]
        if all(scored.points > s.score for s in fitting):
            about = _about(scored, "review", "ELI04.share")
            shown = "；".join(f"{y}年{f * PERCENT:.2f}%" for y, (f, _) in sorted(years.items()))
            values = {**about.values, "share": f"{mean:.2f}%", "years": shown}
            evidence = (*about.evidence, *(e for _, es in years.values() for e in es))
            yield dataclasses.replace(about, values=values, evidence=evidence)


def _within(step: Step, share: Decimal) -> bool:
    low = step.low if step.low is not None else Decimal(0)
    return low <= share and (step.to is None or share <= step.to)


def _yearly_shares(
    view: View, over: str, under: str
) -> dict[int, tuple[Decimal, tuple[Evidence, Evidence]]]:
    """Return one audited figure's share of another, for every year that gives both."""
    items = {(i.name, i.year): i for i in view.dossier.statement_items if i.scope != "parent"}
    return {
        year: (part.value / whole.value, (part.evidence, whole.evidence))
        for (name, year), part in items.items()
        if name == over and (whole := items.get((under, year))) is not None and whole.value > 0
    }


def _about(scored: Scored, status: str, key: str) -> Outcome:
    """Return an answer about one item, with both figures."""
    item, row = scored.item, scored.row
    steps = "、".join(f"{s.name}{plain(s.score)}分" for s in item.steps)
    values = {
        "item": item.label,
        "group": scored.group.name,
        "score": plain(scored.points),
        "points": plain(item.points) if item.points is not None else "—",
        "printed": plain(row.maximum) if row and row.maximum is not None else "—",
        "grades": steps or "—",
        "file": row.evidence.place.file if row else "",
    }
    evidence = (row.evidence,) if row else ()
    target = f"score.{item.number}" if item.number else ""
    return Outcome(status, key, item.label, values, target, evidence)  # type: ignore[arg-type]


def _gaps(held: FilledCard, title: str) -> Iterator[Outcome]:
    """Yield once each: items without a score, items not read clearly, items without a row."""
    base = [s for s in held.scored if not s.group.bonus]
    for key, some in (
        ("ELI04.some_blank", [s for s in base if s.row and s.row.state == "blank"]),
        ("ELI04.unclear", [s for s in held.scored if s.row and s.row.state == "unclear"]),
        ("ELI04.no_row", [s for s in base if s.row is None]),
    ):
        if some:
            labels = "、".join(s.item.label for s in some)
            values = {"document": title, "items": labels, "count": str(len(some))}
            evidence = tuple(s.row.evidence for s in some if s.row)
            yield Outcome("review", key, labels, values, evidence=evidence)


def _sums(held: FilledCard, title: str) -> Iterator[Outcome]:
    """Yield sums that do not follow from their items, in any way in which they can be meant."""
    if "unclear" in held.states:
        return
    for row in held.rows:
        if row.role == "item" or row.state == "no_column":
            continue
        ways = _total_ways(held) if row.role == "total" else _subtotal_ways(held, row)
        if row.score is None:
            if row.role == "total":
                yield _sum(row, "review", "ELI04.no_total", ways, held, title)
        elif row.score not in ways.values():
            yield _sum(row, "fail", "ELI04.sum", ways, held, title)


def _total_ways(held: FilledCard) -> dict[str, Decimal]:
    """Return what the total can be: of all items, without bonus, of the parts of a category."""
    base = [g.name for g in held.card.groups if not g.bonus]
    ways = {"各项之和": held.total(), "不含加分项": held.total(base)}
    for category in held.card.categories:
        ways.setdefault(f"{category.name}的各部分", held.total(category.groups))
    return ways


def _subtotal_ways(held: FilledCard, row: ScoreItem) -> dict[str, Decimal]:
    """Return what a subtotal can be: of the rows since the subtotal before it, or of all before."""
    before = held.rows[: held.rows.index(row)]
    last = max((i for i, r in enumerate(before) if r.role == "subtotal"), default=-1)
    since = sum((r.score or Decimal(0) for r in before[last + 1 :]), Decimal(0))
    every = sum((r.score or Decimal(0) for r in before if r.role == "item"), Decimal(0))
    return {"各项之和": since, "以上各项之和": every}


def _sum(
    row: ScoreItem, status: str, key: str, ways: dict[str, Decimal], held: FilledCard, title: str
) -> Outcome:
    computed = ways["各项之和"]
    stated = row.score if row.score is not None else Decimal(0)
    values = {
        "document": title,
        "sum": row.name,
        "stated": plain(stated),
        "computed": plain(computed),
        "difference": plain(abs(stated - computed)),
        "file": row.evidence.place.file,
    }
    evidence = (row.evidence, *(r.evidence for r in held.rows if r.role == "item"))
    target = f"score.{row.role}"
    return Outcome(status, key, row.name, values, target, evidence)  # type: ignore[arg-type]
