"""What is on a page but not of the text: header, footer, page number, table of contents."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from doccheck.extractors.pdf.lines import Line
from doccheck.model.document import Page, Role

TOP_ZONE = 0.085  # of the page's height: headers stand in the top margin (2.5 cm of A4)
BOTTOM_ZONE = 0.9  # of the page's height: footers and page numbers stand below
SAME_HEIGHT = 10.0  # points by which a repeated line moves from page to page
HEADER_SIZE = 13.0  # points: larger print is a title, even if it stands high and repeats
REPEATS = 3  # pages that must show a line before it is furniture (all pages of a shorter file)
LINES_IN_ZONE = 2  # lines of furniture at either end of a page

_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlIVXL]{1,7})"
_DECORATED = re.compile(
    rf"[-—–―－·•~\s]+{_NUMBER}[-—–―－·•~\s]+"
    rf"|第\s*{_NUMBER}\s*页(?:\s*[,，/、]?\s*共\s*{_NUMBER}\s*页)?"
    rf"|共\s*{_NUMBER}\s*页\s*[,，/、]?\s*第\s*{_NUMBER}\s*页"
    rf"|\d{{1,4}}\s*/\s*\d{{1,4}}|page\s*\d{{1,4}}(?:\s*of\s*\d{{1,4}})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}|[ivxl]{1,7}", re.IGNORECASE)
_SPECKED = re.compile(rf"[.,·'`]?\s?(?:{_BARE.pattern})\s?[.,·'`]?", re.IGNORECASE)
_VARYING = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:[.…·．。‥・]\s?){4,}\s*[-—]?\d{1,4}[-—]?$|…{2,}\s*\d{1,4}$")
_CONTENTS = re.compile(r"目\s*[录次]|contents", re.IGNORECASE)
_ENDS_IN_NUMBER = re.compile(r".*\D\s\d{1,4}$")

Roles = dict[int, Role]
"""Role by `id` of the line; a line that is not there is body."""


def line_roles(lines: Sequence[Line], pages: Sequence[Page]) -> Roles:
    """Return the roles of all lines of a file that are not body."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    heights = {page.number: page.height for page in pages}
    margins = {n: _margin_lines(own, heights[n]) for n, own in by_page.items()}
    read = {page.number for page in pages if page.recognised}
    roles = _page_numbers(margins, heights, read)
    roles |= _repeated(margins, heights, roles)
    roles = _outermost(by_page.values(), roles)
    for own in by_page.values():
        roles |= _contents([line for line in own if id(line) not in roles])
    return roles


def _margin_lines(lines: Sequence[Line], height: float) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.box.top)
    ends = ordered[:LINES_IN_ZONE] + ordered[LINES_IN_ZONE:][-LINES_IN_ZONE:]
    return [line for line in ends if _zone(line, height)]


def _zone(line: Line, height: float) -> Role | None:
    middle = (line.box.top + line.box.bottom) / 2
    if middle > BOTTOM_ZONE * height:
        return "footer"
    if middle < TOP_ZONE * height and line.size <= HEADER_SIZE:
        return "header"
    return None


def _page_numbers(
    margins: dict[int, list[Line]], heights: dict[int, float], recognised: set[int]
) -> Roles:
    roles: Roles = {}
    for number, lines in margins.items():
        shape = _SPECKED if number in recognised else _BARE
        for line in lines:
            bare = shape.fullmatch(line.text) and _zone(line, heights[number]) == "footer"
            if _DECORATED.fullmatch(line.text) or bare:
                roles[id(line)] = "page_number"
    return roles


def _repeated(margins: dict[int, list[Line]], heights: dict[int, float], known: Roles) -> Roles:
    shown: dict[str, list[Line]] = defaultdict(list)
    for lines in margins.values():
        for line in lines:
            if id(line) not in known:
                shown[_VARYING.sub("#", line.text.replace(" ", ""))].append(line)
    needed = max(2, min(REPEATS, len(heights)))
    roles: Roles = {}
    for lines in shown.values():
        for alike in _at_one_height(lines):
            if len({line.page for line in alike}) >= needed:
                roles |= {
                    id(line): zone for line in alike if (zone := _zone(line, heights[line.page]))
                }
    return roles


def _outermost(pages: Iterable[Sequence[Line]], roles: Roles) -> Roles:
    """Return roles without headers that stand under a line of the body, footers above one.

    The line under a title that comes again on the next page (编制单位, 单位：万元) is no header.
    """
    kept = dict(roles)
    for own in pages:
        ordered = sorted(own, key=lambda line: line.box.top)
        body = [n for n, line in enumerate(ordered) if id(line) not in roles]
        for n, line in enumerate(ordered):
            role = roles.get(id(line))
            inside = (role == "header" and body and n > body[0]) or (
                role == "footer" and body and n < body[-1]
            )
            if inside:
                del kept[id(line)]
    return kept


def _at_one_height(lines: Iterable[Line]) -> list[list[Line]]:
    """Return lines in groups that stand about equally high on their pages."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.top):
        if groups and line.box.top - groups[-1][-1].box.top <= SAME_HEIGHT:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _contents(lines: Sequence[Line]) -> Roles:
    """Return the lines of a table of contents, its heading included."""
    numbered = [line for line in lines if line.text[-1].isdigit() or line.text[-1] in "-—"]
    roles: Roles = {id(line): "toc" for line in numbered if _LEADERS.search(line.text)}
    heading = next((i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    if heading is None:
        return roles
    entries = lines[heading + 1 :]
    numbered = [
        line for line in entries if id(line) in roles or _ENDS_IN_NUMBER.fullmatch(line.text)
    ]
    if len(numbered) >= max(2, len(entries) // 2):
        roles |= {id(line): "toc" for line in (lines[heading], *numbered)}
    return roles
