"""Finding a label or heading among others although print, scan or habit changed it a little."""

from collections.abc import Iterable

from doccheck.text.headings import number_level, number_value, strip_number
from doccheck.text.normalise import key

__all__ = [
    "best",
    "contains",
    "number_level",
    "number_value",
    "partial",
    "ratio",
    "strip_number",
]

CONTAINS_FLOOR = 0.85  # of eight characters one may be misread, not two


def ratio(a: str, b: str) -> float:
    """Return how alike two texts are, 0 to 1: Indel similarity of their keys."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz.ratio(key(a), key(b)) / 100


def partial(haystack: str, needle: str) -> float:
    """Return how well the best stretch of a text fits a needle, 0 to 1.

    A needle longer than the text is compared with the whole text.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415

    hay, pin = key(haystack), key(needle)
    if not pin or not hay:
        return 0.0
    if pin in hay:
        return 1.0
    score = fuzz.ratio if len(pin) > len(hay) else fuzz.partial_ratio
    return score(pin, hay) / 100


def best(needle: str, candidates: Iterable[str], floor: float) -> tuple[str, float] | None:
    """Return the most alike candidate and its ratio, None if none reaches the floor.

    Of equals the first wins, so the order of the candidates is the order of preference.
    """
    scored = [(candidate, ratio(needle, candidate)) for candidate in candidates]
    winner = max(scored, key=lambda pair: pair[1], default=None)
    return winner if winner and winner[1] >= floor else None


def contains(haystack: str, needle: str, floor: float = CONTAINS_FLOOR) -> bool:
    """Tell whether a text holds a needle, but for misread characters (`partial` above a floor)."""
    return partial(haystack, needle) >= floor
