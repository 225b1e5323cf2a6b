"""One paragraph's own properties, and what they make of it: level, look, role."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from doccheck.extractors.word.covering import Lines
from doccheck.extractors.word.inline import Segment
from doccheck.extractors.word.looks import Indent, ParagraphLook, paragraph_look
from doccheck.extractors.word.names import (
    PARAGRAPH_PROPERTIES,
    REMOVED,
    RUN_PROPERTIES,
    SECTION,
    VAL,
    W,
    is_on,
)
from doccheck.extractors.word.styles import Style, StyleSheet
from doccheck.model.document import Block, Look, Paragraph, Picture, Role, Table

MAX_CAPTION = 60  # characters; longer ones that begin with 图1 are sentences about the picture

_CAPTION = re.compile(
    r"(?:图表|图|表|Figure|Fig\.|Table)\s*[0-9０-９一二三四五六七八九十]+(?:[-—－.．][0-9０-９]+)*"
    r"(?![0-9年月日个项类种层])",
    re.IGNORECASE,
)
_SENTENCE_END = ("。", "；", "：", ":", "，")
_CONTENTS_TITLES = frozenset(("目录", "目次", "contents", "tableofcontents"))
_FULL_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph says of itself, and the style it follows.

    Attributes:
        own: its own properties.
        style: its style.
        ends_section: it is the last of a section.
        joins_next: its mark is deleted or hidden, so that the next paragraph goes on with it.
    """

    own: ParagraphLook
    style: Style
    ends_section: bool = False
    joins_next: bool = False

    @property
    def breaks_page(self) -> bool:
        """Return whether the paragraph starts a new page."""
        own, inherited = self.own.break_before, self.style.paragraph.break_before
        return bool(inherited if own is None else own)

    @property
    def level(self) -> int | None:
        """Return the outline level, None for body text."""
        own, inherited = self.own.level, self.style.paragraph.level
        return (inherited if own is None else own) or None

    @property
    def centred(self) -> bool:
        """Return whether the paragraph is centred."""
        own, inherited = self.own.centred, self.style.paragraph.centred
        return bool(inherited if own is None else own)

    @property
    def line(self) -> float:
        """Return the exact height of its lines in points, 0 where they fit their letters."""
        own, inherited = self.own.line, self.style.paragraph.line
        return (inherited if own is None else own) or 0.0

    @property
    def ground(self) -> str | None:
        """Return the colour behind the paragraph, None where nothing is said of it."""
        own, inherited = self.own.ground, self.style.paragraph.ground
        return inherited if own is None else own

    def indent(self, of_list: Indent) -> Indent:
        """Return the indent: the paragraph's own over its list's over its style's."""
        return self.own.indent.over(of_list.over(self.style.paragraph.indent))


def read_properties(element: etree._Element, styles: StyleSheet) -> Properties:
    """Return the properties of a `w:p`."""
    entry = element.find(PARAGRAPH_PROPERTIES)
    if entry is None:
        return plain(styles)
    style, mark = entry.find(_STYLE), entry.find(RUN_PROPERTIES)
    return Properties(
        own=paragraph_look(entry),
        style=styles.paragraph(None if style is None else style.get(VAL)),
        ends_section=entry.find(SECTION) is not None,
        joins_next=mark is not None and _is_gone(mark),
    )


def plain(styles: StyleSheet) -> Properties:
    """Return the properties of a paragraph that says nothing of itself."""
    return Properties(ParagraphLook(), styles.paragraph(None))


def look(segment: Segment, properties: Properties, indent: Indent) -> Look:
    """Return how a paragraph looks: what most of its characters do."""
    run = properties.style.run
    sizes: dict[float, int] = {}
    bold = total = 0
    for (size, is_bold), count in segment.looks.items():
        sizes[size] = sizes.get(size, 0) + count
        total += count
        bold += count if is_bold else 0
    size = max(sizes, key=sizes.__getitem__) if total else run.size or 0.0
    spaces = _leading_spaces(segment.text)
    return Look(
        size=size,
        bold=bold * 2 > total if total else bool(run.bold),
        centred=properties.centred,
        indent=round(indent.points(size) + spaces * size, 2),
    )


def lines(segment: Segment, properties: Properties, indent: Indent) -> Lines:
    """Return how much room a paragraph's text takes at most."""
    default = properties.style.run.size or 0.0
    size = max((size for size, _ in segment.looks), default=default) or default
    own, inherited = properties.own.to_the_left, properties.style.paragraph.to_the_left
    to_the_left = inherited if own is None else own
    return Lines(
        characters=len(segment.text.strip()),
        size=size,
        left=indent.points(size),
        to_the_left=to_the_left is not False,
        exact=properties.line,
    )


def role(segment: Segment, style: Style, around: Role) -> Role:
    """Return what a paragraph is, in surroundings that are themselves of some role."""
    if around not in ("body", "text_box"):
        return around
    if style.role == "toc" or segment.in_contents * 2 > sum(map(len, segment.pieces)):
        return "toc"
    return style.role or around


def settle_neighbours(blocks: list[Block], pictures: list[Picture]) -> None:
    """Give their role to top-level paragraphs that only their neighbours tell.

    图1 beside a picture or a table is a caption; 目录 above a table of contents belongs to it.
    """
    figures = {picture.block for picture in pictures}
    figures.update(index for index, block in enumerate(blocks) if isinstance(block, Table))
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.role != "body":
            continue
        if _names_figure(block) and figures & {index - 1, index, index + 1}:
            blocks[index] = replace(block, role="caption")
        elif _names_contents(block) and _is_contents(blocks, index + 1):
            blocks[index] = replace(block, role="toc", level=None)


def _names_figure(block: Paragraph) -> bool:
    shown = block.shown
    short = len(shown) <= MAX_CAPTION and not shown.endswith(_SENTENCE_END)
    return short and block.level is None and _CAPTION.match(shown) is not None


def _names_contents(block: Paragraph) -> bool:
    return "".join(block.text.split()).lower() in _CONTENTS_TITLES


def _is_contents(blocks: list[Block], index: int) -> bool:
    if index >= len(blocks):
        return False
    block = blocks[index]
    return isinstance(block, Paragraph) and block.role == "toc"


def _leading_spaces(text: str) -> float:
    """Return how many characters wide the spaces are that a text begins with."""
    spaces = text[: len(text) - len(text.lstrip(f" \u00a0{_FULL_SPACE}"))]
    return sum(1.0 if space == _FULL_SPACE else 0.5 for space in spaces)


def _is_gone(mark: etree._Element) -> bool:
    """Return whether a paragraph mark is deleted, moved away or hidden."""
    return any(entry.tag in REMOVED or (entry.tag in _HIDDEN and is_on(entry)) for entry in mark)


_STYLE = W + "pStyle"
_HIDDEN = frozenset((W + "vanish", W + "specVanish"))
