"""A seal that lies over two labels belongs to the one it was pressed under."""

from doccheck.model.document import Cell, Paragraph, Table
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Box, Place
from doccheck.model.seen import PageMarks, Seal
from doccheck.understanding.marks import read_marks

FILE = "验收表.pdf"


def place(x0, top, x1, bottom):
    return Place(FILE, 1, Box(x0, top, x1, bottom))


def opinion(row, label, top):
    where = place(105, top, 261, top + 11)
    return Cell(row, 0, (Paragraph(label, where, confidence=0.96),), where)


def test_a_seal_over_the_label_of_the_next_cell_stays_with_the_one_above_it():
    rows = (
        opinion(0, "申报企业（盖章）：", 507),
        opinion(1, "经信部门意见（盖章）：", 592),
    )
    seal = Seal(place(130, 519, 241, 630), True, 0.96)
    document = LogicalDocument(
        "d1", FILE, "acceptance_form", "form", text_source="ocr", seen=PageMarks((seal,)),
        blocks=(Table(2, 1, rows, place(80, 500, 520, 680)),),
    )  # fmt: skip
    states = {mark.label: mark.state for mark in read_marks(document) if mark.kind == "seal"}
    assert states["申报企业（盖章）："] == "present"
    assert states["经信部门意见（盖章）："] == "unclear"
