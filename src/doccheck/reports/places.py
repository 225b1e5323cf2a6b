"""Places in words: `table[0].cell[2,1]` is 表1第3行第2列 to a reader."""

import re
from collections.abc import Callable

from doccheck.model.places import Place
from doccheck.model.report import Location

_PART = re.compile(r"(paragraph|table|cell|sheet|picture)\[([^\]]*)\]")
_NAMES: dict[str, dict[str, str]] = {
    "zh": {
        "page": "第{0}页", "paragraph": "第{0}段", "table": "表{0}", "cell": "第{0}行第{1}列",
        "sheet": "工作表“{0}”", "picture": "图{0}", "joint": " ", "file": " ",
    },
    "en": {
        "page": "page {0}", "paragraph": "block {0}", "table": "table {0}",
        "cell": "row {0} column {1}", "sheet": "sheet “{0}”", "picture": "picture {0}",
        "joint": ", ", "file": ", ",
    },
}  # fmt: skip


def location_of(place: Place) -> Location:
    """Return the report's form of a place, without its file; boxes to a tenth of a point."""
    box = place.box
    bbox = None
    if box is not None:
        bbox = (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))
    if place.anchor.startswith("picture["):  # in a Word file: page and box are the picture's
        return Location(anchor=place.anchor)
    return Location(page=place.page, bbox=bbox, anchor=place.anchor or None)


def place_in_words(file: str, location: Location, lang: str) -> str:
    """Return file, page and place on it as a reader would say them."""
    names = _NAMES[lang]
    within = [names["page"].format(location.page)] if location.page is not None else []
    within += _anchor_in_words(location.anchor or "", names)
    return names["file"].join(part for part in (file, names["joint"].join(within)) if part)


def _anchor_in_words(anchor: str, names: dict[str, str]) -> list[str]:
    parts = _PART.findall(anchor)
    if not parts:
        return [anchor] if anchor else []
    return [names[kind].format(*_counted(kind, inner)) for kind, inner in parts]


def _counted(kind: str, inner: str) -> list[str]:
    """Return the numbers of an anchor counted from 1, as people count."""
    if kind == "sheet":
        return [inner]
    shift: Callable[[str], str] = lambda n: str(int(n) + 1) if n.strip().isdigit() else n  # noqa: E731
    numbers = [shift(n) for n in inner.split(",")]
    return numbers + [""] * (2 - len(numbers)) if kind == "cell" else numbers
