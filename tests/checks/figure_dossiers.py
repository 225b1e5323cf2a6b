"""Small submissions of a form with figures and the statements behind it.

Money on the form is printed in 万元, in statements in yuan; ratios with their per cent sign.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from doccheck import checks  # noqa: F401  (fills the registry)
from doccheck.checks.view import View
from doccheck.model.document import Paragraph, Picture
from doccheck.model.dossier import Dossier, FieldReading, LogicalDocument, Mark, StatementItem
from doccheck.model.places import ASSERTED, UNCONFIRMED, Evidence, Place
from doccheck.model.program import DocumentSpec, FieldSpec, Notice, Program

APPLICANT = "江苏禾木机械有限公司"
WAN = Decimal(10_000)

FORM = DocumentSpec(key="form", kind="application_form", title="申报表")
AUDIT = DocumentSpec(key="audit", kind="audit_report", title="审计报告", years=(2022, 2023))
SHEETS = DocumentSpec(key="sheets", kind="financial_statements", title="财务报表")


def _money(key: str, label: str) -> FieldSpec:
    return FieldSpec(
        key=key, label=label, documents=("form",), kind="money", unit="万元", years=(2022, 2023)
    )


def _ratio(key: str, label: str, kind: str = "percent") -> FieldSpec:
    return FieldSpec(
        key=key, label=label, documents=("form",), kind=kind, years=(2022, 2023),  # type: ignore[arg-type]
        unit="%" if kind == "percent" else "",
    )  # fmt: skip


def _change(key: str, label: str) -> FieldSpec:
    return FieldSpec(
        key=key, label=label, documents=("form",), kind="percent", unit="%", column=("同比",),
        year=2023,
    )  # fmt: skip


PROGRAM = Program(
    id="figures", title="数字", recognise=("数字",),
    notice=Notice(issuer="工信局", title="通知", date=date(2024, 4, 1)),
    years=(2022, 2023), documents=(FORM, AUDIT, SHEETS), rules=(),
    fields=(
        FieldSpec(key="enterprise_name", label="企业名称", documents=("form",), kind="enterprise"),
        _money("revenue", "营业收入"),
        _money("net_profit", "净利润"),
        _money("total_profit", "利润总额"),
        _money("total_assets", "资产总额"),
        _money("total_liabilities", "负债总额"),
        _money("rd_expense", "研发投入"),
        _money("net_total", "净利润总额"),
        _ratio("gross_margin", "毛利润率"),
        _ratio("debt_ratio", "资产负债率"),
        _ratio("rd_intensity", "投入强度"),
        _ratio("asset_turnover", "资产周转率", "turnover"),
        _change("revenue_growth", "营业收入"),
        _change("net_profit_growth", "净利润"),
        _change("debt_ratio_change", "资产负债率"),
        FieldSpec(key="employees", label="职工总数", documents=("form",), kind="count", unit="人"),
        FieldSpec(key="rd_staff", label="研发人员数", documents=("form",), kind="count", unit="人"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """An audit report of a year: figures in yuan, this year's, last year's, the parent's."""

    year: int | None
    figures: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    parent: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # label → sum, figure
    facts: Mapping[str, str] = field(default_factory=dict)
    dated: str = ""
    kind: str = "audit_report"
    source: str = "native"
    confidence: float = 1.0
    readable: bool = True
    notes: tuple[str, ...] = ()
    signers: int | None = None  # None: the letter's end was not looked at
    sealed: bool = False

    @property
    def key(self) -> str:
        return "audit" if self.kind == "audit_report" else "sheets"


def seen(
    form: Mapping[str, str],
    *reports: Report,
    source: str = "native",
    confidence: float = 1.0,
    label: str = "",
) -> View:
    """A form with these figures and the reports beside it; `""` is a blank cell."""
    documents = [LogicalDocument("d1", "申报表.docx", "application_form", "form", "申报表",
                                 text_source=source)]  # type: ignore[arg-type]  # fmt: skip
    readings = [_reading(name, text, source, confidence, label) for name, text in form.items()]
    items: list[StatementItem] = []
    marks: list[Mark] = []
    for n, report in enumerate(reports, 2):
        i, file = f"d{n}", f"{report.year or '未知'}年审计报告{n}.pdf"
        documents.append(
            LogicalDocument(i, file, report.kind, report.key, "审计报告", report.year,  # type: ignore[arg-type]
                            blocks=tuple(Paragraph(t, Place(file, 9)) for t in report.notes),
                            readable=report.readable, text_source=report.source,  # type: ignore[arg-type]
                            pictures=_seals(file, report))
        )  # fmt: skip
        readings += _signing(i, file, report)
        items += _items(i, file, report)
        readings += [_fact(i, file, report, key, text) for key, text in report.facts.items()]
        if report.dated:
            day = date.fromisoformat(report.dated)
            evidence = Evidence(Place(file, 4), report.dated, document=i)
            marks.append(Mark("date", i, "日期", "present", evidence, value=report.dated, day=day))
    dossier = Dossier((), (), tuple(documents), tuple(readings), (), tuple(marks), tuple(items))
    return View(dossier, PROGRAM, date(2024, 5, 8))


def figure(text: str, factor: Decimal = Decimal(1)) -> tuple[Decimal, Decimal]:
    """Value and step of a printed figure."""
    plain = text.replace(",", "").rstrip("%次人")
    places = len(plain.partition(".")[2])
    return Decimal(plain) * factor, Decimal(1).scaleb(-places) * factor


def _reading(name: str, text: str, source: str, confidence: float, label: str) -> FieldReading:
    key, _, year = name.partition(".")
    spec = PROGRAM.field(key)
    via = "ocr" if source == "ocr" else "table"
    place = Place("申报表.docx", anchor=f"table[0].cell[{name}]")
    sure = min(confidence, UNCONFIRMED) if via == "ocr" else confidence
    evidence = Evidence(place, text or spec.label, via, sure, document="d1")  # type: ignore[arg-type]
    years = int(year) if year else spec.year
    printed_label = label or spec.label
    if not text:
        return FieldReading(key, "d1", printed_label, "blank", evidence, years)
    if key == "enterprise_name":
        return FieldReading(key, "d1", printed_label, "filled", evidence, years, text, text)
    factor = WAN if spec.kind == "money" else Decimal("0.01") if "%" in text else Decimal(1)
    value, step = figure(text, factor)
    return FieldReading(
        key, "d1", printed_label, "filled", evidence, years, text, str(value), value, step
    )


def _items(i: str, file: str, report: Report) -> list[StatementItem]:
    year = report.year or 0
    scope = "consolidated" if report.parent else "single"
    place = Place(file, 5)
    rows = [(n, t, year, True, scope, "") for n, t in report.figures.items()]
    rows += [(n, t, year - 1, False, scope, "") for n, t in report.before.items()]
    rows += [(n, t, year, True, "parent", "") for n, t in report.parent.items()]
    rows += [(n, t, year, True, scope, part) for n, (part, t) in report.parts.items()]
    found = []
    for name, text, of_year, own, of_scope, part in rows:
        value, step = figure(text)
        via = "ocr" if report.source == "ocr" else "table"
        at = dataclasses.replace(place, anchor=f"{name}.{of_year}.{of_scope}.{own}")
        sure = report.confidence
        if via == "ocr" and sure > ASSERTED:  # nothing is read surer by one recogniser
            sure = UNCONFIRMED
        evidence = Evidence(at, f"{name} {text}", via, sure, document=i)  # type: ignore[arg-type]
        sign = -1 if part.startswith("-") else 1
        found.append(
            StatementItem(i, name, name, of_year, value, step, text, evidence, own,
                          of_scope, part.lstrip("-"), sign)  # type: ignore[arg-type]
        )  # fmt: skip
    return found


def _seals(file: str, report: Report) -> tuple[Picture, ...]:
    return (Picture(Place(file, 3), appearance="seal"),) if report.sealed else ()


def _signing(i: str, file: str, report: Report) -> list[FieldReading]:
    if report.signers is None:
        return []
    evidence = Evidence(Place(file, 3, anchor="end"), "中国注册会计师：", document=i)
    end = FieldReading("audit_signing", i, "签章页", "filled", evidence, value=str(report.signers))
    places = [FieldReading("accountant", i, "中国注册会计师", "unclear", evidence)]
    return [end, *places * report.signers]


def _fact(i: str, file: str, report: Report, key: str, text: str) -> FieldReading:
    evidence = Evidence(Place(file, 3, anchor=key), text, "native", report.confidence, document=i)
    return FieldReading(key, i, key, "filled", evidence, raw=text, value=text)
