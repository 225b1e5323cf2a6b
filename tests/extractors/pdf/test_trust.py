"""A page's text layer is believed only where it can be."""

import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

from doccheck.extractors.pdf.trust import _unlike_language
from doccheck.extractors.pdf.wording import _says_nothing

from .drawing import Drawing, paragraphs, read, texts

SENTENCE = "Quality management has been improved in every workshop of the company. "


def sources(tmp_path: Path, drawing: Drawing | bytes) -> list[str]:
    document = read(tmp_path, drawing)
    assert all(bool(page.note) != (page.source == "native") for page in document.pages)
    return [page.source for page in document.pages]


def test_digital_text_is_native(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "企业概况")
    assert sources(tmp_path, drawing) == ["native"]


def test_an_empty_page_is_blank(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.canvas.line(72, 500, 100, 500)
    assert sources(tmp_path, drawing) == ["blank"]


def test_a_page_that_is_a_picture_is_a_scan(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.picture(0, 0, 595, 842)
    assert sources(tmp_path, drawing) == ["scan"]


def test_a_stamp_on_a_scan_does_not_make_it_digital(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.picture(0, 0, 595, 842)
    drawing.text(450, 830, "扫描全能王 创建", 8)
    document = read(tmp_path, drawing)
    assert [p.source for p in document.pages] == ["scan"]
    assert not texts(document)


def test_a_certificate_on_its_own_is_a_scan(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.picture(100, 200, 495, 500)
    assert sources(tmp_path, drawing) == ["scan"]


def test_text_in_invisible_ink_over_a_scan_is_hidden(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.picture(0, 0, 595, 842)
    drawing.invisible(72, 100, "识别出来的文字未必可信")
    document = read(tmp_path, drawing)
    assert [p.source for p in document.pages] == ["hidden"]
    assert not document.blocks


def test_text_under_a_picture_is_hidden(tmp_path: Path) -> None:
    drawing = Drawing()
    for y in range(100, 700, 40):
        drawing.text(72, y, "图像下面的文字谁也看不见")
    drawing.picture(0, 0, 595, 842)
    assert sources(tmp_path, drawing) == ["hidden"]


def test_text_over_a_background_is_native(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.picture(0, 0, 595, 842)
    for y in range(100, 700, 40):
        drawing.text(72, y, "底纹上面的文字看得清楚")
    assert sources(tmp_path, drawing) == ["native"]


def test_invisible_words_on_a_digital_page_are_left_out(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "看得见的正文。")
    drawing.invisible(72, 140, "看不见的文字。")
    assert texts(read(tmp_path, drawing)) == ["看得见的正文。"]


def embedded() -> bytes:
    """Return a page whose font is a subset that only its Unicode map explains."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    drawing = Drawing()
    for i in range(8):
        drawing.text(72, 100 + 20 * i, SENTENCE, 10, "Vera")
    return drawing.done()


def test_an_embedded_subset_with_its_map_is_native(tmp_path: Path) -> None:
    content = embedded()
    assert sources(tmp_path, content) == ["native"]
    assert paragraphs(read(tmp_path, content))[0].text.startswith("Quality management")


def test_a_map_to_private_codes_is_garbled(tmp_path: Path) -> None:
    content = re.sub(rb"<00([2-7][0-9A-F])>", rb"<E0\1>", embedded())
    document = read(tmp_path, content)
    assert [p.source for p in document.pages] == ["garbled"]
    assert not document.blocks


@pytest.mark.parametrize(
    ("text", "unlike"),
    [
        ("!\"#$%&'()*+=<>@" * 6, True),
        ("营业收入比上年增长，公司的质量管理水平不断提高。" * 8, False),
        ("1,234,567.00 (12.50%) 15,134,160.69" * 4, False),
        (SENTENCE * 2, False),
        ("".join(chr(0x5000 + 37 * i) for i in range(300)), True),
    ],
)
def test_garbage_is_told_from_language(text: str, unlike: bool) -> None:
    assert _unlike_language(text) is unlike


def _page_of_letters(rows: int) -> Image.Image:
    """A picture with many marks of a letter's size."""
    page = Image.new("L", (827, 1169), 255)
    pen = ImageDraw.Draw(page)
    for row in range(rows):
        for column in range(30):
            x, y = 80 + column * 22, 300 + row * 26
            pen.rectangle((x, y, x + 9, y + 11), outline=0, width=2)
    return page


@pytest.mark.parametrize(("rows", "source"), [(20, "scan"), (1, "native")])
def test_a_stamp_over_a_scan_is_not_the_pages_text(tmp_path: Path, rows: int, source: str) -> None:
    drawing = Drawing()
    drawing.canvas.drawImage(ImageReader(_page_of_letters(rows)), 0, 0, 595, 842)
    for line in range(5):
        drawing.text(72, 40 + 16 * line, "扫描软件制作，请购买正式版后去除水印")
    assert sources(tmp_path, drawing) == [source]


PROSE = (
    "公司建立了覆盖设计、采购、生产和售后的质量管理体系，每月召开质量分析会，",
    "对顾客反映的问题逐条登记，查明原因，落实责任人和完成日期。",
    "三年来一次交验合格率由百分之九十二提高到百分之九十八，质量损失逐年下降，",
    "员工提出的改进建议有一半以上得到采纳，并在车间里推广。",
)
NAMES = (
    "张伟、王芳、李娜、刘洋、陈静、杨勇、赵磊、黄敏、周杰、吴艳、徐强、孙丽、马超、朱琳、胡军、郭涛"
)


def exchanged(text: str) -> str:
    """Return a text as a map says it that gives each character the next one's code."""
    own = sorted(set(re.findall("[一-鿿]", "".join(PROSE))))
    return text.translate(str.maketrans("".join(own), "".join(own[1:] + own[:1])))


def test_real_characters_that_say_nothing_are_not_believed(tmp_path: Path) -> None:
    plain, wrong = Drawing(), Drawing()
    plain.lines(100, *PROSE, NAMES)
    wrong.lines(100, *map(exchanged, PROSE))
    assert sources(tmp_path, plain) == ["native"]
    document = read(tmp_path, wrong)
    assert [p.source for p in document.pages] == ["garbled"]
    assert not document.blocks


def test_a_wrong_map_of_one_font_is_seen_beside_good_ones(tmp_path: Path) -> None:
    drawing = Drawing()
    pdfmetrics.registerFont(UnicodeCIDFont("MSung-Light"))
    drawing.lines(100, *PROSE, *PROSE)
    for i, line in enumerate(map(exchanged, PROSE)):
        drawing.text(72, 400 + 20 * i, line, 12, "MSung-Light")
    assert sources(tmp_path, drawing) == ["garbled"]


@pytest.mark.parametrize("text", ["公司" * 60, "質量管理體系運行有效，顧客滿意度持續提升。" * 8])
def test_labels_and_traditional_characters_are_language(text: str) -> None:
    assert not _says_nothing(text)
