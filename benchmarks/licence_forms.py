"""Business licences of invented enterprises, as pictures with what stands in them.

Kinds: company, branch, sole owner, individual business, partnership. Layouts: since 2019 (two
columns, QR code; landscape and portrait), 2014 to 2019 (one column, 统一社会信用代码), before
(注册号), the print-out of an electronic licence (ruled). Labels spaced out, tight, on two lines or
one character under the other; values over several lines; a red seal over the day of issue.
"""

import random
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import zxingcpp
from degraded import DRAWN_DPI, Image
from licence_words import KINDS, Licence, invented_licence
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from generator.seals import SealLook, draw_seal, pressed, worn

MM = DRAWN_DPI / 25.4
LANDSCAPE, PORTRAIT = (297, 210), (210, 297)  # mm
FACES = (
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
    ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
)
ISSUED = ["2021年06月18日", "2019 年 11 月 05 日", "2022   年   3   月   7   日"]
OFFICES = ["常州市武进区行政审批局", "长沙市雨花区市场监督管理局", "唐山市工商行政管理局"]
YEARLY = "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送年度报告"
LAYOUTS = ("2019 landscape", "2019 portrait", "2015 one column", "before 2014", "electronic")


@dataclass(frozen=True)
class Drawn:
    """A picture (BGR, 300 dots an inch), how it was laid out and what stands in it."""

    picture: Image
    layout: str
    licence: Licence


def draw_licence(number: int, seed: int) -> Drawn:
    """Return the picture of licence `number`; layouts and kinds take turns."""
    rng = random.Random(f"licence-{seed}-{number}")
    layout = LAYOUTS[number % len(LAYOUTS)]
    licence = invented_licence(rng, KINDS[number // len(LAYOUTS) % len(KINDS)], layout)
    size = PORTRAIT if layout in ("2019 portrait", "electronic") else LANDSCAPE
    sheet = _Sheet(rng, size)
    _PAINTERS[layout](sheet, licence)
    return Drawn(sheet.sealed(), layout, licence)


class _Sheet:
    """A sheet being printed, in millimetres from its top left corner."""

    def __init__(self, rng: random.Random, size: tuple[int, int]) -> None:
        self.rng = rng
        self.width, self.height = size
        paper = rng.choice([(255, 255, 255), (252, 250, 240), (246, 250, 246)])
        self.page = Pillow.new("RGB", (round(size[0] * MM), round(size[1] * MM)), paper)
        self.pen = ImageDraw.Draw(self.page)
        self.face = rng.choice([f for f in FACES if Path(f[0]).exists()])
        self.label_style = rng.choice(["spaced", "spaced", "tight", "colon"])
        self.seal_at: tuple[float, float] | None = None

    def font(self, points: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self.face[0], round(points * DRAWN_DPI / 72), index=self.face[1])

    def write(self, x: float, y: float, text: str, points: float = 11, ink: int = 25) -> float:
        """Write a text, its left upper corner given; return where it ends."""
        font = self.font(points)
        self.pen.text((x * MM, y * MM), text, font=font, fill=(ink, ink, ink))
        return x + font.getlength(text) / MM

    def centred(self, y: float, text: str, points: float) -> None:
        wide = self.font(points).getlength(text) / MM
        self.write((self.width - wide) / 2, y, text, points)

    def wrapped(self, text: str, wide: float, points: float) -> list[str]:
        """Return the lines that a text takes."""
        font, lines = self.font(points), [""]
        for sign in text:
            if font.getlength(lines[-1] + sign) / MM > wide and sign not in "，。；、）":
                lines.append("")
            lines[-1] += sign
        return lines

    def field(
        self, x: float, y: float, wide: float, label: str, value: str, points: float
    ) -> float:
        """Print a label and its value in a column; return where the next one may begin."""
        high = points * 0.3528 * 1.45
        room = points * 0.3528 * 5.4
        rows = self.label_rows(label)
        for n, row in enumerate(rows):
            self.spread(x, y + n * high, row, points)
        lines = self.wrapped(value, wide - room - 4, points)
        for n, line in enumerate(lines):
            self.write(x + room + 4, y + n * high, line, points)
        return y + high * max(len(lines), len(rows)) + points * 0.3528 * 0.9

    def label_rows(self, label: str) -> list[str]:
        """Return the lines of a label: long ones take two."""
        return [label[:4], label[4:]] if len(label) > 5 else [label]

    def spread(self, x: float, y: float, label: str, points: float) -> None:
        """Print a label, spread over its room where the sheet's style asks for that."""
        em = points * 0.3528
        if self.label_style != "spaced" or len(label) < 2 or len(label) >= 5:
            self.write(x, y, label + ("：" if self.label_style == "colon" else ""), points)
            return
        step = (4 * em - em) / (len(label) - 1)
        for n, sign in enumerate(label):
            self.write(x + n * max(step, em), y, sign, points)

    def stacked(self, x: float, y: float, label: str, points: float) -> None:
        """Print a label one character under the other."""
        for n, sign in enumerate(label):
            self.write(x, y + n * points * 0.3528 * 1.15, sign, points)

    def border(self) -> None:
        edge, ink = 9 * MM, self.rng.choice([(196, 160, 90), (120, 120, 120), (180, 60, 50)])
        for inset, thick in ((0, 5), (2.2 * MM, 2)):
            at = edge + inset
            box = (at, at, self.page.width - at, self.page.height - at)
            self.pen.rectangle(box, outline=ink, width=thick)

    def qr(self, x: float, y: float, mm: float, text: str) -> None:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        drawn = Pillow.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=6)))
        side = round(mm * MM)
        self.page.paste(drawn.convert("RGB").resize((side, side)), (round(x * MM), round(y * MM)))

    def issued(self, x: float, y: float) -> None:
        """Print who issued it and when, and note where the seal goes."""
        rng = self.rng
        self.write(x, y, rng.choice(["登 记 机 关", "登记机关"]), 12)
        issued = rng.choice(ISSUED)
        self.write(x, y + 14, issued, 11)
        self.seal_at = (x + 22, y + 10)

    def sealed(self) -> Image:
        """Return the printed sheet (BGR), the registrar's seal on it."""
        page = np.ascontiguousarray(np.asarray(self.page)[:, :, ::-1])
        if self.seal_at is None:
            return page
        office = self.rng.choice(OFFICES)
        seal = worn(draw_seal(office, DRAWN_DPI, SealLook(mm=42, code="")), self.rng)
        return pressed(page, seal, self.seal_at[0] * MM, self.seal_at[1] * MM)


GSXT = "http://www.gsxt.gov.cn"
QR_NOTE = [
    "扫描二维码登录",
    "“国家企业信用信息",
    "公示系统”了解更",
    "多登记、备案、许",
    "可、监管信息。",
]


def _code_text(sheet: _Sheet, licence: Licence) -> str:
    code = licence.truth.get("uscc", "")
    return sheet.rng.choice([code, f"{GSXT}/?uscc={code}", f"{GSXT}/x?id={'7' * 20}"]) or GSXT


def _columns(licence: Licence) -> tuple[list[str], list[str]]:
    left = ["enterprise_name", "enterprise_type", "legal_representative", "scope"]
    right = ["registered_capital", "established", "business_term", "registered_address"]
    return [k for k in left if k in licence.lines], [k for k in right if k in licence.lines]


def _since_2019_landscape(sheet: _Sheet, licence: Licence) -> None:
    sheet.border()
    sheet.centred(28, "营 业 执 照" if sheet.rng.random() < 0.6 else "营业执照", 40)
    copy = sheet.rng.choice(["（副  本）", "（副本）1-1", ""])
    sheet.centred(48, copy, 16)
    label, code = licence.lines["uscc"]
    if sheet.rng.random() < 0.5:
        sheet.write(24, 34, label, 12)
        sheet.write(24, 41, code, 13)
    else:
        sheet.write(24, 40, label, 11)
        sheet.write(24, 46, f"{code} （1-1）", 12)
    sheet.qr(226, 24, 27, _code_text(sheet, licence))
    for n, line in enumerate(QR_NOTE):
        sheet.write(254, 26 + n * 4.2, line, 7)
    left, right = _columns(licence)
    y = 68.0
    for key in left:
        y = sheet.field(26, y, 122, *licence.lines[key], 12 if key != "scope" else 9.5)
    y = 68.0
    for key in right:
        y = sheet.field(160, y, 112, *licence.lines[key], 12)
    sheet.issued(196, 160)
    sheet.write(22, 193, f"国家企业信用信息公示系统网址：{GSXT}", 8)
    sheet.write(150, 193, YEARLY, 7)


def _since_2019_portrait(sheet: _Sheet, licence: Licence) -> None:
    sheet.border()
    sheet.centred(42, "营 业 执 照", 38)
    sheet.centred(60, sheet.rng.choice(["（副本）", "（副  本）  1-1"]), 15)
    label, code = licence.lines["uscc"]
    sheet.centred(72, f"{label} {code}", 12)
    sheet.qr(160, 20, 24, _code_text(sheet, licence))
    left, right = _columns(licence)
    two = sheet.rng.random() < 0.5
    y = 90.0
    for key in left:
        y = sheet.field(22, y, 84 if two else 160, *licence.lines[key], 10.5 if two else 12)
    y = 90.0 if two else y
    for key in right:
        y = sheet.field(110 if two else 22, y, 82 if two else 160, *licence.lines[key],
                        10.5 if two else 12)  # fmt: skip
    sheet.issued(126, 240)
    sheet.write(20, 278, f"国家企业信用信息公示系统网址： {GSXT}   国家市场监督管理总局监制", 8)


def _one_column(sheet: _Sheet, licence: Licence) -> None:
    sheet.border()
    sheet.centred(26, "营 业 执 照", 36)
    sheet.centred(43, sheet.rng.choice(["（副  本）", "(副 本)(1-1)"]), 14)
    first = "uscc" if "uscc" in licence.lines else ""
    label, code = licence.lines[first]
    sheet.write(168, 53, f"{label} {code}" if first else f"{label}：{code}", 11)
    order = ["enterprise_name", "enterprise_type", "registered_address", "legal_representative",
             "registered_capital", "established", "business_term", "scope"]  # fmt: skip
    y = 66.0
    for key in order:
        if key in licence.lines:
            y = sheet.field(50, y, 200, *licence.lines[key], 12.5 if key != "scope" else 11)
    sheet.issued(200, 166)
    if first and sheet.rng.random() < 0.5:
        sheet.qr(30, 160, 24, _code_text(sheet, licence))


def _before_2014(sheet: _Sheet, licence: Licence) -> None:
    if sheet.rng.random() < 0.5:
        _one_column(sheet, licence)
        return
    sheet.border()
    sheet.stacked(30, 50, "营业执照", 40)
    sheet.write(190, 26, "注册号 " + licence.lines[""][1], 11)
    y = 40.0
    for key in ("enterprise_name", "registered_address", "legal_representative",
                "registered_capital", "enterprise_type", "established"):  # fmt: skip
        if key in licence.lines:
            y = sheet.field(60, y, 190, *licence.lines[key], 12)
    sheet.stacked(62, y + 2, "经营范围", 11)
    for n, line in enumerate(sheet.wrapped(licence.lines["scope"][1], 150, 11)):
        sheet.write(84, y + 2 + n * 5.6, line, 11)
    sheet.issued(200, 166)


def _electronic(sheet: _Sheet, licence: Licence) -> None:
    sheet.centred(22, "电子营业执照", 26)
    sheet.qr(88, 38, 34, _code_text(sheet, licence))
    y = 84.0
    for key, (label, value) in licence.lines.items():
        points = 11 if key != "scope" else 9
        lines = sheet.wrapped(value, 112, points)
        high = max(10.0, 5 + len(lines) * points * 0.3528 * 1.4)
        for x0, x1 in ((24, 64), (64, 186)):
            box = (x0 * MM, y * MM, x1 * MM, (y + high) * MM)
            sheet.pen.rectangle(box, outline=(90, 90, 90), width=3)
        sheet.write(28, y + high / 2 - 2.2, label, 11)
        for n, line in enumerate(lines):
            sheet.write(68, y + 2.6 + n * points * 0.3528 * 1.4, line, points)
        y += high
    sheet.write(24, y + 6, "电子营业执照文件生成时间：2023年04月12日 10:21:33", 9)
    sheet.issued(130, min(y + 12, 255))


_PAINTERS = {
    "2019 landscape": _since_2019_landscape,
    "2019 portrait": _since_2019_portrait,
    "2015 one column": _one_column,
    "before 2014": _before_2014,
    "electronic": _electronic,
}
