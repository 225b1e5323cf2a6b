"""What a PDF's character codes mean: look-alike radicals, ticks, blanks.

Fonts often map 金 to the radical ⾦ and ticks to private codes; a reader sees 金 and ☑.
"""

import unicodedata

HYPHEN_AT_LINE_END = 0x02  # pdfium's own code for a hyphen that ends a line
ZERO_WIDTH = frozenset({0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF})
BLANKS = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000, *range(0x2000, 0x200B), 0x202F, 0x205F})

_SUPPLEMENT = dict(
    zip(
        "⺟⺠⺶⺼⻁⻄⻅⻆⻉⻋⻐⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民羊月虎西见角贝车钅長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals of the CJK supplement block, which Unicode's own compatibility mapping leaves out."""

_TICKS = {
    **dict.fromkeys("☐▢◻❏❑⬜", "□"),
    **dict.fromkeys("✅🗹", "☑"),
    **dict.fromkeys("⊠❎🗵🗷", "☒"),
}

_DINGBATS = {
    0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0x6E: "■",
    0xFC: "✓", 0xFB: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0xA3: "□",
}  # fmt: skip
"""Tick codes of Wingdings and Wingdings 2, which do not collide among themselves."""

DINGBAT_LETTERS = frozenset(map(chr, _DINGBATS))
"""Characters that are ticks when their font is a Wingdings font."""


def _same_character() -> dict[int, str]:
    ranges = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9))
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in ranges}
    table |= {ord(radical): plain for radical, plain in _SUPPLEMENT.items()}
    table |= {ord(tick): plain for tick, plain in _TICKS.items()}
    table |= {0xF000 + code: tick for code, tick in _DINGBATS.items()}
    table |= {0xFB00 + i: text for i, text in enumerate(("ff", "fi", "fl", "ffi", "ffl"))}
    return {code: text for code, text in table.items() if text != chr(code)}


PLAIN = _same_character() | {HYPHEN_AT_LINE_END: "-"}
"""The characters that a reader sees for codes that look like others."""


def dingbat(code: int) -> str:
    """Return the tick that a code of a Wingdings font shows."""
    return _DINGBATS.get(code & 0xFF, chr(code))


def is_wide(character: str) -> bool:
    """Return whether a character is set solid, without blanks, like Chinese.

    Quotes, dashes and the like count as wide: Chinese text uses them so.
    """
    code = ord(character)
    return code >= 0x2E80 or (0x2010 <= code <= 0x2BFF) or character in "·×÷°§±√"
