"""What business licences of invented enterprises of all kinds say."""

import random
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from printed import COMMON, RARE, RARE_SURNAMES, SURNAMES

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from generator.applicant import CHANGZHOU, HEBEI, HUNAN, new_uscc

KINDS = ("company", "company", "branch", "sole owner", "individual", "partnership")
BRANDS = [
    "砺舸", "澄屿", "曜桐", "沅序", "岑湛", "翌枢", "槿弦", "垚珂", "泊衡", "朔野", "禾砚",
    "骁屿", "昶颂", "赟泽", "亓盛", "灏达",
]  # fmt: skip
TRADES = [
    "泵阀", "电力设备", "智能装备", "精密机械", "食品", "新材料科技", "轨道交通装备", "生物医药",
]  # fmt: skip
STREETS = [
    "聚贤路", "望湖东路", "创智大道", "新业三路", "桂园街", "滨河南路", "致和路", "腾飞大街",
]  # fmt: skip
TOWNS = [
    "青禾街道", "云栖镇", "石桥街道", "经济开发区", "柳泉镇", "高新技术产业开发区",
]  # fmt: skip
SCOPE = [
    "通用设备制造", "机械零件、零部件加工", "机械设备研发",
    "技术服务、技术开发、技术咨询、技术转让", "货物进出口", "电力设施器材销售",
    "食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）", "新材料技术研发",
    "信息系统集成服务", "普通货物道路运输", "房屋租赁", "自营和代理各类商品及技术的进出口业务",
    "电子元器件与机电组件设备制造",
]  # fmt: skip
ROOMS = [
    "", "", "3幢2单元1204室", "A座5层501-503", "（一照多址）",
    "科技创业园内第8号标准厂房二楼西侧",
]  # fmt: skip
DIGITS = "〇一二三四五六七八九"
CAPITAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"


@dataclass
class Licence:
    """What a licence says: each key's label and printed value; `truth` by fact."""

    kind: str
    lines: dict[str, tuple[str, str]] = field(default_factory=dict)
    truth: dict[str, str] = field(default_factory=dict)

    def say(self, key: str, label: str, printed: str, true: str | None = None) -> None:
        """Print a value under a label; `true` where the fact's form is another."""
        self.lines[key] = (label, printed)
        self.truth[key] = printed if true is None else true


def invented_licence(rng: random.Random, kind: str, layout: str) -> Licence:
    """Return what the licence of an enterprise of a kind says; before 2014 without credit code."""
    licence, region = Licence(kind), rng.choice([*CHANGZHOU, *HEBEI, *HUNAN])
    if layout == "before 2014":
        licence.say("", "注册号", f"{region.code}000{rng.randint(100000, 999999)}")
    else:
        licence.say("uscc", "统一社会信用代码", new_uscc(rng, region.code))
    licence.say("enterprise_name", "名称", _name(rng, kind, region.city))
    licence.say("enterprise_type", "类型", _TYPES[kind](rng))
    licence.say("legal_representative", *_represented(rng, kind, layout))
    at = _ADDRESS_LABELS.get(kind, "住所")
    licence.say("registered_address", at, _address(rng, region.place))
    if kind in ("company", "sole owner", "partnership"):
        label = "注册资本" if kind == "company" else "出资额"
        licence.say("registered_capital", label, *_capital(rng))
    licence.say("established", "注册日期" if kind == "individual" else "成立日期", *_day(rng))
    if kind != "individual" and rng.random() < 0.6:
        start = licence.lines["established"][1]
        term = start + rng.choice(["至长期", "至2049年06月30日", "至无固定期限"])
        licence.lines["business_term"] = ("合伙期限" if kind == "partnership" else "营业期限", term)
    scope = "；".join(rng.sample(SCOPE, rng.randint(3, len(SCOPE))))
    licence.lines["scope"] = ("经营范围", scope + "。")
    return licence


def _name(rng: random.Random, kind: str, city: str) -> str:
    rare = rng.choice(RARE) + rng.choice(RARE) if rng.random() < 0.3 else rng.choice(BRANDS)
    start = rng.choice([city, city.removesuffix("市")]) + rare + rng.choice(TRADES)
    ends = {
        "company": "有限公司 有限责任公司 股份有限公司 （集团）股份有限公司",
        "branch": "有限公司第二分公司 股份有限公司长沙雨花区井湾子智能制造产业园分公司",
        "sole owner": "厂 经营部",
        "individual": "加工坊 商行",
        "partnership": "合伙企业（有限合伙） 咨询中心（普通合伙）",
    }
    return start + rng.choice(ends[kind].split())


_TYPES = {
    "company": lambda rng: rng.choice(
        ["有限责任公司（自然人投资或控股）", "股份有限公司（非上市、自然人投资或控股）",
         "有限责任公司(港澳台投资、非独资)"]
    ),
    "branch": lambda _: "有限责任公司分公司（自然人投资或控股）",
    "sole owner": lambda _: "个人独资企业",
    "individual": lambda rng: rng.choice(["个人经营", "家庭经营"]),
    "partnership": lambda _: "有限合伙企业",
}  # fmt: skip
_ADDRESS_LABELS = {"branch": "营业场所", "individual": "经营场所", "partnership": "主要经营场所"}


def _represented(rng: random.Random, kind: str, layout: str) -> tuple[str, str, str]:
    rare = rng.random() < 0.25
    name = rng.choice(RARE_SURNAMES if rare else SURNAMES) + rng.choice(RARE if rare else COMMON)
    name += rng.choice(COMMON) if rng.random() < 0.6 else ""
    labels = {"branch": "负责人", "sole owner": "投资人", "individual": "经营者",
              "partnership": "执行事务合伙人"}  # fmt: skip
    label = labels.get(kind, "法定代表人姓名" if layout == "before 2014" else "法定代表人")
    if kind == "partnership" and rng.random() < 0.5:
        firm = f"江苏{rng.choice(BRANDS)}投资管理有限公司"
        return label, f"{firm}（委派代表：{name}）", name
    return label, name, name


def _address(rng: random.Random, place: str) -> str:
    street = f"{rng.choice(TOWNS)}{rng.choice(STREETS)}{rng.randint(6, 398)}号"
    return place + street + rng.choice(ROOMS)


def _capital(rng: random.Random) -> tuple[str, str]:
    amount = rng.choice([50, 100, 500, 800, 1000, 2000, 5000, 10800])  # ten thousand yuan
    ways = [f"{amount}万元整", f"人民币{amount}万元整"]
    ways += [f"{amount}万元人民币", f"{amount}.000000万人民币"]
    if amount % 1000 == 0:
        ways += [f"{CAPITAL_DIGITS[amount // 1000]}仟万元整"] * 2
    return rng.choice(ways), str(amount * 10_000)


def _day(rng: random.Random) -> tuple[str, str]:
    day = date(rng.randint(1996, 2021), rng.randint(1, 12), rng.randint(1, 28))
    if rng.random() < 0.3:
        year = "".join(DIGITS[int(d)] for d in str(day.year))
        return f"{year}年{_in_words(day.month)}月{_in_words(day.day)}日", day.isoformat()
    return f"{day.year}年{day.month:02d}月{day.day:02d}日", day.isoformat()


def _in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 else DIGITS[tens]) + "十"
    return head + (DIGITS[ones] if ones else "")
