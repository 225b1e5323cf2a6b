"""Which sum each line of a statement goes into, as its lay-out says.

The vocabulary knows for most lines; where the line stands tells the rest: under which heading
(流动资产：), after 减 or 加, after 其中, under 营业总成本.
"""

from dataclasses import dataclass
from typing import NamedTuple

from doccheck.understanding.statement_items import (
    UNLISTED,
    ItemKind,
    SheetKind,
    item_of,
    read_label,
    section_of,
)

_FOLLOWERS = {
    "dividends_receivable": "interest_receivable",
    "dividends_payable": "interest_payable",
    "rd_expense": "",  # 研究费用 under 管理费用, 其中 (小企业会计准则)
}
"""Lines that go on with the 其中 before them, and what must stand there (empty: anything)."""
_COMBINED = {
    "notes_receivable": "notes_and_accounts_receivable",
    "accounts_receivable": "notes_and_accounts_receivable",
    "notes_payable": "notes_and_accounts_payable",
    "accounts_payable": "notes_and_accounts_payable",
    "main_revenue": "revenue",
    "other_revenue": "revenue",
    "main_cost": "operating_cost",
    "other_cost": "operating_cost",
}
_PROFITS = {"operating_profit": "total_profit", "total_profit": "net_profit", "net_profit": ""}
_FLOWS = ("operating", "investing", "financing")


class Role(NamedTuple):
    """What a line is: its name, the sum it goes into (empty for none), the sign it does so with."""

    name: str
    part_of: str
    sign: int


@dataclass(slots=True)
class Reader:
    """Walks down a sheet (one side of it) and tells each line's role; holds where it has got to."""

    sheet: SheetKind
    section: str = ""
    within: bool = False
    last: str = ""
    sign: int = 1
    profit: str = "operating_profit"
    under: str = ""
    seen: frozenset[str] = frozenset()

    def role(self, label: str, filled: bool) -> Role | None:
        """Return the role of the next line; None for a heading. `filled`: it has a figure."""
        heading = section_of(label, self.sheet)
        item = item_of(label, self.sheet)
        if heading and (item is None or not filled):
            self.section, self.within, self.last = heading, False, ""
            return None
        prefix = read_label(label).prefix
        within = prefix == "within"
        if prefix in ("plus", "minus"):
            self.sign = 1 if prefix == "plus" else -1
            self.under = ""
        role = self._known(item, within) if item else self._unlisted(within or self.within, prefix)
        self.within = within or (self.within and not (item and role.part_of))
        self.last = role.name
        if filled:
            self.seen |= {role.name}
        return role

    def _known(self, item: ItemKind, within: bool) -> Role:
        part, sign = item.part_of, item.sign or (self.sign if self.sheet == "income" else 1)
        if self.sheet == "income":
            part, sign = self._income(item, part, sign)
            within = within and not part.startswith("total_")
        if item.name == self.section:
            self.section = ""
        if self.sheet == "cash":
            self._after_cash(item.name)
        return Role(item.name, "" if within or self._is_detail(item.name) else part, sign)

    def _is_detail(self, name: str) -> bool:
        """Tell a line that only explains one above it, though no 其中 stands before it."""
        follows = self.within and _FOLLOWERS.get(name, "-") in (self.last, "")
        return _COMBINED.get(name) in self.seen or follows

    def _income(self, item: ItemKind, part: str, sign: int) -> tuple[str, int]:
        if item.name in _PROFITS:
            self.profit, self.sign, self.under = _PROFITS[item.name], 1, ""
        elif item.name in ("total_revenue", "total_operating_cost"):
            self.under = item.name
        elif part == "operating_profit" and self.under and item.sign < 1:
            return self.under, 1
        elif part == "operating_profit":
            self.under = ""
            return self.profit, sign  # 企业会计制度: 投资收益 stands after 营业利润
        return part, sign

    def _after_cash(self, name: str) -> None:
        for flow in _FLOWS:
            if name == f"cash_in_{flow}":
                self.section = f"cash_out_{flow}"
            elif name in (f"cash_out_{flow}", f"net_cash_{flow}"):
                self.section = ""

    def _unlisted(self, within: bool, prefix: str) -> Role:
        if within:
            return Role(UNLISTED, "", 1)
        if self.sheet == "income":
            part = self.under or self.profit
            return Role(UNLISTED, part, 1 if self.under else self.sign)
        part = self.section
        if self.sheet == "cash" and part in {f"cash_{flow}" for flow in _FLOWS}:
            part = part.replace("cash_", "cash_in_")
        return Role(UNLISTED, part, -1 if prefix == "minus" else 1)
