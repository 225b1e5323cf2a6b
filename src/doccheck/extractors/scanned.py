"""From the picture of a page to what stands on it: straightened, recognised, ruled, ticked."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from doccheck.extractors.ocr.engine import FindingEngine, OcrEngine, OcrLine
from doccheck.extractors.ocr.marks_json import ON_PAGE
from doccheck.extractors.ocr.page_marks import Seen, see_marks
from doccheck.extractors.ocr.pieces import line_pieces
from doccheck.extractors.ocr.reading import PageReading, Straight
from doccheck.extractors.ocr.ticked import ticked_lines
from doccheck.extractors.page.deskew import quarter_turned, skew_angle, turned_back
from doccheck.extractors.page.glance import goes_on, telling
from doccheck.extractors.page.grid import Cell, cell_sides, find_cells, rule_mask
from doccheck.extractors.page.grown import grown_lines
from doccheck.extractors.page.legibility import find_flaws
from doccheck.extractors.page.light import evened, ink, without
from doccheck.extractors.page.orientation import turns_needed
from doccheck.extractors.page.pixels import Image, Matrix
from doccheck.extractors.page.quality import blank, quality_note
from doccheck.extractors.page.red import (
    only_red,
    red_mask,
    red_outside,
    seal_boxes,
    without_red,
)
from doccheck.extractors.page.render import picture_dpi
from doccheck.extractors.page.rings import find_rings, redness
from doccheck.extractors.page.sheet import find_sheet, squared
from doccheck.extractors.page.trued import trued
from doccheck.model.seen import Flaw, PageMarks

POINTS = 72.0  # an inch
NOISE = 0.3  # confidence under which a line is no text
RED_PRINT = 0.9  # confidence from which red ink is print, not the text round a seal
ORNAMENT = 5  # times the same sign: no word
UNREAD = "〓"
"""The printers' sign for a character that is not known: there is ink, nobody could read it."""

INKED_CELL = 0.012  # of a cell's area: ink that is a mark, not dust


@dataclass(slots=True)
class Sheet:
    """A page on its way: its picture, resolution, and the way back to where it lay.

    `plain` is the picture with red ink taken out, `red` the mask of it, None without any.
    """

    image: Image
    plain: Image
    red: Image | None
    dpi: float
    back: Matrix


def read_scan(image: Image, dpi: float, engine: OcrEngine) -> PageReading:
    """Return what stands on the picture of a page."""
    sheet = _straight(image, dpi)
    if blank(ink(sheet.image, sheet.dpi)):
        return _nothing(image, dpi, sheet)
    return _read(image, dpi, sheet, engine.lines(sheet.plain), engine)


def glance_at(image: Image, dpi: float, engine: FindingEngine) -> PageReading:
    """Return a page that only goes on with its top and foot alone, any other one in full.

    What was found or read for the glance is not done again.
    """
    sheet = _straight(image, dpi)
    if blank(ink(sheet.image, sheet.dpi)):
        return _nothing(image, dpi, sheet)
    found = engine.find(sheet.plain)
    quads = [line.quad for line in found]
    first = telling(quads, sheet.image.shape[0])
    lines = engine.read([found[i] for i in first])
    if goes_on(quads, lines) and not quality_note(image, dpi) and not _sealed(sheet):
        mask = ink(sheet.plain, sheet.dpi)
        pieces = line_pieces(lines, mask, sheet.dpi)
        return replace(_reading(sheet, image, dpi), lines=pieces, glanced=True)
    lines += engine.read([line for i, line in enumerate(found) if i not in set(first)])
    place = {quad: at for at, quad in enumerate(quads)}
    return _read(image, dpi, sheet, sorted(lines, key=lambda li: place[li.quad]), engine)


def _nothing(image: Image, dpi: float, sheet: Sheet) -> PageReading:
    empty = _reading(sheet, image, dpi, note=quality_note(image, dpi), blank=True)
    return replace(empty, marks=PageMarks(flaws=(Flaw(ON_PAGE, "blank"),)))


def _sealed(sheet: Sheet) -> bool:
    """Return whether a page bears a seal, red or copied in grey."""
    mask = ink(sheet.plain, sheet.dpi)
    mask = without(mask, rule_mask(mask, sheet.dpi))
    red = sheet.red is not None and find_rings(redness(sheet.image), sheet.dpi, red=True)
    return bool(red or find_rings(mask, sheet.dpi, red=False))


def _read(
    image: Image, dpi: float, sheet: Sheet, lines: list[OcrLine], engine: OcrEngine
) -> PageReading:
    """Return a page's reading, turned upright first where its lines as it lies say so."""
    note = quality_note(image, dpi)
    turns = turns_needed(sheet.plain, lines, engine)
    if turns:
        image = quarter_turned(image, turns)
        sheet = _straight(image, dpi)
        lines = engine.lines(sheet.plain)
    reading = _reading(sheet, image, dpi, turns, note)
    return _with_words(reading, sheet, lines, engine)


def _with_words(
    reading: PageReading, sheet: Sheet, lines: list[OcrLine], engine: OcrEngine
) -> PageReading:
    """Return a page's reading with its pieces of lines and the sides of its cells."""
    mask = ink(sheet.plain, sheet.dpi)
    rules = rule_mask(mask, sheet.dpi)
    tables = find_cells(rules, sheet.dpi)
    mask = without(mask, rules)
    lines = [li for li in lines if li.confidence >= NOISE and not _ornament(li.text)]
    lines = grown_lines(sheet.plain, mask, lines, engine)
    lines += _unread_cells(sheet.plain, mask, tables, lines, engine)
    lines += _red_print(sheet, lines, engine)
    ticked = ticked_lines(sheet.plain, mask, lines, engine, sheet.dpi)
    return replace(
        reading,
        lines=line_pieces(ticked, mask, sheet.dpi),
        rules=tuple(cell_sides(tables, sheet.dpi)),
        marks=_marks(reading, sheet, mask, lines, engine),
    )


def _marks(
    reading: PageReading, sheet: Sheet, mask: Image, lines: list[OcrLine], engine: OcrEngine
) -> PageMarks:
    """Return what is seen on a page besides its text, and what makes it hard to read."""
    marks = see_marks(Seen(sheet.image, sheet.plain, mask, sheet.dpi, lines), engine)
    flaws = find_flaws(sheet.image, sheet.dpi, lines, reading.turns)
    return replace(marks, flaws=tuple(Flaw(ON_PAGE, kind, amount) for kind, amount in flaws))


def _ornament(text: str) -> bool:
    """Return whether a line is a border's pattern (OOOOOO), taken for letters."""
    return len(text) >= ORNAMENT and len(set(text)) <= 2 and not any(c.isdigit() for c in text)


def _straight(image: Image, dpi: float) -> Sheet:
    """Return the page cut out of its photo, its skew turned back, its light evened."""
    back: Matrix = np.eye(3)
    corners = find_sheet(image)
    if corners is not None:
        image, there = squared(image, corners)
        back = back @ np.linalg.inv(there)
        dpi = picture_dpi(image.shape[1], image.shape[0], dpi)
    angle = skew_angle(image)
    if angle:
        image, there = turned_back(image, angle)
        back = back @ np.linalg.inv(there)
    true = trued(image, dpi)
    if true is not None:
        image, there = true
        back = back @ np.linalg.inv(there)
    if corners is not None:
        image = evened(image)
    red = red_mask(image)
    plain = image if red is None else without_red(image, red)
    return Sheet(image, plain, red, dpi, back)


def _reading(
    sheet: Sheet, image: Image, dpi: float, turns: int = 0, note: str = "", blank: bool = False
) -> PageReading:
    height, width = sheet.image.shape[:2]
    unit = POINTS / sheet.dpi
    seen = POINTS / dpi
    back = np.diag([seen, seen, 1.0]) @ sheet.back @ np.diag([1 / unit, 1 / unit, 1.0])
    straight: Straight = tuple(round(float(v), 9) for v in (back / back[2, 2]).ravel())
    return PageReading(
        width=round(width * unit, 1),
        height=round(height * unit, 1),
        turns=turns,
        seen=(round(image.shape[1] * seen, 1), round(image.shape[0] * seen, 1)),
        back=straight,
        note=note,
        blank=blank,
    )


def _middle(line: OcrLine) -> tuple[float, float]:
    return sum(x for x, _ in line.quad) / 4, sum(y for _, y in line.quad) / 4


def _unread_cells(
    image: Image, mask: Image, tables: list[list[Cell]], lines: list[OcrLine], engine: OcrEngine
) -> list[OcrLine]:
    """Return what stands in cells that have ink but no line: found nowhere is not blank."""
    middles = [_middle(line) for line in lines]
    found = []
    for cell in (c for cells in tables for c in cells):
        if any(cell.x0 < x < cell.x1 and cell.top < y < cell.bottom for x, y in middles):
            continue
        x0, y0, x1, y1 = (int(v) for v in cell)
        inside = mask[y0 + 3 : y1 - 3, x0 + 3 : x1 - 3]
        if not inside.size or np.count_nonzero(inside) < INKED_CELL * inside.size:
            continue
        ys, xs = np.nonzero(inside)
        if _crossing(xs, inside.shape[1]) or _crossing(ys, inside.shape[0]):
            continue  # a seal's rim, a line of a drawing
        left, right = x0 + 3 + int(xs.min()), x0 + 4 + int(xs.max())
        upper, lower = y0 + 3 + int(ys.min()), y0 + 4 + int(ys.max())
        [(text, sure)] = engine.texts([image[upper:lower, left:right]])
        if not text.strip() or sure < NOISE:
            text, sure = UNREAD, 0.0
        quad = ((left, upper), (right, upper), (right, lower), (left, lower))
        found.append(OcrLine(text.strip(), sure, quad))
    return found


def _crossing(at: NDArray[np.intp], length: int) -> bool:
    """Return whether ink reaches a side of its cell: print keeps clear of the rules."""
    return bool(at.min() <= 1 or at.max() >= length - 2)


def _red_print(sheet: Sheet, lines: list[OcrLine], engine: OcrEngine) -> list[OcrLine]:
    """Return lines printed in red, which the red channel does not show; no text of seals."""
    if sheet.red is None:
        return []
    seals = seal_boxes(sheet.red, sheet.dpi)
    part = red_outside(sheet.red, seals, sheet.dpi)
    if part is None:
        return []
    x0, y0, x1, y1 = part
    shown = only_red(sheet.image[y0:y1, x0:x1], sheet.red[y0:y1, x0:x1])
    found = [_moved(line, x0, y0) for line in engine.lines(shown)]
    return [
        line for line in found
        if line.confidence >= RED_PRINT and len(line.text.strip()) > 1
        and not any(_overlaps(line, other) for other in lines)
        and not any(_within(line, seal) for seal in seals)
    ]  # fmt: skip


def _moved(line: OcrLine, right: int, down: int) -> OcrLine:
    a, b, c, d = ((x + right, y + down) for x, y in line.quad)
    return replace(line, quad=(a, b, c, d))


def _within(line: OcrLine, box: tuple[int, int, int, int]) -> bool:
    x, y = _middle(line)
    return box[0] < x < box[2] and box[1] < y < box[3]


def _overlaps(one: OcrLine, other: OcrLine) -> bool:
    x, y = _middle(one)
    xs, ys = [p[0] for p in other.quad], [p[1] for p in other.quad]
    return min(xs) < x < max(xs) and min(ys) < y < max(ys)
