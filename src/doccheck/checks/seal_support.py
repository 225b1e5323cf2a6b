"""Whether a seal's readings bear a name that is known, sign by sign.

To verify is easier than to recognise: where print, wear or a rare character keep the recogniser
from settling for the right sign, it still thought of it. The name is laid along each reading's
steps at its likeliest places (Viterbi's way through connectionist temporal classification, Graves
et al., 2006); then each of its signs must stand up against what else was thought of there.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import mean, median

from doccheck.model.seen import SealWords, Step
from doccheck.text.normalise import key

FIRM = 0.5  # mean share, or share of the readings it wins, from which a sign stands there
THOUGHT_OF = 0.02  # mean share of a sign that was thought of: others have less, if they differ
CONTRADICTED = 0.7  # mean share of another sign that was surely read
CONFIRMED = 0.15  # mean share of a sign that stands up even against such another one
MOST_WEAK = 2  # signs of a name that were thought of only
EXTRA_SHARE = 0.3  # share of a sign beside the name's that was read
EXTRA_READINGS = 0.3  # share of the readings that show such signs: then the name is another one
GAP = 1.6  # times the usual way from sign to sign: there is room for one more between them
NEVER = 1e-4  # share that is assumed where a sign was not thought of

Thoughts = list[dict[str, float]]
"""Of each step the signs thought of with their shares, as names compare; "" for none."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """How one sign of a name stands in one reading: its share, and the others' at its place."""

    share: float
    others: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A name laid along one reading; `extra`: between its signs a character was read or hidden."""

    signs: tuple[_Sign, ...]
    extra: bool


def bears(readings: Sequence[SealWords], name: str) -> bool:
    """Tell whether readings of a seal bear a name (a key) and no other sign beside it.

    Readings of which no steps are known say nothing.
    """
    laid = _laid_along(readings, name)
    if not laid or _more_read(laid):
        return False
    places = [[one.signs[i] for one in laid] for i in range(len(laid[0].signs))]
    weak = [place for place in places if not _firm(place)]
    return len(weak) <= MOST_WEAK and all(_stands_up(place) for place in weak)


def bears_more(readings: Sequence[SealWords], name: str) -> bool:
    """Tell whether most readings show other characters between those of a name (a key)."""
    return _more_read(_laid_along(readings, name))


def _laid_along(readings: Sequence[SealWords], name: str) -> list[_Laid]:
    signs = tuple(sign for sign in name if sign.isalnum())
    enough = 2 * len(signs)  # steps: one of no sign lies between two that are alike
    thought = [_folded(words.steps) for words in readings if len(words.steps) >= enough]
    joined = [a.isalnum() and b.isalnum() for a, b in pairwise(name) if b.isalnum()]
    between = joined[len(joined) - len(signs) + 1 :]  # what stands before the first sign is nothing
    return [_laid(steps, signs, between) for steps in thought] if signs else []


def _more_read(laid: Sequence[_Laid]) -> bool:
    return bool(laid) and sum(one.extra for one in laid) >= EXTRA_READINGS * len(laid)


def _firm(place: Sequence[_Sign]) -> bool:
    won = sum(sign.share > max(sign.others.values(), default=0.0) for sign in place)
    return mean(sign.share for sign in place) >= FIRM or won >= FIRM * len(place)


def _stands_up(place: Sequence[_Sign]) -> bool:
    """Tell whether a sign was thought of where no other one was surely read."""
    own = mean(sign.share for sign in place)
    rivals = {other for sign in place for other in sign.others}
    rival = max((mean(s.others.get(r, 0.0) for s in place) for r in rivals), default=0.0)
    return own >= (CONFIRMED if rival >= CONTRADICTED else THOUGHT_OF)


# ---- laying a name along the steps of a reading
@cache
def _as_compared(sign: str) -> str:
    return key(sign)


def _folded(steps: Sequence[Step]) -> Thoughts:
    """Return the steps with signs as names compare: 當 is 当."""
    thoughts: Thoughts = []
    for step in steps:
        shares: dict[str, float] = {}
        for sign, share in step:
            if not sign or (sign := _as_compared(sign)):
                shares[sign] = shares.get(sign, 0.0) + share
        thoughts.append(shares)
    return thoughts


def _laid(thoughts: Thoughts, signs: Sequence[str], joined: Sequence[bool]) -> _Laid:
    """Return a name laid along a reading; `joined`: no bracket stands before the next sign."""
    at = _likeliest_places(thoughts, signs)
    rooms = [_room(at, i, len(thoughts)) for i in range(len(at))]
    taken = {step for room in rooms for step in room}
    found = tuple(_sign(thoughts, room, sign) for room, sign in zip(rooms, signs, strict=True))
    more = any(not taken.intersection(steps) for steps in _read(thoughts))
    return _Laid(found, more or _gap(thoughts, rooms, signs, joined))


def _gap(
    thoughts: Thoughts, rooms: Sequence[range], signs: Sequence[str], joined: Sequence[bool]
) -> bool:
    """Tell whether somewhere there is room for one more sign: a seal's signs stand evenly."""
    centres = [
        mean([n for n in room if thoughts[n].get(sign, 0.0) >= NEVER] or room)
        for room, sign in zip(rooms, signs, strict=True)
    ]
    ways = [after - before for before, after in pairwise(centres)]
    if not ways:
        return False
    usual = median(ways)
    return any(way > GAP * usual and near for way, near in zip(ways, joined, strict=True))


def _room(at: Sequence[range], i: int, end: int) -> range:
    """Return the steps of a sign and one on each side that is no other sign's."""
    first = max(at[i].start - 1, at[i - 1].stop if i else 0)
    last = min(at[i].stop + 1, at[i + 1].start if i + 1 < len(at) else end)
    return range(first, last)


def _sign(thoughts: Thoughts, room: range, sign: str) -> _Sign:
    shares: dict[str, float] = {}
    for step in room:
        for other, share in thoughts[step].items():
            shares[other] = max(shares.get(other, 0.0), share)
    shares.pop("", None)
    return _Sign(shares.pop(sign, 0.0), shares)


def _read(thoughts: Thoughts) -> list[range]:
    """Return the steps of each Chinese character that was read, one range a character."""
    best = [max(shares, key=lambda s: (shares[s], s), default="") for shares in thoughts]
    starts = [n for n, sign in enumerate(best) if not n or sign != best[n - 1]]
    return [
        range(start, end)
        for start, end in pairwise([*starts, len(best)])
        if "一" <= best[start] <= "鿿"
        and max(thoughts[n][best[start]] for n in range(start, end)) > EXTRA_SHARE
    ]


def _likeliest_places(thoughts: Thoughts, signs: Sequence[str]) -> list[range]:
    """Return the steps at which each sign of a name stands on the likeliest way through them."""
    labels = ["", *(label for sign in signs for label in (sign, ""))]
    scores = [0.0] + [-math.inf] * (len(labels) - 1)  # the way begins before the first sign
    came: list[list[int]] = []
    for shares in thoughts:
        before = [_best_before(scores, labels, j) for j in range(len(labels))]
        came.append(before)
        scores = [
            scores[before[j]] + math.log(max(shares.get(label, 0.0), NEVER))
            for j, label in enumerate(labels)
        ]
    j = len(labels) - (1 if scores[-1] > scores[-2] else 2)
    steps: dict[int, list[int]] = {}
    for step in range(len(thoughts) - 1, -1, -1):
        steps.setdefault(j, []).append(step)
        j = came[step][j]
    return [range(steps[n][-1], steps[n][0] + 1) for n in range(1, len(labels), 2)]


def _best_before(scores: Sequence[float], labels: Sequence[str], j: int) -> int:
    """Return the label from which one came to label j: the same, the one before, over a blank."""
    ways = [j]
    if j:
        ways.append(j - 1)
    if j > 1 and labels[j] and labels[j] != labels[j - 2]:
        ways.append(j - 2)
    return max(ways, key=lambda way: (scores[way], way))
