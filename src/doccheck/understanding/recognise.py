"""Which programme a submission belongs to, told by what its documents print."""

from collections.abc import Sequence

from doccheck.model.document import Document, walk_paragraphs
from doccheck.model.program import Program
from doccheck.text import normalise

FIRST_PARAGRAPHS = 400  # titles and labels stand early; a write-up need not be searched whole


def recognise(
    documents: Sequence[Document], programs: Sequence[Program]
) -> tuple[tuple[Program, float], ...]:
    """Return the programmes that fit, the likeliest first, with a score 0..1.

    The score is the share of the programme's phrases and printed titles that stand in the
    submission; a programme of which nothing stands there is left out.
    """
    text = normalise.key(
        "\n".join(
            p.shown
            for d in documents
            for _, p in zip(range(FIRST_PARAGRAPHS), walk_paragraphs(d.blocks), strict=False)
        )
    )
    scored = [(p, _score(p, text)) for p in programs]
    found = [(p, s) for p, s in scored if s > 0]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0].id)))


def _score(program: Program, text: str) -> float:
    phrases = [normalise.key(p) for p in program.recognise]
    titles = [normalise.key(t) for d in program.documents for t in d.titles]
    hits = 2 * sum(p in text for p in phrases) + sum(t in text for t in titles)
    return hits / (2 * len(phrases) + len(titles)) if hits else 0.0
