"""What the styles of an OpenDocument text say: looks, lists, paper; and how to ask its elements."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.flow import MAX_SPAN
from doccheck.extractors.zipped import first, named

_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: the style it is based on, size, bold, centred, hidden, page break."""

    parent: str = ""
    size: float = 0.0
    bold: bool | None = None
    centred: bool | None = None
    hidden: bool = False
    breaks: bool = False


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


def _look(style: etree._Element) -> Style:
    text, paragraph = first(style, "text-properties"), first(style, "paragraph-properties")
    weight = attribute(text, "font-weight") if text is not None else ""
    alignment = attribute(paragraph, "text-align") if paragraph is not None else ""
    return Style(
        parent=attribute(style, "parent-style-name"),
        size=_length(attribute(text, "font-size")) if text is not None else 0.0,
        bold=weight in ("bold", "700") if weight else None,
        centred=alignment == "center" if alignment else None,
        hidden=text is not None and attribute(text, "display") == "none",
        breaks=paragraph is not None and attribute(paragraph, "break-before") == "page",
    )


def _length(text: str) -> float:
    """Return a length in points, 0 where it is none."""
    unit = _POINTS.get(text[-2:], 0.0)
    try:
        return round(float(text[:-2]) * unit, 2) if unit else 0.0
    except ValueError:
        return 0.0


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
