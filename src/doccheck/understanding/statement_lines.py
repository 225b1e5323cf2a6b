"""Making lines whole: labels wrapped over two lines, figures broken over two lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doccheck.model.places import Place
from doccheck.understanding.statement_figures import UNREADABLE, Figure, is_figure, read_figure
from doccheck.understanding.statement_grid import Column, Line
from doccheck.understanding.statement_items import SheetKind, item_of, section_of

_UNFINISHED = re.compile(r"(?:的|、|和|及|与|或|所有者|股东|企业|公司)$")
_DIGITS = re.compile(r"[\s(（\-－]*[0-9.,，]+[)）\s]*")


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in one column of a line: as printed and as read."""

    column: Column
    figure: Figure
    raw: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class WholeLine:
    """A line with its whole label and its figures."""

    label: str
    group: int
    place: Place | None
    cells: tuple[Read, ...]

    @property
    def filled(self) -> bool:
        """Return whether at least one column holds a figure."""
        return any(c.figure.state == "figure" for c in self.cells)


def whole_lines(lines: Sequence[Line], sheet: SheetKind) -> Iterator[WholeLine]:
    """Yield the lines that have a label, in order; the groups of a two-sided sheet one by one."""
    for group in sorted({line.group for line in lines}):
        side = [line for line in lines if line.group == group]
        for n, line in enumerate(side):
            if line.label:
                before = side[n - 1] if n else None
                after = side[n + 1] if n + 1 < len(side) else None
                label = _whole_label(before, line, after, sheet)
                yield WholeLine(label, group, line.place, tuple(_cells(line, after)))


def _whole_label(before: Line | None, line: Line, after: Line | None, sheet: SheetKind) -> str:
    """Return a line's label with the part that is wrapped to the line before or after it."""
    if before and _runs_on(before, sheet) and not _is_blank(line):
        return before.label + line.label
    if _known(line.label, sheet) or _is_blank(line):
        return line.label
    if before and before.label and _is_blank(before):
        if _known(before.label + line.label, sheet):
            return before.label + line.label
        if after and _is_blank(after) and _known(before.label + line.label + after.label, sheet):
            return before.label + line.label + after.label
    if after and after.label and _is_blank(after) and not _known(after.label, sheet):
        return line.label + after.label if _known(line.label + after.label, sheet) else line.label
    return line.label


def _runs_on(line: Line, sheet: SheetKind) -> bool:
    """Tell the first half of a wrapped label, whose second half may be a label of its own.

    归属于母公司所有者的 over 净利润 is not 净利润.
    """
    unfinished = _UNFINISHED.search(line.label) or line.label.count("（") > line.label.count("）")
    return bool(unfinished) and _is_blank(line) and not _known(line.label, sheet)


def _known(label: str, sheet: SheetKind) -> bool:
    return item_of(label, sheet) is not None or bool(section_of(label, sheet))


def _is_blank(line: Line) -> bool:
    return not any(text.strip() for _, text, _ in line.cells)


def _cells(line: Line, after: Line | None) -> Iterator[Read]:
    """Yield a line's figures; a line without label under it may hold the rest of them."""
    rest = after.cells if after is not None and not after.label else ()
    for n, (column, text, place) in enumerate(line.cells):
        below = rest[n][1] if rest else ""
        yield Read(column, _figure(text, below), f"{text}{below if below and text else ''}", place)


def _figure(text: str, below: str) -> Figure:
    """Read a cell and what stands under it without a label of its own.

    `14,032,30` over `7.71` is one broken figure. Two figures that make sense both alone and
    together (`1234` over `567`) are unreadable.
    """
    alone = read_figure(text)
    if not below.strip() or not text.strip() or not _DIGITS.fullmatch(below):
        return alone
    joined = read_figure(f"{text}\n{below}")
    if joined.state == "figure":
        return joined
    both = is_figure(text) and is_figure(below)
    if both and is_figure("".join((text + below).split())):
        return UNREADABLE
    return alone
