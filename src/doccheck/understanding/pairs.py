"""Fields printed as `label：value`: on lines, or label and blank in one cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doccheck.model.document import Block, Paragraph, Table
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Place
from doccheck.model.program import FieldSpec
from doccheck.text import dates, normalise
from doccheck.understanding.grid import form_tables, label_key, names
from doccheck.understanding.hit import UNLED, Hit
from doccheck.understanding.values import read_value, unit_in

UNCOUNTED = frozenset({"header", "footer", "page_number", "toc"})
NEXT_LABEL = re.compile(r"[\s\u3000][^\s\u3000：:]{1,10}[：:]")
"""Another pair on the same line, of a label that no field asks for (单位：分)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line or a whole cell, with the group-leading label that began a text so far."""

    text: str
    place: Place
    confidence: float
    in_cell: bool
    leader: str = ""


def pair_hits(document: LogicalDocument, specs: Sequence[FieldSpec]) -> Iterator[tuple[str, Hit]]:
    """Yield every pair of a label and its value that is printed with a colon between them."""
    plain = [s for s in specs if not s.years and not s.column]
    pattern = label_pattern(plain)
    if pattern is None:
        return
    for text in _led(document, plain):
        found = list(pattern.finditer(text.text))
        for n, match in enumerate(found):
            end = found[n + 1].start() if n + 1 < len(found) else len(text.text)
            yield from _at_pair(match, text.text[match.end() : end], text, plain)


def label_pattern(specs: Sequence[FieldSpec]) -> re.Pattern[str] | None:
    """Match any label at the start of a line or after a blank, brackets and a colon behind it.

    A tick box behind a label parts it from its answers as well as a colon does.
    """
    keys = {k for s in specs for n in names(s) if (k := label_key(n))}
    if not keys:
        return None
    longest_first = sorted(keys, key=lambda k: (-len(k), k))
    spaced = [r"[\s\u3000]*".join(_any_form(c) for c in k) for k in longest_first]
    return re.compile(
        r"(?:(?<=^)|(?<=[\s\u3000；;，,。、]))(?:" + "|".join(spaced) + r")"
        r"[\s\u3000]*(?:[（(][^（()）]{1,12}[)）][\s\u3000]*)?(?:[：:]|(?=[□■☐☑☒]))",
        re.M | re.I,
    )


def _any_form(folded: str) -> str:
    """Match every printed form of a character that folding made one (，、 of a comma)."""
    forms = {",": ",，、", ".": ".．。", '"': "\"“”‘’'", "-": "-—–－", "/": "/／", "%": "%％"}
    return f"[{re.escape(forms[folded])}]" if folded in forms else re.escape(folded)


def _at_pair(
    match: re.Match[str], rest: str, text: Text, specs: Sequence[FieldSpec]
) -> Iterator[tuple[str, Hit]]:
    printed = normalise.clean(match.group(0)).rstrip("：: ")
    words = label_key(printed)
    for spec in specs:
        keys = [label_key(n) for n in names(spec)]
        if words not in keys:
            continue
        led = not spec.group or text.leader in {label_key(g) for g in spec.group}
        if not led and _rivals(words, specs):
            continue
        value = read_value(_own_part(rest, text.in_cell), spec, unit_in(printed))
        order = (keys.index(words), 0 if led else UNLED, 1)
        yield (
            spec.key,
            Hit(order, printed, value, text.place, text.in_cell, spec.year, text.confidence),
        )


def _own_part(rest: str, in_cell: bool) -> str:
    """Return the value's part of what follows a label: its line, or the rest of its cell."""
    return rest if in_cell else NEXT_LABEL.split(rest.split("\n", 1)[0])[0]


def _rivals(words: str, specs: Sequence[FieldSpec]) -> bool:
    return sum(words in [label_key(n) for n in names(s)] for s in specs) > 1


def _led(document: LogicalDocument, specs: Sequence[FieldSpec]) -> Iterator[Text]:
    leads = {label_key(g) for s in specs for g in s.group}
    leader = ""
    for text in texts_of(document.blocks):
        head = re.match(r"\s*([^：:\n]{1,16})[：:]", text.text)
        if head and label_key(head.group(1)) in leads:
            leader = label_key(head.group(1))
        yield Text(text.text, text.place, text.confidence, text.in_cell, leader)


def texts_of(blocks: Sequence[Block]) -> Iterator[Text]:
    """Yield the cells of tables and the lines between them, in order."""
    for block in blocks:
        if isinstance(block, Table):
            for table in form_tables((block,)):
                yield from (Text(c.text, c.place, c.confidence, True) for c in table.cells)
        elif block.role not in UNCOUNTED and block.text:
            yield Text(_run_on(block, blocks), block.place, block.confidence, False)


def _run_on(line: Paragraph, blocks: Sequence[Block]) -> str:
    """Return a line with the line it wraps to: on a printed cover a long value runs over.

    Only where the line reaches the right edge of what is printed on its page, and the next one
    stands right under it and begins no pair of its own.
    """
    box, page = line.place.box, line.place.page
    same_page = [b for b in blocks if isinstance(b, Paragraph) and b.place.page == page]
    if box is None or line not in same_page:
        return line.text
    at = next(i for i, b in enumerate(same_page) if b is line)
    following = same_page[at + 1] if at + 1 < len(same_page) else None
    if following is None or following.place.box is None or ":" in normalise.key(following.text):
        return line.text
    right = max(b.place.box.x1 for b in same_page if b.place.box)
    under = following.place.box.top - box.bottom < box.bottom - box.top
    short = len(following.text) <= LONGEST_REST and not dates.parse_date(following.text)
    wraps = box.x1 >= RIGHT_EDGE * right and under and short
    return line.text + normalise.clean(following.text) if wraps else line.text


LONGEST_REST = 30  # characters of a value that run on to the next line
RIGHT_EDGE = 0.95  # of the rightmost print on the page: a line that ends here may run on
