"""What the walk over a Word file draws on, where it is, and where it puts what it finishes."""

from dataclasses import dataclass, field

from doccheck.extractors.word.fields import FieldStack
from doccheck.extractors.word.floats import Sheet
from doccheck.extractors.word.numbering import Numbering
from doccheck.extractors.word.pictures import PictureParts
from doccheck.extractors.word.sections import Section
from doccheck.extractors.word.styles import StyleSheet
from doccheck.extractors.word.visibility import PAPER, Surface, Unseen
from doccheck.model.document import Block, Role


@dataclass(slots=True)
class Shelf:
    """Where finished blocks are put: the document or a cell; `tables` counts its tables."""

    blocks: list[Block] = field(default_factory=list)
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the walk is.

    Attributes:
        shelf: where its blocks go.
        fields: the fields open at this point of the story.
        role: what its paragraphs are.
        part: the package part it stands in, for relations.
        anchor: of the cell it is in, empty at the top.
        block: index of the top-level block it is in, None at the top.
        depth: how many tables and text boxes are around it.
        surface: what its text stands on.
        concealed: why nothing of the text box it is in is seen, None where that is not so.
    """

    shelf: Shelf
    fields: FieldStack
    role: Role
    part: str
    anchor: str = ""
    block: int | None = None
    depth: int = 0
    surface: Surface = PAPER
    concealed: Unseen | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What the walk draws on: the file's name, styles, lists, pictures, sections and paper.

    `paper` is the colour of the paper, `sheet` its size.
    """

    file: str
    styles: StyleSheet
    numbering: Numbering
    pictures: PictureParts
    sections: list[Section]
    paper: Surface = PAPER
    sheet: Sheet = field(default_factory=Sheet)
