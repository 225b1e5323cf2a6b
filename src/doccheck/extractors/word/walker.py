"""The walk over a story's blocks: paragraphs, tables and what wraps them, in document order."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import itemgetter

from lxml import etree

from doccheck.extractors.word import controls, paragraphs
from doccheck.extractors.word.colours import shape_fill
from doccheck.extractors.word.covering import Covering
from doccheck.extractors.word.fields import FieldStack
from doccheck.extractors.word.inline import Gathered, InlineReader, Segment
from doccheck.extractors.word.looks import Indent
from doccheck.extractors.word.names import (
    ALTERNATE,
    CONTROL,
    PARAGRAPH,
    TABLE,
    TRANSPARENT,
    W,
    chosen,
)
from doccheck.extractors.word.numbering import BULLET
from doccheck.extractors.word.paragraphs import Properties
from doccheck.extractors.word.pictures import PictureRef
from doccheck.extractors.word.spots import Shelf, Source, Spot
from doccheck.extractors.word.tables import (
    CellBudget,
    Grid,
    cell_ground,
    is_deleted,
    lay_out,
    table_ground,
)
from doccheck.extractors.word.visibility import Surface
from doccheck.model.document import Block, Cell, Paragraph, Picture, Role, Table
from doccheck.model.places import Place
from doccheck.model.unseen_text import UnseenText

MAX_NESTING = 40  # tables and text boxes in one another; forms have two or three

_BODY: frozenset[Role] = frozenset(("body", "toc"))
_FURNITURE: frozenset[Role] = frozenset(("header", "footer"))


class Walker:
    """Turns stories into blocks; keeps what runs on from one paragraph to the next."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = iter([section.starts_page for section in source.sections[1:]])
        self._budget = CellBudget(source.file)
        self._page_break = False
        self._carried: Gathered | None = None
        self._seen_furniture: set[tuple[str, ...]] = set()
        self._covering = Covering(source.sheet)
        self._top = Shelf()
        self.pictures: list[Picture] = []
        self.notes: list[tuple[str, str]] = []
        self.unseen: list[UnseenText] = []
        self.problems: list[str] = []

    @property
    def blocks(self) -> list[Block]:
        """The blocks of all stories walked so far."""
        return self._top.blocks

    def story(self, root: etree._Element, role: Role, part: str) -> None:
        """Walk a story (body, header, footnote…) and put its blocks at the end."""
        self._page_break = False
        self._covering.stop()
        paper = self._source.paper
        self._container(root, Spot(self._top, FieldStack(root), role, part, surface=paper))

    def _container(self, container: etree._Element, spot: Spot) -> None:
        """Walk all of a story, a cell or a text box."""
        outer, self._carried = self._carried, None
        self._walk(container, spot)
        self._put_carried(spot)
        self._carried = outer

    def _walk(self, container: etree._Element, spot: Spot) -> None:
        for child in container:
            tag = child.tag
            if tag == PARAGRAPH:
                self._paragraph(child, spot)
            elif tag == TABLE:
                self._table(child, spot)
            elif tag == CONTROL:
                self._control(child, spot)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch, spot)
            elif tag in TRANSPARENT:
                self._walk(child, spot)
            elif tag == W + "altChunk":
                self.problems.append("文件中嵌入了其他文档（altChunk），其内容未读取")

    def _control(self, element: etree._Element, spot: Spot) -> None:
        content = controls.settled_content(element)
        if content is not None:
            contents = spot.role == "body" and controls.is_table_of_contents(element)
            self._walk(content, replace(spot, role="toc") if contents else spot)

    def _paragraph(self, element: etree._Element, spot: Spot) -> None:
        properties = paragraphs.read_properties(element, self._source.styles)
        gathered, self._carried = self._carried or Gathered(), None
        surface = spot.surface.under(properties.ground)
        InlineReader(
            self._source.styles, spot.fields, properties.style, gathered, surface,
            properties.line, spot.concealed,
        ).read(element)  # fmt: skip
        if properties.joins_next:
            self._carried = gathered
        else:
            self._finish(gathered, properties, spot)
        if properties.ends_section:
            self._covering.stop()
            self._page_break = next(self._starts, False) or self._page_break

    def _put_carried(self, spot: Spot) -> None:
        """Put what waits for a next paragraph where there is none."""
        if self._carried is not None:
            gathered, self._carried = self._carried, None
            self._finish(gathered, paragraphs.plain(self._source.styles), spot)

    def _finish(self, gathered: Gathered, properties: Properties, spot: Spot) -> None:
        """Put a paragraph's segments on the shelf, then what hangs on it."""
        if properties.breaks_page and spot.role in _BODY:
            self._page_break = True
        number, of_list = self._number(properties)
        indent = properties.indent(of_list)
        self._note_covered(gathered, properties, indent, spot)
        for order, segment in enumerate(gathered.segments):
            if order > 0:
                self._page_break = True
            if self._put(segment, number, indent, properties, spot):
                number = ""
        self._hang(gathered, spot)

    def _note_covered(
        self, gathered: Gathered, properties: Properties, indent: Indent, spot: Spot
    ) -> None:
        """Note the text of a paragraph in the body that lies under something."""
        if spot.depth or spot.role != "body":
            return
        if properties.breaks_page:
            self._covering.stop()
        opaque = partial(self._source.pictures.hides, spot.part)
        segment = gathered.segments[0]
        alone = len(gathered.segments) == 1 and all(ref.floating for ref in segment.pictures)
        if alone:
            lines = paragraphs.lines(segment, properties, indent)
            why = self._covering.unseen_lines(lines, gathered.floats, opaque)
            if why is not None:
                segment.unseen.append((why, segment.text))
        else:
            self._covering.stop()

    def _number(self, properties: Properties) -> tuple[str, Indent]:
        """Count a listed paragraph; return its number as shown and its list's indent."""
        numbering, own = self._source.numbering, properties.own
        listed = numbering.level_of(own.num_id, own.num_level, properties.style)
        if listed is None:
            return "", Indent()
        return numbering.advance(*listed), numbering.indent(*listed)

    def _put(
        self, segment: Segment, number: str, indent: Indent, properties: Properties, spot: Spot
    ) -> bool:
        """Put a segment on the shelf as a paragraph; return whether there was anything in it."""
        text = segment.text.strip()
        self._note_unseen(segment, spot)
        if not (text or segment.pictures or number.removeprefix(BULLET)):
            return False
        role = paragraphs.role(segment, properties.style, spot.role)
        place, block = self._here(spot)
        pictures = [self._picture(ref, place, block, spot.part) for ref in segment.pictures]
        if spot.role in _FURNITURE and not self._is_new(role, number + text, pictures):
            return True
        paragraph = Paragraph(
            text=text,
            place=place,
            number=number,
            level=None if role == "toc" else properties.level,
            look=paragraphs.look(segment, properties, indent),
            role=role,
            page_break_before=self._page_break,
        )
        spot.shelf.blocks.append(paragraph)
        self.pictures.extend(pictures)
        self._page_break = False
        return True

    def _note_unseen(self, segment: Segment, spot: Spot) -> None:
        """Keep what a reader does not see; neighbouring pieces of one kind together."""
        if not segment.unseen or spot.role in _FURNITURE or spot.role == "toc":
            return
        place, block = self._here(spot)
        for unseen, pieces in groupby(segment.unseen, key=itemgetter(0)):
            text = "".join(piece for _, piece in pieces).strip()
            self.unseen.append(UnseenText(text, place, unseen.how, unseen.sure, block))

    def _hang(self, gathered: Gathered, spot: Spot) -> None:
        """Put text boxes and decorative titles on the shelf; keep the notes for the end."""
        self.notes.extend(gathered.notes)
        if not (gathered.text_boxes or gathered.titles):
            return
        box_spot = replace(spot, role="text_box") if spot.role in _BODY else spot
        plain = paragraphs.plain(self._source.styles)
        for title in gathered.titles:
            self._put(Segment(pieces=[title]), "", Indent(), plain, box_spot)
        opaque = partial(self._source.pictures.hides, spot.part)
        concealed = dict(self._covering.unseen_boxes(gathered.floats, opaque))
        for box in gathered.text_boxes:
            if not self._is_too_deep(spot):
                inside = replace(
                    box_spot, fields=FieldStack(box), depth=spot.depth + 1,
                    surface=Surface(shape_fill(box)), concealed=concealed.get(box),
                )  # fmt: skip
                self._container(box, inside)

    def _table(self, element: etree._Element, spot: Spot) -> None:
        self._put_carried(spot)
        if self._is_too_deep(spot):
            return
        if not spot.depth:
            self._covering.stop()
        grid = lay_out(element)
        self._budget.spend(len(grid.slots))
        if not grid.slots:
            return
        anchor = f"{spot.anchor}{'.' if spot.anchor else ''}table[{spot.shelf.tables}]"
        spot.shelf.tables += 1
        block = len(spot.shelf.blocks) if spot.block is None else spot.block
        surface = spot.surface.under(table_ground(element, self._source.styles))
        inside = replace(spot, anchor=anchor, block=block, depth=spot.depth + 1, surface=surface)
        cells = tuple(self._cells(grid, inside))
        place = Place(self._source.file, anchor=anchor)
        spot.shelf.blocks.append(Table(grid.rows, grid.cols, cells, place))

    def _cells(self, grid: Grid, table: Spot) -> Iterator[Cell]:
        for slot in grid.slots:
            anchor = f"{table.anchor}.cell[{slot.row},{slot.col}]"
            surface = table.surface.under(cell_ground(slot.element))
            spot = replace(table, shelf=Shelf(), anchor=anchor, surface=surface)
            if not is_deleted(slot.element):
                self._container(slot.element, spot)
            blocks, place = tuple(spot.shelf.blocks), Place(self._source.file, anchor=anchor)
            yield Cell(slot.row, slot.col, blocks, place, slot.row_span, slot.col_span)

    def _here(self, spot: Spot) -> tuple[Place, int]:
        """Return the place of the next block, and the index of the top-level block it is in."""
        if spot.block is not None:
            return Place(self._source.file, anchor=spot.anchor), spot.block
        index = len(spot.shelf.blocks)
        return Place(self._source.file, anchor=f"paragraph[{index}]"), index

    def _picture(self, ref: PictureRef, place: Place, block: int, part: str) -> Picture:
        known = self._source.pictures.look_up(part, ref.relation)
        return Picture(
            place, *known.size, known.sha256, block, ref.floating, known.appearance, known.likeness
        )

    def _is_new(self, role: Role, shown: str, pictures: list[Picture]) -> bool:
        """Return whether a line of a header or footer is seen for the first time."""
        line = (role, shown, *(picture.sha256 for picture in pictures))
        is_new = line not in self._seen_furniture
        self._seen_furniture.add(line)
        return is_new

    def _is_too_deep(self, spot: Spot) -> bool:
        if spot.depth < MAX_NESTING:
            return False
        self.problems.append(f"表格或文本框嵌套超过 {MAX_NESTING} 层，更深的内容未读取")
        return True
