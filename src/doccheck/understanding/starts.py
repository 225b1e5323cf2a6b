"""Where documents begin in a file: at known titles, and at pages that look like openings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from doccheck.model.document import Block, Document, Paragraph, Table, walk_paragraphs
from doccheck.model.places import Place
from doccheck.model.program import Program
from doccheck.text import normalise
from doccheck.understanding.licence_labels import is_head_print
from doccheck.understanding.page_looks import PageLook, page_looks
from doccheck.understanding.page_openings import PAPER, Open, announces, opens
from doccheck.understanding.titles import LONGEST_TITLE, Title, folded, is_appendix_line, title_of

SHORTEST_PART = 30  # characters; less before a title belongs to that title (附件2, a blank page)
HIGH = 0.45  # of the page's height: a title with small print over it stands above this
PAPER_SCORE = 0.65  # how surely a page under the name of a paper (…证书) is evidence
ANNEX_SCORE = 0.9  # how surely a form's text on pages of its own is a write-up
LETTER_BLOCKS = 1500  # blocks of an audit report in which its first statement stands
LICENCE_BLOCKS = 30  # blocks in which a licence names its holder and business

Start = tuple[int, Title | None]
"""Index of a document's first block, and its title where that tells its kind."""

_ENDING = re.compile(r"盖章|签字|签名|公章|(?:19|20)\d\d年\d{1,2}月\d{1,2}日$|[。；]$")
_YEAR = re.compile(r"((?:19|20)\d\d)年(?:度|12月)")


def document_starts(document: Document, program: Program | None) -> list[Start]:
    """Return where documents begin, in order."""
    looks = page_looks(document) if document.pages else ()
    several = {look.number: look for look in looks} if len(document.pages) > 1 else {}
    only = looks[0] if looks and not several else None
    walk = _Walk(document.blocks, program, several, only)
    for at in range(len(document.blocks)):
        walk.step(at)
    return walk.found


@dataclass
class _Walk:
    """The way through a file's blocks.

    Attributes:
        looks: of its pages, empty for files without. only: of the one page of a file that has no
            more: it is not cut by looks. found: starts so far.
        page: the page gone through last. now: the document open on it, None before the first.
        announced: the start found last only announces what comes on the next page.
    """

    blocks: Sequence[Block]
    program: Program | None
    looks: dict[int, PageLook]
    only: PageLook | None = None
    found: list[Start] = field(default_factory=list)
    page: int = 0
    now: Open | None = None
    announced: bool = False

    def step(self, at: int) -> None:
        """Look at one block: a page that looks like an opening, or a title, begins a document."""
        look = self.looks.get(self.blocks[at].place.page or 0)
        if look is not None and look.number > self.page:
            self._turn(look, at)
        if look is not None and announces(look):
            return
        title = _title_at(self.blocks, at, self.program)
        if title is None or (look is not None and title.kind == "evidence"):
            return  # certificates of one name are told apart by their pages
        if not _continues(self.found, title, self.blocks, at):
            self._start(_beginning(self.blocks, at, look or self.only, title), title, look)
        else:
            self.announced = False

    def _turn(self, look: PageLook, at: int) -> None:
        """Go on to the next page that has text."""
        before = self.looks.get(self.page)
        self.page = look.number
        if announces(look):
            self._start(at, self._title_on(look), look)
            self.announced = True
        elif self.now is None or before is None:
            if self.now is None and (annex := self._annex(look)):
                self._start(at, annex, look)
            self.now = self.now or Open(None, look)
        elif self._in_form(at) and (annex := self._annex(look)):
            self._start(at, annex, look)
        else:
            title = self._title_on(look)
            unknown = title is None or title.kind == "evidence"
            if unknown and (self.announced or opens(before, look, self.now)):
                self._start(at, title or _paper(look), look)
        if self.now is not None:
            self.now.take(look)

    def _in_form(self, at: int) -> bool:
        """Tell whether the open document is a form, or a table whose title was not read."""
        if self.now is None or self.now.kind is not None:
            return self.now is not None and self.now.kind == "application_form"
        since = self.blocks[self.found[-1][0] if self.found else 0 : at]
        return any(isinstance(b, Table) for b in since)

    def _annex(self, look: PageLook) -> Title | None:
        """Return the head of a text that was asked for in the form and is handed in after it."""
        if not look.lines:
            return None
        head = look.lines[0]
        mine = folded(head.text)
        for section in self.program.sections if self.program else ():
            if section.in_cell and mine in {folded(t) for t in (section.title, *section.aliases)}:
                return Title("case_report", None, ANNEX_SCORE, normalise.clean(head.text))
        return None

    def _title_on(self, look: PageLook) -> Title | None:
        """Return the known title at a page's top: where there is one, it decides."""
        at = look.first
        while at is not None and at < len(self.blocks):
            block = self.blocks[at]
            if block.place.page != look.number:
                break
            if block in look.lines and (title := _title_at(self.blocks, at, self.program)):
                return title
            at += 1
        return None

    def _start(self, at: int, title: Title | None, look: PageLook | None) -> None:
        """Begin a document; one announced on the page before begins there."""
        if self.announced and not (look is not None and announces(look)):
            first, told = self.found.pop()
            at, title = first, title or told
        self.announced = False
        self.found.append((at, title))
        if look is not None:
            self.now = Open(title.kind if title else None, look)


def _paper(look: PageLook) -> Title | None:
    """Return the name of a paper at a page's top as a title: it is evidence."""
    named = [line for line in look.lines if PAPER.search(normalise.key(line.text))]
    best = max(named, key=lambda line: line.look.size, default=None)
    if best is None:
        return None
    return Title("evidence", None, PAPER_SCORE, normalise.clean(best.text))


# ---- titles
def _title_at(blocks: Sequence[Block], at: int, program: Program | None) -> Title | None:
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return None
    return title_of(block, _next_line(blocks, at), program)


def _next_line(blocks: Sequence[Block], i: int) -> Paragraph | None:
    for block in blocks[i + 1 : i + 3]:
        if isinstance(block, Table):
            return None
        if block.text.strip():
            return block
    return None


def _beginning(
    blocks: Sequence[Block], i: int, look: PageLook | None, title: Title | None = None
) -> int:
    """Return where a title's document really starts: above it stand 附件2, small print, blanks."""
    start = i
    for j in range(i - 1, -1, -1):
        block = blocks[j]
        if not isinstance(block, Paragraph) or block.place.page != blocks[i].place.page:
            break
        text = block.text.strip()
        if text and not is_appendix_line(text) and block.role == "body":
            break
        if text:
            start = j
    return _page_top(blocks, start, look, title)


def _page_top(
    blocks: Sequence[Block], start: int, look: PageLook | None, title: Title | None
) -> int:
    """Return the top of a title's page where only small print or a few words stand above it."""
    page = blocks[start].place.page
    if page is None:
        return start
    top = start
    while top > 0 and blocks[top - 1].place.page == page:
        top -= 1
    above = tuple(blocks[top:start])
    if title is not None and title.kind == "business_licence":
        above = tuple(b for b in above if isinstance(b, Table) or not is_head_print(b.text))
    return top if is_scrap(above) or _is_small_print(above, blocks[start], look) else start


def _is_small_print(above: tuple[Block, ...], title: Block, look: PageLook | None) -> bool:
    """Tell whether what stands over a high title is small print: codes, a QR code's legend."""
    if look is None or not isinstance(title, Paragraph) or title.place.box is None:
        return False
    return title.place.box.top < HIGH * look.shape[1] and all(
        isinstance(b, Paragraph)
        and b.look.size < title.look.size
        and not _ENDING.search(normalise.key(b.text))
        for b in above
    )


def is_scrap(blocks: tuple[Block, ...]) -> bool:
    """Tell whether blocks are a few words, no document."""
    if any(isinstance(b, Table) for b in blocks):
        return False
    return (
        sum(len(normalise.clean(b.text)) for b in blocks if isinstance(b, Paragraph))
        < SHORTEST_PART
    )


# ---- what belongs to the document already open
def _continues(found: list[Start], title: Title, blocks: Sequence[Block], i: int) -> bool:
    """Tell whether a title belongs to the document already open rather than opening another."""
    last = found[-1][1] if found else None
    if last is None:
        return False
    since = blocks[found[-1][0] : i]
    if last.kind == "audit_report":
        inner = title.kind == "financial_statements" or (
            title.kind == "business_licence" and _auditors(blocks, i)
        )
        return inner or (title.kind == "audit_report" and not _has_statements(since))
    if last.kind == title.kind == "case_report" and last.spec is None:
        return True
    if last.kind == title.kind == "financial_statements":
        return not _another_year(title, since, blocks[i:])
    return last.spec is not None and last.spec is title.spec and not _has_content(since[1:])


def _auditors(blocks: Sequence[Block], i: int) -> bool:
    """Tell whether a licence at the end of an audit report is the firm's own."""
    page = blocks[i].place.page
    near = [b for b in blocks[i : i + LICENCE_BLOCKS] if b.place.page == page]
    text = normalise.key("\n".join(p.text for p in walk_paragraphs(tuple(near))))
    return "会计师事务所" in text or "审计" in text or len(text) < SHORTEST_PART


def _has_statements(since: Sequence[Block]) -> bool:
    """Tell whether an open audit report has had its statements: then a new report begins."""
    return any(
        isinstance(b, Paragraph) and b.role == "body" and _names_statements(b.text)
        for b in since[:LETTER_BLOCKS]
    )


@lru_cache(maxsize=100_000)
def _names_statements(text: str) -> bool:
    """Tell whether a line is the title of a statement; lines are asked once for each report."""
    title = (
        title_of(Paragraph(text, NOWHERE), None, None) if len(text) <= 2 * LONGEST_TITLE else None
    )
    return title is not None and title.kind == "financial_statements"


NOWHERE = Place("")


def _another_year(title: Title, since: Sequence[Block], ahead: Sequence[Block]) -> bool:
    """Tell whether a sheet of the same name, of another year, has been seen already."""
    for at, block in enumerate(since):
        if not isinstance(block, Paragraph):
            continue
        earlier = title_of(block, None, None)
        if earlier and normalise.key(earlier.text) == normalise.key(title.text):
            one, other = _year_under(since[at:]), _year_under(ahead)
            return bool(one and other and one != other)
    return False


def _year_under(blocks: Sequence[Block]) -> str:
    """Return the year that stands in the lines at a sheet's head, empty without."""
    for block in blocks[:YEAR_LINES]:
        if isinstance(block, Paragraph) and (year := _YEAR.search(normalise.key(block.text))):
            return year[1]
    return ""


YEAR_LINES = 4


def _has_content(inside: Sequence[Block]) -> bool:
    return (
        any(isinstance(b, Table) for b in inside)
        or sum(len(b.text) for b in inside if isinstance(b, Paragraph)) > 5 * SHORTEST_PART
    )
