"""How a list counter is written: every number format that Chinese documents use."""

from collections.abc import Callable

MAX_COUNTER = 100_000  # Word stops at 32,767; letters repeat, so a huge counter fills memory

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_LEGAL_DIGITS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN_MAX = 3999  # beyond it Roman numerals need other signs
_MYRIAD = 10_000


def numeral(value: int, style: str) -> str:
    """Return a counter as the number format `style` (WordprocessingML's name) writes it."""
    if not 0 <= value <= MAX_COUNTER:
        return str(value)
    return _FORMATS.get(style, str)(value)


def _by_unit(value: int, digits: str, units: tuple[str, ...], zero: str, bare_ten: bool) -> str:
    """Return `一百零一`; with `bare_ten`, ten to nineteen begin with `十` instead of `一十`."""
    if value == 0:
        return digits[0]
    if value >= _MYRIAD:
        high = _by_unit(value // _MYRIAD, digits, units, zero, bare_ten)
        rest = value % _MYRIAD
        gap = zero if 0 < rest < _MYRIAD // 10 else ""
        return high + "万" + gap + (_by_unit(rest, digits, units, zero, False) if rest else "")
    written, pending_zero = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            written += (zero if pending_zero and written else "") + digits[digit] + units[power]
            pending_zero = False
        else:
            pending_zero = True
    return written[1:] if bare_ten and 10 <= value < 20 else written


def _thousand(value: int) -> str:
    return _by_unit(value, _DIGITS, _UNITS, "零", True)


def _positional(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    return _thousand(value) if value < 100 else _positional(value)


def _japanese(value: int) -> str:
    written = _by_unit(value, _DIGITS, _UNITS, "", True)
    return written.replace("一千", "千").replace("一百", "百").replace("一十", "十")


def _legal(value: int) -> str:
    return _by_unit(value, _LEGAL_DIGITS, _LEGAL_UNITS, "零", False)


def _legal_traditional(value: int) -> str:
    written = _by_unit(value, _LEGAL_DIGITS_TRADITIONAL, _LEGAL_UNITS, "零", False)
    return written.replace("万", "萬")


def _among(signs: str) -> Callable[[int], str]:
    """Return a writer for a closed set of signs, decimal beyond its end."""
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else str(value)


def _signs(first: str, last_value: int) -> Callable[[int], str]:
    """Return a writer for signs that follow one another in Unicode, decimal beyond them."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= last_value else str(value)


def _circled(value: int) -> str:
    for first, start, last in ((1, "①", 20), (21, "㉑", 35), (36, "㊱", 50)):
        if first <= value <= last:
            return chr(ord(start) + value - first)
    return str(value)


def _letters(value: int) -> str:
    """Return A…Z, AA, BB…: Word repeats the letter, unlike a spreadsheet's columns."""
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else "0"


def _roman(value: int) -> str:
    if not 1 <= value <= _ROMAN_MAX:
        return str(value)
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (value // worth)
        value %= worth
    return written


def _ordinal(value: int) -> str:
    teens = value % 100 in (11, 12, 13)
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "chineseLegalSimplified": _legal,
    "ideographDigital": _positional,
    "ideographTraditional": _among(_STEMS),
    "ideographZodiac": _among(_BRANCHES),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "ideographLegalTraditional": _legal_traditional,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousand,
    "taiwaneseDigital": _positional,
    "koreanDigital2": _positional,
}
"""Formats not listed are written in decimal, as Word does for those it does not know."""
