"""The sections of a text: every heading with what stands under it, and which the notice asks for.

A section reaches to the next heading of the same or a higher rank (contract §5). A heading that
answers another of the notice's sections closes it too, whatever its rank, unless that section
belongs under it: applicants mix up levels more often than they nest a required section wrongly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from doccheck.model.document import Block, Paragraph, walk_tables
from doccheck.model.dossier import WHOLE_TEXT, LogicalDocument, Section
from doccheck.model.places import Evidence, Place
from doccheck.model.program import Program, SectionSpec
from doccheck.text import match, normalise
from doccheck.text.count import count
from doccheck.understanding.cell_sections import read_cell_sections
from doccheck.understanding.counted import counted_text
from doccheck.understanding.headings import Heading, headings, plain_title

SURE = 0.75  # likeness from which a heading is taken for the section asked for
DEPTH_COST = 0.1  # what a level down takes from a likeness: 主要做法 deep inside is no section
GUESSED = 0.8  # confidence in a heading that only its place in the order tells
PERHAPS = 0.4  # likeness that suffices where the heading stands in the right gap of the order
LONGEST_TITLE = 90  # characters; a benchmark's name has at most 40, careless ones twice that
SENTENCE_ENDS = ("。", "；", "！", "？", "，")
SHORTEST_ALIAS = 2  # characters; one character alone means nothing inside a longer heading


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's headings and which of them answers which section of the programme."""

    headings: tuple[Heading, ...]
    answers: dict[int, tuple[SectionSpec, float]]  # index in `headings` → section, likeness


def read_sections(document: LogicalDocument, program: Program | None) -> tuple[Section, ...]:
    """Return the sections of a document, the whole text (level -1) first."""
    specs = specs_for(document, program)
    blocks = document.blocks[title_end(document, specs) :]
    outline = outline_of(blocks, specs)
    complete = not document.unread_pages
    whole = _whole(document, blocks, complete)
    ends = [section_end(outline, i, len(blocks)) for i in range(len(outline.headings))]
    parts = [
        _section(document, blocks, outline, i, ends[i], complete)
        for i in range(len(outline.headings))
    ]
    return (whole, *parts, *(read_cell_sections(document, program) if program else ()))


def specs_for(document: LogicalDocument, program: Program | None) -> list[SectionSpec]:
    """Return the programme's sections that stand under headings of a document."""
    if program is None:
        return []
    return [s for s in program.sections if document.key in s.documents and not s.in_cell]


def known_titles(specs: Sequence[SectionSpec]) -> list[str]:
    """Return every way to title the sections."""
    return [t for s in specs for t in (s.title, *s.aliases)]


def outline_of(blocks: Sequence[Block], specs: Sequence[SectionSpec]) -> Outline:
    """Find the headings and match them with the sections asked for."""
    found = headings(blocks, known_titles(specs))
    return Outline(found, _match(found, specs))


def likeness(title: str, spec: SectionSpec) -> float:
    """Return how near a heading's title is to a section's title or aliases, 0..1."""
    mine = plain_title(title)
    best = 0.0
    for name in (spec.title, *spec.aliases):
        theirs = plain_title(name)
        if not mine or not theirs:
            continue
        if mine == theirs:
            return 1.0
        score = match.ratio(mine, theirs)
        shorter, longer = sorted((mine, theirs), key=len)
        if len(shorter) >= SHORTEST_ALIAS and shorter in longer:
            score = max(score, 0.6 + 0.4 * len(shorter) / len(longer))
        best = max(best, score)
    return min(best, 0.99)


def _match(
    found: Sequence[Heading], specs: Sequence[SectionSpec]
) -> dict[int, tuple[SectionSpec, float]]:
    """Give each section its best heading, the surest pairs first, higher headings before lower."""
    depths = {rank: n for n, rank in enumerate(sorted({h.rank for h in found}))}
    pairs = sorted(
        (DEPTH_COST * depths[h.rank] - score, i, n, score)
        for i, h in enumerate(found)
        for n, s in enumerate(specs)
        if (score := likeness(h.title, s)) >= SURE
    )
    answers: dict[int, tuple[SectionSpec, float]] = {}
    taken: set[str] = set()
    for _, i, n, score in pairs:
        spec = specs[n]
        if i not in answers and (spec.many or spec.key not in taken):
            answers[i] = (spec, score)
            taken.add(spec.key)
    _fill_gaps(found, specs, answers, taken)
    return answers


def _fill_gaps(
    found: Sequence[Heading],
    specs: Sequence[SectionSpec],
    answers: dict[int, tuple[SectionSpec, float]],
    taken: set[str],
) -> None:
    """Take a heading that is somewhat alike where it fills the right gap between its siblings."""
    position = {spec.key: i for i, (spec, _) in answers.items()}
    for spec in specs:
        if spec.key in taken:
            continue
        siblings = [s.key for s in specs if s.parent == spec.parent]
        before = [position[k] for k in siblings[: siblings.index(spec.key)] if k in position]
        after = [position[k] for k in siblings[siblings.index(spec.key) + 1 :] if k in position]
        ranks = {found[position[k]].rank for k in siblings if k in position}
        low, high = max(before, default=-1), min(after, default=len(found))
        gap = [
            (likeness(found[i].title, spec), i)
            for i in range(low + 1, high)
            if i not in answers and found[i].rank in ranks
        ]
        score, i = max(gap, default=(0.0, -1))
        if score >= PERHAPS:
            answers[i] = (spec, score)
            position[spec.key] = i
            taken.add(spec.key)


def section_end(outline: Outline, position: int, length: int) -> int:
    """Return the block index at which the section of a heading ends."""
    heading = outline.headings[position]
    own = outline.answers.get(position)
    for i in range(position + 1, len(outline.headings)):
        other = outline.headings[i]
        theirs = outline.answers.get(i)
        below = own is not None and theirs is not None and theirs[0].parent == own[0].key
        if below:
            continue
        if other.rank <= heading.rank:
            return other.index
        if own is not None and theirs is not None and theirs[0].key != own[0].key:
            return other.index
    return length


def _section(
    document: LogicalDocument,
    blocks: Sequence[Block],
    outline: Outline,
    position: int,
    end: int,
    complete: bool,
) -> Section:
    heading = outline.headings[position]
    inside = tuple(blocks[heading.index + 1 : end])
    spec, score = outline.answers.get(position, (None, 0.0))
    text = counted_text(inside)
    evidence = Evidence(
        heading.paragraph.place, heading.number + heading.title,
        "native" if document.text_source == "native" else "ocr",
        min(heading.paragraph.confidence, 1.0 if spec is None or score >= SURE else GUESSED),
        document=document.id,
    )  # fmt: skip
    return Section(
        document.id, heading.title, heading.rank[0], text, count(text), evidence, heading.number,
        spec.key if spec else "", score, inside, _pictures(document, inside),
        sum(1 for _ in walk_tables(inside)), complete,
    )  # fmt: skip


def _pictures(document: LogicalDocument, inside: tuple[Block, ...]) -> int:
    anchors = {b.place.anchor for b in inside if b.place.anchor}
    pages = {b.place.page for b in inside if b.place.page}
    return sum(
        1
        for p in document.pictures
        if any(p.place.anchor.startswith(a) for a in anchors) or p.place.page in pages
    )


def _whole(document: LogicalDocument, blocks: Sequence[Block], complete: bool) -> Section:
    text = counted_text(blocks)
    evidence = Evidence(
        blocks[0].place if blocks else Place(document.file), document.title, document=document.id
    )
    return Section(
        document.id, document.title, WHOLE_TEXT, text, count(text), evidence,
        blocks=tuple(blocks), pictures=len(document.pictures),
        tables=sum(1 for _ in walk_tables(tuple(blocks))), complete=complete,
    )  # fmt: skip


def title_end(document: LogicalDocument, specs: Sequence[SectionSpec]) -> int:
    """Return the index of the block after the document's own title, 0 where it has none.

    The title is what stands before the first section: short lines without a number (附件4, the
    benchmark's name, the applicant's name). Without any section only the first line may be one.
    """
    found = headings(document.blocks, known_titles(specs))
    answered = {found[i].index for i in _match(found, specs)}
    numbered = {h.index for h in found if h.number}
    end = 0
    for i, block in enumerate(document.blocks):
        if i in answered or i in numbered or not isinstance(block, Paragraph):
            break
        text = normalise.clean(block.text)
        if len(text) > LONGEST_TITLE or text.endswith(SENTENCE_ENDS):
            break
        if text and block.role == "body":
            end = i + 1
            if not found:
                break
    return end
