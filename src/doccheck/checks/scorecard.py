"""A notice's score card: its groups, items, grades and categories, and what a card says of them."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic import Field, ValidationError

from doccheck.checks.registry import Params
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.scores import ScoreItem
from doccheck.text import match
from doccheck.text.normalise import key

SAME_NAME = 0.75  # likeness of an item's printed name to the notice's; three of four characters


class Step(Params):
    """A grade of an item: its name and points; `each` where every piece counts so many."""

    name: str
    score: Decimal
    each: Decimal | None = None
    low: Decimal | None = Field(default=None, alias="from")
    to: Decimal | None = None


class CardItem(Params):
    """An item: its points, or the grades that it may be given, several at once if cumulative."""

    number: int | None
    name: str
    points: Decimal | None = None
    unit: str = ""
    of: str = ""
    over: str = ""
    cumulative: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def label(self) -> str:
        """Return what to call the item in a message."""
        return f"第{self.number}项“{self.name}”" if self.number else f"“{self.name}”"

    @property
    def grades(self) -> tuple[Decimal, ...]:
        """Return the scores that the grades allow, lowest first; nothing for an open item."""
        if not self.steps:
            return ()
        if not self.cumulative:
            return tuple(sorted({Decimal(0), *(s.score for s in self.steps)}))
        sums = {Decimal(0)}
        for step in self.steps:
            sums |= {held + worth for held in sums for worth in _worths(step)}
        return tuple(sorted(sums))


def _worths(step: Step) -> list[Decimal]:
    if step.each is None:
        return [step.score]
    return [step.each * n for n in range(1, int(step.score / step.each) + 1)]


class Group(Params):
    """A part of the card; `bonus` points count for the categories in `only`."""

    name: str
    points: Decimal | None = None
    bonus: bool = False
    only: tuple[str, ...] = ()
    items: tuple[CardItem, ...]


class Category(Params):
    """What can be applied for: the band of scores, the parts that count, floors by part.

    `spending` names statement items that must be above zero in the statements' latest year.
    """

    name: str
    low: Decimal = Field(alias="from")
    to: Decimal | None = None
    groups: tuple[str, ...]
    minimum: Mapping[str, Decimal] = Field(default_factory=dict)
    spending: tuple[str, ...] = ()

    @property
    def band(self) -> str:
        """Return the band in words."""
        return f"{self.low}分以上" if self.to is None else f"{self.low}—{self.to}分"


class Override(Params):
    """An honour that gives a category whatever the score."""

    category: str
    words: tuple[str, ...] = Field(min_length=1)


class ScoreCard(Params):
    """The notice's table under `extra`."""

    clause: str
    groups: tuple[Group, ...] = Field(min_length=1)
    categories: tuple[Category, ...] = ()
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """An item of the notice's card with the row that answers it, None where none does."""

    group: Group
    item: CardItem
    row: ScoreItem | None

    @property
    def points(self) -> Decimal:
        """Return the score as it counts: nothing for an empty cell."""
        return self.row.score if self.row is not None and self.row.score is not None else Decimal(0)

    @property
    def capped(self) -> Decimal:
        """Return the score cut off at the item's points."""
        most = self.item.points
        return self.points if most is None else min(self.points, most)

    @property
    def known(self) -> bool:
        """Tell whether the score is sure: a number, or an empty cell."""
        return self.row is not None and self.row.state in ("filled", "blank")


@dataclass(frozen=True, slots=True)
class FilledCard:
    """A submission's score card: items in the notice's order, and the rows of sums."""

    card: ScoreCard
    scored: tuple[Scored, ...]
    rows: tuple[ScoreItem, ...]

    def total(self, groups: Iterable[str] | None = None, capped: bool = False) -> Decimal:
        """Return the sum of the items of some groups, of all without."""
        wanted = {g.name for g in self.card.groups} if groups is None else set(groups)
        chosen = [s for s in self.scored if s.group.name in wanted]
        return sum((s.capped if capped else s.points for s in chosen), Decimal(0))

    def sums(self, role: str) -> tuple[ScoreItem, ...]:
        """Return the rows of a role (`subtotal`, `total`)."""
        return tuple(r for r in self.rows if r.role == role)

    @property
    def states(self) -> set[str]:
        """Return the states of all items' scores."""
        return {r.state for r in self.rows if r.role == "item"}


def card_of(view: View, table: str) -> ScoreCard:
    """Return the notice's score card; a faulty table is a fault of the programme."""
    try:
        return ScoreCard.model_validate(view.program.extra[table])
    except (KeyError, ValidationError) as fault:
        raise ValueError(f"extra.{table}: {fault}") from fault


def filled_card(view: View, document: str, table: str) -> FilledCard:
    """Return the score card that was handed in, of several copies the one with most scores.

    Raises NotFoundError as `View.copies` does, and where no rows of a card were read.
    """
    card = card_of(view, table)
    copies = view.copies(document)
    rows = [tuple(r for r in view.dossier.scores if r.document == d.id) for d in copies]
    best = max(rows, key=lambda some: sum(r.state == "filled" for r in some))
    if not any(r.role == "item" for r in best):
        title = view.program.document(document).title
        evidence = tuple(view.cite(d) for d in copies)
        raise NotFoundError(
            "ELI04.no_table", title, {"document": title}, evidence, view.search(copies)
        )
    return FilledCard(card, _matched(card, best), best)


def _matched(card: ScoreCard, rows: tuple[ScoreItem, ...]) -> tuple[Scored, ...]:
    """Give every item of the notice its row: the same name, else a like one, else the number."""
    left = [r for r in rows if r.role == "item"]
    pairs = [(g, i) for g in card.groups for i in g.items]
    found: dict[str, ScoreItem] = {}
    for fits in (_same_name, _like_name, _same_number):
        for (_, item), row in itertools.product(pairs, tuple(left)):
            if item.name not in found and row in left and fits(item, row):
                found[item.name] = row
                left.remove(row)
    return tuple(Scored(g, i, found.get(i.name)) for g, i in pairs)


def _same_name(item: CardItem, row: ScoreItem) -> bool:
    return key(item.name) == key(row.name)


def _like_name(item: CardItem, row: ScoreItem) -> bool:
    return match.ratio(item.name, row.name) >= SAME_NAME


def _same_number(item: CardItem, row: ScoreItem) -> bool:
    return item.number is not None and item.number == row.number


def plain(figure: Decimal) -> str:
    """Return a score as people write it: no places that say nothing."""
    return format(figure.normalize(), "f")
