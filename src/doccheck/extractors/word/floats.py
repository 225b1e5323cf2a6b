"""Where floating drawings lie, and whether one can see through them."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from doccheck.extractors.word.names import TWIPS_PER_POINT, WP, A, R, W, measure, whole
from doccheck.extractors.word.sections import Section

EMU_PER_POINT = 12_700
FAR = 2000.0  # points: more than any paper; where the file does not say, nothing is off the page

_OFF = frozenset(("", "0", "false"))
_UPRIGHT = 180 * 60_000  # sixtieths of a thousandth of a degree
_SEEN_THROUGH = frozenset(("alpha", "alphaModFix", "clrChange", "alphaMod", "alphaOff"))
_FULL_SHAPES = frozenset(("rect", "roundRect", "flowChartProcess"))


class Sheet(NamedTuple):
    """Paper on which the text runs, in points: of several sections, what holds for all of them.

    `left` is the margin there; `column` is how wide a line of text can be,
    None where the margins differ, the text runs in several columns or nothing is said.
    """

    width: float = FAR
    height: float = FAR
    left: float | None = None
    column: float | None = None


class Float(NamedTuple):
    """A drawing that floats over the page, in points from what it is placed by.

    Attributes:
        across, down: what it is placed by (`page`, `margin`, `column`, `paragraph`…).
        x, y: from there; None where it is aligned instead.
        order: of two that overlap, the one with the higher lies in front.
        above: it lies in front of the text and does not push it aside.
        filled: it is a shape without gaps; `picture` is the relation id of the picture it shows.
        box: the text box in it, None for none.
    """

    across: str
    down: str
    x: float | None
    y: float | None
    width: float
    height: float
    order: int
    above: bool
    filled: bool
    picture: str
    box: etree._Element | None


def sheet_of(body: etree._Element, sections: Iterable[Section]) -> Sheet:
    """Return the paper of a body."""
    papers = [section.paper for section in sections]
    if not papers or None in papers:
        return Sheet()
    width, height = (max(p[side] for p in papers if p) for side in (0, 1))
    margins = [_margins(entry) for entry in body.iter(W + "pgMar")]
    lefts = {left for left, _ in margins}
    wide = min((width - left - right for left, right in margins), default=width)
    several = any(whole(entry.get(W + "num"), 1) > 1 for entry in body.iter(W + "cols"))
    column = None if several or len(set(margins)) > 1 or wide <= 0 else wide
    return Sheet(width, height, lefts.pop() if len(lefts) == 1 else None, column)


def _margins(entry: etree._Element) -> tuple[float, float]:
    left, right = (measure(entry.get(W + side)) or 0.0 for side in ("left", "right"))
    return left / TWIPS_PER_POINT, right / TWIPS_PER_POINT


def float_of(drawing: etree._Element) -> Float | None:
    """Return where a `w:drawing` floats, None for one that stands in the line or is not shown."""
    anchor = drawing.find(WP + "anchor")
    extent = None if anchor is None else anchor.find(WP + "extent")
    if anchor is None or extent is None or not _is_on(anchor.get("simplePos", "0"), False):
        return None
    if anchor.get("hidden", "0") not in _OFF:
        return None
    (across, x), (down, y) = (_position(anchor, f"position{side}") for side in "HV")
    content = anchor.find(f"{A}graphic/{A}graphicData")
    shape = content[0] if content is not None and len(content) == 1 else None
    in_front = anchor.get("behindDoc", "0") in _OFF and anchor.find(WP + "wrapNone") is not None
    return Float(
        across, down, x, y,
        whole(extent.get("cx")) / EMU_PER_POINT, whole(extent.get("cy")) / EMU_PER_POINT,
        whole(anchor.get("relativeHeight")),
        in_front,
        shape is not None and _is_filled(shape),
        "" if shape is None else _picture(shape),
        None if shape is None else next(shape.iter(W + "txbxContent"), None),
    )  # fmt: skip


def _is_on(value: str, wanted: bool) -> bool:
    return (value not in _OFF) == wanted


def _position(anchor: etree._Element, name: str) -> tuple[str, float | None]:
    position = anchor.find(WP + name)
    if position is None:
        return "", None
    offset = position.find(WP + "posOffset")
    points = None if offset is None else whole(offset.text) / EMU_PER_POINT
    return position.get("relativeFrom", ""), points


def _is_filled(shape: etree._Element) -> bool:
    """Return whether a shape is a rectangle of one colour through which nothing is seen."""
    properties = _part(shape, "spPr")
    fill = None if properties is None else properties.find(A + "solidFill")
    form = None if properties is None else properties.find(A + "prstGeom")
    if properties is None or fill is None or form is None or _is_turned(properties):
        return False
    return form.get("prst") in _FULL_SHAPES and not _is_seen_through(fill)


def _picture(shape: etree._Element) -> str:
    """Return the relation id of the picture that a drawing is, empty for none or a cut-out."""
    properties, fill = _part(shape, "spPr"), _part(shape, "blipFill")
    blip = None if fill is None else fill.find(A + "blip")
    if properties is None or blip is None or _is_turned(properties) or _is_seen_through(blip):
        return ""
    form = properties.find(A + "prstGeom")
    whole_picture = form is None or form.get("prst") == "rect"
    return blip.get(R + "embed", "") if whole_picture else ""


def _part(shape: etree._Element, name: str) -> etree._Element | None:
    parts = (part for part in shape if isinstance(part.tag, str))
    return next((part for part in parts if etree.QName(part).localname == name), None)


def _is_turned(properties: etree._Element) -> bool:
    form = properties.find(A + "xfrm")
    return form is not None and bool(whole(form.get("rot")) % _UPRIGHT)


def _is_seen_through(fill: etree._Element) -> bool:
    names = (etree.QName(e).localname for e in fill.iter() if isinstance(e.tag, str))
    return any(name in _SEEN_THROUGH for name in names)
