"""Tick boxes and brackets: which of the printed answers are marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from doccheck.text import normalise

TICKED = "☑☒■√✓✔●◉🗹Ｖ"
EMPTY = "□☐○◯〇"
BARE = "√✓✔Ｖ"
CROSSED = "☒"
ANSWERS = 2  # of those offered that stand in a text: then it is a list to choose from
MARK = f"[{TICKED}{EMPTY}]"
_BOX_BEFORE = re.compile(rf"([【\[（(]?\s*{MARK}\s*[】\])）]?)\s*([^{TICKED}{EMPTY}【\[]+)")
_BRACKETED = re.compile(r"([^（()）\s、，,；;]+)\s*[（(]([^（()）]*)[）)]")
_YES = frozenset("√✓✔☑■●vV1是有Y")
_FREE = re.compile(
    r"(?<=.)(?:如是|如有|请填写|请附|如已|[（(](?![一二三四五六七八九十\d]{1,2}[)）]))"
)
_TICK_IN_BRACKETS = re.compile(
    rf"[【\[（(〔]\s*(?:[{TICKED}vV]\s*[】\])）〕]|[{BARE}](?!\s*{MARK}))"
)
_EMPTY_BRACKETS = re.compile(rf"[【\[（(〔]\s*(?:[{EMPTY}]\s*)?[】\])）〕]")
_BLANKS = " 　"


@dataclass(frozen=True, slots=True)
class Answers:
    """The marked and the unmarked answers as printed; not `clear` where that cannot be told."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    clear: bool = True


class _Token(NamedTuple):
    """An answer (its words) or a mark (its sign), from where to where in a text."""

    start: int
    end: int
    words: str
    sign: str = ""


def answers(text: str, offered: Sequence[str] = ()) -> Answers:
    """Return which answers are marked; `offered` are those of the form, where they are known.

    Knowing them tells which of two neighbours a tick without a box belongs to (是√ 否), and that
    a list of answers without any mark is no answer.
    """
    flat = _in_boxes(normalise.clean(text.replace("\n", "  ")))
    words = list(_located(flat, offered))
    marks = [_Token(m.start(), m.end(), "", m.group()) for m in re.finditer(MARK, flat)]
    if words and marks and all(mark.sign in BARE for mark in marks):
        return _by_neighbour(flat, words, marks)
    if len(words) < ANSWERS:
        return Answers(*ticked(flat))
    return _by_side(words, marks) if marks else Answers(clear=False)


def _in_boxes(flat: str) -> str:
    """Return a text whose brackets to be ticked, if it has no boxes, are boxes."""
    if any(c in flat for c in (set(TICKED) | set(EMPTY)) - set(BARE)):
        return flat
    if not _EMPTY_BRACKETS.search(flat) and not _TICK_IN_BRACKETS.search(flat):
        return flat
    return _EMPTY_BRACKETS.sub("□", _TICK_IN_BRACKETS.sub("☑", flat))


def _located(flat: str, offered: Sequence[str]) -> Iterator[_Token]:
    """Yield the places of the offered answers, that beside a mark where there are several."""
    taken: list[tuple[int, int]] = []
    for words in sorted(offered, key=lambda o: (-len(o), o)):
        places = [m.span() for m in re.finditer(re.escape(words), flat)]
        free = [p for p in places if not any(p[0] < b and a < p[1] for a, b in taken)]
        beside = [p for p in free if _marked_beside(flat, p)]
        for start, end in (beside or free)[:1]:
            taken.append((start, end))
            yield _Token(start, end, words)


def _marked_beside(flat: str, place: tuple[int, int]) -> bool:
    before, behind = flat[: place[0]].rstrip(_BLANKS), flat[place[1] :].lstrip(_BLANKS)
    return bool(re.search(f"{MARK}$", before) or re.match(MARK, behind))


def _by_side(words: Sequence[_Token], marks: Sequence[_Token]) -> Answers:
    """Return the answers where every one has its box, all before or all behind them."""
    tokens = sorted([*words, *marks])
    sides: list[list[tuple[_Token, _Token]]] = []
    for step in (-1, 1):
        pairs = [
            (word, tokens[i + step])
            for i, word in enumerate(tokens)
            if not word.sign and 0 <= i + step < len(tokens) and tokens[i + step].sign
        ]
        if len(pairs) == len(words):
            sides.append(pairs)
    if len(sides) != 1:
        return Answers(clear=False)
    signs = {mark.sign for _, mark in sides[0] if mark.sign in TICKED}
    if CROSSED in signs and len(signs) > 1:
        return Answers(clear=False)  # one of them is crossed out
    on = tuple(w.words for w, mark in sides[0] if mark.sign in TICKED)
    return Answers(on, tuple(w.words for w, mark in sides[0] if mark.sign in EMPTY))


def _by_neighbour(flat: str, words: Sequence[_Token], marks: Sequence[_Token]) -> Answers:
    """Return the answers that ticks without boxes touch."""
    on: list[_Token] = []
    for mark in marks:
        left, right = flat[mark.start - 1 : mark.start], flat[mark.end : mark.end + 1]
        blank = (not left.strip(), not right.strip())
        if blank == (False, False) or (blank == (True, True) and left and right):
            return Answers(clear=False)  # it touches both, or neither
        before = not blank[0] or (not right and blank[1] and bool(left))
        step = int(blank == (True, True))
        near = [
            w for w in words
            if (mark.start - w.end == step if before else w.start - mark.end == step)
        ]  # fmt: skip
        if len(near) != 1:
            return Answers(clear=False)
        on += near
    chosen = tuple(w.words for w in sorted(words) if w in on)
    return Answers(chosen, tuple(w.words for w in sorted(words) if w not in on))


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
