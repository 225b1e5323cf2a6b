"""Small submissions built by hand: papers with fields, sections and dates, seen as a `View`.

A field's text `""` is a blank cell, `"?"` a cell that could not be told; a field that is not
named has no label on the paper. `total_profit.2020` is a field of one year.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter

from doccheck import checks  # noqa: F401  (fills the registry)
from doccheck.checks.engine import answers
from doccheck.checks.view import View
from doccheck.model.document import Block, Document, Page, Paragraph, Picture
from doccheck.model.dossier import WHOLE_TEXT, Dossier, FieldReading, LogicalDocument, Mark, Section
from doccheck.model.files import SourceFile
from doccheck.model.places import Evidence, Place
from doccheck.model.program import (
    Deadline,
    DocumentSpec,
    FieldSpec,
    Notice,
    Program,
    Region,
    RuleSpec,
    SectionSpec,
)
from doccheck.model.result import Outcome
from doccheck.reports.wording import WORDS, words_for
from doccheck.text import ids
from doccheck.text.count import count

ENTERPRISE = "湖南沛锐智能装备有限公司"
NAME = "湖南沛锐智能装备有限公司实施六西格玛设计的实践经验"
USCC = next(  # a made-up code of Changsha with the right check digit
    code for end in "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if ids.check_uscc(code := f"91430100MA4L6X7K2{end}").ok
)  # fmt: skip
ELSEWHERE = next(
    code for end in "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if ids.check_uscc(code := f"91320400MA1L6X7K2{end}").ok
)  # fmt: skip

DOCUMENTS = (
    DocumentSpec(
        key="form", kind="application_form", title="申请推荐表",
        titles=("2021年“湖南省工业质量标杆”申请推荐表",), names=("申报表", "推荐表"),
    ),
    DocumentSpec(key="letter", kind="commitment_letter", title="承诺书", titles=("承诺书",)),
    DocumentSpec(
        key="report", kind="case_report", title="典型经验材料", names=("经验材料",), inside="form"
    ),
    DocumentSpec(key="licence", kind="business_licence", title="营业执照", names=("执照",)),
    DocumentSpec(key="audit", kind="audit_report", title="审计报告", years=(2019, 2020)),
    DocumentSpec(key="evidence", kind="evidence", title="证明材料"),
)  # fmt: skip

FIELDS = (
    FieldSpec(
        key="enterprise_name", label="申报单位", documents=("form", "letter", "licence"),
        kind="enterprise",
    ),
    FieldSpec(key="uscc", label="统一社会信用代码", documents=("form", "licence"), kind="uscc"),
    FieldSpec(
        key="benchmark_name", label="标杆名称", documents=("form", "report"),
    ),
    FieldSpec(
        key="legal_representative", label="法人代表", documents=("form", "licence"), kind="person"
    ),
    FieldSpec(key="contact_phone", label="手机", documents=("form",), kind="phone"),
    FieldSpec(key="email", label="电子邮箱", documents=("form",), kind="email"),
    FieldSpec(key="postcode", label="邮编", documents=("form",), kind="postcode", required=False),
    FieldSpec(
        key="postal_address", label="通讯地址", documents=("form", "letter"), kind="address",
        required=False,
    ),
    FieldSpec(
        key="registered_address", label="住所", documents=("licence",), kind="address",
        required=False,
    ),
    FieldSpec(
        key="direction", label="申报方向", documents=("form",), kind="choice", required=False,
        choices=("（一）质量变革的经验", "（二）基础材料领域的经验", "（三）中小企业的经验"),
    ),
    FieldSpec(
        key="total_profit", label="利润总额（万元）", documents=("form",), kind="money",
        unit="万元", years=(2019, 2020), required=False,
    ),
    FieldSpec(key="date", label="日期", documents=("letter",), kind="date"),
    FieldSpec(
        key="opinion", label="市州工信局意见", documents=("form",), required=False,
        who="recommender",
    ),
)  # fmt: skip

SECTIONS = (
    SectionSpec(
        key="overview", title="企业概况", aliases=("企业简介",), documents=("report",),
        instructions=("企业概况包括所属行业、企业性质",),
    ),
    SectionSpec(key="method", title="质量管理方法简介", documents=("report",)),
    SectionSpec(key="practice", title="实施与运行情况", documents=("report",)),
    SectionSpec(key="effects", title="实施效果", documents=("report",)),
    SectionSpec(key="part", title="典型经验", documents=("report",), required=False),
    SectionSpec(key="background", title="背景", documents=("report",), parent="part"),
    SectionSpec(key="case", title="案例", documents=("report",), many=True),
)  # fmt: skip

REGION = Region(
    name="湖南省", codes=("43",), names=("湖南", "长沙"), elsewhere=("江苏省", "北京市")
)
DEADLINE = Deadline(id="enterprise", who="enterprise", date=date(2021, 5, 10), clause="四（三）")
LATER = Deadline(id="recommender", who="recommender", date=date(2021, 5, 31), clause="四（三）")

PROGRAM = Program(
    id="test", title="测试标杆", recognise=("测试标杆",),
    notice=Notice(issuer="湖南省工业和信息化厅", title="通知", date=date(2021, 4, 8)),
    region=REGION, deadlines=(DEADLINE, LATER), documents=DOCUMENTS, fields=FIELDS,
    sections=SECTIONS, rules=(),
)  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """One document of a submission; `key` empty: nobody knows what it is."""

    key: str
    file: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[tuple[str, str], ...] = ()
    dates: tuple[str, ...] = ()
    date_who: str = "enterprise"
    seal: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    whole: str = ""
    kind: str = ""
    year: int | None = None
    readable: bool = True
    unread: tuple[int, ...] = ()
    pictures: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    source: str = "native"
    confidence: float = 1.0
    score: float = 1.0
    section_pictures: int = 0
    heading_confidence: float = 1.0
    runner_up: str | None = None


def view(
    *papers: Paper,
    files: tuple[SourceFile, ...] = (),
    physical: tuple[Document, ...] = (),
    program: Program = PROGRAM,
    as_of: date = date(2021, 5, 8),
    **more: object,
) -> View:
    """A submission of these papers, received in time."""
    numbered = [(f"d{n}", p) for n, p in enumerate(papers, 1)]
    dossier = Dossier(
        files or tuple(source(_file(p)) for p in papers),
        physical,
        tuple(_document(i, p, program) for i, p in numbered),
        tuple(r for i, p in numbered for r in _readings(i, p, program)),
        tuple(s for i, p in numbered for s in _sections(i, p)),
        tuple(m for i, p in numbered for m in _marks(i, p)),
    )
    return View(dossier, program, as_of, **more)  # type: ignore[arg-type]


def source(path: str, **more: object) -> SourceFile:
    file_format = path.rsplit(".", 1)[-1]
    file = SourceFile(path, Path("x"), 1, "ab", file_format, "x/y")  # type: ignore[arg-type]
    return dataclasses.replace(file, **more)  # type: ignore[arg-type]


def _file(paper: Paper) -> str:
    return paper.file or f"{paper.key or 'unknown'}.docx"


def _place(paper: Paper, anchor: str) -> Place:
    return Place(_file(paper), anchor=anchor)


def _evidence(i: str, paper: Paper, anchor: str, quote: str) -> Evidence:
    via = "ocr" if paper.source == "ocr" else "native"
    return Evidence(_place(paper, anchor), quote, via, paper.confidence, document=i)  # type: ignore[arg-type]


def _document(i: str, paper: Paper, program: Program) -> LogicalDocument:
    spec = next((d for d in program.documents if d.key == paper.key), None)
    lines = (*((paper.title,) if paper.title else ()), *paper.lines)
    blocks: tuple[Block, ...] = tuple(
        Paragraph(text, _place(paper, f"paragraph[{n}]")) for n, text in enumerate(lines)
    )
    picture = Picture(_place(paper, "paragraph[0]"))
    return LogicalDocument(
        i, _file(paper), paper.kind or (spec.kind if spec else "other"), paper.key,  # type: ignore[arg-type]
        paper.title, paper.year, None, blocks, (picture,) * paper.pictures, paper.unread,
        paper.readable, paper.source, runner_up=paper.runner_up,  # type: ignore[arg-type]
    )  # fmt: skip


def _readings(i: str, paper: Paper, program: Program) -> list[FieldReading]:
    found = []
    for n, (name, text) in enumerate(paper.fields.items()):
        key, _, year = name.partition(".")
        spec = program.field(key)
        state = {"": "blank", "?": "unclear"}.get(text, "filled")
        number = text.replace(".", "", 1).removeprefix("-")
        found.append(
            FieldReading(
                key,
                i,
                paper.labels.get(key, spec.label),
                state,  # type: ignore[arg-type]
                _evidence(i, paper, f"table[0].cell[{n},1]", text),
                int(year) if year else None,
                raw=text,
                value=text,
                number=Decimal(text) if number.isdigit() else None,
                step=Decimal(1),
            )
        )
    return found


def _sections(i: str, paper: Paper) -> list[Section]:
    found = []
    if paper.whole:
        found.append(_section(i, paper, "", paper.title, paper.whole, WHOLE_TEXT))
    titles = {s.key: s.title for s in SECTIONS}
    for name, text in paper.sections:
        key, _, title = name.partition("|")
        found.append(_section(i, paper, key, title or titles[key], text, 1))
    return found


def _section(i: str, paper: Paper, key: str, title: str, text: str, level: int) -> Section:
    evidence = dataclasses.replace(
        _evidence(i, paper, f"paragraph[{title}]", title),
        confidence=min(paper.confidence, paper.heading_confidence),
    )
    return Section(
        i, title, level, text, count(text), evidence, key=key, score=paper.score if key else 0.0,
        complete=not paper.unread, pictures=paper.section_pictures,
    )  # fmt: skip


def _marks(i: str, paper: Paper) -> list[Mark]:
    found = []
    for n, text in enumerate(paper.dates):
        evidence = _evidence(i, paper, f"paragraph[date {n}]", text)
        day, real = _day(text)
        state = "absent" if not text else "present" if day or not real else "unclear"
        found.append(
            Mark("date", i, "日期", state, evidence, paper.date_who, text, day, real)  # type: ignore[arg-type]
        )
    if paper.seal:
        evidence = _evidence(i, paper, "paragraph[seal]", "（盖章）")
        found.append(Mark("seal", i, "盖章", paper.seal, evidence))  # type: ignore[arg-type]
    return found


def _day(text: str) -> tuple[date | None, bool]:
    parts = text.split("-")
    if len(parts) != 3:
        return None, True
    try:
        return date(*map(int, parts)), True
    except ValueError:
        return None, False


def pdf(file: str, *sizes: tuple[float, float], scan: bool = False) -> Document:
    """A PDF file with pages of these sizes in points."""
    kind = "scan" if scan else "native"
    pages = tuple(Page(n, w, h, kind) for n, (w, h) in enumerate(sizes, 1))  # type: ignore[arg-type]
    return Document(file, "pdf", (), pages)


# ---- asking


def ask(rule: str, seen: View, who: str = "enterprise", **params: object) -> list[Outcome]:
    """Every answer of a rule, as the engine gives it; its words must exist and fill."""
    spec = RuleSpec(id="x", rule=rule, clause="一", says="要求", params=params, who=who)  # type: ignore[arg-type]
    found = list(answers(spec, seen))
    for outcome in found:
        assert_words(outcome)
    return found


def one(rule: str, seen: View, **params: object) -> Outcome:
    """The rule's only answer."""
    found = ask(rule, seen, **params)
    assert len(found) == 1, [f"{o.status} {o.key}" for o in found]
    return found[0]


def said(outcome: Outcome, part: str = "message", lang: str = "zh") -> str:
    """What a reader is told."""
    template = getattr(words_for(outcome.key, lang), part)
    return str(template.format(**{"subject": outcome.subject, **outcome.values}))


def assert_words(outcome: Outcome) -> None:
    """Both languages have words for an answer, and the answer gives all that they need."""
    given = {"subject", *outcome.values}
    for key in (outcome.key, *((outcome.doubt,) if outcome.doubt else ())):
        assert key in WORDS, key
        for lang in ("zh", "en"):
            words = WORDS[key][lang]
            assert words.message, (key, lang)
            needed = {n for t in words for _, n, _, _ in Formatter().parse(t) if n is not None}
            assert needed <= given, (key, lang, needed - given)
