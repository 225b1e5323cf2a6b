"""Cleaning text for showing, and folding it to a key for comparing.

`clean` removes what extraction left behind and is safe to show. `key` throws differences away
that do not matter in a comparison (width, blanks, brackets, traditional forms, case); it is
never shown, reports quote the original.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

from doccheck.text.charset import CJK_LETTERS, INVISIBLE, WIDE

_CACHED_LENGTH = 80  # characters; labels and names come again and again, long texts do not
_CACHE_SIZE = 200_000
"""Keys kept (60 MB where full): a larger file than the cache would find none of its lines again."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_BLANKS = re.compile(r"\s+")
_GLUED_BLANK = re.compile(rf"(?<=[{WIDE}]) (?=[{WIDE}\w])|(?<=\w) (?=[{WIDE}])")
_CJK = re.compile(f"[{CJK_LETTERS}]")
_RADICALS = re.compile("[\u2e80-\u2fdf]")

# Radicals of the supplement that Unicode does not decompose but PDF fonts print for characters.
_RADICAL_SUPPLEMENT = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⺼⻁⻑",
    "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙月虎長",
)

# One form for the many that brackets, quotation marks, dashes and dots have.
_UNIFIED = str.maketrans(
    {
        **dict.fromkeys("﹝〔【［[{｛〖﹙", "("),
        **dict.fromkeys("﹞〕】］]}｝〗﹚", ")"),
        **dict.fromkeys("“”„‟「」『』〝〞＂″‘’‚‛`´′＇", '"'),
        "'": '"',
        **dict.fromkeys("‐‑‒–—―−─━﹣－﹘", "-"),
        **dict.fromkeys("・･•∙⋅‧᛫●", "·"),
        **dict.fromkeys("～〜∼", "~"),
        **dict.fromkeys("《〈﹤", "<"),
        **dict.fromkeys("》〉﹥", ">"),
        "。": ".",
        "、": ",",
        "〇": "零",
        "○": "零",
        "◯": "零",
        # variants that the traditional–simplified table leaves alone
        "囯": "国",
        "囻": "国",
        "戸": "户",
        "値": "值",
        "産": "产",
        "髙": "高",
        "黒": "黑",
        "徳": "德",
        "強": "强",
        "靑": "青",
        "呂": "吕",
        "內": "内",
        "亊": "事",
    }
)


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _simplifier() -> _Converter:
    from opencc import OpenCC  # noqa: PLC0415  (40 ms; only for text that holds Chinese)

    converter: _Converter = OpenCC("t2s")
    return converter


def _plain_radicals(text: str) -> str:
    if not _RADICALS.search(text):
        return text
    folded = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return folded.translate(_RADICAL_SUPPLEMENT)


def clean(s: str) -> str:
    """Return the text as a reader sees it, on one line.

    Invisible characters go, radicals that a PDF font printed for characters become those
    characters, every blank (also line breaks, no-break and ideographic spaces) becomes one
    space, and blanks that only typesetting put beside Chinese go. Width, punctuation and
    traditional forms stay as printed.
    """
    visible = _plain_radicals(_INVISIBLE.sub("", s))
    return _GLUED_BLANK.sub("", _BLANKS.sub(" ", visible).strip())


def key(s: str) -> str:
    """Return a folded form for comparing only: two texts that mean the same print are equal.

    NFKC, without blanks and invisible characters, one form of brackets, quotation marks and
    dashes, traditional and variant characters made simplified (OpenCC t2s), lower case.
    `有限公司` and `有限责任公司` stay different.
    """
    return _short_key(s) if len(s) <= _CACHED_LENGTH else _fold(s)


@lru_cache(maxsize=_CACHE_SIZE)
def _short_key(s: str) -> str:
    return _fold(s)


def _fold(s: str) -> str:
    plain = unicodedata.normalize("NFKC", _plain_radicals(s).translate(_UNIFIED))
    dense = _BLANKS.sub("", _INVISIBLE.sub("", plain)).translate(_UNIFIED)
    simplified = _simplifier().convert(dense) if _CJK.search(dense) else dense
    return simplified.lower()


def same(a: str, b: str) -> bool:
    """Tell whether two texts are the same for a reader who does not mind typesetting."""
    return a == b or key(a) == key(b)


def is_cjk(ch: str) -> bool:
    """Tell whether a character is an East Asian letter: ideograph, kana, Hangul, bopomofo.

    Punctuation and full-width digits are not.
    """
    return _CJK.fullmatch(ch) is not None


def cjk_share(s: str) -> float:
    """Return the share (0 to 1) of East Asian letters among the characters that are no blanks."""
    dense = _BLANKS.sub("", s)
    return len(_CJK.findall(dense)) / len(dense) if dense else 0.0
