"""The words of a business licence: its labels, however they are spelt and set, and its end."""

import re
from collections.abc import Iterator

from doccheck.text.normalise import key

_LABELS = {
    "uscc": "统一社会信用代码 社会信用代码 统一信用代码",
    "enterprise_name": "名称 企业名称 公司名称 单位名称 机构名称 字号名称",
    "legal_representative": """法定代表人 法定代表人姓名 法人代表 负责人 投资人 投资人姓名 经营者
        经营者姓名 执行事务合伙人""",
    "registered_address": """住所 经营场所 主要经营场所 营业场所 注册地址 注册地 企业住所 地址
        住所(经营场所)""",
    "enterprise_type": "类型 企业类型 公司类型 主体类型 市场主体类型 组成形式",
    "registered_capital": "注册资本 注册资金 出资额 成员出资总额",
    "established": "成立日期 注册日期 设立日期",
    "business_term": "营业期限 经营期限 合伙期限",
    "": """经营范围 业务范围 登记机关 核准日期 发照日期 证照编号 注册号 副本编号 实收资本 登记状态
        经营状态 所属行业 联系电话 报告编号 报告生成日期 报告出具单位""",
}
FACTS_OF_LICENCE = tuple(_LABELS)
KEYS = {word: fact for fact, labels in _LABELS.items() for word in labels.split()}
"""The fact that each label's value is, empty for those that nobody asks about."""

SHORT = frozenset({"名称", "类型", "住所", "地址", "负责人", "投资人", "经营者"})
"""Labels that are common words: in a line they must end at a blank or a colon."""

ENDS = re.compile(
    r"国家企业信用信息公示系统|扫描二维码|https?:|市场主体应当于|每年1月1日|登记机关$|SCJDGL|^营业执照$"
)
_HEAD_PRINT = re.compile(
    r"统一社会信用代码|注册号|编号|二维码|企业信用信息公示|了解更多|备案、许可|监管信息|^[A-Z0-9()\-]{8,}$",
    re.IGNORECASE,
)
LONGEST_HEAD = 50  # characters

CLOSED = frozenset({"uscc", "legal_representative", "registered_capital", "established"})
"""Facts whose values take one line."""

NAME_END = re.compile(
    r"(?:司|厂|店|社|行|部|所|院|心|坊|馆|场|站|园|铺|吧|企业|超市|集团)[）)]?$|合伙[）)]$"
)
"""How the name of any kind of enterprise ends."""

LEAST_HEAD = 3  # characters of a label on two lines that stand on the first
LEAST_ALIKE = 4  # characters of a label of which one may be misread


def _pattern() -> re.Pattern[str]:
    words = sorted(KEYS, key=len, reverse=True)
    spaced = "|".join(r"\s*".join(map(re.escape, word)) for word in words)
    return re.compile(
        rf"(?:^|(?<=\s)|(?<=[;；，,。]))(?P<label>{spaced})(?P<end>\s*[:：]\s*|\s+|$|(?=[^\s:：]))"
    )


LABEL = _pattern()
LABEL_AT_END = re.compile(rf"(?<=.)(?:{'|'.join(w for w in KEYS if len(w) >= 4)})[:：]?$")
"""A label that stands behind other words, long enough not to be one of them."""

_FOLDED = {key(word): word for word in KEYS}


def dense(text: str) -> str:
    """Return a text without blanks and the colon at its end."""
    return "".join(text.split()).rstrip(":：")


def whole_label(text: str, misread: bool = True) -> str:
    """Return the label that a text is and nothing else, in traditional forms too; empty for none.

    `misread`: one character of a longer one may be another.
    """
    words = dense(text)
    if words in KEYS:
        return words
    folded = key(words)
    if folded in _FOLDED:
        return _FOLDED[folded]
    alike = (w for w in KEYS if len(w) >= LEAST_ALIKE and _one_off(w, words))
    return next(alike, "") if misread else ""


def _one_off(label: str, words: str) -> bool:
    return len(label) == len(words) and sum(a != b for a, b in zip(label, words, strict=True)) == 1


def heads(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the labels that a text may begin: the label, what is wanting of it, what follows."""
    words = "".join(text.split())
    for label in KEYS:
        for cut in range(LEAST_HEAD, len(label) - 1):
            if words.startswith(label[:cut]) and not words.startswith(label[: cut + 1]):
                yield label, label[cut:], words[cut:].lstrip(":：")


def is_label(match: re.Match[str], line: str) -> bool:
    """Tell a label from the same word in running text: 名称 must end at a blank or a colon."""
    label = "".join(match["label"].split())
    if match["end"]:
        return True
    if match.end() == len(line):
        return True
    return match.start() == 0 and (label not in SHORT or " " in match["label"].strip())


def is_head_print(text: str) -> bool:
    """Tell whether a line is printed over a licence's title: code, number, legend of its QR code.

    A long one is another paper's text that speaks of such things.
    """
    return len(text) <= LONGEST_HEAD and _HEAD_PRINT.search(key(text)) is not None
