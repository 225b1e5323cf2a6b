"""Whether a page's text layer can be believed: native, scan, garbled, hidden or blank."""

import re
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.characters import Characters
from doccheck.extractors.pdf.objects import Drawing, PageObjects
from doccheck.model.document import PageSource
from doccheck.model.places import Box

SAMPLED = 200  # characters asked for a missing Unicode map: a broken font shows at once
GARBLED_SHARE = 0.1  # of characters without a meaning; a digital page has none
SCAN_AREA = 0.6  # of the page under pictures: pages with figures stay below
PICTURE_AREA = 0.02  # of the page: a smaller picture on an otherwise empty page is a speck
STAMPED = 50  # characters: page numbers and a scanner's stamp over a scan stay below
OUTLINES = 200  # paths on a page without text: letters drawn as outlines
WORDLESS = 50  # characters from which the mix of characters can be judged
SYMBOL_SHARE = 0.35  # of ASCII symbols among the characters: text of a broken font
RARE_SHARE = 0.03  # of common characters among the Chinese ones; real text has a quarter
PLAIN_SHARE = 0.08  # of common characters: enough to trust a text that came without a map
VOWELS = (0.28, 0.55)  # share of vowels among the letters of European languages
RARE_SAMPLE = 120  # Chinese characters from which that share means something

_MEANINGLESS = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SYMBOL = re.compile(r"""[!"#$&'*+;<=>?@\[\\\]^_`{|}~]""")
_LETTER = re.compile("[A-Za-z]")
_CHINESE = re.compile("[\u3400-\u9fff]")
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从"
    "想实日月公司企业质量标准管技术产品项目金额名称单位合计资负债号元第号证书申请表及为与等位目个"
)
"""The commonest characters of prose, statements and certificates."""

NOTES: dict[PageSource, str] = {
    "native": "",
    "scan": "扫描页，没有可用的文字层",
    "garbled": "文字层的编码已损坏，读出的文字不可信",
    "hidden": "页面是扫描图像，文字层看不见，内容不可信",
    "blank": "空白页",
}
OUTLINED = "页面文字已转为图形，没有文字层"


def page_source(
    characters: Characters, objects: PageObjects, textpage: object, page: Box
) -> tuple[PageSource, str]:
    """Return how a page can be read, and why its text is not trusted."""
    covered = picture_share(objects.drawings, page)
    if not len(characters):
        return _without_text(objects, covered)
    if covered > SCAN_AREA and _unseen(objects, page):
        return "hidden", NOTES["hidden"]
    if covered > SCAN_AREA and len(characters) < STAMPED:
        return "scan", NOTES["scan"]
    if objects.texts and objects.invisible_texts == objects.texts:
        return "hidden", NOTES["hidden"]
    if _garbled(characters, textpage):
        return "garbled", NOTES["garbled"]
    return "native", ""


def _without_text(objects: PageObjects, covered: float) -> tuple[PageSource, str]:
    if covered > PICTURE_AREA:
        return "scan", NOTES["scan"]
    if objects.paths > OUTLINES:
        return "scan", OUTLINED
    return "blank", NOTES["blank"]


def picture_share(drawings: Sequence[Drawing], page: Box) -> float:
    """Return the share of the page under pictures; strips of one scan add up."""
    whole = (page.x1 - page.x0) * (page.bottom - page.top)
    return min(1.0, sum(_visible_area(d.box, page) for d in drawings) / whole) if whole else 0.0


def _visible_area(box: Box, page: Box) -> float:
    width = min(box.x1, page.x1) - max(box.x0, page.x0)
    height = min(box.bottom, page.bottom) - max(box.top, page.top)
    return max(0.0, width) * max(0.0, height)


def _unseen(objects: PageObjects, page: Box) -> bool:
    """Return whether no text shows: drawn in invisible ink, or under the scan."""
    if objects.texts == objects.invisible_texts:
        return True
    painted_over = [
        d for d in objects.drawings if d.order > objects.last_text and not d.see_through
    ]
    return picture_share(painted_over, page) > SCAN_AREA


def _garbled(characters: Characters, textpage: object) -> bool:
    text = "".join(characters.texts)
    sample = characters.at[:SAMPLED]
    unmapped = sum(pdfium.FPDFText_HasUnicodeMapError(textpage, at) == 1 for at in sample)
    if unmapped > GARBLED_SHARE * len(sample) and not like_language(text):
        return True  # fonts of an old Chinese encoding have no map either, but read well
    if len(_MEANINGLESS.findall(text)) > GARBLED_SHARE * len(text):
        return True
    return _unlike_language(text)


def like_language(text: str) -> bool:
    """Return whether characters come in the mix that Chinese or a Latin language has."""
    chinese = _CHINESE.findall(text)
    if len(chinese) > 0.3 * len(text):
        return sum(c in _COMMON for c in chinese) > PLAIN_SHARE * len(chinese)
    letters = _LETTER.findall(text)
    if len(letters) < 0.5 * len(text):
        return False
    least, most = VOWELS
    return least < sum(c in "aeiouAEIOU" for c in letters) / len(letters) < most


def _unlike_language(text: str) -> bool:
    """Return whether a page's characters are a mix that no language has."""
    chinese = _CHINESE.findall(text)
    if len(chinese) >= RARE_SAMPLE:
        return sum(c in _COMMON for c in chinese) < RARE_SHARE * len(chinese)
    if len(text) < WORDLESS or len(chinese) > 0.2 * len(text):
        return False
    return len(_SYMBOL.findall(text)) > SYMBOL_SHARE * len(text)
