"""Pages drawn for the tests: a form, a statement, seals; turned, skewed, photographed."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

DPI = 150
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
)
SIMPLIFIED = 2  # index of the simplified face in Noto's collections


def font(points: float) -> ImageFont.FreeTypeFont:
    for path in FONTS:
        if Path(path).exists():
            index = SIMPLIFIED if "Noto" in path else 0
            return ImageFont.truetype(path, round(points * DPI / 72), index=index)
    pytest.skip("没有中文字体：apt-get install fonts-noto-cjk")


def blank_page(width: int = 1241, height: int = 1754) -> Pillow.Image:
    return Pillow.new("RGB", (width, height), "white")


def bgr(picture: Pillow.Image) -> np.ndarray:
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])


FORM = (
    ("企业名称", "江苏翰辉智能装备有限公司"),
    ("法定代表人", "沈建国"),
    ("统一社会信用代码", "91320412MA1M9ABC5X"),
    ("联系电话", "0519-86543210"),
    ("营业收入（万元）", "36,212.86"),
)


def draw_form(rows: tuple[tuple[str, str], ...] = FORM) -> Pillow.Image:
    """A title, a ruled table of two columns, two tick boxes, a paragraph."""
    page = blank_page()
    pen = ImageDraw.Draw(page)
    pen.text((400, 120), "质量标杆申报表", font=font(20), fill="black")
    top, step, left, middle, right = 250, 70, 120, 480, 1120
    for i, (label, value) in enumerate(rows):
        y = top + i * step
        pen.text((left + 20, y + 18), label, font=font(12), fill="black")
        pen.text((middle + 20, y + 18), value, font=font(12), fill="black")
    bottom = top + len(rows) * step
    for i in range(len(rows) + 1):
        pen.line((left, top + i * step, right, top + i * step), fill="black", width=3)
    for x in (left, middle, right):
        pen.line((x, top, x, bottom), fill="black", width=3)
    pen.rectangle((130, bottom + 50, 152, bottom + 72), outline="black", width=2)
    pen.text((160, bottom + 42), "国有", font=font(12), fill="black")
    pen.rectangle((260, bottom + 50, 282, bottom + 72), outline="black", fill="black", width=2)
    pen.text((290, bottom + 42), "民营", font=font(12), fill="black")
    text = "本单位承诺所提供的材料全部真实有效，愿意承担由此产生的法律责任。"
    pen.text((170, bottom + 130), text, font=font(12), fill="black")
    return page


def seal(page: Pillow.Image, x: int, y: int, radius: int = 110) -> Pillow.Image:
    """A round red seal laid over a page as ink is: it darkens what is under it."""
    layer = Pillow.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(layer)
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(215, 50, 50), width=8)
    pen.regular_polygon((x, y, radius // 3), 5, fill=(215, 50, 50))
    return Pillow.fromarray(np.minimum(np.asarray(page), np.asarray(layer)))


def photographed(page: Pillow.Image) -> np.ndarray:
    """The page aslant on a brown table, a shadow over it."""
    image = bgr(page)
    height, width = image.shape[:2]
    table = np.full((height + 260, width + 240, 3), (60, 80, 105), np.uint8)
    corners = np.array(
        [[110, 90], [width + 60, 140], [width + 130, height + 190], [60, height + 130]]
    )
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    size = (table.shape[1], table.shape[0])
    laid = cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size)
    table[mask > 128] = laid[mask > 128]
    shadow = np.linspace(1.0, 0.6, table.shape[1])[None, :, None]
    return (table * shadow).astype(np.uint8)


def turned(image: np.ndarray, degrees: float) -> np.ndarray:
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))


def text_rows(width: int = 900, height: int = 1200) -> np.ndarray:
    """Something like lines of text, without any font: dashes of uneven length."""
    rng = np.random.default_rng(7)
    page = np.full((height, width, 3), 255, np.uint8)
    for y in range(120, height - 120, 40):
        x = 90
        while x < width - 110:
            length = int(rng.integers(8, 20))
            cv2.rectangle(page, (x, y), (x + length, y + 16), (20, 20, 20), -1)
            x += length + 6
    return page
