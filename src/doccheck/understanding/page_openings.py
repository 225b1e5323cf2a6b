"""Pages of a bound file that open a document by their look, where no known title tells.

A certificate, a standard, a contract begins on a page of its own under a large title. What goes
on over several pages is told by the printed page numbers, a repeated title, a shared number.
"""

import re
from dataclasses import dataclass, field

from doccheck.model.program import DocumentKind
from doccheck.text import normalise
from doccheck.understanding.page_looks import PageLook, follows, is_numbered, restarts

LARGE = 1.5  # times the usual size: a title wherever it stands
LARGER = 1.2  # times the usual size: a title if its words or place say so too
SIZE_CHANGE = 30.0  # points: another paper or another way round
FOREIGN_TEXTS = frozenset({"case_report", "application_form", "acceptance_form", "score_card"})
"""Kinds with large headings of their own: only the name of a paper ends them."""

PAPER = re.compile(
    r"(?:证书?|证明|执照|报告书?|公告|公示|决定|通[知报]书?|告知[书单]|[通知回]单|合同|协议书?|标准|意见|名单|明细表?|清单|"
    r"汇总表?|奖[状牌杯]|荣誉|称号|认定书?|确认书|说明书?|批复|复?函|登记表|备案表|承诺书|发票|规[范划程定]|制度|办法|"
    r"手册|方案|计划|纪要|记录表?|结果|文件|材料|凭证|截图|照片|简介)(?:\([^()]{1,8}\))?$"
)
"""What papers are called."""

INNER = re.compile(
    r"目[录次]|前言|引言|序言|附[录件]\w{0,3}|摘要|续表|续页|说明书(?:附图|摘要)?|权利要求书|声明|注意事项|备注|"
    r"首页|封面|签字页|以下空白|此页无正文|正文|年检页|年度检验登记|变更事项?记录"
)
"""Titles of pages inside a document."""

AUDITORS = re.compile(
    r"审计报告|会计师|会计报表|财务报[表告]|附注|资产负债表|利润表|利润及利润分配表|损益表|现金流量表|权益变动表|"
    r"补充资料|补充信息|明细表|执业证书|执业许可证|年度检验|目[录次]|报告防伪|备案"
)
"""What stands over pages of an audit report and the firm's own papers behind it."""


ANNOUNCED = re.compile(r"附[件录表]|第[一二三四五六七八九十]+部分")
LEADERS = re.compile(r"…|[.·]{4}")
"""Between a heading and its page in a table of contents, which announces no document."""


@dataclass
class Open:
    """The document that is open while pages are gone through.

    Attributes:
        kind: by its title, None where it was opened by its look.
        opening: its first page. heads: lines at the top of its pages so far. serials: numbers.
    """

    kind: DocumentKind | None
    opening: PageLook
    heads: set[str] = field(default_factory=set)
    serials: set[str] = field(default_factory=set)

    def take(self, look: PageLook) -> None:
        """Note what stands on one more page of it."""
        self.heads |= {normalise.key(line.text) for line in look.lines}
        self.serials |= look.serials


def opens(before: PageLook, look: PageLook, now: Open) -> bool:
    """Tell whether a page without a known title begins a document of its own."""
    if follows(before, look):
        return False
    if now.kind in ("audit_report", "financial_statements"):
        return _foreign_to_accounts(look, now)
    if restarts(before, look):
        return True
    if not _titled(look, now):
        return False
    return not _repeats(look, now)


def announces(look: PageLook) -> bool:
    """Tell whether a page only announces what comes after it (附件3 佐证材料)."""
    if not look.scrap or look.title is None or look.title.text.rstrip().endswith(("。", "；")):
        return False
    text = normalise.key("".join(line.text for line in look.lines))
    if LEADERS.search(look.title.text):
        return False
    if ANNOUNCED.match(text) or is_numbered(look.title):
        return True
    return look.ratio >= LARGER and text.endswith(("材料", "资料", "附件"))


def _titled(look: PageLook, now: Open) -> bool:
    """Tell whether the page's largest line at the top is a title by look and words."""
    title = look.title
    if title is None or is_numbered(title):
        return announces(look)
    text = normalise.key(title.text)
    if text.endswith(("。", "；", "，", ",", ";", "：", ":")) or INNER.fullmatch(text):
        return False
    named = any(PAPER.search(normalise.key(line.text)) for line in look.lines)
    if now.kind in FOREIGN_TEXTS:
        return look.ratio >= LARGER and named
    turned = abs(look.shape[0] - now.opening.shape[0]) > SIZE_CHANGE
    return look.ratio >= LARGE or (look.ratio >= LARGER and (named or turned or title.look.centred))


def _foreign_to_accounts(look: PageLook, now: Open) -> bool:
    """Tell whether a page is no part of the accounts that are open, nor of the auditor's papers."""
    if not _titled(look, now):
        return False
    return not any(AUDITORS.search(normalise.key(line.text)) for line in look.lines)


def _repeats(look: PageLook, now: Open) -> bool:
    """Tell whether a page's title is one that the open document has shown already.

    Two certificates of one name have different numbers; a report's pages share theirs.
    """
    if look.title is None:
        return False
    text = normalise.key(look.title.text)
    if text not in now.heads:
        return False
    first = now.opening.title
    if first is not None and normalise.key(first.text) == text:
        return bool(look.serials & now.serials)
    return True
