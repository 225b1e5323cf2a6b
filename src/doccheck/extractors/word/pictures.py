"""Pictures of a Word file: where they are shown, and what is known of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from doccheck.errors import UnreadableFileError
from doccheck.extractors.appearance import is_opaque
from doccheck.extractors.fingerprints import NOTHING_KNOWN, Fingerprint, fingerprint
from doccheck.extractors.word.names import ALTERNATE, TEXT_BOX, WP, A, O, R, V, W, chosen
from doccheck.extractors.word.package import MAX_PICTURE_BYTES, Parts

_BLIP = A + "blip"
_IMAGE_DATA = V + "imagedata"
_TEXT_PATH = V + "textpath"
_GRAPHIC = A + "graphicData"
_DRAWN = ("/chart", "/chartex", "/diagram")
_FLOATING_STYLE = "position:absolute"


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
        return fingerprint(content)


DRAWINGS = frozenset((W + "drawing", W + "pict", W + "object"))
"""Elements of a run that may hold pictures and text boxes."""
