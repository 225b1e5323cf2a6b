"""Cutting Chinese text into words, and finding the topics that a notice asks a text to cover."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from doccheck.text.charset import to_half_width

# What people put between the words of a term without leaving the topic: 质量(的)管理 (与) 方法.
_BETWEEN_WORDS = r"[的地之与和及、/,，\s]{0,2}"


@cache
def _cutter() -> Callable[[str, bool], list[str]]:
    import rjieba  # noqa: PLC0415  (0.2 s and 40 MB at the first cut)

    return rjieba.cut


def words(text: str, *, guess: bool = True) -> list[str]:
    """Return the words of a text in order, punctuation included, blanks left out.

    What no dictionary holds is guessed together, else its characters stay apart.
    """
    return [word for word in _cutter()(text, guess) if word.strip()] if text.strip() else []


def topic_found(text: str, terms: Iterable[str]) -> list[tuple[str, int]]:
    """Return the terms that stand in the text, each with the position of its first mention.

    Width and letter case do not matter; between the words of a term a particle or a comma may
    stand (质量的管理方法 holds 质量管理方法). In the order of the terms.
    """
    folded = to_half_width(text).lower()
    places = ((term, _first_mention(folded, term)) for term in terms)
    return [(term, start) for term, start in places if start >= 0]


def _first_mention(folded: str, term: str) -> int:
    plain = to_half_width(term).lower().strip()
    if not plain:
        return -1
    start = folded.find(plain)
    if start >= 0:
        return start
    match = _loose(plain).search(folded)
    return match.start() if match else -1


@lru_cache(maxsize=2048)
def _loose(term: str) -> re.Pattern[str]:
    return re.compile(_BETWEEN_WORDS.join(re.escape(word) for word in words(term)))
