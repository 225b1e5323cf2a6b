"""Habits of recognisers, put right: stray marks, blanks, half-width punctuation, separators."""

import re

from doccheck.model.places import UNCONFIRMED

WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
TICKS = frozenset("□☐☑☒■▣◻◼✓✔√☆❑❒▢🗹🗷⊠⊡█▉☓")
LOOKALIKES = frozenset("口回囗曰凶冈囚O0oDC")
"""What engines make of a tick box where they are not sure."""

_STRAY = re.compile(r"^[|,，'`´‘’.·\-_~]+(?=[\u2e80-\u9fff])|[|]+$")
_BRACKETS = frozenset("()（）[]【】〔〕 ")
_BARE = "√✓✔"  # the blank beside one tells which answer it belongs to
_BLANK_BY_WIDE = re.compile(
    rf"(?<=[{WIDE}“”‘’…—、，。])\s+(?![{_BARE}])|(?<![{_BARE}])\s+(?=[{WIDE}“”‘’…—、，。])"
)
_ENDS = re.compile(r"^\s+|\s+$")
_ONE_SIGN = {
    **dict.fromkeys("☐◻❑❒▢", "□"),
    **dict.fromkeys("🗹", "☑"),
    **dict.fromkeys("🗷", "☒"),
    **dict.fromkeys("⊠☓", "☒"),
    "⊡": "☑",
    **dict.fromkeys("◼█▉", "■"),
}
_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_GROUPED = re.compile(r"([-－—–]?\s?[¥￥]?\s?)(\d{1,3}(?:\s?[.,，]\s?\d{3})+)\s?[.,，]\s?(\d{2})")
_WHOLE = re.compile(r"([-－—–]?)(\d{1,3}(?:[.,，]\d{3}){2,})")


def cleaned(
    text: str, starts: tuple[float, ...] = (), sureness: tuple[float, ...] = ()
) -> tuple[str, tuple[float, ...], tuple[float, ...]]:
    """Return a line's text without the engine's habits, with what goes with each character."""
    dropped = {
        i for pattern in (_STRAY, _BLANK_BY_WIDE, _ENDS) for found in pattern.finditer(text)
        for i in range(*found.span())
    }  # fmt: skip
    kept = [i for i in range(len(text)) if i not in dropped]
    clean = full_width("".join(_ONE_SIGN.get(text[i], text[i]) for i in kept))
    if not starts:
        return clean, (), ()
    return clean, tuple(starts[i] for i in kept), tuple(sureness[i] for i in kept)


def figure(text: str) -> str:
    """Return a figure with its separators by pattern: digits are read surely, `,` and `.` not."""
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        groups = re.findall(r"\d+", grouped.group(2))
        return f"{grouped.group(1).strip()}{','.join(groups)}.{grouped.group(3)}"
    whole = _WHOLE.fullmatch(text)
    if whole:
        return whole.group(1) + ",".join(re.findall(r"\d+", whole.group(2)))
    return text


def full_width(text: str) -> str:
    """Return a text whose punctuation beside Chinese characters is full-width, as printed."""
    out = list(text)
    opened: list[bool] = []
    for i, mark in enumerate(text):
        if mark in "（）":
            opened = [*opened, True] if mark == "（" else opened[:-1]
        if mark not in _FULL:
            continue
        beside = (i > 0 and _wide(text[i - 1])) or (i + 1 < len(text) and _wide(text[i + 1]))
        if mark == "(":
            opened.append(beside)
        elif mark == ")":
            beside = opened.pop() if opened else beside
        if beside:
            out[i] = _FULL[mark]
    return "".join(out)


def _wide(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff"


def word_confidence(text: str, sureness: tuple[float, ...], whole: float) -> float:
    """Return the confidence of a line's letters and digits; marks are decided by pixels."""
    scores = [s for c, s in zip(text, sureness, strict=False) if c.isalnum()]
    if text and all(c in _BRACKETS for c in text):
        return max(whole, UNCONFIRMED)  # there is no word in it to be wrong about
    return sum(scores) / len(scores) if scores else whole
