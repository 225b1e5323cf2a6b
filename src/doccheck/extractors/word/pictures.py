"""Pictures: their bytes' fingerprint and their size in pixels, read from the bytes' head."""

import hashlib
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.appearance import appearance_of, is_opaque
from doccheck.extractors.likeness import likeness_of
from doccheck.extractors.word.names import ALTERNATE, TEXT_BOX, WP, A, O, R, V, W, chosen
from doccheck.extractors.word.package import MAX_PICTURE_BYTES, Parts
from doccheck.model.document import Appearance

_BLIP = A + "blip"
_IMAGE_DATA = V + "imagedata"
_TEXT_PATH = V + "textpath"
_GRAPHIC = A + "graphicData"
_DRAWN = ("/chart", "/chartex", "/diagram")
_FLOATING_STYLE = "position:absolute"
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # start of frame, all kinds
_JPEG_BARE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length


class Size(NamedTuple):
    """Pixels across and down, 0 where not known."""

    width: int
    height: int


class Fingerprint(NamedTuple):
    """What is known of a stored picture."""

    size: Size
    sha256: str
    appearance: Appearance = ""
    likeness: str = ""


class PictureRef(NamedTuple):
    """A picture that a drawing shows: its relation id, and whether it floats over the text."""

    relation: str
    floating: bool


@dataclass(slots=True)
class Drawn:
    """What a drawing holds: pictures, text boxes, and the words of decorative titles (WordArt)."""

    pictures: list[PictureRef] = field(default_factory=list)
    text_boxes: list[etree._Element] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


NOTHING_KNOWN = Fingerprint(Size(0, 0), "")


def scan(drawing: etree._Element) -> Drawn:
    """Return what a `w:drawing`, `w:pict` or `w:object` holds; text boxes are not entered."""
    drawn = Drawn()
    _scan(drawing, floating=False, drawn=drawn)
    return drawn


def _scan(element: etree._Element, floating: bool, drawn: Drawn) -> None:
    tag = element.tag
    if tag == TEXT_BOX:
        drawn.text_boxes.append(element)
        return
    if tag == ALTERNATE:
        branch = chosen(element)
        if branch is not None:
            _scan(branch, floating, drawn)
        return
    if tag == WP + "anchor":
        floating = True
    elif tag == _BLIP:
        drawn.pictures.append(PictureRef(element.get(R + "embed", ""), floating))
    elif tag == _IMAGE_DATA:
        relation = element.get(R + "id") or element.get(O + "relid") or ""
        drawn.pictures.append(PictureRef(relation, floating))
    elif tag == _TEXT_PATH and element.get("string"):
        drawn.titles.append(element.get("string", ""))
    elif tag == _GRAPHIC and element.get("uri", "").endswith(_DRAWN):
        drawn.pictures.append(PictureRef("", floating))  # a chart is a figure without a file
    elif _FLOATING_STYLE in element.get("style", "").replace(" ", ""):
        floating = True
    for child in element:
        _scan(child, floating, drawn)


class PictureParts:
    """The picture files of one package, each read once."""

    def __init__(self, package: Parts) -> None:
        self._package = package
        self._known: dict[str, Fingerprint] = {}
        self._opaque: dict[str, bool] = {}
        self.problems: list[str] = []

    def look_up(self, part: str, relation_id: str) -> Fingerprint:
        """Return what is known of a picture that a part refers to by relation id."""
        relation = self._package.relations(part).get(relation_id)
        if relation is None or relation.external:
            return NOTHING_KNOWN
        if relation.target not in self._known:
            self._known[relation.target] = self._read(relation.target)
        return self._known[relation.target]

    def hides(self, part: str, relation_id: str) -> bool:
        """Return whether nothing is seen through a picture, which is no seal and no signature."""
        known = self.look_up(part, relation_id)
        if not known.sha256 or known.appearance:
            return False
        target = self._package.relations(part)[relation_id].target
        if target not in self._opaque:
            try:
                content = self._package.data(target, MAX_PICTURE_BYTES)
            except UnreadableFileError:  # the package's budget is spent
                content = b""
            self._opaque[target] = is_opaque(content)
        return self._opaque[target]

    def _read(self, target: str) -> Fingerprint:
        try:
            content = self._package.data(target, MAX_PICTURE_BYTES)
        except UnreadableFileError as error:
            self.problems.append(f"图片 {target} 无法读取：{error.what}")
            return NOTHING_KNOWN
        digest = hashlib.sha256(content).hexdigest()
        return Fingerprint(
            pixel_size(content), digest, appearance_of(content), likeness_of(content)
        )


def pixel_size(content: bytes) -> Size:
    """Return the size that a PNG, JPEG, GIF or BMP states; 0 × 0 for others and broken ones."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return Size(_big(content, 16, 4), _big(content, 20, 4))
    if content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        return Size(_little(content, 6, 2), _little(content, 8, 2))
    if content.startswith(b"BM") and len(content) >= 26:
        return Size(_little(content, 18, 4), _bitmap_height(content))
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return Size(0, 0)


def _jpeg_size(content: bytes) -> Size:
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            break
        marker = content[at + 1]
        if marker == 0xFF or marker in _JPEG_BARE:
            at += 1 if marker == 0xFF else 2
        elif marker in _JPEG_SIZES:
            return Size(_big(content, at + 7, 2), _big(content, at + 5, 2))
        else:
            at += 2 + max(2, _big(content, at + 2, 2))
    return Size(0, 0)


def _bitmap_height(content: bytes) -> int:
    return abs(int.from_bytes(content[22:26], "little", signed=True))  # negative: top row first


def _big(content: bytes, at: int, count: int) -> int:
    return int.from_bytes(content[at : at + count], "big")


def _little(content: bytes, at: int, count: int) -> int:
    return int.from_bytes(content[at : at + count], "little")


DRAWINGS = frozenset((W + "drawing", W + "pict", W + "object"))
"""Elements of a run that may hold pictures and text boxes."""
