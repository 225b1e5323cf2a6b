"""Sets of characters, written as the inside of a regular expression's brackets.

They are kept in one place so that counting, cleaning and matching agree on what a Chinese
character is.
"""

# Ideographs: the unified blocks, the compatibility block, the iteration mark and the zero 〇.
# Radicals are in because PDF fonts map plain characters to them (⼯ for 工).
HAN = r"々〇\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u2E80-\u2FDF\U00020000-\U0003FFFD"

# Kana, Hangul, bopomofo: letters that Word counts one by one.
OTHER_EAST_ASIAN_LETTERS = (
    r"\u02EA\u02EB\u1100-\u11FF\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u312F"
    r"\u3130-\u318F\u31A0-\u31BF\u31F0-\u31FF\uA960-\uA97F\uAC00-\uD7FF"
    r"\U00016FE0-\U00016FFF\U0001AFF0-\U0001B16F\U0001F200"
)

# CJK punctuation, enclosed and squared forms, vertical forms, half- and full-width forms.
# The ideographic space U+3000 is a space and stays out.
WIDE_MARKS = (
    r"\u3001-\u3004\u3006\u3008-\u303F\u30FB\u3190-\u319F\u31C0-\u31EF\u3200-\u33FF"
    r"\uFE10-\uFE1F\uFE30-\uFE4F\uFF00-\uFFEF"
)

CJK_LETTERS = HAN + OTHER_EAST_ASIAN_LETTERS
WIDE = CJK_LETTERS + WIDE_MARKS

# Controls that are no blanks, soft hyphen, zero-width and direction marks, BOM, variation
# selectors: nothing of them is seen on paper.
INVISIBLE = (
    r"\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u00AD\u034F\u061C\u180B-\u180F\u200B-\u200F"
    r"\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB\U000E0000-\U000E0FFF"
)

# Half-width forms of the full-width letters, digits and marks, one character for one, so that
# positions in a string stay what they were (NFKC does not promise that).
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def to_half_width(text: str) -> str:
    """Return the text with full-width forms (Ａ１：％) made half-width; the length is kept."""
    return text.translate(HALF_WIDTH)
