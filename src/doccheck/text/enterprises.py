"""Names of enterprises: taking them apart, comparing them, seeing whom a text names.

An enterprise name (企业名称登记管理规定) is division + own name (字号) + trade + form. The split is
a rule of thumb, for short forms and explanations; whether two names are the same is not guessed.
"""

import re
from typing import Literal, NamedTuple

from doccheck.text.divisions import leading_division
from doccheck.text.enterprise_search import FORM, enterprise_names
from doccheck.text.normalise import clean, key

__all__ = [
    "EnterpriseParts",
    "NamedAs",
    "enterprise_core",
    "enterprise_names",
    "names_enterprise",
    "same_enterprise",
    "short_forms",
]

NamedAs = Literal["full", "short", "other", "none"]

# Words that the trade of an enterprise begins with; what stands before them is its own name.
_TRADES = """
智能 智造 装备 科技 机械 电子 电气 电器 电机 电力 电源 电缆 电梯 汽车 车辆 新材料 材料 制药 药业
化工 化学 化纤 纤维 纺织 服饰 服装 针织 印染 食品 饮料 乳业 酒业 粮油 农业 种业 牧业 水产 建材
水泥 玻璃 陶瓷 钢铁 钢构 特钢 金属 有色 铝业 铜业 矿业 冶金 铸造 锻造 机电 精密 仪表 仪器 轨道 交通
新能源 能源 光伏 光电 光学 太阳能 风电 电池 储能 环保 环境 生物 医药 医疗 器械 信息 软件 网络
数据 通信 通讯 半导体 集成电路 微电子 塑料 塑胶 塑业 橡胶 橡塑 包装 印刷 纸业 家具 家居 家纺
工业 实业 制造 动力 重工 模具 零部件 部件 配件 线缆 自动化 机器人 设备 技术 工程 建设 建筑 置业
控股 投资 贸易 商贸 进出口 物流 运输 船舶 船业 航空 航天 海洋 水务 水利 传动 轴承 齿轮 阀门 泵业
液压 气动 焊接 激光 数控 机床 工具 刀具 五金 管业 管道 门窗 幕墙 灯具 照明 检测 计量 服务 管理
咨询 文化 教育 旅游 工艺 玩具 文具 工贸 石化 石油 燃气 热能 制冷 空调 压缩机 发动机 变压器 开关
传感 芯片 新型 高新 绿色 智慧 数字 会计师 律师 农机 畜牧 木业 竹业 茶业 盐业 制品 股份 国际 产业
发展
"""
_TRADE = re.compile("|".join(sorted(_TRADES.split(), key=len, reverse=True)))
_OWN_NAME_MIN = 2  # characters of a 字号
_SURE_SHORT_FORM = 3  # characters from which a short form is looked for anywhere in a text

_FORM_AT_END = re.compile(rf"(?:{FORM})$")
_PLACE_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,12})[)）]")
_OPENING = re.compile(r"^[\"'(\[<《【\s]*")


class EnterpriseParts(NamedTuple):
    """The parts of an enterprise name: division, own name (字号), trade, organisational form."""

    region: str
    core: str
    trade: str
    form: str


def same_enterprise(a: str, b: str) -> bool:
    """Tell whether two names are one enterprise's: equal but for typesetting.

    Brackets, width, blanks and traditional forms do not matter; 有限公司 is not 有限责任公司, and a
    short form is not the name.
    """
    return bool(key(a)) and key(a) == key(b)


def enterprise_core(name: str) -> EnterpriseParts:
    """Split an enterprise name into division, own name, trade and form (heuristic).

    江苏沛锐智能装备有限公司 is 江苏 + 沛锐 + 智能装备 + 有限公司. A division in brackets behind
    the own name (博世（常州）…) counts as the region. What is not there is "".
    """
    text = "".join(clean(name).split())
    form = _FORM_AT_END.search(text)
    body = text[: form.start()] if form else text
    region = leading_division(body)
    rest = body[len(region) :]
    place = _PLACE_IN_BRACKETS.search(rest)
    if place and leading_division(place[1]) == place[1]:
        region = region or place[1]
        rest = rest[: place.start()] + rest[place.end() :]
    core, trade = _own_name(rest)
    if not core:
        region, core = "", region
    return EnterpriseParts(region, core, trade, form.group() if form else "")


def _own_name(rest: str) -> tuple[str, str]:
    if _TRADE.match(rest):
        return "", rest
    trade = _TRADE.search(rest, _OWN_NAME_MIN)
    return (rest[: trade.start()], rest[trade.start() :]) if trade else (rest, "")


def short_forms(name: str) -> list[str]:
    """Return the shorter names people use for an enterprise, longest first.

    Without the division, without the form, without both, the own name with its trade or alone.
    """
    full = "".join(clean(name).split())
    region, core, trade, form = enterprise_core(full)
    group = "集团" if form.startswith("集团") else ""
    no_form = full.removesuffix(form) if form else full
    candidates = {
        full.removeprefix(region) if region else "",
        no_form,
        no_form + group,
        core + trade,
        core + trade + group,
        region + core,
        core,
    }
    usable = {short for short in candidates if len(short) >= _OWN_NAME_MIN}
    return sorted(usable - {full, region, trade}, key=lambda short: (-len(short), short))


def names_enterprise(text: str, enterprise: str) -> NamedAs:
    """Tell how a text (a benchmark's name, a seal) names an enterprise.

    `full`: by its whole name; `short`: by a short form (one of two characters only at the start);
    `other`: not at all, but it names another enterprise, also a branch; `none`: nobody.
    """
    folded, wanted = key(text), key(enterprise)
    others = {key(name) for name in enterprise_names(text)} - {wanted}
    branches = {name for name in others if wanted and name.startswith(wanted)}
    if wanted and wanted in _without(folded, branches):
        return "full"
    rest = _without(folded, others)
    if any(_uses(rest, key(short)) for short in short_forms(enterprise)):
        return "short"
    return "other" if others else "none"


def _without(folded: str, names: set[str]) -> str:
    for name in sorted(names, key=lambda name: (-len(name), name)):
        folded = folded.replace(name, "\n")
    return folded


def _uses(folded: str, short: str) -> bool:
    if len(short) >= _SURE_SHORT_FORM:
        return short in folded
    start = _OPENING.sub("", folded)
    return start.startswith(short) or start.removeprefix(leading_division(start)).startswith(short)
