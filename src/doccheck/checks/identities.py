"""The sums that a statement must hold by its own lay-out (财会〔2019〕6号, 附件1).

Balance sheet: assets = liabilities + equity, subtotals; income statement: the chain from revenue
to net profit; cash flow statement: net flows and the change of cash. Pure arithmetic on figures
in yuan; whose fault a broken sum is, is not decided here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from doccheck.checks.audited import ITEM_LABELS
from doccheck.checks.slips import slip
from doccheck.model.dossier import StatementItem

Terms = tuple[tuple[int, StatementItem], ...]

NEEDED: dict[str, frozenset[str]] = {
    "total_assets": frozenset({"current_assets", "noncurrent_assets"}),
    "total_liabilities": frozenset({"current_liabilities"}),
    "total_profit": frozenset({"operating_profit"}),
    "net_profit": frozenset({"total_profit"}),
    "net_cash_operating": frozenset({"cash_in_operating", "cash_out_operating"}),
    "net_cash_investing": frozenset(),
    "net_cash_financing": frozenset(),
    "net_cash_increase": frozenset({"net_cash_operating"}),
    "cash_closing": frozenset({"cash_opening", "net_cash_increase"}),
}
"""Sums of totals, and the parts without which they cannot be judged; others may be blank."""

WHOLE: dict[str, frozenset[str]] = {
    "total_liabilities": frozenset({"current_liabilities", "noncurrent_liabilities"}),
    "net_cash_investing": frozenset({"cash_in_investing", "cash_out_investing"}),
    "net_cash_financing": frozenset({"cash_in_financing", "cash_out_financing"}),
    "net_cash_increase": frozenset(
        {"net_cash_operating", "net_cash_investing", "net_cash_financing"}
    ),
}
"""Parts that nearly every sheet prints: on a scan one that is missing was not read."""

OF_LINES = (
    "current_assets", "noncurrent_assets", "current_liabilities", "noncurrent_liabilities",
    "total_equity", "total_revenue", "total_operating_cost", "operating_profit",
    "cash_in_operating", "cash_out_operating", "cash_in_investing", "cash_out_investing",
    "cash_in_financing", "cash_out_financing",
)  # fmt: skip
"""Sums of single lines; a line that is laid out unusually may be left out of them."""

EQUALITIES = (
    ("total_assets", ("liabilities_and_equity",)),
    ("liabilities_and_equity", ("total_liabilities", "total_equity")),
    ("total_assets", ("total_liabilities", "total_equity")),
    ("total_equity", ("equity_of_parent", "minority_interest")),
)

ENOUGH_LINES = 2
CASH_SUBTOTAL = ("cash_in_", "cash_out_")
"""Beginnings of the subtotals that often have a single line under them."""

MISWRITTEN = frozenset({"digit", "transposed", "sign", "point"})
"""Slips of one figure that would break a sum."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum of a sheet, in yuan: the total, its terms, whether they are totals themselves."""

    total: StatementItem
    terms: Terms
    of_totals: bool

    @property
    def computed(self) -> Decimal:
        """Return what the terms add up to."""
        return sum((sign * item.value for sign, item in self.terms), Decimal(0))

    @property
    def tolerance(self) -> Decimal:
        """Return what rounding explains: half of the last place of every printed figure."""
        return sum((item.step for _, item in self.terms), self.total.step) / 2

    @property
    def difference(self) -> Decimal:
        """Return stated minus computed."""
        return self.total.value - self.computed

    @property
    def holds(self) -> bool:
        """Return whether the difference is within the tolerance."""
        return abs(self.difference) <= self.tolerance

    @property
    def whole(self) -> bool:
        """Return whether every part is there that sheets usually print."""
        return WHOLE.get(self.total.name, frozenset()) <= {item.name for _, item in self.terms}

    @property
    def figures(self) -> tuple[StatementItem, ...]:
        """Return the figures of the sum, the total first."""
        return (self.total, *(item for _, item in self.terms))

    @property
    def says(self) -> str:
        """Return the sum in words: `资产总计＝流动资产合计＋非流动资产合计`."""
        words = "".join(f"{_sign(sign)}{name_of(item)}" for sign, item in self.terms)
        return f"{name_of(self.total)}＝{words.removeprefix('＋')}"

    @property
    def working(self) -> str:
        """Return the sum in numbers: `100.00≠60.00＋30.00=90.00`."""
        numbers = "".join(f"{_sign(sign)}{shown(item)}" for sign, item in self.terms)
        result = f"=（合计{self.computed:,f}）" if len(self.terms) > 1 else ""
        relation = "=" if self.holds else "≠"
        return f"{shown(self.total)}{relation}{numbers.removeprefix('＋')}{result}"


@dataclass(frozen=True, slots=True)
class Repair:
    """One figure that, written otherwise, would make every sum of its sheet hold."""

    item: StatementItem
    value: Decimal


def name_of(item: StatementItem) -> str:
    """Return what to call a figure: its standard name, else its printed label."""
    return ITEM_LABELS.get(item.name, item.label)


def shown(item: StatementItem) -> str:
    """Return a figure in yuan; a loss keeps its minus in brackets."""
    return f"（{item.value:,f}）" if item.value < 0 else f"{item.value:,f}"


def _sign(sign: int) -> str:
    return "－" if sign < 0 else "＋"


def sheets(items: Iterable[StatementItem]) -> tuple[tuple[StatementItem, ...], ...]:
    """Return the figures column by column: one document, scope and year each."""
    found: dict[tuple[str, str, bool, int], list[StatementItem]] = defaultdict(list)
    for item in items:
        found[(item.document, item.scope, not item.own_year, item.year)].append(item)
    return tuple(tuple(found[key]) for key in sorted(found))


def check_sums(items: Iterable[StatementItem]) -> tuple[Sum, ...]:
    """Return every sum of every column, also of a cash subtotal with a single line.

    For telling which figures to doubt where something was not read; too eager to accuse anyone.
    """
    return tuple(s for sheet in sheets(items) for s in _sums(sheet, lone_cash=True))


def sums_of(sheet: Sequence[StatementItem]) -> tuple[Sum, ...]:
    """Return every sum that the figures of one column allow to be judged."""
    return tuple(_sums(sheet))


def _sums(sheet: Sequence[StatementItem], *, lone_cash: bool = False) -> Iterator[Sum]:
    by_name = {item.name: item for item in reversed(sheet)}
    for total, names in EQUALITIES:
        if total in by_name and all(n in by_name for n in names):
            yield Sum(by_name[total], tuple((1, by_name[n]) for n in names), True)
    for total in (*NEEDED, *OF_LINES):
        terms = tuple((item.sign, item) for item in sheet if item.part_of == total)
        if total in by_name and _is_judgeable(total, terms, lone_cash):
            yield Sum(by_name[total], terms, total in NEEDED)


def _is_judgeable(total: str, terms: Terms, lone_cash: bool) -> bool:
    if total not in NEEDED:
        lone = lone_cash and total.startswith(CASH_SUBTOTAL)
        return len(terms) >= (1 if lone else ENOUGH_LINES)
    return bool(terms) and NEEDED[total] <= {item.name for _, item in terms}


def repairs_of(sums: Sequence[Sum]) -> tuple[Repair, ...]:
    """Return the figures of which any one, by a slip, explains every broken sum of a column.

    It stands in every broken sum, one and the same other value would make all its sums hold,
    and that value differs from the printed one by a usual slip of writing or reading.
    """
    broken = [s for s in sums if not s.holds]
    return tuple(_repairs(sums, broken)) if broken else ()


def _repairs(sums: Sequence[Sum], broken: Sequence[Sum]) -> Iterator[Repair]:
    for item in broken[0].figures:
        wanted = _wanted(broken[0], item)
        if slip(item.value, wanted, item.step, item.step) not in MISWRITTEN:
            continue
        if all(_holds_with(s, item, wanted) for s in sums if item in s.figures or s in broken):
            yield Repair(item, wanted)


def _wanted(one: Sum, item: StatementItem) -> Decimal:
    """Return the value that an item must have for a sum to hold exactly."""
    if item is one.total:
        return one.computed
    sign = next(sign for sign, term in one.terms if term is item)
    return item.value + sign * one.difference


def _holds_with(one: Sum, item: StatementItem, value: Decimal) -> bool:
    if item not in one.figures:
        return False
    if item == one.total:
        return abs(value - one.computed) <= one.tolerance
    sign = next(sign for sign, term in one.terms if term == item)
    return abs(one.difference - sign * (value - item.value)) <= one.tolerance
