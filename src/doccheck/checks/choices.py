"""Which of the notice's choices an applicant means: by its number, or by its words."""

import re
from collections.abc import Sequence

from doccheck.checks.unanswered import NotFoundError
from doccheck.model.dossier import FieldReading
from doccheck.text import match
from doccheck.text.normalise import key

ALIKE = 0.8  # likeness of a printed answer to a choice that is meant
RELATED = 0.3  # likeness that suffices where the answer gives the choice's number as well
AHEAD = 0.1  # by how much it must lead the next choice
SHORTEST_WORDS = 4  # characters of an answer that may stand for a longer choice

_ORDINAL = re.compile(
    r"第?\s*[(（]?\s*([一二三四五六七八九十]|[1-9])\s*[)）]?\s*(?:个|种|项|类|方向|领域|、|[.．])*"
)
_LEAD = re.compile(r"^(?:申报|申请|推荐)?(?:方向|领域|类别|类型)?\s*[:：]?\s*")
_DIGITS = {ch: n for n, ch in enumerate("一二三四五六七八九十", 1)}


def picked(marked: tuple[str, ...], choices: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the indexes of the choices that the marked answers mean, None where one is unclear.

    An answer may be a choice's number alone, several numbers, its words, or both.
    """
    found: list[int] = []
    for answer in marked:
        meant = _meant(answer, choices)
        if meant is None:
            return None
        found += [i for i in meant if i not in found]
    return tuple(sorted(found))


def none_made(label: str, readings: Sequence[FieldReading]) -> NotFoundError:
    """Return why no choice is known: no label, nothing marked, or marks that cannot be told."""
    unclear = [r for r in readings if r.state == "unclear"]
    key = (
        "common.unclear_choice" if unclear else "common.no_field" if readings else "common.no_label"
    )
    values = {"field": label, "actual": unclear[0].raw if unclear else ""}
    return NotFoundError(key, label, values, tuple(r.evidence for r in unclear or readings))


def _meant(answer: str, choices: tuple[str, ...]) -> tuple[int, ...] | None:
    named = _by_words(answer, choices)
    numbers = _only_numbers(answer)
    if numbers and not named:
        inside = all(1 <= n <= len(choices) for n in numbers)
        return tuple(n - 1 for n in numbers) if inside else None
    number = match.number_value(match.strip_number(answer)[0])
    if number is None or not 1 <= number <= len(choices):
        return named or None
    if named:
        return named if number - 1 in named else None
    return (number - 1,) if _most_like(answer, choices) == number - 1 else None


def _most_like(answer: str, choices: tuple[str, ...]) -> int:
    """Return the index of the choice that shares most with an answer's words, -1 for none."""
    scores = [match.ratio(_plain(answer), _plain(c)) for c in choices]
    return scores.index(max(scores)) if max(scores) >= RELATED else -1


def _only_numbers(answer: str) -> list[int]:
    """Return the numbers of an answer that is nothing but numbers (（一）、（二）; 方向2)."""
    rest = _LEAD.sub("", answer.strip())
    tokens = [
        _ORDINAL.fullmatch(t.strip()) for t in re.split(r"[、,，;；和及与\s]+", rest) if t.strip()
    ]
    if not tokens or not all(tokens):
        return []
    digits = [t[1] for t in tokens if t]
    return [_DIGITS.get(d) or int(d) for d in digits]


def _by_words(answer: str, choices: tuple[str, ...]) -> tuple[int, ...]:
    """Return the choices that an answer holds whole, else the one that it is most like."""
    mine = key(_plain(answer))
    whole = tuple(i for i, c in enumerate(choices) if key(_plain(c)) in key(answer))
    if whole:
        longer = [i for i in whole if not any(_holds(choices, j, i) for j in whole if j != i)]
        return tuple(longer)
    if len(mine) >= SHORTEST_WORDS:
        inside = [i for i, c in enumerate(choices) if mine in key(c)]
        if len(inside) == 1:
            return (inside[0],)
    scores = sorted(
        ((match.ratio(_plain(answer), _plain(c)), -i) for i, c in enumerate(choices)), reverse=True
    )
    clear = len(scores) == 1 or scores[0][0] - scores[1][0] >= AHEAD
    return (-scores[0][1],) if scores and scores[0][0] >= ALIKE and clear else ()


def _holds(choices: tuple[str, ...], outer: int, inner: int) -> bool:
    return key(_plain(choices[inner])) in key(_plain(choices[outer]))


def _plain(text: str) -> str:
    return match.strip_number(text)[1] or text
