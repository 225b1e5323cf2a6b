"""Facts of the report: what was read, under the contract's stable names."""

from collections.abc import Iterable, Iterator

from doccheck.model.dossier import Dossier, FieldReading, StatementItem
from doccheck.model.places import Evidence
from doccheck.model.report import Fact
from doccheck.reports.places import location_of
from doccheck.text.amounts import plain

PLAIN_FACTS = (
    "enterprise_name", "legal_representative", "uscc", "benchmark_name", "registered_address",
    "industry", "contact_person", "contact_phone", "email", "application_date",
    "application_direction", "application_category", "employees", "rd_staff",
    "audit_firm", "audit_opinion", "audit_report_number",
)  # fmt: skip
"""Contract §3: facts that stand without a year."""

YEARLY_FACTS = (
    "revenue", "net_profit", "total_profit", "total_assets", "total_liabilities",
    "operating_cost", "inventory", "rd_expense", "gross_margin", "debt_ratio", "asset_turnover",
    "inventory_turnover", "employees", "rd_staff",
)  # fmt: skip
"""Contract §3: facts that are named with their year (`revenue.2023`)."""


def facts_of(dossier: Dossier) -> tuple[Fact, ...]:
    """Return every fact, document by document, each value of a document once."""
    rank = {document.id: n for n, document in enumerate(dossier.documents)}
    found = [_from_reading(r) for r in dossier.readings if is_fact(r)]
    found += [_from_item(i) for i in _own_figures(dossier.statement_items)]
    found.sort(key=lambda f: rank.get(f.document, len(rank)))
    return tuple({(f.name, f.document, f.value): f for f in reversed(found)}.values())[::-1]


def is_fact(reading: FieldReading) -> bool:
    """Return whether a reading holds a value that the contract has a name for."""
    names = PLAIN_FACTS if reading.year is None else YEARLY_FACTS
    return reading.state == "filled" and reading.key in names


def enterprise_name(dossier: Dossier) -> str:
    """Return the applicant's name: the form's, else the licence's, else the first one read."""
    kinds = {document.id: document.kind for document in dossier.documents}
    order = ("application_form", "business_licence")
    names = [r for r in dossier.readings if r.key == "enterprise_name" and r.state == "filled"]
    ranked = sorted(
        names,
        key=lambda r: order.index(k) if (k := kinds.get(r.document)) in order else len(order),
    )
    return ranked[0].value or ranked[0].raw if ranked else ""


def _own_figures(items: Iterable[StatementItem]) -> Iterator[StatementItem]:
    """Yield the figures of a statement's own year; consolidated ones go before the parent's."""
    own = [i for i in items if i.own_year and i.name in YEARLY_FACTS]
    consolidated = {(i.document, i.name, i.year) for i in own if i.scope == "consolidated"}
    for item in own:
        if item.scope != "parent" or (item.document, item.name, item.year) not in consolidated:
            yield item


def _from_reading(reading: FieldReading) -> Fact:
    value = reading.value or reading.raw
    return _fact(reading.fact, value, reading.raw, reading.document, reading.evidence)


def _from_item(item: StatementItem) -> Fact:
    name = f"{item.name}.{item.year}"
    return _fact(name, plain(item.value), item.raw, item.document, item.evidence)


def _fact(name: str, value: str, raw: str, document: str, evidence: Evidence) -> Fact:
    return Fact(
        name=name,
        value=value,
        raw=raw,
        document=document,
        confidence=round(evidence.confidence, 4),
        location=location_of(evidence.place),
    )
