"""STK03: text shared between different applicants (how it is found: `shared_texts`)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from doccheck.checks.shared_texts import Fingerprint, Opened, Run

HELD = 200  # texts read again that are held, 0.3 MB each: copies come in clusters
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


@stack_check("STK03", SharedText)
def shared_text(view: StackView, params: SharedText) -> Iterator[StackOutcome]:
    """Answer which applicants share text: the share and the longest passages, side by side."""
    texts = _fingerprints(view, params)
    found = False
    for outcome in (*shared_pictures(view), *_pairs(view, params, texts)):
        found = True
        yield outcome
    if not found:
        located = [(t.digest.submission, t.evidence) for t in texts]
        values = {"count": str(len(texts))}
        several = len({t.applicant for t in texts}) > 1
        nothing = Outcome("not_applicable", "STK03.nothing", "")
        distinct = Outcome("pass", "STK03.distinct", "", values)
        yield answer(distinct if several else nothing, located)


def _fingerprints(view: StackView, params: SharedText) -> "list[Fingerprint]":
    """Return every submission's texts as fingerprints, printed shingles taken out."""
    from doccheck.checks import shared_texts  # noqa: PLC0415  needs numpy

    found: list[Fingerprint] = []
    for number, group in enumerate(view.applicants):
        for digest in group:
            passages = _chosen(view.passages_of(digest), params, view.program)
            if passages:
                letters = (shared_texts.fold(p.text).letters for p in passages)
                hashes = shared_texts.fingerprint(letters)
                evidence = passages[0].evidence
                found.append(shared_texts.Fingerprint(number, digest, evidence, hashes))
    printed = shared_texts.fold(_printed(view.program)).letters
    return shared_texts.without_print(found, shared_texts.fingerprint([printed]))


def _pairs(
    view: StackView, params: SharedText, texts: "list[Fingerprint]"
) -> Iterator[StackOutcome]:
    """Answer for each pair that shares enough; of the others no text is asked for again."""
    from doccheck.checks import shared_texts  # noqa: PLC0415

    digests = {id(text.digest): text.digest for text in texts}

    @lru_cache(maxsize=HELD)
    def opened(which: int) -> "list[Opened]":
        passages = view.passages_of(digests[which])
        return shared_texts.opened(_chosen(passages, params, view.program))

    for left, right in shared_texts.candidates(texts, params.share, params.run):
        common, share = shared_texts.shared_by(left, right)
        if share < params.share and not shared_texts.may_hold_run(common, params.run):
            continue
        runs = shared_texts.runs(opened(id(left.digest)), opened(id(right.digest)), common)
        if runs and (share >= params.share or runs[0].length >= params.run):
            yield _pair(left.digest, right.digest, share, runs)


def _pair(left: Digest, right: Digest, share: float, runs: "list[Run]") -> StackOutcome:
    values = {
        "left": left.called,
        "right": right.called,
        "submissions": f"{left.submission}、{right.submission}",
        "share": f"{share:.0%}",
        "count": str(len(runs)),
        "longest": str(runs[0].length),
    }
    located = [
        (digest.submission, _quoting(passage.evidence, run.words))
        for run in runs[:SHOWN]
        for digest, passage in ((left, run.left), (right, run.right))
    ]
    subject = f"{left.called}、{right.called}"
    return answer(Outcome("review", "STK03.shared", subject, values), located)


def _quoting(evidence: Evidence, words: str) -> Evidence:
    quote = words if len(words) <= QUOTE else words[: QUOTE - 1] + "…"
    place, confidence = evidence.place, evidence.confidence
    return Evidence(place, quote, evidence.via, confidence, evidence.note, evidence.document)


def _chosen(passages: Sequence[Passage], params: SharedText, program: Program) -> list[Passage]:
    """Return a submission's texts to compare: whole, else the document's sections elsewhere."""
    whole = [p for p in passages if params.document and p.document == params.document]
    if whole:
        return whole
    inside = {s.key for s in program.sections if params.document in s.documents}
    return [p for p in passages if p.key and p.key in {*params.sections, *inside}]


def _printed(program: Program) -> str:
    """Return what the programme knows to be printed: instructions, template, titles."""
    sections = (t for s in program.sections for t in (s.title, *s.aliases, *s.instructions))
    documents = (t for d in program.documents for t in (d.title, *d.titles, *d.template_text))
    topics = (t.name for s in program.sections for t in s.topics)
    return "\n".join([*sections, *documents, *topics])
