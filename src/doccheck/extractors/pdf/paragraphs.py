"""Paragraphs from lines, in the body and in cells."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from doccheck.extractors.pdf.lines import Line, usual_pitch, usual_size
from doccheck.extractors.pdf.wrapping import Area, cell_area, centred, goes_on, joined_text
from doccheck.model.document import Look, Page, Paragraph, Role
from doccheck.model.places import Box, Place

LONG_LINE = 0.5  # of the page's width: lines that show where the text area begins and ends
CROSSES_BELOW = 0.55  # of the page's height: a paragraph that crosses pages ends below this
NEARBY = 10  # pages to either side that show a page's margins where it does not
FEW_LINES = 3  # long lines: fewer do not show where the text area ends
SAME_END = 3.0  # points: justified lines end this close together
LONGEST_CAPTION = 40  # characters
_CAPTION = re.compile(r"[图表]\s?\d{1,2}(?:[-–.]\d{1,2})?(?![\d年月日号])")
HANGING = "，。、；：？！）》”’,.;:"
NARROWEST_MARGIN = 28.0  # points (1 cm): where no long line shows the margin


def text_areas(lines: Sequence[Line], pages: Sequence[Page]) -> dict[int, Area]:
    """Return each page's text area; pages with few long lines share those of pages nearby."""
    own: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        own[line.page].append(line)
    long = {p.number: [line for line in own[p.number] if _long(line, p)] for p in pages}
    areas: dict[int, Area] = {}
    for at, page in enumerate(pages):
        shown = long[page.number]
        if len(shown) < FEW_LINES:
            nearby = pages[max(0, at - NEARBY) : at + NEARBY + 1]
            alike = [p.number for p in nearby if abs(p.width - page.width) < 1.0]
            shown = [line for number in alike for line in long[number]]
        areas[page.number] = _area(shown, own[page.number], page)
    return areas


def _long(line: Line, page: Page) -> bool:
    return line.box.x1 - line.box.x0 > LONG_LINE * page.width


def _area(long: Sequence[Line], own: Sequence[Line], page: Page) -> Area:
    middle = page.width / 2
    if len(long) < FEW_LINES:  # nothing shows the right margin: take it to be like the left
        left = min((line.box.x0 for line in (*own, *long)), default=NARROWEST_MARGIN)
        left = max(NARROWEST_MARGIN, min(left, page.width / 4))
        right = max([page.width - left, *(line.box.x1 for line in long)])
        return Area(left, right, _tight_pitch(own), page_middle=middle)
    lefts = sorted(line.box.x0 for line in long)
    return Area(lefts[len(lefts) // 20], _right(long), _tight_pitch(own), page_middle=middle)


def _right(long: Sequence[Line]) -> float:
    """Return where full lines end: where most do; a mark of punctuation may hang out."""
    solid = [line for line in long if line.text[-1] not in HANGING] or list(long)
    ends = sorted(line.box.x1 for line in solid)
    counts = [at + 1 - bisect_left(ends, end - SAME_END) for at, end in enumerate(ends)]
    most = max(range(len(ends)), key=lambda at: (counts[at], at))
    return ends[most] if counts[most] >= FEW_LINES else ends[-1]


def _tight_pitch(lines: Sequence[Line]) -> float:
    """Return the pitch inside paragraphs: that of lines in the usual size."""
    size = usual_size(lines)
    return usual_pitch([line for line in lines if abs(line.size - size) < 1.0])


def grouped(lines: Sequence[Line], areas: dict[int, Area], heights: dict[int, float]) -> (
    list[list[Line]]
):  # fmt: skip
    """Return lines gathered to paragraphs; a paragraph may cross to the next page."""
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last and _continues(last, line, areas[last.page], heights[last.page]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(last: Line, line: Line, area: Area, height: float) -> bool:
    if last.page != line.page and (
        line.page != last.page + 1 or last.box.bottom < CROSSES_BELOW * height
    ):
        return False
    return goes_on(last, line, area)


def paragraph(file: str, lines: Sequence[Line], area: Area, role: Role = "body") -> Paragraph:
    """Return the paragraph that lines form."""
    first, last = lines[0], lines[-1]
    in_middle = centred(first, area) and all(centred(line, area) for line in lines[1:])
    return Paragraph(
        text=joined_text(lines, area),
        place=Place(file, first.page, _box(lines)),
        look=Look(
            size=round(first.size if len(lines) == 1 else usual_size(lines), 1),
            bold=first.bold if len(lines) == 1 else _mostly_bold(lines),
            centred=in_middle,
            indent=0.0 if in_middle else round(max(0.0, first.box.x0 - area.left), 1),
        ),
        role=role,
        end_page=last.page if last.page != first.page else None,
    )


def is_caption(text: Paragraph) -> bool:
    """Return whether a paragraph is the title of a figure or table (图1 推进流程)."""
    return (
        text.look.centred and len(text.text) <= LONGEST_CAPTION and bool(_CAPTION.match(text.text))
    )


def _mostly_bold(lines: Sequence[Line]) -> bool:
    bold = sum(len(line.text) for line in lines if line.bold)
    return 2 * bold > sum(len(line.text) for line in lines)


def _box(lines: Sequence[Line]) -> Box:
    """Return the rectangle around the lines on the first one's page."""
    box = lines[0].box
    for line in lines[1:]:
        if line.page == lines[0].page:
            box = box.union(line.box)
    return box


def cell_paragraphs(file: str, lines: Sequence[Line], x0: float, x1: float) -> list[Paragraph]:
    """Return the paragraphs of a cell whose text lies between two borders."""
    if not lines:
        return []
    area = cell_area(lines, x0, x1)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and goes_on(groups[-1][-1], line, area):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [paragraph(file, group, area) for group in groups]
