"""Which paragraphs are headings, and how they rank.

A heading is told by its style, by its number, or by its look beside headings already known.
Numbers that start anew inside a section belong to a list, not to the outline.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from doccheck.model.document import Block, Paragraph
from doccheck.text import match, normalise

LONGEST_HEADING = 60  # characters; longer ones are sentences
LONGEST_NUMBERED = 45  # without a style, a numbered sentence is easily taken for a heading
SENTENCE = re.compile(r"[。；！？;!?]|，.*，")
Rank = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `index` of its block, its title without the number, its rank.

    Lower ranks are higher in the outline; ranks only compare within one document.
    """

    index: int
    paragraph: Paragraph
    title: str
    number: str
    rank: Rank


def headings(blocks: Sequence[Block], known: Iterable[str] = ()) -> tuple[Heading, ...]:
    """Return the headings among top-level blocks, in order.

    `known` are titles that the programme asks for: a paragraph that is just such a title is a
    heading although neither style nor number says so, and so are others that look like it.
    """
    keys = frozenset(plain_title(t) for t in known)
    found = [c for i, b in enumerate(blocks) if (c := _candidate(i, b, keys))]
    found += _lookalikes(blocks, found)
    found.sort(key=lambda c: c.index)
    return _in_sequence(_ranked(_by_shape(found), _inner(found, blocks)))


def plain_title(title: str) -> str:
    """Return a title folded for comparing: no number, brackets' content or closing colon."""
    rest = match.strip_number(normalise.clean(title))[1]
    return re.sub(r"\([^()]*\)", "", normalise.key(rest)).rstrip(":.")


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    paragraph: Paragraph
    title: str
    number: str
    depth: int | None  # by number
    known: bool


def _candidate(index: int, block: Block, known: frozenset[str]) -> _Candidate | None:
    if not isinstance(block, Paragraph) or block.role != "body":
        return None
    text = normalise.clean(block.text)
    if not text or len(text) > LONGEST_HEADING:
        return None
    number, title = (block.number, text) if block.number else match.strip_number(text)
    depth = match.number_level(number.strip()) if number else None
    candidate = _Candidate(index, block, title, number, depth, plain_title(title) in known)
    if block.level is not None or candidate.known:
        return candidate
    short = len(title) <= LONGEST_NUMBERED and not SENTENCE.search(title)
    return candidate if depth is not None and short and title else None


def _by_shape(found: list[_Candidate]) -> list[_Candidate]:
    """Tell apart shapes of number of one level: the one that appears first is the outer.

    （1） over 1）, 第一部分 over 一、, or the other way round: an outline opens outside in.
    """
    shapes: dict[int, list[str]] = {}
    refined = []
    for c in found:
        if c.depth is None:
            refined.append(c)
            continue
        known = shapes.setdefault(c.depth, [])
        shape = _DIGITS.sub("", normalise.key(c.number)).replace(",", ".")
        if shape not in known:
            known.append(shape)
        refined.append(replace(c, depth=SHAPES * c.depth + known.index(shape)))
    return refined


INNERMOST = 10**3  # below every number
SHAPES = 10  # room for shapes of number within a level
_DIGITS = re.compile(r"[\d一二三四五六七八九十百零]+")


def _lookalikes(blocks: Sequence[Block], found: list[_Candidate]) -> list[_Candidate]:
    """Return plain short paragraphs that look like a known heading without style and number."""
    looks = {
        c.paragraph.look
        for c in found
        if c.known and c.depth is None and c.paragraph.level is None and _stands_out(c, blocks)
    }
    taken = {c.index for c in found}
    return [
        _Candidate(i, b, normalise.clean(b.text), "", None, False)
        for i, b in enumerate(blocks)
        if isinstance(b, Paragraph)
        and b.role == "body"
        and i not in taken
        and b.look in looks
        and 0 < len(b.text) <= LONGEST_NUMBERED
        and not SENTENCE.search(b.text)
    ]


def _stands_out(candidate: _Candidate, blocks: Sequence[Block]) -> bool:
    body = [b.look for b in blocks if isinstance(b, Paragraph) and len(b.text) > LONGEST_HEADING]
    return candidate.paragraph.look not in body


def _is_lookalike(candidate: _Candidate) -> bool:
    return candidate.depth is None and candidate.paragraph.level is None and not candidate.known


def _inner(found: list[_Candidate], blocks: Sequence[Block]) -> frozenset[int]:
    """Return the headings known by their looks alone that stand within the sections asked for.

    A section asked for that has nothing between its heading and such a one is not empty: that one
    is its first sub-heading, and so are all others like it. A scan does not tell 15 points from
    14: on it, what stands between two sections asked for is taken to belong to the first.
    """
    alike = [c for c in found if _is_lookalike(c)]
    if any(
        first.known and _is_lookalike(second) and _nothing_between(first, second, blocks)
        for first, second in pairwise(found)
    ):
        return frozenset(c.index for c in alike)
    known = [c.index for c in found if c.known]
    return frozenset(
        c.index for c in alike if c.paragraph.confidence < 1 and known[0] < c.index < known[-1]
    )


def _nothing_between(first: _Candidate, second: _Candidate, blocks: Sequence[Block]) -> bool:
    between = blocks[first.index + 1 : second.index]
    return all(
        isinstance(b, Paragraph) and (b.role != "body" or not b.text.strip()) for b in between
    )


def _ranked(found: list[_Candidate], inner: frozenset[int]) -> list[Heading]:
    styles = {c.paragraph.level for c in found if c.paragraph.level is not None}
    depth_of_style: dict[int, set[int]] = {}
    for c in found:
        if c.paragraph.level is not None and c.depth is not None:
            depth_of_style.setdefault(c.paragraph.level, set()).add(c.depth)
    style_of_depth = {d: s for s, ds in sorted(depth_of_style.items(), reverse=True) for d in ds}
    deepest = max(styles, default=0)
    top_known = min((c.depth for c in found if c.known and c.depth is not None), default=0)

    def rank(c: _Candidate) -> Rank:
        if c.paragraph.level is not None:
            mixed = len(depth_of_style.get(c.paragraph.level, ())) > 1
            return (c.paragraph.level, (c.depth or 0) if mixed else 0)
        if c.depth is None:
            top = (min(styles), 0) if styles else (1, top_known)
            return (deepest + 1, INNERMOST) if c.index in inner else top
        if c.depth in style_of_depth:
            level = style_of_depth[c.depth]
            return (level, c.depth if len(depth_of_style[level]) > 1 else 0)
        return (deepest + 1, c.depth)

    return [Heading(c.index, c.paragraph, c.title, c.number, rank(c)) for c in found]


def _in_sequence(found: list[Heading]) -> tuple[Heading, ...]:
    """Drop numbered ones without style that start a list anew inside a section."""
    kept: list[Heading] = []
    last: dict[Rank, int] = {}
    for heading in found:
        value = match.number_value(heading.number.strip()) if heading.number else None
        if value is not None and heading.paragraph.level is None:
            before = last.get(heading.rank)
            if before is not None and value <= before and not heading.paragraph.look.bold:
                continue
            last[heading.rank] = value
        last = {r: v for r, v in last.items() if r <= heading.rank}
        kept.append(replace(heading, title=heading.title.rstrip("：: ")))
    return tuple(kept)
