"""Pictures on the sheets of a workbook (.xlsx): drawn over the cells, or put into one by WPS."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.fingerprints import NOTHING_KNOWN, Fingerprint, fingerprint
from doccheck.extractors.zipped import Zipped, first, local, open_zipped, resolved
from doccheck.model.document import Picture
from doccheck.model.files import SourceFile
from doccheck.model.places import Place

MAX_PICTURES = 500  # of one workbook
_WORKBOOK = "xl/workbook.xml"
_CELL_PICTURES = "xl/cellimages.xml"
_IN_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*>(?:<f[^<>]*>)[^<>]{0,40}DISPIMG\((?:&quot;|")(\w{1,60})'
)
"""A cell that shows a picture in WPS: its column and row, and the picture's name."""

Square = tuple[int, int]


class Shown(NamedTuple):
    """A picture on a sheet: name of the sheet, row and column (0-based), part that holds it."""

    sheet: str
    square: Square
    part: str
    floating: bool


def pictures_on(source: SourceFile, blocks: dict[str, int]) -> tuple[Picture, ...]:
    """Return the pictures on the sheets that are read; `blocks` are their tables' indexes.

    A workbook whose parts are damaged there is one without pictures.
    """
    found: list[Picture] = []
    known: dict[str, Fingerprint] = {}
    try:
        with open_zipped(source) as package:
            for shown in list(_shown(package, tuple(blocks)))[:MAX_PICTURES]:
                if shown.part not in known:
                    known[shown.part] = _looked_at(package, shown.part)
                found.append(_picture(source.path, shown, known[shown.part], blocks[shown.sheet]))
    except UnreadableFileError:
        return tuple(found)
    return tuple(found)


def workbook_picture(source: SourceFile, sha256: str) -> bytes:
    """Return the bytes of the picture with a fingerprint, empty where there is none."""
    with open_zipped(source) as package:
        for name in package.names():
            if name.startswith("xl/media/"):
                content = package.data(name)
                if fingerprint(content).sha256 == sha256:
                    return content
    return b""


def _picture(file: str, shown: Shown, known: Fingerprint, block: int) -> Picture:
    row, column = shown.square
    place = Place(file, anchor=f"sheet[{shown.sheet}].cell[{row},{column}]")
    return Picture(
        place, *known.size, known.sha256, block if block >= 0 else None, shown.floating,
        known.appearance, known.likeness,
    )  # fmt: skip


def _looked_at(package: Zipped, part: str) -> Fingerprint:
    return fingerprint(package.data(part)) if package.has(part) else NOTHING_KNOWN


def _shown(package: Zipped, sheets: Sequence[str]) -> Iterator[Shown]:
    """Yield the pictures, sheet by sheet in the order given."""
    parts = _sheet_parts(package)
    in_cells = _named_pictures(package)
    for sheet in sheets:
        part = parts.get(sheet, "")
        if not package.has(part):
            continue
        for drawing, kind in _related(package, part).values():
            if kind == "drawing" and package.has(drawing):
                for square, picture in _drawn(package, drawing):
                    yield Shown(sheet, square, picture, True)
        for column, row, name in _IN_CELL.findall(package.data(part)) if in_cells else ():
            picture = in_cells.get(name.decode("ascii", "replace"), "")
            if picture:
                yield Shown(sheet, (int(row) - 1, _column(column)), picture, False)


def _sheet_parts(package: Zipped) -> dict[str, str]:
    """Return the part of each sheet by its name."""
    targets = _related(package, _WORKBOOK)
    sheets = first(package.xml(_WORKBOOK), "sheets")
    found: dict[str, str] = {}
    for sheet in sheets if sheets is not None else ():
        target = targets.get(_relation(sheet, "id"))
        if target:
            found[sheet.get("name", "")] = target[0]
    return found


def _drawn(package: Zipped, drawing: str) -> Iterator[tuple[Square, str]]:
    """Yield the pictures of a drawing: the square at their top-left corner, their part."""
    targets = _related(package, drawing)
    for anchor in package.xml(drawing):
        start = first(anchor, "from")
        square = (_number(start, "row"), _number(start, "col")) if start is not None else (0, 0)
        for element in anchor.iter():
            target = targets.get(_relation(element, "embed")) if local(element) == "blip" else None
            if target:
                yield square, target[0]


def _named_pictures(package: Zipped) -> dict[str, str]:
    """Return the parts of pictures that stand in cells, by the names that formulas call them."""
    found: dict[str, str] = {}
    if not package.has(_CELL_PICTURES):
        return found
    targets = _related(package, _CELL_PICTURES)
    for picture in package.xml(_CELL_PICTURES).iter():
        if local(picture) == "pic":
            parts = {local(e): e for e in picture.iter()}
            if {"cNvPr", "blip"} <= parts.keys():
                target = targets.get(_relation(parts["blip"], "embed"))
                found[parts["cNvPr"].get("name", "")] = target[0] if target else ""
    return found


def _related(package: Zipped, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part points to by relation id: part and kind."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if not package.has(relations):
        return {}
    return {
        entry.get("Id", ""): (
            resolved(part, entry.get("Target", "")), entry.get("Type", "").rsplit("/", 1)[-1],
        )
        for entry in package.xml(relations)
        if entry.get("TargetMode", "") != "External"
    }  # fmt: skip


def _relation(element: etree._Element, name: str) -> str:
    """Return the relation id that an element names, whatever the namespace of relations."""
    found = (v for k, v in element.attrib.items() if str(k).endswith(f"relationships}}{name}"))
    return str(next(found, ""))


def _number(parent: etree._Element, name: str) -> int:
    child = first(parent, name)
    text = (child.text or "").strip() if child is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number - 1
