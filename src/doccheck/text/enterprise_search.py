"""Finding the names of enterprises in running text."""

import re

from doccheck.text.divisions import leading_division
from doccheck.text.normalise import clean

_STRONG_FORMS = """
集团股份有限公司 集团有限责任公司 集团有限公司 集团公司 股份有限公司 有限责任公司 有限公司
总公司 公司 农民专业合作社 专业合作社 合作社 会计师事务所 律师事务所 事务所 合伙企业 独资企业
总厂
"""
# Everyday words too: they end a name only behind a division, and where the clause ends.
_WEAK_FORMS = "集团 研究院 研究所 设计院 中心 厂 商行 经营部 工作室 医院 协会 学校"

_STRONG = "|".join(_STRONG_FORMS.split())
_WEAK = "|".join(_WEAK_FORMS.split())
_BODY = r"[一-鿿㐀-䶿A-Za-z0-9&·'\-]"
_BRACKETS = rf"[(（]{_BODY}{{1,12}}[)）]"
_PARTNERSHIP = r"(?:[(（](?:特殊普通合伙|普通合伙|有限合伙)[)）])?"
_BRANCH = rf"(?:(?:(?![和及与的]){_BODY}|{_BRACKETS}){{0,10}}?(?:分公司|分厂|分所|办事处))?"

FORM = rf"(?:{_STRONG}){_PARTNERSHIP}{_BRANCH}|(?:{_WEAK}){_PARTNERSHIP}"
_NAME = re.compile(
    rf"(?P<body>(?:{_BODY}|{_BRACKETS}){{1,40}}?)"
    rf"(?P<form>(?:{_STRONG}){_PARTNERSHIP}{_BRANCH}|(?P<weak>{_WEAK})(?!{_BODY}))"
)

# Labels and phrases that run into a name where no mark parts them from it.
_LEADS = """
企业名称 单位名称 公司名称 申报单位 申报企业 申请单位 推荐单位 被审计单位 委托单位 名称 供应商
客户 甲方 乙方 兹证明 兹有 证明 委托 授权 关于 同意 推荐 审计了 我们审计了后附的 后附的 我单位
我公司 企业 单位 致 根据 位于 其中 以及 通过
"""
_LEAD = re.compile(f"^(?:{'|'.join(sorted(_LEADS.split(), key=len, reverse=True))})+")
# Short words are part of a name as well (和平, 为民): cut only before a division.
_LEAD_BEFORE_DIVISION = re.compile(
    f"(?:{'|'.join(sorted(_LEADS.split(), key=len, reverse=True))}|[和与及由为是对向在经的了给])"
)
# Words that make an ordinary noun of a form: 我公司, 全资子公司, 智能工厂.
_ORDINARY_WORDS = """
我 本 该 贵 各 母 子 分 总 此 某 原 新 外 小 大 的 等 及 和 其 他 她 一 两 二 三 几 多 家 个 间
集团 控股 上市 关联 有限 股份 责任 目标 所属 下属 全资 独资 合资 外资 国有 国企 民营 私营 中小
制造 生产 工业 工 智能 绿色 精益 数字化 数字 无人 黑灯 灯塔 示范 标杆 样板 企业 审计 会计师 律师
物业 保险 上述 以上 成员 参股 投资 申报 申请 授权 全 由 对 在 向 与 让 使 为 是 给 被
"""
_ORDINARY = re.compile(f"(?:{'|'.join(_ORDINARY_WORDS.split())})*")
_CONNECTION = re.compile("^[和与及为是由]")
_FULL_FORM = re.compile("有限公司|有限责任公司|合作社|事务所")
_NAME_MIN = 4  # characters that must be left when a label is cut off
_POINTING = tuple("我本该贵各母子分总等家")  # before a bare 公司: 我公司, 分享我公司
_HONOUR = re.compile(
    "企业技术|工程技术|工程研究|研发|认定|省级|市级|国家级|示范|重点|先进|优秀|检验检测能力|体验|服务中心"
)


def enterprise_names(text: str) -> list[str]:
    """Return the names of enterprises in a text, each once, in order, as printed without blanks.

    A name ends in an organisational form (有限公司, 合作社, 事务所, 厂 …); 我公司, 母公司
    and 智能工厂 are none. Labels and phrases before a name are cut off.
    """
    found: dict[str, None] = {}
    for line in text.splitlines():
        for match in _NAME.finditer("".join(clean(line).split(" "))):
            joined = match.start() > 0 and re.match(_BODY, match.string[match.start() - 1])
            name = _trimmed(match.group(), joined=bool(joined))
            if _is_name(name, match["form"], bool(match["weak"])):
                found[name] = None
    return list(found)


def _trimmed(name: str, *, joined: bool) -> str:
    """Cut off what is no part of a name; `joined` to another name, also a connecting word."""
    cuts = [
        lead.end()
        for lead in _LEAD_BEFORE_DIVISION.finditer(name)
        if leading_division(name[lead.end() :]) and not _FULL_FORM.search(name[: lead.end()])
    ]
    name = name[cuts[-1] :] if cuts else name
    name = _CONNECTION.sub("", name) if joined else name
    lead = _LEAD.match(name)
    return name[lead.end() :] if lead and lead.end() + _NAME_MIN <= len(name) else name


def _is_name(name: str, form: str, weak: bool) -> bool:
    body = name.removesuffix(form)
    own = body[len(leading_division(body)) :]
    if not body or _ORDINARY.fullmatch(own or body) or "以上" in body:
        return False
    if form == "公司" and body.endswith(_POINTING):
        return False
    if not weak:
        return len(body) >= 2
    if form == "厂" and not body.endswith("工"):
        return len(body) >= 4
    return bool(leading_division(body)) and not _HONOUR.search(name) and not body.endswith("工")
