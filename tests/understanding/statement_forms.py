"""Statements made up for tests: right figures, printed in every form that firms print them in."""

import random
from dataclasses import dataclass
from decimal import Decimal

from blocks import para

from doccheck.model.document import Block, Cell, Paragraph, Table
from doccheck.model.places import Place

# Lines: name ("" a heading), printed forms. Sums are right by construction only where a test
# needs them; reading must not depend on it.
ASSETS = """
:流动资产：
cash:货币资金
trading_assets:交易性金融资产
notes_receivable:应收票据
accounts_receivable:应收账款|应收帐款
prepayments:预付款项|预付账款
other_receivables:其他应收款
inventory:存货|存 货
noncurrent_assets_due:一年内到期的非流动资产
other_current_assets:其他流动资产
current_assets:流动资产合计
:非流动资产：
long_term_equity_investment:长期股权投资
fixed_assets:固定资产
construction_in_progress:在建工程
intangible_assets:无形资产
deferred_tax_assets:递延所得税资产
noncurrent_assets:非流动资产合计
total_assets:资产总计|资 产 总 计|资产总额
"""
SMALL_ASSETS = """
:流动资产：
cash:货币资金
short_term_investment:短期投资
accounts_receivable:应收账款
inventory:存货
-:其中：原材料
-:在产品
current_assets:流动资产合计
:非流动资产：
fixed_assets_cost:固定资产原价
accumulated_depreciation:减：累计折旧
fixed_assets:固定资产账面价值
intangible_assets:无形资产
noncurrent_assets:非流动资产合计
total_assets:资产总计
"""
CLAIMS = """
:流动负债：
short_term_loans:短期借款
accounts_payable:应付账款
contract_liabilities:合同负债
employee_benefits_payable:应付职工薪酬
taxes_payable:应交税费
other_payables:其他应付款
current_liabilities:流动负债合计
:非流动负债：
long_term_loans:长期借款
deferred_income:递延收益
noncurrent_liabilities:非流动负债合计
total_liabilities:负债合计|负债总计|负 债 合 计
:所有者权益（或股东权益）：|所有者权益：|股东权益：
paid_in_capital:实收资本（或股本）|股本|实收资本
capital_reserve:资本公积
treasury_stock:减：库存股
surplus_reserve:盈余公积
retained_earnings:未分配利润
total_equity:所有者权益（或股东权益）合计|所有者权益合计|股东权益合计|净资产合计
liabilities_and_equity:负债和所有者权益（或股东权益）总计|负债及所有者权益总计|负债和股东权益总计
"""
INCOME = """
revenue:一、营业收入
operating_cost:减：营业成本
taxes_and_surcharges:税金及附加|营业税金及附加
selling_expense:销售费用
admin_expense:管理费用
rd_expense:研发费用
finance_expense:财务费用
interest_expense:其中：利息费用
interest_income:利息收入
other_income:加：其他收益
investment_income:投资收益（损失以“－”号填列）
asset_impairment:资产减值损失（损失以“-”号填列）
operating_profit:二、营业利润（亏损以“－”号填列）|二、营业利润
non_operating_income:加：营业外收入
non_operating_expense:减：营业外支出
total_profit:三、利润总额（亏损总额以“－”号填列）|三、利润总额
income_tax:减：所得税费用|减：所得税
net_profit:四、净利润（净亏损以“－”号填列）|四、净利润
-:（一）持续经营净利润（净亏损以“－”号填列）
"""
TOTAL_INCOME = """
total_revenue:一、营业总收入
revenue:其中：营业收入
total_operating_cost:二、营业总成本
operating_cost:其中：营业成本
taxes_and_surcharges:税金及附加
selling_expense:销售费用
admin_expense:管理费用
rd_expense:研发费用
finance_expense:财务费用
other_income:加：其他收益
operating_profit:三、营业利润（亏损以“－”号填列）
non_operating_income:加：营业外收入
non_operating_expense:减：营业外支出
total_profit:四、利润总额（亏损总额以“－”号填列）
income_tax:减：所得税费用
net_profit:五、净利润（净亏损以“－”号填列）
"""
CASH = """
:一、经营活动产生的现金流量：
-:销售商品、提供劳务收到的现金
cash_in_operating:经营活动现金流入小计
-:购买商品、接受劳务支付的现金
cash_out_operating:经营活动现金流出小计
net_cash_operating:经营活动产生的现金流量净额
:二、投资活动产生的现金流量：
-:处置固定资产、无形资产和其他长期资产收回的现金净额
net_cash_investing:投资活动产生的现金流量净额
exchange_effect:四、汇率变动对现金及现金等价物的影响
net_cash_increase:五、现金及现金等价物净增加额
cash_opening:加：期初现金及现金等价物余额
cash_closing:六、期末现金及现金等价物余额
"""
STOCK_HEADS = (
    ("期末余额", "年初余额"), ("期末余额", "上年年末余额"), ("期末数", "期初数"),
    ("年末余额", "年初余额"), ("{y}年12月31日", "{p}年12月31日"), ("期 末 余 额", "期 初 余 额"),
    ("{y}.12.31", "{p}.12.31"),
)  # fmt: skip
FLOW_HEADS = (
    ("本期金额", "上期金额"), ("本年金额", "上年金额"), ("本年累计金额", "上年同期累计金额"),
    ("本期发生额", "上期发生额"), ("{y}年度", "{p}年度"), ("本年数", "上年数"), ("{y}年", "{p}年"),
    ("本年累计数", "上年累计数"),
)  # fmt: skip
UNITS = {"元": 0, "千元": 3, "万元": 4}
BLANKS = ("", "-", "—", "－", "——")


@dataclass(frozen=True)
class Form:
    """How a statement is printed."""

    kind: str  # balance, balance_small, income, income_total, cash
    medium: str  # ruled, unruled, inside (titles in the table), pages, pages_repeat, text, wide
    two_sided: bool
    swapped: bool
    heads: int
    extra: str  # "", number, note, both
    monthly: bool  # a column 本月金额 beside 本年累计金额
    groups: bool  # columns 合并 and 公司
    unit: str
    seed: int
    year: int = 2023


@dataclass
class Made:
    """A statement as blocks and the figures that stand in it: (name, year, scope) → yuan."""

    blocks: list[Block]
    figures: dict[tuple[str, int, str], Decimal]


def lines_of(text: str) -> list[tuple[str, list[str]]]:
    rows = (line.split(":", 1) for line in text.split("\n") if line)
    return [(name, labels.split("|")) for name, labels in rows]


LINES = {
    "balance": (ASSETS, CLAIMS), "balance_small": (SMALL_ASSETS, CLAIMS), "income": (INCOME, ""),
    "income_total": (TOTAL_INCOME, ""), "cash": (CASH, ""),
}  # fmt: skip
TITLES = {"balance": "资产负债表", "income": "利润表", "cash": "现金流量表"}


def make(form: Form) -> Made:
    """Print a statement in a form; the same form always gives the same statement."""
    rng = random.Random(form.seed)
    made = Made([], {})
    sides = [lines_of(s) for s in LINES[form.kind] if s]
    if len(sides) == 2 and not form.two_sided:
        sides = [sides[0] + sides[1]]
    columns = _columns(form)
    printed = [[_printed(form, rng, made, name, labels, columns) for name, labels in side]
               for side in sides]  # fmt: skip
    depth = max(map(len, printed))
    width = 1 + len(_extras(form)) + len(columns)
    printed = [side + [[""] * width] * (depth - len(side)) for side in printed]
    body = [[cell for side in printed for cell in side[n]] for n in range(depth)]
    header = [cell for n in range(len(sides)) for cell in _header(form, n, len(sides))]
    made.blocks = _blocks(form, rng, header, body)
    return made


def _columns(form: Form) -> list[tuple[str, int, str]]:
    """Return (heading, year; 0 for one that is not read, scope) of each column of figures."""
    stock = form.kind.startswith("balance")
    heads = (STOCK_HEADS if stock else FLOW_HEADS)[form.heads % (7 if stock else 8)]
    own, prior = (h.format(y=form.year, p=form.year - 1) for h in heads)
    pair = [(own, form.year), (prior, form.year - 1)]
    if form.monthly and "累计" in own:
        pair = [("本月金额", 0), (own, form.year)]
    if form.swapped:
        pair.reverse()
    if not form.groups:
        return [(h, y, "single") for h, y in pair]
    scopes = (("合并", "consolidated"), ("公司", "parent"))
    return [(f"{h}|{w}", y, s) for h, y in pair for w, s in scopes]


def _extras(form: Form) -> list[str]:
    return {"": [], "number": ["行次"], "note": ["附注"], "both": ["行次", "附注"]}[form.extra]


def _header(form: Form, side: int, sides: int) -> list[str]:
    stock = form.kind.startswith("balance")
    label = "项 目" if sides == 1 else ("资 产", "负债和所有者权益（或股东权益）")[side]
    if sides == 1 and stock and form.seed % 2:
        label = "资产"
    return [label, *_extras(form), *(h for h, _, _ in _columns(form))]


def _printed(form, rng, made, name, labels, columns):
    label = rng.choice(labels)
    serial = rng.randint(1, 60)
    extras = [
        str(serial) if e == "行次" else rng.choice(["五、1", "", "（一）", "七.12"])
        for e in _extras(form)
    ]
    if form.medium in ("text", "wide"):
        extras = [e or "五、3" for e in extras]
    if not name:
        return [label, *([""] * (len(extras) + len(columns)))]
    cells = []
    for _, year, scope in columns:
        text, value = _figure(form, rng)
        if value is not None and year and name != "-":
            made.figures[(name, year, scope)] = value
        cells.append(text)
    return [label, *extras, *cells]


def _figure(form: Form, rng: random.Random) -> tuple[str, Decimal | None]:
    if rng.random() < 0.15:
        blanks = BLANKS[1:] if form.medium in ("text", "wide") else BLANKS
        return rng.choice(blanks), None
    places = rng.choice([2, 2, 2, 0] if form.unit == "元" else [2, 4, 0])
    digits = rng.randint(0, 10 ** rng.randint(3, 11))
    value = Decimal(digits).scaleb(-places)
    negative = rng.random() < 0.15 and digits
    text = f"{value:,f}" if rng.random() < 0.8 else f"{value:f}"
    if negative:
        text = rng.choice(["-{}", "－{}", "({})", "（{}）"]).format(text)
        value = -value
    if "," in text and form.medium not in ("text", "wide"):
        text = _broken(rng, text)
    return text, value.scaleb(UNITS[form.unit])


def _broken(rng: random.Random, text: str) -> str:
    """Break a grouped figure behind a comma or a point as PDFs do: the form proves it is one."""
    chance = rng.random()
    if chance < 0.05:
        at = text.rindex(",") + 1
        return f"{text[:at]}{rng.choice([' ', chr(10)])}{text[at:]}"
    if chance < 0.1:
        return text.replace(",", "， ") if rng.random() < 0.5 else text.replace(",", " ,")
    return text


# ---- blocks
def _blocks(form: Form, rng: random.Random, header, body) -> list[Block]:
    title = TITLES[form.kind.split("_")[0]]
    spaced = rng.choice([title, " ".join(title), f"{title}（年报）", f"江苏某某有限公司{title}"])
    stock = form.kind.startswith("balance")
    day = f"{form.year}年12月31日" if stock else rng.choice(
        [f"{form.year}年度", f"{form.year}年1-12月", f"{form.year} 年度"]
    )  # fmt: skip
    unit = rng.choice(
        [f"单位：{form.unit}", f"金额单位：人民币{form.unit}", f"单位:{form.unit} 币种：人民币"]
    )
    above = [spaced, f"编制单位：江苏某某有限公司   {day}   {unit}"]
    rows = _two_header_rows(header) if form.groups else [header]
    if form.medium in ("text", "wide"):
        gap = " " if form.medium == "text" else "     "
        texts = [*above, *(gap.join(c for c in row if c) for row in (*rows, *body))]
        return [para(t) for t in texts]
    if form.medium == "inside":
        lead = [[t, *([""] * (len(header) - 1))] for t in above]
        return [table_of([*lead, *rows, *body])]
    blocks: list[Block] = [para(t) for t in above]
    if form.medium.startswith("pages") and len(body) > 6:
        cut = rng.randint(3, len(body) - 3)
        again = rows if form.medium == "pages_repeat" else []
        more = [para("- 2 -"), *([para(f"{spaced}（续）")] if rng.random() < 0.5 else [])]
        return [*blocks, table_of([*rows, *body[:cut]]), *more, table_of([*again, *body[cut:]])]
    return [*blocks, table_of([*rows, *body], ruled=form.medium != "unruled")]


def _two_header_rows(header: list[str]) -> list[list[str]]:
    return [[h.partition("|")[0] for h in header], [h.partition("|")[2] for h in header]]


def table_of(rows: list[list[str]], ruled: bool = True) -> Table:
    """A table from rows of texts; an empty text is an empty cell."""
    cells = tuple(
        Cell(
            r,
            c,
            (Paragraph(text, Place("a.pdf", 1, anchor=f"{r},{c}")),),
            Place("a.pdf", 1, anchor=f"{r},{c}"),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(len(rows), len(rows[0]), cells, Place("a.pdf", 1), ruled)
