"""Pages of the kinds that submissions hold, drawn at 300 dots an inch: made up, seeded."""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from degraded import DRAWN_DPI, Image
from licence_forms import draw_licence
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from printed import BRANDS, CITIES, FORMS, TRADES
from tick_forms import FONTS

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from generator.seals import SealLook, draw_seal

A4 = (2480, 3508)  # pixels
MARGIN = 300  # pixels: 25 mm
WORDS = [
    "质量管理",
    "生产现场",
    "关键工序",
    "检验记录",
    "作业指导",
    "客户反馈",
    "改进措施",
    "数据分析",
    "供应商",
    "设备维护",
    "人员培训",
    "过程控制",
    "标准化",
    "节拍",
    "看板",
    "异常处理",
    "首件检验",
    "成本核算",
    "交付周期",
    "合格率",
    "返工损失",
    "研发投入",
    "内部审核",
    "风险评估",
    "持续改善",
    "目标分解",
    "绩效考核",
    "信息系统",
    "物料配送",
    "安全生产",
    "能源消耗",
    "库存周转",
    "产品追溯",
    "顾客满意",
    "工艺纪律",
    "样品试制",
    "变更评审",
    "应急预案",
    "计量器具",
    "班组建设",
]
VERBS = [
    "建立了",
    "优化了",
    "推行",
    "完善",
    "落实",
    "跟踪",
    "评价",
    "明确了",
    "统一了",
    "覆盖",
    "对照",
    "提升",
]
LABELS = [
    "企业名称",
    "统一社会信用代码",
    "法定代表人",
    "注册地址",
    "联系人",
    "联系电话",
    "电子邮箱",
    "成立日期",
    "注册资本",
    "所属行业",
    "职工总数",
    "营业收入",
    "利润总额",
    "资产总额",
    "研发费用",
    "主导产品",
    "申报类别",
    "邮政编码",
    "经验名称",
    "推荐单位",
]
ITEMS = [
    "货币资金",
    "交易性金融资产",
    "应收票据",
    "应收账款",
    "预付款项",
    "其他应收款",
    "存货",
    "合同资产",
    "其他流动资产",
    "流动资产合计",
    "长期股权投资",
    "固定资产",
    "在建工程",
    "无形资产",
    "长期待摊费用",
    "递延所得税资产",
    "非流动资产合计",
    "资产总计",
    "短期借款",
    "应付票据",
    "应付账款",
    "合同负债",
    "应付职工薪酬",
    "应交税费",
    "其他应付款",
    "流动负债合计",
    "长期借款",
    "负债合计",
    "实收资本",
    "资本公积",
    "盈余公积",
    "未分配利润",
    "所有者权益合计",
]


@dataclass
class Sheet:
    """A page being printed, the texts on it and their boxes in pixels."""

    rng: random.Random
    page: Pillow.Image = field(default_factory=lambda: Pillow.new("RGB", A4, "white"))
    texts: list[str] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pen = ImageDraw.Draw(self.page)
        self.path = self.rng.choice([f for f in FONTS if Path(f[0]).exists()])

    def face(self, points: float) -> ImageFont.FreeTypeFont:
        """Return the sheet's typeface in a size."""
        return ImageFont.truetype(self.path[0], round(points * DRAWN_DPI / 72), index=self.path[1])

    def write(self, x: float, y: float, text: str, points: float, at: str = "la") -> None:
        """Write a text; `at` is Pillow's anchor."""
        self.pen.text((x, y), text, (20, 20, 20), self.face(points), anchor=at)
        self.texts.append(text)
        self.boxes.append(self.pen.textbbox((x, y), text.strip("　"), self.face(points), anchor=at))

    def paragraph(self, y: float, text: str, points: float) -> float:
        """Write a text over several lines; return where the next may begin."""
        face, line = self.face(points), ""
        for sign in "　　" + text:
            if face.getlength(line + sign) > A4[0] - 2 * MARGIN:
                self.write(MARGIN, y, line, points)
                y, line = y + face.size * 1.6, ""
            line += sign
        self.write(MARGIN, y, line, points)
        return y + face.size * 1.6

    def seal(self, name: str, x: float, y: float) -> None:
        """Press a red seal, its middle given."""
        seal = draw_seal(name, DRAWN_DPI, SealLook())
        self.page.paste(seal, (round(x - seal.width / 2), round(y - seal.height / 2)), seal)


@dataclass(frozen=True)
class Page:
    """A drawn page (BGR), its kind, the texts on it, the box round them all in pixels."""

    image: Image
    kind: str
    texts: tuple[str, ...]
    box: tuple[float, float, float, float]


def sentence(rng: random.Random) -> str:
    """Return an invented sentence."""
    parts = (rng.choice(WORDS) + rng.choice(VERBS) + rng.choice(WORDS) for _ in range(3))
    return (
        "，".join(parts) + f"，{rng.choice(WORDS)}达到{rng.randint(60, 99)}.{rng.randint(0, 9)}%。"
    )


def enterprise(rng: random.Random) -> str:
    """Return an invented enterprise's name."""
    city, trade, form = (rng.choice(words.split()) for words in (CITIES, TRADES, FORMS))
    return city + rng.choice(BRANDS) + rng.choice(BRANDS) + trade + form


def _form(sheet: Sheet) -> None:
    rng = sheet.rng
    sheet.write(A4[0] / 2, 230, "质量标杆申报表", 18, "ma")
    y = 420
    for label in rng.sample(LABELS, 16):
        value = {"企业名称": enterprise(rng), "联系电话": str(rng.randint(10**10, 10**11 - 1))}
        sheet.write(MARGIN + 25, y + 42, label, 11)
        sheet.write(1010, y + 42, value.get(label, rng.choice(WORDS) + rng.choice(WORDS)), 11)
        sheet.pen.line((MARGIN, y, A4[0] - MARGIN, y), "black", 4)
        y += 150
    sheet.pen.line((MARGIN, y, A4[0] - MARGIN, y), "black", 4)
    for x in (MARGIN, 970, A4[0] - MARGIN):
        sheet.pen.line((x, 420, x, y), "black", 4)


def _statement(sheet: Sheet) -> None:
    rng = sheet.rng
    sheet.write(A4[0] / 2, 220, "资产负债表", 16, "ma")
    sheet.write(MARGIN, 330, "编制单位：" + enterprise(rng), 9)
    sheet.write(A4[0] - MARGIN, 330, "单位：元", 9, "ra")
    y, columns = 400, (MARGIN, 1160, 1670, A4[0] - MARGIN)
    for n, item in enumerate(("项目", *ITEMS)):
        sheet.write(MARGIN + 20, y + 20, item, 9)
        for right, head in zip(columns[2:], ("期末余额", "期初余额"), strict=True):
            shown = f"{rng.randint(10**6, 10**11) / 100:,.2f}" if n else head
            sheet.write(right - 20, y + 20, shown, 9, "ra")
        sheet.pen.line((MARGIN, y, A4[0] - MARGIN, y), "black", 3)
        y += 80
    sheet.pen.line((MARGIN, y, A4[0] - MARGIN, y), "black", 3)
    for x in columns:
        sheet.pen.line((x, 400, x, y), "black", 3)


def _letter(sheet: Sheet) -> None:
    rng = sheet.rng
    name = enterprise(rng)
    sheet.write(A4[0] / 2, 380, "承诺书", 22, "ma")
    y = sheet.paragraph(620, f"{name}郑重承诺：" + sentence(rng) + sentence(rng), 14)
    for _ in range(rng.randint(1, 4)):
        y = sheet.paragraph(y, sentence(rng) + sentence(rng), 14)
    sheet.write(A4[0] - MARGIN, y + 320, name, 14, "ra")
    sheet.write(
        A4[0] - MARGIN, y + 440, f"2026年{rng.randint(1, 9)}月{rng.randint(1, 28)}日", 14, "ra"
    )
    sheet.seal(name, A4[0] - MARGIN - 380, y + 620)


def _prose(sheet: Sheet) -> None:
    rng = sheet.rng
    points, y = rng.choice((10.5, 12.0, 14.0)), 300.0
    while y < A4[1] - 750:
        y = sheet.paragraph(y, "".join(sentence(rng) for _ in range(rng.randint(2, 4))), points)
    sheet.write(A4[0] / 2, A4[1] - 200, str(rng.randint(1, 60)), 9, "ma")


def _certificate(sheet: Sheet) -> None:
    rng = sheet.rng
    for inset in (120, 150):
        sheet.pen.rectangle(
            (inset, inset, A4[0] - inset, A4[1] - inset), outline=(60, 90, 160), width=8
        )
    sheet.write(A4[0] / 2, 800, rng.choice(("荣誉证书", "发明专利证书", "认证证书")), 40, "ma")
    sheet.write(A4[0] / 2, 1250, enterprise(rng), 20, "ma")
    sheet.write(A4[0] / 2, 1450, f"获评{rng.choice(WORDS)}先进单位", 20, "ma")
    sheet.write(
        A4[0] / 2,
        2600,
        f"二〇二{rng.choice('一二三四五')}年{rng.choice('一二三四五六七')}月",
        16,
        "ma",
    )
    sheet.seal(enterprise(rng), A4[0] / 2 + 300, 2500)


def _cover(sheet: Sheet) -> None:
    rng = sheet.rng
    sheet.write(A4[0] / 2, 1000, rng.choice(("申报材料", "附件", "目录", "证明材料")), 30, "ma")


PAINTERS: dict[str, Callable[[Sheet], None]] = {
    "form": _form,
    "statement": _statement,
    "letter with a seal": _letter,
    "prose": _prose,
    "certificate": _certificate,
    "cover of a word": _cover,
}
KINDS = (*PAINTERS, "licence")


def draw_page(seed: int, number: int, kind: str) -> Page:
    """Return a drawn page of a kind; the same seed and number give the same page."""
    rng = random.Random(f"legibility-{seed}-{number}")
    if kind == "licence":
        drawn = draw_licence(number, seed)
        texts = tuple(v for _, v in drawn.licence.lines.values())
        return Page(drawn.picture, kind, texts, _black(drawn.picture))
    sheet = Sheet(rng)
    PAINTERS[kind](sheet)
    return Page(
        np.ascontiguousarray(np.asarray(sheet.page)[:, :, ::-1]),
        kind,
        tuple(sheet.texts),
        _round(sheet.boxes),
    )


def _round(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _black(image: Image) -> tuple[float, float, float, float]:
    """Return the box round a picture's black print, coloured borders left out."""
    ys, xs = np.nonzero(image.max(axis=2) < 60)
    return float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())
