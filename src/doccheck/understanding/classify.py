"""What kind of document a part is: by its title, labels, sections, words and its file's name.

Each sign gives a score; scores of independent signs add up as probabilities do. The runner-up
and the reason travel with the answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from doccheck.model.document import Block, Paragraph, walk_paragraphs, walk_tables
from doccheck.model.program import DocumentKind, DocumentSpec, Program
from doccheck.text import normalise
from doccheck.understanding.grid import form_tables, label_key, label_keys, names
from doccheck.understanding.sections import outline_of
from doccheck.understanding.segment import Part
from doccheck.understanding.titles import EVIDENCE_WORDS, file_hint

KNOWN = 0.5  # score from which a kind is claimed; below it the document is `other`
NEAR = 0.25  # score from which a runner-up is worth naming
FEWEST_LABELS = 3
FEWEST_SECTIONS = 2

LICENCE_WORDS = (
    "营业执照",
    "注册资本|出资额",
    "成立日期|注册日期",
    "经营范围",
    "登记机关",
    "住所|经营场所|营业场所",
    "营业期限|合伙期限",
    "统一社会信用代码",
)
STATEMENT_WORDS = (
    "资产总计", "负债合计", "营业收入", "营业成本", "利润总额", "净利润", "期末余额",
    "本期金额", "所有者权益", "经营活动产生的现金流量", "编制单位",
)  # fmt: skip
AUDIT_WORDS = ("审计意见", "我们审计了", "形成审计意见的基础", "注册会计师", "会计师事务所", "审字")
CERTIFICATE_WORDS = (
    "特发此证", "证书编号", "证书号", "颁发", "授予", "认证", "专利号", "发明名称",
    "检验结论", "检测报告", "兹证明", "荣誉", "有效期", "登记号", "报告编号",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """What a part is thought to be; `spec` None where the programme does not know it."""

    kind: DocumentKind
    spec: DocumentSpec | None
    score: float
    runner_up: DocumentKind | None
    why: str


def classify(part: Part, path: str, program: Program | None) -> Guess:
    """Return the likeliest kind of a part of the file at `path`."""
    scores: dict[tuple[DocumentKind, str], float] = defaultdict(float)
    reasons: dict[tuple[DocumentKind, str], list[str]] = defaultdict(list)
    for kind, spec, score, reason in _signs(part, path, program):
        slot = (kind, spec.key if spec else "")
        scores[slot] = 1 - (1 - scores[slot]) * (1 - score)
        reasons[slot].append(reason)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < KNOWN:
        near = ranked[0][0][0] if ranked and ranked[0][1] >= NEAR else None
        return Guess(
            "other", None, 1 - (ranked[0][1] if ranked else 0), near, "没有可辨认的标题或内容"
        )
    (kind, key), score = ranked[0]
    second = next((k for (k, _), s in ranked[1:] if k != kind and s >= NEAR), None)
    spec = next((d for d in program.documents if d.key == key), None) if program and key else None
    spec = spec or spec_of_kind(kind, program)
    return Guess(kind, spec, round(min(score, 1.0), 3), second, "；".join(reasons[(kind, key)]))


def spec_of_kind(kind: DocumentKind, program: Program | None) -> DocumentSpec | None:
    """Return the first document of a kind that the programme knows."""
    if program is None:
        return None
    return next((d for d in program.documents if d.kind == kind), None)


Sign = tuple[DocumentKind, DocumentSpec | None, float, str]


def _signs(part: Part, path: str, program: Program | None) -> Iterator[Sign]:
    if part.title:
        t = part.title
        yield t.kind, t.spec, 0.9 * t.score, f"标题“{t.text}”"
    text = normalise.key("\n".join(p.shown for p in walk_paragraphs(part.blocks)))
    if text:
        yield from _by_content(part.blocks, text, program)
    spec, kind, score = file_hint(path, program)
    if kind:
        yield kind, spec, score * (0.75 if text else 1.0), "文件名"


def _by_content(blocks: tuple[Block, ...], text: str, program: Program | None) -> Iterator[Sign]:
    if program:
        labels = printed_labels(blocks)
        for spec in program.documents:
            yield from _by_spec(blocks, text, labels, spec, program)
    for kind, words, fewest in (
        ("business_licence", LICENCE_WORDS, 5),
        ("audit_report", AUDIT_WORDS, 3),
        ("financial_statements", STATEMENT_WORDS, 4),
    ):
        hits = sum(any(normalise.key(one) in text for one in w.split("|")) for w in words)
        if hits >= fewest:
            yield kind, None, 0.5 + 0.4 * hits / len(words), f"内容含{hits}个特征词"  # type: ignore[misc]
    hits = sum(normalise.key(w) in text for w in CERTIFICATE_WORDS)
    if hits and len(text) < LONGEST_CERTIFICATE:
        yield "evidence", None, min(0.3 + 0.15 * hits, 0.7), f"内容含{hits}个证明材料特征词"
    if re.search(EVIDENCE_WORDS, text[:60]):
        yield "evidence", None, 0.45, "开头像证明材料"
    if _is_titled_proof(blocks):
        yield "evidence", None, 0.5, "标题是证明材料的名称"


PROOF = re.compile(r"(?:证书|证明书?|奖状|奖牌|牌匾|检[测验]报告|测试报告|评测报告|鉴定书)$")
"""How the titles of proofs end; on other papers a line that ends so is no title of its own."""

LONGEST_PROOF_TITLE = 24  # characters
TITLE_LINES = 3  # lines of a page in which its title stands


def _is_titled_proof(blocks: tuple[Block, ...]) -> bool:
    lines = [b for b in blocks if isinstance(b, Paragraph) and b.text.strip()][:TITLE_LINES]
    keys = [normalise.key(line.text) for line in lines]
    return any(len(key) <= LONGEST_PROOF_TITLE and PROOF.search(key) for key in keys)


LONGEST_CERTIFICATE = 6000  # characters; certificates and reports are short, write-ups are not


def _by_spec(
    blocks: tuple[Block, ...], text: str, labels: set[str], spec: DocumentSpec, program: Program
) -> Iterator[Sign]:
    fields = [f for f in program.fields if spec.key in f.documents]
    hits = sum(any(label_key(n) in labels for n in names(f)) for f in fields)
    if hits >= FEWEST_LABELS and hits >= len(fields) / 3:
        yield spec.kind, spec, 0.9 * hits / len(fields), f"含{hits}个表格项目"
    sections = [s for s in program.sections if spec.key in s.documents and not s.in_cell]
    if len(sections) >= FEWEST_SECTIONS:
        found = {s.key for s, _ in outline_of(blocks, sections).answers.values()}
        if len(found) >= FEWEST_SECTIONS:
            share = len(found) / len(sections)
            yield spec.kind, spec, 0.4 + 0.5 * share, f"含{len(found)}个要求的章节"
    if spec.kind == "case_report" and not any(True for _ in walk_tables(blocks)):
        on_forms = [s for s in program.sections if s.in_cell]
        answered = {s.key for s, _ in outline_of(blocks, on_forms).answers.values()}
        if answered:
            yield spec.kind, spec, 0.8, f"写了表中的{len(answered)}个部分（另附页）"
    words = [w for w in spec.features if normalise.key(w) in text]
    if spec.features and words:
        yield spec.kind, spec, 0.6 * len(words) / len(spec.features), f"内容含{len(words)}个特征语"


def printed_labels(blocks: tuple[Block, ...]) -> set[str]:
    """Return everything on a document that may be a label, folded: cells, heads of lines."""
    found: set[str] = set()
    for table in form_tables(blocks):
        for cell in table.cells:
            found.update(label_keys(cell.text) if len(cell.text) < LONGEST_LABEL_CELL else ())
    for paragraph in walk_paragraphs(blocks):
        for head in re.findall(r"([^：:\n，,；;。]{2,20})[：:]", paragraph.text):
            found.add(label_key(head))
    return found


LONGEST_LABEL_CELL = 200
