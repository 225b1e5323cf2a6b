"""What a submission means: logical documents, fields, sections, places for marks.

Made by `understanding`, asked by `checks`. Every value carries its evidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from doccheck.model.document import Block, Document, Picture
from doccheck.model.files import SourceFile
from doccheck.model.places import Evidence, Place
from doccheck.model.program import DocumentKind
from doccheck.model.scores import ScoreItem
from doccheck.model.seen import NOTHING_SEEN, PageMarks, Seal
from doccheck.text.count import WordCount

TextSource = Literal["native", "ocr", "mixed"]
FieldState = Literal["filled", "blank", "unclear"]
MarkKind = Literal["seal", "signature", "date"]
MarkState = Literal["present", "absent", "unclear"]

WHOLE_TEXT = -1
"""`Section.level` of the section that is the whole text (全文) of a document."""


@dataclass(frozen=True, slots=True)
class LogicalDocument:
    """One document of the submission; a file can hold several.

    Attributes:
        id: `d1`, `d2`, … in order of file and page.
        file: path of the file it stands in.
        kind: contract's kind; `runner_up` the next likely one, None where nothing else came near.
        key: key of the programme's document, empty where the programme does not know it.
        title: its printed title or, without one, its file's name.
        year: reporting year of an audit report or statement.
        pages: first and last page, None for a file without pages.
        blocks: its part of the file's blocks, in order; empty where it could not be read.
        pictures: pictures standing in it.
        seen: seals, strokes and codes seen on its pages, and what makes these hard to read.
        unread_pages: pages of it whose text could not be had.
        glanced: pages of it (notes to accounts) of which only top and foot were read.
        readable: some of its text could be read.
        confidence: of the kind.
        why: what the kind was told by, for the report.
    """

    id: str
    file: str
    kind: DocumentKind
    key: str = ""
    title: str = ""
    year: int | None = None
    pages: tuple[int, int] | None = None
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()
    unread_pages: tuple[int, ...] = ()
    readable: bool = True
    text_source: TextSource = "native"
    confidence: float = 1.0
    runner_up: DocumentKind | None = None
    why: str = ""
    seen: PageMarks = NOTHING_SEEN
    glanced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What stands in one field of one document.

    Attributes:
        key: key of the programme's field; `year` its column's year, None without one.
        document: id of the logical document.
        label: the label as printed there.
        state: `blank` only where label and its empty cell were both found; `unclear` where the
            label was found and its value could not be told.
        raw: as printed. value: contract's form (plain decimals in yuan, ratios plain, ISO dates).
        number: the value as a number in the same measure, None where it is none.
        step: size of one unit in the last printed place of `number`, for comparing.
        day: the value as a date.
        marked: for tick boxes and brackets, the marked choices in order.
        unmarked: the choices that stand there unmarked.
        evidence: place, words, confidence.
    """

    key: str
    document: str
    label: str
    state: FieldState
    evidence: Evidence
    year: int | None = None
    raw: str = ""
    value: str = ""
    number: Decimal | None = None
    step: Decimal | None = None
    day: date | None = None
    marked: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()

    @property
    def fact(self) -> str:
        """Return the fact's name: `revenue.2023`, `uscc`."""
        return self.key if self.year is None else f"{self.key}.{self.year}"


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and everything under it to the next heading of the same or a higher level.

    Attributes:
        document: id of the logical document.
        title: heading without number. number: its number as printed, empty without.
        level: 1 for the highest; -1 for the whole text (全文).
        key: key of the programme's section that it answers, empty for none.
        score: how near its title is to that section's, 0..1.
        text: everything counted, one paragraph a line. count: 字 of it (contract §5).
        blocks: the same as blocks. evidence: the heading's place.
        pictures: number of pictures in it. tables: number of tables.
        complete: False where part of it could not be read.
    """

    document: str
    title: str
    level: int
    text: str
    count: WordCount
    evidence: Evidence
    number: str = ""
    key: str = ""
    score: float = 0.0
    blocks: tuple[Block, ...] = ()
    pictures: int = 0
    tables: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A place for a seal, a signature or a date, and what stands there.

    `who` tells whose place it is: the applicant's or a recommending body's. `value` is the ISO
    date, or the signer's printed name; `day` the date; `real` is False for 2月30日. `seals` are
    those that stand there, with what they say.
    """

    kind: MarkKind
    document: str
    label: str
    state: MarkState
    evidence: Evidence
    who: Literal["enterprise", "recommender"] = "enterprise"
    value: str = ""
    day: date | None = None
    real: bool = True
    seals: tuple[Seal, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementItem:
    """One figure of an audit report or statement.

    `name` is a fact's base name (`revenue`, `total_assets`); `year` the year it speaks of (a
    balance-sheet item: the year at whose end it stands); `value` in yuan; `step` the printed
    precision in yuan; `own_year` is False for the comparison column (上期, 年初);
    `scope` tells consolidated from parent-company sheets. `part_of` names the sum that the line
    goes into by the statement's own lay-out (`current_assets`), with `sign` 1 or -1; empty for a
    total and for a mere detail (其中). A line without a standard name is called `unlisted`.
    `sheet` tells where it stands; `unit` is the printed one of `raw` (万元).
    """

    document: str
    name: str
    label: str
    year: int
    value: Decimal
    step: Decimal
    raw: str
    evidence: Evidence
    own_year: bool = True
    scope: Literal["single", "consolidated", "parent"] = "single"
    part_of: str = ""
    sign: int = 1
    sheet: Literal["balance", "income", "cash", "notes", ""] = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known about one submission."""

    files: tuple[SourceFile, ...]
    physical: tuple[Document, ...]
    documents: tuple[LogicalDocument, ...]
    readings: tuple[FieldReading, ...] = ()
    sections: tuple[Section, ...] = ()
    marks: tuple[Mark, ...] = ()
    statement_items: tuple[StatementItem, ...] = ()
    scores: tuple[ScoreItem, ...] = ()

    def document(self, document_id: str) -> LogicalDocument:
        """Return the logical document with this id."""
        return next(d for d in self.documents if d.id == document_id)

    def of_kind(self, *kinds: DocumentKind) -> Iterator[LogicalDocument]:
        """Yield the documents of these kinds, in order."""
        return (d for d in self.documents if d.kind in kinds)

    def read_again(self, documents: Sequence[LogicalDocument]) -> tuple[Place, ...]:
        """Return the pages of documents that were searched a second time, by other ways."""
        spans = [(d.file, *(d.pages or (1, 1))) for d in documents]
        return tuple(
            Place(physical.file, page.number)
            for physical in self.physical
            for page in physical.pages
            if page.read_again
            and any(f == physical.file and a <= page.number <= b for f, a, b in spans)
        )
