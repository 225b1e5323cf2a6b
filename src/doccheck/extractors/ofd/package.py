"""The parts of an OFD file: documents, pages, templates, resources, seals."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.appearance import appearance_of
from doccheck.extractors.fingerprints import pixel_size
from doccheck.extractors.ofd.geometry import numbers
from doccheck.extractors.pdf.objects import Drawing
from doccheck.extractors.zipped import Zipped, first, local, named, resolved
from doccheck.model.places import Box

A4_MM = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page: its own content, those of its templates, its size and origin in millimetres."""

    identity: str
    area: tuple[float, ...]
    contents: tuple[etree._Element, ...]


@dataclass(slots=True)
class Body:
    """One document of an OFD file (a file may hold several).

    Attributes:
        root: name of its `Document.xml`.
        media: number of a picture → part that holds it.
        stamps: page's number → where seals of digital signatures stand, in millimetres.
    """

    root: str
    document: etree._Element
    media: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, list[tuple[float, ...]]] = field(default_factory=dict)


def bodies(package: Zipped) -> Iterator[Body]:
    """Yield the documents of a file in order."""
    for entry in named(package.xml("OFD.xml"), "DocBody"):
        root = first(entry, "DocRoot")
        if root is None or not root.text:
            continue
        name = resolved("OFD.xml", root.text.strip())
        body = Body(name, package.xml(name))
        _read_media(package, body)
        signatures = first(entry, "Signatures")
        if signatures is not None and signatures.text:
            _read_stamps(package, body, resolved("OFD.xml", signatures.text.strip()))
        yield body


def pages(package: Zipped, body: Body) -> Iterator[PageParts | None]:
    """Yield the pages of a document; None for one that is damaged."""
    common = first(body.document, "CommonData")
    templates = {
        t.get("ID", ""): t.get("BaseLoc", "")
        for t in (named(common, "TemplatePage") if common is not None else ())
    }
    usual = _area(common, "PageArea") or A4_MM
    listed = first(body.document, "Pages")
    for entry in named(listed, "Page") if listed is not None else ():
        try:
            yield _page(package, body, entry, templates, usual)
        except UnreadableFileError:
            yield None


def _page(
    package: Zipped,
    body: Body,
    entry: etree._Element,
    templates: dict[str, str],
    usual: tuple[float, ...],
) -> PageParts:
    root = package.xml(resolved(body.root, entry.get("BaseLoc", "")))
    under: list[etree._Element] = []
    over: list[etree._Element] = []
    for template in named(root, "Template"):
        place = templates.get(template.get("TemplateID", ""))
        if place and package.has(resolved(body.root, place)):
            kept = over if template.get("ZOrder", "").lower() == "foreground" else under
            kept.append(package.xml(resolved(body.root, place)))
    return PageParts(entry.get("ID", ""), _area(root, "Area") or usual, (*under, root, *over))


def _area(parent: etree._Element | None, name: str) -> tuple[float, ...] | None:
    area = first(parent, name) if parent is not None else None
    box = first(area, "PhysicalBox") if area is not None else None
    values = tuple(numbers(box.text)) if box is not None else ()
    return values if len(values) == 4 and values[2] > 0 and values[3] > 0 else None


def annotations(package: Zipped, body: Body) -> dict[str, list[etree._Element]]:
    """Return what annotations show, by the page's number."""
    found: dict[str, list[etree._Element]] = {}
    listed = first(body.document, "Annotations")
    if listed is None or not listed.text:
        return found
    index = resolved(body.root, listed.text.strip())
    try:
        for page in named(package.xml(index), "Page"):
            file = first(page, "FileLoc")
            if file is not None and file.text:
                root = package.xml(resolved(index, file.text.strip()))
                found.setdefault(page.get("PageID", ""), []).extend(
                    shown
                    for note in named(root, "Annot")
                    if note.get("Visible", "true").lower() != "false"
                    for shown in named(note, "Appearance")
                )
    except UnreadableFileError:
        return found
    return found


def picture(package: Zipped, body: Body, number: str, box: Box, order: int) -> Drawing | None:
    """Return a picture on the page, None where the file does not hold it."""
    part = body.media.get(number)
    if part is None or not package.has(part):
        return None
    content = package.data(part)
    size = pixel_size(content)
    digest = hashlib.sha256(content).hexdigest()
    return Drawing(box, *size, digest, order, appearance=appearance_of(content))


def _read_media(package: Zipped, body: Body) -> None:
    common = first(body.document, "CommonData")
    for entry in named(common, "PublicRes", "DocumentRes") if common is not None else ():
        name = resolved(body.root, (entry.text or "").strip())
        try:
            root = package.xml(name)
        except UnreadableFileError:
            continue
        base = root.get("BaseLoc", "")
        for media in (m for group in root for m in group if local(m) == "MultiMedia"):
            file = first(media, "MediaFile")
            if file is not None and file.text:
                place = f"{base}/{file.text.strip()}" if base else file.text.strip()
                body.media[media.get("ID", "")] = resolved(name, place)


def _read_stamps(package: Zipped, body: Body, index: str) -> None:
    """Find where the seals of digital signatures stand; whether they hold is not checked."""
    try:
        listed = list(named(package.xml(index), "Signature"))
        for entry in listed:
            root = package.xml(resolved(index, entry.get("BaseLoc", "")))
            info = first(root, "SignedInfo")
            for stamp in named(info, "StampAnnot") if info is not None else ():
                box = tuple(numbers(stamp.get("Boundary")))
                if len(box) == 4:
                    body.stamps.setdefault(stamp.get("PageRef", ""), []).append(box)
    except UnreadableFileError:
        return
