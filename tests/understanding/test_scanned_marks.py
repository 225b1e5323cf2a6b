"""Places for marks on scanned pages: what was seen at them, and when they are called empty."""

import pytest

from doccheck.model.document import Paragraph
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import ASSERTED, CERTAIN, Box, Place
from doccheck.model.seen import Flaw, PageMarks, Seal, Stroke
from doccheck.understanding.marks import read_marks

FILE = "承诺书.pdf"
LABELS = {"seal": "（盖章）", "signature": "法定代表人签字：", "date": "年 月 日"}
AT = Box(100, 400, 200, 414)


def at(x0, top, x1, bottom, page=1):
    return Place(FILE, page, Box(x0, top, x1, bottom))


def mark(kind, seen, confidence=0.96):
    label = Paragraph(LABELS[kind], Place(FILE, 1, AT), confidence=confidence)
    document = LogicalDocument(
        "d1", FILE, "commitment_letter", "letter", blocks=(label,), text_source="ocr", seen=seen
    )
    return next(m for m in read_marks(document) if m.kind == kind)


def seals(*places, confidence=0.96):
    return PageMarks(tuple(Seal(p, True, confidence) for p in places))


@pytest.mark.parametrize("place", [at(150, 350, 264, 464), at(230, 380, 344, 494)])
def test_a_seal_over_or_beside_its_place_is_there(place):
    found = mark("seal", seals(place))
    assert (found.state, found.evidence.place) == ("present", place)
    assert found.evidence.confidence >= CERTAIN
    assert len(found.seals) == 1


def test_a_copy_of_a_seal_is_there_with_doubt():
    found = mark("seal", seals(at(150, 350, 264, 464), confidence=0.9))
    assert found.state == "present"
    assert not found.evidence.certain


@pytest.mark.parametrize("place", [at(150, 600, 264, 714), at(150, 350, 264, 464, page=2)])
def test_a_seal_elsewhere_leaves_the_place_unclear(place):
    assert mark("seal", seals(place)).state == "unclear"


@pytest.mark.parametrize("kind", ["seal", "signature", "date"])
def test_a_place_with_nothing_round_it_on_a_page_read_well_is_empty(kind):
    found = mark(kind, PageMarks())
    assert (found.state, found.evidence.via) == ("absent", "pixels")
    assert found.evidence.confidence >= ASSERTED


@pytest.mark.parametrize("kind", ["seal", "signature"])
def test_a_place_read_in_doubt_or_on_a_poor_page_is_never_called_empty(kind):
    assert mark(kind, PageMarks(), confidence=0.8).state == "unclear"
    poor = PageMarks(flaws=(Flaw(Place(FILE, 1), "blurred"),))
    assert mark(kind, poor).state == "unclear"


@pytest.mark.parametrize("stroke", ["red", "ink"])
def test_ink_near_a_place_for_a_seal_leaves_it_unclear(stroke):
    seen = PageMarks(strokes=(Stroke(at(220, 420, 260, 450), stroke),))
    assert mark("seal", seen).state == "unclear"


@pytest.mark.parametrize("stroke", ["hand", "ink"])
def test_strokes_of_a_names_size_after_the_label_are_a_signature(stroke):
    seen = PageMarks(strokes=(Stroke(at(210, 395, 270, 420), stroke),))
    found = mark("signature", seen)
    assert found.state == "present"
    assert found.evidence.certain


def test_a_speck_after_the_label_is_for_a_person():
    found = mark("signature", PageMarks(strokes=(Stroke(at(210, 402, 218, 410), "ink"),)))
    assert (found.state, found.evidence.certain) == ("present", False)


def test_a_seal_is_no_signature():
    assert mark("signature", seals(at(210, 350, 324, 464))).state == "unclear"


def test_a_date_somebody_wrote_into_is_unclear():
    seen = PageMarks(strokes=(Stroke(at(130, 398, 150, 416), "ink"),))
    assert mark("date", seen).state == "unclear"


def signed_left_of(label_x0, x0):
    """The state of a signature's place of which some ink stands left, 12 points from the line."""
    ink = Stroke(at(x0, 396, x0 + 60, 420), "hand")
    label = Paragraph(
        "签字：", Place(FILE, 1, Box(label_x0, 400, label_x0 + 40, 414)), confidence=0.96
    )
    text = Paragraph(
        "本企业愿意对所提交材料负责", Place(FILE, 1, Box(80, 100, 510, 114)), confidence=0.96
    )
    document = LogicalDocument(
        "d1", FILE, "commitment_letter", "letter", blocks=(text, label), text_source="ocr",
        seen=PageMarks(strokes=(ink,)),
    )  # fmt: skip
    return next(m for m in read_marks(document) if m.kind == "signature").state


def test_a_label_at_the_right_margin_may_have_been_signed_on_its_left():
    assert signed_left_of(label_x0=470, x0=280) == "unclear"
    assert signed_left_of(label_x0=300, x0=100) == "absent"


def test_writing_read_as_words_left_of_a_label_at_the_right_margin_is_no_empty_place():
    label = Paragraph("签字：", Place(FILE, 1, Box(501, 273, 545, 285)), confidence=0.97)
    writing = Paragraph("Aくn", Place(FILE, 1, Box(330, 274, 402, 300)), confidence=0.7)
    document = LogicalDocument(
        "d1", FILE, "commitment_letter", "letter", blocks=(label, writing), text_source="ocr",
        seen=PageMarks(),
    )  # fmt: skip
    assert next(m for m in read_marks(document) if m.kind == "signature").state != "absent"
