"""Documents that no notice needs to describe: licence, audit report, statements, certificates."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from doccheck.model.dossier import FieldReading, LogicalDocument, StatementItem
from doccheck.model.places import Found
from doccheck.understanding.audit import (
    AuditFacts,
    read_audit,
    reporting_year,
    statement_enterprise,
)
from doccheck.understanding.licence import read_enterprise_facts, read_licence
from doccheck.understanding.statements import read_statements

LABELS = {
    "enterprise_name": "被审计单位",
    "audit_firm": "会计师事务所",
    "audit_opinion": "审计意见",
    "audit_report_number": "报告编号",
    "audit_date": "报告日期",
    "accountant": "中国注册会计师",
    "audit_signing": "签章页",
}


@dataclass(frozen=True, slots=True)
class Generic:
    """What was read from a document of a kind that every programme shares."""

    readings: tuple[FieldReading, ...] = ()
    items: tuple[StatementItem, ...] = ()


def reporting_year_of(document: LogicalDocument) -> int | None:
    """Return the reporting year of an audit report or statement, None for other kinds."""
    if document.kind not in ("audit_report", "financial_statements"):
        return None
    return reporting_year(document)


def read_generic(document: LogicalDocument, taken: frozenset[str]) -> Generic:
    """Read a document of a shared kind; `taken` are fields that the programme's form gave."""
    readers: dict[str, Callable[[LogicalDocument], Generic]] = {
        "business_licence": lambda d: Generic(read_licence(d)),
        "audit_report": _audit,
        "financial_statements": _statements,
        "evidence": lambda d: Generic(read_enterprise_facts(d)),
    }
    reader = readers.get(document.kind)
    if reader is None:
        return Generic()
    generic = reader(document)
    return Generic(tuple(r for r in generic.readings if r.key not in taken), generic.items)


def _audit(document: LogicalDocument) -> Generic:
    facts = read_audit(document)
    found: list[tuple[str, Found[str] | None]] = (
        []
        if facts is None
        else [
            ("enterprise_name", facts.enterprise),
            ("audit_firm", facts.firm),
            ("audit_opinion", facts.opinion),
            ("audit_report_number", facts.number),
        ]
    )
    signed = _signed(document, facts) if facts else ()
    return Generic((*_readings(document, found), *signed), read_statements(document))


def _signed(document: LogicalDocument, facts: AuditFacts) -> Iterator[FieldReading]:
    """Yield the report's date, where its letter ends, and each place where a CPA signs.

    A place without a printed name is `unclear`.
    """
    if facts.end is not None:
        count, evidence = facts.end.value, facts.end.evidence[0]
        yield FieldReading(
            "audit_signing", document.id, LABELS["audit_signing"], "filled", evidence,
            raw=evidence.quote, value=str(count),
        )  # fmt: skip
    if facts.day is not None:
        day, evidence = facts.day.value, facts.day.evidence[0]
        yield FieldReading(
            "audit_date", document.id, LABELS["audit_date"], "filled", evidence,
            raw=evidence.quote, value=day.isoformat(), day=day,
        )  # fmt: skip
    for place in facts.signing:
        yield FieldReading(
            "accountant", document.id, LABELS["accountant"],
            "filled" if place.value else "unclear", place.evidence[0],
            raw=place.value, value=place.value,
        )  # fmt: skip


def _statements(document: LogicalDocument) -> Generic:
    found = [("enterprise_name", statement_enterprise(document))]
    return Generic(tuple(_readings(document, found)), read_statements(document))


def _readings(
    document: LogicalDocument, found: list[tuple[str, Found[str] | None]]
) -> Iterator[FieldReading]:
    for key, value in found:
        if value is not None:
            evidence = value.evidence[0]
            yield FieldReading(
                key,
                document.id,
                LABELS[key],
                "filled",
                evidence,
                raw=value.value,
                value=value.value,
            )
