"""Which texts of a stack share words: by fingerprints first, by the words of few pairs then.

A fingerprint is the sorted array of the hashes of a text's shingles (runs of letters without
blanks and punctuation): 8 bytes for each letter, where the text itself and its shingles as words
take a hundred times that. Arrays of all submissions are held, and no text. Candidates come from an
index of one hash in eight; their fingerprints are compared whole; only of pairs that share enough
are the texts asked for again. So the work grows with the pairs that do share text, not with all
pairs of a province.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from doccheck.checks.stack_view import Digest, Passage
from doccheck.model.places import Evidence

Hashes = NDArray[np.uint64]

SHINGLE = 12
"""Letters of a shingle: idioms and names of methods are shorter, a copied sentence is longer."""

SAMPLE = 8
"""One shingle in so many is indexed; a pair that shares enough to be told shares hundreds."""

SURE_HALF = 2
"""A pair is compared whole if its sample shows half of what is told: samples scatter. Likewise a
run may hold half as many different shingles as letters: some sentences repeat themselves."""

CROWD = 40
"""Holders of one shingle from which each is paired with its neighbours only: the chain still
links all of them, where every pair of a thousand would be half a million."""

COMMON_SHARE, COMMON_FROM = 0.8, 10
"""What this share of at least so many applicants has is the form's or the notice's print."""

STRIDE = 32  # letters compared at once in a long run

_LETTERS = re.compile(r"[^\W_]+")
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed: the golden ratio's
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))
"""Shifts and factors of splitmix64's last step (Steele, Lea, Flood 2014)."""


class Folded(NamedTuple):
    """A text's letters, and for each where it stands in the text."""

    letters: str
    places: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The compared texts of one submission as hashes, without the printed ones.

    `applicant` is its number, `evidence` where its first text stands.
    """

    applicant: int
    digest: Digest
    evidence: Evidence
    hashes: Hashes


class Opened(NamedTuple):
    """A text read again: its passage, its letters, the hashes of its shingles in their order.

    `places` says for each hash at which letter its shingle begins.
    """

    passage: Passage
    folded: Folded
    hashes: Hashes
    places: NDArray[np.intp]


class Run(NamedTuple):
    """A stretch that two texts share: where it stands in both, and its words."""

    length: int
    left: Passage
    right: Passage
    words: str


def fingerprint(letters: Iterable[str]) -> Hashes:
    """Return the hashes of all shingles of some texts, each once, in order."""
    parts = [hashes(text) for text in letters]
    return np.unique(np.concatenate(parts)) if parts else np.empty(0, np.uint64)


def hashes(letters: str) -> Hashes:
    """Return the hash of the shingle that begins at each letter."""
    codes = np.frombuffer(letters.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
    count = max(0, len(codes) - SHINGLE + 1)
    found = np.zeros(count, np.uint64)
    for i in range(SHINGLE):
        found = found * _BASE + codes[i : i + count]
    for shift, factor in _MIX:
        found = (found ^ (found >> np.uint64(shift))) * np.uint64(factor)
    return found


def fold(text: str) -> Folded:
    """Return the letters and digits of a text in lower case, with their places."""
    spans = [match.span() for match in _LETTERS.finditer(text)]
    kept = "".join(text[a:b] for a, b in spans)
    lower = kept.lower()
    if len(lower) != len(kept):  # some capitals have small forms of two signs
        lower = "".join(ch.lower()[:1] for ch in kept)
    where = [np.arange(a, b, dtype=np.int32) for a, b in spans]
    return Folded(lower, np.concatenate(where) if where else np.empty(0, np.int32))


def without_print(found: Sequence[Fingerprint], printed: Hashes) -> list[Fingerprint]:
    """Return fingerprints without what is printed or nearly all applicants have."""
    print_and_common = np.union1d(printed, _common(found))
    own = [
        Fingerprint(f.applicant, f.digest, f.evidence, np.setdiff1d(f.hashes, print_and_common))
        for f in found
    ]
    return [f for f in own if len(f.hashes)]


def _common(found: Sequence[Fingerprint]) -> Hashes:
    by_applicant: dict[int, list[Hashes]] = defaultdict(list)
    for each in found:
        by_applicant[each.applicant].append(each.hashes)
    if len(by_applicant) < COMMON_FROM:
        return np.empty(0, np.uint64)
    once = [np.unique(np.concatenate(parts)) for parts in by_applicant.values()]
    seen, counts = np.unique(np.concatenate(once), return_counts=True)
    return np.asarray(seen[counts >= COMMON_SHARE * len(by_applicant)], np.uint64)


def candidates(
    texts: Sequence[Fingerprint], share: float, run: int
) -> list[tuple[Fingerprint, Fingerprint]]:
    """Return the pairs of different applicants whose samples share enough, in order.

    Enough is half of a `share` of the shorter text, or of a `run` of so many letters.
    """
    samples = [text.hashes[text.hashes % np.uint64(SAMPLE) == 0] for text in texts]
    shared = Counter(pair for who in _held_by_several(samples) for pair in _paired(who))
    least_run = (run - SHINGLE) / SAMPLE / SURE_HALF
    enough = (
        (texts[a], texts[b])
        for (a, b), count in sorted(shared.items())
        if count >= min(least_run, share / SURE_HALF * min(len(samples[a]), len(samples[b])))
    )
    return [(a, b) for a, b in enough if a.applicant != b.applicant]


def _held_by_several(samples: Sequence[Hashes]) -> Iterator[list[int]]:
    """Yield the numbers of the texts that hold a hash, for each that several hold."""
    if not samples:
        return
    every = np.concatenate(samples)
    holders = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
    order = np.argsort(every, kind="stable")
    every, holders = every[order], holders[order]
    changes = np.flatnonzero(every[1:] != every[:-1]) + 1
    for start, end in pairwise([0, *changes.tolist(), len(every)]):
        if end - start > 1:
            yield holders[start:end].tolist()


def _paired(holders: list[int]) -> Iterable[tuple[int, int]]:
    """Return the pairs of a shingle's holders, in a crowd only those of neighbours."""
    return combinations(holders, 2) if len(holders) <= CROWD else pairwise(holders)


def shared_by(left: Fingerprint, right: Fingerprint) -> tuple[Hashes, float]:
    """Return the hashes that two texts share, and which share of the shorter one that is."""
    common = np.intersect1d(left.hashes, right.hashes, assume_unique=True)
    return common, len(common) / min(len(left.hashes), len(right.hashes))


def may_hold_run(common: Hashes, run: int) -> bool:
    """Tell whether shared hashes may be those of one run of so many letters."""
    return len(common) * SURE_HALF >= run - SHINGLE + 1


def opened(passages: Sequence[Passage]) -> list[Opened]:
    """Return texts ready to be compared with others."""
    return [_opened(passage) for passage in passages]


def _opened(passage: Passage) -> Opened:
    folded = fold(passage.text)
    found = hashes(folded.letters)
    order = np.argsort(found, kind="stable")
    return Opened(passage, folded, found[order], order)


def runs(left: Sequence[Opened], right: Sequence[Opened], common: Hashes) -> list[Run]:
    """Return the stretches that both share, each as long as it goes, the longest first."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(right):
        for i, value in _shared_places(text, common):
            places[value].append((number, i))
    found = [
        Run(length, text.passage, right[number].passage, words)
        for text in left
        for length, number, words in _in(text, right, places, common)
    ]
    return sorted(found, key=lambda r: (-r.length, r.words))


def _shared_places(text: Opened, common: Hashes) -> list[tuple[int, int]]:
    """Return where shingles begin whose hashes are among the common ones, and these hashes."""
    first = np.searchsorted(text.hashes, common, "left")
    count = np.searchsorted(text.hashes, common, "right") - first
    before = np.cumsum(count) - count
    within = np.repeat(first - before, count) + np.arange(int(count.sum()))
    found = zip(text.places[within].tolist(), text.hashes[within].tolist(), strict=True)
    return sorted(found)


def _in(
    text: Opened,
    others: Sequence[Opened],
    places: dict[int, list[tuple[int, int]]],
    common: Hashes,
) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of one text that stand in others: length, which, words."""
    letters, where = text.folded
    after = 0
    for i, value in _shared_places(text, common):
        if i < after or value not in places:
            continue
        starts = places[value]
        lengths = [(_length(letters, i, others[n].folded.letters, j), n) for n, j in starts]
        length, number = max(lengths, key=lambda pair: (pair[0], -pair[1]))
        if length >= SHINGLE:  # else two shingles have one hash by chance
            yield length, number, text.passage.text[where[i] : where[i + length - 1] + 1]
            after = i + length


def _length(a: str, i: int, b: str, j: int) -> int:
    """Return how many letters two texts have in common from two places on."""
    most = min(len(a) - i, len(b) - j)
    length = SHINGLE if a[i : i + SHINGLE] == b[j : j + SHINGLE] else 0
    while length < most and a[i + length] == b[j + length]:
        length += 1
        step = STRIDE
        while a[i + length : i + length + step] == b[j + length : j + length + step]:
            if length + step > most:
                break
            length += step
    return length
