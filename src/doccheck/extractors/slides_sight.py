"""What on a slide is not seen: text off it, under something in front, tiny, or in its ground.

Only what the file says outright is judged: colours given by the run itself, grounds by its shape
or by the background of slide, layout or master where nothing else is drawn. Slides whose parts
come and go (animations) may show each of them at its time, so that nothing covers there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from doccheck.extractors.word.colours import UNKNOWN, WHITE
from doccheck.extractors.word.looks import RunLook
from doccheck.extractors.word.visibility import Surface, Unseen, unseen
from doccheck.extractors.zipped import Zipped, first, local, named, resolved
from doccheck.model.places import Box

EMU_PER_POINT = 12_700
MAX_SHAPES = 2000  # of one slide
COVERED = Unseen("covered", False)
OFF_SLIDE = Unseen("outside", False)

_SHAPES = frozenset(("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"))


class Slide(NamedTuple):
    """A slide: what its text stands on where a shape says nothing, and why shapes are not seen."""

    surface: Surface
    concealed: Mapping[etree._Element, Unseen]

    def unseen(self, run: etree._Element, shape: etree._Element | None) -> Unseen | None:
        """Return why a run of a shape (None: of a table) is not seen, None where it is."""
        if shape is not None and shape in self.concealed:
            return self.concealed[shape]
        properties = first(run, "rPr")
        if properties is None:
            return None
        size = properties.get("sz", "")
        look = RunLook(
            size=int(size) / 100 if size.isdigit() and len(size) < 7 else None,
            ink=_solid(properties) or UNKNOWN,
        )
        return unseen(look, 0.0, _surface(shape, self.surface))


def slide_of(package: Zipped, part: str, root: etree._Element, size: tuple[float, float]) -> Slide:
    """Return what is known of a slide; `size` in points, (0, 0) where not known."""
    tree = first(root, "cSld", "spTree")
    shapes = [s for s in tree if local(s) in _SHAPES][:MAX_SHAPES] if tree is not None else []
    animated = first(root, "timing") is not None
    concealed: dict[etree._Element, Unseen] = {}
    for at, shape in enumerate(shapes):
        box = _box(shape)
        if box is None:
            continue
        if all(size) and _is_off(box, size):
            concealed[shape] = OFF_SLIDE
        elif not animated and any(_hides(front, box) for front in shapes[at + 1 :]):
            concealed[shape] = COVERED
    alone = sum(local(s) in ("sp", "pic", "grpSp") for s in shapes) == 1
    ground = _background(package, part, root) if alone else UNKNOWN
    return Slide(Surface(ground, sure=False), concealed)


def slide_size(package: Zipped) -> tuple[float, float]:
    """Return the size of the slides in points, (0, 0) where it is not known."""
    name = "ppt/presentation.xml"
    size = first(package.xml(name), "sldSz") if package.has(name) else None
    return (0.0, 0.0) if size is None else (_points(size, "cx"), _points(size, "cy"))


def _points(element: etree._Element, name: str) -> float:
    value = element.get(name, "")
    digits = value.removeprefix("-")
    return int(value) / EMU_PER_POINT if digits.isdigit() and len(digits) < 16 else 0.0


def _box(shape: etree._Element) -> Box | None:
    properties = first(shape, "spPr")
    if properties is None:
        properties = first(shape, "grpSpPr")
    form = first(properties, "xfrm") if properties is not None else None
    at, extent = (None, None) if form is None else (first(form, "off"), first(form, "ext"))
    if form is None or at is None or extent is None or form.get("rot", "0") != "0":
        return None
    x, y = _points(at, "x"), _points(at, "y")
    return Box(x, y, x + _points(extent, "cx"), y + _points(extent, "cy"))


def _is_off(box: Box, size: tuple[float, float]) -> bool:
    return box.x1 <= 0 or box.bottom <= 0 or box.x0 >= size[0] or box.top >= size[1]


def _hides(front: etree._Element, box: Box) -> bool:
    """Return whether a filled rectangle without words, drawn later, holds all of a box."""
    over = _box(front)
    if over is None or local(front) != "sp" or not _is_full(front):
        return False
    across = over.x0 <= box.x0 and over.x1 >= box.x1
    return across and over.top <= box.top and over.bottom >= box.bottom


def _is_full(shape: etree._Element) -> bool:
    properties = first(shape, "spPr")
    form = first(properties, "prstGeom") if properties is not None else None
    fill = first(properties, "solidFill") if properties is not None else None
    if form is None or fill is None or form.get("prst") != "rect":
        return False
    return not any(local(e).startswith("alpha") for e in fill.iter())


def _surface(shape: etree._Element | None, slide: Surface) -> Surface:
    """Return what the text of a shape stands on."""
    properties = None if shape is None else first(shape, "spPr")
    if shape is None or properties is None or first(shape, "style") is not None:
        return Surface(UNKNOWN)
    fills = [local(e) for e in properties if local(e).endswith("Fill")]
    if fills == ["solidFill"]:
        return Surface(_solid(properties) or UNKNOWN)
    is_placeholder = first(shape, "nvSpPr", "nvPr", "ph") is not None
    return slide if fills in ([], ["noFill"]) and not is_placeholder else Surface(UNKNOWN)


def _solid(properties: etree._Element) -> str:
    """Return the colour that a plain fill gives outright, empty where it does not."""
    colour = first(properties, "solidFill", "srgbClr")
    return "" if colour is None or len(colour) else colour.get("val", "").upper()


def _background(package: Zipped, part: str, root: etree._Element) -> str:
    """Return the colour of a slide, `UNKNOWN` where anything else may be drawn on it."""
    chain = list(_masters(package, part, root))
    drawn = (s for above in chain[1:] for s in _fixed(above))
    if len(chain) < 3 or any(True for _ in drawn):
        return UNKNOWN
    for layer in chain:
        background = first(layer, "cSld", "bg")
        if background is not None:
            return _colour_of(background)
    return WHITE


def _masters(package: Zipped, part: str, root: etree._Element) -> Iterator[etree._Element]:
    """Yield a slide, its layout and its master, as far as they are there."""
    yield root
    for kind in ("slideLayout", "slideMaster"):
        part = _related(package, part, kind)
        if not package.has(part):
            return
        yield package.xml(part)


def _related(package: Zipped, part: str, kind: str) -> str:
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    for entry in package.xml(relations) if package.has(relations) else ():
        if entry.get("Type", "").endswith(f"/{kind}"):
            return resolved(part, entry.get("Target", ""))
    return ""


def _fixed(layer: etree._Element) -> Sequence[etree._Element]:
    """Return what a layout or master draws on its slides: all but the places for text."""
    tree = first(layer, "cSld", "spTree")
    shapes = [s for s in tree if local(s) in _SHAPES] if tree is not None else []
    return [s for s in shapes if not any(local(e) == "ph" for e in s.iter())]


def _colour_of(background: etree._Element) -> str:
    """Return a background's colour; the lighter paper of a theme is taken for white."""
    properties = first(background, "bgPr")
    if properties is not None:
        return _solid(properties) or UNKNOWN
    named_colour = next(named(background, "bgRef"), None)
    scheme = None if named_colour is None else first(named_colour, "schemeClr")
    plain = named_colour is not None and named_colour.get("idx") == "1001"
    is_paper = scheme is not None and scheme.get("val") in ("bg1", "lt1") and not len(scheme)
    return WHITE if plain and is_paper else UNKNOWN
