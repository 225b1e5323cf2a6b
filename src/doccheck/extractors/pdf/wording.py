"""Text of real characters that says nothing: a font whose map names other characters than it draws.

No single character gives such a map away, words do: four fifths of the characters of Chinese text
stand in words of a dictionary, of text under a wrong map one fifth at most (97 pages measured,
their characters exchanged among one another, and each for its neighbour in Unicode).
"""

import ctypes
import re
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from doccheck.extractors.pdf.runs import Run
from doccheck.text.normalise import key
from doccheck.text.words import words

LEAST_SAMPLE = 80  # Chinese characters of one font: fewer may be names
MOST_SAMPLE = 600  # characters looked at: more says no more
WORDED = 0.35  # share of characters in words of two and more: real text 0.8, wrong maps 0.2
KANA_SHARE = 0.05  # of the characters: the text is Japanese, which the dictionary does not hold
SPACED = 40  # characters: real text has one of the commonest words more often than each so many
MISMAPPED = "文字层的字不成词句，与页面所画可能不符，内容不可信"

_CHINESE = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_COMMONEST = re.compile(
    "公司|企业|有限|管理|质量|技术|产品|生产|经济|发展|工作|国家|中国|市场|服务|项目|资产|负债|合计|"
    "金额|单位|年度|会计|财务|报表|审计|标准|体系|研发|创新|系统|建设|进行|通过|提高|提升|实现|我们|"
    "可以|以及|情况|主要|具有|要求|方法|过程|数据|信息|证书|专利|申请|日期|时间|名称|地址|编号|电话|"
    "法定|代表|人民|政府|工业|制造|设备|材料|环境|安全|责任|员工|客户|合同|社会|组织|部门|人员|问题|"
    "分析|使用|包括|根据|关于|没有|一个|他们"
)
"""Words that stand in nearly every Chinese text: most need no dictionary to be known as such."""


def is_mismapped(runs: Sequence[Run], textpage: object) -> bool:
    """Tell whether what a font says on a page is Chinese characters, but no Chinese."""
    return any(_says_nothing(text) for text in _by_font(runs, textpage))


def _by_font(runs: Sequence[Run], textpage: object) -> list[str]:
    """Return the text of each font of a page, a space between runs."""
    texts: dict[int, list[str]] = {}
    for run in runs:
        handle = pdfium.FPDFText_GetTextObject(textpage, run.at)
        font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        if font:
            texts.setdefault(ctypes.addressof(font.contents), []).append(run.text)
    return [" ".join(parts)[:MOST_SAMPLE] for parts in texts.values()]


def _says_nothing(text: str) -> bool:
    chinese = len(_CHINESE.findall(text))
    if chinese < LEAST_SAMPLE or len(_KANA.findall(text)) > KANA_SHARE * chinese:
        return False
    plain = key(text)
    if SPACED * len(_COMMONEST.findall(plain)) > chinese:
        return False
    worded = sum(len(w) for w in words(plain, guess=False) if len(w) > 1 and _CHINESE.match(w))
    return worded < WORDED * chinese
