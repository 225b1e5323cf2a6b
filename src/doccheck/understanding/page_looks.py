"""What the head and foot of each page tell about where documents begin: title, number, scrap."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from doccheck.model.document import Block, Document, Paragraph, Table, walk_paragraphs
from doccheck.text import match, normalise

HEAD_LINES = 8  # short lines at a page's top among which its title is sought
LONGEST_HEAD = 40  # characters of such a line
LONGEST_SCRAP = 40  # characters of a page that only announces the next (附件3 佐证材料)
USUAL_SIZE = 12.0  # points, where a page has nothing but its title to compare with
UPPER = 0.55  # of the page's height: titles stand above, also on a cover
BOTTOM = 0.9  # of the page's height: page numbers stand below

_NUMBER = re.compile(
    r"第(?P<a>\d{1,3})页(?:[,/、]?共(?P<at>\d{1,3})页)?|共(?P<bt>\d{1,3})页[,/、]?第(?P<b>\d{1,3})页"
    r"|(?P<c>\d{1,3})/(?P<ct>\d{1,3})|[-—–―·•~]*(?P<d>\d{1,3})[-—–―·•~]*"
)
_SERIAL = re.compile(r"(?:编号|书号|报告号|专利号|登记号|no\.?)[:.]?([a-z0-9][-a-z0-9./]{3,})")


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed page number; `total` 0 where it does not say of how many."""

    number: int
    total: int = 0


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a page begins and ends.

    Attributes:
        number: of the page. first: index of its first block, None where none begins on it.
        lines: short lines at its top, above the first long one or table.
        title: the largest of these, None without any. ratio: its size to that of the rest.
        scrap: it holds a few words and nothing else.
        printed: the page number printed on it.
        serials: numbers of certificates and reports on it, to tell two of one name apart.
        shape: width and height in points.
    """

    number: int
    first: int | None
    lines: tuple[Paragraph, ...] = ()
    title: Paragraph | None = None
    ratio: float = 0.0
    scrap: bool = False
    printed: Printed | None = None
    serials: frozenset[str] = frozenset()
    shape: tuple[float, float] = (0.0, 0.0)


def page_looks(document: Document) -> tuple[PageLook, ...]:
    """Return the looks of a file's pages, in order; numbers that run through it are left out."""
    on_page: dict[int, list[int]] = {}
    for at, block in enumerate(document.blocks):
        if block.place.page:
            on_page.setdefault(block.place.page, []).append(at)
    looks = []
    for page in document.pages:
        inside = on_page.get(page.number, [])
        blocks = [document.blocks[at] for at in inside]
        printed = _printed(blocks, page.height)
        look = _look(page.number, inside, blocks, printed, (page.width, page.height))
        looks.append(replace(look, scrap=False) if page.glanced else look)
    return _without_running_numbers(looks)


def _look(
    number: int,
    inside: Sequence[int],
    blocks: Sequence[Block],
    printed: Printed | None,
    shape: tuple[float, float],
) -> PageLook:
    body = [b for b in blocks if isinstance(b, Table) or (b.role == "body" and b.text.strip())]
    if not body:
        return PageLook(number, inside[0] if inside else None, printed=printed, shape=shape)
    lines = _head(body)
    title = _largest(lines, shape[1])
    words = "".join(normalise.key(p.text) for p in walk_paragraphs(tuple(body)))
    return PageLook(
        number, inside[0], tuple(lines), title,
        title.look.size / _usual(body, title) if title else 0.0,
        not any(isinstance(b, Table) for b in body) and len(words) < LONGEST_SCRAP,
        printed, frozenset(_SERIAL.findall(words)), shape,
    )  # fmt: skip


def _head(body: Sequence[Block]) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for block in body[:HEAD_LINES]:
        if isinstance(block, Table) or len(block.text) > LONGEST_HEAD:
            break
        lines.append(block)
    return lines


def _largest(lines: Sequence[Paragraph], height: float) -> Paragraph | None:
    """Return the largest line of a page's upper half: below it stand seals and issuers."""
    high = [p for p in lines if p.place.box is None or p.place.box.top < UPPER * height]
    return max(high or lines, key=lambda p: p.look.size, default=None)


def _usual(body: Sequence[Block], title: Paragraph) -> float:
    """Return the size that half of a page's other characters have at most."""
    sizes = sorted(
        (p.look.size, len(p.text))
        for p in walk_paragraphs(tuple(body)) if p is not title and p.look.size
    )  # fmt: skip
    half, seen = sum(n for _, n in sizes) / 2, 0
    for size, n in sizes:
        seen += n
        if seen >= half:
            return size
    return USUAL_SIZE


# ---- page numbers
def _printed(blocks: Sequence[Block], height: float) -> Printed | None:
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or not _in_foot(block, height):
            continue
        found = _NUMBER.fullmatch(normalise.key(block.text))
        if found:
            return _as_printed(found)
    return None


def _in_foot(paragraph: Paragraph, height: float) -> bool:
    if paragraph.role in ("page_number", "footer", "header"):
        return True
    box = paragraph.place.box
    return box is not None and height > 0 and box.top > BOTTOM * height


def _as_printed(found: re.Match[str]) -> Printed:
    number = next(int(found[g]) for g in "abcd" if found[g])
    total = next((int(found[g]) for g in ("at", "bt", "ct") if found[g]), 0)
    return Printed(number, total)


def _without_running_numbers(looks: Sequence[PageLook]) -> tuple[PageLook, ...]:
    """Drop numbers that count the pages of the whole volume: they tell of no document."""
    shifts = {look.printed.number - look.number for look in looks if look.printed}
    numbered = sum(look.printed is not None for look in looks)
    if len(shifts) == 1 and 2 * numbered > len(looks):
        return tuple(replace(look, printed=None) for look in looks)
    return tuple(looks)


def follows(before: PageLook, look: PageLook) -> bool:
    """Tell whether a page is printed as the next one of the same document."""
    one, other = before.printed, look.printed
    return (
        one is not None and other is not None
        and other.number == one.number + 1 and other.total == one.total
    )  # fmt: skip


def restarts(before: PageLook, look: PageLook) -> bool:
    """Tell whether a page is printed as the first one after another document's numbered page."""
    one, other = before.printed, look.printed
    return other is not None and other.number == 1 and one is not None


def is_numbered(paragraph: Paragraph) -> bool:
    """Tell whether a line is numbered: a section's heading, not a title."""
    return bool(paragraph.number) or bool(match.strip_number(normalise.clean(paragraph.text))[0])
