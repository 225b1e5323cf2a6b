"""Lines to date, drawn at 300 dots an inch: every print of a date, and lines left blank."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from degraded import DRAWN_DPI, Image
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from tick_forms import A4, FONTS, LABELS, LEFT, RIGHT

TOP, STEP, LINES = 300, 150, 18  # pixels; 18 lines a page
FIRST, DAYS = date(2019, 1, 1), 2500
DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Dated:
    """A line: its label, the day written on it, None where it was left blank, how."""

    label: str
    day: date | None
    style: str


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else DIGITS[tens] + "十") + (
        DIGITS[ones] if ones else ""
    )


def _chinese(day: date, zero: str) -> str:
    year = "".join(DIGITS[int(d)] for d in str(day.year)).replace("〇", zero)
    return f"{year}年{_numeral(day.month)}月{_numeral(day.day)}日"


BLANK = ("年 月 日", "20__年__月__日")
STYLES: dict[str, Callable[[date], str]] = {
    "二〇二三年六月十八日": lambda d: _chinese(d, "〇"),
    "二○二三年六月十八日": lambda d: _chinese(d, "○"),
    "二零二三年六月十八日": lambda d: _chinese(d, "零"),
    "二0二三年六月十八日": lambda d: _chinese(d, "0"),
    "2023年6月18日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "2023 年 6 月 18 日": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "2023.6.18": lambda d: f"{d.year}.{d.month}.{d.day}",
    "2023-06-18": lambda d: d.isoformat(),
    "2023/6/18": lambda d: f"{d.year}/{d.month}/{d.day}",
    "年 月 日": lambda _: "年    月    日",
    "20__年__月__日": lambda _: "20    年    月    日",
}


def draw_dates(rng: random.Random, number: int) -> tuple[Image, tuple[Dated, ...]]:
    """Return a page of dated lines and what stands on them."""
    fonts = [font for font in FONTS if Path(font[0]).exists()]
    path, index = fonts[number % len(fonts)]
    face = ImageFont.truetype(path, round(rng.uniform(10.5, 14) * DRAWN_DPI / 72), index=index)
    page = Pillow.new("RGB", A4, "white")
    pen = ImageDraw.Draw(page)
    lines = []
    for i in range(LINES):
        style = rng.choice(sorted(STYLES))
        day = FIRST + timedelta(rng.randrange(DAYS))
        words = STYLES[style](day)
        label = f"{LABELS[i]}日期"
        lines.append(Dated(label, None if style in BLANK else day, style))
        y = TOP + i * STEP
        pen.text((LEFT + 25, y + 35), label, "black", face)
        pen.text((LEFT + 700, y + 35), words, "black", face)
        pen.line((LEFT, y, RIGHT, y), "black", 4)
    pen.line((LEFT, TOP + LINES * STEP, RIGHT, TOP + LINES * STEP), "black", 4)
    for x in (LEFT, LEFT + 670, RIGHT):
        pen.line((x, TOP, x, TOP + LINES * STEP), "black", 4)
    return np.ascontiguousarray(np.asarray(page)[:, :, ::-1]), tuple(lines)
