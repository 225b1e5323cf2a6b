"""What the styles of an OpenDocument text say: looks, lists, paper; and how to ask its elements."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.flow import MAX_SPAN
from doccheck.extractors.word.colours import AUTO, UNKNOWN, WHITE
from doccheck.extractors.word.looks import RunLook
from doccheck.extractors.word.visibility import PAPER, Surface
from doccheck.extractors.zipped import first, named

MAX_CHAIN = 20  # styles based on one another; a circle ends here

_LAID = (
    "paragraph-properties", "table-properties", "table-row-properties", "table-cell-properties",
    "section-properties",
)  # fmt: skip
"""Properties that lay a colour behind all the text in them."""

_EFFECTS = (("text-outline", "false"), ("text-shadow", "none"), ("font-relief", "none"))
"""Effects that show letters of whatever colour, each with its word for "off"."""

_HEX = re.compile("#[0-9A-Fa-f]{6}")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: the style it is based on, size, bold, centred, hidden, page break.

    `ink` is the colour of the letters; `ground` lies behind them, `behind` behind the paragraph,
    table, row, cell or section (see `word.colours`; empty where nothing is said). `scale` is the
    letters' width in per cent; `below` tells that a drawing lies behind the text.
    """

    parent: str = ""
    size: float = 0.0
    bold: bool | None = None
    centred: bool | None = None
    hidden: bool = False
    breaks: bool = False
    ink: str = ""
    ground: str = ""
    behind: str = ""
    scale: int = 0
    below: bool = False


def count(element: etree._Element, name: str) -> int:
    """Return how often something is repeated or how far it spans, at least 1."""
    value = attribute(element, name)
    return max(1, min(int(value), MAX_SPAN)) if value.isdigit() and len(value) < 8 else 1


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its name, whatever its namespace."""
    return element.get(attribute_name(element, name)) or ""


def attribute_name(element: etree._Element, name: str) -> str:
    """Return the full name of an attribute, whatever its namespace."""
    keys = (str(key) for key in element.attrib)
    return next((key for key in keys if key.rsplit("}", 1)[-1] == name), name)


def looks(root: etree._Element) -> dict[str, Style]:
    """Return the styles of a part by their names."""
    found: dict[str, Style] = {}
    for group in named(root, "styles", "automatic-styles"):
        for style in named(group, "style"):
            found[attribute(style, "name")] = _look(style)
    return found


class StyleBook:
    """The styles of a file by their names, each over those that it is based on."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles

    def __iter__(self) -> Iterator[Style]:
        return iter(self._styles.values())

    def said(self, style: str, what: str) -> object:
        """Return what a style or those it is based on say, None where they say nothing."""
        for _ in range(MAX_CHAIN):
            known = self._styles.get(style)
            if known is None:
                return None
            value = getattr(known, what)
            if value not in (None, 0.0, False, ""):
                return value
            style = known.parent
        return None

    def laid(self, style: str, what: str) -> str | None:
        """Return a colour that a style gives, None where it gives none."""
        colour = self.said(style, what)
        return colour if isinstance(colour, str) else None

    def letters(self, style: str, around: RunLook) -> RunLook:
        """Return how letters of a style look inside others."""
        own, size, scale = (self.said(style, what) for what in ("bold", "size", "scale"))
        return RunLook(
            size=size if isinstance(size, float) else around.size,
            bold=around.bold if own is None else bool(own),
            hidden=around.hidden or bool(self.said(style, "hidden")),
            ink=self.laid(style, "ink") or around.ink,
            ground=self.laid(style, "ground") or around.ground,
            scale=scale if isinstance(scale, int) else around.scale,
        )


def _look(style: etree._Element) -> Style:
    text, paragraph = _said(style, "text-properties"), _said(style, "paragraph-properties")
    display = text.get("display", "") or _said(style, "section-properties").get("display", "")
    weight, alignment = text.get("font-weight", ""), paragraph.get("text-align", "")
    scale = text.get("text-scale", "").removesuffix("%")
    return Style(
        parent=attribute(style, "parent-style-name"),
        size=_length(text.get("font-size", "")),
        bold=weight in ("bold", "700") if weight else None,
        centred=alignment == "center" if alignment else None,
        hidden=display == "none",
        breaks=paragraph.get("break-before") == "page",
        ink=_ink(text),
        ground=filled(text),
        behind=next(filter(None, (filled(_said(style, kind)) for kind in _LAID)), ""),
        scale=int(scale) if scale.isdigit() and len(scale) < 5 else 0,
        below=_said(style, "graphic-properties").get("run-through") == "background",
    )


def _said(style: etree._Element, kind: str) -> dict[str, str]:
    """Return the properties of one kind by their names, whatever their namespace."""
    properties = first(style, kind)
    if properties is None:
        return {}
    said = {str(k).rsplit("}", 1)[-1]: str(v) for k, v in properties.attrib.items()}
    image = first(properties, "background-image")
    if image is not None and len(image.attrib):
        said["background-image"] = "yes"
    return said


def filled(said: Mapping[str, str]) -> str:
    """Return the colour that properties lay behind text, empty where they say nothing of it."""
    if said.get("background-image", "none") != "none":
        return UNKNOWN
    colour = said.get("background-color", "")
    if not colour or colour == "transparent":
        return AUTO if colour else ""
    return _hex(colour)


def _ink(said: Mapping[str, str]) -> str:
    if any(said.get(effect, plain) != plain for effect, plain in _EFFECTS):
        return UNKNOWN
    if said.get("use-window-font-color") == "true":
        return AUTO
    colour = said.get("color", "")
    return _hex(colour) if colour else ""


def _hex(colour: str) -> str:
    return colour[1:].upper() if _HEX.fullmatch(colour) else UNKNOWN


def _length(text: str) -> float:
    """Return a length in points, 0 where it is none."""
    unit = _POINTS.get(text[-2:], 0.0)
    try:
        return round(float(text[:-2]) * unit, 2) if unit else 0.0
    except ValueError:
        return 0.0


def sheet(styles: etree._Element, looks: Iterable[Style]) -> Surface:
    """Return what the body stands on: white paper, another colour, perhaps a picture."""
    automatic = first(styles, "automatic-styles")
    layouts = named(automatic, "page-layout") if automatic is not None else ()
    colours = {filled(_said(layout, "page-layout-properties")) for layout in layouts}
    if colours - {"", AUTO, WHITE}:
        return Surface(UNKNOWN, sure=False)
    return Surface(sure=False) if any(look.below for look in looks) else PAPER


def list_forms(root: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the levels of each list style by its name."""
    return {
        attribute(style, "name"): list(style)
        for group in named(root, "styles", "automatic-styles")
        for style in named(group, "list-style")
    }


def paper(styles: etree._Element) -> Iterator[tuple[float, float]]:
    """Yield the paper sizes in points."""
    automatic = first(styles, "automatic-styles")
    for layout in named(automatic, "page-layout") if automatic is not None else ():
        properties = first(layout, "page-layout-properties")
        if properties is not None:
            width, height = (attribute(properties, f"page-{side}") for side in ("width", "height"))
            size = (_length(width), _length(height))
            if all(size):
                yield size
