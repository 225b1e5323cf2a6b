"""Printed titles that open a document: the programme's own and those of generic documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from doccheck.model.document import Paragraph
from doccheck.model.program import DocumentKind, DocumentSpec, Program
from doccheck.text import match, normalise

LONGEST_TITLE = 50
ALIKE = 0.9  # likeness of a printed title to the notice's, years left out
NAMED = 0.95
APPENDIX = re.compile(r"^附[件表录](?:[一二三四五六七八九十\d]+)?[:：.、]?$")
YEAR = re.compile(r"(?:19|20)\d\d年?度?")

GENERIC: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        "business_licence",
        re.compile(
            r"^(?:电子|企业(?:法人)?|个体工商户|合伙企业|个人独资企业|农民专业合作社(?:法人)?)?"
            r"营业执照(?:\((?:正|副)本\))*$"
        ),
    ),
    (
        "audit_report",
        re.compile(r"^(?:.{2,30}公司)?(?:(?:19|20)\d\d年?度?)?(?:财务报表)?审计报告(?:书)?$"),
    ),
    (
        "financial_statements",
        re.compile(
            r"^(?:(?:19|20)\d\d年?度?)?(?:合并|母公司|公司)?"
            r"(?:资产负债表|利润表|损益表|现金流量表|所有者权益变动表|财务报表|会计报表|利润及利润分配表)$"
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A title found: the kind it opens, the programme's document it names, how sure."""

    kind: DocumentKind
    spec: DocumentSpec | None
    score: float
    text: str


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Fold a title for comparing: no blanks, quotes, years, leading number or appendix word."""
    rest = re.sub(r"^附[件表录]\s*[一二三四五六七八九十\d]*[:：.、\s]*", "", normalise.clean(text))
    rest = match.strip_number(rest)[1]
    return YEAR.sub("", normalise.key(rest)).replace('"', "").strip(":.-·")


def title_of(
    paragraph: Paragraph, following: Paragraph | None, program: Program | None
) -> Title | None:
    """Return what a paragraph opens if it is a title, alone or with the line after it."""
    text = normalise.clean(paragraph.text)
    if not text or len(text) > LONGEST_TITLE or paragraph.role not in ("body", "text_box"):
        return None
    if is_appendix_line(text):
        return None
    own = _best(text, paragraph, program)
    if following is not None and len(following.text) <= LONGEST_TITLE:
        both = _best(text + normalise.clean(following.text), paragraph, program)
        if both is not None and (own is None or both.score > own.score):
            return both
    return own


def _best(text: str, paragraph: Paragraph, program: Program | None) -> Title | None:
    mine = folded(text)
    numbered = bool(paragraph.number or match.strip_number(text)[0])
    found = [
        Title(spec.kind, spec, score, text)
        for spec in (program.documents if program else ())
        if (score := spec_score(mine, spec, numbered)) > 0
    ]
    generic = normalise.key(text)
    found += [Title(kind, None, 1.0, text) for kind, look in GENERIC if look.match(generic)]
    return max(found, key=lambda t: (t.score, t.spec is not None), default=None)


def spec_score(mine: str, spec: DocumentSpec, numbered: bool) -> float:
    """Return how surely a folded title names a programme's document, 0 for not at all.

    A numbered line is a title only for forms and letters: in a write-up it is a section.
    """
    if not mine or (numbered and spec.kind in ("case_report", "cover", "evidence", "other")):
        return 0.0
    for title in spec.titles:
        theirs = folded(title)
        if mine == theirs:
            return 1.0
        if (
            len(theirs) >= 6
            and _near_in_length(mine, theirs)
            and match.ratio(mine, theirs) >= ALIKE
        ):
            return NAMED
        if len(theirs) >= 4 and mine.startswith(f"{theirs}:"):  # 典型案例：班组管理
            return ALIKE
    return ALIKE if any(mine == folded(name) for name in spec.names) else 0.0


def _near_in_length(one: str, other: str) -> bool:
    """Return whether two texts can be alike at all: each character of one is in the other once."""
    return 2 * min(len(one), len(other)) >= ALIKE * (len(one) + len(other))


def is_appendix_line(text: str) -> bool:
    """Tell whether a line is only 附件2 and the like, which belongs to the title after it."""
    return bool(APPENDIX.match(normalise.key(text)))


def file_hint(
    path: str, program: Program | None
) -> tuple[DocumentSpec | None, DocumentKind | None, float]:
    """Return what a file's own name and folders say it is: document, kind, how sure."""
    stem = folded(re.sub(r"\.\w{1,5}$", "", path.rsplit("/", 1)[-1]))
    best: tuple[DocumentSpec | None, DocumentKind | None, float] = (None, None, 0.0)
    for spec in program.documents if program else ():
        for name in (*spec.names, *spec.titles):
            wanted = folded(name)
            if len(wanted) >= 2 and wanted in stem:
                score = 0.5 + 0.4 * len(wanted) / max(len(stem), 1)
                if score > best[2]:
                    best = (spec, spec.kind, score)
    generic = _generic_name(stem)
    if generic and best[2] < 0.6:
        return None, generic, 0.6
    if best[0] is None and re.search(r"佐证|证明材料|证实|附件材料|荣誉|证书", normalise.key(path)):
        return None, "evidence", 0.55
    return best


def _generic_name(stem: str) -> DocumentKind | None:
    looks: Sequence[tuple[DocumentKind, str]] = (
        ("business_licence", "营业执照"),
        ("audit_report", "审计报告|审计"),
        ("financial_statements", "财务报表|会计报表|三表|资产负债表|利润表|财报"),
        ("commitment_letter", "承诺书|承诺函"),
        ("evidence", EVIDENCE_WORDS),
    )
    return next((kind for kind, words in looks if re.search(words, stem)), None)


EVIDENCE_WORDS = (
    "证书|专利|软著|著作权|荣誉|获奖|奖项|奖状|检测|检验|信用|用户|客户|证明|佐证|证实|体系|认证|高企|高新|"
    "商标|标准|评价|明细|合同|发票|牌匾|授牌|名单|公示|截图|照片|认定|验收|公告|批复|备案|后备"
)
