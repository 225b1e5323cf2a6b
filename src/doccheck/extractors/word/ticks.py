"""Ticks and boxes: letters of symbol fonts and look-alike signs, brought to ☑ ☒ □ √ ✗ ■.

A tick in a Chinese form is often the letter R in the font Wingdings 2; read as text it is lost.
"""

import re

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪",
    0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + i: chr(ord("①") + i) for i in range(10)},
    **{0x8C + i: chr(ord("❶") + i) for i in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0x98: "●",
    0x99: "○", 0x9A: "○", 0x9B: "○", 0x9E: "◉", 0x9F: "▪", 0xA0: "■",
    0xA1: "■", 0xA2: "■", 0xA3: "□", 0xA4: "□", 0xA5: "□",
    0xA6: "□", 0xA8: "▣", **{0x6A + i: chr(ord("①") + i) for i in range(10)},
    **{0x75 + i: chr(ord("❶") + i) for i in range(10)},
}  # fmt: skip
_WEBDINGS = {0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε",
    0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
    0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE_USE = 0xF000  # symbol fonts stand at F020–F0FF
_LETTER = re.compile("[\x21-\xff\uf021-\uf0ff]")
_LOOK_ALIKES = str.maketrans({
    "☐": "□", "▢": "□", "◻": "□", "⬜": "□", "🗆": "□", "🞎": "□", "🞏": "□",
    "✓": "√", "✔": "√", "🗸": "√", "🗹": "☑", "✅": "☑", "🗵": "☒", "🗷": "☒", "⮽": "☒", "❎": "☒",
})  # fmt: skip
_LOOK_ALIKE = re.compile("[" + "".join(map(chr, _LOOK_ALIKES)) + "]")
_EMOJI_MARK = "\ufe0f"  # asks for a coloured sign: ✔️ is ✔ and this


def is_symbol_font(font: str) -> bool:
    """Return whether a font draws signs where other fonts draw letters."""
    return font.lower() in _FONTS


def symbol(code: int, font: str) -> str:
    """Return the sign that a `w:sym` shows; an unknown one stays the character that it is."""
    signs = _FONTS.get(font.lower(), {})
    if _PRIVATE_USE <= code <= _PRIVATE_USE + 0xFF:
        return signs.get(code - _PRIVATE_USE, chr(code))
    return signs.get(code) or plain_ticks(chr(code))


def symbols(text: str, font: str) -> str:
    """Return what a run's letters show in a symbol font; other characters are left alone."""
    return _LETTER.sub(lambda match: symbol(ord(match[0]), font), text)


def plain_ticks(text: str) -> str:
    """Return the text with look-alike ticks and boxes brought to one form."""
    if _LOOK_ALIKE.search(text) is None:
        return text
    return text.translate(_LOOK_ALIKES).replace(_EMOJI_MARK, "")


def box(ticked: bool) -> str:
    """Return the sign of a check box."""
    return "☑" if ticked else "□"
