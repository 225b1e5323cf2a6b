"""Names, codes, enterprise names and amounts as they are printed: made up, seeded."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from doccheck.model.program import FieldKind
from doccheck.text.ids import check_uscc

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶"
)
RARE_SURNAMES = "逄訾亓麴邰仝翟覃冼郗郦鄢缪阚闫阮卞戚芮羿储靳汲邴糜仉昝佟逯璩褚谌"
COMMON = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文辉力志永健世广义兴良海"
    "山仁波宁贵福生龙元胜学祥才发武新利清飞彬富顺信子成康星光天达安岩中茂进坚和彪博诚"
    "先敬震振壮会思群豪心"
)
RARE = (
    "翀曌赟嬅翾瑀彧淼祎玥珺昇喆堃晗玮璟琰煜钰懿弢曦翊玙骐骥珩霂沄溁烜炜熠燚垚鑫森焱骉"
    "犇昶晟昊旻旸昳暄暐琛瑾瑜璇璐珏珂玺琪瑶甄皓睿祺禛稷筠绮缙翎聿胤芃苒荀菡葳蓁蔺薇蘅"
    "谌赜轶迩铉锴镕闳隽雯霆霏靖靓韬颀颢飏馥骁骅鲲黛龑未末己土士戌侯"
)
CITIES = (
    "江苏 常州市 湖南 长沙 河北 唐山 石家庄市 浙江 舟山市 定海 株洲 湘潭市"
    " 武进区 溧阳市 邯郸 保定市"
)
BRANDS = "翰辉沛锐渊凯凌舟霖驰弘望珩煜鸿睿博晟佳瑞恒泰昊宇铭威科锦鑫源盛腾飞嘉禾卓越启航润泽瀚海"
TRADES = (
    "智能装备 精密机械 汽车部件 轨道装备 电气 仪表 新材料 生物医药 环保科技 "
    "电子科技 重工 纺织 食品 光伏"
)
FORMS = "有限公司 有限责任公司 股份有限公司 集团有限公司"
LABELS = ("法定代表人：", "法人代表：", "联系人：", "", "", "")
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # of credit codes (GB 32100-2015)


@dataclass(frozen=True)
class Text:
    """What is printed: its sort, its kind, what stands before it, the words."""

    sort: str
    kind: FieldKind
    label: str
    words: str


def printed_texts(rng: random.Random, each: int) -> Iterator[Text]:
    """Yield so many texts of each sort."""
    for _ in range(each):
        yield Text("name", "person", rng.choice(LABELS), _name(rng, COMMON, SURNAMES))
        rare = _name(rng, RARE, RARE_SURNAMES if rng.random() < 0.4 else SURNAMES)
        yield Text("name with a rare character", "person", rng.choice(LABELS), rare)
        yield Text("credit code", "uscc", "", _code(rng))
        yield Text("enterprise", "enterprise", "", _enterprise(rng))
        yield Text("amount", "money", "", _amount(rng))


def _name(rng: random.Random, given: str, surnames: str) -> str:
    last = rng.choice(given + COMMON) if rng.random() < 0.65 else ""
    return rng.choice(surnames) + rng.choice(given) + last


def _code(rng: random.Random) -> str:
    place = rng.choice(("320412", "430100", "130200", "330902"))
    signs = (rng.choice(SIGNS[:10] if rng.random() < 0.7 else SIGNS) for _ in range(9))
    body = f"91{place}{''.join(signs)}"
    return next(body + last for last in SIGNS if check_uscc(body + last).ok)


def _enterprise(rng: random.Random) -> str:
    brand = rng.choice(BRANDS) + rng.choice(BRANDS)
    city, trade, form = (rng.choice(words.split()) for words in (CITIES, TRADES, FORMS))
    return city + brand + trade + form


def _amount(rng: random.Random) -> str:
    value = rng.randint(10**5, 10 ** rng.randint(6, 12)) / 100
    shown = f"{value:,.2f}" if rng.random() < 0.7 else f"{value:.2f}"
    return "-" * (rng.random() < 0.1) + shown
