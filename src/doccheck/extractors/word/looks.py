"""What the properties of runs and paragraphs say, and how one set of them lies over another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from doccheck.extractors.word import colours, ticks
from doccheck.extractors.word.names import TWIPS_PER_POINT, VAL, W14, W, is_on, measure, whole

BODY_LEVEL = 0  # outline level 9 of the file: explicitly body text
OUTLINE_LEVELS = 9


class RunLook(NamedTuple):
    """What a run's properties say; None where they say nothing.

    `symbol_font` is the font where it is one of signs, empty where it is one of letters; `ink`
    and `ground` are colours of the letters and behind them (see `colours`); `scale` is the
    letters' width in per cent, `spacing` the points between them.
    """

    size: float | None = None
    bold: bool | None = None
    hidden: bool | None = None
    symbol_font: str | None = None
    ink: str | None = None
    ground: str | None = None
    scale: int | None = None
    spacing: float | None = None


@dataclass(frozen=True, slots=True)
class Indent:
    """Indents in twips, or in hundredths of a character where the names say so."""

    left: float | None = None
    left_chars: float | None = None
    first: float | None = None
    first_chars: float | None = None

    def over(self, below: "Indent") -> "Indent":
        """Return this indent with the gaps filled from the one below it."""
        own_first = self.first is not None or self.first_chars is not None
        own_left = self.left is not None or self.left_chars is not None
        left, first = self if own_left else below, self if own_first else below
        return Indent(left.left, left.left_chars, first.first, first.first_chars)

    def points(self, size: float) -> float:
        """Return where the first line begins, in points, for a font size in points."""
        total = 0.0
        for twips, chars in ((self.left, self.left_chars), (self.first, self.first_chars)):
            total += chars / 100 * size if chars else (twips or 0.0) / TWIPS_PER_POINT
        return round(total, 2)


NO_INDENT = Indent()


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph's properties say; None where they say nothing.

    `num_id` and `num_level` are the list and its level; `level` is 1–9, `BODY_LEVEL` for none.
    `ground` is the colour behind the paragraph; `line` the exact height of its lines in points,
    0 where it is not exact.
    """

    centred: bool | None = None
    to_the_left: bool | None = None
    indent: Indent = NO_INDENT
    level: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    break_before: bool | None = None
    ground: str | None = None
    line: float | None = None


def run_look(properties: etree._Element) -> RunLook:
    """Return what a `w:rPr` says."""
    said: dict[str, object] = {}
    for entry in properties:
        reading = _RUN_READINGS.get(entry.tag)
        if reading is not None:
            said[reading[0]] = reading[1](entry)
    if not said:
        return SAID_NOTHING
    for key, stronger in (("ink", "fill"), ("ground", "marker")):
        if stronger in said:
            said[key] = said.pop(stronger)
    if said.pop("effects", False):
        said["ink"] = colours.UNKNOWN
    return RunLook(**said)  # type: ignore[arg-type]


def paragraph_look(properties: etree._Element) -> ParagraphLook:
    """Return what a `w:pPr` says about the paragraph itself."""
    said: dict[str, object] = {}
    for entry in properties:
        tag = entry.tag
        if tag == _ALIGNMENT:
            said["centred"] = entry.get(VAL) == "center"
            said["to_the_left"] = entry.get(VAL) in _TO_THE_LEFT
        elif tag == _INDENT:
            said["indent"] = indent(entry)
        elif tag == _OUTLINE:
            level = whole(entry.get(VAL), OUTLINE_LEVELS)
            said["level"] = level + 1 if 0 <= level < OUTLINE_LEVELS else BODY_LEVEL
        elif tag == _BREAK_BEFORE:
            said["break_before"] = is_on(entry)
        elif tag == _NUMBERING:
            said.update(_numbering(entry))
        elif tag == _SHADING:
            said["ground"] = colours.shaded(entry)
        elif tag == _SPACING:
            said["line"] = _exact_line(entry)
    return ParagraphLook(**said) if said else NOTHING_SAID  # type: ignore[arg-type]


def indent(entry: etree._Element) -> Indent:
    """Return what a `w:ind` says; a hanging first line is a negative one."""
    get = entry.get
    first, chars = measure(get(W + "firstLine")), measure(get(W + "firstLineChars"))
    hanging, hanging_chars = measure(get(W + "hanging")), measure(get(W + "hangingChars"))
    return Indent(
        left=measure(get(W + "left") or get(W + "start")),
        left_chars=measure(get(W + "leftChars") or get(W + "startChars")),
        first=first if hanging is None else -hanging,
        first_chars=-hanging_chars if hanging_chars else chars,
    )


def run_over(top: RunLook, below: RunLook) -> RunLook:
    """Return one run's look with its gaps filled from the one below it."""
    return RunLook(
        below.size if top.size is None else top.size,
        below.bold if top.bold is None else top.bold,
        below.hidden if top.hidden is None else top.hidden,
        below.symbol_font if top.symbol_font is None else top.symbol_font,
        below.ink if top.ink is None else top.ink,
        below.ground if top.ground is None else top.ground,
        below.scale if top.scale is None else top.scale,
        below.spacing if top.spacing is None else top.spacing,
    )


def paragraph_over(top: ParagraphLook, below: ParagraphLook) -> ParagraphLook:
    """Return one paragraph's look with its gaps filled from the one below it."""
    return ParagraphLook(
        centred=below.centred if top.centred is None else top.centred,
        to_the_left=below.to_the_left if top.to_the_left is None else top.to_the_left,
        indent=top.indent.over(below.indent),
        level=below.level if top.level is None else top.level,
        num_id=below.num_id if top.num_id is None else top.num_id,
        num_level=below.num_level if top.num_level is None else top.num_level,
        break_before=below.break_before if top.break_before is None else top.break_before,
        ground=below.ground if top.ground is None else top.ground,
        line=below.line if top.line is None else top.line,
    )


def _numbering(entry: etree._Element) -> dict[str, object]:
    num_id, level = entry.find(W + "numId"), entry.find(W + "ilvl")
    return {
        "num_id": None if num_id is None else num_id.get(VAL),
        "num_level": None if level is None else whole(level.get(VAL)),
    }


def _exact_line(spacing: etree._Element) -> float | None:
    """Return the exact height of lines in points, 0 for another rule, None where none is given."""
    line = measure(spacing.get(W + "line"))
    if line is None:
        return None
    return abs(line) / TWIPS_PER_POINT if spacing.get(W + "lineRule") == "exact" else 0.0


def _size(entry: etree._Element) -> float | None:
    half_points = measure(entry.get(VAL))
    return half_points / 2 if half_points else None


def _scale(entry: etree._Element) -> int | None:
    return whole((entry.get(VAL) or "").removesuffix("%")) or None


def _letter_spacing(entry: etree._Element) -> float:
    return (measure(entry.get(VAL)) or 0.0) / TWIPS_PER_POINT


def _symbol_font(fonts: etree._Element) -> str | None:
    """Return the symbol font of Latin letters, "" for another font, None where none is named."""
    basic, latin = fonts.get(_BASIC_LATIN), fonts.get(_HIGH_LATIN)
    if basic and ticks.is_symbol_font(basic):
        return basic
    if latin and latin != basic and ticks.is_symbol_font(latin):
        return latin
    return "" if basic or latin else None


_BASIC_LATIN = W + "ascii"
_HIGH_LATIN = W + "hAnsi"
_ALIGNMENT = W + "jc"
_TO_THE_LEFT = frozenset(("left", "start", "both"))
_INDENT = W + "ind"
_OUTLINE = W + "outlineLvl"
_BREAK_BEFORE = W + "pageBreakBefore"
_NUMBERING = W + "numPr"
_SHADING = W + "shd"
_SPACING = W + "spacing"
_RUN_READINGS: dict[str, tuple[str, Callable[[etree._Element], object]]] = {
    W + "sz": ("size", _size),
    W + "b": ("bold", is_on),
    W + "vanish": ("hidden", is_on),
    W + "rFonts": ("symbol_font", _symbol_font),
    W + "color": ("ink", colours.ink),
    W14 + "textFill": ("fill", colours.filled),
    _SHADING: ("ground", colours.shaded),
    W + "highlight": ("marker", colours.highlighted),
    W + "w": ("scale", _scale),
    _SPACING: ("spacing", _letter_spacing),
    **dict.fromkeys(colours.EFFECTS, ("effects", is_on)),
}
"""What of a run's properties is read, and as what."""
SAID_NOTHING = RunLook()
NOTHING_SAID = ParagraphLook()
