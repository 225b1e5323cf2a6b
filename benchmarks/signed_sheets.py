"""Letters and forms with places for signature, seal and day, signed or not: drawn, with the truth.

Letters with the places at the left, letters with them at the right under the enterprise's name,
forms whose ruled cell holds them. Signatures scrawled or written neatly, over the line, close to
the label, under or above it, crossed by the seal; a name in print or a square chop instead of one;
seals round, oval, faint, cut off by the page's side, or none; days printed, written, left blank.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from degraded import DRAWN_DPI, Image
from handwriting import MM, inked, scrawl, written
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from generator.seals import SealLook, draw_seal, fonts, pressed, worn

FACES = (
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
    ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
)
PLACES, BRANDS = ("江苏", "长沙", "河北", "舟山市"), ("天工", "华瑞", "恒力", "弘望", "沛锐")
TRADES = ("电气", "精密机械", "新材料科技", "食品")
PERSONS = ("张伟民", "李建国", "王芳", "陈志强", "刘晓燕", "赵勇")
SIGN_LABELS = (
    "法定代表人（签字）：", "法定代表人签字：", "法定代表人（签名）：", "企业法定代表人签字：",
    "法定代表人或授权代表签字：",
)  # fmt: skip
SEAL_LABELS = ("单位（盖章）：", "申报单位（公章）：", "企业（盖章）：", "申报单位盖章：")
PROMISE = (
    "本单位郑重承诺：所提交的申报材料真实、完整、合法、有效，",
    "不存在弄虚作假行为，近三年无重大质量、安全和环保事故，",
    "如有不实，愿意承担由此引起的一切法律责任和后果。",
)
LAYOUTS = ("left", "right", "cell")
SIGNED = ("none", "none", "scrawl", "scrawl", "neat", "printed", "chop")
WHERE = ("over", "over", "close", "below", "above", "crossed")
SEALS = ("none", "none", "round", "round", "oval", "faint", "cut")
DAYS = ("blank", "printed", "written")


@dataclass
class Sheet:
    """A drawn page (BGR at `DRAWN_DPI`), what stands at its places, and how it was laid out."""

    picture: Image
    signed: str
    where: str
    seal: str
    day: str
    layout: str
    spots: dict[str, tuple[float, float]] = field(default_factory=dict)


def draw_sheet(number: int, seed: int) -> Sheet:
    """Return sheet `number`; layouts take turns, the rest is thrown."""
    rng = random.Random(f"sheet-{seed}-{number}")
    page = _Page(rng)
    sheet = Sheet(
        page.pixels, rng.choice(SIGNED), rng.choice(WHERE), rng.choice(SEALS), rng.choice(DAYS),
        LAYOUTS[number % len(LAYOUTS)],
    )  # fmt: skip
    if sheet.where == "crossed" and sheet.seal in ("none", "cut"):
        sheet.where = "over"
    _LAYOUTS[sheet.layout](page, sheet, rng)
    sheet.picture = np.ascontiguousarray(np.asarray(page.page)[:, :, ::-1])
    _mark(sheet, page.name, rng)
    return sheet


class _Page:
    """A page being printed, in millimetres from its top left corner."""

    def __init__(self, rng: random.Random) -> None:
        self.page = Pillow.new("RGB", (round(210 * MM), round(297 * MM)), (253, 253, 252))
        self.pen = ImageDraw.Draw(self.page)
        self.face = rng.choice([f for f in FACES if Path(f[0]).exists()])
        self.points = rng.choice([12, 14, 14, 16])
        self.name = "".join(rng.choice(w) for w in (PLACES, BRANDS, TRADES)) + "有限公司"
        self.person = rng.choice(PERSONS)

    @property
    def pixels(self) -> Image:
        return np.asarray(self.page)

    @property
    def em(self) -> float:
        """Return the width of a character in millimetres."""
        return self.points * 0.3528

    def write(self, x: float, y: float, text: str, points: float = 0) -> float:
        """Write a text, its left upper corner given; return where it ends."""
        points = points or self.points
        font = ImageFont.truetype(self.face[0], round(points * DRAWN_DPI / 72), index=self.face[1])
        self.pen.text((x * MM, y * MM), text, font=font, fill=(25, 25, 25))
        return x + float(font.getlength(text)) / MM

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.pen.line((x0 * MM, y0 * MM, x1 * MM, y1 * MM), fill=(25, 25, 25), width=3)


def _letter_left(page: _Page, sheet: Sheet, rng: random.Random) -> None:
    y = _promise(page, 32, 40)
    left, step = rng.uniform(28, 95), rng.uniform(12, 17)
    for n, draw in enumerate(_ordered(rng)):
        draw(page, sheet, rng, left, y + 14 + n * step)


def _letter_right(page: _Page, sheet: Sheet, rng: random.Random) -> None:
    y = _promise(page, 32, 40)
    left, step = rng.uniform(95, 115), rng.uniform(11, 15)
    page.write(left, y + 12, page.name, page.points - 1)
    _seal_place(page, sheet, rng, left, y + 12 + step, "（盖章）")
    _signature_place(page, sheet, rng, left - 8, y + 12 + 2 * step)
    _day(page, sheet, rng, left, y + 12 + 3 * step)


def _cell(page: _Page, sheet: Sheet, rng: random.Random) -> None:
    """Draw a form's row: 承诺 at the left, the text and the places in the cell beside it."""
    top = rng.uniform(40, 70)
    page.points = 11
    bottom = top + 92
    page.write(70, 22, "企业申报承诺书", 18)
    for x in (20, 45, 190):
        page.rule(x, top, x, bottom)
    for y in (top, bottom):
        page.rule(20, y, 190, y)
    for n, words in enumerate(("申报", "单位", "承诺")):
        page.write(28, top + 30 + n * 8, words)
    y = _promise(page, 48, top - 26, title=False)
    if rng.random() < 0.5:
        _signature_place(page, sheet, rng, 50, y + 14)
        _seal_place(page, sheet, rng, 126, y + 14)
    else:
        _signature_place(page, sheet, rng, 50, y + 9)
        _seal_place(page, sheet, rng, 50, y + 24)
    _day(page, sheet, rng, 128, bottom - 13)


_LAYOUTS = {"left": _letter_left, "right": _letter_right, "cell": _cell}


def _promise(page: _Page, left: float, top: float, title: bool = True) -> float:
    if title:
        page.write(105 - 2.5 * 22 * 0.3528, top - 6, "申报承诺书", 22)
    for n, words in enumerate(PROMISE):
        points = min(page.points, 12 if title else 11)
        page.write(left + (points * 0.7 if n == 0 else 0), top + 30 + n * 9, words, points)
    return top + 30 + 3 * 9


def _ordered(rng: random.Random) -> list[Callable[..., None]]:
    """Return the places in one of the usual orders."""
    first = [_seal_place, _signature_place]
    rng.shuffle(first)
    return [*first, _day]


def _seal_place(
    page: _Page, sheet: Sheet, rng: random.Random, x: float, y: float, label: str = ""
) -> None:
    end = page.write(x, y, label or rng.choice(SEAL_LABELS))
    sheet.spots["seal"] = (end + rng.uniform(-12, 14), y + page.em / 2 + rng.uniform(-8, 8))
    sheet.spots["seal"] = (max(30.0, sheet.spots["seal"][0]), sheet.spots["seal"][1])


def _signature_place(page: _Page, sheet: Sheet, rng: random.Random, x: float, y: float) -> None:
    end = page.write(x, y, rng.choice(SIGN_LABELS))
    if rng.random() < 0.4:
        page.rule(end + 1, y + page.em * 1.1, min(end + 38, 188), y + page.em * 1.1)
    if sheet.signed == "printed":
        page.write(end + rng.choice([0, 3, 8]), y, page.person)
    sheet.spots["signature"] = (end, y + page.em / 2)


def _day(page: _Page, sheet: Sheet, rng: random.Random, x: float, y: float) -> None:
    day = (rng.randint(2021, 2023), rng.randint(1, 12), rng.randint(1, 28))
    if sheet.day == "printed":
        page.write(x, y, rng.choice(["日期：", ""]) + "{}年{}月{}日".format(*day))
        return
    start = page.write(x, y, rng.choice(["日期：", ""]))
    for n, unit in enumerate("年月日"):
        sheet.spots[f"day{n}"] = (start, y + page.em / 2)
        sheet.spots[f"digits{n}"] = (day[n], 0.0)
        start = page.write(start + page.em * (3.2 if n == 0 else 2.2), y, unit)


def _mark(sheet: Sheet, name: str, rng: random.Random) -> None:
    """Sign the sheet, write the day and press the seal, as thrown."""
    x, y = sheet.spots["signature"]
    art = None
    if sheet.signed == "scrawl":
        art = scrawl(rng, rng.choice([2, 3]))
    elif sheet.signed == "neat":
        art = written(rng, rng.choice(PERSONS), rng.uniform(5.5, 9))
    if art is not None:
        dx, dy = {"close": (-4, 0), "below": (-14, 8), "above": (-4, -6)}.get(sheet.where, (4, 0))
        inked(sheet.picture, art, (x + dx) * MM, (y + dy + rng.uniform(-1.5, 1.5)) * MM, rng)
    if sheet.signed == "chop":
        chop = _chop(rng)
        sheet.picture = pressed(sheet.picture, chop, (x + 16) * MM, (y + 1) * MM, 0.8)
    if sheet.day == "written":
        for n in range(3):
            digits = written(rng, f"{sheet.spots[f'digits{n}'][0]:.0f}", rng.uniform(4.2, 5.2))
            at = sheet.spots[f"day{n}"]
            inked(sheet.picture, digits, (at[0] + 1) * MM, at[1] * MM, rng)
    if sheet.seal != "none":
        _press(sheet, name, rng)


def _press(sheet: Sheet, name: str, rng: random.Random) -> None:
    x, y = sheet.spots["signature"] if sheet.where == "crossed" else sheet.spots["seal"]
    x += 14 if sheet.where == "crossed" else 0
    flat = 0.7 if sheet.seal == "oval" else 1.0
    look = SealLook(mm=rng.choice([40, 42]), flat=flat, font=rng.randrange(len(fonts())))
    seal = worn(draw_seal(name, DRAWN_DPI, look), rng, 0.06, 0.1)
    strength = rng.uniform(0.28, 0.4) if sheet.seal == "faint" else rng.uniform(0.6, 0.95)
    if sheet.seal == "cut":
        x = 210 - rng.uniform(-4, 8)
    sheet.picture = pressed(sheet.picture, seal, x * MM, y * MM, strength)


def _chop(rng: random.Random) -> Pillow.Image:
    """Return a square chop of a name, 18–20 mm wide."""
    side = round(rng.uniform(17, 20) * MM)
    mask = Pillow.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    pen.rectangle((4, 4, side - 5, side - 5), outline=255, width=round(0.9 * MM))
    face = rng.choice(FACES[:2])
    font = ImageFont.truetype(face[0], round(side * 0.4), index=face[1])
    person = rng.choice([p for p in PERSONS if len(p) == 3])
    for n, sign in enumerate((person + "印")[:4]):
        at = (side * (0.52 if n < 2 else 0.08), side * (0.03 if n % 2 == 0 else 0.48))
        pen.text(at, sign, font=font, fill=255)
    chop = Pillow.new("RGBA", mask.size, (200, 24, 30, 0))
    chop.putalpha(mask)
    return chop
