"""STK03: text shared between different applicants.

Texts are compared by shingles: runs of letters without blanks and punctuation. Exact sets, not
estimates: candidates come from an index of one shingle in eight, only they are compared whole, so
that the work grows with the pairs that do share text and not with all pairs of a province.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from doccheck.checks.registry import Params
from doccheck.checks.stack_pictures import shared_pictures
from doccheck.checks.stack_view import (
    Digest,
    Passage,
    StackOutcome,
    StackView,
    answer,
    stack_check,
)
from doccheck.model.places import Evidence
from doccheck.model.program import Program
from doccheck.model.result import Outcome

SHINGLE = 12
"""Letters of a shingle: idioms and names of methods are shorter, a copied sentence is longer."""

SAMPLE = 8
"""One shingle in so many is indexed; a pair that shares enough to be told shares hundreds."""

SURE_HALF = 2
"""A pair is compared whole if its sample shows half of what is told: samples scatter."""

CROWD = 40
"""Holders of one shingle from which each is paired with its neighbours only: the chain still
links all of them, where every pair of a thousand would be half a million."""

COMMON_SHARE, COMMON_FROM = 0.8, 10
"""What this share of at least so many applicants has is the form's or the notice's print."""

SHOWN = 3  # passages shown of a pair
QUOTE = 120  # characters quoted of one


class SharedText(Params):
    """STK03. Which texts (sections, or all of a document), and from what share on they count.

    `share` is of the shorter text; `run` letters on end count whatever the share.
    """

    sections: tuple[str, ...] = ()
    document: str = ""
    share: float = 0.2
    run: int = 120


class Folded(NamedTuple):
    """A text's letters, and for each where it stands in the text."""

    letters: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The compared texts of one submission; `shingles` are without the printed ones."""

    applicant: int
    digest: Digest
    passages: tuple[tuple[Passage, Folded], ...]
    shingles: frozenset[str]


class Run(NamedTuple):
    """A stretch that two texts share: where it stands in both, and its words."""

    length: int
    left: Passage
    right: Passage
    words: str


@stack_check("STK03", SharedText)
def shared_text(view: StackView, params: SharedText) -> Iterator[StackOutcome]:
    """Answer which applicants share text: the share and the longest passages, side by side."""
    texts = _texts(view, params)
    pictures = list(shared_pictures(view))
    yield from pictures
    found = bool(pictures)
    for left, right in _candidates(texts, params):
        common = left.shingles & right.shingles
        share = len(common) / min(len(left.shingles), len(right.shingles))
        runs = _runs(left, right, common)
        if runs and (share >= params.share or runs[0].length >= params.run):
            found = True
            yield _pair(left, right, share, runs)
    if not found:
        located = [(t.digest.submission, t.passages[0][0].evidence) for t in texts]
        values = {"count": str(len(texts))}
        several = len({t.applicant for t in texts}) > 1
        nothing = Outcome("not_applicable", "STK03.nothing", "")
        distinct = Outcome("pass", "STK03.distinct", "", values)
        yield answer(distinct if several else nothing, located)


def _pair(left: Text, right: Text, share: float, runs: list[Run]) -> StackOutcome:
    values = {
        "left": left.digest.called,
        "right": right.digest.called,
        "submissions": f"{left.digest.submission}、{right.digest.submission}",
        "share": f"{share:.0%}",
        "count": str(len(runs)),
        "longest": str(runs[0].length),
    }
    located = [
        (text.digest.submission, _quoting(passage.evidence, run.words))
        for run in runs[:SHOWN]
        for text, passage in ((left, run.left), (right, run.right))
    ]
    subject = f"{left.digest.called}、{right.digest.called}"
    return answer(Outcome("review", "STK03.shared", subject, values), located)


def _quoting(evidence: Evidence, words: str) -> Evidence:
    quote = words if len(words) <= QUOTE else words[: QUOTE - 1] + "…"
    place, confidence = evidence.place, evidence.confidence
    return Evidence(place, quote, evidence.via, confidence, evidence.note, evidence.document)


def _texts(view: StackView, params: SharedText) -> list[Text]:
    """Return every submission's texts, printed shingles taken out."""
    printed = shingles(_printed(view.program))
    raw = [
        (number, digest, tuple((p, fold(p.text)) for p in _chosen(digest, params, view.program)))
        for number, group in enumerate(view.applicants)
        for digest in group
    ]
    sets = [frozenset().union(*(shingles(f.letters) for _, f in p)) - printed for _, _, p in raw]
    common = _common([(n, s) for (n, _, _), s in zip(raw, sets, strict=True)])
    return [
        Text(number, digest, passages, own - common)
        for (number, digest, passages), own in zip(raw, sets, strict=True)
        if own - common
    ]


def _chosen(digest: Digest, params: SharedText, program: Program) -> list[Passage]:
    """Return a submission's texts to compare: whole, else the document's sections elsewhere."""
    whole = [p for p in digest.passages if params.document and p.document == params.document]
    if whole:
        return whole
    inside = {s.key for s in program.sections if params.document in s.documents}
    return [p for p in digest.passages if p.key and p.key in {*params.sections, *inside}]


def _printed(program: Program) -> str:
    """Return what the programme knows to be printed: instructions, template, titles."""
    sections = (t for s in program.sections for t in (s.title, *s.aliases, *s.instructions))
    documents = (t for d in program.documents for t in (d.title, *d.titles, *d.template_text))
    topics = (t.name for s in program.sections for t in s.topics)
    return fold("\n".join([*sections, *documents, *topics])).letters


def _common(sets: list[tuple[int, frozenset[str]]]) -> frozenset[str]:
    applicants = len({number for number, _ in sets})
    if applicants < COMMON_FROM:
        return frozenset()
    holders: dict[str, set[int]] = defaultdict(set)
    for number, own in sets:
        for shingle in own:
            holders[shingle].add(number)
    return frozenset(s for s, who in holders.items() if len(who) >= COMMON_SHARE * applicants)


def _candidates(texts: list[Text], params: SharedText) -> list[tuple[Text, Text]]:
    """Return the pairs of different applicants whose samples share enough, in order."""
    index: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, text in enumerate(texts):
        sample = [s for s in text.shingles if _indexed(s)]
        sizes.append(len(sample))
        for shingle in sample:
            index[shingle].append(number)
    shared = Counter(pair for who in index.values() for pair in _paired(who))
    least_run = (params.run - SHINGLE) / SAMPLE / SURE_HALF
    enough = (
        (texts[a], texts[b])
        for (a, b), count in sorted(shared.items())
        if count >= min(least_run, params.share / SURE_HALF * min(sizes[a], sizes[b]))
    )
    return [(a, b) for a, b in enough if a.applicant != b.applicant]


def _paired(holders: list[int]) -> Iterable[tuple[int, int]]:
    """Return the pairs of a shingle's holders, in a crowd only those of neighbours."""
    return combinations(holders, 2) if len(holders) <= CROWD else pairwise(holders)


def _indexed(shingle: str) -> bool:
    """Tell by the letters themselves, not by Python's hash, which changes from run to run."""
    return sum(map(ord, shingle)) % SAMPLE == 0


def fold(text: str) -> Folded:
    """Return the letters and digits of a text in lower case, with their places."""
    kept = [(ch.lower()[:1], i) for i, ch in enumerate(text) if ch.isalnum()]
    return Folded("".join(ch for ch, _ in kept), tuple(i for _, i in kept))


def shingles(letters: str) -> frozenset[str]:
    """Return every run of `SHINGLE` letters."""
    return frozenset(letters[i : i + SHINGLE] for i in range(len(letters) - SHINGLE + 1))


def _runs(left: Text, right: Text, common: frozenset[str]) -> list[Run]:
    """Return the stretches that both share, each as long as it goes, the longest first."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, folded) in enumerate(right.passages):
        for i in range(len(folded.letters) - SHINGLE + 1):
            shingle = folded.letters[i : i + SHINGLE]
            if shingle in common:
                places[shingle].append((number, i))
    runs = [run for passage, folded in left.passages for run in _in(passage, folded, right, places)]
    return sorted(runs, key=lambda r: (-r.length, r.words))


def _in(
    passage: Passage, folded: Folded, right: Text, places: dict[str, list[tuple[int, int]]]
) -> Iterator[Run]:
    """Yield the stretches of one passage that stand in the right text."""
    letters, at = folded
    i = 0
    while i <= len(letters) - SHINGLE:
        starts = places.get(letters[i : i + SHINGLE])
        if not starts:
            i += 1
            continue
        lengths = [(_length(letters, i, right.passages[n][1].letters, j), n) for n, j in starts]
        length, number = max(lengths, key=lambda pair: (pair[0], -pair[1]))
        words = passage.text[at[i] : at[i + length - 1] + 1]
        yield Run(length, passage, right.passages[number][0], words)
        i += length


def _length(a: str, i: int, b: str, j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length
