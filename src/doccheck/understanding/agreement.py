"""Whether two recognisers read the same words, each sure of them.

What one recogniser reads wrongly another of the same family may read wrongly alike: so agreement
settles nothing where a character stands that both were measured to take another for.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from doccheck.model.places import CERTAIN
from doccheck.model.program import FieldKind
from doccheck.model.rereading import TwiceRead
from doccheck.text.names import has_confusable

LEAST_SURE = 0.85
"""Confidence that each character of the second reading has at least; `CERTAIN` is their mean's."""

_NAMES = frozenset({"person", "enterprise"})
_UPRIGHT = frozenset("1lI|")
"""Letters that both take for one another in typefaces of one width: zlb was z1b to both."""

_FIGURES = frozenset({"money", "count"})
_SEPARATORS = frozenset(",.，。、．")
_MINUS = str.maketrans("－—–−", "----")
_PLAIN_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+\.\d{2}|\d+\.\d{2}|\d+)")
"""Figures whose digits tell where the separators stand, which are not read surely."""

_POINT_LOST = re.compile(r"[-－—–−]?\d{5,}")
"""A long figure without separators: the point may have been lost, which shows no gap."""

Sign = tuple[str, float]
"""A character and how surely it was read."""


def agreed(words: str, lines: Sequence[TwiceRead], kind: FieldKind) -> bool:
    """Tell whether both recognisers surely read the same words.

    `lines` are those that spell the words by the first; what stands right before and behind the
    words must agree as well, so that no character is cut off.
    """
    if not lines or not all(line.whole and line.confidence >= CERTAIN for line in lines):
        return False
    if kind in _NAMES and has_confusable(words):
        return False
    if kind == "email" and not _UPRIGHT.isdisjoint(words):
        return False
    if kind in _FIGURES and (any(li.under_red for li in lines) or _POINT_LOST.fullmatch(words)):
        return False
    counts = _counting(words, kind)
    first = _text(_signs(((line.first, ()) for line in lines), counts))
    second = list(_signs(((line.second, line.sureness) for line in lines), counts))
    span = _same_passage(_text(_signs([(words, ())], counts)), first, _text(second))
    return span is not None and _sure([sure for _, sure in second[span]])


def _counting(words: str, kind: FieldKind) -> Callable[[str], bool]:
    """Return which characters have to agree: of names those that are no marks."""
    if kind not in _FIGURES:
        return str.isalnum
    plain = _text(_signs([(words, ())], lambda _: True))
    if _PLAIN_FIGURE.fullmatch(plain):
        return lambda sign: sign not in _SEPARATORS
    return lambda _: True


def _signs(
    texts: Iterable[tuple[str, Sequence[float]]], counts: Callable[[str], bool]
) -> Iterator[Sign]:
    """Yield the characters that count, width and blanks put aside."""
    for text, sureness in texts:
        for at, character in enumerate(text):
            plain = unicodedata.normalize("NFKC", character).translate(_MINUS)
            for sign in plain.replace(" ", ""):
                if counts(sign):
                    yield sign, sureness[at] if at < len(sureness) else 1.0


def _text(signs: Iterable[Sign]) -> str:
    return "".join(sign for sign, _ in signs)


def _same_passage(words: str, first: str, second: str) -> slice | None:
    """Return where the words stand in the second text, None unless beside the same characters."""
    at = first.find(words)
    if at < 0 or not words:
        return None
    before, behind = first[max(0, at - 1) : at], first[at + len(words) :][:1]
    found = second.find(before + words + behind)
    if found < 0:
        return None
    start, end = found + len(before), found + len(before) + len(words)
    cut_off = (not before and start > 0) or (not behind and end < len(second))
    return None if cut_off else slice(start, end)


def _sure(scores: Sequence[float]) -> bool:
    return min(scores) >= LEAST_SURE and sum(scores) / len(scores) >= CERTAIN
