"""Choosing the figure of a statement that a figure on the form speaks of."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from doccheck.checks.quantities import Figure, printed, yuan
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading, LogicalDocument, StatementItem
from doccheck.model.program import DocumentKind
from doccheck.model.result import Outcome

STATEMENT_KINDS: tuple[DocumentKind, ...] = ("audit_report", "financial_statements")

SAME_ITEM: dict[str, tuple[str, ...]] = {"revenue": ("revenue", "total_revenue")}
"""Items that answer for a fact beside the one of its own name."""

ITEM_LABELS: dict[str, str] = {
    "revenue": "营业收入", "total_revenue": "营业总收入", "main_revenue": "主营业务收入",
    "other_revenue": "其他业务收入", "operating_cost": "营业成本", "main_cost": "主营业务成本",
    "total_operating_cost": "营业总成本", "operating_profit": "营业利润",
    "total_profit": "利润总额", "net_profit": "净利润",
    "net_profit_of_parent": "归属于母公司的净利润", "net_profit_of_minority": "少数股东损益",
    "income_tax": "所得税费用", "non_operating_income": "营业外收入",
    "non_operating_expense": "营业外支出", "subsidy_income": "补贴收入",
    "total_assets": "资产总计", "current_assets": "流动资产合计",
    "noncurrent_assets": "非流动资产合计", "inventory": "存货",
    "total_liabilities": "负债合计", "current_liabilities": "流动负债合计",
    "noncurrent_liabilities": "非流动负债合计", "total_equity": "所有者权益合计",
    "liabilities_and_equity": "负债和所有者权益总计", "rd_expense": "研发费用",
    "equity_of_parent": "归属于母公司所有者权益合计", "minority_interest": "少数股东权益",
    "cash_in_operating": "经营活动现金流入小计", "cash_out_operating": "经营活动现金流出小计",
    "net_cash_operating": "经营活动产生的现金流量净额",
    "cash_in_investing": "投资活动现金流入小计", "cash_out_investing": "投资活动现金流出小计",
    "net_cash_investing": "投资活动产生的现金流量净额",
    "cash_in_financing": "筹资活动现金流入小计", "cash_out_financing": "筹资活动现金流出小计",
    "net_cash_financing": "筹资活动产生的现金流量净额",
    "exchange_effect": "汇率变动对现金的影响", "net_cash_increase": "现金及现金等价物净增加额",
    "cash_opening": "期初现金及现金等价物余额", "cash_closing": "期末现金及现金等价物余额",
}  # fmt: skip
"""What statements call an item; forms' own names come from the programme's fields."""


_NOTES = re.compile(r"[（(\n]|注：")


def label_of(view: View, name: str) -> str:
    """Return what to call an item in a message: the programme's label, else the statements'."""
    spec = next((f for f in view.program.fields if f.key == name), None)
    if spec is None:
        return ITEM_LABELS.get(name, name)
    return _NOTES.split(spec.label)[0].strip() or spec.label


def subject_of(view: View, name: str, year: int | None) -> str:
    """Return what a result is about: `2023年主营业务收入`."""
    return f"{year}年{label_of(view, name)}" if year else label_of(view, name)


def items_for(name: str) -> tuple[str, ...]:
    """Return the statement items that answer for a fact."""
    return SAME_ITEM.get(name, (name,))


# ---- statements


def audited_figures(view: View, names: Iterable[str], year: int) -> tuple[Figure, ...]:
    """Return what the statements say about a year under some names, the best source first.

    Best is: that year's own column before the next year's comparison column, consolidated or
    single before parent, an audit report before bare statements; then in order of documents.
    """
    wanted = tuple(names)
    items = [i for i in view.dossier.statement_items if i.name in wanted and i.year == year]
    order = {d.id: n for n, d in enumerate(view.dossier.documents)}

    def rank(item: StatementItem) -> tuple[int, bool, bool, bool, int]:
        unaudited = view.dossier.document(item.document).kind != "audit_report"
        parent = item.scope == "parent"
        return wanted.index(item.name), parent, not item.own_year, unaudited, order[item.document]

    return tuple(_figure(view, item) for item in sorted(items, key=rank))


def audited(view: View, name: str, year: int) -> tuple[Figure, ...]:
    """Return what the statements say about one fact and year, the best source first.

    Raises NotFoundError where they say nothing about it.
    """
    found = audited_figures(view, items_for(name), year)
    if not found:
        raise missing(view, name, year)
    return found


def missing(view: View, name: str, year: int, wanted: str = "") -> NotFoundError:
    """Return the reason why no statement says anything about a fact of a year.

    `wanted` is the programme's document that should say it.
    """
    subject = subject_of(view, name, year)
    title = view.program.document(wanted).title if wanted else "审计报告或财务报表"
    values = {"year": str(year), "item": ITEM_LABELS.get(name, name), "wanted": title}
    near = [d for d in statements(view) if d.year in (year, year + 1, None)]
    unread = tuple(d for d in near if not d.readable or d.unread_pages)
    if unread:
        files = "、".join(dict.fromkeys(d.file for d in unread))
        evidence = tuple(view.cite(d) for d in unread)
        return NotFoundError("FIN.unread_statement", subject, values | {"files": files}, evidence)
    if near:
        titles = "、".join(dict.fromkeys(document_name(view, d) for d in near))
        evidence = tuple(view.cite(d) for d in near)
        return NotFoundError("FIN.no_item", subject, values | {"documents": titles}, evidence)
    return NotFoundError("FIN.no_statement", subject, values, search=view.search())


def statements(view: View) -> tuple[LogicalDocument, ...]:
    """Return the audit reports and statements of the submission."""
    return tuple(view.dossier.of_kind(*STATEMENT_KINDS))


def document_name(view: View, document: LogicalDocument) -> str:
    """Return what to call a report in a message: `2023年审计报告`."""
    title = "审计报告" if document.kind == "audit_report" else "财务报表"
    if document.kind not in STATEMENT_KINDS:
        title = view.title_of(document.id)
    return f"{document.year}年{title}" if document.year else title


def _figure(view: View, item: StatementItem) -> Figure:
    report = document_name(view, view.dossier.document(item.document))
    column = "" if item.own_year else "上年数"
    scope = {"parent": "母公司", "consolidated": "合并", "single": ""}[item.scope]
    source = f"{report}{scope}“{ITEM_LABELS.get(item.name, item.label)}”{column}"
    return Figure(
        item.name, item.year, item.value, item.step, item.evidence, source, "statement",
        item.document, item.scope, item.own_year,
    )  # fmt: skip


def in_words(view: View, figure: Figure) -> str:
    """Print a figure as its document does: a statement's money in yuan, else in its unit."""
    spec = next((f for f in view.program.fields if f.key == figure.name), None)
    if spec is None or (figure.origin == "statement" and spec.kind == "money"):
        return yuan(figure.value, figure.step)
    return printed(figure.value, figure.step, spec.kind, spec.unit)


# ---- the form


def stated(view: View, name: str, year: int | None, document: str = "") -> Figure:
    """Return what the form states; of several copies the one that reads best.

    Raises NotFoundError where it is blank, unclear or no number.
    """
    readings = stated_readings(view, name, year, document)
    if not readings and year and all(f.key != name for f in view.program.fields):
        raise missing(view, name, year)  # the form does not ask for it
    if not readings:
        reading = view.filled(name, year)
        values = {"field": subject_of(view, name, year), "raw": reading.raw}
        raise NotFoundError("FIN.no_number", values["field"], values, (reading.evidence,))
    return form_figure(view, readings[0])


def stated_readings(
    view: View, name: str, year: int | None, document: str = ""
) -> tuple[FieldReading, ...]:
    """Return the readings of a field that hold a number, the surest first."""
    ids = {d.id for d in view.documents(document)} if document else None
    found = [
        r
        for r in view.readings(name, year)
        if r.state == "filled"
        and r.number is not None
        and (ids is None or r.document in ids)
        and view.dossier.document(r.document).kind not in STATEMENT_KINDS
    ]
    return tuple(sorted(found, key=lambda r: (view.scanned(r), -r.evidence.confidence)))


def form_figure(view: View, reading: FieldReading) -> Figure:
    """Return a reading that holds a number as a figure."""
    if reading.number is None:
        raise ValueError(f"{reading.fact} holds no number")
    source = f"《{view.title_of(reading.document)}》{printed_label(view, reading)}"
    return Figure(
        reading.key, reading.year, reading.number, reading.step or smallest(reading),
        reading.evidence, source, "form", reading.document,
    )  # fmt: skip


def printed_label(view: View, reading: FieldReading) -> str:
    """Return a field's label as printed, without the note that stands below it."""
    return _NOTES.split(reading.label)[0].strip() or label_of(view, reading.key)


def smallest(reading: FieldReading) -> Decimal:
    """Return one unit of a number's last digit, for a reading that does not tell its own."""
    exponent = (reading.number or Decimal(0)).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def years_asked(view: View, name: str, years: tuple[int, ...], year: int | None) -> tuple[int, ...]:
    """Return the years that a rule speaks of: its own, else those of the field's columns."""
    spec = view.program.field(name)
    return years or ((year,) if year else spec.years or ((spec.year,) if spec.year else ()))


# ---- several questions of one rule


def answer_each(
    questions: Iterable[tuple[str, Callable[[], Iterable[Outcome]]]],
) -> Iterator[Outcome]:
    """Answer several questions of one rule; one without an answer does not keep the others.

    What the same cause keeps from being checked is one `not_checked` that names all of it.
    """
    causes: dict[tuple[str, ...], list[tuple[str, NotFoundError]]] = {}
    for target, question in questions:
        try:
            yield from question()
        except NotFoundError as cause:
            causes.setdefault(_cause(cause), []).append((target, cause))
    for group in causes.values():
        yield _one_cause(group)


def _cause(cause: NotFoundError) -> tuple[str, ...]:
    """Return what tells causes apart: a missing report is one, two blank fields are two."""
    told = (f"{name}={value}" for name, value in cause.values.items() if name != "item")
    return cause.key, *sorted(told)


def _one_cause(group: list[tuple[str, NotFoundError]]) -> Outcome:
    target, first = group[0]
    subjects = "、".join(dict.fromkeys(cause.subject for _, cause in group))
    items = "、".join(dict.fromkeys(c.values.get("item", "") for _, c in group))
    values = {**first.values, "item": items}
    evidence = tuple(dict.fromkeys(e for _, cause in group for e in cause.evidence))
    alone = target if len(group) == 1 else ""
    return replace(
        unchecked(first), subject=subjects, target=alone, values=values, evidence=evidence
    )
