"""What is shown of a place in a file without pages."""

from doccheck.extractors.excerpts import LONGEST, excerpt
from doccheck.model.document import Cell, Document, Paragraph, Table
from doccheck.model.places import Place

FILE = "申报表.docx"


def paragraph(number: int, text: str) -> Paragraph:
    return Paragraph(text, Place(FILE, anchor=f"paragraph[{number}]"))


def cell(row: int, col: int, text: str, **more: int) -> Cell:
    place = Place(FILE, anchor=f"table[0].cell[{row},{col}]")
    return Cell(row, col, (Paragraph(text, place),), place, **more)


GRID = Table(4, 2, tuple(cell(r, c, f"{r}{c}") for r in range(4) for c in range(2)),
             Place(FILE, anchor="table[0]"))  # fmt: skip
DOCUMENT = Document(FILE, "docx", (paragraph(0, "甲"), paragraph(1, "乙" * 900), GRID))


def test_a_cell_is_shown_in_its_row_with_the_rows_around_it() -> None:
    rows = excerpt(DOCUMENT, "table[0].cell[2,1]")
    assert rows is not None
    assert [[c.text for c in row] for row in rows] == [["10", "11"], ["20", "21"], ["30", "31"]]
    assert [c.text for row in rows for c in row if c.marked] == ["21"]


def test_a_paragraph_is_shown_with_its_neighbours_shortened() -> None:
    rows = excerpt(DOCUMENT, "paragraph[1]")
    assert rows is not None
    assert [row[0].marked for row in rows] == [False, True, False]
    assert len(rows[1][0].text) == LONGEST


def test_a_place_that_is_not_there_shows_nothing() -> None:
    assert excerpt(DOCUMENT, "table[7].cell[0,0]") is None
