"""Tick boxes and brackets: which of the printed answers are marked."""

import re

from doccheck.text import normalise

TICKED = "☑☒■√✓✔●◉🗹Ｖ"
EMPTY = "□☐○◯〇"
MARK = f"[{TICKED}{EMPTY}]"
_BOX_BEFORE = re.compile(rf"([【\[（(]?\s*{MARK}\s*[】\])）]?)\s*([^{TICKED}{EMPTY}【\[]+)")
_BRACKETED = re.compile(r"([^（()）\s、，,；;]+)\s*[（(]([^（()）]*)[）)]")
_YES = frozenset("√✓✔☑■●vV1是有Y")
_FREE = re.compile(
    r"(?<=.)(?:如是|如有|请填写|请附|如已|[（(](?![一二三四五六七八九十\d]{1,2}[)）]))"
)


def ticked(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the marked and the unmarked answers of `□否 ☑是` or `否□ 是☑`, as printed.

    An answer's text ends at the next box; follow-up questions (如是，请填写…) are cut off. Whether
    boxes stand before or after their answers is told by what the text begins with.
    """
    flat = normalise.clean(text.replace("\n", "  "))
    marks = [m.start() for m in re.finditer(MARK, flat)]
    if not marks:
        return (), ()
    before = flat[: marks[0]].strip(" （([【")
    pairs = _after(flat, marks) if before and _ends_with_box(flat, marks) else _before(flat)
    on = tuple(answer for box, answer in pairs if box in TICKED)
    off = tuple(answer for box, answer in pairs if box in EMPTY)
    return on, off


def _ends_with_box(flat: str, marks: list[int]) -> bool:
    return not flat[marks[-1] + 1 :].strip(" ）)】]。；;.")


def _before(flat: str) -> list[tuple[str, str]]:
    pairs = []
    for found in _BOX_BEFORE.finditer(flat):
        box = re.search(MARK, found.group(1))
        answer = _FREE.split(found.group(2))[0].strip(" ，,；;。、：:")
        if box and answer:
            pairs.append((box.group(), answer))
    return pairs


def _after(flat: str, marks: list[int]) -> list[tuple[str, str]]:
    pairs, start = [], 0
    for mark in marks:
        answer = re.split(r"[，,；;。：:]|\s{2,}", flat[start:mark].strip(" ）)】]（([【"))[-1]
        if answer.strip():
            pairs.append((flat[mark], answer.strip()))
        start = mark + 1
    return pairs


def bracketed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the marked and the unmarked items of `国家级（）省级（√）市级（ ）`."""
    flat = normalise.clean(text.replace("\n", " "))
    on: list[str] = []
    off: list[str] = []
    for found in _BRACKETED.finditer(flat):
        inside = found.group(2).strip()
        (on if inside and (set(inside) & _YES or inside.isdigit()) else off).append(found.group(1))
    return tuple(on), tuple(off)
