"""The sums that a statement must hold by its own lay-out.

Balance sheet: assets = liabilities + equity, subtotals; income statement: the chain from revenue
to net profit; cash flow statement: net flows and the change of cash (财会〔2019〕6号, 附件1).
Pure arithmetic on figures in yuan: whether a broken sum is the applicant's or the reader's fault
is not decided here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from doccheck.model.dossier import StatementItem

_NAMES = {
    "total_assets": "资产总计",
    "current_assets": "流动资产合计",
    "noncurrent_assets": "非流动资产合计",
    "total_liabilities": "负债合计",
    "current_liabilities": "流动负债合计",
    "noncurrent_liabilities": "非流动负债合计",
    "total_equity": "所有者权益合计",
    "liabilities_and_equity": "负债和所有者权益总计",
    "total_revenue": "营业总收入",
    "total_operating_cost": "营业总成本",
    "operating_profit": "营业利润",
    "total_profit": "利润总额",
    "net_profit": "净利润",
    "net_cash_operating": "经营活动产生的现金流量净额",
    "net_cash_investing": "投资活动产生的现金流量净额",
    "net_cash_financing": "筹资活动产生的现金流量净额",
    "cash_in_operating": "经营活动现金流入小计",
    "cash_out_operating": "经营活动现金流出小计",
    "cash_in_investing": "投资活动现金流入小计",
    "cash_out_investing": "投资活动现金流出小计",
    "cash_in_financing": "筹资活动现金流入小计",
    "cash_out_financing": "筹资活动现金流出小计",
    "net_cash_increase": "现金及现金等价物净增加额",
    "cash_closing": "期末现金及现金等价物余额",
}

# Parts without which a sum cannot be judged; others may be blank, and blank adds nothing.
_NEEDED = {
    "total_assets": {"current_assets", "noncurrent_assets"},
    "total_liabilities": {"current_liabilities"},
    "total_profit": {"operating_profit"},
    "net_profit": {"total_profit"},
    "net_cash_increase": {"net_cash_operating"},
    "cash_closing": {"cash_opening", "net_cash_increase"},
}
_TOTALS = frozenset(_NEEDED) | {"net_cash_operating", "net_cash_investing", "net_cash_financing"}

_EQUALITIES = (
    ("total_assets", ("total_liabilities", "total_equity")),
    ("total_assets", ("liabilities_and_equity",)),
    ("liabilities_and_equity", ("total_liabilities", "total_equity")),
    ("total_equity", ("equity_of_parent", "minority_interest")),
)
_ENOUGH_PARTS = 2


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum and whether it holds; amounts in yuan.

    Attributes:
        total: name of the figure that should be the sum (`total_assets`).
        says: the sum in words, for messages.
        stated: the total as printed. computed: what its parts add up to.
        tolerance: what rounding of the printed figures may explain.
        parts: the figures added up, the total first.
        of_totals: it adds up totals; else single lines, some of which may be laid out unusually.
    """

    total: str
    says: str
    stated: Decimal
    computed: Decimal
    tolerance: Decimal
    parts: tuple[StatementItem, ...]
    of_totals: bool

    @property
    def difference(self) -> Decimal:
        """Return stated minus computed, in yuan."""
        return self.stated - self.computed

    @property
    def holds(self) -> bool:
        """Return whether the difference is within the tolerance."""
        return abs(self.difference) <= self.tolerance


def check_sums(items: Iterable[StatementItem]) -> tuple[Sum, ...]:
    """Return every sum that the figures allow to be judged, for each document, scope and year."""
    sheets: dict[tuple[str, str, bool, int], list[StatementItem]] = defaultdict(list)
    for item in items:
        sheets[(item.document, item.scope, item.own_year, item.year)].append(item)
    return tuple(s for sheet in sheets.values() for s in _sums(sheet))


def _sums(items: list[StatementItem]) -> Iterator[Sum]:
    by_name = {item.name: item for item in reversed(items)}
    for total, names in _EQUALITIES:
        parts = [by_name[n] for n in names if n in by_name]
        if total in by_name and len(parts) == len(names):
            yield _sum(by_name[total], [(p, 1) for p in parts], True)
    for total in _NAMES:
        terms = [(i, i.sign) for i in items if i.part_of == total]
        if total in by_name and _is_judgeable(total, terms):
            yield _sum(by_name[total], terms, total in _TOTALS)


def _is_judgeable(total: str, terms: list[tuple[StatementItem, int]]) -> bool:
    names = {item.name for item, _ in terms}
    if total in _NEEDED:
        return _NEEDED[total] <= names
    return len(terms) >= _ENOUGH_PARTS or (total.startswith("cash_") and bool(terms))


def _sum(total: StatementItem, terms: list[tuple[StatementItem, int]], of_totals: bool) -> Sum:
    """Add up; each printed figure may be off by half of its last place, the total's as well."""
    computed = sum((sign * item.value for item, sign in terms), Decimal(0))
    tolerance = sum((item.step for item, _ in terms), total.step) / 2
    words = [f"{'＋' if sign > 0 else '－'}{name_of(item)}" for item, sign in terms]
    says = f"{name_of(total)}＝{''.join(words).removeprefix('＋')}"
    parts = (total, *(item for item, _ in terms))
    return Sum(total.name, says, total.value, computed, tolerance, parts, of_totals)


def name_of(item: StatementItem) -> str:
    """Return what to call a figure in messages: its standard name, else its printed label."""
    return _NAMES.get(item.name) or item.label
