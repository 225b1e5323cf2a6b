"""What one file physically says: pages, paragraphs, tables, pictures. No meaning yet.

Word, PDF and Excel readers all produce these types, so that everything after them is blind to
the file's format.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from doccheck.model.files import FileFormat
from doccheck.model.places import Box, Place
from doccheck.model.seen import NOTHING_SEEN, PageMarks
from doccheck.model.unseen_text import UnseenText

PageSource = Literal["native", "scan", "garbled", "hidden", "blank"]
"""`native` text can be trusted; `scan` has none; `garbled` and `hidden` text cannot be trusted."""

Role = Literal["body", "header", "footer", "page_number", "toc", "caption", "footnote", "text_box"]
"""What a paragraph is on the page. 字数 leaves out header, footer, page_number, toc, footnote."""

Appearance = Literal["seal", "ink", ""]

PASTED_SIDE = 400  # pixels of the shorter side: print on a smaller picture cannot be read
PASTED_AREA = 300_000  # pixels; a licence is legible from about 640 × 480
MOST_PASTED = 60  # pictures of one file that are recognised: each takes seconds


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: what tells a heading where no style does.

    Attributes:
        size: font size in points of most of its characters, 0 where not known.
        bold: most of its characters are bold.
        centred: the paragraph is centred on its line.
        indent: first-line start in points from the text area's left edge.
    """

    size: float = 0.0
    bold: bool = False
    centred: bool = False
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line on a recognised page, as far as the next wide gap.

    Attributes:
        text: its words. confidence: how surely they were read, 0..1.
        place: where it stands on the page as it lies in the file.
        level: its rectangle with the page laid straight: what stands beside and below what.
    """

    text: str
    confidence: float
    place: Place
    level: Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, wrapped lines joined.

    Attributes:
        text: its text without the automatic number; ticks normalised to ☑ ☒ □; manual line
            breaks are newlines.
        place: where it starts.
        number: automatic list number as displayed (`一、`), which is in no text run.
        level: outline level 1–9 where style or outline level says so, else None.
        look: size, weight, alignment.
        role: body or page furniture.
        end_page: last page it reaches, None where equal to `place.page`.
        page_break_before: a page or section break stands right before it.
        confidence: how surely its characters were read, 0..1; 1.0 for native text.
        pieces: what it was put together from, on a recognised page.
    """

    text: str
    place: Place
    number: str = ""
    level: int | None = None
    look: Look = Look()
    role: Role = "body"
    end_page: int | None = None
    page_break_before: bool = False
    confidence: float = 1.0
    pieces: tuple[Piece, ...] = ()

    @property
    def shown(self) -> str:
        """Return the text as a reader sees it, with its automatic number."""
        return self.number + self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, a merged one counted once at its top-left corner.

    `row` and `col` are 0-based; `blocks` holds its paragraphs and nested tables in order.
    """

    row: int
    col: int
    blocks: "tuple[Block, ...]"
    place: Place
    row_span: int = 1
    col_span: int = 1

    @property
    def paragraphs(self) -> "tuple[Paragraph, ...]":
        """Return its own paragraphs and those of nested tables, in reading order."""
        return tuple(walk_paragraphs(self.blocks))

    @property
    def confidence(self) -> float:
        """Return the confidence of its weakest paragraph, 1.0 for an empty cell."""
        return min((p.confidence for p in self.paragraphs), default=1.0)

    @property
    def text(self) -> str:
        """Return its text, one paragraph a line, automatic numbers included."""
        return "\n".join(p.shown for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of `rows` × `cols` unit squares tiled by cells (row-major order)."""

    rows: int
    cols: int
    cells: tuple[Cell, ...]
    place: Place
    ruled: bool = True
    end_page: int | None = None

    def at(self, row: int, col: int) -> Cell | None:
        """Return the cell that covers a square, None where the grid has a hole."""
        for cell in self.cells:
            if (
                cell.row <= row < cell.row + cell.row_span
                and cell.col <= col < cell.col + cell.col_span
            ):
                return cell
        return None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a file: where it stands, its size, a fingerprint.

    Attributes:
        place: paragraph or cell it is anchored to, or its box on the page.
        width: pixels, 0 where not known. height: likewise.
        sha256: of the picture's bytes as stored, empty where they could not be had.
        block: index in `Document.blocks` of the block it is anchored to, None if on no block.
        floating: it floats over or under the text, as pasted seals do.
        appearance: a red `seal` or `ink` by its pixels, empty where neither or not looked at.
        likeness: perceptual hash, empty where it is too small or plain to tell, or not looked at.
    """

    place: Place
    width: int = 0
    height: int = 0
    sha256: str = ""
    block: int | None = None
    floating: bool = False
    appearance: Appearance = ""
    likeness: str = ""

    @property
    def may_be_print(self) -> bool:
        """Return whether it is large enough to be a photograph or scan of a document."""
        large = min(self.width, self.height) >= PASTED_SIDE
        large = large and self.width * self.height >= PASTED_AREA
        return bool(large and self.sha256 and self.appearance != "seal")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `width` and `height` in points as seen (rotation undone), and how it was read.

    `note` says why the text layer is not trusted, empty for a native page. `recognised` tells
    that its text comes from OCR all the same; `read_again`, that it was searched a second time,
    by other ways, for what had not been found; `glanced`, that of a page which goes on in the
    middle of a long text only the top and the foot were read; `cut_out`, that it shows a sheet
    in a photo: its size is then the photo's, not the paper's.
    """

    number: int
    width: float
    height: float
    source: PageSource = "native"
    rotation: int = 0
    note: str = ""
    recognised: bool = False
    read_again: bool = False
    glanced: bool = False
    cut_out: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What one file physically says.

    Attributes:
        file: path in the submission.
        file_format: of the content.
        blocks: paragraphs and tables in reading order, furniture included (see `Role`).
        pages: empty for files without pages (Word, Excel).
        pictures: in reading order.
        paper: paper sizes (width, height in points) asked for by the file's sections, for Word.
        problems: reading troubles in words for the user; never the applicant's fault.
        unseen: text that no reader sees, in reading order.
        pasted: what was recognised on pictures in the text, each as a document of one page whose
            number is the picture's (1-based).
        marks: seals, strokes and codes seen on its pages, and what makes these hard to read.
    """

    file: str
    file_format: FileFormat
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    pictures: tuple[Picture, ...] = ()
    paper: tuple[tuple[float, float], ...] = ()
    problems: tuple[str, ...] = field(default=())
    unseen: tuple[UnseenText, ...] = ()
    pasted: "tuple[Document, ...]" = ()
    marks: PageMarks = NOTHING_SEEN

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """Return the 1-based numbers of pages whose text could not be had."""
        return tuple(
            p.number
            for p in self.pages
            if p.source in ("scan", "garbled", "hidden") and not p.recognised
        )

    @property
    def unread_pictures(self) -> tuple[int, ...]:
        """Return the 1-based numbers of pictures in the text that may be a page of print.

        A picture that stands there twice is named once.
        """
        if self.pages:
            return ()
        read = {page.number for document in self.pasted for page in document.pages}
        large: dict[str, int] = {}
        for number, picture in enumerate(self.pictures, 1):
            if picture.may_be_print:
                large.setdefault(picture.sha256, number)
        return tuple(number for number in list(large.values())[:MOST_PASTED] if number not in read)

    @property
    def text(self) -> str:
        """Return all text in reading order, one paragraph a line."""
        return "\n".join(p.shown for p in walk_paragraphs(self.blocks))


def walk_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph in reading order, those in table cells (row by row) included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from walk_paragraphs(cell.blocks)


def walk_tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Yield every table in reading order, an outer one before those nested in its cells."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for cell in block.cells:
                yield from walk_tables(cell.blocks)
