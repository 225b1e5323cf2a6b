"""Whether a line goes on in the next: a wrap is not a new paragraph.

A line was wrapped if the next line's first word would not have fitted behind it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from doccheck.extractors.pdf.glyphs import is_wide
from doccheck.extractors.pdf.lines import Line, usual_pitch

SLACK = 0.4  # of the size: justified lines end this unevenly
LATIN_WIDTH = 0.55  # of the size: letters and digits
AUTOSPACE = 0.25  # of the size: what writers put between Chinese and Latin text
SAME_SIZE = 0.12  # share by which sizes within one paragraph differ
INDENT = 1.2  # of the size: from here on a line is indented (two characters are usual)
SAME_LEFT = 0.6  # of the size: lines that start together
CENTRED_MARGIN = 1.5  # of the size: a centred line leaves at least this free on either side
UNEVEN = 1.2  # of the size: how far the free sides of a centred line may differ
NEARLY_FULL = 0.75  # of the size: what a full line leaves free at the right side at most
DEEPEST_INDENT = 4.0  # of the size: a line that starts further right is no paragraph's first
WIDEST_PITCH = 2.0  # times the size: double spacing; a wider pitch is that of separate lines
LEADING = 1.2  # times the size: lines are set no tighter
LOOSE = 1.6  # times the usual pitch: a wider step between lines ends a paragraph
LOOSE_ALONE = 2.6  # times the size: the same where only two lines are there to judge by
NARROW = 15.0  # of the size: in a cell no wider than this, words break anywhere (资产总额（万/元）)

HEADING_ROOM = 4.0  # of the size: what a heading leaves free at least

LONGEST_WORD = 200  # characters looked at for the last word of a line

MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、)）](?!\d)"
    r"|[①-⑳]|[□☑☒■●◆•√✓]|第[一二三四五六七八九十\d]{1,3}[章节条])"
)
"""A list number or tick box that begins a line."""

PROMPT = re.compile(r"[^\s：:，。；、（(]{2,8}(?:[（(][^（）()]{1,8}[)）])?[：:]")
"""What a line of a form begins with: a short label and a colon."""

_APPENDIX = re.compile(r"附[件录表]\s*[一二三四五六七八九十\d]{0,3}\s*[:：]?")
"""A line that only announces an appendix."""

_FIRST_WORD = re.compile(r"(?:[!-~]+|.)(?:[，。、；：？！）》”’…]+[!-~]*)*")
"""What cannot be parted by a wrap: a word, with marks that begin no line, with a number behind."""

_FIRST_LATIN = re.compile(r"[!-~]+")
_LAST_WORD = re.compile(r"[!-~]+$")
_ENDED = tuple("。；;:：！？")
_CLAUSE = re.compile(r"[。；;！？，：:…、]")
_SENTENCE_END = ("。", "！", "？", "。”")


@dataclass(frozen=True, slots=True)
class Area:
    """The text area that lines run in: its sides, the usual pitch of lines, the page's middle."""

    left: float
    right: float
    pitch: float = 0.0
    cell: bool = False
    page_middle: float | None = None

    @property
    def width(self) -> float:
        """Return the width."""
        return self.right - self.left


def cell_area(lines: Sequence[Line], x0: float, x1: float) -> Area:
    """Return the text area of a cell: its padding is what stands left of its lines."""
    padding = min(max(min(line.box.x0 for line in lines) - x0, 0.0), MAX_PADDING)
    return Area(x0 + padding, x1 - padding, _pitch(lines), cell=True)


MAX_PADDING = 5.4  # points: Word's own cell padding; more is an indent or centring


def _pitch(lines: Sequence[Line]) -> float:
    return usual_pitch(list(lines)) if len(lines) > 2 else LOOSE_ALONE / LOOSE * lines[0].size


def goes_on(first: Line, second: Line, area: Area) -> bool:
    """Return whether `second` belongs to the paragraph that `first` is the last line of."""
    if abs(first.size - second.size) > SAME_SIZE * max(first.size, second.size):
        return False
    if (second.bold and not first.bold) or _are_entries(first, second):
        return False  # a heading under a text
    if first.page == second.page and _apart(first, second, area):
        return False
    if area.cell and first.page != second.page and first.text.endswith(_SENTENCE_END):
        return False  # what looks like the rest of a cell may be the next row and begin a section
    if full(first, second, area):
        return not _starts_paragraph(first, second, area) and not _is_heading(first, second, area)
    return area.cell and _label_goes_on(first, second, area)


def _are_entries(first: Line, second: Line) -> bool:
    """Return whether lines are two entries of a form, one under the other, a label before each."""
    labelled = all(PROMPT.match(re.sub(r"\s", "", line.text)) for line in (first, second))
    return labelled and abs(first.box.x0 - second.box.x0) < SAME_LEFT * first.size


def _apart(first: Line, second: Line, area: Area) -> bool:
    step = second.box.bottom - first.box.bottom
    return step > LOOSE * min(max(area.pitch, LEADING * first.size), WIDEST_PITCH * first.size)


def full(first: Line, second: Line, area: Area) -> bool:
    """Return whether a line has no room for what the next one begins with."""
    word = _FIRST_WORD.match(second.text)
    wanted = text_width(word.group(), second.size) if word else second.size
    if is_wide(first.text[-1]) and not is_wide(second.text[0]):
        wanted += AUTOSPACE * second.size
    left, right = first.box.x0 - area.left, area.right - first.box.x1
    both_sides = _flush_right(first, second, area) or _in_middle(first, area)
    room = left + right if both_sides else right
    return room < min(wanted, area.width / 2) + SLACK * first.size


def centred(line: Line, area: Area) -> bool:
    """Return whether a line stands in the middle; the end of a sentence does so by chance."""
    if line.text.endswith("。"):
        return False
    left, right = line.box.x0 - area.left, area.right - line.box.x1
    if min(left, right) <= (SLACK if area.cell else CENTRED_MARGIN) * line.size:
        return False
    if left > INDENT * line.size and right < NEARLY_FULL * line.size:
        return False  # a paragraph's first line, indented and full
    indented = left < DEEPEST_INDENT * line.size and not area.cell
    off = min(abs(left - right), _off_page_middle(line, area))
    return off < (SLACK if indented else UNEVEN) * line.size


def _in_middle(line: Line, area: Area) -> bool:
    """Return whether a line is centred and not, what is likelier in a text, indented."""
    far = area.cell or line.box.x0 - area.left > DEEPEST_INDENT * line.size
    return far and centred(line, area)


def _off_page_middle(line: Line, area: Area) -> float:
    if area.page_middle is None:
        return float("inf")
    return abs(line.box.x0 + line.box.x1 - 2 * area.page_middle)


def _flush_right(first: Line, second: Line, area: Area) -> bool:
    """Return whether a line stands at the right side, like a number or a signature."""
    if first.box.x0 - area.left < DEEPEST_INDENT * first.size:
        return False
    indented_block = abs(first.box.x0 - second.box.x0) < SAME_LEFT * first.size
    return not indented_block or first.box.x1 - first.box.x0 < area.width / 2


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is set."""
    return size * sum(1.0 if is_wide(c) else LATIN_WIDTH for c in text)


def _starts_paragraph(first: Line, second: Line, area: Area) -> bool:
    """Return whether a line after a full one is indented like a paragraph's first."""
    marked = MARKER.match(second.text) or _APPENDIX.fullmatch(second.text)
    if first.text.endswith(_ENDED) and marked:
        return True
    if area.cell and area.width <= NARROW * first.size:
        return False
    indent = second.box.x0 - area.left
    if indent < INDENT * second.size or _in_middle(second, area):
        return False
    if abs(second.box.x0 - first.box.x0) < SAME_LEFT * second.size:  # or an indented block
        return bool(MARKER.match(second.text)) or first.text.endswith(_ENDED)
    return second.box.x0 > first.box.x0 and not _hanging(first, second)


def _is_heading(first: Line, second: Line, area: Area) -> bool:
    """Return whether a short line after a sentence's end is no sentence: a heading, not its rest.

    Scans hardly tell 14 points from 12, and a paragraph may end where its last line is full.
    """
    if area.cell or not first.text.endswith(_SENTENCE_END):
        return False
    short = area.right - second.box.x1 > HEADING_ROOM * second.size
    return short and not _CLAUSE.search(second.text) and is_wide(second.text[-1])


def _hanging(first: Line, second: Line) -> bool:
    """Return whether the second line hangs under the text behind the first one's number."""
    marker = MARKER.match(first.text)
    if not marker:
        return False
    text_starts = first.box.x0 + text_width(marker.group(), first.size)
    return abs(second.box.x0 - text_starts) < SAME_LEFT * second.size


def _label_goes_on(first: Line, second: Line, area: Area) -> bool:
    """Return whether a short line in a narrow cell is a label broken for looks."""
    if area.width > NARROW * first.size or MARKER.match(second.text):
        return False
    if first.text.endswith(_ENDED):
        return False
    return is_wide(first.text[-1]) or is_wide(second.text[0])


def joined_text(lines: Sequence[Line], area: Area) -> str:
    """Return the text of a paragraph's lines, a blank where Latin words meet at a wrap."""
    text = lines[0].text
    for line in lines[1:]:
        text += f" {line.text}" if _blank_at_wrap(text, line, area) else line.text
    return text


def _blank_at_wrap(text: str, line: Line, area: Area) -> bool:
    if is_wide(text[-1]) or is_wide(line.text[0]) or text[-1] in "-/@._&":
        return False
    last, first = _LAST_WORD.search(text[-LONGEST_WORD:]), _FIRST_LATIN.match(line.text)
    if not last or not first:
        return False
    # a word too long for one line is broken anywhere: a code, an address
    return text_width(last.group() + first.group(), line.size) < area.width
