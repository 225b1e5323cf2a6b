"""Which pictures stand at a place for a seal or signature."""

import dataclasses

import pytest
from blocks import logical

from doccheck.model.document import Cell, Paragraph, Picture, Table
from doccheck.model.places import Box, Place
from doccheck.understanding.pictured import looks_like, pictures_at


def letter(*pictures: Picture):
    paragraphs = tuple(
        Paragraph(f"第{n}段", Place("a.docx", anchor=f"paragraph[{n}]")) for n in range(9)
    )
    return dataclasses.replace(logical(*paragraphs), pictures=pictures)


def hung(anchor: str) -> Picture:
    return Picture(Place("a.docx", anchor=anchor), floating=True)


def beside(place, document, taken=frozenset()):
    return bool(list(pictures_at(place, document, taken)))


def test_only_the_right_sort_of_picture_is_a_mark():
    seal = dataclasses.replace(hung("x"), appearance="seal")
    assert looks_like(seal, "seal")
    assert not looks_like(seal, "signature")
    assert not looks_like(hung("x"), "seal")


@pytest.mark.parametrize(("anchor", "near"), [
    ("paragraph[5]", True), ("paragraph[7]", True), ("paragraph[0]", False),
])  # fmt: skip
def test_a_seal_hangs_on_a_line_near_its_place(anchor, near):
    assert beside(Place("a.docx", anchor="paragraph[6]"), letter(hung(anchor))) is near


def test_a_seal_in_the_cell_beside_its_label():
    document = letter(hung("table[0].cell[1,1]"))
    assert beside(Place("a.docx", anchor="table[0].cell[1,0]"), document)
    assert not beside(Place("a.docx", anchor="table[0].cell[2,0]"), document)


@pytest.mark.parametrize(("square", "near"), [
    ("10,2", True), ("4,1", True), ("11,4", True), ("1,2", False), ("13,2", False), ("10,9", False),
])  # fmt: skip
def test_a_seal_on_a_sheet_begins_above_its_line(square, near):
    document = letter(hung(f"sheet[表[1]].cell[{square}]"))
    assert beside(Place("a.xlsx", anchor="sheet[表[1]].cell[10,2]"), document) is near
    assert not beside(Place("a.xlsx", anchor="sheet[表二].cell[10,2]"), document)


def test_a_picture_in_the_recommenders_cell_is_theirs():
    document = letter(hung("table[0].cell[9,2]"))
    place = Place("a.docx", anchor="table[0].cell[9,0]")
    assert beside(place, document)
    assert not beside(place, document, frozenset({"table[0].cell[9,0]", "table[0].cell[9,2]"}))


def test_a_picture_over_the_place_on_a_page():
    document = letter(Picture(Place("a.pdf", 2, Box(300, 600, 420, 720))))
    assert beside(Place("a.pdf", 2, Box(280, 650, 360, 664)), document)
    assert not beside(Place("a.pdf", 2, Box(280, 100, 360, 114)), document)
    assert not beside(Place("a.pdf", 1, Box(280, 650, 360, 664)), document)


def printed_row(*rights: float) -> Table:
    """One printed row of cells, 20 points high, each ending at its right edge."""
    lefts = (60.0, *rights[:-1])
    cells = tuple(
        Cell(0, n, (), Place("a.pdf", 1, Box(left, 160, right, 180)))
        for n, (left, right) in enumerate(zip(lefts, rights, strict=True))
    )
    return Table(1, len(cells), cells, Place("a.pdf", 1))


@pytest.mark.parametrize(("left", "on"), [(337.0, True), (480.0, False)])
def test_on_a_printed_form_a_seal_lies_on_the_wide_cell_of_its_labels_value(left, on):
    seal = Picture(Place("a.pdf", 1, Box(left, 130, left + 113, 243)))
    form = dataclasses.replace(logical(printed_row(180, 470, 600)), pictures=(seal,))
    label = Place("a.pdf", 1, Box(82, 165, 156, 175))
    assert beside(label, form) is on
