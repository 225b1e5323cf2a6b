"""STK03, its second half: the same picture in the texts of different applicants.

Pictures are compared by perceptual hash, so re-saving, scaling or another file format hides
nothing. What many applicants show is the form's or a standard's, not anybody's own.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from doccheck.checks.stack_view import (
    Digest,
    Located,
    SeenPicture,
    StackOutcome,
    StackView,
    answer,
)
from doccheck.model.result import Outcome

BANDS = 16  # of 16 bits: hashes that differ in fewer bits than this share a band
FAR = BANDS - 1
"""Bits of 256 by which the same picture may differ after re-saving; others differ by about 128."""

OTHERS = 3
"""From so many applicants on, a picture is taken for common property (a mark, a template's)."""

SHOWN = 3  # pairs of places shown


class Held(NamedTuple):
    """A picture and whose it is: the applicant's number and the submission."""

    applicant: int
    digest: Digest
    picture: SeenPicture


def shared_pictures(view: StackView) -> Iterator[StackOutcome]:
    """Answer which applicants show the same pictures: how many, and where in both."""
    held = [
        Held(number, digest, picture)
        for number, group in enumerate(view.applicants)
        for digest in group
        for picture in digest.pictures
    ]
    pairs: dict[tuple[str, str], list[tuple[Held, Held]]] = defaultdict(list)
    for left, right in _alike(held):
        pairs[left.digest.submission, right.digest.submission].append((left, right))
    for found in pairs.values():
        yield _pair(found)


def _alike(held: list[Held]) -> list[tuple[Held, Held]]:
    """Return the pairs of the same picture of different applicants, in order."""
    near: dict[int, set[int]] = defaultdict(set)
    for who in _banded(held).values():
        for a, b in combinations(who, 2):
            if held[a].applicant != held[b].applicant and _same(held[a], held[b]):
                near[a].add(b)
                near[b].add(a)
    common = {
        n
        for n, others in near.items()
        if len({held[o].applicant for o in others} | {held[n].applicant}) > OTHERS
    }
    return [
        (held[a], held[b])
        for a in sorted(near)
        for b in sorted(near[a])
        if a < b and not {a, b} & common
    ]


def _banded(held: list[Held]) -> dict[tuple[int, str], list[int]]:
    """Return who shares which band of a hash: only those can be near enough."""
    bands: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, each in enumerate(held):
        size = len(each.picture.likeness) // BANDS
        for band in range(BANDS):
            part = each.picture.likeness[band * size : (band + 1) * size]
            bands[band, part].append(number)
    return {slot: who for slot, who in bands.items() if len(who) > 1 and set(slot[1]) != {"0"}}


def _same(a: Held, b: Held) -> bool:
    bits = int(a.picture.likeness, 16) ^ int(b.picture.likeness, 16)
    return bits.bit_count() <= FAR


def _pair(found: list[tuple[Held, Held]]) -> StackOutcome:
    left, right = found[0][0].digest, found[0][1].digest
    distinct = {each.picture.likeness for each, _ in found}
    values = {
        "left": left.called,
        "right": right.called,
        "submissions": f"{left.submission}、{right.submission}",
        "count": str(len(distinct)),
    }
    located: list[Located] = [
        (each.digest.submission, each.picture.evidence) for pair in found[:SHOWN] for each in pair
    ]
    subject = f"{left.called}、{right.called}"
    return answer(Outcome("review", "STK03.pictures", subject, values), located)
