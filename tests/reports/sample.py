"""A small submission, judged by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from doccheck.model.dossier import Dossier, FieldReading, LogicalDocument, StatementItem
from doccheck.model.files import SourceFile
from doccheck.model.places import Box, Evidence, Place
from doccheck.model.program import DocumentSpec, Notice, Program, Requirement, RuleSpec
from doccheck.model.result import Judged, NearMiss, Outcome, Search
from doccheck.reports.wording.words import Words

FORM, LICENCE, LETTER = "申报表.docx", "附件/<b>执照</b>.pdf", "[red]坏[/red]\x1b[31m.pdf"

WORDS = {
    "same": Words("{subject}一致", actual="{value}"),
    "differs": Words("{subject}不一致", "各处相同", "{value}", "请改成一致"),
    "missing": Words("没有找到{subject}", "应有{subject}", fix="请补交{subject}"),
    "doubt": Words("（有 {pages} 没有读出，请人工确认）"),
    "note": Words("{subject}只作提示"),
}

RULES = (
    RuleSpec(id="1-1", rule="CON01", clause="附件1", says="企业名称一致"),
    RuleSpec(id="1-2", rule="CON02", clause="附件1", says="法人一致", fix="请核对营业执照"),
    RuleSpec(id="2-1", rule="MAT01", clause="三.1", says="有承诺书"),
    RuleSpec(id="2-2", rule="FMT01", clause="三.2", says="用A4", severity="warning"),
    RuleSpec(id="2-3", rule="FMT04", clause="三.3", says="没有隐藏文字", severity="info"),
)

PROGRAM = Program(
    id="sample-2021",
    title="样例",
    notice=Notice(
        issuer="某厅", title="关于样例的通知", date=date(2021, 4, 1), number="〔2021〕1号"
    ),
    recognise=("样例",),
    documents=(DocumentSpec(key="form", kind="application_form", title="申报表"),),
    rules=RULES,
    requirements=(
        Requirement(clause="附件1", says="一致", rules=("1-1", "1-2")),
        Requirement(clause="三.1", says="有承诺书", rules=("2-1",), who="recommender"),
        Requirement(clause="三.9", says="没有做的", rules=("unknown",)),
        Requirement(clause="四", says="经验先进", person="看经验是否先进"),
        Requirement(clause="五", says="排名真实", nobody="没有数据"),
        Requirement(clause="六", says="评审安排", not_asked="不是对材料的要求"),
    ),
)


def evidence(file: str, document: str, quote: str, confidence: float = 0.99) -> Evidence:
    place = (
        Place(file, 1, Box(10.04, 20, 30, 40))
        if file.endswith(".pdf")
        else Place(file, anchor="table[0].cell[2,1]")
    )
    return Evidence(place, quote, confidence=confidence, document=document)


def reading(
    key: str, document: str, file: str, raw: str, value: str = "", year: int | None = None
) -> FieldReading:
    return FieldReading(
        key,
        document,
        key,
        "filled" if raw else "blank",
        evidence(file, document, raw),
        year=year,
        raw=raw,
        value=value or raw,
    )


def item(
    name: str, year: int, value: str, scope: str = "single", own: bool = True
) -> StatementItem:
    return StatementItem(
        "d3",
        name,
        name,
        year,
        Decimal(value),
        Decimal(1),
        value,
        evidence(LICENCE, "d3", value),
        own_year=own,
        scope=scope,
    )  # type: ignore[arg-type]


DOSSIER = Dossier(
    files=(
        SourceFile(FORM, Path("x"), 1, "a" * 64, "docx", "application/docx"),
        SourceFile(LICENCE, Path("x"), 1, "b" * 64, "pdf", "application/pdf"),
        SourceFile(
            LETTER, Path("x"), 1, "c" * 64, "pdf", "application/pdf", "unreadable", "文件已损坏"
        ),
    ),
    physical=(),
    documents=(
        LogicalDocument("d1", FORM, "application_form", "form", "申报表"),
        LogicalDocument("d2", LICENCE, "business_licence", "", "营业执照", pages=(1, 1)),
        LogicalDocument(
            "d3", LICENCE, "audit_report", "", "审计报告", 2020, (2, 9), text_source="mixed"
        ),
    ),
    readings=(
        reading("enterprise_name", "d2", LICENCE, "甲<script>alert(1)</script>公司"),
        reading("enterprise_name", "d1", FORM, "甲公司"),
        reading("legal_representative", "d1", FORM, "张三"),
        reading("legal_representative", "d2", LICENCE, "李四"),
        reading("revenue", "d1", FORM, "12.5", "125000", year=2020),
        reading("revenue", "d1", FORM, "没有年份"),
        reading("secret_field", "d1", FORM, "不是合同里的事实"),
        reading("email", "d1", FORM, ""),
    ),
    statement_items=(
        item("revenue", 2020, "125000.00", "parent"),
        item("revenue", 2020, "225000.00", "consolidated"),
        item("revenue", 2019, "1", own=False),
    ),
)

SEARCH = Search(
    (Place(FORM), Place(LICENCE, 1)), (NearMiss("承诺", Place(LICENCE, 2), 0.72),), (Place(LETTER),)
)


def judged(*outcomes: tuple[str, Outcome]) -> tuple[Judged, ...]:
    rules = {rule.id: rule for rule in RULES}
    return tuple(Judged(rules[rule], outcome) for rule, outcome in outcomes)


NAMES = (evidence(FORM, "d1", "甲公司"), evidence(LICENCE, "d2", "甲公司"))
PEOPLE = (evidence(FORM, "d1", "张三"), evidence(LICENCE, "d2", "李四", 0.96))

JUDGED = judged(
    ("1-1", Outcome("pass", "same", "企业名称", {"value": "甲公司"}, "enterprise_name", NAMES)),
    (
        "1-2",
        Outcome(
            "fail",
            "differs",
            "法定代表人",
            {"value": "张三、{李四}"},
            "legal_representative",
            PEOPLE,
        ),
    ),
    (
        "2-1",
        Outcome(
            "review",
            "missing",
            "承诺书",
            {"pages": "1页"},
            "commitment_letter",
            search=SEARCH,
            doubt="doubt",
        ),
    ),
    ("2-2", Outcome("not_checked", "note", "纸张")),
    ("2-3", Outcome("fail", "note", "隐藏文字")),
)
