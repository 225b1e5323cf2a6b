"""From the pages as read to the blocks of a document, in reading order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from doccheck.extractors.pdf.continued import join_continued
from doccheck.extractors.pdf.filling import fill_grids
from doccheck.extractors.pdf.furniture import line_roles
from doccheck.extractors.pdf.lines import Line, build_lines
from doccheck.extractors.pdf.pages import RawPage
from doccheck.extractors.pdf.paragraphs import grouped, is_caption, paragraph, text_areas
from doccheck.extractors.pdf.ruled import Grid, find_grids
from doccheck.extractors.pdf.sheets import Sheet, find_sheets
from doccheck.extractors.pdf.tables import grid_table, has_text, sheet_table
from doccheck.extractors.pdf.unruled_rows import split_rows
from doccheck.extractors.pdf.wrapping import Area
from doccheck.model.document import Block, Paragraph, Role, Table

_ORDER: dict[Role, int] = {"header": 0, "footer": 2, "page_number": 2}
"""Where a page's furniture stands among its blocks: headers first, footers last, body 1."""

Key = tuple[int, int, float, float]
"""Reading order: page, furniture before or after the body, height, left edge."""

Placed = tuple[Key, Paragraph | Grid | Sheet]


def build_blocks(file: str, raw_pages: Sequence[RawPage]) -> tuple[Block, ...]:
    """Return all blocks of a file."""
    grids, lines = _tables_and_lines(raw_pages)
    pages = [raw.page for raw in raw_pages]
    roles = line_roles(lines, pages)
    body = [line for line in lines if id(line) not in roles]
    areas = text_areas(body, pages)
    placed: list[Placed] = [(_key(g.page, g.box.top, g.box.x0), g) for g in grids]
    for line in lines:
        role = roles.get(id(line))
        if role:
            text = paragraph(file, [line], areas[line.page], role)
            placed.append((_line_key(line, _ORDER.get(role, 1)), text))
    heights = {page.number: page.height for page in pages}
    placed.extend(_body(file, body, grids, areas, heights))
    placed.extend(_watermarks(file, raw_pages))
    placed.sort(key=lambda item: item[0])
    return _with_page_breaks(file, placed)


def _tables_and_lines(raw_pages: Sequence[RawPage]) -> tuple[list[Grid], list[Line]]:
    """Return the ruled tables, and all lines outside them in reading order."""
    found = [find_grids(raw.edges, raw.page.number) for raw in raw_pages]
    outside = [fill_grids(g, raw.runs) for g, raw in zip(found, raw_pages, strict=True)]
    for grid in (grid for grids in found for grid in grids):
        for cell in grid.cells:
            cell.lines = build_lines(cell.runs, grid.page)
    found = [[split_rows(grid) for grid in grids] for grids in found]
    numbers = [raw.page.number for raw in raw_pages]
    loose = [build_lines(runs, n) for runs, n in zip(outside, numbers, strict=True)]
    roles = line_roles([line for lines in loose for line in lines], [r.page for r in raw_pages])
    body = [[line for line in lines if id(line) not in roles] for lines in loose]
    for grids, raw in zip(found, raw_pages, strict=True):
        for grid in grids:
            grid.pictured = raw.page.recognised
    tables, frames = join_continued(found, body)
    for frame in frames:  # no table: its text is the page's
        at = numbers.index(frame.page)
        outside[at].extend(frame.cells[0].runs)
        loose[at] = build_lines(outside[at], frame.page)
    return [t for t in tables if has_text(t)], [line for lines in loose for line in lines]


def _key(page: int, top: float, left: float, order: int = 1) -> Key:
    return page, order, top, left


def _line_key(line: Line, order: int = 1) -> Key:
    return _key(line.page, line.box.top, line.box.x0, order)


def _body(
    file: str,
    lines: Sequence[Line],
    grids: Sequence[Grid],
    areas: dict[int, Area],
    heights: dict[int, float],
) -> Iterator[Placed]:
    for stretch in _stretches(lines, grids):
        rest: list[Line] = []
        for _, own in groupby(stretch, key=lambda line: line.page):
            page_lines = list(own)
            sheets = find_sheets(page_lines)
            taken = {id(line): sheet for sheet in sheets for line in sheet.lines}
            for line in page_lines:
                if id(line) not in taken:
                    rest.append(line)
                elif line is taken[id(line)].lines[0]:
                    yield from _paragraphs(file, rest, areas, heights)
                    rest = []
                    yield _line_key(line), taken[id(line)]
        yield from _paragraphs(file, rest, areas, heights)


def _stretches(lines: Sequence[Line], grids: Sequence[Grid]) -> Iterator[list[Line]]:
    """Yield runs of lines that no ruled table stands between."""
    barriers = [(g.page, g.box.top) for g in grids]
    barriers += [(page, 0.0) for g in grids for page in range(g.page + 1, g.end_page + 1)]
    barriers.sort()

    def before(line: Line) -> int:
        return bisect_right(barriers, (line.page, line.box.top))

    for _, stretch in groupby(lines, key=before):
        yield list(stretch)


def _paragraphs(
    file: str, lines: Sequence[Line], areas: dict[int, Area], heights: dict[int, float]
) -> Iterator[Placed]:
    for group in grouped(lines, areas, heights):
        text = paragraph(file, group, areas[group[0].page])
        yield _line_key(group[0]), replace(text, role="caption") if is_caption(text) else text


def _watermarks(file: str, raw_pages: Sequence[RawPage]) -> Iterator[Placed]:
    """Yield text printed aslant, once a page, as headers (where Word keeps watermarks too)."""
    for raw in raw_pages:
        lines = build_lines(raw.slanted, raw.page.number)
        area = Area(0.0, raw.page.width)
        for line in lines:
            yield _line_key(line, _ORDER["header"]), paragraph(file, [line], area, "header")


def _with_page_breaks(file: str, placed: Sequence[Placed]) -> tuple[Block, ...]:
    """Return the blocks, tables numbered, the first body paragraph of each page marked."""
    blocks: list[Block] = []
    reached = 1  # the last page that the body has reached so far
    tables = 0
    for (page, order, _, _), item in placed:
        block = _block(file, item, tables)
        tables += isinstance(block, Table)
        if order == 1:
            if page > reached and isinstance(block, Paragraph):
                block = replace(block, page_break_before=True)
            reached = max(reached, block.end_page or page)
        blocks.append(block)
    return tuple(blocks)


def _block(file: str, item: Paragraph | Grid | Sheet, number: int) -> Block:
    if isinstance(item, Grid):
        return grid_table(file, item, f"table[{number}]")
    if isinstance(item, Sheet):
        return sheet_table(file, item, f"table[{number}]")
    return item
