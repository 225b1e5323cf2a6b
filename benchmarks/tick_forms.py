"""Forms with answers to tick and lines to date, drawn at 300 dots an inch: made up, seeded."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from degraded import DRAWN_DPI, Image
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

A4 = (2480, 3508)  # pixels at 300 dots an inch
LEFT, MIDDLE, RIGHT, TOP = 200, 860, 2280, 330
ROW, SECOND_LINE = 112, 80  # pixels: height of a row, and what a second line adds
ROWS = 22
LOWEST = 3180  # pixels: no row begins below
EMPTY_SHARE = 0.1  # of the questions with places for ticks: nothing is ticked
SYMBOLS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"  # has ☑ and ☒

LABELS = (
    "企业性质", "上市情况", "申报类别", "是否具有独立法人资格", "是否高新技术企业", "企业规模",
    "近三年有无重大质量事故", "是否通过管理体系认证", "经验是否已成熟应用", "推荐意见",
    "是否同意公开经验", "所属行业领域", "是否规模以上企业", "有无失信记录", "申报方式",
    "是否首次申报", "是否设立质量部门", "数字化水平", "主要市场", "是否参与标准制定",
    "有无自主品牌", "是否龙头企业", "联系方式是否有效", "研发机构级别", "用工形式",
    "是否建有技术中心", "生产方式", "是否接受现场核查", "出口情况", "信用等级",
)  # fmt: skip
ANSWERS = (
    ("是", "否"), ("否", "是"), ("有", "无"), ("符合", "不符合"), ("同意", "不同意"),
    ("国有", "合资", "民营", "外资", "港澳台资"), ("大型", "中型", "小型", "微型"),
    ("无上市计划", "有上市计划", "已上市"), ("洁美工厂", "品质工厂", "示范工厂"),
    ("国家级", "省级", "市级"), ("同意推荐", "不同意推荐"), ("国内", "国外"), ("通过", "未通过"),
    ("装备制造", "电子信息", "纺织", "食品"),
)  # fmt: skip
FONTS = (
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
    ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
    ("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
)

Font = ImageFont.FreeTypeFont
Draw = Callable[["Pen", float, float, bool], float]
"""Draws a mark at a left edge and a line's top, ticked or not; returns its width."""


@dataclass(frozen=True)
class Question:
    """A row of a form: its label, its answers, which of them are ticked, and how."""

    label: str
    answers: tuple[str, ...]
    chosen: tuple[int, ...]
    style: str


@dataclass(frozen=True)
class Form:
    """A drawn form and what stands on it."""

    image: Image
    questions: tuple[Question, ...]


@dataclass
class Pen:
    """What a form is drawn with."""

    draw: ImageDraw.ImageDraw
    rng: random.Random
    face: Font
    side: float = 0.8
    line: int = 4

    @property
    def size(self) -> float:
        """Return the size of print in pixels."""
        return float(self.face.size)

    def words(self, x: float, y: float, text: str) -> float:
        """Write words; return their width."""
        self.draw.text((x, y), text, "black", self.face)
        return float(self.draw.textlength(text, self.face))

    def stroke(self, points: list[tuple[float, float]], width: float) -> None:
        """Draw a line through points."""
        self.draw.line(points, "black", max(2, round(width)), joint="curve")


def _frame(pen: Pen, x: float, y: float) -> tuple[float, float, float]:
    """Draw an empty box; return its left, top and side."""
    side = pen.size * pen.side
    top = y + pen.size * 0.62 - side / 2
    pen.draw.rectangle((x, top, x + side, top + side), outline="black", width=pen.line)
    return x, top, side


def _tick(pen: Pen, x: float, top: float, side: float, over: float) -> None:
    """Draw a tick in a square, its end so far over it."""
    r = lambda v: v + pen.rng.uniform(-0.06, 0.06)  # noqa: E731
    points = [
        (x + r(0.12) * side, top + r(0.5) * side),
        (x + r(0.4) * side, top + r(0.85) * side),
        (x + r(0.9 + over) * side, top + r(0.12 - over) * side),
    ]
    pen.stroke(points, pen.size * pen.rng.uniform(0.06, 0.12))


def _cross(pen: Pen, x: float, top: float, side: float, over: float) -> None:
    width = pen.size * pen.rng.uniform(0.06, 0.1)
    a, b = 0.15 - over, 0.85 + over
    pen.stroke([(x + a * side, top + a * side), (x + b * side, top + b * side)], width)
    pen.stroke([(x + b * side, top + a * side), (x + a * side, top + b * side)], width)


def _boxed(mark: Callable[[Pen, float, float, float, float], None], over: float) -> Draw:
    def draw(pen: Pen, x: float, y: float, ticked: bool) -> float:
        left, top, side = _frame(pen, x, y)
        if ticked:
            mark(pen, left, top, side, over * pen.rng.uniform(0.7, 1.3))
        return side

    return draw


def _filled(pen: Pen, x: float, y: float, ticked: bool) -> float:
    left, top, side = _frame(pen, x, y)
    if ticked:
        pen.draw.rectangle((left, top, left + side, top + side), fill="black")
    return side


def _ring(mark: str) -> Draw:
    def draw(pen: Pen, x: float, y: float, ticked: bool) -> float:
        side = pen.size * pen.side
        top = y + pen.size * 0.62 - side / 2
        filled = "black" if ticked and mark == "filled" else None
        pen.draw.ellipse(
            (x, top, x + side, top + side), fill=filled, outline="black", width=pen.line
        )
        if ticked and mark == "dot":
            inner = side * 0.25
            pen.draw.ellipse(
                (x + inner, top + inner, x + side - inner, top + side - inner), "black"
            )
        if ticked and mark == "tick":
            _tick(pen, x, top, side, 0.25)
        return side

    return draw


def _glyph(on: str, off: str, symbols: bool) -> Draw:
    def draw(pen: Pen, x: float, y: float, ticked: bool) -> float:
        path, index = (SYMBOLS, 0) if symbols else FONTS[1]
        face = ImageFont.truetype(path, round(pen.size), index=index)
        down = 0.12 * pen.size if symbols else -0.1 * pen.size
        pen.draw.text((x, y + down), on if ticked else off, "black", face)
        return float(pen.draw.textlength(off, face))

    return draw


def _bracketed(opening: str, closing: str) -> Draw:
    def draw(pen: Pen, x: float, y: float, ticked: bool) -> float:
        width = pen.words(x, y, opening)
        if ticked:
            _tick(pen, x + width, y + 0.3 * pen.size, 0.7 * pen.size, 0.1)
        width += pen.size * 0.75
        return width + pen.words(x + width, y, closing)

    return draw


def _bare(pen: Pen, x: float, y: float, ticked: bool) -> float:
    if not ticked:
        return 0.0
    _tick(pen, x, y + 0.25 * pen.size, 0.8 * pen.size, 0.15)
    return 0.95 * pen.size


STYLES: dict[str, Draw] = {
    "tick in a box": _boxed(_tick, 0.0),
    "tick over a box": _boxed(_tick, 0.45),
    "cross in a box": _boxed(_cross, 0.0),
    "cross over a box": _boxed(_cross, 0.2),
    "filled box": _filled,
    "printed ■ □": _glyph("■", "□", symbols=False),
    "printed ☑ ☐": _glyph("☑", "☐", symbols=True),
    "printed ☒ ☐": _glyph("☒", "☐", symbols=True),
    "printed ● ○": _glyph("●", "○", symbols=False),
    "filled circle": _ring("filled"),
    "dot in a circle": _ring("dot"),
    "tick in a circle": _ring("tick"),
    "（√）": _bracketed("（", "）"),
    "【√】": _bracketed("【", "】"),
    "√ alone": _bare,
    "circled answer": _bare,
}


def draw_form(rng: random.Random, number: int) -> Form:
    """Return a drawn form of so many questions, in one of the system's fonts."""
    fonts = [font for font in FONTS if Path(font[0]).exists()]
    path = fonts[number % len(fonts)]
    face = ImageFont.truetype(
        path[0], round(rng.uniform(10.5, 12.5) * DRAWN_DPI / 72), index=path[1]
    )
    page = Pillow.new("RGB", A4, "white")
    pen = Pen(ImageDraw.Draw(page), rng, face)
    pen.words(900, 180, "申报情况确认表")
    styles = rng.sample(sorted(STYLES) * 2, ROWS)
    questions = []
    y = TOP
    for label, style in zip(rng.sample(LABELS, ROWS), styles, strict=True):
        if y > LOWEST:
            break
        question, height = _row(pen, y, label, style)
        questions.append(question)
        pen.draw.line((LEFT, y, RIGHT, y), "black", 4)
        y += height
    pen.draw.line((LEFT, y, RIGHT, y), "black", 4)
    for x in (LEFT, MIDDLE, RIGHT):
        pen.draw.line((x, TOP, x, y), "black", 4)
    return Form(np.ascontiguousarray(np.asarray(page)[:, :, ::-1]), tuple(questions))


def _row(pen: Pen, y: float, label: str, style: str) -> tuple[Question, int]:
    """Draw a row; return its question and its height."""
    rng = pen.rng
    pen.side, pen.line = rng.uniform(0.72, 0.92), rng.choice((3, 4, 5))
    answers = rng.choice(ANSWERS)
    none = rng.random() < EMPTY_SHARE and STYLES[style] is not _bare
    chosen = () if none else (rng.randrange(len(answers)),)
    wrapped = len(answers) > 4 or (len(answers) > 2 and rng.random() < 0.3)
    height = ROW + SECOND_LINE * wrapped
    pen.words(LEFT + 25, y + height / 2 - 0.7 * pen.size, label)
    _answers(pen, (MIDDLE + 30, y + ROW / 2 - 0.7 * pen.size), answers, chosen, style, wrapped)
    return Question(label, answers, chosen, style), height


def _answers(
    pen: Pen, at: tuple[float, float], answers: tuple[str, ...], chosen: tuple[int, ...],
    style: str, wrapped: bool,
) -> None:  # fmt: skip
    rng = pen.rng
    behind = rng.random() < 0.35
    near, between = rng.uniform(0.05, 0.3) * pen.size, rng.uniform(0.8, 2.2) * pen.size
    x, y = at
    circled = style == "circled answer"
    for i, answer in enumerate(answers):
        if wrapped and i == (len(answers) + 1) // 2:
            x, y = at[0], y + SECOND_LINE
        ticked = i in chosen and not circled
        if not behind and (width := STYLES[style](pen, x, y, ticked)):
            x += width + near
        start = x
        x += pen.words(x, y, answer)
        if behind and (width := STYLES[style](pen, x + near, y, ticked)):
            x += width + near
        if circled and i in chosen:
            _circled(pen, start, x, y)
        x += between


def _circled(pen: Pen, x0: float, x1: float, y: float) -> None:
    """Draw an oval by hand round words."""
    m = pen.size * pen.rng.uniform(0.15, 0.3)
    box = (x0 - 1.4 * m, y + 0.12 * pen.size - m, x1 + 1.4 * m, y + 1.15 * pen.size + m * 0.8)
    pen.draw.ellipse(box, outline="black", width=round(pen.size * 0.08))
